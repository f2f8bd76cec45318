"""Danger signs of being missing, having nowhere to sleep, and of calls for help."""

from __future__ import annotations

from bot.complaints.danger_sign import Sign

AWAY_SIGNS = (
    Sign("missing", "emergency", False, """
        went|gone|left|walked ..2 out|off|missing ..6 not|hasnt|never|havent ..1 returned|back|home|come|seen
        ran|run|gone|went|runs off|away ..2 with ..3 man|men|bloke|guy|boyfriend|him|someone|stranger|older|adult
        not|havent|hasnt|isnt|aint been home|seen ..4 days|since|nights|night|noticed|weeks
        i|ive|im ..2 ran|run|running|legged ..1 away|off ..6 tonight|now|dont|cant|nobody|alone|station|street|town|from
        he|she|hes|shes|they|daughter|son|child ..2 ran|run|running|bolted|legged ..1 away|off ..8 police|missing|\
            tonight|since|hours|phone|where|night|not|hasnt|gone|still|find
        ran|run|legged|absconded|bunked|sneaked|escaped ..3 from|it|out|of ..3 home|placement|carers|care|unit|house|\
            hospital|them|carer|window|night
        nowhere to be found
        dont|not|no|cant know|no|idea|clue|find where ..1 he|she|they|hes|shes|theyre|im|daughter|son ..1 is|are|.|\
            gone .
        nobody knows|know|no where|wear i|im|he|she|hes|shes|they|we
        out all|been night|out ..6 ran|run|left|alone|home|back|go|cold
        nobody|havent|hasnt|not ..2 seen|heard ..2 him|her|them|son|daughter ..1 since ..2 last|yesterday|night|\
            morning|lunch|lunchtime|friday|saturday|sunday|monday|tuesday|wednesday|thursday|midnight
        gone|got|get|taken ..4 in|into ..2 car|van with|man|men|someone
        bed ..2 empty|not slept
        left home ..4 dont|nobody|anywhere|note
        he|she|daughter|son|boy|girl|child|brother|sister ..3 hasnt|not|never|didnt|isnt ..1 come|came|returned|been\
             home|back
        @kid|he|she|hes|shes|they|has|have ..1 went|gone missing again|from|since|and|overnight|for|.
        @kid ..3 went|gone missing
        !missing since|for|overnight|all ..3 night|hours|yesterday|morning|days|friday|saturday|sunday|monday|\
            tuesday|wednesday|thursday|2|3|4|5|6|7|8|9|10|11|12
        !missing from ..2 home|placement|care|unit
        is|been|hes|shes|daughter|son ..1 !missing since|from|again|for|overnight|and ..3 she|he|police|nobody|night|\
            home|yesterday|hours|days
        he|she|hes|shes|daughter|son ..1 been gone ..3 days|hours|nights|overnight
        """, doubtful="""
        he|she|hes|shes|daughter|son|boy|girl|child|they ..2 disappeared|vanished
        absconded|absconds|absconding
        he|she|daughter|son|boy|girl|child|hes|shes|brother|sister|they|i ..3 hasnt|havent|not|never|didnt|aint|isnt \
            ..1 come|came|returned|comes|been home|back|seen
        he|she|hes|shes|daughter|son ..3 been gone ..3 hours|since|all|night|days|overnight
        @kid|he|she|hes|shes|they|i|who ..3 went|gone|goes|going missing
        !missing since|again|from|for|person|overnight|all|still|tonight|yesterday|hours ..6 night|hours|yesterday|\
            morning|police|home|placement|days|phone|school|care|now|1|2|3|4|5|6|7|8|9|10|11|12|and|friday|saturday|\
            sunday|monday|tuesday|wednesday|thursday|back|tonight
        is|been|reported|still|hes|shes|im ..1 !missing .|and|since|from|again|for|now|overnight|with|he|she|we
        dont|no know|no|idea where im|i|we ..1 am|are|.
        """),
    Sign("nowhere_to_sleep", "emergency", False, """
        lock|locks|locked|locking|shut|shuts ..1 me|us|him|her|them ..1 out|outside
        walking|wandering|out ..2 streets ..4 night|2am|3am|1am|midnight|alone|cold|because|.
        nowhere to ..1 take|put|bring ..3 children|kids|baby|them|him|her
        nowhere ..2 with|for ..3 kids|children|baby
        nowhere|anywhere to|for|2 ..1 sleep|stay|go|live|sleeping ..4 tonight|now|tomorrow|night|weekend
        somewhere|place|bed to|for ..1 sleep|stay|sleeping ..1 tonight
        nowhere to|for|2 ..1 sleep|stay|go|live
        where|were ..1 do|can|am|will|shall|should|gonna? i|we ..2 sleep|stay|go ..2 tonight|now
        where|were ..1 do|can|am|will|shall|should|we|i ..1 sleep .
        no have place|bed|house ..2 sleep|sleeping|stay
        sleeping|sleep|slept|sleeps|slept ..2 rough|street|streets|park|car|bus|doorway|outside|stairwell|tent|\
            station|van|bench|garage|a&e
        homeless ..5 tonight|now|today|tomorrow|with|from|and|right|night|baby|kids|16|17|since|street|as
        kicked|kick|kicks|chucked|threw|booted|turfed|slung|put ..2 out ..8 tonight|nowhere|street|cold|raining|dark|\
            socks|freezing|rain|outside|pavement
        on night buses
        outside ..4 with|wiv ..3 bags
        out on ..2 street|streets|arse
        changed the locks ..4 cant|wont|couldnt|not ..2 get|in|let
        changed the locks ..8 out|nowhere|pavement|sleep|stuff|street|go|bags
        key ..2 doesnt|dont|wont|not work ..8 sleep|tonight|bags|out
        nowhere tonight|neither|left
        evicted|eviction|evicting ..6 tonight|today|now|tomorrow|street|baby|nowhere
        bailiffs ..6 tonight|today|now|tomorrow|here
        mum|dad|she|he|they|carer|parents|mums|dads ..1 wont|doesnt|refuses|not ..1 let|letting ..1 me|us in|back|\
            inside
        im|were|we|i|been ..1 locked out ..3 tonight|cold|night|dark|freezing|and|.
        locked me|us out
        have|got nowhere .|tonight
        im|am|were|currently ..1 !homeless
        thrown|kicked|chucked|turned|throwing|kicking|put ..1 us|me|them out ..2 of? hotel|flat|hostel|house|tonight|\
            baby|kids
        on|onto the street|streets tonight|now|.|with
        no place|where to|for ..1 sleep|stay|go|live|sleeping|tonight
        nobody|noone|anyone ..2 have|take me|us ..1 in? tonight
        """, doubtful="""
        no bed ..3 tonight|night
        wont|not|doesnt|didnt|refuses|refused ..1 let|letting|allow ..2 me|us|him|her ..1 in|back|inside ..4 house|\
            home|flat|midnight|night|cold|outside|and|.
        sofa surfing
        locked|lock|shut ..2 out ..6 tonight|cold|night|house|home|dark|hours|mum|dad|freezing|flat|.|its|and|room|carer
        have|got|has nowhere .|and|so|now|else|tonight
        im|am|were|are|made|being|become|street|is|now|currently|hes|shes ..1 !homeless
        thrown|kicked|chucked|put|turned|throwing|kicking ..1 us|me|them ..1 out ..2 of? with|hotel|flat|hostel|\
            house|home|tonight|baby|kids|today|and|on|at
        on|onto the street|streets ..6 tonight|now|since|night|today|with|kids|baby|homeless|.
        no place|bed|where to|for ..1 sleep|stay|go|live|sleeping|tonight|me|us
        """),
    Sign("call_for_help", "emergency", False, """
        need|want|can ..2 somebody|someone|anyone ..2 come|get|collect|fetch|help ..4 now|rightnow|tonight|urgently|here
        need|please ..2 get|fetch|collect me|us ..3 now|out|tonight|please|away
        hes|shes|he|she|they ..1 is? gonna hit|kill|hurt|beat|rape|stab me|us|him|her|my|mum
        . help me .
        . help me please .
        . please help .
        . please help me .
        . sos .
        . im scared .
        . i am scared .
        . 999 .
        . save me .
        need|get|send|call|ring ..2 police|ambulance ..1 now|please|quick|rightnow|fast
        . ..1 police please
        i|im|we|were|hes|shes|theyre|child|children|kids|baby|he|she|they|son|daughter ..1 in ..1 !danger
        hes|shes ..1 outside ..3 door|room|house|window|my
        trying|tries|tried ..1 to ..1 get|break|come|breaking|kick ..2 in|inside ..2 .|house|door|flat|window|room|\
            here|my|our
        breaking|broken|smashing ..1 in|into ..4 rightnow|now|house|door|flat|here|someone|he|im|hiding
        cant talk|speak|ring|call|phone ..2 he|hes|hear|listening|they|out|she|near|loud
        help|come|hurry|someone|somebody ..3 quick|quickly|hurry|fast|asap|urgent
        need|want help rightnow|now|quick|quickly|urgently|please
        . ..2 call|ring|get|send ..1 an|the? ambulance|police|help .
        put|slipped|spiked ..3 something|my|drink ..3 drink|dizzy|drugged|drinks
        send|get|call|ring|phone ..1 the? police|ambulance ..2 to|here|please|now|.
        send|get someone|somebody dad|mum|he|hes|hurry|quick|quickly|now|help
        someone|somebody|stranger|strangers|intruder ..1 in|inside my|our|the house|flat|home|garden
        isnt|not|stopped|wont breathing|breathe
        i cant breathe|breath .
        hes coming .|in|back|up|upstairs|for|now
        please call|ring|dial|phone 999
        . call|ring|dial|phone 999
        help us|me|him|her ..3 locked|hitting|hurting|killing|knife|hes|coming ..1 .|me|us|the|in|him|her|now
        im|shes|hes|keeps|wont|nose|head ..2 bleeding ..4 stop|everywhere|badly|heavily|hit
        . call|ring|send|need|get an ambulance
        i|we need an ambulance
        send|need police ..4 fast|now|quick|house|please
        need help ..1 now|fast|quick|quickly
        please ..1 send|get|call|ring ..1 the|an? police|ambulance
        get me out of this house
        trying|tries to ..1 get|come|break in|into ..1 my|our|the ..1 room|house|flat|door|bedroom
        """, doubtful="""
        hes|theyre|intruder ..1 in|inside my|our the? house|flat|bedroom
        get|let me|us out please|.
        get|take me|us ..1 out of|from ..1 here|there|house|home|him|place|them
        save me|us
        i|please ..1 need|want|call|send|get ..1 the|a|an police|ambulance
        hiding ..3 in|under|with|from ..3 bathroom|wardrobe|toilet|bed|cupboard|room|closet|him|her|garden|loo|shed
        hes|shes|theyre ..1 here|outside|downstairs|upstairs|awake rightnow|now
        . hes here .
        send|get|call|phone ..2 police|ambulance|someone|somebody ..2 to|here|please|now
        someone|somebody|man|men|stranger|he|they|hes|theyre|intruder ..2 in|inside|outside my|our|the house|flat|\
            room|garden|bedroom
        blood ..3 everywhere|all|over|coming|on
        not|cant|isnt|stopped|wont breathe|breathing|breath
        hes coming
        trapped
        call|ring|dial|phone 999
        . help .
        . emergency .
        help us|me|him|her ..4 locked|hitting|hurting|killing|drunk|knife|coming|outside|scared|house
        im|shes|hes|mum|is|mums|keeps|i|wont|he|she|dad ..3 bleeding ..4 stop|everywhere|badly|head|heavily|because|\
            lot|hit|he|where|.
        i|need|please|call|ring|get|send|want ..1 need|call|ring|get|send|for ..1 the|a|an|to police|ambulance|999
        call|ring|send|need|get an ambulance
        send|need someone|police|help ..4 fast|now|quick|house|please
        please ..2 send|get|call|ring ..3 police|ambulance|someone|help
        hes|shes|theyre|he|they|she|is ..1 here|outside|coming|downstairs|upstairs|awake rightnow|now
        smoke|fire ..5 house|locked|door|kitchen|room|cant ..5 locked|out|in|trapped|burning
        unconscious
        get|take|let me|us ..1 out of|from ..1 here|this|there|house|home|him|place|them
        trying|tries ..2 get|come|break ..1 in|into ..1 my|our|the
        in immediate danger
        drugged|spiked ..1 me|my|her|by
        """, now=False),
    Sign("running_away", "at_risk", False, """
        @they|has|have|just ..2 kicked|chucked|threw|thrown|booted|turfed|slung|put|throws|kicks ..1 me|us ..1 out
        running|run|ran|runs|runaway ..1 away ..8 home|placement|because|care|tonight|dont|hate|scared|him|her
        gonna|wanna|planning|thinking|will|ill|want|about ..2 run|running|leg|legging ..1 away|off|it
        keeps|kept|started|always ..1 running|going|absconding|missing ..1 away|off|missing
        leaving|leave|leavin ..2 tonight|now ..3 dont|before|wake|nobody
        @kid|friend|sister|brother|i|ive ..2 run|ran|runs|running away .|again|and|from|because|last|yesterday|\
            tonight
        ran away|off from ..2 home|placement|care
        """, doubtful="""
        @kid|he|she|hes|shes|they|friend|sister|brother|i|ive ..3 run|ran|runs|running away|off ..3 .|again|and|from|\
            with|because|last|yesterday|tonight|but
        """),
)  # fmt: skip
