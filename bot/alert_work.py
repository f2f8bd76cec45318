"""Use cases of the officer, for alerts: read, acknowledge, note, release, close. Only a human closes one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.complaints.case import Case
from bot.complaints.profile import Profile
from bot.ports import Alert, Audit, Cases, Clock, Handoff, Officer, Task, Work
from bot.roles import NotThere, entered, require
from bot.sight import Sight


@dataclass(frozen=True)
class AlertFile:
    """An alert with what else there is of its conversation."""

    alert: Alert
    others: tuple[Alert, ...]
    tasks: tuple[Task, ...]
    cases: tuple[Case, ...]
    handoff: Handoff | None
    at: datetime


@dataclass(frozen=True)
class AlertWork:
    """What the safeguarding lead, the duty worker and the complaints manager do with an alert."""

    work: Work
    sight: Sight
    cases: Cases
    audit: Audit
    clock: Clock
    profile: Profile

    def read(self, officer: Officer, alert_id: str) -> AlertFile:
        """One alert. That it was read is noted; raises NotThere."""
        alert = self.seen(officer, alert_id, "read_alert")
        return AlertFile(
            alert=alert,
            others=tuple(other for other in self.work.alerts_of(alert.conversation) if other.id != alert.id),
            tasks=tuple(self.work.tasks_of(alert.conversation)),
            cases=tuple(self.cases.of_conversation(alert.conversation)),
            handoff=self.work.handoff(alert.conversation),
            at=self.clock.now(),
        )

    def acknowledge(self, officer: Officer, alert_id: str) -> None:
        """Somebody has read it and acts; it no longer escalates. Whoever was first stays named."""
        alert = self.seen(officer, alert_id, "acknowledge_alert")
        self.work.save_alert(replace(alert, acknowledged_at=self.clock.now(), acknowledged_by=officer.id))

    def note(self, officer: Officer, alert_id: str, text: str) -> None:
        """Add what was done or learnt. Raises BadEntry."""
        text = entered(text, "note")
        alert = self.seen(officer, alert_id, "note_alert")
        self.work.save_alert(self._noted(alert, officer, text))

    def release(self, officer: Officer, alert_id: str) -> None:
        """From now on the complaints team sees the conversation; all its alerts so far are released with this one."""
        released = self.seen(officer, alert_id, "release_alert")
        marks = {"released_at": self.clock.now(), "released_by": officer.id}
        for alert in self.work.alerts_of(released.conversation):
            self.work.save_alert(replace(alert, **marks))  # type: ignore[arg-type]

    def close(self, officer: Officer, alert_id: str, reason: str) -> None:
        """Nothing more is to be done about it, for the reason given. Raises BadEntry."""
        reason = entered(reason, "reason")
        alert = self._noted(self.seen(officer, alert_id, "close_alert"), officer, reason)
        now = self.clock.now()
        closed = replace(alert, closed_at=now, closed_by=officer.id)
        self.work.save_alert(replace(closed, acknowledged_at=now, acknowledged_by=officer.id))

    def seen(self, officer: Officer, alert_id: str, act: str) -> Alert:
        """An alert that this officer may see and do this to, which is noted; raises NotThere."""
        require(officer, act)
        alert = self.work.alert(alert_id)
        if alert is None or not self.sight.of(officer).alert(alert):
            raise NotThere(alert_id)
        self.audit.note(officer.id, act, alert_id, self.clock.now())
        return alert

    def _noted(self, alert: Alert, officer: Officer, text: str) -> Alert:
        """The alert with a note that says when and by whom; notes are kept as plain text."""
        at = self.clock.now().astimezone(self.profile.timezone)
        return replace(alert, notes=(*alert.notes, f"{at:%d %B %Y %H:%M}, {officer.name}: {text}"))
