"""Danger signs of violence against a child or somebody at home."""

from __future__ import annotations

from bot.complaints.danger_sign import Sign

VIOLENCE_SIGNS = (
    Sign("violence", "at_risk", True, """
        broken|fractured|bruised|burnt|burned|hurt|dislocated ..1 by ..1 a|the|his|her|my? @they
        hold|holds|held|holding|pin|pins|pinned|sit|sits|sat|kneel|kneels ..1 on? me|him|her|them ..2 on|down|to ..1 \
            the? floor|ground|face|wall|him|her|me
        i|ive|we ..3 !shook|hit|slapped|smacked|hurt|punched|kicked|burned|bruised my|our|the|him|her ..2 @kid
        shaking|hiding|crying|scared ..6 dad|mum|stepdad|he|him|she|husband ..5 angry|drunk|coming|home|mad|raging|\
            shouting
        angry|drunk|mad|raging ..5 coming|comes ..2 home|back|upstairs
        @they ..6 !@hits my|our|his|her|their|the ..3 @child|@body
        @they ..4 !@hits ..6 on purpose
        !@hits ..3 on purpose
        @they ..4 is|was|gets|being|so|really|very|becomes|turns|turned ..2 !violent|abusive
        smash|smashing|smashes|smashed ..3 head|face|skull
        burns|burn|burnt|burned|scalded ..1 my|his|her|their|the ..2 @body|@kid
        scared|afraid|frightened ..8 @hits
        @they ..2 !@hits my|our ..3 @child
        @they ..1 !@throws ..1 @child ..3 stairs|wall|floor|across|down|around|against|ground|door|room|downstairs|hair
        @they ..1 !@throws ..2 things|plates|stuff|chairs|objects|cups|bottles ..1 at|around|when
        @they ..3 !@grabs ..1 @child|my|our|his ..4 throat|neck|hair|arm|arms|wrist|collar
        by the|my|her|his throat|neck|hair
        hands|hand around|round|on my|her|his|mums ..1 neck|throat
        @kid|he|she|they|hes|shes|theyre|mum ..2 is|are|being|gets|getting|get|been|was|were ..2 !@hitpast ..2 by|at|\
            up|with|in
        @kid|he|she|they|hes|shes|theyre ..1 being ..1 !@hitpast
        being|been ..1 !beaten|battered|hit|hurt|abused|punched|assaulted|strangled|smacked|slapped ..2 by|at|up
        !@strikes my|our|his|her|their|the ..2 @kid
        punish|punishes|punished|punishment|punishments ..6 cold|dark|outside|food|shed|belt|hit|shower|stand|floor|\
            cupboard
        dragged|dragging|drags ..2 across|along|down|by|upstairs|downstairs ..2 floor|hair|corridor|arms|arm|legs|\
            stairs|hall|room
        saw|seen|see|heard|hear|watched|witnessed ..2 @they|her|him ..1 @hits ..2 @child
        kids|children|child|baby|boy|girl ..3 screaming|crying ..4 beaten|hit|hurt|scared|stop|night|every|help|help
        @hits ..2 me|us|him|her|them|@kid ..4 @tool
        pour|poured|pours|threw|throws|throwing ..3 boiling|hot|bleach|acid|cold ..2 on|over|at
        broken|broke|hurt|hurts|bleeding|bruised ..3 because|cos|when ..1 @they ..2 pushed|hit|kicked|threw|grabbed|\
            twisted|punched|shoved|dragged
        @they ..2 pushed|pushes|shoved|shoves|pushing|threw|throws ..1 me|us|him|her|them
        smash|smashes|smashed|smashing ..3 things|everything|house|stuff|place|tv|door|windows|room ..4 he|she|drunk|\
            scared|again|rightnow|dad|mum|hes|shes|up
        drunk|high|angry|raging|kicking ..3 smashing|breaking|throwing|hitting|screaming
        @tool|belt|stick on|to|across|round ..1 me|us|him|her|them|legs|back
        marks on|all|round|around his|her|my|over|their ..1 @body
        physical|physically !abuse|abused|abuses
        abuse|abused|abusing|abusive ..3 home|carer|carers|placement|dad|mum|stepdad|family|parents|partner|husband|\
            boyfriend|foster
        !violent|violence at|in home|house
        leathered|belted|thrashed|walloped ..2 me|him|her|for|us|them
        dont|not|never|didnt like when|how ..1 he|she|they|dad|mum ..1 hits|hurts|touches|shouts
        puts|put|lays|laid|lay|raises|raised ..1 his|her|their|a ..1 hands|hand|fist ..1 on|to|up ..2 me|us|him|her|\
            them|kids|@kid|through
        injured|injuries|injury ..6 by|mum|dad|carer|placement|contact|home|unexplained
        flinch|flinches|flinched ..4 when|hand|every|if
        burn|burns ..3 on|all|up|over ..2 his|her|their|my|both|back ..2 arm|arms|hand|hands|back|legs|leg|neck|head|\
            chest
        belt|slap|bite|hand|finger|whip|scald|cane mark|marks
        !hit ..2 with ..2 @tool
        stop daddy|dad|mummy|mum|him|her hurting|hitting
        restrain|restrained|restrains|restraining|sat ..2 me|him|her|us|them|son|daughter|child|boy ..6 breathe|hurt|\
            bruise|bruises|floor|face|arm|breath|painful|marks
        pours|poured|puts|held|holds|put ..1 me|him|her|my|his ..2 cold|under|hot ..1 water|shower|bath
        @they ..2 @auxiliary? ..1 !@hits ..1 @child|@body
        . !@hits me|us .
        make|makes|made|making me|us|him|her|them stand|sit|sleep|stay|kneel ..2 outside|in ..2 cold|dark|rain|shed|\
            garden|garage|corner|balcony|car|landing|night
        !bruise|bruises|bruising ..3 all|over|where|on ..2 @body|from|him|where ..3 @they|from|him|her|mum|dad|.
        bruises on ..4 baby|toddler
        bruise|bruises ..2 where dad|mum|he|she|they
        unexplained ..1 bruise|bruises|bruising
        came|come|comes ..5 contact|respite|home|back|placement|school ..3 with ..2 bruise|bruises|bruising|\
            handprint|handprints|welts
        handprint|handprints|welts on
        he|hes|she|shes|they|theyre|dad|dads|mum|mums|stepdad|carer|is|been|keeps|partner|boyfriend|husband|bf|\
            brother|staff|uncle ..1 !hitting|beating|battering|slapping|punching|kicking|hurting me|us|him|them|mum|\
            mummy|my
        dad|mum|stepdad|brother|he|she|carer|boyfriend|husband|partner|ex broke|fractured|busted|split my|our ..1\
             nose|arm|jaw|leg|finger|wrist|rib|ribs|lip|tooth|teeth
        i|im|we|ive ..1 get|gets|got|being|been !beaten|battered|smacked|slapped|punched|strangled|whipped|abused|\
            attacked ..2 at|by|up|every|when|in
        i get|got !hit ..3 at|by|every|if|when|with|.
        dad|mum|stepdad|he|she|carer|boyfriend|husband|they throw|throws|threw|throwing|chucked|lobbed|hurled ..3 at\
             me|us|him|her|them|my|mum|@kid
        @kid|i|im|hes|shes|kids|children ..2 being|getting ..1 !beaten|battered|hit|hurt|abused|punched|assaulted|\
            strangled|smacked|slapped|starved|exploited|raped
        beat|beats|beating|batter|batters|bash|bashed|smash|smashed me|her|him|them|my|mum|@kid ..1 mum? up|in
        black eye ..4 and|from ..3 mum|mummy|dad|daddy|he|she|did|him
        black and blue ..3 from|by|mum|dad|him|her
        he|she|they|dad|mum|carer|stepdad spits|spat on|at me|him|her|us ..3 and|hit|kicked|face|.
        @they force fed me|him|her|us
        cigarette burns on ..2 @body|him|her
        i|ive !shook|hurt|punched|bruised|hit him|her|them
        i|we got|get|gets|getting ..1 leathered|belted|thrashed|battered
        @they pulls|pulled|yanks|yanked|drags|dragged me|us|him|her|my by? ..1 hair|ear|ears|arm|neck|collar
        pulled|dragged|pulls|drags me|him|her|them ..1 by ..2 hair|ear|neck|arm
        gonna|will|threatened|threatens|threaten|hell|said|says|to break|snap|cut my|our|his|her|your legs|arms|neck|\
            fingers|face|throat
        @they twisted|twists|stamped|stamps|bent ..1 my|his|her|on ..2 arm|wrist|fingers|hand|leg|foot|head
        slams|slammed|smashed|smashes|banged ..1 my|his|her|me ..1 head|face against|into
        told|tells|disclosed|discloses|says|said ..3 @they ..2 @auxiliary? ..1 !@hits her|him|them|me
        being|is|are|was|been|getting|gets|get !abusing|abused|abuse ..1 by|at|me|us|him|her|them|@child
        @they ..1 !abuses|abuse|abused|abusing me|us|him|her|them|@child
        im|am|i|being|is ..1 being? !abused
        @they @hits me|us ..3 in|on|round|across|around ..2 @body
        and !@hits me|us|him|her .|with|in|on|round|across|again|so|because|every|when
        is|are|been|keeps|keep|kept !hitting|beating|battering|slapping|punching|kicking|hurting me|us|him|her|them|\
            mum|my
        fracture|fractured|broken|bruise|bruises|burn|burns ..6 dad|mum|he|she|carer|stepdad|mummy|daddy did ..1 it|\
            this|that
        """, doubtful="""
        dad|mum|he|she|they|stepdad|carer|brother|staff hit|hits|bang|bangs|banged|smash|smashed|push|pushed my|his|\
            her|their ..1 head|face ..2 against|on|into|off|under
        bust|busted|split|fat lip|lips|nose
        gives|gave|give|got|get|gets|getting ..2 the|a belt|slipper|beating|hiding|battering|kicking|smack|slap|lash|\
            lashes|beats|licks|thrashing|pasting|good
        @they !beats|beat|bashed me|us|him|her|them|my
        @they ..1 @auxiliary? !@hits me|us|him|her|them .
        @they ..2 !@hits on? @me
        @they ..2 !@strikes me|us|him|them|her .|and|again|when|if|in|on|with|so|because|every|last|for|or|round|\
            across|until|while
        he|she|dad|mum|they|who|stepdad|carer ..1 !hurts|hurt|hurting|hits me|us|him|her|them .|and|when|because|on|\
            at|in|all|every|so|again|down
        @they ..1 @auxiliary? ..1 !@hits ..2 @child
        @they ..6 !@hits ..3 @child|@body
        !@hits me|us|him|her|them .
        @they ..3 !@hits ..1 on? @me
        @they ..3 !@hits ..3 @child
        stand|sit|sleep|stay|kneel ..2 outside|in ..2 cold|dark|rain|shed|garden|garage|corner|balcony|car|landing|night
        !hurts|hurt|hurting|hits me|us|him|her|them .|and|when|because|on|at|in|all|every|so|again
        !bruise|bruises|bruised|bruising ..6 @body|all|from|unexplained|mark|marks|over|where|on|every|after|handprint
        got|has|had|have|with|come|came|comes|covered|more|these|seen|find|found|noticed|saw|new|unexplained ..3 \
            !bruise|bruises|bruising|welts|handprint|handprints
        !hitting|beating|battering|slapping|punching|kicking|hurting me|us|him|them|mum|mummy|my
        @they ..3 broke|breaks|broken|fractured|split|busted|cut my|his|her ..1 nose|arm|jaw|leg|finger|fingers|\
            wrist|rib|ribs|lip|tooth|teeth
        i|im|we|ive ..2 get|gets|got|being|been ..2 !@hitpast
        i|im|ive|we|ill ..3 !get|gets|got|getting|being|been|keep @hitpast
        throw|throws|threw|throwing|chucked|lobbed|hurled ..4 at me|us|him|her|them|my|the|mum|@kid
        !beats|beaten|beating|beat|bashed me|us|him|her|them|my|up
        @hits ..8 scared|afraid|frightened
        being|getting ..1 !beaten|battered|hit|hurt|abused|punched|assaulted|strangled|smacked|slapped|starved|\
            tortured|attacked|raped|exploited
        beat|beats|beating|beaten|batter|batters|battered|bash|bashed|smash|smashed ..1 me|us|him|her|them|@kid|mum \
            ..2 up|in|with|black
        black eye|eyes
        black and blue
        spits|spat|spit on|at|in me|him|her|my|us
        force fed|feeding|feed
        cigarette burns|burn|marks
        @they ..2 !abusive|violent ..2 to|towards|with|when|at|and|home|partner
        i|ive !slapped|smacked him|her|them
        got|get|gets|getting ..1 leathered|belted|thrashed|battered
        pulls|pulled|pulling|yanks|yanked|drags|dragged me|us|him|her|my|by ..2 hair|ear|ears|arm|neck|collar
        break|breaks|snap|cut my|our|his|her|your ..1 legs|arms|neck|fingers|face|throat
        broke|broken|fractured my|his|her|babys|a ..1 arm|leg|rib|ribs|nose|wrist|jaw|collarbone ..6 @they|when|by|threw
        twisted|twists|twist|stamped|stamps|bent ..1 my|his|her|on|me ..2 arm|wrist|fingers|hand|leg|foot|head
        slams|slammed|bangs|banged|smashed|smash|smashes ..1 my|his|her|me ..1 head|face|against|into
        hit|hits|hitting|bang|bangs|banged|smash|smashed|smashes|push|pushed ..1 my|his|her|their ..1 head|face ..2 \
            against|on|into|off|down|under|in
        told|tells|said|says|disclosed|saying ..5 @they ..2 @hits ..2 her|him|them|me
        !physically|emotionally|being|is|are|was|were|been|getting|gets|get abused|abusing|abuse|abuses|hurts|hurt|\
            hurting ..1 by|at|me|us|him|her|them|@child
        !@strikes me|us|him|them|her .|and|again|when|if|in|on|with|so|because|every|last|for|or|round|across|until|\
            while|cos
        @hits me|us ..4 in|on|round|across|around ..2 @body
        """),
)  # fmt: skip
