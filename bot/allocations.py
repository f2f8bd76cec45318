"""Allocations and conflicts of interest: to whom a case is given, until when, and who must not see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


@dataclass(frozen=True)
class Allocation:
    """A case that was given to an officer who does not see all cases."""

    id: str
    case: str  # its reference
    officer: str
    capacity: str  # in which of roles.ALLOCATED they have it
    given_at: datetime
    given_by: str
    points: tuple[int, ...] = ()  # which points a responding manager answers, counted from 0
    until: date | None = None  # the last day on which they see it
    ended_at: datetime | None = None


@dataclass(frozen=True)
class Interest:
    """Somebody who has a conflict of interest in a case: they, or somebody near to them, are complained about."""

    case: str
    officer: str
    declared_at: datetime
    declared_by: str


class Allocations(Protocol):
    """Who has been given which case, and who must not see it. Every method raises StoreBusy."""

    def give(self, allocation: Allocation) -> None:
        """Keep a new allocation."""
        ...

    def end(self, allocation_id: str, at: datetime) -> None:
        """It is taken back; whoever took it back first counts."""
        ...

    def running(self, officer: str, today: date) -> Sequence[Allocation]:
        """What an officer has today: neither taken back nor past its last day."""
        ...

    def of_case(self, reference: str) -> Sequence[Allocation]:
        """Everything that was ever given of a case, oldest first."""
        ...

    def holders(self, capacity: str) -> Mapping[str, str]:
        """Who has which case in this capacity now, by the case's reference; days do not end what is held so."""
        ...

    def pulse(self) -> str:
        """Something short that is another whenever a case was given or taken back, or a conflict declared."""
        ...

    def declare(self, interest: Interest) -> None:
        """Keep a conflict of interest; one that is there already stays as it is."""
        ...

    def interests_of(self, officer: str) -> Sequence[str]:
        """The references of the cases that an officer must not see."""
        ...

    def interests_in(self, reference: str) -> Sequence[Interest]:
        """Who must not see a case, in the order in which it was declared."""
        ...
