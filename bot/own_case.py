"""Use cases of the person who comes back with reference and secret: how is it going, add, next stage, stop, contact.

Whatever a person may do is done at once, so that a request for the next stage starts its clock on that very day, and
an officer gets a task to deal with it. What needs an officer's word (a withdrawal) is only asked for here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from bot.complaints.acts import ACTS
from bot.complaints.case import Case, Event
from bot.complaints.clocks import RunningClock
from bot.complaints.profile import Profile
from bot.complaints.step import Step
from bot.complaints.working_days import Calendar, add_working_days
from bot.ports import Cases, Clock, Task, Work

CALL_BACK_WORKING_DAYS = 1
NEXT_STAGES = ("request_stage_2", "request_stage_3", "request_corporate_stage_2")
REACHED_BY = ("email", "phone", "postal_address")
NO_WAY = (None, "", "none", "chat")  # what says nothing about how somebody could be reached who does not come back
CONTACT = ("email", "phone", "postal_address", "contact_preference", "safe_to_contact", "must_not_tell")


@dataclass(frozen=True)
class Status:
    """How a case is going, for the person whose secret opened it (domain section 9)."""

    reference: str
    pathway: str
    signposted_to: str | None
    confirmed: bool
    stage: str
    received_on: date
    due: date | None
    extended: bool  # the day is later than the first limit, for a reason that an officer gave
    awaits: str  # officer_confirms | answer | person | proceedings | nothing
    next_stage: str | None  # an act of NEXT_STAGES that may be asked for now
    ask_by: date | None  # the person's time to ask for it; later is not refused
    young: bool
    advocacy: str
    reachable: bool  # whether there is any way to reach them who do not come back by themselves


@dataclass(frozen=True)
class Asked:
    """What came of a wish for the next stage: the act that was done, or the day from which it can be asked for."""

    begun: str | None
    from_day: date | None


@dataclass(frozen=True)
class OwnCase:
    """What a person may do with a case that their secret opened."""

    cases: Cases
    work: Work
    clock: Clock
    profile: Profile
    calendar: Calendar

    def today(self) -> date:
        """The day it is where the council is."""
        return self.clock.now().astimezone(self.profile.timezone).date()

    def status(self, reference: str) -> Status | None:
        """How a case is going, in terms that the person may be shown."""
        case = self.cases.get(reference)
        return _status(case, self.profile, self.today()) if case else None

    def case(self, reference: str) -> Case:
        """The whole case, for somebody whose secret has opened it."""
        return self._case(reference)

    def ask_way(self, reference: str) -> bool:
        """Whether to ask now for one safe way to be reached, or a trusted adult: once, and only where there is none."""
        case = self._case(reference)
        if _reachable(case) or any(event.what == "asked_way" for event in case.history):
            return False
        self.cases.save(case.noting(Event(self.clock.now(), "assistant", "asked_way", {})))
        return True

    def add(self, reference: str, words: str, *, by_helper: bool = False) -> None:
        """Note something that the person adds, or whoever helps them, in their words, and give it to an officer."""
        self._keep(self._case(reference), "added_by_helper" if by_helper else "added", words)

    def ask_next_stage(self, reference: str, words: str) -> Asked:
        """Begin the next stage where the person may ask for it now; otherwise an officer learns of the wish.

        Nobody is turned away: too late is noted and taken all the same, and too early says from when.
        """
        case = self._case(reference)
        wanted = next((name for name in case.allowed(self.today(), self.profile) if name in NEXT_STAGES), None)
        if wanted:
            case = case.doing(ACTS[wanted](words=words or "(no words)"), self._step())  # type: ignore[call-arg]
        self._keep(case, "asks_next_stage", words)
        return Asked(wanted, None if wanted else _late_from(case))

    def ask_withdrawal(self, reference: str, words: str) -> None:
        """Note the wish to stop. The case goes on until an officer has spoken with the person."""
        case = self._case(reference)
        if "ask_withdrawal" in case.allowed(self.today(), self.profile):
            case = case.doing(ACTS["ask_withdrawal"](words=words), self._step())  # type: ignore[call-arg]
        self._keep(case, "asks_withdrawal", words)

    def change_contact(self, reference: str, told: Mapping[str, Any]) -> None:
        """Change how the person is reached, from now on. Raises KeyError for a fact that is not about that."""
        for name in told:
            if name not in CONTACT:
                raise KeyError(name)
        case = self._case(reference)
        self._keep(replace(case, facts={**case.facts, **told}), "changes_contact", "")

    def want_advocate(self, reference: str) -> None:
        """Somebody wants an advocate now: an officer arranges it within a working day; nothing waits for that."""
        case, now = self._case(reference), self.clock.now()
        self.cases.save(case.advocate("to_arrange", Event(now, "person", "wants_advocate", {})))
        self._task(case, "arrange_advocate", f"arrange_advocate-{reference}-{now.timestamp():.0f}", "")

    # --- what they share ---

    def _case(self, reference: str) -> Case:
        case = self.cases.get(reference)
        assert case is not None, "a secret opened it"
        return case

    def _step(self) -> Step:
        return Step(self.clock.now(), "person", self.profile, self.calendar)

    def _keep(self, case: Case, what: str, words: str) -> None:
        now = self.clock.now()
        self.cases.save(case.noting(Event(now, "person", what, {"words": words})))
        self._task(case, "call_back", f"{what}-{case.reference}-{now.timestamp():.0f}", what)

    def _task(self, case: Case, kind: str, task_id: str, note: str) -> None:
        due = add_working_days(self.today(), CALL_BACK_WORKING_DAYS, self.calendar)
        opened = self.clock.now()
        self.work.add_task(Task(task_id, kind, opened, due, case.reference, case.conversation, note))


def _status(case: Case, profile: Profile, today: date) -> Status:
    allowed = case.allowed(today, profile)
    window = next((clock for clock in case.clocks if clock.is_window and clock.is_running), None)
    return Status(
        reference=case.reference,
        pathway=case.pathway,
        signposted_to=case.signposted_to,
        confirmed=case.confirmed,
        stage=case.stage,
        received_on=case.received_at.astimezone(profile.timezone).date(),
        due=case.clock.now_due if case.clock else None,
        extended=bool(case.clock and case.clock.extended_to),
        awaits=_awaits(case),
        next_stage=next((name for name in allowed if name in NEXT_STAGES), None),
        ask_by=window.due if window and window.due >= today else None,
        young=case.reporter_role in ("child", "care_leaver"),
        advocacy=case.advocacy.status,
        reachable=_reachable(case),
    )


def _reachable(case: Case) -> bool:
    return any(case.facts.get(name) for name in REACHED_BY) or case.facts.get("safe_to_contact") not in NO_WAY


def _awaits(case: Case) -> str:
    if case.stage == "closed":
        return "nothing"
    if case.stage.endswith("_answered"):
        return "person"
    if case.clock is None and any(clock.is_running and clock.pause for clock in case.clocks):
        return "proceedings"
    return "answer" if case.confirmed else "officer_confirms"


def _late_from(case: Case) -> date | None:
    """The day from which a stage 1 that nobody answered counts as late; None where nothing runs."""
    names = ("statutory_stage_1", "corporate_stage_1")
    running: list[RunningClock] = [clock for name in names if (clock := case.running(name)) and clock.pause is None]
    return min(clock.now_due for clock in running) + timedelta(days=1) if running else None
