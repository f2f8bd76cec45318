"""Danger signs of violence, of threats and weapons, and of abuse between adults that a child sees."""

from __future__ import annotations

from bot.complaints.danger_sign import Sign

VIOLENCE_SIGNS = (
    Sign("violence", "at_risk", True, """
        broken|fractured|bruised|burnt|burned|hurt|dislocated ..1 by ..1 a|the|his|her|my? @they
        told|tells|said|says|disclosed|saying ..5 @they ..2 @hits ..2 her|him|them|me
        !@hits me|us|him|her|them .
        hold|holds|held|holding|pin|pins|pinned|sit|sits|sat|kneel|kneels ..1 on? me|him|her|them ..2 on|down|to ..1 \
            the? floor|ground|face|wall|him|her|me
        i|ive|we ..3 !shook|hit|slapped|smacked|hurt|punched|kicked|burned|bruised my|our|the|him|her ..2 @kid
        i|ive !shook|hit|slapped|smacked|hurt|punched|bruised him|her|them
        shaking|hiding|crying|scared ..6 dad|mum|stepdad|he|him|she|husband ..5 angry|drunk|coming|home|mad|raging|\
            shouting
        angry|drunk|mad|raging ..5 coming|comes ..2 home|back|upstairs
        @they ..6 !@hits ..3 @child|@body
        @they ..6 !@hits my|our|his|her|their|the ..3 @child|@body
        @they ..4 !@hits ..6 on purpose
        !@hits ..3 on purpose
        @they ..4 is|was|gets|being|so|really|very|becomes|turns|turned ..2 !violent|abusive
        smash|smashing|smashes|smashed ..3 head|face|skull
        burns|burn|burnt|burned|scalded ..1 my|his|her|their|the ..2 @body|@kid
        scared|afraid|frightened ..8 @hits
        @hits ..8 scared|afraid|frightened
        @they ..3 !@hits ..1 on? @me
        @they ..3 !@hits ..3 @child
        @they ..2 !@hits my|our ..3 @child
        @they ..1 !@throws ..1 @child ..3 stairs|wall|floor|across|down|around|against|ground|door|room|downstairs|hair
        @they ..1 !@throws ..2 things|plates|stuff|chairs|objects|cups|bottles ..1 at|around|when
        @they ..3 !@grabs ..1 @child|my|our|his ..4 throat|neck|hair|arm|arms|wrist|collar
        by the|my|her|his throat|neck|hair
        hands|hand around|round|on my|her|his|mums ..1 neck|throat
        i|im|ive|we|ill ..3 !get|gets|got|getting|being|been|keep @hitpast
        i|im|we|ive ..2 get|gets|got|being|been ..2 !@hitpast
        @kid|he|she|they|hes|shes|theyre|mum ..2 is|are|being|gets|getting|get|been|was|were ..2 !@hitpast ..2 by|at|\
            up|with|in
        @kid|he|she|they|hes|shes|theyre ..1 being ..1 !@hitpast
        being|been ..1 !beaten|battered|hit|hurt|abused|punched|assaulted|strangled|smacked|slapped ..2 by|at|up
        !@strikes me|us|him|them|her .|and|again|when|if|in|on|with|so|because|every|last|for|or|round|across|until|\
            while|cos
        !@strikes my|our|his|her|their|the ..2 @kid
        being|getting ..1 !beaten|battered|hit|hurt|abused|punched|assaulted|strangled|smacked|slapped|starved|\
            tortured|attacked|raped|exploited
        black and blue
        @they ..3 broke|breaks|broken|fractured|split|busted|cut my|his|her ..1 nose|arm|jaw|leg|finger|fingers|\
            wrist|rib|ribs|lip|tooth|teeth
        hit|hits|hitting|bang|bangs|banged|smash|smashed|smashes|push|pushed ..1 my|his|her|their ..1 head|face ..2 \
            against|on|into|off|down|under|in
        throw|throws|threw|throwing|chucked|lobbed|hurled ..4 at me|us|him|her|them|my|the|mum|@kid
        punish|punishes|punished|punishment|punishments ..6 cold|dark|outside|food|shed|belt|hit|shower|stand|floor|\
            cupboard
        stand|sit|sleep|stay|kneel ..2 outside|in ..2 cold|dark|rain|shed|garden|garage|corner|balcony|car|landing|night
        break|breaks|snap|cut my|our|his|her|your ..1 legs|arms|neck|fingers|face|throat
        hurts|hurt|hurting|hits me|us|him|her|them .|and|when|because|on|at|in|all|every|so|again
        force fed|feeding|feed
        dragged|dragging|drags ..2 across|along|down|by|upstairs|downstairs ..2 floor|hair|corridor|arms|arm|legs|\
            stairs|hall|room
        saw|seen|see|heard|hear|watched|witnessed ..2 @they|her|him ..1 @hits ..2 @child
        kids|children|child|baby|boy|girl ..3 screaming|crying ..4 beaten|hit|hurt|scared|stop|night|every|help|help
        beat|beats|beating|beaten|batter|batters|battered|bash|bashed|smash|smashed ..1 me|us|him|her|them|@kid|mum \
            ..2 up|in|with|black
        !beats|beaten|beating|beat|bashed me|us|him|her|them|my|up
        hitting|beating|battering|slapping|punching|kicking|hurting me|us|him|them|mum|mummy|my
        @hits ..2 me|us|him|her|them|@kid ..4 @tool
        pour|poured|pours|threw|throws|throwing ..3 boiling|hot|bleach|acid|cold ..2 on|over|at
        broken|broke|hurt|hurts|bleeding|bruised ..3 because|cos|when ..1 @they ..2 pushed|hit|kicked|threw|grabbed|\
            twisted|punched|shoved|dragged
        @they ..2 pushed|pushes|shoved|shoves|pushing|threw|throws ..1 me|us|him|her|them
        pulls|pulled|pulling|yanks|yanked|drags|dragged me|us|him|her|my|by ..2 hair|ear|ears|arm|neck|collar
        smash|smashes|smashed|smashing ..3 things|everything|house|stuff|place|tv|door|windows|room ..4 he|she|drunk|\
            scared|again|rightnow|dad|mum|hes|shes|up
        drunk|high|angry|raging|kicking ..3 smashing|breaking|throwing|hitting|screaming
        @hits me|us ..4 in|on|round|across|around ..2 @body
        @tool|belt|stick on|to|across|round ..1 me|us|him|her|them|legs|back
        gives|gave|give|got|get|gets|getting ..2 the|a belt|slipper|beating|hiding|battering|kicking|smack|slap|lash|\
            lashes|beats|licks|thrashing|pasting|good
        !bruise|bruises|bruised|bruising ..6 @body|all|from|unexplained|mark|marks|over|where|on|every|after|handprint
        got|has|had|have|with|come|came|comes|covered|more|these|seen|find|found|noticed|saw|new|unexplained ..3 \
            !bruise|bruises|bruising|welts|handprint|handprints
        black eye|eyes
        cigarette burns|burn|marks
        marks on|all|round|around his|her|my|over|their ..1 @body
        bust|busted|split|fat lip|lips|nose
        broke|broken|fractured my|his|her|babys|a ..1 arm|leg|rib|ribs|nose|wrist|jaw|collarbone ..6 @they|when|by|threw
        !physically|emotionally|being|is|are|was|were|been|getting|gets|get abused|abusing|abuse|abuses|hurts|hurt|\
            hurting ..1 by|at|me|us|him|her|them|@child
        physical|physically !abuse|abused|abuses
        abuse|abused|abusing|abusive ..3 home|carer|carers|placement|dad|mum|stepdad|family|parents|partner|husband|\
            boyfriend|foster
        @they ..2 !abusive|violent ..2 to|towards|with|when|at|and|home|partner
        !violent|violence at|in home|house
        leathered|belted|thrashed|walloped ..2 me|him|her|for|us|them
        got|get|gets|getting ..1 leathered|belted|thrashed|battered
        dont|not|never|didnt like when|how ..1 he|she|they|dad|mum ..1 hits|hurts|touches|shouts
        puts|put|lays|laid|lay|raises|raised ..1 his|her|their|a ..1 hands|hand|fist ..1 on|to|up ..2 me|us|him|her|\
            them|kids|@kid|through
        twisted|twists|twist|stamped|stamps|bent ..1 my|his|her|on|me ..2 arm|wrist|fingers|hand|leg|foot|head
        injured|injuries|injury ..6 by|mum|dad|carer|placement|contact|home|unexplained
        flinch|flinches|flinched ..4 when|hand|every|if
        burn|burns ..3 on|all|up|over ..2 his|her|their|my|both|back ..2 arm|arms|hand|hands|back|legs|leg|neck|head|\
            chest
        belt|slap|bite|hand|finger|whip|scald|cane mark|marks
        !hit ..2 with ..2 @tool
        stop daddy|dad|mummy|mum|him|her hurting|hitting
        restrain|restrained|restrains|restraining|sat ..2 me|him|her|us|them|son|daughter|child|boy ..6 breathe|hurt|\
            bruise|bruises|floor|face|arm|breath|painful|marks
        slams|slammed|bangs|banged|smashed|smash|smashes ..1 my|his|her|me ..1 head|face|against|into
        spits|spat|spit on|at|in me|him|her|my|us
        pours|poured|puts|held|holds|put ..1 me|him|her|my|his ..2 cold|under|hot ..1 water|shower|bath
        """),
    Sign("domestic_abuse", "at_risk", True, """
        @they ..3 !@hits ..2 mum|mummy|mums|wife|girlfriend|her|partner|sister|nan
        domestic abuse|violence ..8 home|house|still|children|kids|witness|witnessed|see|saw|hear
        dv ..4 home|house|again|still
        fight|fights|fighting|screaming|shouting|argue|arguing|scream ..5 scared|hide|hiding|frightened|police|smash|\
            smashing|blood
        hides|hiding|hide ..3 from ..2 him|her|dad|mum|stepdad|husband|partner|ex|boyfriend
        ex|husband|partner|boyfriend|hes|he ..2 breaking|smashing|smashed|kicking|banging|break ..4 door|windows|\
            house|in|everything|up
        ex|husband|partner|boyfriend|dad|father|he|hes ..2 found|finds|find ..3 us|address|me|refuge|them|live
        breach|breached|broke|broken|breaks|breaking ..2 nonmol|order|nonmolestation|injunction|bail|restraining ..6 \
            he|him|house|here|outside|again|came
        stalking|stalked|stalks|following me|us|her
        controls|controlling|control ..4 money|phone|everything|out ..6 scared|hits|leave|afraid
        """),
    Sign("threats", "at_risk", True, """
        gang|gangs|dealers|dealer|olders ..8 son|daughter|brother|me|us|school|house|family
        feel|feels|feeling|want|urge ..2 like|to ..1 smash|smashing|hit|hitting|hurt|hurting|kill|killing|shake|\
            shaking|throw|throwing ..4 @kid|him|her|them|baby|babys|someone
        might|could|will|gonna ..2 kill|stab|shoot|murder ..2 me|us|him|her|them|my|mum|dad|someone|@kid
        @they ..2 @says ..5 @kill me|us|him|her|them|my|@kid|mum|you
        @they ..1 gonna|will|wants|hell|want|shell|theyll @kill me|us|him|her|them|my|mum
        hes|shes|theyre|hell|theyll|shell|he|she|they ..1 gonna|will|hell|shell|theyll|wants|could|might|nearly|\
            tried|tries|trying ..1 @kill|hurt|stab|batter|beat|burn me|us|him|her|them|my|mum|someone
        kill|hurt|batter|stab|beat me|us|her|him|mum|my ..1 if i|we|she|he ..1 tell|told|tells|leave|left|say|said|\
            speak|talk|go|report|phone|ring|call|grass|dont
        hurt|hit|batter|beat|kill|harm me|us|my|mum ..3 if i|we|anyone|anybody
        !threatened|threatening|threatens|threat|threats to ..1 kill|hurt|stab|harm|burn|beat|rape|shoot|slit|batter|\
            hit|do
        !threatened|threatening|threatens|threaten me|us|him|her|them|@kid|my|mum ..2 with ..3 @weapon|violence|belt|\
            fist|stick
        death threats|threat
        carries|carrying|carry|keeps ..2 a|the|his|her|big|kitchen @weapon
        knife|gun|machete|blade ..1 to|at|against|on|in|under ..1 my|his|her|me|@kid|them|him|us|mum|bed|bag
        stabbed|shot|stabbing|shooting ..1 by|him|her|me|my|someone|at
        punch|stab|shoot|hurt|kill|attack|batter|poison ..2 teacher|everyone|them|staff|people|pupils|worker|someone|\
            baby|brother|sister|carer|him|her ..3 gonna|wanna|tomorrow|tonight
        gonna|wanna|will|ill|want ..1 stab|shoot|kill|hurt|attack|batter|poison ..2 him|her|them|someone|everyone|\
            people|teacher|staff|mum|dad|baby|brother|sister|carer|@kid|worker
        i|im|might|ive ..4 gonna|might|nearly|will|wanna|could|scared|feel|think|thought|thoughts|thinking ..3 hurt|\
            hurting|smothering|shaking|killing|harming|throwing|drowning|stabbing|shake|shook|kill|harm|smother|hit|\
            drop my|the|him|her|them|baby|@kid
        do|doing ..1 something ..1 bad|awful|terrible|stupid|silly ..2 to|with ..2 @kid|myself|him|her|them|baby
        what i|ill|id ..2 do ..1 to ..2 @kid|baby|myself|them|him|her
        lose|losing|lost|snap|snapped ..3 control|it|temper ..6 baby|kids|child|hurt|hit|children
        acid attack|on|over|at
        see me|us|her|him|them dead
        put ..1 me|us|her|him|you in the|a ground|hospital|grave|coffin
        set ..3 fire ..2 to? house|flat|us|me|place|home
        burn the|this|our house|place ..1 down
        take|taking|snatch|snatched|steal|abduct ..2 my|the|our baby|child|kids|children|son|daughter ..6 force|\
            abroad|never|passport|flight|airport
        never see ..2 again|alive
        drive ..3 off|into ..3 cliff|wall|bridge|river|tree
        waiting|wait ..2 for me ..3 outside|door|gate|school|barriers
        said|says|told ..2 he|hell|shell|she|theyll ..1 will|gonna|finish ..1 finish|do it|me
                kill yourself
        """),
    Sign("weapon", "emergency", True, """
        got|has|have|with|pulled|holding|held|hes|shes|waving|took|grabbed|picked|brought ..3 a|the|his|her|big|\
            kitchen knife|knives|gun|machete|hammer|axe|screwdriver|bat|samurai|blade ..1 .|and|to|at|in|on|now|out|\
            again|he|she|hes|outside|from|upstairs
        knife|gun|machete|blade ..1 to|at|against|under ..1 my|his|her|me|mums|their ..1 throat|neck|head|face|back|\
            me|stomach|chest
        man|men|boys|lads|someone|guys|he|they ..2 with ..2 knife|knives|gun|machete|machetes|blade|hammer|axe
        """),
    Sign("threat_if_told", "at_risk", True, """
        kill|murder|stab|shoot|hurt|beat|batter me|us|him|her ..1 for|because ..3 having|talking|telling|seeing|\
            being|leaving|boyfriend|girlfriend|gay|dating|dishonour|shaming
        say|says|said|threatened|threaten|threatening|threatens ..4 kill|murder|stab|shoot|hurt|beat me|us|him|her|\
            them|my
        dont|not|never ..1 tell ..4 beat|hit|hurt|kill|batter|angry
        kill|murder|stab|hurt|batter|hit me|us|him|her|them|my|mum ..1 if|when ..1 i|we|she|he ..2 tell|told|tells|\
            leave|left|say|says|said|speak|talk|report|phone|ring
        if i|we tell|told|say|report|speak ..4 worse|hurt|hit|kill|regret|sorry|trouble|moved|beat|killed|beaten
        if i|we ..2 tell|told|leave|say|report ..3 he|she|they|hell|shell|theyll ..2 kill|hurt|hit|beat|batter|harm
        """, plain=True),
)  # fmt: skip
