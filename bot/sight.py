"""Sight: which conversations, and the cases and tasks that came from them, an officer may see.

A conversation with an alert is seen only by the safeguarding lead, the duty worker and the complaints manager until
one of them releases it. Every use case asks this before it gives anything, lists included, so that no page has to.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.complaints.case import Case
from bot.ports import Officer, Spool, Task, Work
from bot.roles import COMPLAINTS_TEAM, SAFEGUARDING, SAFEGUARDING_TASKS, NotThere


@dataclass(frozen=True)
class View:
    """What one officer sees at one moment."""

    roles: frozenset[str]
    held: frozenset[str]  # conversations with an alert that nobody released
    watched: frozenset[str]  # conversations that safeguarding has, or had, to do with

    def conversation(self, conversation: str | None) -> bool:
        """Whether this officer may see a conversation; None stands for a concern that came without one."""
        if conversation in self.held:
            return bool(self.roles & SAFEGUARDING)
        if self.roles & COMPLAINTS_TEAM:
            return True
        return bool(self.roles & SAFEGUARDING) and conversation in self.watched

    def case(self, case: Case) -> bool:
        """Whether this officer may see a case: as the conversation that it came from."""
        return self.conversation(case.conversation)

    def task(self, task: Task) -> bool:
        """Whether this officer may see a task."""
        if self.roles & SAFEGUARDING and task.kind in SAFEGUARDING_TASKS:
            return True
        return self.conversation(task.conversation)


@dataclass(frozen=True)
class Sight:
    """Works out what an officer may see from the alerts and tasks there are."""

    work: Work
    spool: Spool

    def of(self, officer: Officer) -> View:
        """What this officer may see now. An alert counts from the moment that it is in the spool."""
        roles = frozenset(officer.roles)
        alerts = (*self.spool.waiting(), *self.work.alerts(open_only=False))
        held = frozenset(alert.conversation for alert in alerts if alert.released_at is None)
        if roles & COMPLAINTS_TEAM:
            return View(roles, held, frozenset())
        screened = {task.conversation for task in self.work.tasks(open_only=False) if task.kind in SAFEGUARDING_TASKS}
        return View(roles, held, frozenset(filter(None, screened | {alert.conversation for alert in alerts})))

    def require(self, officer: Officer, conversation: str) -> None:
        """Raise NotThere unless the officer may see this conversation."""
        if not self.of(officer).conversation(conversation):
            raise NotThere(conversation)
