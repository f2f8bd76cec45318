"""How a case ends and begins again: closing, withdrawal, refusing to consider it, reopening, more points.

A withdrawal is the person's request and an officer's confirmation; a child is asked in private whether it was their
own idea. What an officer may decline to consider is what the regulations name, before stage 2, and with a letter.
"""

# ruff: noqa: ARG002, ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from bot.complaints import letters
from bot.complaints.acts import stage_2
from bot.complaints.acts.act import OVER, Act, Fault, points_to_answer, unless
from bot.complaints.acts.discretion import REFUSABLE, grounds
from bot.complaints.plain import all_plainly
from bot.complaints.profile import Profile
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.case import Case

ANSWERED = {"stage_1_answered": "not_escalated", "stage_2_answered": "not_escalated", "stage_3_answered": "exhausted"}


@dataclass(frozen=True)
class CloseCase(Act):
    """Close it: the person is content, has not asked for more in time, or nothing more can be asked here."""

    note: str
    person_is_content: bool

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """After an answer, when every point has had one."""
        if case.stage not in ANSWERED:
            return OVER if case.stage == "closed" else "It waits for an answer."
        if case.open_records("suspension"):
            return "A part of it stands still for proceedings."
        waits = case.stage == "stage_1_answered" and points_to_answer(case, "stage_1")
        return "A point still waits for an answer." if waits else None

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """As long as the person has time to ask for the next stage, only their own word closes it."""
        windows = [clock.due for clock in case.clocks if clock.is_window and clock.is_running]
        if windows and step.today <= max(windows) and not self.person_is_content:
            return Fault("person_is_content", f"Until {max(windows)} the person may ask for the next stage.")
        return None

    def on(self, case: Case, step: Step) -> Case:
        """A window goes on: who is within it, or even after it, may still ask."""
        exhausted = case.stage == "stage_3_answered" or (
            case.stage == "stage_2_answered" and case.pathway == "corporate"
        )
        return case.ending("exhausted" if exhausted else ANSWERED[case.stage], step.today)


@dataclass(frozen=True)
class ReopenCase(Act):
    """Take a closed case up again where it stood."""

    reason: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Whatever it was closed for."""
        return None if case.stage == "closed" else "It is open."

    def on(self, case: Case, step: Step) -> Case:
        """The clocks that were stopped run on from the dates that they had: closing must gain nobody time."""
        stage = _stood_at(case)
        again = {
            clock.name: at
            for at, clock in enumerate(case.clocks)
            if clock.stopped_on == case.ended_on and clock.name in _MEASURED_BY.get(stage, ())
        }
        clocks = tuple(
            replace(clock, stopped_on=None) if at in again.values() else clock for at, clock in enumerate(case.clocks)
        )
        case = replace(case, clocks=clocks).at_stage(stage)
        if case.main and stage == "awaiting_officer":
            return case.moving(case.main, "open", step.today)
        return case


# The clocks of each stage that go on when a case is taken up again.
_MEASURED_BY = {
    "awaiting_officer": ("statutory_stage_1", "corporate_acknowledge"),
    "stage_1": ("statutory_stage_1", "corporate_acknowledge", "corporate_stage_1"),
    "stage_2": (*stage_2.CLOCKS, *stage_2.PREPARING, "corporate_acknowledge", "corporate_stage_2"),
    "stage_3": ("panel_meets", "panel_reports", "authority_responds"),
}


def _stood_at(case: Case) -> str:
    """The stage that the records show."""
    for kind, stage, done in (
        ("stat_s3", "stage_3", "responded"),
        ("stat_s2", "stage_2", "adjudicated"),
        ("corp_s2", "stage_2", "answered"),
        ("stat_s1", "stage_1", "answered"),
        ("corp_s1", "stage_1", "answered"),
    ):
        record = case.last(kind)
        if record:
            return f"{stage}_answered" if record.state in (done, "declined") else stage
    return "stage_1" if case.pathway in ("statutory", "corporate") else "awaiting_officer"


@dataclass(frozen=True)
class AskWithdrawal(Act):
    """The person says that they want to stop."""

    by_person: ClassVar[bool] = True
    words: str = ""

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """While it is open; it goes on until an officer has confirmed that this was meant."""
        if case.stage == "closed":
            return OVER
        return "They have asked already." if case.open_records("withdrawal") else None

    def on(self, case: Case, step: Step) -> Case:
        """Every clock runs on."""
        return case.opening("withdrawal", "asked", step.today, self.plain())


class _OfWithdrawal(Act):
    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When the person has asked."""
        return None if case.open_records("withdrawal") and case.stage != "closed" else "Nobody has asked to withdraw."


@dataclass(frozen=True)
class ConfirmWithdrawal(_OfWithdrawal):
    """Confirm, having spoken with the person, that they want to stop. Alerts and safeguarding tasks stay."""

    spoken_with: str
    asked_in_private: bool
    own_idea: bool

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """A child is asked without anybody who may have put it to them."""
        young = case.reporter_role in ("child", "care_leaver")
        if young and not self.asked_in_private:
            return Fault("asked_in_private", "A child is asked in private.")
        return unless(self.own_idea, "own_idea", "It was not their own idea: the case goes on.")

    def on(self, case: Case, step: Step) -> Case:
        """Closed as withdrawn; they may take it up again."""
        record = case.open_records("withdrawal")[0]
        case = case.moving(record, "confirmed", step.today, self.plain(), close=True)
        return case.ending("withdrawn", step.today)


@dataclass(frozen=True)
class KeepGoing(_OfWithdrawal):
    """The person did not mean it, changed their mind, or was pressed: the case goes on."""

    note: str

    def on(self, case: Case, step: Step) -> Case:
        """Nothing else changes."""
        return case.moving(case.open_records("withdrawal")[0], "not_meant", step.today, self.plain(), close=True)


@dataclass(frozen=True)
class RefuseToConsider(Act):
    """Decide, with a reason and a letter, not to consider it, on a ground that the regulations name."""

    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {"ground": tuple(REFUSABLE)}
    ground: str
    decided_by: str
    reason: str
    instead: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Before the answer of stage 1, and only on a ground of the law. Never at a later stage."""
        if case.stage not in ("awaiting_officer", "stage_1"):
            return "Once stage 1 is over nothing is refused."
        if case.running("statutory_stage_1") and stage_late(case, today):
            return "Stage 1 is late: the person may go to stage 2 now."
        return None if grounds(case) else "There is no ground on which it might be refused, or it was not decided yet."

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """The ground's flag stands, and where the law asks for a decision first, it went against the person."""
        return unless(self.ground in grounds(case), "ground", f"The ground is one of: {all_plainly(grounds(case))}.")

    def on(self, case: Case, step: Step) -> Case:
        """The letter says what there is instead, and names the Ombudsman."""
        letter = letters.of_refusal(
            "the complaint is not considered", self.reason, self.instead, self.decided_by, step.profile
        )
        details = {**self.plain(), "letter": letter}
        return case.opening("refusal", "decided", step.today, details, close=True).ending("refused", step.today)


def stage_late(case: Case, today: date) -> bool:
    """Whether the statutory stage 1 is past its date."""
    clock = case.running("statutory_stage_1")
    return clock is not None and clock.is_late(today)


@dataclass(frozen=True)
class AddPoint(Act):
    """Add a point: something more that the person says went wrong. It can always be added to an open case."""

    text: str
    matter: str
    wanted_outcome: str = ""

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Before the answer of the stage that it is at; afterwards it is a new case, linked to this one."""
        if case.stage in ("awaiting_officer", "stage_1"):
            return None
        before = case.last("stat_s2")
        if case.stage == "stage_2" and before and before.state in ("requested", "appointed"):
            return None
        return "What comes up now is a new case, linked to this one."

    def on(self, case: Case, step: Step) -> Case:
        """It goes the case's way."""
        from bot.complaints.case import CasePoint  # the case knows its acts

        point = CasePoint(self.text, (self.matter,), (), case.pathway, case.signposted_to, self.wanted_outcome or None)
        return replace(case, points=(*case.points, point))
