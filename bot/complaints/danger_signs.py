"""Danger signs: phrases that mean somebody may be at risk, and what they say about harm.

Recall first: a sign missed costs more than one too many. But an alarm at every "killing me" would teach people to
stop reading alarms, so harmless uses are taken out before anything is looked for (danger_table.HARMLESS). No part of
this asks Rasa, a store or a network: it works when all of them are down.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.complaints.danger_doubts import DOUBTS
from bot.complaints.danger_sign import Sign
from bot.complaints.danger_table import HARMLESS, PAST, SETTLED, SIGNS, STILL, YOUNG
from bot.complaints.danger_words import LISTS, MISSPELT
from bot.complaints.phrases import Heard, Phrase, read_all, vocabulary
from bot.complaints.plain_words import Spelling

_NEAR = 8  # words between a sign and the "now" that makes it an emergency
_DOUBT_REACHES = 20  # words between a sign and what makes it doubtful


@dataclass(frozen=True)
class Danger:
    """What was seen: `risk` is "emergency" (danger now) or "at_risk" (harm is happening or likely)."""

    risk: str
    sign: str  # the name of the sign, for the alert
    harm: bool  # True when it tells of harm to somebody by somebody
    sure: bool = True  # False: the same words are also said where nobody is in danger


# What is passed on at once although its words show no danger: it follows words that did.
AFTER_A_DISCLOSURE = Danger("at_risk", "said_after_disclosure", harm=False)
HELP_NOW = Danger("emergency", "help_now", harm=False)


@dataclass(frozen=True)
class _Row:
    """A sign with its phrases, ready to be looked for."""

    sign: Sign
    sure: tuple[Phrase, ...]
    doubtful: tuple[Phrase, ...]


_ROWS: tuple[_Row, ...] = tuple(
    _Row(sign, read_all(sign.phrases, LISTS), read_all(sign.doubtful, LISTS)) for sign in SIGNS
)
_HARMLESS, _PAST, _SETTLED, _STILL, _YOUNG = (
    read_all(lines, LISTS) for lines in (HARMLESS, PAST, SETTLED, STILL, YOUNG)
)
_DOUBTS = tuple(phrase for lines in DOUBTS for phrase in read_all(lines, LISTS))
_ALL = (
    *(*_HARMLESS, *_DOUBTS, *_PAST, *_SETTLED, *_STILL, *_YOUNG),
    *(phrase for row in _ROWS for phrase in (*row.sure, *row.doubtful)),
)
_SPELLING = Spelling(vocabulary(_ALL), MISSPELT)


def look(text: str) -> Danger | None:
    """The most serious danger in a text, or None; sure where any sign in it is. Linear in the text's length."""
    return look_twice(text)[0]


def harm_told(text: str) -> bool:
    """True where a text states harm to somebody by somebody, whenever that was, settled or not, true or reported."""
    return look_twice(text)[1]


def look_twice(text: str) -> tuple[Danger | None, bool]:
    """What `look` and `harm_told` say of a text, for one search through it."""
    plain = Heard(_SPELLING.words(text))
    signs = tuple(_seen(plain))
    settled = bool(signs) and _settled(plain)
    found = [danger for seen in signs if (danger := _danger(seen, settled))]
    worst = min(found, key=lambda danger: (danger.risk != "emergency", not danger.sure), default=None)
    worst = worst and replace(worst, sure=any(danger.sure for danger in found))
    return worst, any(seen.sign.harm and seen.stated for seen in signs)


@dataclass(frozen=True)
class _Seen:
    """A sign that is in the words, and the places where its phrases end."""

    sign: Sign
    heard: Heard
    ends: int
    stated: bool  # by a phrase that says so, and not only by words that are also said of nothing
    sure: bool  # stated, and nothing beside it makes it doubtful


def _seen(plain: Heard) -> Iterator[_Seen]:
    """Every sign that is in the words."""
    heard = plain.without(_HARMLESS)
    doubted = plain.around(plain.ends_of(_DOUBTS), _DOUBT_REACHES)
    for row in _ROWS:
        listened = plain if row.sign.plain else heard
        sure = listened.ends_of(row.sure)
        if ends := sure | listened.ends_of(row.doubtful):
            yield _Seen(row.sign, listened, ends, bool(sure), bool(sure & ~doubted))


def _danger(seen: _Seen, settled: bool) -> Danger | None:
    """What a sign means here. Harm that is over is no danger now, but an account of harm all the same."""
    sign = seen.sign
    if settled and sign.harm:
        return None
    urgent = sign.risk == "emergency" or (sign.now and seen.heard.near(seen.ends, LISTS["now"], _NEAR))
    return Danger("emergency" if urgent else "at_risk", sign.name, sign.harm, seen.sure)


def _settled(heard: Heard) -> bool:
    """True where harm is told as over: somebody says so, or all of it is set long ago and no child is speaking."""
    if any(map(heard.ends, _STILL)):
        return False
    if any(map(heard.ends, _SETTLED)):
        return True
    return any(map(heard.ends, _PAST)) and not any(map(heard.ends, _YOUNG))
