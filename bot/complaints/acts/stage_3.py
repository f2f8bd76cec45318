"""Stage 3 of the statutory procedure: the review panel. SI 2006/1738 regs 18 to 20.

A panel where the person asks for one: there is no act that refuses it. Thirty working days to meet, five for the
panel's report, fifteen for the authority's answer.
"""

# ruff: noqa: ARG002, ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from bot.complaints import letters
from bot.complaints.acts.act import Act, Fault, points_to_answer, same_person, unless, wrong_findings
from bot.complaints.acts.independence import ahead, checked_later
from bot.complaints.procedures import start
from bot.complaints.profile import Profile
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.case import Case

PANEL_SIZE = 3


def _not_at(case: Case, *states: str) -> str | None:
    record = case.last("stat_s3")
    if case.stage != "stage_3" or record is None:
        return "It is not at stage 3."
    return None if record.state in states else f"Stage 3 is not that far, or further: {record.state.replace('_', ' ')}."


@dataclass(frozen=True)
class RequestStage3(Act):
    """The person asks for a review panel (stage 3): it is arranged, however late they ask."""

    by_person: ClassVar[bool] = True
    words: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Once stage 2 was adjudicated. That a panel could change nothing is no reason, nor is a window passed."""
        adjudicated = case.last("stat_s2")
        if adjudicated is None or adjudicated.state != "adjudicated":
            return "Stage 2 was not adjudicated yet."
        return "Stage 3 was asked for already." if case.last("stat_s3") else None

    def on(self, case: Case, step: Step) -> Case:
        """The thirty days of reg 19(4) count from the request."""
        window = case.running("ask_stage_3")
        late = window is not None and step.today > window.due
        case = case.meeting(step.today, "ask_stage_3")
        case = case.starting(start(step.profile, "panel_meets", step.today, step.calendar))
        details = {**self.plain(), "requested_on": step.today.isoformat(), "asked_after_window": late}
        return case.opening("stat_s3", "requested", step.today, details).at_stage("stage_3")


@dataclass(frozen=True)
class AppointPanel(Act):
    """Appoint the three independent people of the panel."""

    any_day: ClassVar[tuple[str, ...]] = ("declared_on",)
    members: tuple[str, ...]  # the chair first
    all_are_independent: bool  # neither members nor officers of the council, nor married to one
    declared_on: date | None = None  # when they signed their declarations of that; the oldest counts

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """From the request on, and again when one of them cannot come."""
        return _not_at(case, "requested", "panel_appointed")

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Reg 19: three, all independent, none of them the independent person of stage 2."""
        if len([name for name in self.members if name.strip()]) != PANEL_SIZE or len(self.members) != PANEL_SIZE:
            return Fault("members", "A panel has three people (reg 19).")
        if same_person(*self.members):
            return Fault("members", "A panel has three different people.")
        if not self.all_are_independent:
            return Fault(
                "all_are_independent",
                "All three are independent: neither members nor officers of the council, nor married to one.",
            )
        record = case.last("stat_s2")
        before = (
            [record.details.get(name, "") for name in ("investigating_officer", "independent_person")] if record else []
        )
        if any(same_person(name, str(one)) for name in self.members for one in before):
            return Fault("members", "Who investigated or watched over stage 2 does not sit on the panel.")
        return ahead(self.declared_on, step)

    def on(self, case: Case, step: Step) -> Case:
        """A panel appointed later takes the place of the one before."""
        record = case.last("stat_s3")
        assert record is not None
        case = case.moving(record, "panel_appointed", step.today, self.plain())
        return checked_later(case, step, "panel_member", ", ".join(self.members), self.declared_on)


@dataclass(frozen=True)
class HoldPanel(Act):
    """The panel has met. The person may come, with somebody who speaks for them."""

    person_was_invited: bool

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """After its people were appointed."""
        return _not_at(case, "panel_appointed")

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Reg 19(6)."""
        return unless(
            self.person_was_invited,
            "person_was_invited",
            "The person, and whoever speaks for them, are asked to come (reg 19).",
        )

    def on(self, case: Case, step: Step) -> Case:
        """Five working days for its report."""
        record = case.last("stat_s3")
        assert record is not None
        case = case.moving(record, "panel_held", step.today, self.plain()).meeting(step.today, "panel_meets")
        return case.starting(start(step.profile, "panel_reports", step.today, step.calendar))


@dataclass(frozen=True)
class ReceivePanelReport(Act):
    """The panel's findings and recommendations are there."""

    finds_at: ClassVar[str] = "stage_3"
    findings: tuple[str, ...]
    report: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """After it met."""
        return _not_at(case, "panel_held")

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """One finding a point."""
        return wrong_findings(self.findings, points_to_answer(case, "stage_3"))

    def on(self, case: Case, step: Step) -> Case:
        """Fifteen working days for the authority's answer."""
        record = case.last("stat_s3")
        assert record is not None
        found = dict(zip(points_to_answer(case, "stage_3"), self.findings, strict=True))
        case = case.moving(record, "panel_reported", step.today, self.plain()).found("stage_3", found, step.today)
        case = case.meeting(step.today, "panel_reports")
        return case.starting(start(step.profile, "authority_responds", step.today, step.calendar))


@dataclass(frozen=True)
class RespondToPanel(Act):
    """The authority says what it will do about each recommendation, and that the Ombudsman may be asked."""

    responded_by: str
    independent_person_heard: bool
    answer: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When the panel's report is there."""
        return _not_at(case, "panel_reported")

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Reg 20: together with the independent person."""
        if self.independent_person_heard:
            return None
        return Fault(
            "independent_person_heard",
            "The authority considers the recommendations together with the independent person (reg 20).",
        )

    def on(self, case: Case, step: Step) -> Case:
        """The procedure has ended; the Ombudsman has not been asked yet."""
        record = case.last("stat_s3")
        assert record is not None
        letter = letters.of_answer("statutory", "stage_3", step.profile, then="ombudsman", until=None)
        case = case.moving(record, "responded", step.today, {**self.plain(), "letter": letter}, close=True)
        return case.meeting(step.today, "authority_responds").at_stage("stage_3_answered")
