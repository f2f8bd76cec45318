"""What is no complaint, or not only: compliments, requests, members' enquiries, duty matters.

Each is a record of its own and is closed by saying what was done. None of them closes a complaint that is in it.
"""

# ruff: noqa: ARG002, ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from bot.complaints import letters
from bot.complaints.acts.act import OVER, Act, Fault, unless
from bot.complaints.profile import Profile
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.case import Case

DUTY = (
    "refused", "signposted", "information_request", "service_request", "query", "safeguarding_passed_on",
    "other_authority",
)  # fmt: skip
MEMBERS = ("mp", "councillor")


def _is(case: Case, pathway: str, *, also: str) -> str | None:
    if not case.confirmed:
        return "An officer must confirm what it is first."
    return None if case.pathway == pathway and case.stage == "awaiting_officer" else f"It is no open {also}."


def _done(case: Case, act: Act, state: str, why: str, step: Step) -> Case:
    """The main record closed, and the case with it."""
    record = case.main
    assert record is not None
    case = case.moving(record, state, step.today, act.plain(), close=True)
    return case.meeting(step.today, "corporate_acknowledge", "statutory_stage_1").ending(why, step.today)


@dataclass(frozen=True)
class PassOnCompliment(Act):
    """Pass praise on to those it is for, and thank the person."""

    to_team: str
    person_thanked: bool

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Once it is confirmed to be praise."""
        return _is(case, "compliment", also="compliment")

    def on(self, case: Case, step: Step) -> Case:
        """It is counted and closed."""
        return _done(case, self, "passed_on", "passed_on", step)


@dataclass(frozen=True)
class DecideServiceRequest(Act):
    """Say what was decided about a service that was asked for, and that the person may complain about it."""

    decision: str
    told_may_complain: bool

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Once it is confirmed to be a request."""
        return _is(case, "service_request", also="request for a service")

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """A decision on a service can be complained about (Children Act 1989 s26(3))."""
        return unless(
            self.told_may_complain, "told_may_complain", "The person is told that they may complain about the decision."
        )

    def on(self, case: Case, step: Step) -> Case:
        """It is counted and closed."""
        return _done(case, self, "decided", "answered", step)


@dataclass(frozen=True)
class AnswerInformationRequest(Act):
    """Answer a question about how something works."""

    answer: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Once it is confirmed to be a question."""
        return _is(case, "information_request", also="request for information")

    def on(self, case: Case, step: Step) -> Case:
        """It is counted and closed."""
        return _done(case, self, "answered", "answered", step)


@dataclass(frozen=True)
class AnswerMember(Act):
    """Answer a councillor or MP, as far as the constituent consents; the constituent's complaint goes on."""

    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {"member": MEMBERS}
    member: str
    constituent_consents: bool
    answer: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """While a member's enquiry is open."""
        record = case.last("member_enquiry")
        return None if record and record.is_open else "No member's enquiry is open."

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Nothing personal goes to a member without the constituent's consent."""
        return unless(
            self.constituent_consents,
            "constituent_consents",
            "Without the constituent's consent a member is told nothing of it.",
        )

    def on(self, case: Case, step: Step) -> Case:
        """The case closes only where no complaint of the constituent's is in it."""
        record = case.last("member_enquiry")
        assert record is not None
        if not record.is_main or any(p.pathway in ("statutory", "corporate") for p in case.points):
            return case.moving(record, "answered", step.today, self.plain(), close=True)
        return _done(case, self, "answered", "answered", step)


@dataclass(frozen=True)
class OpenMemberEnquiry(Act):
    """A councillor or MP asks about a complaint that is here already."""

    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {"member": MEMBERS}
    member: str
    asked: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Beside any case; one at a time."""
        return "A member's enquiry is open." if case.open_records("member_enquiry") else None

    def on(self, case: Case, step: Step) -> Case:
        """Beside the case, which goes on."""
        return case.opening("member_enquiry", "open", step.today, self.plain())


@dataclass(frozen=True)
class OpenDuty(Act):
    """Note something that is dealt with without a formal investigation."""

    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {"kind": DUTY}
    kind: str
    about: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Beside any open case."""
        return OVER if case.stage == "closed" else None

    def on(self, case: Case, step: Step) -> Case:
        """Beside the case, which goes on."""
        return case.opening("duty", "open", step.today, self.plain())


@dataclass(frozen=True)
class CloseDuty(Act):
    """Say what was done about a duty matter: who was told what, and where it went."""

    done: str
    person_told: bool

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When one is open."""
        if case.pathway == "signposted" and not case.confirmed:
            return "An officer must confirm whose it is first."
        return None if case.open_records("duty") else "No duty matter is open."

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Nobody's case is closed by a signpost that they never saw."""
        return unless(self.person_told, "person_told", "The person is told whose it is, how to ask there, and by when.")

    def on(self, case: Case, step: Step) -> Case:
        """A signposted case closes with it; what was refused gets the letter's contents."""
        record = case.open_records("duty")[0]
        details = self.plain()
        if record.details.get("kind") == "refused":
            about = str(record.details["about"])
            details["letter"] = letters.of_refusal("it is not taken on", about, self.done, step.who, step.profile)
        if record.is_main:
            case = case.meeting(step.today, "corporate_acknowledge")
            return case.moving(record, "closed", step.today, details, close=True).ending("signposted", step.today)
        return case.moving(record, "closed", step.today, details, close=True)
