"""Danger signs: phrases that mean somebody may be at risk, and what they say about harm.

Recall first: a sign missed costs more than one too many. But an alarm at every "killing me" would teach people to
stop reading alarms, so harmless uses are taken out before anything is looked for (danger_table.HARMLESS). No part of
this asks Rasa, a store or a network: it works when all of them are down.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.complaints.danger_sign import Sign
from bot.complaints.danger_table import HARMLESS, PAST, SETTLED, SIGNS, STILL, YOUNG
from bot.complaints.danger_words import LISTS, MISSPELT
from bot.complaints.phrases import Heard, Phrase, read_all, vocabulary
from bot.complaints.plain_words import Spelling

_NEAR = 8  # words between a sign and the "now" that makes it an emergency


@dataclass(frozen=True)
class Danger:
    """What was seen: `risk` is "emergency" (danger now) or "at_risk" (harm is happening or likely)."""

    risk: str
    sign: str  # the name of the sign, for the alert
    harm: bool  # True when it tells of harm to somebody by somebody


_SIGNS: tuple[tuple[Sign, tuple[Phrase, ...]], ...] = tuple((sign, read_all(sign.phrases, LISTS)) for sign in SIGNS)
_HARMLESS, _PAST, _SETTLED, _STILL, _YOUNG = (
    read_all(lines, LISTS) for lines in (HARMLESS, PAST, SETTLED, STILL, YOUNG)
)
_ALL = (*_HARMLESS, *_PAST, *_SETTLED, *_STILL, *_YOUNG, *(phrase for _, phrases in _SIGNS for phrase in phrases))
_SPELLING = Spelling(vocabulary(_ALL), MISSPELT)


def look(text: str) -> Danger | None:
    """The most serious danger sign in a text, or None. Takes time linear in the text's length."""
    plain = Heard(_SPELLING.words(text))
    settled = _settled(plain)
    found = [danger for sign, heard, ends in _seen(plain) if (danger := _danger(sign, heard, ends, settled))]
    return min(found, key=lambda danger: danger.risk != "emergency", default=None)


def harm_told(text: str) -> bool:
    """True where a text tells of harm to somebody by somebody, whenever that was, settled or not."""
    return any(sign.harm for sign, _, _ in _seen(Heard(_SPELLING.words(text))))


def _seen(plain: Heard) -> Iterator[tuple[Sign, Heard, int]]:
    """Every sign that is in the words, with the places where its phrases end."""
    heard = plain.without(_HARMLESS)
    for sign, phrases in _SIGNS:
        listened = plain if sign.plain else heard
        ends = 0
        for phrase in phrases:
            ends |= listened.ends(phrase)
        if ends:
            yield sign, listened, ends


def _danger(sign: Sign, heard: Heard, ends: int, settled: bool) -> Danger | None:
    """What a sign means here. Harm that is over is no danger now, but an account of harm all the same."""
    if settled and sign.harm:
        return None
    urgent = sign.risk == "emergency" or (sign.now and heard.near(ends, LISTS["now"], _NEAR))
    return Danger("emergency" if urgent else "at_risk", sign.name, sign.harm)


def _settled(heard: Heard) -> bool:
    """True where harm is told as over: somebody says so, or all of it is set long ago and no child is speaking."""
    if any(map(heard.ends, _STILL)):
        return False
    if any(map(heard.ends, _SETTLED)):
        return True
    return any(map(heard.ends, _PAST)) and not any(map(heard.ends, _YOUNG))
