"""Details told: names, addresses, teams, councils, and what has been answered or is in court; by regular expressions.

Every expression is bounded, so that its time is linear in the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.rasa.council_areas import council_areas
from bot.rasa.language_words import word_set


@dataclass(frozen=True)
class Detail:
    """One fact that a text tells, and where."""

    fact: str
    value: str
    start: int
    end: int


_CAPITALISED = r"[A-Z][a-zA-Z'’-]{1,20}"
_NAME = rf"(?P<value>{_CAPITALISED}(?: {_CAPITALISED})?)"
_CHILD = r"(?:son|daughter|child|boy|girl|lad|baby|grandson|granddaughter|nephew|niece|foster (?:son|daughter|child))"
_WORKER = r"(?:[Ss]ocial ?[Ww]orker|SW|sw|PA|[Pp]ersonal [Aa]dvis[eo]r|IRO|[Mm]anager|[Kk]ey ?[Ww]orker)"
_IN_COUNCIL = r"(?:(?:London )?Borough |City |County |District |Metropolitan )?"
_STAGES = {"1": "stage_1", "one": "stage_1", "2": "stage_2", "two": "stage_2", "3": "stage_3", "three": "stage_3"}
_STAGE = r"stage (?P<value>1|one|2|two|3|three)"
_ANSWER = r"(?:response|reply|answer|decision|letter|outcome|report|adjudication|investigation|finding)s?"

_AS_SAID = {
    "email": r"(?P<value>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4})",
    "phone": r"(?<![\d£])(?P<value>(?:\+44[\s-]?|0)[1-9](?:[\s-]?\d){8,9})(?!\d)",
    "postcode": r"\b(?P<value>[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2})\b",
    "school": (
        rf"\b(?P<value>(?:{_CAPITALISED} ){{1,4}}(?:Primary|Secondary|High|Infant|Junior|Grammar)? ?"
        r"(?:School|Academy|College|Nursery))\b"
    ),
    "name": rf"\b(?:[Mm]y name(?: is|['’]?s)|[Mm]y names|I am called|[Ii]['’]?m called|This is) {_NAME}",
    "child_name": rf"\b(?:[Mm]y|[Oo]ur|[Hh]er|[Hh]is) {_CHILD},? (?:is called |called |['’]?s name is |named )?{_NAME}",
    "team_or_worker": (
        rf"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Tt]he) {_WORKER},?(?: is| was|['’]s)?(?: called)? {_NAME}"
    ),
    "which_council": (
        rf"\b(?P<value>{_CAPITALISED}(?: (?:and |upon |on )?{_CAPITALISED}){{0,2}} {_IN_COUNCIL}[Cc]ouncil)\b"
    ),
}  # fmt: skip
_TEAM = (
    r"\b(?P<value>(?:leaving care|court|duty|fostering|adoption|assessment|sen|send|placements?|contact|"
    r"children with disabilities|disabled children['’]?s|family support|early help|safeguarding|care leavers?|"
    r"virtual school|short breaks) team)\b"
)
_DECIDED = {
    "already_answered": (
        r"(?:had|got|received|have|after|following|given|sent) "
        rf"(?:a |an |my |the |your |our |us ){{0,2}}{_STAGE} {_ANSWER}",
        rf"{_STAGE} (?:{_ANSWER} )?(?:is |was |has been |have been )?"
        r"(?:finished|done|completed?|over|closed|concluded|(?:not |partly )?upheld|came back|said|found)",
        rf"(?:been through|finished|completed|done|unhappy with|not happy with) (?:the |your |my )?{_STAGE}",
        r"(?P<value>ombudsman|lgsco|lgo) (?:has |have )?(?:already )?"
        r"(?:decided|found|upheld|investigated|looked at|closed|told us|told me)",
        r"(?P<value>first time)(?: that)? (?:i|we)(?:['’]ve| have)? (?:ever )?(?:complain|complained|raised)",
        r"(?P<value>(?:never|not|haven['’]?t) complained) (?:before|yet|to anyone)",
    ),
    "court_involved": (
        r"(?P<value>no court (?:case|involvement|proceedings))",
        r"(?P<value>(?:not|isn['’]?t|aren['’]?t) (?:in|at|going to) court)",
        r"(?P<value>court (?:isn['’]?t|is not) involved)",
        r"(?P<value>(?:care|court|family|private law) proceedings "
        r"(?:are|is|have started|started|ongoing|at the moment|now))",
        r"(?P<value>(?:in|before) (?:the )?(?:family )?court "
        r"(?:next|tomorrow|on (?:mon|tues|wednes|thurs|fri)day|at the moment|right now|now|again))",
        r"(?P<value>(?:next|final|fact[- ]finding) (?:court )?hearing (?:is|in|on))",
        r"(?P<value>(?:we|i)(?:['’]re| are|['’]m| am) (?:still |currently |already )?in (?:court|proceedings))",
        r"(?P<value>(?:subject to|under|on) (?:an )?(?:interim care order|ico)\b)",
    ),
}  # fmt: skip
_NO = ("no ", "not ", "isn", "aren", "never", "haven", "first", "court is")
_NO_NAMES = word_set(
    """
    i he she they we it and but the a an my our has have is was who will would can does did said says on in at
    as because when if so that this monday tuesday wednesday thursday friday saturday sunday january february
    march april june july august september october november december social worker council school team mum dad
    nan please children childrens child local borough county city my your their no not never what why how ehcp
    dear other another it's its that's there's send sen camhs nhs gp pip dla sgo ico
    """
)
_MOST_READ = 6_000  # characters; details come early, and the whole text is kept anyhow

_AS_SAID_READY = {fact: re.compile(pattern) for fact, pattern in _AS_SAID.items()}
_TEAM_READY = re.compile(_TEAM, re.IGNORECASE)
_DECIDED_READY = {
    fact: tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns) for fact, patterns in _DECIDED.items()
}
_NAMED = ("name", "child_name", "team_or_worker", "which_council", "school")


def told_plainly(text: str) -> Iterator[Detail]:
    """The details in a text, the first of each kind."""
    text = text[:_MOST_READ]
    met = set()
    for detail in (*_as_said(text), *_decided(text)):
        if detail.fact not in met:
            met.add(detail.fact)
            yield detail


def _as_said(text: str) -> Iterator[Detail]:
    for fact, pattern in _AS_SAID_READY.items():
        for match in pattern.finditer(text):
            value = match["value"].strip()
            if fact not in _NAMED or _is_name(value):
                yield Detail(fact, value, match.start("value"), match.end("value"))
    for name, start, end in council_areas(text):
        yield Detail("which_council", name, start, end)
    for match in _TEAM_READY.finditer(text):
        yield Detail("team_or_worker", match["value"], match.start("value"), match.end("value"))


def _is_name(value: str) -> bool:
    """Whether a capitalised run begins with a name, and not with a word that only begins a sentence."""
    return value.split()[0].lower().strip("'’") not in _NO_NAMES


def _decided(text: str) -> Iterator[Detail]:
    for fact, patterns in _DECIDED_READY.items():
        for pattern in patterns:
            match = pattern.search(text)
            if match:
                yield Detail(fact, _value(fact, match["value"].lower()), match.start("value"), match.end("value"))


def _value(fact: str, said: str) -> str:
    if fact == "already_answered":
        return _STAGES.get(said) or ("ombudsman" if said in ("ombudsman", "lgsco", "lgo") else "no")
    return "no" if said.startswith(_NO) else "yes"
