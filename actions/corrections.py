"""Corrections: "no wait, she's 14 not 13", "it was my nan not me", "the team is wrong": what they change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from actions.hearing import Heard, chosen_by_words
from actions.questions import answer, choices_of
from bot.complaints.facts import CHILD_ROLES, CHOICES, Facts
from bot.words import words

SURE = 0.5  # of the ear, that somebody corrects something
TAKES_BACK = re.compile(
    r"(no|nope|sorry|oops|wait|actually|hang on|hold on|i meant|i mean|correction)\b", re.IGNORECASE
)
_AGE_MEANT = re.compile(r"^\D{0,20}\b(\d{1,2})\b\D{0,12}$")
# Asks to change something without saying what: "can i change an answer".
WANTS_TO_CHANGE = re.compile(
    r"\b(change|correct|edit|fix|go back (to|on)|redo)\b.{0,30}\b(something|an? (answer|thing)|answers?|what i"
    r"|that|it|one)\b",
    re.IGNORECASE,
)
MOST_READ = 300  # characters; a correction is short, and a longer text is an account
_WORD = r"[\w'’.@-]{1,40}(?: [\w'’.@-]{1,40}){0,3}"
_NEW_NOT_OLD = re.compile(
    rf"(?P<new>{_WORD}?),? (?:and )?not (?:for |with |in )?(?P<old>{_WORD})\s*[.!]*$", re.IGNORECASE
)
_NOT_OLD_NEW = re.compile(rf"\bnot (?P<old>{_WORD}?)(?:,? but|,|,? it'?s) (?P<new>{_WORD})\s*[.!]*$", re.IGNORECASE)
_LEAD_IN = re.compile(
    r"^(?:(?:no|wait|sorry|oops|actually|i meant?|meant|it'?s|its|it is|it was|he'?s|hes|she'?s|shes|i'?m|im"
    r"|i am|is|was|for|at"
    r"|the|about|my name is|called),? )+",
    re.IGNORECASE,
)
_ONESELF = ("me", "myself", "mine", "us")
_CHILDREN = re.compile(
    r"\bmy (?P<who>(?:\w+ ){0,2}?(?:brother|sister|bro|sis|cousin|friend|mate|bestie|son|daughter|lad|boy|girl"
    r"|kid|child"
    r"|nephew|niece|grand(?:son|daughter|child)|step(?:son|daughter|brother|sister)|boyfriend|girlfriend|twin))\b",
    re.IGNORECASE,
)
_ROLE_OF = {
    "parent": re.compile(r"\b(son|daughter|lad|boy|girl|kid|child)$"),
    "relative": re.compile(r"\b(nephew|niece|grand\w+)$"),
}


@dataclass(frozen=True)
class Corrected:
    """What a correction came to: the facts after it, and whom it turned out to be about, where it says so."""

    facts: Facts
    about: str | None = None


def corrects(message: Heard, facts: Facts) -> bool:
    """Whether a message takes back something that was said before: "no sorry, I'm 14" does, to who was thirteen."""
    if message.choice:
        return False
    otherwise = any(facts.get(name) not in (None, value) for name, value in message.facts().items())
    plainly = otherwise and TAKES_BACK.match(message.text.strip()) is not None
    return plainly or (message.intent == "change_answer" and message.sure >= SURE)


def corrected(message: Heard, facts: Facts, today: date) -> Corrected | None:
    """The facts as the message corrects them, or None when it names nothing that we know of."""
    about = _about_a_child(message.text[:MOST_READ])
    if about:
        return Corrected(_for_somebody_else(facts, about), about)
    told = message.facts() or _new_for_old(message, facts, today)
    if not told:
        return None
    for name, value in told.items():
        facts = facts.telling(name, value)
    return Corrected(facts)


def only_wants_to(message: Heard) -> bool:
    """Whether somebody says that they want to change something, and not yet what."""
    return WANTS_TO_CHANGE.search(message.text) is not None


# --- somebody else ---


def _about_a_child(text: str) -> str | None:
    """ "It's my brother, not me": the child whom it is about, in the person's own word."""
    swaps = [swapped for pattern in (_NEW_NOT_OLD, _NOT_OLD_NEW) if (swapped := pattern.search(text))]
    named = [_CHILDREN.search(swapped["new"]) for swapped in swaps if swapped["old"].lower() in _ONESELF]
    return next((child["who"].lower() for child in named if child), None)


def _for_somebody_else(facts: Facts, about: str) -> Facts:
    """A child who speaks for a brother stays the child who speaks; where we cannot tell who speaks, it is asked."""
    facts = facts.telling("on_behalf_of_child", "yes")
    role = next((name for name, words_of in _ROLE_OF.items() if words_of.search(about)), None)
    if facts.get("reporter_role") in CHILD_ROLES:
        return facts
    if role is None and facts.get("reporter_role") == "parent":
        known = {name: value for name, value in facts.known.items() if name != "reporter_role"}
        return Facts(known, facts.refused, facts.points)
    return facts.telling("reporter_role", role) if role else facts


# --- one thing for another ---


def _new_for_old(message: Heard, facts: Facts, today: date) -> dict[str, str]:
    """ "14 not 13": the new value of whatever was told as the old one."""
    text = message.text[:MOST_READ]
    for swapped in (_NEW_NOT_OLD.search(text), _NOT_OLD_NEW.search(text)):
        if swapped is None:
            continue
        old, new = _LEAD_IN.sub("", swapped["old"]), _LEAD_IN.sub("", swapped["new"])
        for name, value in facts.known.items():
            if _means(name, old, str(value)) and (read := _value(name, new, message, today)) is not None:
                return {name: read}
    meant = _AGE_MEANT.match(text)  # "i meant 14": nothing else that was told is a small number
    return {"child_age": meant[1]} if meant and "child_age" in facts.known else {}


def _means(name: str, said: str, value: str) -> bool:
    if CHOICES.get(name) is None:
        return said.lower() in (value.lower(), value.lower().split()[0])
    return chosen_by_words(said, choices_of(name, None)) == value or said.lower() == words().label(name, value).lower()


def _value(name: str, said: str, message: Heard, today: date) -> str | None:
    if CHOICES.get(name) is not None:
        return chosen_by_words(said, choices_of(name, None))
    return answer(name, Heard(said, message.message_id, "", 1.0, None, ()), today)
