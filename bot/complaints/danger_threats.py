"""Danger signs of threats and weapons, and of abuse between adults that a child sees."""

from __future__ import annotations

from bot.complaints.danger_sign import Sign

THREAT_SIGNS = (
    Sign("domestic_abuse", "at_risk", True, """
        @they ..3 !@hits ..2 mum|mummy|mums|wife|girlfriend|her|partner|sister|nan
        domestic abuse|violence ..8 home|house|still|children|kids|witness|witnessed|see|saw|hear
        dv ..4 home|house|again|still
        fight|fights|fighting|screaming|shouting|argue|arguing|scream ..5 scared|hide|hiding|frightened|police|smash|\
            smashing|blood
        hides|hiding|hide ..3 from ..2 him|her|dad|mum|stepdad|husband|partner|ex|boyfriend
        ex|husband|partner|boyfriend|dad|father|he|hes ..2 found|finds|find ..3 us|address|me|refuge|them|live
        controls|controlling|control ..4 money|phone|everything|out ..6 scared|hits|leave|afraid
        ex|husband|partner|boyfriend|hes ..2 breaking|smashing|smashed|kicking|banging ..4 door|windows|house|in|\
            everything|up
        stalking|stalked|stalks me|us|her
        """, doubtful="""
        ex|husband|partner|boyfriend|hes|he ..2 breaking|smashing|smashed|kicking|banging|break ..4 door|windows|\
            house|in|everything|up
        following me|us|her
        breach|breached|broke|broken|breaks|breaking ..2 nonmol|order|nonmolestation|injunction|bail|restraining ..6 \
            he|him|house|here|outside|again|came
        """),
    Sign("threats", "at_risk", True, """
        @they ..1 gonna|will|wants|hell|want|shell|theyll @kill me|us|him|her|them|my|mum
        hes|shes|theyre|hell|theyll|shell|he|she|they ..1 gonna|will|hell|shell|theyll|wants|could|might|nearly|\
            tried|tries|trying ..1 @kill|hurt|stab|batter|beat|burn me|us|him|her|them|my|mum|someone
        kill|hurt|batter|stab|beat me|us|her|him|mum|my ..1 if i|we|she|he ..1 tell|told|tells|leave|left|say|said|\
            speak|talk|go|report|phone|ring|call|grass|dont
        !threatened|threatening|threatens|threaten me|us|him|her|them|@kid|my|mum ..2 with ..3 @weapon|violence|belt|\
            fist|stick
        punch|stab|shoot|hurt|kill|attack|batter|poison ..2 teacher|everyone|them|staff|people|pupils|worker|someone|\
            baby|brother|sister|carer|him|her ..3 gonna|wanna|tomorrow|tonight
        gonna|wanna|will|ill|want ..1 stab|shoot|kill|hurt|attack|batter|poison ..2 him|her|them|someone|everyone|\
            people|teacher|staff|mum|dad|baby|brother|sister|carer|@kid|worker
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
        waiting|wait ..2 for me ..3 outside|door|gate|school|barriers
        said|says|told ..2 he|hell|shell|she|theyll ..1 will|gonna|finish ..1 finish|do it|me
                kill yourself
        @they|pulled|held|with ..2 knife|gun|machete|blade ..1 to|at|against|on|under ..1 my|his|her|me|mum|him|us\
             ..1 mum|throat|neck|head|face|back|chest|.|and
        i|im|ive|might ..1 gonna|might|nearly|wanna|could|scared|feel|think|thought|thinking|thoughts ..3 hurt|\
            hurting|smothering|shaking|killing|harming|throwing|drowning|stabbing|shake|kill|harm|smother my|the|him|\
            her|baby|@kid
        he|she|they|dad|hell|shell|theyll|who|ex|i|im|brother|stepdad ..1 might|will|gonna|hell|shell|theyll ..1\
             gonna? kill|stab|shoot|murder me|us|him|her|them|my|mum|dad|someone|@kid if|when|because|.|and|tonight|\
            now|for
        i|im feel|feeling|want|urge like|to smashing|hitting|hurting|killing|shaking|throwing|smash|hurt|kill|shake\
             ..2 my|him|her|the|them ..1 @kid|him|her|them|baby|babys|head|.
        hurt|hit|batter|beat|kill|harm me|us|my|mum if i|we|anyone|anybody ..1 tell|told|tells|left|leave|say|said
        @they ..2 !threatened|threatening|threatens|threat|threats to ..1 kill|hurt|stab|harm|burn|beat|rape|shoot|\
            slit|batter|hit|break
        gang|gangs|dealers|dealer|olders ..4 waiting|using|threatened|threatening|hurt|after|wants|want|force|make\
             ..3 son|daughter|brother|me|us|my|him|her
        """, doubtful="""
        death threats|threat
        carries|carrying|carry|keeps ..2 a|the|his|her|big|kitchen @weapon
        @they ..2 @says ..5 @kill me|us|him|her|them|my|@kid|mum|you
        never see ..2 again|alive
        stabbed|shot|stab|shoot ..1 by|him|her|me|my|someone ..2 .|gonna|in|with|and
        knife|gun|machete|blade ..1 to|at|against|on|in|under ..1 my|his|her|me|@kid|them|him|us|mum|bed|bag
        stabbed|shot|stabbing|shooting ..1 by|him|her|me|my|someone|at
        i|im|might|ive ..4 gonna|might|nearly|will|wanna|could|scared|feel|think|thought|thoughts|thinking ..3 hurt|\
            hurting|smothering|shaking|killing|harming|throwing|drowning|stabbing|shake|shook|kill|harm|smother|hit|\
            drop my|the|him|her|them|baby|@kid
        might|could|will|gonna ..2 kill|stab|shoot|murder ..2 me|us|him|her|them|my|mum|dad|someone|@kid
        feel|feels|feeling|want|urge ..2 like|to ..1 smash|smashing|hit|hitting|hurt|hurting|kill|killing|shake|\
            shaking|throw|throwing ..4 @kid|him|her|them|baby|babys|someone
        drive ..3 off|into ..3 cliff|wall|bridge|river|tree
        hurt|hit|batter|beat|kill|harm me|us|my|mum ..3 if i|we|anyone|anybody
        !threatened|threatening|threatens|threat|threats to ..1 kill|hurt|stab|harm|burn|beat|rape|shoot|slit|batter|\
            hit|do
        gang|gangs|dealers|dealer|olders ..8 son|daughter|brother|me|us|school|house|family
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
        dont|not|never ..1 tell ..4 beat|hit|hurt|kill|batter|angry
        kill|murder|stab|hurt|batter|hit me|us|him|her|them|my|mum ..1 if|when ..1 i|we|she|he ..2 tell|told|tells|\
            leave|left|say|says|said|speak|talk|report|phone|ring
        if i|we tell|told|say|report|speak ..4 worse|hurt|hit|kill|regret|sorry|trouble|moved|beat|killed|beaten
        if i|we ..2 tell|told|leave|say|report ..3 he|she|they|hell|shell|theyll ..2 kill|hurt|hit|beat|batter|harm
        @they ..1 say|says|said|threatened|threatens ..3 kill|murder|stab|shoot|hurt|beat me|us|him|her|them|my if|\
            when|.|and|for|because
        """, doubtful="""
        say|says|said|threatened|threaten|threatening|threatens ..4 kill|murder|stab|shoot|hurt|beat me|us|him|her|\
            them|my
        """, plain=True),
)  # fmt: skip
