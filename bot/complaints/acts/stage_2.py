"""Stage 2 of the statutory procedure: request, appointments, agreed statement, reports, adjudication.

SI 2006/1738 regs 16 and 17. Two dates start it and both are kept, each with its clock, because the Ombudsman has
counted from either (25 030 380 Merton, 24 002 249 Haringey): the request, and the agreed statement of complaint.
There is no act that refuses a request: whoever is entitled to ask cannot be turned away by this software.
"""

# ruff: noqa: ARG002, ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from bot.complaints.acts.act import (
    Act,
    Fault,
    all_stands_still,
    same_person,
    stage_1_was_missed,
    unless,
    wrong_extension,
)
from bot.complaints.acts.independence import ahead, checked_later
from bot.complaints.procedures import start
from bot.complaints.profile import Profile
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.case import Case

FROM_STATEMENT, FROM_REQUEST = "statutory_stage_2", "statutory_stage_2_from_request"
CLOCKS = (FROM_STATEMENT, FROM_REQUEST)
PREPARING = ("appoint_stage_2", "agree_statement")
NO_PART = "The investigating officer had no part in it before."
REACHED = ("appointed", "statement_agreed", "reported")


def not_at(case: Case, *states: str) -> str | None:
    """Why stage 2 is not in one of these states."""
    record = case.last("stat_s2")
    if case.stage != "stage_2" or record is None:
        return "It is not at stage 2."
    if all_stands_still(case):
        return "Every point stands still for proceedings."
    return None if record.state in states else f"Stage 2 is not that far, or further: {record.state.replace('_', ' ')}."


def _by_law(case: Case, today: date) -> str | None:
    """Why the person has no right to stage 2 yet; None when they have it."""
    if not case.is_statutory:
        return "Only the statutory procedure has this stage."
    if case.last("stat_s2"):
        return "Stage 2 was asked for already."
    answered = any(finding.stage == "stage_1" for finding in case.findings) or case.stage == "stage_1_answered"
    if answered or stage_1_was_missed(case, today) or case.ended in ("settled", "withdrawn", "not_escalated"):
        return None
    return "Stage 1 is neither answered nor late yet."


@dataclass(frozen=True)
class RequestStage2(Act):
    """The person asks for an investigation (stage 2): it starts today, however late they ask."""

    by_person: ClassVar[bool] = True
    words: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Once stage 1 was answered or is late. A window that has passed refuses nobody."""
        return _by_law(case, today)

    def on(self, case: Case, step: Step) -> Case:
        """The request starts the clocks of appointing, of agreeing the statement, and of the whole stage."""
        return requested(case, step, {**self.plain(), "stage_1_late": stage_1_was_missed(case, step.today)})


@dataclass(frozen=True)
class SkipStage1(Act):
    """Person and council agree to go to stage 2 without an answer of stage 1."""

    words: str
    person_agreed: bool
    council_agreed: bool

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """While stage 1 is neither answered nor late; from then on the person simply asks."""
        if not case.is_statutory or case.stage not in ("awaiting_officer", "stage_1"):
            return "Only a statutory stage 1 can be left out."
        if all_stands_still(case):
            return "Every point stands still for proceedings."
        return None if _by_law(case, today) else "Stage 2 can simply be asked for."

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Both must want it (Getting the Best from Complaints)."""
        against = next((name for name in ("person_agreed", "council_agreed") if not getattr(self, name)), None)
        return Fault(against, "Stage 1 is left out only where both agree.") if against else None

    def on(self, case: Case, step: Step) -> Case:
        """As any request."""
        return requested(case, step, self.plain())


def requested(case: Case, step: Step, details: dict[str, object]) -> Case:
    """This case with stage 2 asked for today, whoever says so."""
    window = case.running("ask_stage_2")
    late = window is not None and step.today > window.due
    preparing = [start(step.profile, name, step.today, step.calendar) for name in PREPARING]
    whole = replace(start(step.profile, FROM_STATEMENT, step.today, step.calendar), name=FROM_REQUEST)
    case = replace(case, pathway="statutory").meeting(
        step.today, "ask_stage_2"
    )  # while an officer decided it had these rights; now it uses them
    stopped = [clock.stopped(step.today) for clock in case.clocks if clock.is_running and clock.name not in CLOCKS]
    case = case.with_clocks(*stopped).starting(*preparing, whole)
    found = {**details, "requested_on": step.today.isoformat(), "asked_after_window": late}
    return case.opening("stat_s2", "requested", step.today, found).at_stage("stage_2")


@dataclass(frozen=True)
class AppointInvestigators(Act):
    """Appoint the investigating officer and, always, the independent person."""

    any_day: ClassVar[tuple[str, ...]] = ("declared_on",)
    investigating_officer: str
    officer_had_no_part_in_it: bool  # neither in the matter nor in answering stage 1, nor in the team's line
    independent_person: str
    person_is_independent: bool  # neither member nor officer of the council, nor the spouse or partner of one
    declared_on: date | None = None  # when the independent person signed their declaration of that

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """From the request on, and again when one of them leaves, until the reports are there."""
        return not_at(case, "requested", "appointed", "statement_agreed")

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Regs 2 and 17(2): the independent person always, for everybody, whatever a council printed."""
        answered = case.last("stat_s1")
        answered_by = str(answered.details.get("answered_by", "")) if answered else ""
        if not self.person_is_independent:
            return Fault(
                "person_is_independent",
                "The independent person is neither member nor officer of the council, nor married to one (reg 2).",
            )
        if not self.officer_had_no_part_in_it:
            return Fault("officer_had_no_part_in_it", NO_PART)
        if same_person(self.investigating_officer, answered_by):
            return Fault("investigating_officer", NO_PART)
        if same_person(self.investigating_officer, self.independent_person):
            return Fault("independent_person", "The investigating officer and the independent person are two people.")
        return ahead(self.declared_on, step)

    def on(self, case: Case, step: Step) -> Case:
        """Whoever is appointed later takes the place of whoever was there."""
        record = case.last("stat_s2")
        assert record is not None
        state = "appointed" if record.state == "requested" else record.state
        case = case.moving(record, state, step.today, self.plain()).meeting(step.today, "appoint_stage_2")
        return checked_later(case, step, "independent_person", self.independent_person, self.declared_on)


@dataclass(frozen=True)
class AgreeStatement(Act):
    """The written statement of complaint is agreed with the person."""

    statement: str
    person_agreed: bool

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """After the appointments: the investigating officer agrees it with the person."""
        return not_at(case, "appointed")

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """It is the person's complaint, so it is theirs to agree (reg 16)."""
        return unless(self.person_agreed, "person_agreed", "The statement is the person's: they must have agreed it.")

    def on(self, case: Case, step: Step) -> Case:
        """The twenty-five days of reg 17 count from here; those from the request go on beside them."""
        record = case.last("stat_s2")
        assert record is not None
        details = {**self.plain(), "statement_agreed_on": step.today.isoformat()}
        case = case.moving(record, "statement_agreed", step.today, details).meeting(step.today, "agree_statement")
        return case.starting(start(step.profile, FROM_STATEMENT, step.today, step.calendar))


@dataclass(frozen=True)
class ExtendStage2(Act):
    """Give stage 2 until a later day; the person is told why, in writing, with the new date."""

    until: date
    reason: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Before the date has passed, once the statement is agreed."""
        if why := not_at(case, *REACHED):
            return why
        clock = case.running(FROM_STATEMENT)
        if clock is None:
            return "The statement is not agreed yet."
        if clock.pause or today > clock.now_due:
            return "Its date has passed or stands still: an extension is given before the date, not after it."
        return "It is extended to its outer limit already." if clock.now_due >= clock.outer_limit else None

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Sixty-five working days at most (reg 17)."""
        clock = case.running(FROM_STATEMENT)
        assert clock is not None
        return wrong_extension(self.until, clock)

    def on(self, case: Case, step: Step) -> Case:
        """The clock from the request is extended too, but never past its own outer limit: then it is loudly late."""
        running = [clock for name in CLOCKS if (clock := case.running(name)) and clock.now_due < self.until]
        return case.with_clocks(
            *(clock.extended(max(min(self.until, clock.outer_limit), clock.now_due), self.reason) for clock in running)
        )
