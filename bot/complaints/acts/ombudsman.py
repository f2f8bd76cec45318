"""The Local Government and Social Care Ombudsman: sent back, enquiry, investigation, decision, remedies.

Anybody may go there at any time (Local Government Act 1974 s26). The Ombudsman normally sends back what the council
has not answered, and then it starts here at the right stage. After stage 2 both may agree on an early referral.
"""

# ruff: noqa: ARG002, ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from bot.complaints.acts.act import Act, Fault, unless
from bot.complaints.profile import Profile
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.case import Case
    from bot.complaints.records import Record

DECISIONS = ("not_investigated", "no_fault", "fault_no_injustice", "fault_with_injustice", "discontinued")
MOSTLY = 0.5  # "all or most" of the points upheld (Getting the Best from Complaints)


def _at(case: Case, *states: str) -> Record | None:
    return next((record for record in case.open_records("lgsco") if record.state in states), None)


def _when(case: Case, *states: str) -> str | None:
    return None if _at(case, *states) else "The Ombudsman is not that far with it, or further."


@dataclass(frozen=True)
class OmbudsmanSendsBack(Act):
    """The Ombudsman sends it back as premature: it goes on here at the stage where it stands."""

    their_reference: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When nothing of it is open there."""
        return "The Ombudsman deals with it." if _at(case, "enquiry", "replied", "investigation") else None

    def on(self, case: Case, step: Step) -> Case:
        """Nothing here stood still meanwhile."""
        return case.opening("lgsco", "premature", step.today, self.plain(), close=True)


@dataclass(frozen=True)
class ReferEarly(Act):
    """Person and council agree to go to the Ombudsman after stage 2, without a panel."""

    report_is_robust: bool
    person_agrees: bool
    council_agrees: bool
    reason: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """After a statutory adjudication that upheld all or most; the panel can still be asked for."""
        if case.pathway != "statutory" or case.stage != "stage_2_answered":
            return "Only after the adjudication of a statutory stage 2."
        if _at(case, "referred_early"):
            return "It was referred already."
        found = [finding.outcome for finding in case.findings if finding.stage == "stage_2"]
        upheld = sum(outcome in ("upheld", "partially_upheld") for outcome in found)
        return None if found and upheld / len(found) > MOSTLY else "Most points must have been upheld at stage 2."

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """All of it, or it is no early referral."""
        wanted = ("report_is_robust", "person_agrees", "council_agrees")
        missing = next((name for name in wanted if not getattr(self, name)), None)
        says = "The report must be robust, and both must agree; otherwise stage 3 is the way."
        return Fault(missing, says) if missing else None

    def on(self, case: Case, step: Step) -> Case:
        """The right to a panel stays."""
        return case.opening("lgsco", "referred_early", step.today, self.plain())


@dataclass(frozen=True)
class OmbudsmanEnquires(Act):
    """The Ombudsman asks us something, to be answered by a day."""

    their_reference: str
    asks: str
    reply_by: date

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """At any time, also when it was closed; one enquiry at a time."""
        return "An enquiry waits for our reply." if _at(case, "enquiry") else None

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """A day to come."""
        return unless(self.reply_by >= step.today, "reply_by", "The reply is due today or later.")

    def on(self, case: Case, step: Step) -> Case:
        """What is open there already goes on; otherwise it begins."""
        record = _at(case, "referred_early", "replied", "investigation")
        if record:
            return case.moving(record, "enquiry", step.today, self.plain())
        return case.opening("lgsco", "enquiry", step.today, self.plain())


@dataclass(frozen=True)
class ReplyToOmbudsman(Act):
    """Send our reply with its bundle of documents."""

    replied_by: str
    bundle: tuple[str, ...]

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """While an enquiry waits."""
        return _when(case, "enquiry")

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """A reply without documents is none."""
        return unless(any(name.strip() for name in self.bundle), "bundle", "Name what was sent.")

    def on(self, case: Case, step: Step) -> Case:
        """Kept with the day, so that a report can say whether it was in time."""
        record = _at(case, "enquiry")
        assert record is not None
        return case.moving(record, "replied", step.today, {**self.plain(), "replied_on": step.today.isoformat()})


@dataclass(frozen=True)
class OmbudsmanInvestigates(Act):
    """The Ombudsman begins an investigation."""

    their_reference: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """After a reply, or at once."""
        return "It is being investigated." if _at(case, "investigation") else None

    def on(self, case: Case, step: Step) -> Case:
        """What is open there already goes on."""
        record = _at(case, "referred_early", "enquiry", "replied")
        if record:
            return case.moving(record, "investigation", step.today, self.plain())
        return case.opening("lgsco", "investigation", step.today, self.plain())


@dataclass(frozen=True)
class OmbudsmanDecides(Act):
    """The Ombudsman's decision, with the remedies that we agreed to and by when."""

    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {"decision": DECISIONS}
    decision: str
    remedies: tuple[str, ...]
    remedies_due: date | None = None

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When something of it is open there."""
        return _when(case, "referred_early", "enquiry", "replied", "investigation")

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """A remedy has a day, and comes with fault."""
        return (
            Fault("remedies_due", "Say by when the remedies are due.")
            if self.remedies and not self.remedies_due
            else None
        )

    def on(self, case: Case, step: Step) -> Case:
        """Open until every remedy was carried out."""
        record = _at(case, "referred_early", "enquiry", "replied", "investigation")
        assert record is not None
        return case.moving(record, "decided", step.today, self.plain(), close=not self.remedies)


@dataclass(frozen=True)
class ShowRemedies(Act):
    """The remedies agreed with the Ombudsman were carried out; send the evidence."""

    evidence: tuple[str, ...]

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When remedies wait."""
        return _when(case, "decided")

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """One piece of evidence for each remedy."""
        record = _at(case, "decided")
        assert record is not None
        wanted = len(record.details["remedies"])
        return unless(len(self.evidence) == wanted, "evidence", f"Each of the {wanted} remedies needs its evidence.")

    def on(self, case: Case, step: Step) -> Case:
        """Over."""
        record = _at(case, "decided")
        assert record is not None
        return case.moving(record, "remedied", step.today, self.plain(), close=True)
