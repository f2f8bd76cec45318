"""Danger signs about life and limb of the person: suicide, self-harm, despair."""

from __future__ import annotations

from bot.complaints.danger_sign import Sign

SELF_SIGNS = (
    Sign("suicide", "emergency", False, """
        dont|not|didnt ..2 wanna|want ..3 on|in this|the earth|planet|world|life
        end everything|myself
        why ..2 should|do|would|am i ..2 live|living|alive
        why ..2 should|do|would|am i ..2 carry|keep|go on|going|living|fighting
        when|if im|i ..1 dead|gone .|and|they|then|you|because
        pain|hurting|everything ..3 stop|end|over ..3 dead|die|gone
        !kill|killing|killed|hang|hanging|hung|drown|drowning|end|ending @self
        tried|trying|attempt|attempted|attempts|attempting to? kill|end|hang|suicide|overdose ..1 @self|it|life|.
        end|ending|take|taking|took|finish my|his|her|their|own ..1 own? life|lives
        end|ending it all|tonight
        gonna|wanna|ill|will|feel|thinking|like ..1 end|ending it
        !suicide|suicidal
        !wanna|want|wants|wanted|wish|rather|hope|wishes ..2 die|dead|disappear|gone
        wish i|he|she was|were dead|gone|never
        better off dead|without|if
        dont|not|doesnt|didnt|no|never|wont ..2 wanna|want|deserve|see ..2 be|living|being ..1 alive|here ..1 \
            anymore|.|and|because
        dont|not|doesnt|didnt ..2 wanna|want|deserve ..1 be|to ..1 alive|exist
        dont|not|doesnt|didnt wanna|want|deserve|see ..2 live|exist|wake ..1 .|anymore|with|up
        not|stop|hate|tired|sick being|of alive|living|being
        life|lifes ..2 isnt|not|aint|is|no ..1 worth|pointless|over|worthless ..1 living|it|.
        isnt|not|aint worth living
        i|want|wanna|wish ..2 it|everything ..2 all|just ..1 end|over|stop
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
        jump|jumping|jumped|jumps off|from|in|under|out ..4 bridge|roof|building|window|train|car|park|balcony|it|\
            cliff|moving|tower|road|river|front
        jump|jumping|throw|throwing|threw|walk|step|stepping ..2 infront|front|under|off ..3 train|car|cars|bus|\
            lorry|traffic|bridge|trains
        on|standing|stood|up|near|sat ..3 bridge|roof|ledge|tracks|edge ..6 jump|goodbye|end|die|bye|dont|cant|now|\
            cold|me
        shes|hes|im|i|she|he|son|daughter|standing|stood|sat|sitting|climbed|girl|boy ..3 on the roof|ledge|tracks|\
            bridge|windowsill
        goodbye|suicide|bye note|notes|letter|letters|everyone|forever
        wrote|written|writing|left|leave|leaving ..2 note|notes|letter|letters ..6 goodbye|gone|sorry|die|everyone|\
            bye|fault
        saying goodbye
        took|taken|swallowed|takes|swallow|drank|necked|take|taking ..5 !overdose|bleach|too|all|loads|whole|lots|\
            bunch|packet|pack|box|bottle|handful|many|50|40|30|20|16|32 ..3 @pills|paracetamol|of|them|.
        @took ..4 all|loads|whole|lots|packet|pack|box|handful|too|16|20|24|30|32|40|50 ..4 @pills
        @took @pills
        @took some|my|his|her|mums|dads|nans|the ..1 @pills ..6 dizzy|sleepy|sick|die|sleep|weird|wake|help|scared|\
            drowsy
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
        slits|slitting|slit|slashes|slashing her|his|their|my ..1 arms|wrists|legs|arm|wrist
        cutting since|for|because|cos|every|when|loads|more|daily
        been|started|keep|am|im cutting
        carve|carves|carved|carving|scratch|scratched|scratching ..3 leg|legs|arm|arms|skin|wrist|wrists
        hurts|hurting|harming|harms|cutting|cuts ..1 herself|himself|themselves|myself|itself
        hurt|hurts|hurting|cut|cuts|burn|burns @self
        !selfharm|selfharming
        !@cuts @self
        cut|cuts|cutting|scratch|scratching|burn|burning|burnt|slice|slicing|stabbing|punching|biting my|his|her|\
            their|own ..1 arm|arms|leg|legs|wrist|wrists|thigh|thighs|skin|stomach
        im|shes|hes cutting ..1 again|.|myself|now|more|loads
        i|ive|she|he|hes|shes|been|started|keep|keeps|daughter|son ..2 been|started|keep|back|still? cutting ..2 again|.
        started|been|keep|keeps|still|stop|back cutting|scratching|hurting|burning ..1 again|.|myself|to
        blade|blades|razor|razors|knife|knives ..8 @self|arms|wrist|wrists|legs|calm
        wanna|want|urge|urges|feel|thinking|gonna|might|could ..4 hurt|harm|cut|hurting|harming|cutting @self
        doesnt|not|stopped|refusing|wont|refuses|isnt|hasnt ..1 eating|eat|eaten|drink|drinking ..6 hospital|weeks|\
            days|collapsed|die|anorexia|weight
        making|make|makes|made myself|herself|himself sick|vomit|throw
        anorexic|bulimic
        punch|punches|punching|hit|hits|hitting|slap|slapping|bite|biting|burn|burning|choke|choking|strangle|\
            strangling|pulling|pull @self
        punch|punches|punching|hitting|burning|scratching myself|himself|herself
        bangs|banging|bang|smashes|smashing|hits|hitting ..1 his|her|my|their ..1 own? head ..4 wall|floor|until|\
            door|bleeding
        fresh|new cuts|scars|scratches|marks
        cuts|scars ..2 on|all|up|over ..3 arm|arms|leg|legs|wrist|wrists|thighs
        cant|not|dont ..2 keep|trust ..1 myself|him|her|himself|herself|safe ..3 safe|tonight|anymore|.|around
        """),
    Sign("despair", "at_risk", False, """
        cant|cannot go|carry|keep on|going ..1 anymore|longer|like|living|.
        cant|cannot do|take|cope this|it|anymore ..1 anymore|longer
        thinking|think|thought|thoughts ..2 about ..2 dying|death|ending|suicide|kill
        thoughts|dark|bad ..1 of|about|thoughts ..4 hurting|killing|dying|myself
        feel|feeling ..1 like ..1 ending|dying|jumping
        talks|talked|talking|asks|asked|writes|said|says ..3 dying|death|being? dead
        doesnt|dont|cant|not ..2 see ..1 point ..2 of|in|living|going|life|anymore|growing
        reasons ..2 stay|be|to ..1 alive|live
        @i|im|he|she|hes|shes|boy|girl ..2 planning|planned|plan|plans ..2 how|to|not ..2 not|die|be
        everyone|family|mum|kids|you|world ..3 better|safer off without|if
        nobody ..2 miss|care|notice ..2 if|when i|im ..2 die|died|dead|gone
        """),
)  # fmt: skip
