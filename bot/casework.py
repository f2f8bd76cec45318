"""Use cases of the officer, for cases and tasks: a case, its pathway, what is to be done.

Alerts are in bot/alert_work.py, conversations in bot/talks.py. Whatever is read or changed goes into the audit first:
what cannot be noted does not happen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from bot.allocations import Allocations
from bot.complaints.acts.leads import Lead, leads
from bot.complaints.assessment import PATHWAYS, SIGNPOSTS
from bot.complaints.case import Case, Event
from bot.complaints.diary import KINDS as DIARY_KINDS
from bot.complaints.errors import NotAllowed
from bot.complaints.procedures import first_clocks
from bot.complaints.profile import Profile
from bot.complaints.working_days import Calendar, add_working_days
from bot.figures import Figures, figures
from bot.ports import Alert, Audit, Cases, Clock, Conflict, Noted, Officer, Officers, Spool, Task, Work
from bot.roles import LETTER_TASKS, SAFEGUARDING_TASKS, BadEntry, NotThere, entered, may, require
from bot.sight import Sight

# What an officer may choose: everything but "an officer decides".
CONFIRMABLE = tuple(pathway for pathway in PATHWAYS if pathway != "officer_decision")
ADVOCATE_OUTCOMES = ("arranged", "declined")


@dataclass(frozen=True)
class CaseFile:
    """A case with what belongs to it."""

    case: Case
    tasks: tuple[Task, ...]
    alerts: tuple[Alert, ...]
    read_by: tuple[Noted, ...]
    today: date


@dataclass(frozen=True)
class Casework:
    """The officer's side of the service."""

    cases: Cases
    work: Work
    spool: Spool
    officers: Officers
    audit: Audit
    clock: Clock
    profile: Profile
    calendar: Calendar
    allocations: Allocations

    @property
    def sight(self) -> Sight:
        """Who may see what."""
        return Sight(self.work, self.spool, self.cases, self.allocations, self.today)

    def today(self) -> date:
        """The day it is where the council is."""
        return self.clock.now().astimezone(self.profile.timezone).date()

    def names(self) -> Mapping[str, str]:
        """The officers' names by id."""
        return {officer.id: officer.name for officer in self.officers.all()}

    # --- reading ---

    def opened(self, officer: Officer, reference: str) -> Case:
        """One case by itself. That it was read is noted; raises NotThere."""
        case = self.seen(officer, reference, "read_case")
        self.audit.note(officer.id, "read_case", reference, self.clock.now())
        return case

    def case(self, officer: Officer, reference: str) -> CaseFile:
        """One case with its tasks and alerts. That it was read is noted; raises NotThere."""
        case = self.opened(officer, reference)
        alerts = self.work.alerts_of(case.conversation) if case.conversation else ()
        return CaseFile(
            case=self.sight.of(officer).shown(case),
            tasks=self._tasks_of(officer, case),
            alerts=tuple(alerts) if may(officer, "read_alert") else (),
            read_by=tuple(self.audit.about(reference)),
            today=self.today(),
        )

    def figures(self) -> Figures:
        """How much waits, all told."""
        return figures(self.work, self.cases, self.spool, self.today())

    # --- the pathway ---

    def confirm_pathway(
        self, officer: Officer, reference: str, version: int, pathway: str, reason: str, signposted_to: str = ""
    ) -> Case:
        """Confirm or change where a case belongs. What is due stays due; what is made statutory is due by its own date.

        Raises BadEntry, NotThere, and Conflict when the case is no longer the `version` that the officer looked at.
        """
        case = self.seen(officer, reference, "confirm_pathway")
        reason = _chosen(pathway, signposted_to, reason)
        still(case, version)
        to = signposted_to if pathway == "signposted" else None
        unchanged = (pathway, to) == (case.pathway, case.signposted_to)
        detail = {"from": case.pathway, "pathway": pathway, "signposted_to": to, "reason": reason}
        now = self.clock.now()
        event = Event(now, officer.id, "pathway_confirmed" if unchanged else "pathway_changed", detail)
        try:
            confirmed = self._confirmed(case, pathway, to, event)
        except NotAllowed as no:
            raise BadEntry(pathway="not_allowed") from no
        self.audit.note(officer.id, "confirm_pathway", reference, now)
        self.cases.save(confirmed)
        for task in self._tasks_of(officer, case):
            if task.kind == "confirm_pathway" and task.done_at is None:
                self.work.save_task(replace(task, done_at=now, done_by=officer.id))
        return case

    def would_lead(self, officer: Officer, case: Case) -> Mapping[str, tuple[Lead, ...]]:
        """The days that would be new for each pathway that may be chosen now, worked out by choosing it."""
        found = {}
        for pathway in CONFIRMABLE:
            event = Event(self.clock.now(), officer.id, "pathway_changed", {})
            with suppress(NotAllowed):
                confirmed = self._confirmed(case, pathway, None, event)
                found[pathway] = leads(case, confirmed, lambda day, days: add_working_days(day, days, self.calendar))
        return found

    def _confirmed(self, case: Case, pathway: str, to: str | None, event: Event) -> Case:
        received_on = case.received_at.astimezone(self.profile.timezone).date()
        clocks = first_clocks(pathway, received_on, self.profile, self.calendar)
        return case.confirming(pathway, event, received_on, signposted_to=to, clocks=clocks)

    # --- tasks ---

    def task(self, officer: Officer, task_id: str) -> Task:
        """One task that this officer may see; raises NotThere."""
        require(officer, "finish_task")
        task = self.work.task(task_id)
        if task is None or not self.sight.of(officer).task(task):
            raise NotThere(task_id)
        self.audit.note(officer.id, "read_task", task_id, self.clock.now())
        return task

    def finish_task(self, officer: Officer, task_id: str, note: str, outcome: str = "") -> Task:
        """A task is done, and the note says how; it goes into the history of the case that it is about.

        `outcome` is asked for an advocate only: arranged or declined. Raises BadEntry and NotThere.
        """
        task = self.task(officer, task_id)
        require(officer, "finish_safeguarding_task" if task.kind in SAFEGUARDING_TASKS else "finish_task")
        note = entered(note, "note")
        if task.kind == "confirm_pathway":
            raise BadEntry(note="confirm_instead")
        if task.kind in (*DIARY_KINDS, *LETTER_TASKS):
            raise BadEntry(note="act_instead")  # its date stands in the case: what is done there ends it
        if task.kind == "arrange_advocate" and outcome not in ADVOCATE_OUTCOMES:
            raise BadEntry(outcome="missing")
        if task.done_at is not None:
            return task
        now = self.clock.now()
        self.audit.note(officer.id, "finish_task", task_id, now)
        if task.case:
            self._note_done(task, Event(now, officer.id, "task_done", {"task": task.kind, "note": note}), outcome)
        told = f"{task.note}\n{note}" if task.note else note
        done = replace(task, done_at=now, done_by=officer.id, note=told)
        self.work.save_task(done)
        return done

    def _note_done(self, task: Task, event: Event, outcome: str) -> None:
        def noted(case: Case) -> Case:
            return case.advocate(outcome, event) if task.kind == "arrange_advocate" else case.noting(event)

        assert task.case is not None
        changed(self.cases, task.case, noted)

    # --- what both need ---

    def seen(self, officer: Officer, reference: str, act: str) -> Case:
        """A case that this officer may see and do this to; raises NotThere."""
        require(officer, act)
        case = self.cases.get(reference)
        if case is None:
            raise NotThere(reference)
        view = self.sight.of(officer)
        if not view.case(case) or not view.may(act, case):
            raise NotThere(reference)
        return case

    def seen_at(self, officer: Officer, reference: str, version: int, act: str) -> Case:
        """As `seen`; raises Conflict as well when the case is no longer the `version` that the officer looked at."""
        case = self.seen(officer, reference, act)
        still(case, version)
        return case

    def _tasks_of(self, officer: Officer, case: Case) -> tuple[Task, ...]:
        """The case's own tasks, and those that its conversation opened before there was a case."""
        view = self.sight.of(officer)
        before = self.work.tasks_of(case.conversation) if case.conversation else ()
        about = [*self.work.tasks_of_case(case.reference), *(task for task in before if task.case is None)]
        about.sort(key=lambda task: (task.due, task.opened_at, task.id))
        return tuple(task for task in about if view.task(task))


def still(case: Case, version: int) -> None:
    """Raise Conflict when a case is no longer the version that an officer looked at."""
    if case.version != version:
        raise Conflict(f"case {case.reference} was changed since version {version} was read")


def changed(cases: Cases, reference: str, change: Callable[[Case], Case], tries: int = 3) -> None:
    """Save a change that holds whatever else was changed meanwhile; raises Conflict when it never gets a turn."""
    for left in reversed(range(tries)):
        case = cases.get(reference)
        if case is None:
            return
        try:
            cases.save(change(case))
            return
        except Conflict:
            if not left:
                raise


def _chosen(pathway: str, signposted_to: str, reason: str) -> str:
    """The reason, when everything was chosen that must be."""
    faults = {}
    if pathway not in CONFIRMABLE:
        faults["pathway"] = "missing"
    elif pathway == "signposted" and signposted_to not in SIGNPOSTS:
        faults["signposted_to"] = "missing"
    try:
        reason = entered(reason, "reason")
    except BadEntry as bad:
        faults |= bad.faults
    if faults:
        raise BadEntry(**faults)
    return reason
