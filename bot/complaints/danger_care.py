"""Danger signs about care: neglect, a child alone, carers who harm, fear of home, exploitation by gangs."""

from __future__ import annotations

from bot.complaints.danger_sign import Sign

CARE_SIGNS = (
    Sign("young_child_alone", "emergency", True, """
        baby|toddler|babies ..2 left ..4 bath|car|bed|cot|alone|herself|himself|outside|house|floor
        leave|leaves|left|leaving ..3 kids|children|baby|them|us|twins|boys|girls ..2 themselves|ourselves|alone|own|\
            unattended
        im|i ..4 looking|look ..1 after ..4 babies|baby|kids|brothers|sisters|twins ..4 alone|own|myself|nobody
        mum|dad|mums|dads|parents|they|she|he ..2 goes|go|went|going|out|stays ..2 out|night|all ..6 look|looking|\
            baby|alone|brother|sister|own
        @i ..2 look|looking|looks after ..2 baby|babies|brother|sister|twins|siblings ..5 night|alone|own|all|\
            because|while|when
        baby|toddler|kids|children ..3 on their|his|her|its own
        toddler|baby|child|kid|little|boy|girl|@small ..4 wandering|outside|wandered|roaming|walking|street|road ..3 \
            alone|own|street|night|road|himself|herself|nappy|barefoot
        mum|mums|dad|dads|mummy|daddy|parents ..2 went|gone|left|goes|out ..4 hasnt|havent|not|never|didnt ..1 come|\
            came|been|back
        left|leaves us|me|them|him|her alone .
        mum|mums|dad|dads|mummy|daddy|parents|they|she|he ..4 left|leaves us|me|them ..1 alone
        were|we|kids|children|im ..2 alone ..3 scared|frightened|night|hungry|dark|hours|days|crying
        left ..2 on our|my|their|its own
        left ..2 by ourselves|myself|themselves
        left|leaves|leave|leaving ..1 me|us|him|her|them|baby|toddler|kids|children|brother|sister|son|daughter ..3 \
            alone|own|unsupervised|themselves ..4 house|night|nights|days|all|hours|weekend|flat|with|when|while|to|\
            every|home|in|at|for|overnight
        im|i|we|me am? @small|10|11|ten ..8 alone|own|myself|nobody
        nobody|mum|dad|mummy|daddy|adult|grownup|adults ..2 hasnt|havent|not|aint|isnt|never|been ..2 come|came|been|\
            back|home ..3 home|back|since|yesterday|days|night
        mum|mummy|mums|dad|daddy|dads|nan|nans|brother|brothers|shes|hes ..2 wont|not|doesnt|cant|isnt|aint wake|\
            waking|move|moving|breathing|breathe
        mum|mummy|dad|daddy|nan ..3 wont get up
        asleep|sleeping ..3 all day ..4 wont|cant|up|wake|not
        baby|brother|sister ..3 crying|screaming ..4 nobody|no|adult|alone|mum
        fell asleep ..4 wont ..1 get|wake ..1 up
        mum|mummy|dad|daddy|mums|dads ..2 passed out
        mum|mummy|dad|daddy ..1 is|has? collapsed|unconscious|unresponsive|overdosed
        @small year|yr|month|months|years old? ..4 left|home ..1 alone|unsupervised|themselves
        kids|children|baby|toddler ..4 left ..1 alone|unsupervised
        """, doubtful="""
        nobody|nobodys|noone ..1 come|came|is|home|here|else|at ..1 home|here|house ..6 alone|scared|baby|brother|\
            sister|night|dark|.
        nan|nans|mum|mums|dad|dads|grandad ..2 on|fell ..1 the floor
        baby|toddler|babies|brother|sister|siblings|kids|children ..2 left|home|all|been ..1 alone|unsupervised
        no|any adult|adults|grown|grownup|grownups ..1 here|home|house|up|in|around|with
        mum|mummy|dad|daddy|shes|hes ..2 passed|collapsed|unconscious|od|overdosed|unresponsive|floppy
        @small ..1 year|years|yr|yrs|yo|months|month ..1 old? ..6 left? ..2 alone|own|unsupervised|themselves
        baby|toddler|babies|kids|children|child|brother|sister|siblings ..3 left|home|all|been ..1 home? alone|own|\
            unsupervised|themselves
        """),
    Sign("neglect", "at_risk", True, """
        not|never|isnt|arent|aint ..2 being? fed
        never|nothing|not|isnt|no ..2 anything|nothing|enough ..1 to eat
        nothing to eat
        never|dont|doesnt|wont|not ..1 gets|get|buys|buy|gives|give|makes|make|cooks ..1 us|me|them|him|her ..1 food|\
            dinner|tea|meals
        filthy|starving|starved|malnourished|skinny|thin|unfed|lice|soiled ..5 filthy|starving|kids|children|cousins|\
            nephew|niece|baby|brother|sister|child|feed|fed|eat|food
        kids|children|cousins|nephew|niece|nephews|baby|brother|sister|child ..4 filthy|starving|starved|\
            malnourished|unfed|emaciated
        forgets|forget|forgot to feed
        @they ..2 wont|dont|doesnt|never|not|didnt|refuses|hardly|barely feed|feeds|fed|feeding|give|gives|giving \
            ..1 me|us|him|her|them|@kid|kids ..2 food|eat|dinner|tea|anything|.
        @they ..2 doesnt|wont|dont|never|not|hardly|isnt|arent|didnt feed|feeds|feeding|fed ..1 @child|kids
        havent|hasnt|not|aint|hadnt|didnt ..2 eaten|eat|ate|fed ..4 since|for|days|yesterday|today|all
        nothing to eat ..3 days|home|house|since|all|.
        parents|mum|dad|they|she|he|carer|carers ..1 dont|doesnt|never|wont|not|didnt ..1 buy|cook|get|make|give ..2 \
            food|dinner|tea|meals|us|me|anything
        nobody|noone ..1 looks|looking|cares|caring ..1 after|for us|me|them|him|her|kids|@kid
        being|been|is|are|was starved|malnourished
        dirty|hungry|filthy|soiled|wet|thin|unwashed ..4 dirty|hungry|filthy|care|cares|bothered|clothes|nappy|mum|\
            nappies|cold
        going|go|goes|went|gone|sent|put to bed|school|sleep ..2 hungry|starving|starved|unfed
        steal|stealing|steals|nicking|nick ..3 food ..4 hungry|eat|feed|because|brother|sister
        nothing|no food|dinner|tea|breakfast ..1 at|in|when home|house|weekends|cupboard|cupboards|fridge
        no|doesnt|not|never give|gives|giving ..1 food ..2 to|for ..1 my|the|him|her|us|me|children
        raising|looking|looks|look after ..2 baby|brother|sister|himself|herself|themselves|kids ..4 alone|own|\
            because|wont|drunk|bed|sleeps|nobody
        same clothes|nappy ..4 all|days|week|wet|since|weeks
        no heating|electric|gas|hot ..8 kids|baby|child|children|cold|sister|brother
        smell|smells|smelly|filthy|dirty|stinks ..4 child|children|baby|house|clothes|kids ..6 hungry|nappy|neglect|\
            unfed|lice|worried
        they|she|he lock|locks|locked ..1 the|food|kitchen|fridge ..1 fridge|food|kitchen ..3 so|we|cant|eat
        have|got no food ..3 and|sleep|floor ..3 mum|sleep|floor|hungry
        im|so|always|kids|children|were ..2 starving|hungry ..4 no|nothing|feed|fed|eat
        starving himself|herself|themselves
        nobody|noone|never|hardly feeds|feed|feeding|fed ..1 me|us|him|her|them|my
        @kid is|are|being ..1 being? !neglected
        never ..2 any|enough ..1 food
        nothing ..2 eat ..2 in|at ..2 house|home|cupboards
        no food ..1 in ..1 the|our house|cupboards|cupboard|fridge|flat
        no|aint|isnt|not|without food|dinner|tea ..1 since|for ..1 yesterday|days|two|three
        only eat|eats ..1 at school
        """, doubtful="""
        starves|starving me|us|him|her|them|@kid
        eats|eating|eat ..3 bins|bin|rubbish
        lock|locks|locked|padlock ..2 on|food|the ..2 fridge|food|cupboard|cupboards|kitchen
        no food ..3 and|sleep|floor|house
        @i|so|always|kids|children|hes|shes|theyre|always ..2 starving|hungry ..5 all|always|food|nobody|every|no|\
            feed|fed|give|night|eat|they|bins
        starves|starved|starving|starve me|us|him|her|them|kids|my|@kid|bairn
        nobody|noone|never|hardly feeds|feed|feeding|fed|cooks|cook|gives ..1 me|us|him|her|them|food
        !neglect|neglects|neglected|neglecting|neglectful ..3 @child|kids|children|parents|mum|dad|carer|carers
        @child|kids|children|is|are|being|been ..2 !neglected|neglecting|neglect
        never|theres|there|aint|isnt|no|hardly ..2 no|any|enough ..1 food|foods
        no|nothing ..2 food|eat ..4 in|at|since|for ..3 house|home|cupboards|yesterday|days|fridge|day|weekend|monday
        no|aint|isnt|not|without|any food|foods|dinner ..1 in|at|since|for|today|here ..2 house|home|cupboard|\
            cupboards|yesterday|days|fridge|days|flat|the
        not|isnt|arent|never|doesnt|dont|no|only ..1 eat|eats|eating|fed|food|feeding ..4 home|school|days|weekend|\
            week|enough
        """),
    Sign("worry_about_carer_or_worker", "at_risk", True, """
        locked|locks|locking me|us|him|her|them ..1 in|up|inside|away
        locked|locks|lock|locking|shut|shuts ..1 me|us|him|her|them|son|daughter|kids|@kid ..1 in|inside ..3\
             cupboard|room|bedroom|shed|cellar|garage|bathroom|cage|dark|house|flat|basement|loft
        husband|he|dad|mum|they keeps|keep me ..1 prisoner|locked
        im|am|i|is|get|gets|kept|hes|shes ..1 locked in ..3 room|bedroom|cupboard|house|shed|flat|garage|basement|\
            cellar
        kept|keeps|in a? cage
        kept|keeps|keep|held me|us|him|her ..2 in|inside ..2 shed|cellar|garage|cupboard|bathroom|cage|loft
        ties|tie|tied|tying me|him|her|us|them to ..2 bed|chair|cot|radiator|door
        """, doubtful="""
        tied|ties|tie|tying|chained me|him|her|us|them to|up at|in|to|.
        carer|carers|fosterer|staff|worker|teacher|keyworker|coach|tutor|escort|driver|childminder|nurse ..4 !hurts|\
            hurt|hits|hit|slaps|slapped|smacks|smacked|punched|grabs|grabbed|pushed|pushes|kicked|kicks|pinned|\
            dragged|abuses|abused|abusing|bullies|locked|locks|touches|touched|threatens|threatened|strangled|choked|\
            starves|threw|spat|hitting|hurting|shook|assaulted ..3 me|us|him|her|them|@kid|my|young
        locked|locks|lock|locking|shut|shuts|keeps|puts|put ..1 me|us|him|her|them|you|son|daughter|kids|@kid ..1 in|\
            inside ..3 cupboard|room|bedroom|shed|cellar|garage|bathroom|cage|dark|house|flat|basement|loft
        locked in ..3 room|bedroom|cupboard|house|shed|flat|garage|basement|cellar|here
        cage
        kept|keeps|keep|held ..3 in|inside ..2 shed|cellar|garage|cupboard|bathroom|cage|loft|outhouse
        tied|ties|tie|tying|chained|strapped|handcuffed ..2 me|him|her|us|them|up
        """),
    Sign("afraid_at_home", "at_risk", True, """
        !@afraid of ..2 their|his|her|my|our|the ..1 @they
        scared|terrified|frightened|afraid ..2 to be ..2 alone ..1 with
        cant|wont|not|never|dont ..2 @goes ..2 there|home|back ..4 hurt|hurts|hit|hits|kill|beat|touch|he|she
        !@afraid ..3 @goes ..3 home|house|there|placement|back
        dont|not|never|cant|wont|aint|begs|begged|begging|cries|crying|refuses|refusing ..3 @goes ..1 home|back ..4 \
            because|hits|hit|scared|hurt|hurts|he|afraid|him|kill|there|.
        dont wanna go home
        cant go home
        chair|wardrobe|drawers|furniture against ..1 the|my|her door
        !@afraid to|of ..2 go|going|be|being|stay|sleep|live|get|back ..3 home|house|here|there|back|asleep|with
        dont|not|never|didnt|doesnt|wont|cant ..2 feel|safe|be ..2 safe ..4 home|here|house|placement|there|him|dad|\
            mum|her|going|where|anymore|tonight|him
        dont|never feel safe
        im|i|we|am|are not safe here|there|anymore|.
        not|isnt|aint safe ..2 at|in|with|here|for ..1 home|house|dad|mum|him|her|me|us|here|there|carer|placement|\
            the|them|his
        unsafe at|in|with|here ..1 home|house|him|her|placement|them
        i|im|we|am ..3 !unsafe
        he|she|they|dad|mum|hes|shes|partner|boyfriend|husband|carer|stepdad ..2 scares|frightens|terrifies|scaring|\
            frightening me|us|them|him|her|my|@kid
        please ..3 dont send|make|let ..3 back|home
        i|im|very|really|am|so ..1 !@afraid of|from ..2 my? dad|dads|mum|stepdad|carer|carers|uncle|boyfriend|husband|\
            father|mother|partner
        @kid ..2 !@afraid of ..2 their|his|her|my ..1 dad|dads|stepdad|stepfather|father|mum|mother|carer|uncle|\
            partner
        """, doubtful="""
        i|im|hes|shes|child|children|kids|son|daughter|very|really|he|she|is|are|so ..3 !@afraid of|from ..3 dad|dads|\
            mum|mums|stepdad|him|her|carer|carers|uncle|boyfriend|husband|husbands|partner|man|ex|father|mother|staff
        @i|hes|shes|daughter|son|child ..3 !terrified|petrified|afraid|scared|frightened of ..2 him|her|dad|mum|\
            father|mother|stepdad|them|carer
        """),
    Sign("harmful_substances_at_home", "at_risk", True, """
        mum|dad|parents|mums|dads|carer|he|she|stepdad|they|partner ..3 drunk|high|wasted|stoned|using|pissed|\
            smashed|drinking ..8 scared|hits|baby|kids|drives|driving|wont|alone|hurts|shouts|fall|falls|children|\
            every|again|sick
        drunk|drink|high|stoned ..3 driving|drove|drives|drive ..5 kids|children|me|us|baby|him|her|car|with
        @they ..3 drinking|drunk|drinks ..6 baby|kids|children|knee|arms|drives|drive
        drives|drive|drove|driving ..2 me|us|him|her|kids|children ..3 drunk|drinking|drink|high|stoned
        needles|syringes|spliffs|crack|heroin ..6 kids|baby|floor|house|bedroom|children|toddler|mum|dad
        """),
    Sign("trafficking_or_county_lines", "at_risk", True, """
        make|makes|made|making me|him|her|us ..2 hide|stash|keep|store|carry|hold ..2 stuff|drugs|packages|things|\
            bags|gear|weapons|money|knives
        making|make|made|makes|force|forced|get|getting ..2 me|him|her|us|them ..2 @carries ..4 knives|knife|gun|\
            weapons|weapon|phones|money
        took|taken|take|keeps|kept|has|hid|hold|holds ..1 my|our|his|her ..1 id|papers|documents|passport|visa
        delivering|carrying|selling|running|holding|moving|dealing ..2 drugs|weed|coke|crack|heroin
        paying|pays|paid|pay ..5 sex
        forced|made|making|make|force ..2 to? work ..5 bar|farm|restaurant|house|factory|shop|car|wash|site|nail|for|\
            night|hours
        !trafficked|trafficking|trafficker|traffickers
        modern slavery
        made|makes|make|making|force|forced|forcing|forces|got|getting|told|tells|want|wants ..3 @carries ..4 @drugs
        @carries|move ..1 drugs|weed|coke|crack|heroin|gear|packages ..2 for|to
        trap|trapping|cuckooed|cuckooing house|in|out|by|him|her|my
        cuckooed|cuckooing
        exploiting ..1 @kid|him|her|me
        owe|owes|owing|owed|debt ..5 dealer|gang|dealers|olders|elders|hurt|kill|work|drugs
        gang|gangs|dealers|olders ..4 after|threatening|looking|recruit|recruited|kill|hurt|using|making|control
        took|taken|takes|take|hid|hidden|keeps|kept|has|have|hold ..1 my|our|her|his passport|passports
        wont|not|cant|dont let|letting|leave|letting me|us|her|him ..1 leave|go|out|home ..6 until|till|money|locked|\
            owe|flat|scared|house
        making|makes|made|make|got ..1 me|him|us|her|them work ..2 it|off|debt
        gotta|have|made|makes|got to? do bits|favours|drops ..3 for|olders|phone
        hold|keep|hide ..2 something|stuff|things|package|packages|knife|money ..4 for|under|olders|bed|them|him|gang
        made|make|makes|making|forced|force ..1 me|us|him|her work ..4 money|pay|free|day|house|nail|car|wages
        brought|bought ..1 me|us here ..6 work|clean|men|passport
        used|using|doing|into|for|in county lines
        going|went|goes cunch|ot
        im|am !exploited
        """, doubtful="""
        @kid|i|im|is|being ..1 being !exploited
        county lines
        cunch|going|went|goes country|ot
        kidnapped|kidnap|abducted|abducting|snatched
        child|criminal|sexual exploitation
        !criminally|sexually|being|is|are exploited
        """),
)  # fmt: skip
