"""What makes a danger sign doubtful: words beside it which say that something is reported, played, over or explained.

They take no sign away. A sign that stands near one of them is heard as doubtful, so that the classifier is asked too;
"my dad hits me lol" is a sign still.
"""

from __future__ import annotations

# Somebody tells what others said or wrote of them, or that it is not true.
TOLD_BY_OTHERS = """
accuse|accused|accuses|accusing|accusation|accusations|allegation|allegations|alleged|alleging|allegedly|alleges
claim|claims|claimed|claiming|rumour|rumours|hearsay|gossip|malicious|unfounded|unsubstantiated|baseless|slander
a|its|is|was|all|that|complete lie|lies
false|falsely|wrongly|untrue|lied|liar|invented|exaggerated|cleared|exonerated|innocent|unproven
not|isnt|wasnt|aint true|right
never|didnt|wasnt ..1 happened|happen|happens|did|hit|touched|hurt|said|mentioned
nothing ..2 found|wrong|happened|proved
file|files|records|report|reports|reported|minutes|minuted|log|logged|paragraph|chronology|transcript|statement|\
    summary|referral|referred|incident|lado|conference|investigated|investigation|enquiry|inquiry|form
recorded ..2 as|that|on|in|it
section 47|17
protocol|protocols|procedure|procedures
a|the|your|that|this|our letter|letters|notes|record
write|writes|wrote|written|typed|printed|worded|reads ..2 it|that|this|down|i|we|mother|father|mum|dad|she|he|as|in|on
it|that|which|form|paper|what says|said|read|states
say|says|said|saying|think|thinks|thought|told|tells|telling|reckons|rang|asked|asks|asking ..3 \
    i|im|ive|we|id|you|police ..2 @hits|neglect|neglected|leave|left|lock|locked|threatened|threaten|abuse|drunk|in|was
worker|workers|school|teacher|police|they|neighbour|neighbours ..1 think|thinks|thought|reckon|reckons|assume|\
    assumes|convinced|suspect|suspects|suspected
someone|somebody|neighbour|neighbours|school ..1 said|told|rang|reported|called|phoned|says
ask|asks|asked|asking ..4 if|whether|did|who
i|we mean|meant
meaning|translate|translated|translation|translator|interpreter|misheard|misunderstood|mistake|mistaken|misread|typo
literally|figuratively|metaphor|expression|quote|unquote|sentence|word
"""

# Games, stories, lessons, animals; and what is funny.
PLAYED = """
lol|lols|lmao|lmfao|haha|hahaha|hahahaha|hehe|rofl|jk|jks|joke|jokes|joking|joked|kidding|banter|laugh|laughs|\
    laughed|laughing|funny|hilarious|cheerfully
game|games|gaming|fortnite|minecraft|xbox|playstation|ps4|ps5|switch|fifa|cod|gta|uno|monopoly|dominoes|chess|level|boss
on|in|playing|plays roblox
a|the|that|this film|book|play|song|story|show|game|act
films|movie|movies|telly|netflix|episode|books|novel|stories|songs|lyrics|rap|drama|opera|panto|scene|poem|podcast|\
    character|costume|halloween|easter|christmas
essay|dissertation|assignment|coursework|research|literature|studying|module|seminar|homework|training|course|\
    workshop|assembly|policy|leaflet|poster|awareness|prevention|careers
murder mystery|mysteries
sense of humour
hypothetically|hypothetical|fictional|fiction|imaginary|pretend|pretended|pretending|imagine
football|rugby|netball|hockey|rounders|cricket|boxing|karate|judo|skateboard|trampoline|scooter|goal|goalpost|\
    tackle|match|pitch
lamp|goal post
dog|dogs|puppy|cat|cats|kitten|horse|pony|hamster|rabbit|parrot|spider|wasp|goat|hen|hens|mouse|bird
toy|toys|nerf|pistol|plastic|cake|ketchup|makeup|paint|bored|boring|traffic
"""

# Long over, or settled, or gone.
OVER = """
years|decades|yrs|ages|months ago|later|back
year|month before
used to
when|before i|he|she|we|they|id was|were ..2 @under18|little|small|young|younger|a|kid|child|baby|born|in|still|tiny
before i|we|this|that|now|us|husband|she|he
historic|historical|history|former|previously|previous|originally|nineties|eighties|seventies|sixties
convicted|sentenced|jailed|imprisoned|prison|condemned|deported|court|trial|judge
is|hes|shes|now|still inside
safe|fine|ok|okay|good|happy|sorted|settled|better|well now
now ..2 safe|fine|ok|okay|happy|settled
im|were|hes|shes|theyre|is|are|am|all ..1 fine|ok|okay|happy|alright|sorted
im|were|hes|shes|theyre|is|are|am|all safe
he|she|dad|mum|they|brother|sister|hes|shes ..1 died|deceased
closed|dealt|finished
no ..1 worry|worries|concern|concerns
not ..2 worried|scared|suicidal|danger
1960|1965|1970|1975|1980|1985|1988|1990|1992|1995|1998|2000|2001|2002|2003|2004|2005|2006|2007|2008|2009|2010|2011|\
    2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022|2023|60s|70s|80s|90s|1960s|1970s|1980s|1990s|2000s
old carer|placement|house|home|country|dad|school|news|stuff
last ..1 placement|carer|home|foster|house
"""

# An accident, an illness, a thing that explains what was seen; and figures of speech.
EXPLAINED = """
accident|accidental|accidentally|birthmark|eczema|condition|anaemia|allergy|tripped|slipped|bumped|clumsy
he|she ..1 fell|jumped|walked|climbed
paperwork|printer|email|emails|wifi|laptop|computer|website|bot|budget|allowance|rota|bureaucracy|tape
non speaking|verbal
exercise|exercises|physiotherapy|physiotherapist
managed|discharged|psychiatrist|physio|surgery|operation
watch|watches|watched|watching ..1 me|us bath|bathe|wash|dress|change|bathing|washing|dressing|changing|feeding \
    him|her|them|my|our|the|it|baby|kids
ground floor
"""

DOUBTS = (TOLD_BY_OTHERS, PLAYED, OVER, EXPLAINED)
