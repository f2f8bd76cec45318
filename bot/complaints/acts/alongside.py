"""What runs beside the stages: mediation, and one answer with the NHS.

None of these stops a clock: whoever tries to settle something still answers in time.
"""

# ruff: noqa: ARG002, ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from bot.complaints.acts.act import OVER, Act, Fault, unless
from bot.complaints.profile import Profile
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.case import Case
    from bot.complaints.records import Record


def _first(case: Case, kind: str, *states: str) -> Record | None:
    return next((record for record in case.open_records(kind) if not states or record.state in states), None)


NOBODY = "nobody"
LEADS = ("the_council", "the_nhs_body", NOBODY)


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

    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {"leads": LEADS}
    person_consents: bool
    leads: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When they were asked."""
        return None if _first(case, "joint_nhs", "consent_asked") else "Nobody was asked about the NHS."

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """With consent one of the two leads and answers for both; without it nobody does."""
        if self.person_consents == (self.leads != NOBODY):
            return None
        return (
            Fault("leads", "One of the two leads.")
            if self.person_consents
            else Fault("leads", "Without the person's consent nobody leads.")
        )

    def on(self, case: Case, step: Step) -> Case:
        """Without consent both answer apart."""
        record = _first(case, "joint_nhs", "consent_asked")
        assert record is not None
        state = "agreed" if self.person_consents else "apart"
        return case.moving(record, state, step.today, self.plain(), close=not self.person_consents)


@dataclass(frozen=True)
class CloseJointNhs(Act):
    """The joint answer was sent: one, with both parts in it."""

    answer: str
    has_both_parts: bool

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When a joint answer was agreed."""
        return None if _first(case, "joint_nhs", "agreed") else "No joint answer was agreed."

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """The person gets one reply."""
        return unless(self.has_both_parts, "has_both_parts", "The person gets one reply, with our part and the NHS's.")

    def on(self, case: Case, step: Step) -> Case:
        """Our stage is answered by its own act, with findings."""
        record = _first(case, "joint_nhs", "agreed")
        assert record is not None
        return case.moving(record, "answered", step.today, self.plain(), close=True)
