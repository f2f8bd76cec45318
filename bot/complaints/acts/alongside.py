"""What runs beside the stages: mediation, the NHS, payments, recommendations, links between cases.

None of these stops a clock: whoever tries to settle something still answers in time.
"""

# ruff: noqa: ARG002, ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from bot.complaints.acts.act import OVER, Act
from bot.complaints.profile import Profile
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.case import Case
    from bot.complaints.records import Record

PAYMENTS = ("time_trouble", "distress", "backdated_allowance", "lost_provision", "reimbursement")
REMEDIES = (
    "apology", "explanation", "payment", "reassessment", "service_provided", "record_correction", "policy_review",
    "training",
)  # fmt: skip
LINKS = ("relative", "group", "same_matter", "part_of")


def _first(case: Case, kind: str, *states: str) -> Record | None:
    return next((record for record in case.open_records(kind) if not states or record.state in states), None)


# --- mediation ---


@dataclass(frozen=True)
class OfferMediation(Act):
    """Offer mediation or a meeting, beside the stage that it is at."""

    by_whom: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """While it is open; one offer at a time."""
        if case.stage == "closed":
            return OVER
        return "There is an offer already." if case.open_records("mediation_adr") else None

    def on(self, case: Case, step: Step) -> Case:
        """The clocks go on."""
        return case.opening("mediation_adr", "offered", step.today, self.plain())


@dataclass(frozen=True)
class AnswerMediationOffer(Act):
    """The person says yes or no to mediation; a no changes nothing for them."""

    person_agrees: bool
    words: str = ""

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When it was offered."""
        return None if _first(case, "mediation_adr", "offered") else "No mediation was offered."

    def on(self, case: Case, step: Step) -> Case:
        """Agreed, or over."""
        record = _first(case, "mediation_adr", "offered")
        assert record is not None
        state = "agreed" if self.person_agrees else "declined"
        return case.moving(record, state, step.today, self.plain(), close=not self.person_agrees)


@dataclass(frozen=True)
class HoldMediation(Act):
    """The mediation took place; note what came of it."""

    result: str
    settled: bool

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When both agreed to it."""
        return None if _first(case, "mediation_adr", "agreed") else "No mediation was agreed."

    def on(self, case: Case, step: Step) -> Case:
        """Whether the complaint is over is for the person to say: this closes only the record."""
        record = _first(case, "mediation_adr", "agreed")
        assert record is not None
        return case.moving(record, "held", step.today, self.plain(), close=True)


# --- with the NHS ---


@dataclass(frozen=True)
class ProposeJointNhs(Act):
    """Ask the person whether we may share it with the NHS, so that they get one answer of both."""

    nhs_body: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """While it is open."""
        if case.stage == "closed":
            return OVER
        return "It was proposed already." if case.open_records("joint_nhs") else None

    def on(self, case: Case, step: Step) -> Case:
        """Nothing is shared before the person's yes."""
        return case.opening("joint_nhs", "consent_asked", step.today, self.plain())


@dataclass(frozen=True)
class AnswerJointNhs(Act):
    """The person says whether we may share it; who leads is agreed with the NHS."""

    person_consents: bool
    leads: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When they were asked."""
        return None if _first(case, "joint_nhs", "consent_asked") else "Nobody was asked about the NHS."

    def on(self, case: Case, step: Step) -> Case:
        """Without consent both answer apart."""
        record = _first(case, "joint_nhs", "consent_asked")
        assert record is not None
        state = "agreed" if self.person_consents else "apart"
        return case.moving(record, state, step.today, self.plain(), close=not self.person_consents)


@dataclass(frozen=True)
class CloseJointNhs(Act):
    """The joint answer was sent."""

    answer: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When a joint answer was agreed."""
        return None if _first(case, "joint_nhs", "agreed") else "No joint answer was agreed."

    def on(self, case: Case, step: Step) -> Case:
        """Our stage is answered by its own act, with findings."""
        record = _first(case, "joint_nhs", "agreed")
        assert record is not None
        return case.moving(record, "answered", step.today, self.plain(), close=True)


# --- payments and learning ---


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

    def wrong(self, case: Case, step: Step) -> str | None:
        """A sum."""
        return None if self.pence > 0 else "A payment is more than nothing."

    def on(self, case: Case, step: Step) -> Case:
        """It is open until it was paid."""
        return case.opening("remedy_payment", "agreed", step.today, self.plain())


@dataclass(frozen=True)
class PayRemedy(Act):
    """The oldest payment that is agreed was made; say what shows it."""

    evidence: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When one is agreed and not made."""
        return None if case.open_records("remedy_payment") else "No payment waits."

    def on(self, case: Case, step: Step) -> Case:
        """Paid."""
        return case.moving(case.open_records("remedy_payment")[0], "paid", step.today, self.plain(), close=True)


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

    def wrong(self, case: Case, step: Step) -> str | None:
        """Something with a date that can still be kept."""
        return None if self.due >= step.today else "It is due today or later."

    def on(self, case: Case, step: Step) -> Case:
        """It is open until somebody says that it was done."""
        return case.opening("learning_action", "to_do", step.today, self.plain())


@dataclass(frozen=True)
class FinishAction(Act):
    """The recommendation that is due first was carried out; say how, and with whom the learning was shared."""

    how: str
    shared_how: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When one is open."""
        return None if case.open_records("learning_action") else "No recommendation waits."

    def on(self, case: Case, step: Step) -> Case:
        """Done."""
        record = min(case.open_records("learning_action"), key=lambda each: str(each.details["due"]))
        return case.moving(record, "done", step.today, self.plain(), close=True)


# --- links ---


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

    def wrong(self, case: Case, step: Step) -> str | None:
        """Another case, once."""
        if self.reference == case.reference:
            return "A case is not linked to itself."
        there = any(record.kind == "link" and record.details["reference"] == self.reference for record in case.records)
        return "They are linked already." if there else None

    def on(self, case: Case, step: Step) -> Case:
        """A link is made once and stays."""
        return case.opening("link", "linked", step.today, self.plain(), close=True)
