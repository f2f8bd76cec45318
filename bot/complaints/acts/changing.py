"""What a case is about, or which procedure it goes by, changes while it runs: points taken back, made statutory."""

# ruff: noqa: ARG002, ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from bot.complaints.acts import stage_2
from bot.complaints.acts.act import OVER, Act, Fault, live_points, unless
from bot.complaints.facts import CHILD_ROLES
from bot.complaints.procedures import start
from bot.complaints.profile import Profile
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.case import Case, CasePoint


@dataclass(frozen=True)
class WithdrawPoints(Act):
    """The person takes one point back, or several, and goes on with the rest. Alerts and screening tasks stay."""

    points: tuple[int, ...]  # counted from 0
    spoken_with: str
    asked_in_private: bool
    own_idea: bool

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """While the points are being looked into, and as long as another one is left."""
        if case.stage not in ("awaiting_officer", "stage_1", "stage_2", "stage_3"):
            return OVER if case.stage == "closed" else "It was answered: there is nothing to take back."
        return None if len(live_points(case)) > 1 else "It is the only point: that is withdrawing the case."

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Some of them and not all; and a child is asked without anybody who may have put it to them."""
        named, live = set(self.points), live_points(case)
        if not named or not named < live or len(named) < len(self.points):
            return Fault(
                "points", "Name the points that are taken back, each once; all of them is withdrawing the case."
            )
        if case.reporter_role in CHILD_ROLES and not self.asked_in_private:
            return Fault("asked_in_private", "A child is asked in private.")
        return unless(self.own_idea, "own_idea", "It was not their own idea: the point stays.")

    def on(self, case: Case, step: Step) -> Case:
        """They get no finding; what was found of them before stays in the books."""
        return case.opening("point_withdrawal", "confirmed", step.today, self.plain(), close=True)


@dataclass(frozen=True)
class MakeStatutory(Act):
    """It went through the corporate procedure and should have been statutory: its rights begin today."""

    decided_by: str
    reason: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """After stage 1; before that one changes where it belongs, and after both answers it is a new case."""
        if case.pathway != "corporate":
            return "It is not in the corporate procedure."
        if case.stage in ("awaiting_officer", "stage_1"):
            return "Stage 1 still runs: change where it belongs instead."
        if case.open_records("suspension"):
            return "A part of it stands still for proceedings: look at that first."
        if any(finding.stage == "stage_2" for finding in case.findings):
            return "It has had both answers: open a new case, linked to this one."
        return None if case.last("corp_s1", "stat_s1") else "Nothing was answered yet."

    def on(self, case: Case, step: Step) -> Case:
        """The answer stands as stage 1's; who asked for a review has the investigation, from today (reg 17)."""
        review = case.last("corp_s2")
        running = [clock.name for clock in case.clocks if clock.is_running]
        case = replace(case.stopping(step.today, *running), pathway="statutory", points=_moved(case))
        if review is None:
            return case.starting(start(step.profile, "ask_stage_2", step.today, step.calendar)).at_stage(
                "stage_1_answered"
            )
        if review.is_open:
            case = case.moving(review, "made_statutory", step.today, self.plain(), close=True)
        return stage_2.requested(case, step, {"words": str(review.details["words"])})


def _moved(case: Case) -> tuple[CasePoint, ...]:
    return tuple(
        replace(point, pathway="statutory") if point.pathway == "corporate" else point for point in case.points
    )
