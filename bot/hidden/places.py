"""Places and teams: schools, streets and houses, and who in the council it was.

A place goes by the word that says what it is ("school", "lane") and by the words before it, as long as they are no
words that we know or have a capital: so "my school" and "the road" are nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.hidden.span import Span
from bot.hidden.words import plain_words, word_set

_WORD = re.compile(r"[\w'’-]{1,30}")  # bounded, as all here, so that the time is linear in the text's length
_MOST_WORDS, _REACH = 4, 120  # before the word that says what it is; and the letters that they may take

_SCHOOL = re.compile(
    r"\b(?:(?:primary|secondary|high|infants?|juniors?|grammar|special|community|church|ce|rc|catholic|nursery|girls'?|"
    r"boys'?|preparatory|comprehensive) ){0,3}(?:school|academy|college|nursery|preschool|pre-school|sixth form|pru)\b|"
    r"\b(?:primary|infants|juniors|high|grammar)\b",
    re.IGNORECASE,
)
_SCHOOL_ASKED = re.compile(
    r"\b(?:goes to|go to|went to|attends?|attending|been at|pupil at|school(?: is|:|,)?|excluded from|at) "
    r"(?P<is>(?:the |[Ss]t |[Ss]aint )?[A-Z][\w'’]{1,30}(?: [A-Z][\w'’]{1,30}){0,3})"
    r"(?= (?:since|in year|year \d|until|from year)|[,.]|$)"
)
_LEADS_UP = word_set(
    """
    st saint saints all holy our lady little old king queen new great north south east west upper lower
    """
)

_STREET = re.compile(r"\b(?:street|road|rd|lane|ln|avenue|ave|terrace|crescent|grove|mews)\b", re.IGNORECASE)
_PERHAPS_STREET = re.compile(  # words for much else too
    r"\b(?:st|close|court|drive|way|gardens?|hill|square|row|walk|park|place|green|view|rise|house|flats|buildings)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\b(?:flat|room|apartment|unit) (?:\d{1,4}[a-e]?|[a-e]),? )?(?:\b\d{1,4}[a-e]?,? )?$", re.IGNORECASE
)
_AT = re.compile(r"\b(?:at|on) $", re.IGNORECASE)
_THE_STREET = re.compile(rf"\b\d{{1,4}}[a-e]? the (?:{_STREET.pattern}|{_PERHAPS_STREET.pattern})", re.IGNORECASE)
_NO_STREET = word_set(
    """
    a an the my his her our their your this that any every each no same main busy long wrong whole next other
    another down up across cross over on in at to of from off along right high side our back front one middle out
    into crossing by and or near is was be dead ring bus country slip fast cycle dirt it new old same two crown
    family county high youth magistrates kangaroo i
    """
)

_OF_A_TEAM = (
    "leaving|care|after|looked|children|childrens|child|kids|family|families|support|duty|emergency|safeguarding|"
    "assessment|referral|fostering|adoption|permanence|kinship|locality|north|south|east|west|central|disabilit(?:y|ies)|"
    "disabled|send|sen|cin|cp|in|need|protection|youth|justice|offending|early|help|front|door|intake|contact|access|"
    "resource|placement|commissioning|transport|admissions|complaints|legal|virtual|school|short|breaks|transitions?|"
    "inclusion|edge|of|court|intervention|intensive|prevention|with|and|16|18|plus|through|out-of-hours|lac|ehcp?|yot|yos|"
    "cwd|mash|post|special|guardianship|finance|independent|reviewing|visiting|advocacy"
)
_TEAM = re.compile(
    rf"\b(?P<is>(?:(?:(?i:{_OF_A_TEAM})(?:['’]?s)?|[A-Z]\w{{1,30}}) ){{1,6}}(?i:teams?|hub|service))\b|"
    r"\b(?P<known>MASH|EDT|LADO)\b"
)
_TEAM_WORD = re.compile(rf"(?:{_OF_A_TEAM})(?:['’]?s)?", re.IGNORECASE)
_LEADS_TO_NONE = word_set("of and in with through after i we the my our this no each every new")


def places(text: str) -> Iterator[Span]:
    """Schools, addresses and teams that are named."""
    yield from _schools(text)
    yield from addresses(text)
    yield from _teams(text)


def _schools(text: str) -> Iterator[Span]:
    for match in _SCHOOL.finditer(text):
        start = _named_from(text, match.start(), sure=False)
        if start < match.start():
            yield Span("school", start, match.end())
    for match in _SCHOOL_ASKED.finditer(text):
        yield Span("school", *match.span("is"))


def addresses(text: str) -> Iterator[Span]:
    """Streets, with the number of the house or the flat where it was said."""
    for match in _STREET.finditer(text):
        start = _named_from(text, match.start(), sure=True)
        if start < match.start():
            yield Span("address", start - len(_number_before(text, start)), match.end())
    for match in _PERHAPS_STREET.finditer(text):
        start = _named_from(text, match.start(), sure=False)
        number = _number_before(text, start)
        if start < match.start() and (number or match[0][0].isupper() or _AT.search(text[:start][-4:])):
            yield Span("address", start - len(number), match.end())
    for match in _THE_STREET.finditer(text):
        yield Span("address", *match.span())


def _number_before(text: str, place: int) -> str:
    """The number of the house or the flat, as it stands before the street; empty where there is none."""
    found = _NUMBERED.search(text[max(0, place - _REACH) : place])
    return found[0] if found else ""


def _named_from(text: str, end: int, *, sure: bool) -> int:
    """Where the name begins that ends with the word at `end`; that word's own place where it has no name.

    A `sure` word ("lane") takes any word before it for a name that does not speak against it.
    """
    start, capitals = end, False
    before = list(_WORD.finditer(text, max(0, end - _REACH), end))
    for word in before[: -_MOST_WORDS - 1 : -1]:
        small, first = word[0].casefold().replace("’", "").replace("'", ""), start == end
        capital = word[0][0].isupper() and not word[0].isupper()
        capitals = capitals or (first and capital)
        named = capital if capitals else capital or small not in plain_words()
        led = small in _LEADS_UP if not first else sure and small not in _NO_STREET
        if not text[word.end() : start].isspace() or word[0][0].isdigit() or not (named or led) or small in _NO_STREET:
            break
        start = word.start()
    return start


def _teams(text: str) -> Iterator[Span]:
    """Without the words at the beginning that name nothing; nothing where only "team" is left."""
    for match in _TEAM.finditer(text):
        words = list(re.finditer(r"\S+", match[0]))
        while len(words) > 1 and _leads_to_none(words[0][0]):
            words.pop(0)
        if len(words) > 1 or match["known"]:
            yield Span("team", match.start() + words[0].start(), match.end())


def _leads_to_none(word: str) -> bool:
    small = word.casefold()
    return small in _LEADS_TO_NONE or (small in plain_words() and not _TEAM_WORD.fullmatch(word))
