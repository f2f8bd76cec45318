"""Stage 1 of both procedures: acknowledging, settling, extending, answering.

Statutory: SI 2006/1738 reg 14, ten working days, at most twenty where it is complex or an advocate is being arranged.
Corporate: the Ombudsman's Complaint Handling Code. Settling informally happens inside stage 1: the date of receipt
and the clock stay as they are until the person says yes to written terms.
"""

# ruff: noqa: ARG002, ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from bot.complaints import letters
from bot.complaints.acts.act import Act, Fault, points_to_answer, unless, wrong_extension, wrong_findings
from bot.complaints.plain import all_plainly
from bot.complaints.procedures import start
from bot.complaints.profile import Profile
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.case import Case
    from bot.complaints.clocks import RunningClock

CLOCKS = ("statutory_stage_1", "corporate_stage_1")
GROUNDS = {"statutory": ("complex", "advocate"), "corporate": ("complex", "advocate", "other")}


def _not_in_stage_1(case: Case) -> str | None:
    if case.pathway not in GROUNDS:
        return "It is in no complaints procedure."
    if not case.confirmed:
        return "An officer must confirm where it belongs first."
    return None if case.stage == "stage_1" else "It is not at stage 1."


def _clock(case: Case) -> RunningClock | None:
    return next((clock for name in CLOCKS if (clock := case.running(name))), None)


@dataclass(frozen=True)
class Acknowledge(Act):
    """Tell the person that we have it, what happens next and who deals with it."""

    handled_by: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """It is done once, while its clock runs."""
        clock = case.running("corporate_acknowledge")
        return None if clock and not clock.pause else "Nothing waits to be acknowledged."

    def on(self, case: Case, step: Step) -> Case:
        """A corporate stage counts from here where the profile says so (Complaint Handling Code)."""
        case = case.meeting(step.today, "corporate_acknowledge")
        name = {"stage_1": "corporate_stage_1", "stage_2": "corporate_stage_2"}.get(case.stage)
        if case.pathway != "corporate" or name is None or case.running(name):
            return case
        return case.starting(start(step.profile, name, step.today, step.calendar))


@dataclass(frozen=True)
class ExtendStage1(Act):
    """Give stage 1 until a later day, for a reason that the person is told."""

    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {"ground": GROUNDS["corporate"]}
    until: date
    ground: str  # of GROUNDS
    reason: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Once, before the date has passed, and only where the profile knows an outer limit."""
        if why := _not_in_stage_1(case):
            return why
        clock = _clock(case)
        if clock is None:
            return "No clock of stage 1 runs yet: acknowledge it first."
        if clock.extended_due is None:
            return "This council's profile knows no extension here."
        if clock.pause or today > clock.now_due:
            return "Its date has passed or stands still: an extension is given before the date, not after it."
        return "It is extended to its outer limit already." if clock.now_due >= clock.outer_limit else None

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """The new day lies after the old one and within the outer limit; the ground is one that the law knows."""
        if self.ground not in GROUNDS[case.pathway]:
            return Fault("ground", f"The ground of an extension is one of: {all_plainly(GROUNDS[case.pathway])}.")
        clock = _clock(case)
        assert clock is not None
        return wrong_extension(self.until, clock)

    def on(self, case: Case, step: Step) -> Case:
        """Both limits stay readable."""
        clock = _clock(case)
        assert clock is not None
        return case.with_clocks(clock.extended(self.until, f"{self.ground}: {self.reason}"))


@dataclass(frozen=True)
class AnswerStage1(Act):
    """Send the answer of stage 1, with a finding for each point."""

    finds_at: ClassVar[str] = "stage_1"
    answered_by: str
    findings: tuple[str, ...]  # of findings.FOUND, one for each point that is ours to answer, in their order
    answer: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """While stage 1 runs, late or not; and again for points that stood still when it was answered."""
        if case.stage == "stage_1_answered" and points_to_answer(case, "stage_1"):
            return None
        if why := _not_in_stage_1(case):
            return why
        if case.points and not points_to_answer(case, "stage_1"):
            return "Every point stands still for proceedings."
        return None

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """One finding a point."""
        return wrong_findings(self.findings, points_to_answer(case, "stage_1"))

    def on(self, case: Case, step: Step) -> Case:
        """The clocks are met, and the person's time to ask for stage 2 begins."""
        found = dict(zip(points_to_answer(case, "stage_1"), self.findings, strict=True))
        case = case.meeting(step.today, "corporate_acknowledge", *CLOCKS).found("stage_1", found, step.today)
        until = None
        if case.pathway == "statutory":
            window = start(step.profile, "ask_stage_2", step.today, step.calendar)
            case, until = case.meeting(step.today, "ask_stage_2").starting(window), window.due
        letter = letters.of_answer(case.pathway, "stage_1", step.profile, then="stage_2", until=until)
        record = case.last("stat_s1", "corp_s1")
        assert record is not None
        details = {**self.plain(), "letter": letter}
        return case.moving(record, "answered", step.today, details, close=True).at_stage("stage_1_answered")


@dataclass(frozen=True)
class OfferSettlement(Act):
    """Offer in writing to settle it informally, without waiting for the answer of stage 1."""

    terms: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Inside stage 1, one offer at a time."""
        if case.open_records("representation"):
            return "An offer waits for the person's answer."
        return _not_in_stage_1(case)

    def on(self, case: Case, step: Step) -> Case:
        """The clock goes on: an offer is no answer. It is dated from receipt, as the case is."""
        received = case.received_at.astimezone(step.profile.timezone).date()
        return case.opening("representation", "offered", received, self.plain())


class _OfOffer(Act):
    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """There is an offer, and stage 1 still runs."""
        return None if case.open_records("representation") and case.stage == "stage_1" else "Nothing was offered."


@dataclass(frozen=True)
class AgreeSettlement(_OfOffer):
    """The person says yes to the written terms: it is settled as a representation."""

    person_agreed: bool
    how_they_said_so: str

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Without the person's own yes nothing is settled."""
        return unless(self.person_agreed, "person_agreed", "Only the person's own yes settles it.")

    def on(self, case: Case, step: Step) -> Case:
        """Closed; the person may still have it taken up again."""
        record = case.open_records("representation")[0]
        case = case.moving(record, "settled", step.today, self.plain(), close=True)
        return case.ending("settled", step.today)


@dataclass(frozen=True)
class DeclineSettlement(_OfOffer):
    """The person says no, or wants an answer: stage 1 goes on as if nothing had been offered."""

    words: str

    def on(self, case: Case, step: Step) -> Case:
        """Nothing else changes."""
        record = case.open_records("representation")[0]
        return case.moving(record, "not_settled", step.today, self.plain(), close=True)


@dataclass(frozen=True)
class ResolveAtFirstContact(Act):
    """It was put right at once and the person is content with that."""

    how: str
    person_agreed: bool

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Inside stage 1."""
        return _not_in_stage_1(case)

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Without the person's own yes nothing is resolved."""
        return unless(self.person_agreed, "person_agreed", "Only the person's own yes resolves it.")

    def on(self, case: Case, step: Step) -> Case:
        """Closed, and counted as Westminster counts it."""
        case = case.opening("resolved_at_first_contact", "resolved", step.today, self.plain(), close=True)
        return case.ending("settled", step.today)
