"""Alerts, tasks and hand-offs: what waits for officers. What each method promises stands in ports.Work."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, RowMapping, Select, func, select, true, union, update
from sqlalchemy import case as sql_case

from bot.ports import Alert, Handoff, Task
from bot.storage.engine import insert_once, reading, writing
from bot.storage.sealing import Keyring, bound_to_row
from bot.storage.tables import STILL_OPEN, alerts, handoffs, tasks

# Columns that are kept as they are; what a record says in words is sealed.
ALERT_CLEAR = tuple(column.name for column in alerts.c if column.name != "sealed")
ALERT_SEALED = ("message_id", "sign", "words", "notes")
TASK_CLEAR = tuple(column.name for column in tasks.c if column.name != "sealed")
HANDOFF_CLEAR = tuple(column.name for column in handoffs.c if column.name != "number")
TASKS_BY_DUE_DATE = (tasks.c.due, tasks.c.opened_at, tasks.c.id)


@dataclass(frozen=True)
class SqlWork:
    """What waits for officers, in SQL."""

    engine: Engine
    keyring: Keyring

    def add_alert(self, alert: Alert) -> bool:
        """Keep an alert; False when it is already there."""
        with writing(self.engine) as connection:
            return insert_once(connection, alerts, _alert_values(alert, self.keyring))

    def alert(self, alert_id: str) -> Alert | None:
        """One alert, or None."""
        return next(iter(self._alerts(alerts.c.id == alert_id)), None)

    def alerts(self, *, open_only: bool = True) -> Sequence[Alert]:
        """Alerts, emergencies first, then oldest first."""
        return self._alerts(alerts.c.closed_at.is_(None) if open_only else true())

    def alerts_of(self, conversation: str) -> Sequence[Alert]:
        """Every alert of a conversation, closed ones too."""
        return self._alerts(alerts.c.conversation == conversation)

    def held_conversations(self) -> Collection[str]:
        """The conversations with an alert that nobody released."""
        with reading(self.engine) as connection:
            wanted = select(alerts.c.conversation).where(alerts.c.released_at.is_(None)).distinct()
            return frozenset(connection.scalars(wanted))

    def watched_conversations(self, kinds: Collection[str]) -> Collection[str]:
        """The conversations with an alert, or with a task of these kinds, closed and done ones too."""
        screened = select(tasks.c.conversation).where(tasks.c.kind.in_(kinds), tasks.c.conversation.is_not(None))
        with reading(self.engine) as connection:
            return frozenset(connection.scalars(union(select(alerts.c.conversation), screened)))

    def save_alert(self, alert: Alert) -> None:
        """Keep a changed alert, with what others marked meanwhile."""
        with writing(self.engine) as connection:
            kept = (
                connection.execute(select(alerts).where(alerts.c.id == alert.id).with_for_update()).mappings().first()
            )
            if kept is None:
                raise LookupError(f"there is no alert {alert.id}")
            joined = alert.joined_with(_alert(kept, self.keyring))
            connection.execute(
                update(alerts).where(alerts.c.id == alert.id).values(_alert_values(joined, self.keyring))
            )

    def add_task(self, task: Task) -> bool:
        """Keep a task; False when a task with its id is already there."""
        with writing(self.engine) as connection:
            return insert_once(connection, tasks, task_values(task, self.keyring))

    def tasks(self, *, open_only: bool = True) -> Sequence[Task]:
        """Tasks by due date."""
        return self._tasks(tasks.c.done_at.is_(None) if open_only else true())

    def listed_tasks(self) -> Sequence[Task]:
        """The open tasks by due date, without their notes."""
        columns = [tasks.c[name] for name in TASK_CLEAR]
        wanted = select(*columns).where(tasks.c.done_at.is_(None)).order_by(*TASKS_BY_DUE_DATE)
        return [Task(**row) for row in self._rows(wanted)]

    def tasks_of(self, conversation: str) -> Sequence[Task]:
        """Every task of a conversation, done ones too."""
        return self._tasks(tasks.c.conversation == conversation)

    def tasks_of_case(self, reference: str) -> Sequence[Task]:
        """Every task of a case by due date, done ones too."""
        return self._tasks(tasks.c.case == reference)

    def task(self, task_id: str) -> Task | None:
        """One task, or None."""
        return next(iter(self._tasks(tasks.c.id == task_id)), None)

    def save_task(self, task: Task) -> None:
        """Keep a changed task; who did it first stays named."""
        values = task_values(task, self.keyring)
        for name in ("done_at", "done_by"):
            values[name] = func.coalesce(tasks.c[name], values[name])
        with writing(self.engine) as connection:
            if connection.execute(update(tasks).where(tasks.c.id == task.id).values(values)).rowcount != 1:
                raise LookupError(f"there is no task {task.id}")

    def ask_handoff(self, handoff: Handoff) -> bool:
        """Queue a conversation; False when it is already waiting or claimed."""
        with writing(self.engine) as connection:
            return insert_once(connection, handoffs, {name: getattr(handoff, name) for name in HANDOFF_CLEAR})

    def handoffs(self) -> Sequence[Handoff]:
        """Those waiting or claimed, oldest first."""
        return self._handoffs(true())

    def handoff(self, conversation: str) -> Handoff | None:
        """The open hand-off of a conversation, or None."""
        return next(iter(self._handoffs(handoffs.c.conversation == conversation)), None)

    def claim(self, conversation: str, officer: str, at: datetime) -> bool:
        """Compare and set in one statement, so that of two officers one gets it."""
        free = handoffs.c.claimed_by.is_(None) | (handoffs.c.claimed_by == officer)
        change = (
            update(handoffs)
            .where(handoffs.c.conversation == conversation, STILL_OPEN, free)
            .values(claimed_by=officer, claimed_at=func.coalesce(handoffs.c.claimed_at, at))
        )
        with writing(self.engine) as connection:
            return connection.execute(change).rowcount == 1

    def take_over(self, conversation: str, from_officer: str, officer: str, at: datetime) -> bool:
        """Compare and set in one statement: of two who take it over, one does."""
        return self._hands_over(conversation, from_officer, claimed_by=officer, claimed_at=at)

    def unclaim(self, conversation: str, officer: str, reason: str) -> bool:
        """Compare and set in one statement: whoever took it meanwhile keeps it."""
        return self._hands_over(conversation, officer, claimed_by=None, claimed_at=None, reason=reason)

    def _hands_over(self, conversation: str, from_officer: str, **values: object) -> bool:
        theirs = (handoffs.c.conversation == conversation, STILL_OPEN, handoffs.c.claimed_by == from_officer)
        with writing(self.engine) as connection:
            return connection.execute(update(handoffs).where(*theirs).values(values)).rowcount == 1

    def close_handoff(self, conversation: str, at: datetime) -> None:
        """The officer has handed back."""
        with writing(self.engine) as connection:
            connection.execute(
                update(handoffs).where(handoffs.c.conversation == conversation, STILL_OPEN).values(closed_at=at)
            )

    def pulse(self) -> str:
        """How many rows there are and how many marks they bear: marks are only ever added."""
        marked = (
            [alerts.c.id, alerts.c.mailed_at, alerts.c.acknowledged_at, alerts.c.released_at, alerts.c.closed_at],
            [tasks.c.id, tasks.c.done_at],
            [handoffs.c.number, handoffs.c.claimed_at, handoffs.c.closed_at],
        )
        with reading(self.engine) as connection:
            counts = [connection.execute(select(*map(func.count, columns))).one() for columns in marked]
            escalated = connection.scalar(select(func.max(alerts.c.escalated_at)))
        return ".".join(str(count) for row in counts for count in row) + f".{escalated}"

    def _alerts(self, wanted: ColumnElement[bool]) -> list[Alert]:
        emergencies_first = sql_case((alerts.c.risk == "emergency", 0), else_=1)
        order = (emergencies_first, alerts.c.raised_at, alerts.c.id)
        return [_alert(row, self.keyring) for row in self._rows(select(alerts).where(wanted).order_by(*order))]

    def _tasks(self, wanted: ColumnElement[bool]) -> list[Task]:
        found = select(tasks).where(wanted).order_by(*TASKS_BY_DUE_DATE)
        return [_task(row, self.keyring) for row in self._rows(found)]

    def _handoffs(self, wanted: ColumnElement[bool]) -> list[Handoff]:
        found = select(handoffs).where(STILL_OPEN, wanted).order_by(handoffs.c.asked_at, handoffs.c.number)
        return [Handoff(**{name: row[name] for name in HANDOFF_CLEAR}) for row in self._rows(found)]

    def _rows(self, wanted: Select[Any]) -> Sequence[RowMapping]:
        with reading(self.engine) as connection:
            return connection.execute(wanted).mappings().all()


def task_values(task: Task, keyring: Keyring) -> dict[str, Any]:
    """The row of `tasks`."""
    sealed = keyring.seal_json({"note": task.note}, bound_to_row("tasks", task.id))
    return {name: getattr(task, name) for name in TASK_CLEAR} | {"sealed": sealed}


def _task(row: RowMapping, keyring: Keyring) -> Task:
    told = keyring.open_json(row["sealed"], bound_to_row("tasks", row["id"]))
    return Task(**{name: row[name] for name in TASK_CLEAR}, note=told["note"])


def _alert_values(alert: Alert, keyring: Keyring) -> dict[str, Any]:
    sealed = keyring.seal_json({name: getattr(alert, name) for name in ALERT_SEALED}, bound_to_row("alerts", alert.id))
    return {name: getattr(alert, name) for name in ALERT_CLEAR} | {"sealed": sealed}


def _alert(row: RowMapping, keyring: Keyring) -> Alert:
    told = keyring.open_json(row["sealed"], bound_to_row("alerts", row["id"]))
    return Alert(**{name: row[name] for name in ALERT_CLEAR}, **told | {"notes": tuple(told["notes"])})
