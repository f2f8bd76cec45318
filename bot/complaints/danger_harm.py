"""Danger signs of harm by somebody: sexual abuse, violence, threats, neglect, exploitation, forced marriage."""

from __future__ import annotations

from bot.complaints.danger_sign import Sign

HARM_SIGNS = (
    Sign("sexual_abuse", "emergency", True, """
        @force ..4 have|having|do|doing|perform ..1 sex|oral|sexual
        @force ..3 sex|sexual
        forced into ..3 sex|sexual
        !@rape
        rapped me|her|him|my
        !sexually abuse|abused|abusing|abuses|assault|assaulted|assaulting|assaults|exploited|exploit|harmed
        sexual !abuse|assault|exploitation|harm
        sexual activity|contact|relationship|things|stuff with|from|to
        has|have|having|had|wants|wanted sex with me|@kid|her|him|@grownup
        have|having|had sex with ..2 @grownup
        sleep|sleeps|sleeping|slept with ..2 uncle|stepdad|men|teacher|dad|staff|grandad|coach|my daughter
        !@touches ..3 @sexpart|inappropriately|sexually|intimately
        !@touches ..5 down there|below
        !@touches me|us|her|him|them ..3 dont|shouldnt|didnt like|want|feel|be
        !@touches ..2 where ..1 shouldnt|not|dont
        !@touches me|her|him up
        puts|put|putting|sticks|stuck|shoved|slid|slides|his ..2 hand|hands|finger|fingers|thing|it|tongue ..1 up|down|in|inside|under|between|on ..2 @sexpart|skirt|top|trousers|pants|pjs|pyjamas|shirt|legs|knickers|dress|blanket|clothes|bra|me
        hand|hands|fingers ..1 up|down|inside|under my|her|his ..1 skirt|top|trousers|pants|pjs|pyjamas|shirt|clothes|knickers|dress|bra|leg
        @grownup ..2 !touches|touching|touched me|us|my|her
        comes|came|come|coming|sneaks|gets|climbs|climbed|got|creeps|sneaking|creeping ..2 in|into|to ..1 my|her|our bed
        comes|came|come|coming|sneaks|creeps|sneaking|creeping|goes|went|going ..2 in|into|to ..1 my|her|our room|bedroom ..3 @nights|drunk|undressed|asleep|dark
        night|nights|bedtime|asleep ..5 comes|came|come|coming|sneaks|gets|climbs|creeps|goes ..2 in|into|to ..2 room|bedroom|bed
        @grownup ..2 gets|climbs|got|climbed|lies|lays|sleeps|slept in|into|on ..1 bed with|me|beside
        makes|made|make|making|forces|forced me|her|him|us|them ..1 do ..1 things|stuff|it|that|sex|bad|disgusting|weird
        makes|made|make|making|forces|forced|got me|her|him|us ..1 touch|hold|kiss|lick|suck|undress|strip|watch ..1 him|it|his|porn|off
        makes|made|make|making me|her|him|us ..2 clothes off
        take|takes|took|taking my|her|his|our clothes|knickers|pants|underwear|top|pyjamas off
        our|a ..2 secret ..6 tell|telling|touch|touches|told|bed|room|touched
        says|said|told|its|tells|saying ..3 our|special ..1 secret
        doing|does|did|do ..1 things|stuff|bad|weird|something|sexual|rude ..1 to|with me|my ..3 body|night|bed|dont|bits|shouldnt|secret|scared|private
        doing|does|did things|stuff|something|bad to me|@kid|my
        watches|watch|watching|watched|films|filmed|filming|looks ..1 me|her|us ..2 shower|undress|bath|undressing|change|changing|dress|toilet|naked|dressed|showering
        exposed|exposes|flashed|flashes|showed|shows|showing ..1 himself|me|his|her ..1 to|willy|dick|penis|private|privates|thing|porn|bits|cock
        !molested|molesting|indecent|incest|indecently
        kissed|kisses|kissing|kiss|snogged ..1 me ..6 @grownup|lips|mouth|tongue
        @grownup ..2 kissed|kisses|kissing|snogged|snogs ..1 me|my|her
        on|ontop ..1 top of me|her
        @grownup ..3 having|sleeping|slept|sex ..1 sex|with ..2 daughter|girl|kid|child|student|pupil|sister
        pays|paid|paying|sells|sold|selling|pass|passed|passes|passing|share|shared|gives|gave|rented ..1 me|her|us ..2 around|round|for|to ..3 sex|men|mates|friends|other|others|blokes|guys
        @grownup ..3 inappropriate|sexual ..1 things|way|touching|comments|messages|texts|behaviour with|to|towards|about ..1 me|@kid
        paedo|pedo|nonce|paedophile|predator|pervert|perv
        """),
    Sign("online_and_images", "at_risk", True, """
        @send ..3 @pictures ..6 of me|myself|her|him|mine|my
        asks|asked|asking|wants|wanted|makes|made|making|told|tells|telling|begging|keeps|force|forced ..4 @send ..3 @pictures
        asks|asked|asking|wants|wanted|keeps|demanded|demanding ..4 nudes|nude|naked|knickers|underwear
        !threatening|threatens|threatened|gonna|will|blackmail|blackmailing|blackmailed ..4 @send ..4 @pictures|it|them
        blackmail|blackmailed|blackmails|blackmailing ..2 me|@kid|him|her
        got|has|have|had|took|takes|taking|taken|with ..1 nudes|naked|nude ..4 me|her|him|pics|@kid
        sent|sending|sends|send|sharing ..3 nudes|nude|naked
        !groomed|grooming|groom
        met|meet|meeting|talks|talking|speaking|messages|messaging|chatting|dming|messaged ..4 online|snapchat|snap|roblox|discord|insta|instagram|tiktok|fortnite|internet|app|telegram ..10 meet|older|man|men|secret|nudes|adult|age|pics|naked|40|30|hotel
        man|men|guy|bloke|stranger|strangers|adult|adults|someone ..4 online|snapchat|snap|roblox|discord|insta|instagram|internet ..8 meet|secret|nudes|pics|naked|pictures|address|sexual|live|dirty|explicit
        wants|asked|asking|gonna|told|wanted me|us|her|him to meet ..4 alone|secret|hotel|online|his|car|park
        boyfriend|bf|partner is|hes|who|aged ..2 19|20|21|22|23|24|25|26|27|28|29|30|31|32|33|34|35|38|40|45|50
        older|grown|adult man|men|boyfriend|bf|guys|bloke|blokes
        dick pic|pics
        """),
    Sign("trafficking_or_county_lines", "at_risk", True, """
        county lines
        !trafficked|trafficking|trafficker|traffickers
        modern slavery
        made|makes|make|making|force|forced|forcing|forces|got|getting|told|tells|want|wants ..3 @carries ..4 @drugs
        @carries|move ..1 drugs|weed|coke|crack|heroin|gear|packages ..2 for|to
        trap|trapping|cuckooed|cuckooing house|in|out|by|him|her|my
        cuckooed|cuckooing
        cunch|going|went|goes country|ot
        !criminally|sexually|being|is|are exploited
        exploiting ..1 @kid|him|her|me
        child|criminal|sexual exploitation
        owe|owes|owing|owed|debt ..5 dealer|gang|dealers|olders|elders|hurt|kill|work|drugs
        gang|gangs|dealers|olders ..4 after|threatening|looking|recruit|recruited|kill|hurt|using|making|control
        took|taken|takes|take|hid|hidden|keeps|kept|has|have|hold ..1 my|our|her|his passport|passports
        wont let me|us|her leave|go|out|home
        made|make|makes|making|forced|force ..1 me|us|him|her work ..4 money|pay|free|day|house|nail|car|wages
        brought|bought ..1 me|us here ..6 work|clean|men|passport
        kidnapped|kidnap|abducted|abducting|snatched
        """),
    Sign("forced_marriage_fgm", "emergency", True, """
        forced|force|forcing|forces|arranged|arranging|made|make|making|makes ..4 !marry|married|marriage|wed|wedding
        marry|married ..5 dont want|wanna
        dont wanna|want ..2 marry|married|marriage
        marry|married|marriage|wedding ..8 pakistan|india|bangladesh|somalia|abroad|cousin|plane|flight|afghanistan|nigeria|ticket|tickets|flying|airport
        pakistan|india|bangladesh|somalia|abroad|afghanistan|flight|flying|airport|plane|passport ..10 marry|married|marriage|wedding
        taking|take|taken|sending|send|sent|fly|flying ..5 marry|married|marriage
        !fgm
        female circumcision|genital
        circumcise|circumcised|circumcision ..4 @kid|me|her|girls|daughter|girl
        the cutting|cutter
        cut ..4 like ..3 girls|sister|women|cousin
        gonna|will|to|be cut down there
        honour|honor based|killing|violence
        """),
    Sign("violence", "at_risk", True, """
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
        @kid|he|she|they|hes|shes|theyre|mum ..2 is|are|being|gets|getting|get|been|was|were ..2 !@hitpast ..2 by|at|up|with|in
        @kid|he|she|they|hes|shes|theyre ..1 being ..1 !@hitpast
        being|been ..1 !beaten|battered|hit|hurt|abused|punched|assaulted|strangled|smacked|slapped ..2 by|at|up
        beat|beats|beating|beaten|batter|batters|battered|bash|bashed|smash|smashed ..1 me|us|him|her|them|@kid|mum ..2 up|in|with|black
        !beats|beaten|beating|beat|bashed me|us|him|her|them|my|up
        @hurtnow ..1 me|us|him|them|mum|mummy|my
        @hits ..2 me|us|him|her|them|@kid ..4 @tool
        @hits me|us ..4 in|on|round|across|around ..2 @body
        @tool|belt|stick on|to|across|round ..1 me|us|him|her|them|legs|back
        gives|gave|give|got|get|gets|getting ..2 the|a belt|slipper|beating|hiding|battering|kicking|smack|slap|lash|lashes|beats|licks|thrashing|pasting|good
        !bruise|bruises|bruised|bruising ..6 @body|all|from|unexplained|mark|marks|over|where|on|every|after|handprint
        got|has|had|have|with|come|came|comes|covered|more|these|seen|find|found|noticed|saw|new|unexplained ..3 !bruise|bruises|bruising|welts|handprint|handprints
        black eye|eyes
        cigarette burns|burn|marks
        marks on|all|round|around his|her|my|over|their ..1 @body
        bust|busted|split|fat lip|lips|nose
        broke|broken|fractured my|his|her|babys|a ..1 arm|leg|rib|ribs|nose|wrist|jaw|collarbone ..6 @they|when|by|threw
        !physically|emotionally|being|is|are|was|were|been|getting|gets|get abused|abusing|abuse|abuses|hurts|hurt|hurting ..1 by|at|me|us|him|her|them|@child
        physical|physically !abuse|abused|abuses
        abuse|abused|abusing|abusive ..3 home|carer|carers|placement|dad|mum|stepdad|family|parents|partner|husband|boyfriend|foster
        @they ..2 !abusive|violent ..2 to|towards|with|when|at|and|home|partner
        !violent|violence at|in home|house
        restrain|restrained|restrains|restraining|sat ..2 me|him|her|us|them|son|daughter|child|boy ..6 breathe|hurt|bruise|bruises|floor|face|arm|breath|painful|marks
        slams|slammed|bangs|banged|smashed|smash|smashes ..1 my|his|her|me ..1 head|face|against|into
        spits|spat|spit on|at|in me|him|her|my|us
        pours|poured|puts|held|holds|put ..1 me|him|her|my|his ..2 cold|under|hot ..1 water|shower|bath
        """),
    Sign("domestic_abuse", "at_risk", True, """
        @they ..3 !@hits ..2 mum|mummy|mums|wife|girlfriend|her|partner|sister|nan
        domestic abuse|violence ..8 home|house|still|children|kids|witness|witnessed|see|saw|hear
        dv ..4 home|house|again|still
        fight|fights|fighting|screaming|shouting|argue|arguing|scream ..5 scared|hide|hiding|frightened|police|smash|smashing|blood
        hides|hiding|hide ..3 from ..2 him|her|dad|mum|stepdad|husband|partner|ex|boyfriend
        ex|husband|partner|boyfriend|hes|he ..3 found|broken|broke|breaking|smashing|smashed|kicking|banging|at ..3 us|address|door|windows|order|refuge|me
        breach|breached|broke|broken|breaks|breaking ..2 nonmol|order|nonmolestation|injunction|bail|restraining ..6 he|him|house|here|outside|again|came
        stalking|stalked|stalks|following me|us|her
        controls|controlling|control ..4 money|phone|everything|out ..6 scared|hits|leave|afraid
        """),
    Sign("threats", "at_risk", True, """
        @they ..2 @says ..5 @kill me|us|him|her|them|my|@kid|mum|you
        @they ..1 gonna|will|wants|hell|want|shell|theyll @kill me|us|him|her|them|my|mum
        hes|shes|theyre|hell|theyll|shell ..1 gonna? @kill|hurt|stab|batter|beat|burn me|us|him|her|them|my|mum|someone
        kill|hurt|batter|stab|beat me|us|her|him|mum|my ..1 if i|we|she|he ..1 tell|told|tells|leave|left|say|said|speak|talk|go|report|phone|ring|call|grass|dont
        hurt|hit|batter|beat|kill|harm me|us|my|mum ..3 if i|we|anyone|anybody
        !threatened|threatening|threatens|threat|threats to ..1 kill|hurt|stab|harm|burn|beat|rape|shoot|slit|batter|hit|do
        !threatened|threatening|threatens|threaten me|us|him|her|them|@kid|my|mum ..2 with ..3 @weapon|violence|belt|fist|stick
        death threats|threat
        @they|got|has|had|have|with|pulled|holding|held|carries|carrying|carry|hes|waving ..3 a|the|his|her|big|kitchen @weapon|knife
        knife|gun|machete|blade ..1 to|at|against|on|in|under ..1 my|his|her|me|@kid|them|him|us|mum|bed|bag
        stabbed|shot|stabbing|shooting ..1 by|him|her|me|my|someone|at
        punch|stab|shoot|hurt|kill|attack|batter|poison ..2 teacher|everyone|them|staff|people|pupils|worker|someone|baby|brother|sister|carer|him|her ..3 gonna|wanna|tomorrow|tonight
        gonna|wanna|will|ill|want ..1 stab|shoot|kill|hurt|attack|batter|poison ..2 him|her|them|someone|everyone|people|teacher|staff|mum|dad|baby|brother|sister|carer|@kid|worker
        i|im|might ..3 gonna|might|nearly|will|wanna|could|scared ..3 hurt|shake|shook|kill|harm|smother|hit|drop my|the|him|her|them|baby|@kid
        acid attack|on|over|at
        kill yourself
        """),
    Sign("neglect", "at_risk", True, """
        @they ..2 wont|dont|doesnt|never|not|didnt|refuses|hardly|barely feed|feeds|fed|feeding|give|gives|giving ..1 me|us|him|her|them|@kid|kids ..2 food|eat|dinner|tea|anything|.
        @they ..2 doesnt|wont|dont|never|not|hardly|isnt|arent|didnt feed|feeds|feeding|fed ..1 @child|kids
        no|aint|isnt|not|without|any food|foods|dinner ..1 in|at|since|for|today|here ..2 house|home|cupboard|cupboards|yesterday|days|fridge|days|flat|the
        no|nothing ..2 food|eat ..4 in|at|since|for ..3 house|home|cupboards|yesterday|days|fridge|day|weekend|monday
        havent|hasnt|not|aint|hadnt|didnt ..2 eaten|eat|ate|fed ..4 since|for|days|yesterday|today|all
        nothing to eat ..3 days|home|house|since|all|.
        @i|so|always|kids|children|hes|shes|theyre|always ..2 starving|hungry ..5 all|always|food|nobody|every|no|feed|fed|give|night|eat|they|bins
        going|go|goes|went|gone|sent|put to bed|school|sleep ..2 hungry|starving|starved|unfed
        eats|eating|eat ..3 bins|bin|rubbish
        steal|stealing|steals|nicking|nick ..3 food ..4 hungry|eat|feed|because|brother|sister
        !neglect|neglects|neglected|neglecting|neglectful ..3 @child|kids|children|parents|mum|dad|carer|carers
        @child|kids|children|is|are|being|been ..2 !neglected|neglecting|neglect
        same clothes|nappy ..4 all|days|week|wet|since|weeks
        no heating|electric|gas|hot ..8 kids|baby|child|children|cold|sister|brother
        smell|smells|smelly|filthy|dirty|stinks ..4 child|children|baby|house|clothes|kids ..6 hungry|nappy|neglect|unfed|lice|worried
        """),
    Sign("young_child_alone", "emergency", True, """
        @small ..1 year|years|yr|yrs|yo|months|month ..1 old? ..6 left? ..2 alone|own|unsupervised|themselves
        baby|toddler|babies|little|kids|children|sister|brother|siblings ..4 left|home|on|all ..3 alone|own|unsupervised|themselves|house
        left|leaves|leave|leaving ..2 me|us|him|her|them|baby|toddler|kids|children|brother|sister|son|daughter|alone ..3 alone|own|house|night|days|all|hours|unsupervised|weekend|themselves|outside
        im|i|we|me am? @small|10|11|ten ..8 alone|own|myself|nobody
        nobody|mum|dad|mummy|daddy|adult|grownup|adults ..2 hasnt|havent|not|aint|isnt|never|been ..2 come|came|been|back|home ..3 home|back|since|yesterday|days|night
        no|any adult|adults|grown|grownup|grownups ..1 here|home|house|up|in|around|with
        nobody|nobodys|noone ..1 come|came|is|home|here|else|at ..1 home|here|house ..6 alone|scared|baby|brother|sister|night|dark|.
        mum|mummy|dad|daddy ..2 wont|not|doesnt|cant wake|waking|move|moving|breathing|get up?
        mum|mummy|dad|daddy|shes|hes ..2 passed|collapsed|unconscious|od|overdosed|unresponsive|floppy
        """),
    Sign("worry_about_carer_or_worker", "at_risk", True, """
        carer|carers|fosterer|staff|worker|teacher|keyworker|coach|tutor|escort|driver|childminder|nurse ..4 !hurts|hurt|hits|hit|slaps|slapped|smacks|smacked|punched|grabs|grabbed|pushed|pushes|kicked|kicks|pinned|dragged|abuses|abused|abusing|bullies|locked|locks|touches|touched|threatens|threatened|strangled|choked|starves|threw|spat|hitting|hurting|shook|assaulted ..3 me|us|him|her|them|@kid|my|young
        locked|locks|lock|locking|shut|shuts ..1 me|us|him|her|them|my|@kid ..4 in|inside|cupboard|room|bedroom|shed|cellar|garage|bathroom|cage|dark
        locked in ..3 room|bedroom|cupboard|house|shed|flat|garage|basement|cellar|here
        tied|ties|tie|tying|chained|strapped|handcuffed ..2 me|him|her|us|them|up
        """),
    Sign("afraid_at_home", "at_risk", True, """
        @afraid ..3 @goes ..3 home|house|there|placement|back
        @afraid to|of ..2 go|going|be|being|stay|sleep|live|get|back ..3 home|house|here|there|back|asleep|with
        @afraid|scared of ..3 dad|mum|stepdad|him|her|carer|carers|uncle|brother|boyfriend|husband|partner|them|man|ex|father|mother|staff
        dont|not|never|didnt|doesnt|wont|cant ..2 feel|safe|be ..2 safe ..4 home|here|house|placement|there|him|dad|mum|her|going|where|anymore|tonight|him
        dont feel safe
        not|isnt|aint safe ..2 at|in|with|here|for ..1 home|house|dad|mum|him|her|me|us|here|there|carer|placement|the|them|his
        unsafe at|in|with|here ..1 home|house|him|her|placement|them
        i|im|we|am ..3 !unsafe
        @i|hes|shes|daughter|son|child ..3 terrified|petrified|afraid|scared|frightened of ..2 him|her|dad|mum|father|mother|stepdad|them|carer
        he|she|they|dad|mum|hes|shes ..2 scares|frightens|terrifies me|us|them|him|her|kids|@kid
        please ..3 dont send|make|let ..3 back|home
        """),
)  # fmt: skip
