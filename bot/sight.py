"""Sight: which conversations, cases, tasks and alerts an officer may see, and how much of a case.

A conversation with an alert is seen only by the safeguarding lead, the duty worker and the complaints manager until
one of them releases it. Nobody sees a case in which they have a conflict of interest, or that names them. Who belongs
to no team sees what was given to them, as long as it lasts. Every use case asks this before it gives anything, lists
included, so that no page has to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.allocations import Allocation, Allocations
from bot.complaints.case import Case
from bot.given import as_given
from bot.ports import Alert, Cases, Officer, Spool, Task, Work
from bot.roles import ALLOCATED, BY_CODE, COMPLAINTS_TEAM, MAY, SAFEGUARDING, SAFEGUARDING_TASKS, NotThere

NAMED_IN = ("team_or_worker", "must_not_tell")  # where somebody says whom it is about, and who must not know


@dataclass(frozen=True)
class View:
    """What one officer sees at one moment."""

    officer: Officer
    held: frozenset[str]  # conversations with an alert that nobody released
    watched: frozenset[str]  # conversations that safeguarding has, or had, to do with
    given: Mapping[str, Sequence[Allocation]]  # the cases that were given to them, and that they still have
    interests: frozenset[str]  # the cases in which they have a conflict of interest
    cases: Cases
    _about: dict[str, bool] = field(default_factory=dict)

    @property
    def roles(self) -> frozenset[str]:
        """The officer's roles."""
        return frozenset(self.officer.roles)

    def conversation(self, conversation: str | None) -> bool:
        """Whether this officer may see a conversation; None stands for a concern that came without one."""
        if self.roles & BY_CODE:
            return conversation in self.watched
        if self._is_about_them(conversation):
            return False
        if conversation in self.held:
            return bool(self.roles & SAFEGUARDING)
        if self.roles & COMPLAINTS_TEAM:
            return True
        return bool(self.roles & SAFEGUARDING) and conversation in self.watched

    def case(self, case: Case) -> bool:
        """Whether this officer may see a case: as the conversation that it came from, or because they have it."""
        if self.roles & BY_CODE or self.conflict(case):
            return False
        if case.reference in self.given and case.conversation not in self.held:
            return True
        return self.conversation(case.conversation)

    def shown(self, case: Case) -> Case:
        """A case as this officer may read it: whole for the teams, what was given for everybody else."""
        if self.roles & (COMPLAINTS_TEAM | SAFEGUARDING):
            return case
        return as_given(case, self.given.get(case.reference, ()))

    def may(self, act: str, case: Case) -> bool:
        """Whether they may do this to this case: what needs a case to be given needs it to be given as that."""
        capacities = {each.capacity for each in self.given.get(case.reference, ())}
        return bool(MAY[act] & ((self.roles - ALLOCATED) | (self.roles & capacities)))

    def task(self, task: Task) -> bool:
        """Whether this officer may see a task."""
        if self.roles & BY_CODE or task.case in self.interests:
            return False
        if task.conversation is None and task.case is not None:
            case = self.cases.get(task.case)
            return case is None or self.case(case)
        if self.roles & SAFEGUARDING and task.kind in SAFEGUARDING_TASKS:
            return not self._is_about_them(task.conversation)
        return self.conversation(task.conversation)

    def alert(self, alert: Alert) -> bool:
        """Whether this officer may see an alert."""
        if self.roles & BY_CODE:
            return alert.id == self.officer.only_alert
        return bool(self.roles & SAFEGUARDING) and not self._is_about_them(alert.conversation)

    def conflict(self, case: Case) -> bool:
        """Whether they have a conflict of interest in a case: declared, or because it names them."""
        return case.reference in self.interests or names(case, self.officer.name)

    def _is_about_them(self, conversation: str | None) -> bool:
        if conversation is None:
            return False
        if conversation not in self._about:
            self._about[conversation] = any(map(self.conflict, self.cases.of_conversation(conversation)))
        return self._about[conversation]


@dataclass(frozen=True)
class Sight:
    """Works out what an officer may see from the alerts, tasks, allocations and conflicts there are."""

    work: Work
    spool: Spool
    cases: Cases
    allocations: Allocations
    today: Callable[[], date]

    def of(self, officer: Officer, known: Sequence[Case] = ()) -> View:
        """What this officer may see now. An alert counts from the moment that it is in the spool.

        `known` are cases that were read anyway: with all of them a list needs no further look at the store.
        """
        alerts = (*self.spool.waiting(), *self.work.alerts(open_only=False))
        held = frozenset(alert.conversation for alert in alerts if alert.released_at is None)
        given: dict[str, list[Allocation]] = {}
        for allocation in self.allocations.running(officer.id, self.today()):
            given.setdefault(allocation.case, []).append(allocation)
        interests = frozenset(self.allocations.interests_of(officer.id))
        view = View(officer, held, self._watched(officer, alerts), given, interests, self.cases)
        for case in known:
            if case.conversation:
                view._about[case.conversation] = view._about.get(case.conversation, False) or view.conflict(case)
        return view

    def require(self, officer: Officer, conversation: str) -> None:
        """Raise NotThere unless the officer may see this conversation."""
        if not self.of(officer).conversation(conversation):
            raise NotThere(conversation)

    def _watched(self, officer: Officer, alerts: Sequence[Alert]) -> frozenset[str]:
        if officer.only_alert is not None:
            return frozenset(alert.conversation for alert in alerts if alert.id == officer.only_alert)
        if not SAFEGUARDING.intersection(officer.roles):
            return frozenset()
        screened = {task.conversation for task in self.work.tasks(open_only=False) if task.kind in SAFEGUARDING_TASKS}
        return frozenset(filter(None, screened | {alert.conversation for alert in alerts}))


def names(case: Case, name: str) -> bool:
    """Whether a case says of somebody of this name that it is about them, or that they must not be told.

    One word alone ("Grace") may be an ordinary word, so a conflict of interest of theirs has to be declared.
    """
    said = " ".join(_plain(str(case.facts.get(fact) or "")) for fact in NAMED_IN)
    return " " in _plain(name) and f" {_plain(name)} " in f" {said} "


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
