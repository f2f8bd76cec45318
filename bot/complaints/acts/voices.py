"""Who may speak for the person, for what and until when; and what the child wants whom somebody else speaks about.

A parent or carer complains in their own right, whatever the child wishes, but has no right to what the child has told
(Children Act 1989 s26(3)); and the child's wishes are found out and weighed (s22(4) and (5)).
"""

# ruff: noqa: ARG002, ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from bot.complaints.acts.act import OVER, Act, Fault, same_person, unless
from bot.complaints.facts import CHILD_ROLES
from bot.complaints.plain import day
from bot.complaints.procedures import months_later
from bot.complaints.profile import Profile
from bot.complaints.step import Step
from bot.complaints.working_days import add_working_days

if TYPE_CHECKING:
    from bot.complaints.case import Case
    from bot.complaints.records import Record

RELATIONS = ("advocate", "solicitor", "relative", "friend", "councillor_or_mp")
SCOPES = ("speak_for_them", "hear_how_it_goes", "get_letters", "see_what_was_found", "ask_for_the_next_stage")
LONGEST_CONSENT = 12  # months: then the person is asked again
WISHES = ("wants_it", "does_not_want_it", "would_rather_not_say", "too_young_to_ask", "could_not_be_asked_safely")
DECISIONS = ("goes_on_without_what_the_child_told", "goes_on_only_with_what_is_the_persons_own")
WEIGH_WORKING_DAYS = 3


@dataclass(frozen=True)
class NoteConsent(Act):
    """Note that the person lets somebody speak for them: who, for what, and until when."""

    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {"relation": RELATIONS, "scope": SCOPES}
    who_for_them: str
    relation: str
    scope: tuple[str, ...]
    how_they_said_so: str
    until: date

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """While it is open."""
        return OVER if case.stage == "closed" else None

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """For something, and not for ever: whoever was let speak once is not let speak always."""
        if not self.scope:
            return Fault("scope", "Say what the consent is for.")
        latest = months_later(step.today, LONGEST_CONSENT)
        if not step.today < self.until <= latest:
            return Fault("until", f"It ends after today and not after {day(latest)}.")
        there = any(same_person(self.who_for_them, name) for name in map(_name, in_force(case, step.today)))
        return Fault("who_for_them", "They have the person's consent already: end that first.") if there else None

    def on(self, case: Case, step: Step) -> Case:
        """It is in the diary, so that the person is asked again before it ends."""
        return case.opening("consent", "given", step.today, self.plain())


@dataclass(frozen=True)
class EndConsent(Act):
    """The person takes their consent back, or it has ended."""

    who_for_them: str
    why: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """While somebody has one, at any time."""
        return None if case.open_records("consent") else "Nobody speaks for them."

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """Of somebody who has it."""
        return unless(self._record(case), "who_for_them", "They do not have the person's consent.")

    def on(self, case: Case, step: Step) -> Case:
        """From now on they are told nothing."""
        record = self._record(case)
        assert record is not None
        return case.moving(record, "ended", step.today, self.plain(), close=True)

    def _record(self, case: Case) -> Record | None:
        mine = (each for each in case.open_records("consent") if same_person(self.who_for_them, _name(each)))
        return next(mine, None)


def in_force(case: Case, today: date) -> tuple[Record, ...]:
    """The consents that hold today: given, not taken back, and not past their last day."""
    open_ones = case.open_records("consent")
    return tuple(record for record in open_ones if today <= date.fromisoformat(str(record.details["until"])))


def _name(record: Record) -> str:
    return str(record.details["who_for_them"])


# What a child wants is told to nobody who complains about what happens to the child, and that they were asked neither.
OF_WISHES = ("note_wishes", "weigh_wishes")


@dataclass(frozen=True)
class NoteWishes(Act):
    """Note what the child wants, where somebody else complains about what happens to them."""

    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {"wishes": WISHES}
    wishes: str
    how_they_were_asked: str  # and who asked, in private
    their_words: str = ""

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Of somebody else's complaint; once again when they change their mind."""
        if case.reporter_role in CHILD_ROLES:
            return "The child complains themselves."
        return OVER if case.stage == "closed" else None

    def on(self, case: Case, step: Step) -> Case:
        """Where the child does not want it somebody weighs that soon; the complaint and its clocks go on."""
        for earlier in case.open_records("wishes"):
            case = case.moving(earlier, "heard", step.today, close=True)
        if self.wishes != "does_not_want_it":
            return case.opening("wishes", "heard", step.today, self.plain(), close=True)
        by = add_working_days(step.today, WEIGH_WORKING_DAYS, step.calendar)
        return case.opening("wishes", "against", step.today, {**self.plain(), "weigh_by": by.isoformat()})


@dataclass(frozen=True)
class WeighWishes(Act):
    """Decide how a complaint goes on that the child does not want, and tell the child why."""

    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {"decision": DECISIONS}
    decision: str
    decided_by: str
    reason: str
    child_was_told: bool

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """When the child said that they do not want it."""
        return None if case.open_records("wishes") else "The child has not said that they do not want it."

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """The child hears of it from us, and not from whoever complained."""
        return unless(self.child_was_told, "child_was_told", "The child is told what was decided, and why.")

    def on(self, case: Case, step: Step) -> Case:
        """Nothing is taken from the person, who complains in their own right; what the child told is not theirs."""
        return case.moving(case.open_records("wishes")[0], "weighed", step.today, self.plain(), close=True)


def child_is_against(case: Case) -> bool:
    """Whether the child said, and has not changed their mind since, that they do not want this complaint."""
    last = case.last("wishes")
    return last is not None and last.details.get("wishes") == "does_not_want_it"
