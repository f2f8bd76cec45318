"""Two decisions that an officer must make with reasons before anybody may be told that we do not consider it.

Lateness turns on two questions (reg 9): was it reasonable to wait, and can it still be considered effectively and
fairly? Sufficient interest (Children Act 1989 s26(3)(e)) is about the child's welfare, and the child is asked where
that is right. Until a decision the case and its clocks go on.
"""

# ruff: noqa: ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from bot.complaints.acts.act import Act
from bot.complaints.profile import Profile
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.case import Case

# What may be declined -> the flag that must stand, and the clause.
REFUSABLE = {
    "no_sufficient_interest": "standing",  # Children Act 1989 s26(3)(e)
    "too_late": "late",  # reg 9
    "prejudices_proceedings": "court",  # reg 8
    "considered_before": "duplicate",
}
DECIDED_FIRST = ("standing", "late")  # an officer must have decided these against the person


def grounds(case: Case) -> tuple[str, ...]:
    """The grounds on which an officer might decline to consider a case now."""
    against = {record.details["flag"] for record in case.records if (record.kind, record.state) == _NOT_GIVEN}
    return tuple(
        ground
        for ground, flag in REFUSABLE.items()
        if flag in case.flags and (flag not in DECIDED_FIRST or flag in against)
    )


_NOT_GIVEN = ("discretion", "not_given")


def _undecided(case: Case, flag: str) -> str | None:
    if flag not in case.flags:
        return "There is nothing of that kind to decide."
    if case.stage not in ("awaiting_officer", "stage_1"):
        return "Stage 1 is over: that is settled."
    decided = any(record.kind == "discretion" and record.details["flag"] == flag for record in case.records)
    return "It was decided already." if decided else None


def _decided(case: Case, act: Act, flag: str, step: Step, *, for_them: bool) -> Case:
    """Decided for the person the flag goes; decided against them it stands, and a manager may decline."""
    details = {**act.plain(), "flag": flag}
    case = case.opening("discretion", "given" if for_them else "not_given", step.today, details, close=True)
    return replace(case, flags=tuple(each for each in case.flags if each != flag)) if for_them else case


@dataclass(frozen=True)
class WeighLateness(Act):
    """Decide whether a complaint made after twelve months is considered: two questions, and a reason."""

    waiting_was_reasonable: bool
    can_be_considered_fairly: bool
    decided_by: str
    reason: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When it came late, once."""
        return _undecided(case, "late")

    def on(self, case: Case, step: Step) -> Case:
        """Both questions must be answered with yes; a no to either is a decision against, never by itself an end."""
        for_them = self.waiting_was_reasonable and self.can_be_considered_fairly
        return _decided(case, self, "late", step, for_them=for_them)


@dataclass(frozen=True)
class DecideInterest(Act):
    """Decide whether somebody has sufficient interest in the child's welfare to complain, and say why."""

    has_sufficient_interest: bool
    child_was_asked_or_why_not: str
    decided_by: str
    reason: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When it is not one of those whom the Act names, once."""
        return _undecided(case, "standing")

    def on(self, case: Case, step: Step) -> Case:
        """The case goes on either way until somebody declines it with a letter, or moves it to another procedure."""
        return _decided(case, self, "standing", step, for_them=self.has_sufficient_interest)
