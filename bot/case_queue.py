"""The queue: what waits for one officer at one moment, grouped by how urgent it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.complaints.case import Case
from bot.ports import Alert, Handoff, Task


@dataclass(frozen=True)
class Queue:
    """Everything that waits for an officer, most urgent first, and nothing that this officer may not see."""

    at: datetime
    today: date
    alerts: tuple[Alert, ...]
    damaged_alerts: tuple[str, ...]  # the ids of alerts that cannot be read: somebody must look into them
    urgent: tuple[Task, ...]
    waiting: tuple[Handoff, ...]
    cases: tuple[Case, ...]  # open ones, by due date
    tasks: tuple[Task, ...]

    @property
    def week_ends(self) -> date:
        """The Sunday of this week."""
        return self.today + timedelta(days=6 - self.today.weekday())

    @property
    def cases_by_due(self) -> Mapping[str, list[Case]]:
        """The cases that are late, due this week, later, and without a due date."""
        groups: dict[str, list[Case]] = {"late": [], "this_week": [], "later": [], "no_date": []}
        for case in self.cases:
            due = case.clock.now_due if case.clock else None
            if due is None:
                groups["no_date"].append(case)
            else:
                groups["late" if due < self.today else "this_week" if due <= self.week_ends else "later"].append(case)
        return groups
