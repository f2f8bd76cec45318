"""Danger signs about life and limb of the person: suicide, self-harm, despair."""

from __future__ import annotations

from bot.complaints.danger_sign import Sign

SELF_SIGNS = (
    Sign("suicide", "emergency", False, """
        dont|not|didnt ..2 wanna|want ..3 on|in this|the earth|planet|world|life
        end everything|myself
        why ..2 should|do|would|am i ..2 live|living|alive
        why ..2 should|do|would|am i ..2 carry|keep|go on|going|living|fighting
        pain|hurting|everything ..3 stop|end|over ..3 dead|die|gone
        !kill|killing|killed|hang|hanging|hung|drown|drowning|end|ending @self
        end|ending it all|tonight
        gonna|wanna|ill|will|feel|thinking|like ..1 end|ending it
        wish i|he|she was|were dead|gone|never
        better off dead|without|if
        dont|not|doesnt|didnt|no|never|wont ..2 wanna|want|deserve|see ..2 be|living|being ..1 alive|here ..1 \
            anymore|.|and|because
        dont|not|doesnt|didnt ..2 wanna|want|deserve ..1 be|to ..1 alive|exist
        life|lifes ..2 isnt|not|aint|is|no ..1 worth|pointless|over|worthless ..1 living|it|.
        isnt|not|aint worth living
        done|finished|had|enough|tired|sick with|of life|living
        i ..1 should|could|might ..1 just ..1 die|be|kill|disappear|dead
        should|could|might just die|disappear
        wish|hope|pray ..4 never|not|didnt|dont ..1 wake|woke|born|wake|waking|exist|existed
        swallowed|took|taken|take|necked ..4 load|loads|lot|lots|bunch|handful ..2 @pills
        dont|not|no|cant|nothing ..2 see|find|have|reason|left ..2 reason|point ..2 stay|live|living|alive|be|on|\
            carrying
        no|nothing reason|point|point|left ..2 living|live|going|life|carrying|alive|being|for
        rather|wish i|be|was|were|im ..1 dead|die
        wont|not|dont|gonna be here|around|alive tomorrow|anymore|much|next|soon|when
        never wake|waking up
        not|dont|without wake|waking up ..1 tomorrow|anymore|again|.
        jump|jumping|throw|throwing|threw|walk|step|stepping ..2 infront|front|under|off ..3 train|car|cars|bus|\
            lorry|traffic|bridge|trains
        on|standing|stood|up|near|sat ..3 bridge|roof|ledge|tracks|edge ..6 jump|goodbye|end|die|bye|dont|cant|now|\
            cold|me
        saying goodbye
        @took ..4 all|loads|whole|lots|packet|pack|box|handful|too|16|20|24|30|32|40|50 ..4 @pills
        @took @pills
        @took some|my|his|her|mums|dads|nans|the ..1 @pills ..6 dizzy|sleepy|sick|die|sleep|weird|wake|help|scared|\
            drowsy
        hoarding|hoarded|saving|saved|stash|stashed|stashing|collecting ..3 @pills
        tied|tying|tie|put|puts|wrapped|got ..5 around|round ..1 my|his|her|own neck
        slit|slitting|cut|cutting|slash|slashing my|his|her|their wrist|wrists|throat|arms|neck
        wanna|want|gonna do it ..2 tonight|now|tomorrow|today ..1 .
        tell ..3 i|im love|sorry ..2 .
        last message|msg|text|time ..5 goodbye|bye|hear|ever|anyone|me
        plan|plans to|for|and ..1 die|kill|end|tonight|suicide
        i|im|ill|she|he|they|brother|sister|son|daughter|friend ..2 !wanna|want|wants|wanted|wish|rather ..1 be|to|i|\
            was? die|dead|disappear .|and|because|now|today|tonight|so|already|if|instead
        . ..1 !wanna|want|wish ..1 i|be|was? die|dead .|and|now
        got|have|has|found|with|bought|tied a|the? rope|noose|ligature .|and|in|ready|round|around|now
        took|taken|take|taking|tried|has|on ..1 an? to? !overdose|overdosing
        im|i|ive|mum|she|he|shes|hes|gonna ..1 !overdose|overdosed|overdosing
        . overdosed
        took|taken|swallowed|takes|swallow|necked|take|taking ..3 all|loads|whole|lots|bunch|packet|pack|box|bottle|\
            handful|50|40|30|20|16|32 ..2 @pills|them|them .
        took|taken|swallowed|drank|takes ..2 overdose|bleach
        im|feel|feeling|hes|shes|she|he|is|been|are|so|i ..2 !suicidal
        threatening|talking|thinking|thought|thoughts|about|of|committed|commit|attempted|tried !suicide ..2 .|since|\
            because|tonight|again|every|all|and|you
        left ..1 a? suicide note
        . suicide|suicidal .
        im|shes|hes|standing|sat|stood|climbed ..2 on the roof|ledge|tracks|windowsill
        end|ending|take|taking|took my|his|her|their own? life ..2 .|and|because|tonight|now|in|soon
        i|im|gonna|wanna|about|he|she|hes|shes|tried|going|wants|to ..2 jump|jumping off|from|in|under|out ..3\
             bridge|roof|building|window|train|park|balcony|cliff|front|bus
        dont|not|doesnt|didnt wanna|want|deserve ..1 to? live|exist .|anymore|with
        dont|not|doesnt|didnt wanna|want ..1 to? wake up
        better ..2 when|if im|i ..1 dead|gone
        miss|care ..2 if i ..1 dead|died|gone
        goodbye|suicide note|notes|letter|letters|everyone|forever
        have|got|ive ..1 @pills ..5 take|swallow them|all
        hate|tired|sick ..1 of|being? ..1 being? alive|living .|and|anymore|with|because
        i|just want|wanna|wish it|everything ..2 end|over .
        """, doubtful="""
        tried|trying|attempt|attempted|attempts|attempting to? kill|end|hang|suicide|overdose ..1 @self|it|life|.
        when|if im|i ..1 dead .
        !wanna|want|wants|wanted|wish|rather|hope|wishes ..2 die|dead|disappear|gone
        rope|noose|ligature
        !overdose|overdosed|overdosing|overdoses
        took|taken|swallowed|takes|swallow|drank|necked|take|taking ..5 !overdose|bleach|too|all|loads|whole|lots|\
            bunch|packet|pack|box|bottle|handful|many|50|40|30|20|16|32 ..3 @pills|paracetamol|of|them|.
        !suicide|suicidal
        shes|hes|im|i|she|he|son|daughter|standing|stood|sat|sitting|climbed|girl|boy ..3 on the roof|ledge|tracks|\
            bridge|windowsill
        end|ending|take|taking|took|finish my|his|her|their|own ..1 own? life|lives
        jump|jumping|jumped|jumps off|from|in|under|out ..4 bridge|roof|building|window|train|car|park|balcony|it|\
            cliff|moving|tower|road|river|front
        i|want|wanna|wish ..2 it|everything ..2 all|just ..1 end|over|stop
        dont|not|doesnt|didnt wanna|want|deserve|see ..2 live|exist|wake ..1 .|anymore|with|up
        when|if im|i ..1 dead|gone .|and|they|then|you|because
        goodbye|suicide|bye note|notes|letter|letters|everyone|forever
        wrote|written|writing|left|leave|leaving ..2 note|notes|letter|letters ..6 goodbye|gone|sorry|die|everyone|\
            bye|fault
        i|im|ill|gonna|to|might|will|wanna|she|he|shes|hes ..1 od
        not|stop|hate|tired|sick being|of alive|living|being
        i|just want|wanna|wish it|everything ..1 to|all end|over|stop .
        """, now=False),
    Sign("self_harm", "at_risk", False, """
        slits|slitting|slit|slashes|slashing her|his|their|my ..1 arms|wrists|legs|arm|wrist
        cutting since|for|because|cos|every|when|loads|more|daily
        been|started|keep|am|im cutting
        carve|carves|carved|carving|scratch|scratched|scratching ..3 leg|legs|arm|arms|skin|wrist|wrists
        hurts|hurting|harming|harms|cutting|cuts ..1 herself|himself|themselves|myself|itself
        !@cuts @self
        im|shes|hes cutting ..1 again|.|myself|now|more|loads
        i|ive|she|he|hes|shes|been|started|keep|keeps|daughter|son ..2 been|started|keep|back|still? cutting ..2 again|.
        started|been|keep|keeps|still|stop|back cutting|scratching|hurting|burning ..1 again|.|myself|to
        blade|blades|razor|razors|knife|knives ..8 @self|arms|wrist|wrists|legs|calm
        doesnt|not|stopped|refusing|wont|refuses|isnt|hasnt ..1 eating|eat|eaten|drink|drinking ..6 hospital|weeks|\
            days|collapsed|die|anorexia|weight
        making|make|makes|made myself|herself|himself sick|vomit|throw
        punch|punches|punching|hitting|burning|scratching myself|himself|herself
        bangs|banging|bang|smashes|smashing|hits|hitting ..1 his|her|my|their ..1 own? head ..4 wall|floor|until|\
            door|bleeding
        fresh|new cuts|scars|scratches|marks
        cuts|scars ..2 on|all|up|over ..3 arm|arms|leg|legs|wrist|wrists|thighs
        i|im|ive|shes|hes|been|she|he ..2 cutting|cut|scratch|slit|burn|slice my|his|her|their own? arm|arms|wrist|\
            wrists|thigh|thighs|legs|skin|stomach
        !hurt|hurts|hurting|cut|cuts|burn|burns @self
        !wanna|want|urge|urges|feel|thinking|gonna|might|could ..4 !hurt|harm|cut|hurting|harming|cutting @self
        cant|not|dont ..2 keep|trust ..1 myself safe|tonight|anymore|.|around
        i|im|ive|she|he|hes|shes|daughter|son|started|been|is ..2 !selfharm|selfharming
        . selfharm|selfharming
        i|im|she|he|hes|shes|keep|keeps|tried|to|and ..1 punch|punches|punching|hit|hits|hitting|bite|bites|biting|\
            burn|burning|choke|choking|strangle|strangling @self
        """, doubtful="""
        cut|cuts|cutting|scratch|scratching|burn|burning|burnt|slice|slicing|stabbing|punching|biting my|his|her|\
            their|own ..1 arm|arms|leg|legs|wrist|wrists|thigh|thighs|skin|stomach
        anorexic|bulimic
        cant|not|dont ..2 keep|trust ..1 myself|him|her|himself|herself|safe ..3 safe|tonight|anymore|.|around
        !selfharm|selfharming
        punch|punches|punching|hit|hits|hitting|slap|slapping|bite|biting|burn|burning|choke|choking|strangle|\
            strangling|pulling|pull @self
        """),
    Sign("despair", "at_risk", False, """
        cant|cannot go|carry|keep on|going ..1 anymore|longer|like|living|.
        thinking|think|thought|thoughts ..2 about ..2 dying|death|ending|suicide|kill
        thoughts|dark|bad ..1 of|about|thoughts ..4 hurting|killing|dying|myself
        feel|feeling ..1 like ..1 ending|dying|jumping
        talks|talked|talking|asks|asked|writes|said|says ..3 dying|death|being? dead
        doesnt|dont|cant|not ..2 see ..1 point ..2 of|in|living|going|life|anymore|growing
        reasons ..2 stay|be|to ..1 alive|live
        @i|im|he|she|hes|shes|boy|girl ..2 planning|planned|plan|plans ..2 how|to|not ..2 not|die|be
        everyone|family|mum|kids|you|world ..3 better|safer off without|if
        nobody ..2 miss|care|notice ..2 if|when i|im ..2 die|died|dead|gone
        cant|cannot do|take|cope|live this|it|like anymore .|and|because|im|i|want|kill
        """, doubtful="""
        cant|cannot do|take|cope this|it|anymore ..1 anymore|longer
        """),
)  # fmt: skip
