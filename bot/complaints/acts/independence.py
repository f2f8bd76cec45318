"""Whether those who must be independent have said so in writing lately; if not, somebody checks it.

The independent person of stage 2 and the members of a panel are neither members nor officers of the council, nor the
spouse or partner of one (SI 2006/1738 reg 2). The appointment goes on, because its clock does; the check has a day of
its own. No law says for how long a declaration counts: what somebody does for a council changes within a year.
"""

# ruff: noqa: ARG002, ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from bot.complaints.acts.act import Act, Fault, picked, unless
from bot.complaints.procedures import months_later
from bot.complaints.profile import Profile
from bot.complaints.step import Step
from bot.complaints.working_days import add_working_days

if TYPE_CHECKING:
    from bot.complaints.case import Case

COUNTS_MONTHS = 12
CHECK_WORKING_DAYS = 3
AHEAD = "A declaration was signed today or before."


def ahead(declared_on: date | None, step: Step) -> Fault | None:
    """What is wrong with the day of a declaration: it lies ahead."""
    return Fault("declared_on", AHEAD) if declared_on and declared_on > step.today else None


def checked_later(case: Case, step: Step, appointed_as: str, who: str, declared_on: date | None) -> Case:
    """The case with the check that an appointment leaves to be done, in place of one for whoever was there before."""
    for record in case.open_records("independence"):
        if record.details["appointed_as"] == appointed_as:
            case = case.moving(record, "no_longer_needed", step.today, close=True)
    if declared_on and step.today <= months_later(declared_on, COUNTS_MONTHS):
        return case
    by = add_working_days(step.today, CHECK_WORKING_DAYS, step.calendar)
    details = {"who": who, "appointed_as": appointed_as, "check_by": by.isoformat()}
    declared = {"declared_on": declared_on.isoformat()} if declared_on else {}
    return case.opening("independence", "to_check", step.today, {**details, **declared})


@dataclass(frozen=True)
class CheckIndependence(Act):
    """The declaration of independence that was missing or too old is here; say what was checked."""

    picks: ClassVar[Mapping[str, str]] = {"appointment": "independence"}
    any_day: ClassVar[tuple[str, ...]] = ("declared_on",)
    appointment: int
    declared_on: date
    what_was_checked: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When one waits."""
        return None if case.open_records("independence") else "Nobody's independence waits to be checked."

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """A declaration of the last twelve months; whoever turns out not to be independent is replaced."""
        if fault := ahead(self.declared_on, step):
            return fault
        fresh = step.today <= months_later(self.declared_on, COUNTS_MONTHS)
        says = "The declaration is over twelve months old: ask for a new one, or appoint somebody else."
        return unless(fresh, "declared_on", says)

    def on(self, case: Case, step: Step) -> Case:
        """Its task is done."""
        said = {"declared_on": self.declared_on.isoformat(), "what_was_checked": self.what_was_checked}
        return case.moving(picked(case, self, "appointment"), "checked", step.today, said, close=True)
