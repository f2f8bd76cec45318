"""Danger signs: phrases that mean somebody may be at risk, and what they say about harm.

Recall first: a sign missed costs more than one too many. But an alarm at every "killing me" would teach people to
stop reading alarms, so harmless uses are taken out before anything is looked for (danger_table.HARMLESS). No part of
this asks Rasa, a store or a network: it works when all of them are down.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.complaints.danger_table import HARMLESS, PAST, SIGNS, STILL, YOUNG, Sign
from bot.complaints.danger_words import LISTS, MISSPELT
from bot.complaints.phrases import Heard, Phrase, read, vocabulary
from bot.complaints.plain_words import Spelling

_NEAR = 8  # words between a sign and the "now" that makes it an emergency


@dataclass(frozen=True)
class Danger:
    """What was seen: `risk` is "emergency" (danger now) or "at_risk" (harm is happening or likely)."""

    risk: str
    sign: str  # the name of the sign, for the alert
    harm: bool  # True when it tells of harm to somebody by somebody


def _read_all(written: str) -> tuple[Phrase, ...]:
    return tuple(read(line.strip(), LISTS) for line in written.strip().splitlines())


_SIGNS: tuple[tuple[Sign, tuple[Phrase, ...]], ...] = tuple((sign, _read_all(sign.phrases)) for sign in SIGNS)
_HARMLESS, _PAST, _STILL, _YOUNG = map(_read_all, (HARMLESS, PAST, STILL, YOUNG))
_SPELLING = Spelling(
    vocabulary(
        [*_HARMLESS, *_PAST, *_STILL, *_YOUNG, *(phrase for _, phrases in _SIGNS for phrase in phrases)]
    ),
    MISSPELT,
)


def look(text: str) -> Danger | None:
    """The most serious danger sign in a text, or None. Takes time linear in the text's length."""
    heard = _hear(text)
    settled = _settled(heard)
    found = [danger for sign, phrases in _SIGNS if (danger := _seen(heard, sign, phrases, settled))]
    return min(found, key=lambda danger: danger.risk != "emergency", default=None)


def harm_told(text: str) -> bool:
    """True where a text tells of harm to somebody by somebody, whenever that was, settled or not."""
    heard = _hear(text)
    return any(sign.harm and any(map(heard.ends, phrases)) for sign, phrases in _SIGNS)


def _hear(text: str) -> Heard:
    heard = Heard(_SPELLING.words(text))
    heard.forget(_HARMLESS)
    return heard


def _seen(heard: Heard, sign: Sign, phrases: tuple[Phrase, ...], settled: bool) -> Danger | None:
    ends = 0
    for phrase in phrases:
        ends |= heard.ends(phrase)
    if not ends or sign.risk == "none" or (settled and sign.harm and sign.risk != "emergency"):
        return None
    urgent = sign.risk == "emergency" or (sign.now and heard.near(ends, LISTS["now"], _NEAR))
    return Danger("emergency" if urgent else "at_risk", sign.name, sign.harm)


def _settled(heard: Heard) -> bool:
    """True where the whole text is set in somebody's past: long ago, nothing still going on, not told by a child."""
    if not any(map(heard.ends, _PAST)):
        return False
    return not any(map(heard.ends, (*_STILL, *_YOUNG)))
