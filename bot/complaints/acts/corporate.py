"""Stage 2 of the corporate procedure, under the Complaint Handling Code and the council's own profile.

Some councils took it only with a reason (Staffordshire until 2026): then an officer may decline it, in a letter whose
contents are fixed here. Nowhere else does a later stage have an act that declines it.
"""

# ruff: noqa: ARG002, ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from bot.complaints import law, letters
from bot.complaints.acts.act import (
    Act,
    Fault,
    all_stands_still,
    points_to_answer,
    same_person,
    stage_1_was_missed,
    wrong_extension,
    wrong_findings,
)
from bot.complaints.procedures import start
from bot.complaints.profile import Profile
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.case import Case

STAGE_2 = "corporate_stage_2"


def _not_at(case: Case, *states: str) -> str | None:
    record = case.last("corp_s2")
    if case.stage != "stage_2" or record is None:
        return "It is not at stage 2 of the corporate procedure."
    if all_stands_still(case):
        return "Every point stands still for proceedings."
    return None if record.state in states else f"It is not that far, or further: {record.state}."


@dataclass(frozen=True)
class RequestCorporateStage2(Act):
    """The person asks for a review of the corporate answer (stage 2)."""

    by_person: ClassVar[bool] = True
    words: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Once stage 1 was answered, or is late."""
        if case.pathway != "corporate" or profile.corporate_stages < 2:
            return "It is not in a corporate procedure with a second stage."
        if case.last("corp_s2"):
            return "Stage 2 was asked for already."
        answered = case.stage == "stage_1_answered" or case.ended in ("settled", "not_escalated", "withdrawn")
        return None if answered or stage_1_was_missed(case, today) else "Stage 1 is neither answered nor late yet."

    def on(self, case: Case, step: Step) -> Case:
        """It is acknowledged first; where the profile counts from receipt, the stage's own clock starts as well."""
        stopped = [clock.stopped(step.today) for clock in case.clocks if clock.is_running]
        case = case.with_clocks(*stopped)
        case = case.starting(start(step.profile, "corporate_acknowledge", step.today, step.calendar))
        if step.profile.limits[STAGE_2].runs_from == law.STAGE_2_RECEIVED:
            case = case.starting(start(step.profile, STAGE_2, step.today, step.calendar))
        details = {**self.plain(), "requested_on": step.today.isoformat()}
        return case.opening("corp_s2", "requested", step.today, details).at_stage("stage_2")


@dataclass(frozen=True)
class AcceptCorporateStage2(Act):
    """Take stage 2 on, tell the person, and say who reviews it: somebody else than at stage 1."""

    reviewed_by: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """After the request."""
        return _not_at(case, "requested")

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """The Code: a different handler."""
        before = case.last("corp_s1")
        by = str(before.details.get("answered_by", "")) if before else ""
        return (
            Fault("reviewed_by", "Somebody else than at stage 1 reviews it.")
            if same_person(self.reviewed_by, by)
            else None
        )

    def on(self, case: Case, step: Step) -> Case:
        """Its clock counts from here, unless it ran from the request."""
        record = case.last("corp_s2")
        assert record is not None
        case = case.moving(record, "accepted", step.today, self.plain()).meeting(step.today, "corporate_acknowledge")
        if case.running(STAGE_2):
            return case
        return case.starting(start(step.profile, STAGE_2, step.today, step.calendar))


@dataclass(frozen=True)
class DeclineCorporateStage2(Act):
    """Decline stage 2, where this council's profile leaves it to an officer, in a letter that names the Ombudsman."""

    decided_by: str
    reason: str
    evidence_considered: str
    instead: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Only where the profile in force says that it is discretionary."""
        if not profile.corporate_stage_2_discretionary:
            return "In this council nobody who asks for stage 2 is declined."
        return _not_at(case, "requested")

    def on(self, case: Case, step: Step) -> Case:
        """Stage 1's answer stands, and the Ombudsman may be asked at once."""
        record = case.last("corp_s2")
        assert record is not None
        letter = letters.of_refusal(
            "corporate stage 2 is declined", self.reason, self.instead, self.decided_by, step.profile
        )
        case = case.moving(record, "declined", step.today, {**self.plain(), "letter": letter}, close=True)
        return case.meeting(step.today, "corporate_acknowledge", STAGE_2).at_stage("stage_2_answered")


@dataclass(frozen=True)
class ExtendCorporateStage2(Act):
    """Give stage 2 until a later day, with a reason that the person is told."""

    until: date
    reason: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Before the date has passed, where the profile knows an outer limit."""
        clock = case.running(STAGE_2)
        if why := _not_at(case, "requested", "accepted"):
            return why
        if clock is None or clock.extended_due is None:
            return "There is nothing to extend."
        if clock.pause or today > clock.now_due:
            return "Its date has passed or stands still: an extension is given before the date, not after it."
        return "It is extended to its outer limit already." if clock.now_due >= clock.outer_limit else None

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Within the outer limit."""
        clock = case.running(STAGE_2)
        assert clock is not None
        return wrong_extension(self.until, clock)

    def on(self, case: Case, step: Step) -> Case:
        """Both limits stay readable."""
        clock = case.running(STAGE_2)
        assert clock is not None
        return case.with_clocks(clock.extended(self.until, self.reason))


@dataclass(frozen=True)
class AnswerCorporateStage2(Act):
    """Send the final answer of the corporate procedure."""

    finds_at: ClassVar[str] = "stage_2"
    findings: tuple[str, ...]
    answer: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Once somebody has taken it on."""
        return _not_at(case, "accepted")

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """One finding a point."""
        return wrong_findings(self.findings, points_to_answer(case, "stage_2"))

    def on(self, case: Case, step: Step) -> Case:
        """The Ombudsman comes next."""
        record = case.last("corp_s2")
        assert record is not None
        found = dict(zip(points_to_answer(case, "stage_2"), self.findings, strict=True))
        letter = letters.of_answer("corporate", "stage_2", step.profile, then="ombudsman", until=None)
        case = case.moving(record, "answered", step.today, {**self.plain(), "letter": letter}, close=True)
        case = case.meeting(step.today, STAGE_2).found("stage_2", found, step.today)
        return case.at_stage("stage_2_answered")
