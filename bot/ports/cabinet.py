"""Cases, and what is counted from them: years before ours and reports."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.case_list import Listed
from bot.complaints.case import Case
from bot.ports.records import Issued, PastTotal, Task


class Cases(Protocol):
    """The complaints store. Every method of this and the next four raises StoreBusy when it cannot be had."""

    def add(self, case: Case, submission_key: str, tasks: Sequence[Task]) -> Case:
        """Keep a new case and its tasks in one transaction; the same key again gives the case that is there.

        Raises ReferenceTaken when another case has this reference: draw another and try again.
        """
        ...

    def get(self, reference: str) -> Case | None:
        """The case with this reference, or None."""
        ...

    def save(self, case: Case) -> None:
        """Keep a changed case; raises Conflict when somebody else changed it since it was read.

        What is kept has the next version: read the case again before changing it further. The history may only grow.
        """
        ...

    def of_conversation(self, conversation: str) -> Sequence[Case]:
        """The cases that a conversation opened, oldest first."""
        ...

    def all(self) -> Sequence[Case]:
        """Every case, by due date."""
        ...

    def some(self, references: Collection[str]) -> Sequence[Case]:
        """The cases with these references in any order; those that are not there are left out."""
        ...

    def listed(self) -> Sequence[Listed]:
        """Every open case as lists show it, by due date; not a word of them is opened."""
        ...

    def listed_among(
        self, *, references: Collection[str] = (), conversations: Collection[str] = ()
    ) -> Sequence[Listed]:
        """Those with these references or from these conversations as lists show them, closed ones too."""
        ...

    def listed_due(self, first: date, last: date) -> Sequence[Listed]:
        """Open cases that are due from the first day to the last, both included, as lists show them, by due date."""
        ...

    def found(self, way: str, words: Collection[str]) -> Sequence[str]:
        """The references of the cases that all these words lead to; `way` and words as in case_list.look_ups."""
        ...

    def pulse(self) -> str:
        """Something short that is another whenever a case was added or changed."""
        ...

    def set_secret_hash(self, reference: str, secret_hash: str) -> None:
        """Replace the hash of the person's secret; raises LookupError for a case that is not there."""
        ...

    def secret_hash(self, reference: str) -> str | None:
        """The hash of the person's secret, or None."""
        ...


class Reports(Protocol):
    """What a manager writes for the reports of a period, and what was issued of them."""

    def texts(self, council: str, period: str) -> Mapping[str, str]:
        """What was written for a period, by box."""
        ...

    def write(self, council: str, period: str, box: str, text: str, who: str, at: datetime) -> None:
        """Keep a text in the place of the one that was in its box."""
        ...

    def issue(self, council: str, period: str, figures: Mapping[str, float], who: str, at: datetime) -> None:
        """Keep the figures as they are issued; what was issued before stays."""
        ...

    def issued(self, council: str, period: str) -> Issued | None:
        """What was issued last of a period, or None."""
        ...


class PastYears(Protocol):
    """What a council brings along of its past years."""

    def keep(self, cases: Sequence[Case], totals: Sequence[PastTotal]) -> None:
        """Keep all of it in one transaction or nothing; raises ReferenceTaken when one of them is there already."""
        ...

    def totals(self, council: str) -> Sequence[PastTotal]:
        """The totals that are kept of a council, the oldest year first."""
        ...
