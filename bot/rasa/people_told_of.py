"""People told of: who is speaking, how old the child is, and how the child stands to social care.

Only what the text says of the right person is taken. Where a text says two things (a boy's age and his sister's),
or says of somebody else what would be of use ("my friend is in care"), nothing is: a question costs less than a
wrong fact.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from bot.rasa.language_words import word_set
from bot.rasa.spoken_patterns import found, matcher, number

# More telling first: a grandmother with a special guardianship order says "my grandson" too.
ROLES: Mapping[str, str] = {
    "solicitor": """
        i|we am|are ..2 solicitor|solicitors|barrister
        i|we act for|on
        i|we represent the|a|this|my|our
        acting for|on ..2 client|mother|father|child|children|family|parents
        our client|clients
        my|our firm
        letter before claim|action
    """,
    "councillor": """
        i am ..3 councillor|cllr
        as ..2 councillor|cllr
        i|we have been? contacted by ..3 constituent|constituents
        my|our constituent|constituents|ward
        i am ..2 mp
    """,
    "advocate": """
        i am ..4 advocate
        as ..3 advocate
        advocate for|supporting a young? person|child|girl|boy|lad
        on behalf of a young person
        acting|act for|on ..2 a young person
        representing a young person
        i|we advocate for
        i have been? instructed as ..2 advocate
    """,
    "professional": """
        i am ..2 teacher|headteacher|senco|dsl|midwife|nurse|gp|doctor|paediatrician|psychologist|iro|ta|lecturer
        i am ..3 social|youth|support|family|key worker
        i am ..2 health visitor
        i am ..2 reviewing officer
        i am ..2 safeguarding lead
        i am ..2 teaching assistant
        as ..2 iro|teacher|senco|dsl|midwife|nurse|headteacher
        as ..2 reviewing officer
        writing as|in ..3 headteacher|senco|dsl
    """,
    "special_guardian": """
        i|we am|are ..3 special guardian|guardians
        as ..2 special guardian|guardians
        i|we have ..3 sgo
        i|we have ..3 special guardianship
        i|we hold ..2 sgo
        my|our sgo
        special guardian|guardians to|for|of my|our|two|three
    """,
    "adopter": """
        i|we am|are ..2 adopter|adopters
        i|we am|are ..2 adoptive mum|dad|parent|parents
        as ..1 adopter|adopters
        as ..1 adoptive parent|parents|mum|dad
        i|we have? adopted
        my|our ..2 adopted child
        my|our adopted ..2 child
        our adoption social? worker
    """,
    "foster_carer": """
        i|we am|are ..2 foster|kinship carer|carers
        i|we am|are ..2 foster mum|dad|parent|parents
        as ..2 foster carer|carers
        i|we have? been? foster|fostered|fostering
        my|our foster child
        my|our ..1 foster child
        my|our fostering allowance
        my|our supervising social|sw worker?
        child|boy|girl|lad|baby|sisters|brothers|siblings placed with us|me
    """,
    "relative": """
        i am a|his|her|their|only|just ..1 nan|auntie|aunt|aunty|uncle
        i am ..1 's|s|’s ..1 nan|auntie|aunt|aunty|uncle
        as a|his|her|their ..1 nan|aunt|auntie|uncle
        my|our ..1 grandson|granddaughter|grandchild|grandchildren|grandkids|grandsons|granddaughters|grandbaby
        my|our ..1 grand child
        my|our ..1 nephew|niece|nephews|nieces
    """,
    "care_leaver": """
        i am ..2 care leaver|leavers
        as ..2 care leaver
        i have? just? left care
        since|when|after i left|leaving care
        i used to be|live in care
        i was in care
        when i was in care|foster
        i grew up in care
        my leaving care pa|worker|team|grant
        my setting up home
        my personal adviser|advisor
        my pa
    """,
    "child": """
        i am in foster? care
        i have been in foster? care since|for|all|nearly|almost|my
        i am a|the? lac
        i am in|at a|my? childrens|children|kids|care|residential|foster home
        i live in a? childrens|children|kids|care home
        i live in|with ..1 foster care|carers|carer|family|parents
        i am ..1 looked after
        i am a|only|just kid|child|teenager
        i am a|just young person
        i am in year 5|6|7|8|9|10|11
    """,
    "parent": """
        i am a|his|her|their|only|just|your ..1 mum|dad|parent
        i am ..1 's|s|’s mum|dad
        as a|his|her|their ..1 mum|dad|parent
        we are a|his|her|their ..1 parents
        i am mum|dad of|to ..2 child|childrens
        my ..1 child
        my little|wee one|ones|boy|girl|lad
        my #any year|yr|yrs|years old ..1
        my #any yo
        our ..1 son|daughter|sons|daughters|children
        my disabled|autistic ..1 child
    """,
}

# "My client", "my old girl", "my boy" of a dog: what is said before or after makes it another person's child.
NOT_OWN_CHILD: Mapping[str, str] = {
    "not": """
        my ..1 sister|brother|sisters|brothers child
        my friend|mate|sister|brother|client|neighbour|boss|son|daughter is|'s|s|’s ..1 child
        my friends|mates|partner|partners|ex|exs|cousin|cousins is|'s|s|’s? ..1 child
        my foster|step|god|grand|inner ..1 child
        as a kid|child|baby|boy|girl|teenager|teen
        my kid|little|baby|big|twin sister|brother|sis|bro
        child 's|s|’s ..1 child|little|two|three|four
        child in law
    """,
}

CARE: Mapping[str, str] = {
    "left_care": """
        i am ..2 care leaver
        i have? just? left care
        since|when|after i left care
        as a care leaver
        i was|grew up? in care
        when i was in care|foster
        my leaving care pa|worker|team|grant
    """,
    "in_care": """
        i am ..1 in foster? care
        i|he|she|they|we|child is|am|are a|the? lac
        i am #child and|, ..1 in foster? care
        i am in|at a|my? childrens|children|kids|care|residential home
        i live in a? childrens|children|kids|care home
        i live with ..1 foster carer|carers|family|parents
        i am ..1 looked after
        he|she|they|child|son|daughter|kids|grandson|granddaughter|nephew|niece is|are ..2 in foster|residential? care
        we ..1 live with foster|our foster? carer|carers|family|parents
        he|she|they|child is|are ..2 looked after child|children?
        my|our foster child
        my|his|her foster carer|carers|mum|dad|family|parents|placement
        my placement
        my key worker
    """,
    "in_care_since": """
        i|he|she|they|we|child have|is been in foster|residential? care|placement since|all|nearly|almost|my|his|her|for
    """,
    "disabled_services": """
        disabled childrens|children|kids ..1 team
        disabled children 's|’s ..1 team
        children with disabilities ..1 team
        cwd team
        short breaks|break worker|team|funding|hours|package
    """,
    "has_social_worker": """
        my|our|his|her|their social worker|workers
        i|he|she|they|child have ..1 social worker
        we have ..1 social worker
        my|our|his|her|their ..1 sw
        my childs|sons|daughters|kids social worker
    """,
}

_OTHERWISE: Mapping[str, str] = {
    "care": """
        not|never|was|were|been|nearly|if|might|could|would|before|until|old|ex|former|last|used
        no longer
    """,
}

_AGES: Mapping[str, str] = {
    "own": "i am ..1 #child\ni am ..1 #adult\nim ..1 #child\nim ..1 #adult",
    "own_then": "i was|were ..1 #child\nwhen i am #child\nlike i am #child",
    "child": """
        child ..2 is|, #any
        child|he|she is|who|, ..2 aged? #any year|years|yr|yrs|yo
        child|he|she is|was? only? just? #any
        #any year|yr|years|yrs old
        #any year|yr - old
        #any yo
        age|aged #any
    """,
    "another": """
        with|another|some ..2 child ..2 is|who|, #any
        a child who is #any
        child who is #any too
    """,
}
_UNITS = word_set(
    """
    week weeks month months minute minutes min mins hour hours day days % percent stone pounds pound mile miles
    times th st am pm o'clock kids children sessions pages : / wk wks mth mths hrs
    """
)
_SPEAKER_IS_THE_CHILD = ("child", "care_leaver")
# Words that make "my daughter" somebody's who may be no parent, and "my grandson" somebody's who may be more.
_PERHAPS_NOT: Mapping[str, tuple[str, ...]] = {
    "parent": ("adopt", "grand", "guardian", "sgo", "kinship", "client"),
    "relative": ("guardian", "sgo", "kinship"),
}
# A grandmother may foster; that her grandson is in foster care, or has a foster mum, makes her no foster carer.
_FOSTERS: Mapping[str, str] = {
    "oneself": """
        i|we ..3 foster|fostering|fostered
        as ..2 foster
        our foster
    """,
    "others": """
        in|into|with|by|from|to|through foster|fostering
        his|her|their|the|my foster
    """,
}
# Whose "my social worker" is not the child's own.
_OWN_WORKERS = ("foster_carer", "adopter", "professional", "advocate", "solicitor", "councillor")

_roles, _not_own = matcher(ROLES), matcher(NOT_OWN_CHILD)
_care, _otherwise = matcher(CARE), matcher(_OTHERWISE)
_ages, _fosters = matcher(_AGES), matcher(_FOSTERS)


def told_of(doc: Doc) -> dict[str, str]:
    """The facts `reporter_role`, `child_age` and `care_status`, as far as the text tells them."""
    own, other = _own_age(doc), _child_age(doc)
    role = _role(doc, own)
    told = {"reporter_role": role} if role else {}
    age = own if role in _SPEAKER_IS_THE_CHILD else other
    if age is not None:
        told["child_age"] = str(age)
    care = _care_status(doc, role)
    if care:
        told["care_status"] = care
    return told


def _role(doc: Doc, own_age: int | None) -> str | None:
    met = found(_roles, doc)
    if "parent" in met and _all_within(met["parent"], found(_not_own, doc).get("not", [])):
        del met["parent"]
    if all(_is_somebody_elses(doc, place) for place in met.get("professional", [])):
        met.pop("professional", None)
    role = next((name for name in ROLES if name in met), None)
    if own_age is not None and own_age < 18:
        return "child" if role in (None, "child", "care_leaver") else None  # a mother of sixteen is both: ask
    if role == "child" and "care_leaver" in met:
        return "care_leaver"
    return None if _perhaps_not(doc, role) else role


def _is_somebody_elses(doc: Doc, place: tuple[int, int]) -> bool:
    """Whether "I am … social worker" goes on to another's: "im 15 and my social worker never comes"."""
    return any(word.lower_ in ("my", "our", "and", "but", "without", "not") for word in doc[slice(*place)])


def _perhaps_not(doc: Doc, role: str | None) -> bool:
    doubts = _PERHAPS_NOT.get(role or "", ())
    if not doubts:
        return False
    met = found(_fosters, doc)
    fosters = "oneself" in met and not _all_within(met["oneself"], met.get("others", []))
    return fosters or any(word.lower_.startswith(doubts) for word in doc)


def _own_age(doc: Doc) -> int | None:
    met = found(_ages, doc)
    then = met.get("own_then", [])
    now = [place for place in met.get("own", []) if not then or not _all_within([place], then)]
    return _only([_age_at(doc, end) for _, end in now])


def _child_age(doc: Doc) -> int | None:
    met = found(_ages, doc)
    of_others = met.get("another", [])
    places = [place for place in met.get("child", []) if not of_others or not _all_within([place], of_others)]
    return _only([_age_in(doc, start, end) for start, end in places])


def _age_at(doc: Doc, end: int) -> int | None:
    """The age that a match ends with, unless it goes on to be a measure of something else."""
    after = doc[end].lower_ if end < len(doc) else ""
    return None if after in _UNITS else number(doc[end - 1].text)


def _age_in(doc: Doc, start: int, end: int) -> int | None:
    places = [place for place in range(start, end) if number(doc[place].text) is not None]
    return _age_at(doc, places[-1] + 1) if places else None


def _only(ages: list[int | None]) -> int | None:
    """The one age that was told; None where there are two, or one of them was no age."""
    told = set(ages)
    return told.pop() if len(told) == 1 else None


def _care_status(doc: Doc, role: str | None) -> str | None:
    met = found(_care, doc)
    for status, places in met.items():
        met[status] = [place for place in places if not _is_otherwise(doc, place, status)]
    if role in _OWN_WORKERS:
        met.pop("has_social_worker", None)
    first = next((status for status in CARE if met.get(status)), None)
    return "in_care" if first == "in_care_since" else first


def _is_otherwise(doc: Doc, place: tuple[int, int], status: str) -> bool:
    """Whether the words in or just before a match say that it is not so, or no longer."""
    if status == "in_care_since":
        return doc[place[1] - 1].lower_ == "for" and _is_over(doc)
    if status == "left_care":
        return False
    return bool(_otherwise(doc[max(0, place[0] - 2) : place[1]]))


def _is_over(doc: Doc) -> bool:
    """Whether a text says of care that it has ended: "he has been in care for a year and is home now"."""
    return any(word.lower_ in ("home", "back", "left", "returned", "out", "before") for word in doc)


def _all_within(places: list[tuple[int, int]], wider: list[tuple[int, int]]) -> bool:
    return all(any(low < end and start < high for low, high in wider) for start, end in places)
