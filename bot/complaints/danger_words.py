"""Lists of words that the phrases for danger signs are made of, written without apostrophes."""

from __future__ import annotations

from collections.abc import Mapping

_LISTS = {
    # somebody else who does something
    "they": """he she they hes shes theyre theyve dad daddy dads daddys mum mums mummy mummys stepdad stepdads stepmum
        stepmums stepfather stepmother father fathers mother mothers uncle uncles auntie aunties aunty aunt aunts \
            brother
        brothers cousin cousins grandad grandads grandfather nan nans grandma boyfriend boyfriends bf bfs girlfriend
        gf partner partners husband husbands ex exs carer carers fosterer fosterers staff worker workers keyworker
        teacher teachers tutor coach driver man mans men guy guys bloke blokes lads lad someone someones somebody
        neighbour landlord lodger friend mate parents parent family gang dealer elders youngers babysitter childminder
        sister sisters stepbrother stepsister stepmother grandpa grandpas grandmother granny nana inlaw fella neighbours
        pastor imam priest relative inlaws gangs son daughter kid pimp""",
    "grownup": """grandpa grandpas stepbrother fella pop volunteer tutor priest he hes dad daddy dads stepdad \
        stepdads stepfather father uncle uncles brother brothers cousin cousins
        grandad grandfather boyfriend bf mans man men guy guys bloke blokes carer carers fosterer staff worker workers
        keyworker teacher coach driver tutor lodger neighbour husband partner someone lad lads mum mums stepmum aunt
        auntie pastor imam priest dads daddys ex babysitter boys""",
    "me": "me us",
    "i": "i im ive ill we were weve id",
    "child": """me us him her them son sons daughter daughters baby babys child childs children childrens childs \
        kids kid
        boy girl boys girls brother brothers sister sisters siblings toddler grandson granddaughter grandchild
        grandchildren grandkids niece nephew twins foster-child newborn grandbaby youngest eldest little mum mums
        mummy teenager lad student pupil tenant""",
    "kid": """son sons daughter daughters baby child children kids kid boy girl boys girls brother brothers sister
        sisters siblings toddler grandson granddaughter grandchild grandchildren niece nephew twins newborn youngest
        eldest teenager person people client""",
    "hits": """pinch pinches pinched pinching squeeze squeezes squeezed squeezing twist twists twisted twisting \
        scratches
        scratched throttles throttling thrash thrashed thrashes wallop walloped shove shoves shoved drags dragged \
            hit hits hitting beat beats beating beaten batter batters battered battering smack smacks smacked
        smacking slap slaps slapped slapping punch punches punched punching strangle strangles strangled strangling
        choke chokes choked choking throttle throttled headbutt headbutts headbutted whack whacks whacked whacking
        whip whips whipped whipping thump thumps thumped thumping bash bashes bashed bashing stab stabs stabbed
        stabbing assault assaults assaulted assaulting abuse abuses abused abusing burn burns burned burnt burning
        scald scalds scalded kick kicks kicked kicking hurt hurts hurting harm harms harmed harming clout clouts
        clouted lamp lamped lamps bite bites biting bit shook shakes shaking torture tortures tortured attack
        attacks attacked attacking caned canes caning belted""",
    "auxiliary": """is are was has have had keeps kept used always just still been being would will then also always
        even really sometimes often""",
    "strikes": """slap slaps slapped slapping punch punches punched punching strangle strangles strangled strangling \
        choke
        chokes choked choking batter batters battered battering headbutt headbutted beat beats beating assault assaults
        assaulted assaulting attack attacks attacked attacking smack smacks smacked smacking whip whips whipped kick \
            kicks
        kicked kicking thump thumped smother smothered smothering suffocate suffocated bash bashed stab stabbed \
            abuse abuses
        abused abusing molest molested hit hits hitting""",
    "hurtnow": """hitting beating battering smacking slapping punching strangling choking kicking hurting stabbing
        attacking abusing burning whipping""",
    "hitpast": """hit beaten battered smacked slapped punched strangled choked whacked whipped thumped stabbed assaulted
        abused burned burnt kicked hurt harmed attacked caned scalded tortured""",
    "throws": """
        throw throws threw throwing thrown chuck chucks chucked drag drags dragged dragging push pushes pushed
        pushing shove shoved shoves slam slams slammed slamming""",
    "grabs": """
        grab grabs grabbed grabbing pin pins pinned hold holds held holding squeeze squeezed pulls pulled""",
    "body": """
        face head arm arms leg legs back belly stomach ribs nose eye neck throat mouth ear ears wrist hair body
        chest bum bottom hand hands""",
    "tool": """
        belt stick hammer bat shoe slipper cane wire cable iron spoon hanger bottle pole fist fists knife ciggie
        cigarette cigarettes""",
    "weapon": "knife knives gun machete blade zombie hammer axe bat screwdriver acid samurai shank petrol",
    "now": "rightnow now tonight currently today happening outside upstairs downstairs coming 999",
    "sexpart": """private privates privately fanny minnie minny noonie foof foofoo flower fairy willy winky dick cock
        penis vagina breasts boobs boob tits bum bottom bits knickers crotch thigh thighs genitals thingy willie""",
    "touches": """touch touches touched touching grope gropes groped groping feel feels felt feeling fondle fondled
        fondles fondling rub rubs rubbed rubbing stroke strokes stroked stroking finger fingered fingers fingering lick
        licks licked""",
    "rape": "rape raped rapes raping raper rapist molest molested molests molesting",
    "force": """
        force forces forced forcing make makes made making pressure pressured pressures pressuring blackmail
        blackmailed blackmails blackmailing""",
    "pictures": "pics pic pictures picture photos nudes nude videos naked",
    "send": "send sends sent sending sendin share shared sharing post posted posting leak leaked leaking",
    "self": "myself himself herself themselves itself themself ourselves",
    "cuts": """
        cut cuts cutting slit slits slitting slash slashed slashing burn burning scratch scratching stab stabbing
        harm harming harmed hurt hurting hurts bang banging starve starving hang hanging hanged hung drown drowning""",
    "pills": """
        pills tablets pill tablet paracetamol ibuprofen medication meds medicine bleach antidepressants painkillers""",
    "took": "took taken swallowed takes swallow drank necked take taking",
    "goes": "go going went return returning back",
    "afraid": "scared afraid frightened terrified petrified scares",
    "small": "0 1 2 3 4 5 6 7 8 9 one two three four five six seven eight nine months month",
    "under18": """
        5 6 7 8 9 10 11 12 13 14 15 16 17 five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen""",
    "drugs": "drugs drug weed coke crack heroin gear packages package parcel parcels stuff food line",
    "carries": """
        carry carrying carries hold holding holds deliver delivering delivers run running runs sell selling sells
        shot shotting drop dropping""",
    "says": """
        say says said saying tell tells told telling threaten threatens threatened threatening threats reckons
        keeps""",
    "kill": "kill kills killing murder murders murdering stab shoot slit",
    "nights": "night nights nighttime tonight sleeping asleep",
}  # fmt: skip

LISTS: Mapping[str, frozenset[str]] = {name: frozenset(words.split()) for name, words in _LISTS.items()}

# Long enough to be known with one letter wrong or missing, and unlike any harmless word.
MISSPELT = (
    "suicide", "suicidal", "overdose", "overdosed", "strangle", "strangled", "strangling", "molested", "trafficked",
    "trafficking", "exploited", "exploitation", "sexually", "threatening", "threatened", "threatens", "assaulted",
    "assault", "selfharm", "selfharming", "abused", "abusing", "grooming", "bruises", "bruised", "knives",
    "frightened", "terrified", "tonight", "nowhere", "paracetamol", "battered", "beating", "punched", "punching",
    "homeless", "naked", "inappropriately", "tablets", "stepdad", "machete", "kidnapped",
)  # fmt: skip
