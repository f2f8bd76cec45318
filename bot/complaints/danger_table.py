"""The table of danger signs: a name, how bad it is, whether it tells of harm by somebody, and its phrases.

How phrases are written is explained in phrases.py; the lists behind `@name` are in danger_words.py. The kinds of
danger follow Working Together to Safeguard Children and the list in docs/safeguarding.md.
"""

from __future__ import annotations

from bot.complaints.danger_away import AWAY_SIGNS
from bot.complaints.danger_care import CARE_SIGNS
from bot.complaints.danger_hints import HINT_SIGNS
from bot.complaints.danger_self import SELF_SIGNS
from bot.complaints.danger_sexual import SEXUAL_SIGNS
from bot.complaints.danger_sign import Sign
from bot.complaints.danger_threats import THREAT_SIGNS
from bot.complaints.danger_violence import VIOLENCE_SIGNS

SIGNS: tuple[Sign, ...] = (
    *SEXUAL_SIGNS,
    *SELF_SIGNS,
    *AWAY_SIGNS,
    *VIOLENCE_SIGNS,
    *THREAT_SIGNS,
    *CARE_SIGNS,
    *HINT_SIGNS,
)

# Uses that mean no danger. Their words are taken out before signs are looked for.
HARMLESS = """
    reason for them|him|her|you|us|social|services|anybody|anyone ..2 to be
    stay|move|moved|kept|keep ..1 out of our|my|his|her own house|home
    give|gives|giving|cook|cooks them|him|her|us the food ..2 that|they|of
killing time
a|an|tiny|little|quite|every|each|last|first|one|good|bad|this|that|the|some|any|whatever bit
bit of|about|at|between|on
@hits ..4 with ..3 meetings|words|questions|forms|paperwork|letters|emails|calls|notes
paperwork|letters|words|emails|form|forms|meter|questions ..2 @hits
just|please|can|go ..1 shoot me|him
baby|bump ..3 @hits me|us|my ..4 inside|ribs|bladder|bump|up
overdose|overdosed|overdosing|od on ..1 coffee|tea|sugar|chocolate|paperwork|caffeine|forms|biscuits|telly|cake|sweets
portal|website|account|app|phone|email|system|laptop|form|page ..3 locked me|us|him|her out
locked|lock ..2 out ..3 portal|account|email|website|system|app|phone|laptop|xbox|session|cupboard
draws|drawing|drew|drawn|paints|painted ..4 knife|gun|blood|sword
took|taken|take|takes|put|locked ..3 knives|knife|scissors ..1 out|away|off|up
butter|plastic|toy|nerf|water|glue|caulking|nail|rubber|foam knife|gun|pistol|sword
actually|literally|honestly|defo|proper ..1 kill|murder|batter|strangle me|us|him|her|them|someone
@hits ..3 and|but|cos? he|she|they|mum|dad doesnt|didnt|hasnt|wont .|i|hes|shes
twist|twists|twisted|twisting my|our|his|her|the|what ..1 words|story|facts|said|it|everything|truth
throw|throws|threw|throwing ..1 book at
@hits|@kill|@throws ..3 laptop|phone|computer|screen
battered|beat|beaten|hammered|thrashed ..3 nil|goals|match|game|final|league|team|0|1|2
shot|dead at dawn
bills|debt|costs|debts|paperwork is|are|its ..1 @hits
sounds|sound|look|looks|makes|made|make ..3 like ..3 @hits
. ..2 leave me|us|them|him|her|our|my ..1 alone
leave me|us|them|our alone|be ..1 .|please
wish|want|tell|told|ask|asked|please|just ..4 leave me|us|them|him|her|our|my ..1 alone
kick|kicked|chucked|thrown|threw|throw|turfed|put|throws ..4 out ..1 of ..2 school|college|class|meeting|lesson|\
    group|conference|course|nursery|room|club|gym
fgm|suicide|selfharm|abuse|grooming|exploitation|trafficking|neglect ..1 training|course|policy|leaflet|leaflets|\
    awareness|guidance|reporting|refresher|poster|session|talk|assembly|workshop
refresher|poster|training|course|assembly|talk|leaflets ..3 fgm|suicide|grooming|selfharm|exploitation|neglect
cutting|cuttings from|out
got|have|has|read|newspaper|paper the? cutting
@hits me|us ..1 first|back|off
jump|jumped off a cliff lol
nobody|nobodys|noone|not|isnt|arent|anyone|any1|is ..4 danger
head against ..2 brick
at risk of ..2 running|selfharm|missing|neglect
category ..3 neglect|abuse|harm
risk of ..2 emotional|physical|sexual harm|abuse
cut with a knife
could ..2 cut
killing me ..2 waiting|softly|laughing
is|its|are|was|just|absolutely|stress|waiting|work killing me|us
kill|killed|killing for a|some|it|that
will|would|gonna|shell|hell|theyll|ll ..1 kill|murder me|us if|when|for|over
could ..1 kill|murder|strangle a|him|her|them|someone|my
if looks could kill
dying|die|dead to|for ..1 go|know|see|hear|get|meet|have|be|come|eat|sleep|leave|a|it
die of|from|with embarrassment|boredom|laughter|laughing|shame|boring|waiting
died|dead|dying laughing|inside|of
dead good|end|line|on|keen|easy|chuffed|happy|quick|nice|simple|slow|funny|set|against|wrong|right|certain|boring|\
    tired|letter|link
hit|hits|hitting|hitt the|a|my|rock|another ..1 wall|target|targets|limit|road|roof|bottom|nail|bed|fan|sack|\
    headlines|deadline|buffers|shops|brick|send|button|jackpot|ceiling|spot|age|gym
that|it|decision|news|bill|letter|covid|cost|cuts|this|costs|really|it @auxiliary? hit|hits|hitting me|us|home
hit with ..1 a|another|the ..2 bill|fine|charge|debt|letter|notice|sanction|invoice|news|cost|costs|decision
hit by ..2 cuts|car|bus|bill|bills|costs|covid|changes|shortage|cut|delays
beat|beating around|about the|a bush
beat the|that|traffic|deadline|queue|rush
beaten down|by ..2 system|process|paperwork
beat|beats me how|why|what
kick|kicks|kicked|kicking off|in|up
kick|kicks|kicked|kicking me|us|him|her|them out
kick|kicks|kicked|kicking out|up
kick|kicked ..3 in the teeth
kick|kicked my|our|his|her|their case
punch|punching|punched above|in|a|holes
slap|slapped in the face
slap|slapped on the wrist
slap on
shook|shaking|shakes ..1 hands|hand|head|his|her
shaking with|like
burn|burned|burnt|burning out|bridges|through|question
bite|bites|biting the bullet
stab in the dark|back
stabbed in the back
stabbed me|us in the back
cut|cuts|cutting ..2 short|off|down|back|corners|hours|funding|money|allowance|support|budget|contact|ties|payments|\
    package|respite|grass|hair|lawn|out|benefits
cuts to|in|have
hurt|hurts ..2 feelings|pride
hurt|hurts that|how|when|so|to
hurt by ..1 the|your|this|that|it|what letter|decision|words|comments|this|that|it|what|way|report|email|tone|lack|\
    delay|delays
drown|drowning in ..2 paperwork|debt|forms|emails|work|bills
hang|hanging|hung up|on|out|about|around|over|by|fire
hang|hanging|hung me|us|him|her|them out
touch|touched|touching ..1 base|wood|on|upon
touched by ..3 kind|kindness|how|letter|your|card|gesture|words|story|help
in|keep|kept|lose|lost|get|out|stay touch
touch with
run|ran|running out|into|late|over|around|up|through|past|by|behind|low|well|smoothly|the|a|on|an|errands|club|between
run|ran|running away|off with ..2 paperwork|papers|file|files|money|phone|bag|form|forms|notes|it
accuse|accused|accuses|accusing|accusation|accusations|allegation|allegations|alleged|alleging|allegedly|alleges ..6 \
    @hits|@rape|abuse|selfharm|@throws|groomed|grooming|neglect|neglected|neglecting|sexual
falsely|false|wrongly|untrue|lied|lies|lying|lie|made ..6 @hits|@rape|neglect|neglecting|sexual
not true ..4 @hits
say|says|said|saying|claim|claims|claimed|claiming|stating|states|stated|wrote|written|report|reported|told|reckons|\
    reckon|believe|think|thinks|thought ..3 i|ive|we|id ..2 @hits|@throws|neglect|neglected ..1 @child
if i|we ..2 @hits|neglect
treat|treated|treating|acting|acted|talks|talked|spoke|spoken|as ..4 like|if|though i|ive|we|im ..2 @hits
cleared of ..4 @hits
training|course|policy|leaflet|guidance|programme|workshop|lesson|lessons ..4 suicide|selfharm|abuse|rape|grooming|\
    fgm|exploitation|trafficking
dog|dogs|pet|cat|horse ..3 grooming|groomed|beat|hit
sex education|ed
same|opposite|single|mixed sex
abuse|abused of|their|your|the ..1 power|position|process|trust|system|authority|powers
emotional|verbal abuse from your
kidnapped by bureaucracy
no longer ..3 @hits
used to ..2 selfharm
starving|starved of ..1 information|funding|resources|attention|contact
gun|guns to ..1 head
jumped|jump|jumping the gun
bat an|a eyelid
off ..1 own bat
knife edge
axe|axed|axing ..3 service|services|support|funding|respite|club
missing|missed appointments|appointment|money|payments|payment|out|pages|information|documents|minutes|school|him|\
    her|them|my|paperwork|the|a|link|deadline|report
missing from ..2 file|files|report|records|record|minutes|letter|form|plan|list|assessment|school|lessons
"""

# When somebody says that it is over and settled, at whatever age.
SETTLED = """
im|were|hes|shes|is|are|all ..1 safe now
its|fine|ok|okay|all ..1 fine|ok|okay|good|happy|right now
doing ..2 brilliantly|well|great|better now|.
dealt|done with
old news
ages|long ago
convicted|sentenced|jailed|imprisoned
in|to|got jail|prison|inside
been through ..1 crown court
looked into ..4 gone|sacked|left|resigned
got|was|been|were sacked|dismissed|struck
resigned|sacked
since closed
long before
free of him|her|them
upheld|apology|apologised
happy now
last year
"""

# When all of a text is set in the past.
PAST = """
years|decades|yrs ago
when i|he|she|we|they was|were ..2 small|little|young|younger|a|kid|child|baby|teenager
when i|he|she|we was|were ..1 @under18
in the|early|late 60s|70s|80s|90s|1960s|1970s|1980s|1990s|sixties|seventies|eighties|nineties|2000s
as a child|kid|boy|girl|teenager|young
historic|historical|nonrecent
back then
in 1960|1965|1970|1975|1980|1985|1988|1990|1992|1995|1998|2000|2001|2002|2003|2004|2005|2006|2007|2008|2009|2010|\
    2011|2012|2013|2014|2015|2016|2017|2018|2019|2020
"""
STILL = """
still ..1 works|working|fostering|fosters
still ..2 @hits|happening|does|doing|lives|hurting|scared|goes|sees|there|comes|here|touches|contact
keeps @hurtnow|doing|coming|touching
happening again
rightnow
now he|hes|she|shes|they|theyre
tonight
he|she|they|dad|mum ..2 @hits|touched|hit me|us|him|her|them ..3 yesterday|today|again
last night
every|each night
"""
YOUNG = """
im|i only|just|am @under18
im|am @under18
i am @under18
@under18 year|years|yr|yrs old|and
@under18 yo|yrs
"""
