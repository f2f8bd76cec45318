"""What lists show of a case and what a case is found by.

A list opens no sealed word: it goes by what the store keeps in clear. Names and addresses are never kept in clear; the
store keeps keyed marks of the words that `look_ups` gives (docs/search.md says what these give away).
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.complaints.case import Case

NAMED_IN = ("team_or_worker", "must_not_tell")  # where somebody says whom it is about, and who must not know
# By what a case is found, and the facts that this stands in.
BY_NAME, BY_EMAIL, BY_WHOM_IT_NAMES = "name", "email", "about"
_FACTS = {BY_NAME: ("name", "child_name"), BY_EMAIL: ("email",), BY_WHOM_IT_NAMES: NAMED_IN}


@dataclass(frozen=True)
class Listed:
    """One case as lists show it: dates and labels, nobody's words and nobody's name."""

    reference: str
    conversation: str | None
    received_at: datetime
    pathway: str
    confirmed: bool
    flags: tuple[str, ...]
    risk: str
    stage: str
    due: date | None  # None: the council need do nothing now, or it stands still
    paused_until: date | None  # it stands still, and somebody looks again on this day
    team: str | None


def listed(case: Case) -> Listed:
    """A case as lists show it."""
    return Listed(
        reference=case.reference,
        conversation=case.conversation,
        received_at=case.received_at,
        pathway=case.pathway,
        confirmed=case.confirmed,
        flags=case.flags,
        risk=case.risk,
        stage=case.stage,
        due=case.clock.now_due if case.clock else None,
        paused_until=paused_until(case),
        team=case.team,
    )


def paused_until(case: Case) -> date | None:
    """The first day on which somebody looks again at a clock that stands still; None when none does."""
    pauses = [clock.pause.until for clock in case.clocks if clock.is_running and clock.pause]
    return min(pauses, default=None)


def look_ups(case: Case) -> Mapping[str, frozenset[str]]:
    """The words that a case is found by, for each way of finding it."""
    return {
        BY_NAME: frozenset().union(*(_spellings(said) for said in _said(case, BY_NAME))),
        BY_EMAIL: frozenset(address(said) for said in _said(case, BY_EMAIL) if said.strip()),
        BY_WHOM_IT_NAMES: frozenset().union(*(pairs(said) for said in _said(case, BY_WHOM_IT_NAMES))),
    }


def words(text: str) -> list[str]:
    """The words of a text in order, without case, accents and punctuation."""
    parts = unicodedata.normalize("NFKD", text)
    plain = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return re.findall(r"\w+", plain.casefold())


def typed_words(text: str) -> frozenset[str]:
    """The words that somebody typed to find a name; O’Brien and Anne-Marie are one word each, as they were typed."""
    return frozenset(filter(None, ("".join(words(part)) for part in text.split())))


def address(text: str) -> str:
    """An e-mail address as it is found: case and the blanks around it do not matter."""
    return text.strip().casefold()


def pairs(text: str) -> frozenset[str]:
    """Every two words that stand side by side. A single word of a free text is never marked: many use the same."""
    said = words(text)
    return frozenset(f"{first} {second}" for first, second in itertools.pairwise(said))


def _spellings(name: str) -> frozenset[str]:
    return frozenset(words(name)) | typed_words(name)


def _said(case: Case, way: str) -> list[str]:
    return [_text(case.facts.get(fact)) for fact in _FACTS[way]]


def _text(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")
