"""Suspension for proceedings, and the policy for unreasonable contact.

Proceedings stop only the parts that they would prejudice (reg 8), by a written, reasoned decision with a day on which
somebody looks again. A contact policy says how somebody is dealt with; it never takes a stage, a new matter or an
alert away from them, so no other act asks about it.
"""

# ruff: noqa: ARG002, ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from bot.complaints.acts.act import OVER, Act, Fault, all_stands_still, live_points, suspended_points, unless
from bot.complaints.clocks import Pause
from bot.complaints.plain import day
from bot.complaints.procedures import months_later, start
from bot.complaints.profile import Profile
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.case import Case

PROCEEDINGS = ("court", "tribunal", "criminal", "disciplinary")
LONGEST_LOOK_AGAIN = 3  # months: proceedings end without telling the complaints team
LONGEST_POLICY = 12  # months
NEXT_LOOK = {  # how the sentence about a field begins
    "look_again": "The day on which somebody looks again lies",
    "review_on": "It is reviewed",
}


def _not_for_ever(field: str, told: date, step: Step, months: int) -> Fault | None:
    """What is wrong with the day on which somebody looks again: it lies ahead, and not more than so many months."""
    latest = months_later(step.today, months)
    return unless(step.today < told <= latest, field, f"{NEXT_LOOK[field]} after today and not after {day(latest)}.")


@dataclass(frozen=True)
class Suspend(Act):
    """Let the parts stand still that live proceedings would be prejudiced by; the rest goes on."""

    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {"proceedings": PROCEEDINGS}
    proceedings: str
    points: tuple[int, ...]  # counted from 0
    decided_by: str
    reason: str
    look_again: date

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """While something runs that could stand still."""
        if case.stage not in ("awaiting_officer", "stage_1", "stage_2"):
            return OVER if case.stage == "closed" else "Nothing runs that could stand still."
        return "Every point stands still already." if all_stands_still(case) or not case.points else None

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Known points, once each, with a day in the diary that is not too far away."""
        free = live_points(case) - suspended_points(case)
        if not self.points or not set(self.points) <= free or len(set(self.points)) < len(self.points):
            return Fault("points", "Name the points that stand still, each once.")
        return _not_for_ever("look_again", self.look_again, step, LONGEST_LOOK_AGAIN)

    def on(self, case: Case, step: Step) -> Case:
        """Clocks stand still only where no point is left that goes on."""
        case = case.opening("suspension", "suspended", step.today, self.plain())
        if not all_stands_still(case):
            return case
        pause = Pause(f"{self.proceedings}: {self.reason}", step.today, self.look_again)
        running = [clock for clock in case.clocks if clock.is_running and not clock.is_window and clock.pause is None]
        return case.with_clocks(*(clock.paused(pause) for clock in running))


@dataclass(frozen=True)
class Resume(Act):
    """Proceedings are over, or no longer prejudiced: what stood still goes on."""

    reason: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When something stands still."""
        return None if case.open_records("suspension") else "Nothing stands still."

    def on(self, case: Case, step: Step) -> Case:
        """The oldest suspension ends; parts whose stage was answered without them get a clock of their own."""
        record = case.open_records("suspension")[0]
        case = case.moving(record, "resumed", step.today, self.plain(), close=True)
        if case.stage == "closed":
            return case
        case = case.with_clocks(
            *(clock.resumed(step.today, step.calendar) for clock in case.clocks if clock.is_running and clock.pause)
        )
        if case.stage == "stage_1_answered" and case.pathway in ("statutory", "corporate"):
            return case.starting(start(step.profile, f"{case.pathway}_stage_1", step.today, step.calendar))
        return case


@dataclass(frozen=True)
class LookAgain(Act):
    """Look at a suspension again and let it stand, with a new day in the diary."""

    reason: str
    look_again: date

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When something stands still."""
        return Resume.refusal(case, today, profile)

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Never further away than the first time."""
        return _not_for_ever("look_again", self.look_again, step, LONGEST_LOOK_AGAIN)

    def on(self, case: Case, step: Step) -> Case:
        """The record keeps the newest day."""
        return case.moving(case.open_records("suspension")[0], "suspended", step.today, self.plain())


@dataclass(frozen=True)
class LimitContact(Act):
    """A senior officer decides how somebody's contact is dealt with, with reason, review and appeal."""

    decided_by: str
    is_senior: bool
    reason: str
    arrangement: str
    review_on: date
    appeal_to: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """At any time; one arrangement at a time."""
        return "There is an arrangement already." if case.open_records("contact_policy") else None

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Not by whoever has had to deal with it, and not for ever."""
        if not self.is_senior:
            return Fault("is_senior", "A senior officer decides this.")
        if same_as_decider(self.appeal_to, self.decided_by):
            return Fault("appeal_to", "An appeal goes to somebody else.")
        return _not_for_ever("review_on", self.review_on, step, LONGEST_POLICY)

    def on(self, case: Case, step: Step) -> Case:
        """It is a record beside the case and nothing more."""
        return case.opening("contact_policy", "in_force", step.today, self.plain())


def same_as_decider(appeal_to: str, decided_by: str) -> bool:
    """Whether an appeal would go to whoever decided."""
    return appeal_to.strip().casefold() == decided_by.strip().casefold()


class _OfPolicy(Act):
    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """While an arrangement is in force."""
        return None if case.open_records("contact_policy") else "No arrangement is in force."


@dataclass(frozen=True)
class ReviewContact(_OfPolicy):
    """Review the arrangement and let it stand until another day."""

    reviewed_by: str
    reason: str
    review_on: date

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Not for ever."""
        return _not_for_ever("review_on", self.review_on, step, LONGEST_POLICY)

    def on(self, case: Case, step: Step) -> Case:
        """The newest review counts."""
        return case.moving(case.open_records("contact_policy")[0], "reviewed", step.today, self.plain())


@dataclass(frozen=True)
class AppealContact(_OfPolicy):
    """The person appeals against the arrangement."""

    by_person: ClassVar[bool] = True
    words: str

    def on(self, case: Case, step: Step) -> Case:
        """Whoever was named decides it."""
        return case.moving(case.open_records("contact_policy")[0], "appealed", step.today, self.plain())


@dataclass(frozen=True)
class LiftContact(_OfPolicy):
    """End the arrangement."""

    reason: str

    def on(self, case: Case, step: Step) -> Case:
        """It is over."""
        return case.moving(case.open_records("contact_policy")[0], "lifted", step.today, self.plain(), close=True)
