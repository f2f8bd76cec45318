"""What a case leaves behind: payments, recommendations and what was learnt, links to other cases.

All of them are possible at any time, also after the case was closed; each is open until it was done, with evidence.
"""

# ruff: noqa: ARG002, ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from bot.complaints.acts.act import Act, Fault, picked, unless
from bot.complaints.profile import Profile
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.case import Case

PAYMENTS = ("time_trouble", "distress", "backdated_allowance", "lost_provision", "reimbursement")
REMEDIES = (
    "apology", "explanation", "payment", "reassessment", "service_provided", "record_correction", "policy_review",
    "training",
)  # fmt: skip
LINKS = ("relative", "group", "same_matter", "part_of")


@dataclass(frozen=True)
class AgreePayment(Act):
    """Agree to pay something as a remedy."""

    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {"kind": PAYMENTS}
    pence: int
    kind: str
    why: str
    stage: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """At any time, also after it was closed."""
        return None

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """A sum."""
        return unless(self.pence > 0, "pence", "A payment is more than nothing.")

    def on(self, case: Case, step: Step) -> Case:
        """It is open until it was paid."""
        return case.opening("remedy_payment", "agreed", step.today, self.plain())


@dataclass(frozen=True)
class PayRemedy(Act):
    """A payment that was agreed was made; say which, and what shows it."""

    picks: ClassVar[Mapping[str, str]] = {"payment": "remedy_payment"}
    payment: int
    evidence: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When one is agreed and not made."""
        return None if case.open_records("remedy_payment") else "No payment waits."

    def on(self, case: Case, step: Step) -> Case:
        """Paid."""
        return case.moving(picked(case, self, "payment"), "paid", step.today, {"evidence": self.evidence}, close=True)


@dataclass(frozen=True)
class Recommend(Act):
    """Note a recommendation or something learnt, with who does it and by when."""

    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {"remedy": REMEDIES}
    text: str
    owner: str
    due: date
    stage: str
    remedy: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """At any time, also after it was closed."""
        return None

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Something with a date that can still be kept."""
        return unless(self.due >= step.today, "due", "It is due today or later.")

    def on(self, case: Case, step: Step) -> Case:
        """It is open until somebody says that it was done."""
        return case.opening("learning_action", "to_do", step.today, self.plain())


@dataclass(frozen=True)
class FinishAction(Act):
    """A recommendation was carried out; say which, how, and with whom the learning was shared."""

    picks: ClassVar[Mapping[str, str]] = {"action": "learning_action"}
    action: int
    how: str
    shared_how: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When one is open."""
        return None if case.open_records("learning_action") else "No recommendation waits."

    def on(self, case: Case, step: Step) -> Case:
        """Done."""
        said = {"how": self.how, "shared_how": self.shared_how}
        return case.moving(picked(case, self, "action"), "done", step.today, said, close=True)


@dataclass(frozen=True)
class LinkCase(Act):
    """Link it to another case: of a relative, of a group, or of the same matter. Neither person learns of it."""

    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {"why": LINKS}
    reference: str
    why: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """At any time."""
        return None

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Another case, once."""
        if self.reference == case.reference:
            return Fault("reference", "A case is not linked to itself.")
        there = any(record.kind == "link" and record.details["reference"] == self.reference for record in case.records)
        return Fault("reference", "They are linked already.") if there else None

    def on(self, case: Case, step: Step) -> Case:
        """A link is made once and stays."""
        return case.opening("link", "linked", step.today, self.plain(), close=True)
