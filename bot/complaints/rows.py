"""What a row of the triage table is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.complaints.view import CaseView, PointView


@dataclass(frozen=True)
class PointRow:
    """A row about one point: where it belongs when the row applies. The first row that applies decides."""

    name: str
    applies: Callable[[PointView], bool]
    pathway: str
    says: str  # a plain sentence for officers and for the record
    source: str  # the clause, decision or guidance
    signposted_to: str | None = None
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True)
class CaseRow:
    """A row about person, time or kind. Every one that applies sets its pathway, flags or tasks."""

    name: str
    applies: Callable[[CaseView], bool]
    says: str
    source: str
    pathway: str | None = None  # only for a kind of record that is no complaint, and a member's enquiry
    flags: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
