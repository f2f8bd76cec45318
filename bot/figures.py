"""Figures: how much waits, for whoever watches over the service. No ids and no words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.ports import Cases, Spool, Work


@dataclass(frozen=True)
class Figures:
    """Counts of what is open now."""

    alerts_open: int
    alerts_unacknowledged: int
    alerts_unreadable: int
    conversations_waiting: int
    cases_open: int
    cases_late: int
    tasks_open: int
    tasks_late: int


def figures(work: Work, cases: Cases, spool: Spool, today: date) -> Figures:
    """Count. `today` is the day it is where the council is."""
    alerts, tasks, still_open = work.alerts(), work.listed_tasks(), cases.listed()
    return Figures(
        alerts_open=len(alerts),
        alerts_unacknowledged=sum(alert.acknowledged_at is None for alert in alerts),
        alerts_unreadable=len(spool.damaged()),
        conversations_waiting=sum(handoff.claimed_by is None for handoff in work.handoffs()),
        cases_open=len(still_open),
        cases_late=sum(case.due is not None and case.due < today for case in still_open),
        tasks_open=len(tasks),
        tasks_late=sum(task.due < today for task in tasks),
    )
