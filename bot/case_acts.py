"""Use cases of the officer, for what is done to a case: what may be done next, doing it, and the diary that follows.

The audit first, then the case, then the diary's tasks: what cannot be noted does not happen, and a task that could not
be opened is opened with the next act, because the diary is read from the case each time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.appointments import Appointments
from bot.case_reports import CaseReports
from bot.casework import Casework, still
from bot.complaints.acts import ACTS, leads, told
from bot.complaints.acts.leads import Lead
from bot.complaints.acts.remedies import LinkCase
from bot.complaints.case import Case
from bot.complaints.diary import KINDS, diary
from bot.complaints.errors import NotAllowed
from bot.complaints.step import Step
from bot.complaints.working_days import add_working_days
from bot.letters.kinds import ONLY_BY_LETTER
from bot.links import Links
from bot.ports import Officer, Task
from bot.roles import needed_for

# An act that settles what triage gave to an officer finishes that task.
SETTLES = {"weigh_lateness": "weigh_late", "decide_interest": "decide_standing", "suspend": "court_parts"}


@dataclass(frozen=True)
class CaseActs:
    """What an officer may do to a case next, and doing it."""

    casework: Casework
    appointments: Appointments
    reports: CaseReports

    @property
    def links(self) -> Links:
        """Links to other cases."""
        return Links(self.casework)

    def allowed(self, officer: Officer, case: Case) -> tuple[str, ...]:
        """The names of what this officer may do to this case now, in the order of the procedures."""
        names = case.allowed(self.casework.today(), self.casework.profile)
        view = self.casework.sight.of(officer)
        return tuple(name for name in names if view.may(needed_for(name), case))

    def do(self, officer: Officer, reference: str, version: int, name: str, given: Mapping[str, str]) -> Case:
        """Do an act with what was typed for it; the case as it was kept.

        Raises NotThere, NotAllowed with a plain sentence, and Conflict when the case is no longer the `version` that
        the officer looked at.
        """
        casework = self.casework
        case = casework.seen(officer, reference, needed_for(name))
        if name in ONLY_BY_LETTER:
            raise NotAllowed("This is done by a letter that was vetted and signed.")
        still(case, version)
        act, step = told.act(name, self.reports.told(case, name, given)), self.step(officer)
        changed = _settled(case, name, step).doing(act, step)
        if isinstance(act, LinkCase):
            self.links.check(officer, act.reference)
        appointed = self.appointments.check(case, act, given)
        if appointed:
            changed = changed.noting(self.appointments.event(step, appointed, given))
        casework.audit.note(officer.id, needed_for(name), reference, casework.clock.now())
        casework.cases.save(changed)
        self.keep_diary(changed, officer.id)
        self.appointments.give(officer, case, appointed, given)
        if isinstance(act, LinkCase):
            self.links.mirror(officer, changed, act, step)
        for task in casework.work.tasks_of_case(reference):
            if task.done_at is None and task.kind == SETTLES.get(name):
                casework.work.save_task(replace(task, done_at=casework.clock.now(), done_by=officer.id))
        return changed

    def expected(self, officer: Officer, case: Case, name: str) -> tuple[Lead, ...] | None:
        """The days to which an act leads whatever is typed for it; None where that turns on what is typed."""
        return leads.of_name(case, ACTS[name], self.step(officer))

    def leads_to(self, officer: Officer, case: Case, name: str, given: Mapping[str, str]) -> tuple[Lead, ...]:
        """The days to which an act leads with what was typed for it. Raises NotAllowed as doing it would."""
        return leads.of_act(case, told.act(name, self.reports.told(case, name, given)), self.step(officer))

    def keep_diary(self, case: Case, who: str) -> None:
        """Open the tasks that the case's diary asks for, and finish those that it asks for no more."""
        casework, now = self.casework, self.casework.clock.now()
        entries = diary(case, lambda day, days: add_working_days(day, days, casework.calendar))
        wanted = {f"{entry.name}-{case.reference}": entry for entry in entries}
        for task in casework.work.tasks_of_case(case.reference):
            if task.done_at is None and task.kind in KINDS and task.id not in wanted:
                casework.work.save_task(replace(task, done_at=now, done_by=who))
        for task_id, entry in wanted.items():
            casework.work.add_task(Task(task_id, entry.kind, now, entry.due, case.reference, case.conversation))

    def step(self, officer: Officer) -> Step:
        """Doing something now, as this officer."""
        return Step(self.casework.clock.now(), officer.id, self.casework.profile, self.casework.calendar)


def _settled(case: Case, name: str, step: Step) -> Case:
    """The case with every proposal of this act agreed to: somebody who decides it is doing it now."""
    for record in case.open_records("proposal"):
        if record.details["act"] == name:
            case = case.moving(record, "agreed", step.today, {"decided_by": step.who}, close=True)
    return case
