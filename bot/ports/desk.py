"""Officers' work: alerts, tasks, hand-offs, who officers are, and what they did."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.ports.records import Alert, Handoff, Noted, Officer, OfficerSession, Task


class Work(Protocol):
    """Alerts, tasks and hand-offs: what waits for officers."""

    def add_alert(self, alert: Alert) -> bool:
        """Keep an alert; False when it is already there."""
        ...

    def alert(self, alert_id: str) -> Alert | None:
        """One alert, or None."""
        ...

    def alerts(self, *, open_only: bool = True) -> Sequence[Alert]:
        """Alerts, emergencies first, then oldest first."""
        ...

    def alerts_of(self, conversation: str) -> Sequence[Alert]:
        """Every alert of a conversation, closed ones too."""
        ...

    def held_conversations(self) -> Collection[str]:
        """The conversations with an alert that nobody released."""
        ...

    def watched_conversations(self, kinds: Collection[str]) -> Collection[str]:
        """The conversations with an alert, or with a task of these kinds, closed and done ones too."""
        ...

    def save_alert(self, alert: Alert) -> None:
        """Keep a changed alert, with what others marked meanwhile; raises LookupError when it is not there."""
        ...

    def add_task(self, task: Task) -> bool:
        """Keep a task; False when a task with its id is already there."""
        ...

    def tasks(self, *, open_only: bool = True) -> Sequence[Task]:
        """Tasks by due date."""
        ...

    def listed_tasks(self) -> Sequence[Task]:
        """The open tasks by due date, without their notes: a list opens no sealed word."""
        ...

    def tasks_of(self, conversation: str) -> Sequence[Task]:
        """Every task of a conversation, done ones too."""
        ...

    def tasks_of_case(self, reference: str) -> Sequence[Task]:
        """Every task of a case by due date, done ones too."""
        ...

    def task(self, task_id: str) -> Task | None:
        """One task, or None."""
        ...

    def save_task(self, task: Task) -> None:
        """Keep a changed task; who did it first stays named. Raises LookupError when it is not there."""
        ...

    def ask_handoff(self, handoff: Handoff) -> bool:
        """Queue a conversation; False when it is already waiting or claimed."""
        ...

    def handoffs(self) -> Sequence[Handoff]:
        """Those waiting or claimed, oldest first."""
        ...

    def handoff(self, conversation: str) -> Handoff | None:
        """The open hand-off of a conversation, or None."""
        ...

    def claim(self, conversation: str, officer: str, at: datetime) -> bool:
        """Compare and set: False when somebody else has it, or nobody asked; True again for who has it."""
        ...

    def take_over(self, conversation: str, from_officer: str, officer: str, at: datetime) -> bool:
        """Compare and set: from one officer to another; False when the first has it no more."""
        ...

    def unclaim(self, conversation: str, officer: str, reason: str) -> bool:
        """Compare and set: back into the queue, with a new reason; False when this officer has it no more."""
        ...

    def close_handoff(self, conversation: str, at: datetime) -> None:
        """The officer has handed back."""
        ...

    def pulse(self) -> str:
        """Something short that is another whenever an alert, a task or a hand-off was added or changed."""
        ...


class Officers(Protocol):
    """Who may sign in, their sessions, and the one-time code of the first."""

    def add(self, officer: Officer) -> None:
        """Keep a new officer; raises Conflict when the id or the address is taken."""
        ...

    def get(self, officer_id: str) -> Officer | None:
        """One officer, or None."""
        ...

    def by_email(self, email: str) -> Officer | None:
        """One officer, or None; case does not matter."""
        ...

    def all(self) -> Sequence[Officer]:
        """Every officer."""
        ...

    def save(self, officer: Officer) -> None:
        """Keep a changed officer; raises LookupError when unknown, Conflict when the address is another's."""
        ...

    def open_session(self, session: OfficerSession) -> None:
        """Keep a new session."""
        ...

    def session(self, token_mark: str) -> OfficerSession | None:
        """A session, or None."""
        ...

    def touch_session(self, token_mark: str, at: datetime) -> None:
        """The officer did something."""
        ...

    def end_sessions(self, *, token_mark: str | None = None, officer: str | None = None) -> None:
        """End one session, or all of an officer's; exactly one of the two is given."""
        ...

    def put_code(self, code_mark: str, at: datetime, officer: str = "") -> None:
        """Keep the mark of a one-time code, replacing older ones of the same officer ("": of the first one)."""
        ...

    def take_code(self, code_mark: str, since: datetime | None = None) -> str | None:
        """Use a one-time code up: whose it was, or None when it is not there or was made before `since`."""
        ...

    def use_step(self, officer: str, step: int) -> bool:
        """Use up the code that an app showed in this half minute since 1970; False when it was used before."""
        ...

    def put_recovery_codes(self, officer: str, hashes: Sequence[str]) -> None:
        """Keep the hashes of an officer's recovery codes, in place of all older ones."""
        ...

    def recovery_codes(self, officer: str) -> Sequence[str]:
        """The hashes of the recovery codes that an officer has not used."""
        ...

    def take_recovery_code(self, officer: str, code_hash: str) -> bool:
        """Use a recovery code up: of many that try at once, one gets it."""
        ...


class Audit(Protocol):
    """Who read, changed or took out what. Lines are only ever added."""

    def note(self, who: str, what: str, about: str, at: datetime) -> None:
        """Add a line; raises StoreBusy, and then what was to be noted must not happen either."""
        ...

    def about(self, about: str) -> Sequence[Noted]:
        """The lines about one thing, oldest first."""
        ...
