"""Unread replies: what an officer wrote and nobody read for five working days is given back to an officer.

Whoever gave no way to be reached comes back by themselves or not at all; then somebody has to think of another way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from bot.complaints.profile import Profile
from bot.complaints.working_days import Calendar, add_working_days
from bot.correspondence import Correspondence
from bot.ports import Cases, Chats, Clock, Task, Work

UNREAD_WORKING_DAYS = 5
DUE_WORKING_DAYS = 1


@dataclass(frozen=True)
class UnreadReplies:
    """Opens a task for each reply that stays unread. A door runs `round` every few minutes."""

    cases: Cases
    work: Work
    chats: Chats
    correspondence: Correspondence
    clock: Clock
    profile: Profile
    calendar: Calendar

    def round(self) -> int:
        """Open the tasks that are due; returns how many are new."""
        return sum(self.work.add_task(task) for task in self._due())

    def _due(self) -> Iterator[Task]:
        for case in self.cases.all():
            for letter in self.correspondence.unread(case):
                if self._is_old(letter.at):
                    yield self._task(case.reference, letter.at, case.reference, case.conversation)
        for conversation in self.chats.idle_since(self.clock.now()):
            for at in self.correspondence.unread_in_chat(conversation):
                if self._is_old(at) and not self.cases.of_conversation(conversation):
                    yield self._task(conversation, at, None, conversation)

    def _is_old(self, at: datetime) -> bool:
        written = at.astimezone(self.profile.timezone).date()
        return add_working_days(written, UNREAD_WORKING_DAYS, self.calendar) <= self._today()

    def _today(self) -> date:
        return self.clock.now().astimezone(self.profile.timezone).date()

    def _task(self, about: str, at: datetime, case: str | None, conversation: str | None) -> Task:
        due = add_working_days(self._today(), DUE_WORKING_DAYS, self.calendar)
        task_id = f"unread_reply-{about}-{at.timestamp():.0f}"
        return Task(task_id, "unread_reply", self.clock.now(), due, case, conversation)
