"""Danger signs of sexual abuse, of images and contact online, and of forced marriage and FGM."""

from __future__ import annotations

from bot.complaints.danger_sign import Sign

SEXUAL_SIGNS = (
    Sign("sexual_abuse", "emergency", True, """
        makes|made|make|forces|forced me|her|him|us ..1 lie|lay|sit|stand|pose|dance ..6 photos|pics|pictures|film|\
            films|naked|bed
        hand|hands|fingers ..2 up|down|inside|under|in my|her|his ..1 shorts|underwear|tights|leggings|jumper|vest|\
            swimsuit|nappy|joggers
        @they ..3 licks|licked|kissing|kisses|kissed|snogging ..2 me|her|him|my|@kid|down
        for sex
        sexual|sex ..2 abuse|assault|acts|stuff|things|favours|games
        have|had|having sex with ..3 me|her|him|us|men|boys|child|children|kid
        i|im|shes|she ..2 in ..1 bath|shower ..4 comes|came|coming|walks|watches
        coming|comes|walks|walking|barges in ..2 when|while ..4 bath|shower|changing|undressed|undressing|dressed|toilet
        @they ..4 sexually ..3 @child
        @force ..3 girls|boys|kids|me|her|him ..3 sexual|sex|naked|undress
        put|puts|putting ..1 his|its ..1 thing|dick|willy|penis|cock|parts
        takes|taking|took|pulled|removed ..2 pyjamas|knickers|nappy|pants|clothes ..1 off ..3 .|me|her|and|night|\
            asleep|when
        @force ..4 have|having|do|doing|perform ..1 sex|oral|sexual
        @force ..3 sex|sexual
        !rapes|raped|raping
        made|makes|make|making|forces|forced ..1 me|her|him|us ..1 do|have|give ..3 sex|sexual|bj|blowjob|oral|\
            things|favours
        sex ..2 with|for ..2 him|them|men|money|rent|drugs|older|adults|grown|my
        abused|abuses|abusing ..1 me|her|him|us ..2 sexually
        tickle|tickles|special|secret|quiet ..1 game|tickles|tickle|thing ..6 me|tell|secret|covers|uncle|grandad|bed
        tickles ..1 me|her|him ..3 under|covers|bed
        i|she|he didnt|dont wanna|want ..2 him|he|it|to ..2 touch|touching|kiss|inside|do|stop
        dont|not|didnt like ..1 what|how|when|where|way ..1 he|she|grandad|uncle|dad|they|stepdad|him ..2 does|\
            touches|shows|do|looks|did|cuddles|kisses|holds|touch
        things ..1 i|that|we dont like ..3 when|he|at|in|with
        wakes|wake me|her|him up ..5 touch|touches|kiss|sex|bed|hand
        hurts|hurt|hurting ..1 me|my ..2 down there|inside
        get|gets|getting|trying|tries ..2 in|into ..1 my|her bed|shower
        sex offender ..8 moved|living|lives|kids|children|home|house|with|babies|near|contact
        pimp|pimping|pimped|pimps
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
        puts|put|putting|sticks|stuck|shoved|slid|slides|his ..2 hand|hands|finger|fingers|thing|it|tongue ..1 up|\
            down|in|inside|under|between|on ..2 @sexpart|skirt|top|trousers|pants|pjs|pyjamas|shirt|legs|knickers|\
            dress|blanket|clothes|bra|me
        hand|hands|fingers ..1 up|down|inside|under my|her|his ..1 skirt|top|trousers|pants|pjs|pyjamas|shirt|\
            clothes|knickers|dress|bra|leg
        @grownup ..2 !touches|touching|touched me|us|my|her
        comes|came|come|coming|sneaks|gets|climbs|climbed|got|creeps|sneaking|creeping ..2 in|into|to ..1 my|her|our bed
        comes|came|come|coming|sneaks|creeps|sneaking|creeping|goes|went|going ..2 in|into|to ..1 my|her|our room|\
            bedroom ..3 @nights|drunk|undressed|asleep|dark
        night|nights|bedtime|asleep ..5 comes|came|come|coming|sneaks|gets|climbs|creeps|goes ..2 in|into|to ..2 \
            room|bedroom|bed
        @grownup ..2 gets|climbs|got|climbed|lies|lays|sleeps|slept in|into|on ..1 bed with|me|beside
        makes|made|make|making|forces|forced|got me|her|him|us ..1 touch|hold|kiss|lick|suck|undress|strip|watch ..1 \
            him|it|his|porn|off
        makes|made|make|making me|her|him|us ..2 clothes off
        makes|made|make|told|tells|forces|asks|asked me|her|him|us ..2 take|pull|put ..2 knickers|pants|clothes|\
            trousers|top|pyjamas|underwear|bra|shirt
        take|takes|took|taking my|her|his|our clothes|knickers|pants|underwear|top|pyjamas off
        our|a ..2 secret ..6 tell|telling|touch|touches|told|bed|room|touched
        says|said|told|its|tells|saying ..3 our|special ..1 secret
        doing|does|did|do ..1 things|stuff|bad|weird|something|sexual|rude ..1 to|with me|my ..3 body|night|bed|dont|\
            bits|shouldnt|secret|scared|private
        doing|does|did things|stuff|something|bad to me|@kid|my
        watches|watch|watching|watched|films|filmed|filming|looks ..1 me|her|us ..2 shower|undress|bath|undressing|\
            change|changing|dress|toilet|naked|dressed|showering
        @grownup ..5 !touching|touched|touches|groping|groped me|us|her|him|them
        someone|somebody|people|kids|boys|lads|girls|another ..5 !touching|touched|touches|groping me|us|her|him|them
        forced|forces|forcing|force himself|herself|themselves|itself on|onto
        rubs|rubbed|rubbing|presses|pressed ..2 himself|herself|it|thing ..1 against|on
        sit|sits|sitting ..1 on his|her lap
        film|filmed|films|filming|record|records|recorded ..2 me|us|her|him ..4 clothes|naked|undressed|sex|shower|\
            bath|bed
        no clothes on ..3 film|photos|pics|videos|camera|him|me|made
        got|get|gets ..2 undressed|naked|strip ..3 for|in|with him|her|front|them|me
        had|have|having|has ..1 sex ..6 12|13|14|15|adult|grown|older|man|men|force|forced|against
        makes|made|making|make me|her|him|us ..2 sleep|lie|lay|kiss|cuddle|shower|bath ..1 with|next|beside|him
        shows|showed|show|showing|watch|watching ..2 me|us|her|him ..2 porn|sex|dirty|naked
        !fondle|fondles|fondled|fondling|groped|gropes
        private parts|area|areas|bits
        inappropriate|sexual touching|contact|behaviour ..3 by|from|with|towards
        pull|pulls|pulled|pulling|lifts|lifted|rips|ripped ..2 my|her|his ..1 pants|knickers|trousers|top|skirt|\
            clothes|nightie|pyjamas|underwear|dress
        watch|look|looking|read|do ..3 dirty|rude|naughty|porn|sexy ..1 videos|pics|films|things|magazines|stuff|\
            pictures|film
        sleep|sleeps|slept|sleeping|stay ..1 with his|her|their|other|older ..1 friends|mates|men|boss|mate|brother
        baths|bath|washes|wash|dries|changes ..1 me|her|him ..5 hurts|hurt|touch|touches|down|funny|inside|private
        was|were|got|been|being ..1 touched ..4 by|when
        passed|shared|swapped|sold|sent ..1 between|around|round|to ..2 men|friends|mates|guys|others|gang
        on top of me|her|him
        makes|made me|her|him feel ..1 dirty|uncomfortable ..4 touch|touches|bed|room|body|looks
        creepy|creep|pervy|perv ..6 touch|bed|room|watch|watches|pics|asleep
        !molested|molesting|indecent|incest|indecently
        kissed|kisses|kissing|kiss|snogged ..1 me ..6 @grownup|lips|mouth|tongue
        @grownup ..2 kissed|kisses|kissing|snogged|snogs ..1 me|my|her
        on|ontop ..1 top of me|her
        @grownup ..3 having|sleeping|slept|sex ..1 sex|with ..2 daughter|girl|kid|child|student|pupil|sister
        pays|paid|paying|sells|sold|selling|pass|passed|passes|passing|share|shared|gives|gave|rented ..1 me|her|us \
            ..2 around|round|for|to ..3 sex|men|mates|friends|other|others|blokes|guys
        @grownup ..3 inappropriate|sexual ..1 things|way|touching|comments|messages|texts|behaviour with|to|towards|\
            about ..1 me|@kid
        pregnant ..4 stepdad|uncle|dad|raped|brother|12|11|13
        our|his|keep ..2 secret ..5 bed|bedroom|night|do|touch|touches|touched|clothes|body
        pictures|pics|photos|video|videos|filming of me|us ..3 naked|shower|undressed|changing|bath|toilet
        he|they|uncle|man|dad|stepdad|coach takes|take|taking|took|films ..1 pictures|pics|photos|videos ..1 of me|\
            her|us ..4 asleep|naked|shower|bath|changing|toilets|undressed
        """, doubtful="""
        exposed|exposes|flashed|flashes|showed|shows|showing ..1 himself|me|his|her ..1 to|willy|dick|penis|private|\
            privates|thing|porn|bits|cock
        @grownup ..5 when|while ..2 in|having|undressed ..2 bath|shower|undressed|toilet|bed|changing
        makes|made|make|making|forces|forced me|her|him|us|them ..1 do ..1 things|stuff|it|that|sex|bad|disgusting|weird
        pregnant|baby ..8 stepdad|uncle|raped|forced
        paedo|pedo|nonce|paedophile|predator|pervert|perv
        our|my|his|a|it|keep|kept ..2 secret ..5 bed|bedroom|night|do|did|touch|touches|touched|clothes|mum|body
        pictures|pics|photos|videos|filming|camera ..4 me|her|him|us ..3 asleep|naked|shower|undressed|changing|bath|\
            bedroom|toilet
        takes|take|taking|took|films ..1 pictures|pics|photos|videos ..1 of ..4 asleep|naked|shower|bath|changing|\
            toilets|undressed|bed|down
        """),
    Sign("online_and_images", "at_risk", True, """
        relationship|dating|seeing|going ..2 with ..4 man|men|adult|older|20|25|28|30|32|35|40|45|50
        undress|strip|naked|clothes|topless ..4 webcam|cam|camera|facetime|video|snapchat|snap|online|call|phone
        wants|wanted|asks|asked|asking|told ..2 me|her|him ..1 to ..2 be|become|meet ..3 girlfriend|boyfriend|meet|\
            him|alone|secret
        asks|asked|asking|wants|wanted|keeps|demanded|demanding ..4 nudes|nude|naked|knickers|underwear
        blackmail|blackmailed|blackmails|blackmailing ..2 me|@kid|him|her
        asks|asked|asking|wants|wanted|send|sent|sends|sending ..4 @pictures ..3 top|clothes|body|underwear|bra|\
            knickers|undressed|bikini|naked|chest|feet
        got|has|have|took|takes ..2 pics|pictures|photos|videos|nudes ..1 of ..1 me|her|him ..6 show|send|post|share|\
            everyone|unless|if|tell
        gets|given|getting|got|accepts|receiving|receives ..2 gifts|presents|money|phones|vapes|lifts ..4 older|men|\
            man|strangers|guys|adults
        men|man|adults|males|strangers ..3 picks|pick|picking|picked|collect|collects|collecting ..2 her|him|me|them|\
            girls|daughter|son|my
        20|25|30|35|40|45|50|man|men|adult|bloke ..3 messaging|messages|texting|texts|dming|contacting|snapchatting \
            ..2 me|my|her|him|daughter|son|girls
        got|has|have|had|took|takes|taking|taken|with ..1 nudes|naked|nude ..4 me|her|him|pics|@kid
        sent|sending|sends|send|sharing ..3 nudes|nude|naked
        met|meet|meeting|talks|talking|speaking|messages|messaging|chatting|dming|messaged ..4 online|snapchat|snap|\
            roblox|discord|insta|instagram|tiktok|fortnite|internet|app|telegram ..10 meet|older|man|men|secret|\
            nudes|adult|age|pics|naked|40|30|hotel
        talking|talks|chatting|messaging|speaking|texting ..2 to|with ..4 man|men|bloke|guy|adult|stranger|strangers|\
            older|boyfriend|20|25|30|35|40|45|50|year ..6 online|old|internet|snapchat|app|game|phone|secret|\
            secretly|daughter|she
        30|35|40|45|50|25|28|60 ..1 year|yr ..1 old man|men|bloke|guy|boyfriend
        man|men|guy|bloke|stranger|strangers|adult|adults|someone ..4 online|snapchat|snap|roblox|discord|insta|\
            instagram|internet ..8 meet|secret|nudes|pics|naked|pictures|address|sexual|live|dirty|explicit
        wants|asked|asking|gonna|told|wanted me|us|her|him to meet ..4 alone|secret|hotel|online|his|car|park
        boyfriend|bf|partner is|hes|who|aged ..2 19|20|21|22|23|24|25|26|27|28|29|30|31|32|33|34|35|38|40|45|50
        older|grown|adult|random man|men|boyfriend|bf|guys|guy|bloke|blokes ..8 meet|sex|flat|gifts|drinks|vapes|\
            money|car|cars|picks|hotel|hanging|seeing|messaging|texting|drives|vodka|sleeps|sleeping|drugs|party|\
            parties|house
        man|men|bloke|guy|lads|boyfriend ..4 gives|buys|bought|gave|giving|buying ..2 me|her|him|us|girls|them ..2 \
            vapes|vodka|drink|drinks|drugs|weed|lifts|presents|phone|money|cash|gifts|alcohol|fags|cigarettes
        dick pic|pics
        asked|asking|asks me|her|him for ..3 @pictures
        asks|asked|asking|wants|wanted|makes|made|making|told|tells|begging|keeps me|her|him|asking|daughter ..2\
             @send ..2 nudes|naked|nude|pics|pictures|photos ..4 .|of|naked|him|if|or
        being|been|is|was|getting ..1 !groomed
        grooming me|him|her|my|@kid
        !threatening|threatens|threatened|gonna|will ..3 post|share|send|leak|show ..2 nudes|nude|pics|naked|pictures
        stranger|strangers|man|men|someone|guy|tutor|teacher ..4 asked|asks|asking ..2 for ..3 @pictures
        """, doubtful="""
        30|35|40|45|50|25|28|60|older ..4 girlfriend|boyfriend|meet|love
        @send ..3 @pictures ..6 of me|myself|her|him|mine|my
        asked|asking|asks|wants|wanted ..2 for ..3 @pictures
        asks|asked|asking|wants|wanted|makes|made|making|told|tells|telling|begging|keeps|force|forced ..4 @send ..3 \
            @pictures
        !groomed|grooming|groom
        !threatening|threatens|threatened|gonna|will|blackmail|blackmailing|blackmailed ..4 @send ..4 @pictures|it|them
        """),
    Sign("forced_marriage_fgm", "emergency", True, """
        found|chosen|arranged|picked|got ..2 me|her|us ..1 a? husband|man
        taken|going|sent|flying|taking ..4 africa|gambia|somalia|sudan|nigeria|kenya|egypt|abroad ..4 cut|cutting|\
            circumcised|husband|marry
        wants|want|wanna|plans|planning|going|gonna|will ..2 cut ..2 sister|sisters|daughter|baby|girl|girls|niece
        must|forced|force|forcing|made|making|make|have ..6 marry|married|marriage|wedding|engagement
        flight|flights|ticket|tickets|booked|passport ..6 wedding|marry|marriage|married
        15|16|14|13|12|17 ..8 marry|married|marriage|wedding
        marry|married|marriage|wedding ..8 15|16|14|13|12|17
        circumcised|circumcise|circumcision
        forced|force|forcing|forces|arranged|arranging|made|make|making|makes ..4 !marry|married|marriage|wed|wedding
        marry|married ..5 dont want|wanna
        dont wanna|want ..2 marry|married|marriage
        marry|married|marriage|wedding ..8 pakistan|india|bangladesh|somalia|abroad|cousin|plane|flight|afghanistan|\
            nigeria|ticket|tickets|flying|airport
        pakistan|india|bangladesh|somalia|abroad|afghanistan|flight|flying|airport|plane|passport ..10 marry|married|\
            marriage|wedding
        taking|take|taken|sending|send|sent|fly|flying ..5 marry|married|marriage
        female circumcision|genital
        circumcise|circumcised|circumcision ..4 @kid|me|her|girls|daughter|girl
        the cutting|cutter
        cut|circumcised when|if ..2 we|i|she go|get|fly
        engaged|promised|betrothed ..2 to ..4 cousin|man|him|someone|older
        gonna|to|will|being|be|get|getting ..1 be? cut ..3 in|on|this|next ..2 holidays|holiday|summer|easter|\
            weekend|week|month|abroad|africa
        cut ..4 like ..3 girls|sister|women|cousin
        gonna|will|to|be cut down there
        honour|honor based|killing|violence
        marry|married|marriage|wedding ..6 must|force|forced|forcing|flight|flights|booked|ticket|tickets|abroad|15|\
            16|14|13|refuse
        having|have|done|do|get|getting|for|to|abroad|taking ..3 !fgm
        !fgm ..2 on|done|to me|her|us|them|my|in
        """, doubtful="""
        marry|married|marriage|wedding|engagement|husband ..6 must|force|forced|forcing|back|flight|flights|booked|\
            ticket|tickets|abroad|15|16|14|13|17|refuse|refused|made|making
        !fgm
        """),
)  # fmt: skip
