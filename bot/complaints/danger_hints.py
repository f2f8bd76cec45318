"""Danger told sideways: what is said around harm rather than of it. Each of these is doubtful by itself.

A goodbye, a body that is hidden, a door that is wedged, a debt that must be worked off: people also say such words
of nothing at all, so that only with the classifier's agreement, or without Rasa, do they raise an alert.
"""

from __future__ import annotations

from bot.complaints.danger_sign import Sign

HINT_SIGNS = (
    Sign("leaving_for_good", "emergency", False, "", doubtful="""
        gave|giving|given|gives ..4 things|stuff|clothes|everything|games|toys ..2 away
        gave|giving|given|gives ..4 away ..6 things|stuff|clothes|everything|phone|games|toys|pet|favourite
        who gets ..1 my|her|his
        without|if i|me ..1 wasnt|werent|not|gone ..1 here|around|born|.
        if i|me ..2 wasnt|werent|gone|not ..1 here|around|there|born
        made|got|wrote|writing|left ..2 list|letters|letter|playlist|notes ..4 for ..2 after|everyone|each|when
        saving|saved|hiding|kept|keeping ..3 tablets|pills|meds|them up
        stopped taking ..2 meds|tablets|them|pills
        done|did it|something ..1 too? deep|bad|stupid|silly
        done it ..1 too|now
        took|taken|swallowed|drank|drunk|necked something|stuff|bleach|summat|descaler|batteries|battery
        bleach .
        not waking up|after
        top of ..2 the|a ..1 car|multi|multistorey|flats|building|tower
        on|top|at|by ..2 the|a roof|multistorey|ledge|railway|tracks|track|pylon|cliff|edge|viaduct|flyover ..6 .|\
            and|not|dont|cant|wont|now
        not doing ..1 too|so|very ..1 good|great|well
        """, now=False),
    Sign("hidden_body", "at_risk", False, "", doubtful="""
        doing|done|did my|her|his ..1 arms|arm|legs|leg|wrists|thighs ..1 again|.|in|since
        hoodie|sleeves|jumper|cardigan ..6 summer|hot|heat|july|june|arms|cuts|weather|pe
        long sleeves
        scissors|razor|blade|blades|sharpener|compass ..4 arm|arms|leg|legs|skin|myself|bathroom|under|bed
        not|hasnt|havent|stopped|isnt|cant|wont|only|nothing|barely ..2 eaten|eat|eating|ate ..6 days|weeks|weight|\
            kilo|stone
        weighs|weigh|lost ..3 stone|kilo|kilos
        sick|sicks ..2 up? after ..1 tea|dinner|meals|eating|food
        """, now=False),
    Sign("touched_or_watched", "at_risk", True, "", doubtful="""
        when|wen everyone|everyones|everybody|mum|mums|nan|nobody|nobodys|carer ..2 asleep|sleeping|nights|work|out|\
            away ..8 he|him
        he only|just does|comes|touches|hits ..1 it when|wen
        sits|sat|lies|lays|sleeps|stands|comes|gets ..2 on|in|at|by|into my|her|his|our ..1 bed|bedside|room ..6\
             night|till|until|asleep|when|and|.
        bath|bathtime|shower|bathroom|baths ..6 helps|help|watches|looks|comes|in ..3 he|me|her|him|dont|like
        my|her|his|our special|secret|little secret|game|friend|club
        sit|sits|sat ..2 on his|him lap|knee|.
        undress|undressed|naked|knickers|tights|bra|pants|underwear ..6 he|him|man|uncle|grandad|dad|stepdad|photos|\
            pics|video
        baby|bump|pregnant|late|period ..6 whos|dad|uncle|tell|cant ..3 whos|say|know|tell
        tummy ..3 big|bigger|growing
        video|videos|photos|pics ..4 of ..1 me|you|her ..6 know|knew|taking|sends|send|everyone|share|without
        do ..1 it|things|stuff with his|their|other|the ..2 mates|friends|men|mate|friend|others
        good to him|them
        loved|love him ..3 id|i ..2 do|would
        """, now=False),
    Sign("led_on_or_in_debt", "at_risk", True, "", doubtful="""
        man|bloke|guy|lad|someone|friend|boyfriend|mate ..2 off|from|on|in snap|snapchat|insta|instagram|discord|\
            roblox|tiktok|online|internet|telegram|app
        send|sends|sent|sending ..2 it|them|pics|video|photo|photos ..4 dad|mum|everyone|friends|mates|unless
        owe|owes|owing|owed ..3 him|them|dealer|lads|people
        work|worked|works|pay|paying|paid ..2 it|off|back ..2 off|back|debt|travel
        two|new|three|another|second|burner ..1 phone|phones|trainers|iphone ..8 money|cash|nights|man|men|who|\
            somebody|dont|bought|gone|missing
        go|going|goes|gone|went country|ot|cunch
        older lads|boys|men|man|boyfriend|guy|guys
        passport|passports|papers ..6 keeps|took|hid|hide|locked|burn
        """, now=False),
    Sign("marks_and_punishment", "at_risk", True, "", doubtful="""
        when hes|he|mum|shes|dad ..2 had|been ..2 a? drink|drinking
        belt again|out|off|marks
        finger|fingers|thumb|hand shapes|marks|prints|print
        round|circular marks|burns|bruises
        marks ..3 under|round|wrist|arms|legs|back
        flinches|flinched|flinch|cowers|cowering|cowered
        hands ..1 round|around ..3 throat|neck
        by|round the|her|his|my throat|collar
        held|hold|holds|holding|pushed|pushes|puts|put ..2 my|his|her|me|him ..1 head|face|under ..3 water|under|\
            toilet|loo|bath|down|carpet|pillow
        gonna|will|going shank|batter|jump|bang|stab ..1 me|him|us|her
        when im|i|hes|shes bad|naughty
        cos|because|says ..1 im|hes|shes ..1 naughty
        eat|eats|stand|stands|sit|sits|sleep|sleeps ..1 on|outside|in ..1 the? floor|outside|shed|garage|bath|hall|\
            garden
        mattress|duvet ..2 took|taken|takes|take ..1 off|away
        bucket ..4 room|night|toilet|wee|bed|there
        """, now=False),
    Sign("hiding_or_found", "at_risk", True, "", doubtful="""
        chair|chairs|drawers|chest|wardrobe|furniture|bed|desk ..3 against|agenst|behind|infront ..2 door
        hide|hides|hid|hiding ..5 cupboard|wardrobe|settee|sofa|attic|loft
        !@afraid ..4 tonight|home|dad|him|weekend|contact|alone
        moved|moving|moves|let|lets ..2 back ..1 in
        found ..1 out ..2 where we|i|live|us|address
        knows where ..1 we|i|she ..1 live|lives|am|are|is
        turned|turns|turning|sat|parked|waiting|waits ..2 up|outside ..4 house|flat|gate|door|window|again|night|work
        dont ring|call|phone ..4 he|hes|dad|him
        cant|wont|not ..1 go|goes ..1 home|back ..3 tonight|there|not|cos|because|.|he
        dont|not tell ..2 him|dad|mum|mummy|daddy|anyone|anybody ..4 .|he|she|or|please|ill
        bolt|bolts|padlock|lock|locks|locked ..3 outside|in|from ..2 outside|door|room|bedroom|of
        not|never allowed|let ..1 to? ..1 out|outside|leave
        """, now=False),
    Sign("child_uncared_for", "at_risk", True, "", doubtful="""
        left|leaves|leave|leaving ..1 us|me|them|him|her|kids|baby ..2 in|on|here|alone|with ..4 car|own|dark|night|\
            flat|house|hours|drove|stranger
        hasnt|havent|not|aint|didnt ..1 been|come|came ..1 back|home ..4 since|yet|night|tonight|days|yesterday|.
        drives|drove|driving ..6 drunk|pub|drinking|drink|pissed|pints
        tablet|tablets|pills|calpol|medicine|wine ..6 sleep|sleeps|bed|sleepy|quiet|asleep
        filthy|stinks|stinking|matted|nits|lice|unwashed|smells ..8 child|kids|baby|nappy|boy|girl
        nappy ..4 hours|days|friday|since|soaked|changed
        next door|doors ..6 kids|baby|child|children|screaming|crying|little|boy|girl
        kicked|chucked|thrown|threw|booted|turfed|slung ..2 out ..3 tonight|today|street|with|bags|now
        sleeping|slept|sleep|kipping|living ..3 in|on|rough ..2 car|streets|park|bench|stairwell|van|tent|shed|rough|\
            airport|laundrette|garage
        nowhere|anywhere|somewhere|where ..2 to|2 ..1 go|sleep|stay|kip|crash ..3 tonight|now
        """, now=False),
    Sign("collapsed", "emergency", False, "", doubtful="""
        mum|mums|dad|nan|shes|hes|sister|brother|baby|babys|she|he ..2 wont|not|stopped|isnt ..2 floppy|wake|moving|\
            breathing|breathe|waking
        gone|going|went|is|looks|very|all floppy|blue|limp|stiff
        lips ..2 blue
        choking|seizing|convulsing|slurring|collapsed .|and|on|in|she|he|from|with|now|tonight
        gas ..2 on|left|leak
        under|in the water|river|weir|canal ..4 up|see|cant|come
        fire ..3 kids|upstairs ..4 in|upstairs|kids
        """, now=False),
)  # fmt: skip
