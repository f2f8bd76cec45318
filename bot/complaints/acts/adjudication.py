"""The end of stage 2: both reports, and the adjudication (SI 2006/1738 reg 17)."""

# ruff: noqa: ARG002, ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from bot.complaints import letters
from bot.complaints.acts.act import Act, Fault, points_to_answer, same_person, wrong_findings
from bot.complaints.acts.stage_2 import CLOCKS, PREPARING, not_at
from bot.complaints.procedures import start
from bot.complaints.profile import Profile
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.case import Case


@dataclass(frozen=True)
class ReceiveReports(Act):
    """Both reports are there, the investigating officer's and the independent person's, or it is known why not."""

    investigation_report: str  # of each (reg 17): the file, or why it is missing
    independent_report: str
    independent_person_agrees: bool

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """After the statement was agreed."""
        return not_at(case, "statement_agreed")

    def on(self, case: Case, step: Step) -> Case:
        """Somebody else now adjudicates."""
        record = case.last("stat_s2")
        assert record is not None
        return case.moving(record, "reported", step.today, self.plain())


@dataclass(frozen=True)
class Adjudicate(Act):
    """The adjudicating officer decides on each point and sends the answer with both reports."""

    finds_at: ClassVar[str] = "stage_2"
    adjudicated_by: str
    findings: tuple[str, ...]
    answer: str
    both_reports_sent: bool

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When both reports are there."""
        return not_at(case, "reported")

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Neither of those who reported adjudicates; the person gets both reports."""
        record = case.last("stat_s2")
        assert record is not None
        before = (str(record.details[name]) for name in ("investigating_officer", "independent_person"))
        if any(same_person(self.adjudicated_by, name) for name in before):
            return Fault("adjudicated_by", "Who adjudicates has written neither report.")
        if not self.both_reports_sent:
            return Fault("both_reports_sent", "The person gets both reports with the adjudication.")
        return wrong_findings(self.findings, points_to_answer(case, "stage_2"))

    def on(self, case: Case, step: Step) -> Case:
        """Both clocks are met, and the person's time to ask for a panel begins."""
        record = case.last("stat_s2")
        assert record is not None
        found = dict(zip(points_to_answer(case, "stage_2"), self.findings, strict=True))
        window = start(step.profile, "ask_stage_3", step.today, step.calendar)
        letter = letters.of_answer("statutory", "stage_2", step.profile, then="stage_3", until=window.due)
        details = {**self.plain(), "letter": letter}
        case = case.moving(record, "adjudicated", step.today, details, close=True)
        case = case.meeting(step.today, *CLOCKS, *PREPARING).found("stage_2", found, step.today)
        return case.starting(window).at_stage("stage_2_answered")
