"""Danger signs where somebody needs help at once: suicide, self-harm, missing, nowhere to sleep, calls for help."""

from __future__ import annotations

from bot.complaints.danger_sign import Sign

SELF_SIGNS = (
    Sign("suicide", "emergency", False, """
        !kill|killing|killed|hang|hanging|hung|drown|drowning|end|ending @self
        tried|trying|attempt|attempted|attempts|attempting to? kill|end|hang|suicide|overdose ..1 @self|it|life|.
        end|ending|take|taking|took|finish my|his|her|their|own ..1 own? life|lives
        end|ending it ..1 all|tonight|now|myself|.
        gonna|wanna|want|will|to|just end it
        !suicide|suicidal
        !wanna|want|wants|wanted|wish|rather|hope|wishes ..2 die|dead|disappear|gone
        wish i|he|she was|were dead|gone|never
        better off dead|without|if
        dont|not|no|cant|didnt|doesnt|never|wont ..3 wanna|want|deserve|see|point|reason|feel|like ..2 be|to|live|living|wake|exist|in|here ..1 alive|here|living|live|up|anymore|exist
        dont wanna|want ..1 live|exist|be anymore|here|alive|.
        no|nothing reason|point|point|left ..2 living|live|going|life|carrying|alive|being|for
        rather|wish i|be|was|were|im ..1 dead|die
        cant|cannot go|carry|keep|do|take on|going|this|it ..1 anymore|longer|.
        wont|not|dont|gonna be here|around|alive tomorrow|anymore|much|next|soon|when
        never wake|waking up
        not|dont|without wake|waking up ..1 tomorrow|anymore|again|.
        jump|jumping|jumped|jumps off|from|in|under|out ..4 bridge|roof|building|window|train|car|park|balcony|it|cliff|moving|tower|road|river|front
        jump|jumping|throw|throwing|threw|walk|step|stepping ..2 infront|front|under|off ..3 train|car|cars|bus|lorry|traffic|bridge|trains
        on|standing|stood|up|near|sat ..3 bridge|roof|ledge|tracks|edge ..6 jump|goodbye|end|die|bye|dont|cant|now|cold|me
        on the roof|ledge|tracks
        goodbye|suicide|bye note|notes|letter|letters|everyone|forever
        wrote|written|writing|left|leave|leaving ..2 note|notes|letter|letters ..6 goodbye|gone|sorry|die|everyone|bye|fault
        saying goodbye
        took|taken|swallowed|takes|swallow|drank|necked|take|taking ..5 !overdose|bleach|too|all|loads|whole|lots|bunch|packet|pack|box|bottle|handful|many|50|40|30|20|16|32 ..3 @pills|paracetamol|of|them|.
        @took ..4 all|loads|whole|lots|packet|pack|box|handful|too|16|20|24|30|32|40|50 ..4 @pills
        @took @pills
        @took some|my|his|her|mums|dads|nans|the ..1 @pills ..6 dizzy|sleepy|sick|die|sleep|weird|wake|help|scared|drowsy
        !overdose|overdosed|overdosing|overdoses
        hoarding|hoarded|saving|saved|stash|stashed|stashing|collecting ..3 @pills
        rope|noose|ligature
        tied|tying|tie|put|puts|wrapped|got ..5 around|round ..1 my|his|her|own neck
        slit|slitting|cut|cutting|slash|slashing my|his|her|their wrist|wrists|throat|arms|neck
        wanna|want|gonna do it ..2 tonight|now|tomorrow|today ..1 .
        tell ..3 i|im love|sorry ..2 .
        last message|msg|text|time ..5 goodbye|bye|hear|ever|anyone|me
        plan|plans to|for|and ..1 die|kill|end|tonight|suicide
        """, now=False),
    Sign("self_harm", "at_risk", False, """
        !selfharm|selfharming
        !@cuts @self
        cut|cuts|cutting|scratch|scratching|burn|burning|burnt|slice|slicing|stabbing|punching|biting my|his|her|their|own ..1 arm|arms|leg|legs|wrist|wrists|thigh|thighs|skin|stomach
        i|ive|she|he|hes|shes|been|started|keep|keeps|daughter|son ..2 been|started|keep|back|still? cutting ..2 again|.
        started|been|keep|keeps|still|stop|back cutting|scratching|hurting|burning ..1 again|.|myself|to
        blade|blades|razor|razors|knife|knives ..8 @self|arms|wrist|wrists|legs|calm
        wanna|want|urge|urges|feel|thinking|gonna|might|could ..4 hurt|harm|cut|hurting|harming|cutting @self
        doesnt|not|stopped|refusing|wont|refuses|isnt|hasnt ..1 eating|eat|eaten|drink|drinking ..6 hospital|weeks|days|collapsed|die|anorexia|weight
        making|make|makes|made myself|herself|himself sick|vomit|throw
        anorexic|bulimic
        bangs|banging|bang|smashes|smashing|hits|hitting ..1 his|her|my|their ..1 own? head ..4 wall|floor|until|door|bleeding
        fresh|new cuts|scars|scratches|marks
        cuts|scars ..2 on|all|up|over ..3 arm|arms|leg|legs|wrist|wrists|thighs
        cant|not|dont ..2 keep|trust ..1 myself|him|her|himself|herself|safe ..3 safe|tonight|anymore|.|around
        """),
    Sign("missing", "emergency", False, """
        !missing since|again|from|for|person|overnight|all|still|tonight|yesterday|hours ..6 night|hours|yesterday|morning|police|home|placement|days|phone|school|care|now|1|2|3|4|5|6|7|8|9|10|11|12|and|friday|saturday|sunday|monday|tuesday|wednesday|thursday|back|tonight
        has|gone|went|goes|go|going|is|been|reported|still|hes|shes ..1 !missing .|and|since|from|again|for|now|overnight|with|he|she|we
        @run ..1 away|off
        gonna|wanna|planning|will|ill|want|thinking ..3 run|running ..1 away|off
        ran|run|legged|absconded|bunked|sneaked|escaped ..3 from|it|out|of ..3 home|placement|carers|care|unit|house|hospital|them|carer|window|night
        absconded|absconds|absconding
        hasnt|havent|not|didnt|never|isnt|aint|nor|dont|no ..2 come|came|comes|returned|been|back|home ..2 home|back|seen ..8 night|hours|days|yesterday|school|phone|dark|police|since|he|she|worried|only|now|gone|tonight
        he|she|daughter|son|boy|girl|child|hes|shes ..3 hasnt|not|never|didnt|aint|isnt ..1 come|came|returned|comes home|back
        dont|not|no know|idea|clue where ..1 he|she|they|hes|shes|theyre|my|i|im|we ..1 is|are|am|son|daughter|gone|. ..6 
        nobody|noone|havent|hasnt|not|no ..2 seen|heard|sign ..3 him|her|them|son|daughter ..6 since|days|hours|yesterday|night|for
        disappeared|vanished|vanished
        gone|got|get|taken ..4 in|into ..2 car|van with|man|men|someone ..6 
        bed ..2 empty|not slept
        gone missing
        went missing
        left home ..4 dont|nobody|anywhere|note
        """),
    Sign("nowhere_to_sleep", "emergency", False, """
        nowhere|anywhere|somewhere to|for ..1 sleep|stay|go|live|sleeping ..4 tonight|now|.|and|tomorrow|night|so|because|with|my|weekend
        nowhere to|for ..1 sleep|stay|go|live
        no place|bed|where to|for ..1 sleep|stay|go|live|sleeping|tonight|me|us
        where|were do|can|am|will|shall|should i|we ..2 sleep|stay|go ..2 tonight|now|.
        sleeping|sleep|slept|sleeps|slept ..2 rough|street|streets|park|car|bus|doorway|outside|stairwell|tent|station|van|bench|garage|a&e
        on|onto the street|streets ..6 tonight|now|since|night|today|with|kids|baby|homeless|.
        homeless ..5 tonight|now|today|tomorrow|with|from|and|right|night|baby|kids|16|17|since|street|as
        im|am|were|are|made|being|become|street|is|now|currently|hes|shes ..1 !homeless
        kicked|kick|kicks|chucked|throw|threw|thrown|chuck|booted|turfed|slung|put ..2 out ..6 tonight|now|house|home|nowhere|street|night|mum|dad|her|cold|raining|door|today|the|of|by|and|i|me|.
        locked|lock|shut ..2 out ..6 tonight|cold|night|house|home|dark|hours|mum|dad|freezing|flat|.|its|and|room|carer
        no bed ..3 tonight|night|.
        out on ..2 street|streets|arse
        changed the locks
        nowhere tonight|neither|left
        sofa surfing
        evicted|eviction|evicting ..6 tonight|today|now|tomorrow|street|baby|nowhere
        bailiffs ..6 tonight|today|now|tomorrow|here
        """),
    Sign("call_for_help", "emergency", False, """
        . help .
        . help me .
        . help me please .
        . please help .
        . please help me .
        . sos .
        . im scared .
        . i am scared .
        . 999 .
        . emergency .
        . save me .
        i|need|please|call|ring|get|send|want ..1 need|call|ring|get|send|for ..1 the|a|an|to police|ambulance|999
        need|call|ring|get|send|want police|ambulance
        in|im ..2 !danger
        . hes here .
        hes|shes|theyre|he|they|she|is ..1 here|outside|coming|downstairs|upstairs|awake rightnow|now
        hes coming
        hes|shes ..1 outside ..3 door|room|house|window|my
        cant talk|speak|ring|call|phone ..2 he|hes|hear|listening|they|out|she|near|loud
        hiding ..3 in|under|with|from ..3 bathroom|wardrobe|toilet|bed|cupboard|room|closet|him|her|garden|loo|shed
        help|come|hurry|someone|somebody ..3 quick|quickly|rightnow|now|urgent|urgently|hurry|asap ..2 please|.|hes|hurting|scared
        save me|us
        bleeding ..4 stop|out|everywhere|from|badly|head|heavily|wont|because|where|.
        blood ..3 everywhere|all|over|coming|on
        not|cant|isnt|stopped|wont breathe|breathing|breath
        unconscious
        smoke|fire ..5 house|locked|door|kitchen|room|cant ..5 locked|out|in|trapped|burning
        trapped
        put|slipped|spiked ..3 something|my|drink ..3 drink|dizzy|drugged|drinks
        drugged|spiked ..1 me|my|her|by
        """, now=False),
    Sign("harmful_substances_at_home", "at_risk", True, """
        mum|dad|parents|mums|dads|carer|he|she|stepdad|they|partner ..3 drunk|high|wasted|stoned|using|pissed|smashed|drinking ..8 scared|hits|baby|kids|drives|driving|wont|alone|hurts|shouts|fall|falls|children|every|again|sick
        drunk|drink|high|stoned ..3 driving|drove|drives|drive ..5 kids|children|me|us|baby|him|her|car|with
        needles|syringes|spliffs|crack|heroin ..6 kids|baby|floor|house|bedroom|children|toddler|mum|dad
        """),
)  # fmt: skip
