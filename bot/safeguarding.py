"""Safeguarding: an alert's way from the spool to somebody who reads it, and the tasks that an account of harm opens.

The spool comes first because it needs nothing but a disk. Delivery and escalation are tried again until they work;
only a human closes an alert.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.complaints.office_hours import opening
from bot.complaints.profile import Profile
from bot.complaints.working_days import Calendar, add_working_days
from bot.ports import Alert, Clock, NoticeFailed, Notices, Spool, Task, Work

log = logging.getLogger(__name__)

NOTHING_MORE: Mapping[str, str] = {}
HELD_FOR = timedelta(seconds=45)  # longer than a turn may take, with the store's waits before and after it


def alert_id(conversation: str, message_id: str) -> str:
    """The id of the alert that this message raises, the same however often it is sent."""
    return hashlib.sha256(f"{conversation}\0{message_id}".encode()).hexdigest()[:24]


def screening_tasks(
    conversation: str, message_id: str, now: datetime, today: date, calendar: Calendar
) -> tuple[Task, Task]:
    """The screening of an account of harm (today) and LADO's task (one working day, Working Together 2023 ch. 4)."""
    mark = alert_id(conversation, message_id)
    return (
        Task(f"screening-{mark}", "safeguarding_screening", now, today, conversation=conversation),
        Task(f"lado-{mark}", "lado", now, add_working_days(today, 1, calendar), conversation=conversation),
    )


@dataclass(frozen=True)
class Truth:
    """What may truthfully be said of an alert: a response of domain.yml, and the time when one is named."""

    response: str
    time: str = ""

    @property
    def kept(self) -> str:
        """What the alert keeps of it, for whoever reads the alert: see bot.ports.Alert."""
        name = self.response.split("_", 2)[2]
        return f"nobody_before:{self.time}" if name == "not_before" else name


def truth(now: datetime, duty_hours: str, calendar: Calendar, *, demonstration: bool, spooled: bool) -> Truth:
    """What to tell somebody whose words raised an alert.

    `now` is the council's local time; `duty_hours` is "always" or "09:00-17:00" on days when the council is open.
    """
    if demonstration:
        return Truth("utter_told_demonstration")
    if not spooled:
        return Truth("utter_told_not_passed_on")
    duty = opening(now, duty_hours, calendar)
    return Truth("utter_told_passed_on") if duty.is_open else Truth("utter_told_not_before", duty.again)


def escalates_at(alert: Alert, profile: Profile) -> datetime:
    """When an alert goes to the next person unless somebody acknowledges it: again and again after as many minutes."""
    return (alert.escalated_at or alert.raised_at) + timedelta(minutes=profile.escalation_minutes[alert.risk])


@dataclass
class Pulse:
    """When the watch last went its round, for whoever must notice that it has stopped."""

    at: datetime | None = None


@dataclass(frozen=True)
class Watch:
    """Delivers alerts and escalates those that nobody acknowledges. A door runs `round` every few seconds."""

    spool: Spool
    work: Work
    notices: Notices
    clock: Clock
    profile: Profile
    calendar: Calendar
    duty_email: str
    escalation_email: str
    console_address: str
    pulse: Pulse = field(default_factory=Pulse)
    code_for_mail: Callable[[str], str] | None = None  # a one-time code for whoever reads the mail; None: a link alone
    duty_hours: str = "always"  # when duty_email is read
    out_of_hours_email: str = ""  # who is told instead while it is not

    async def round(self) -> None:
        """Deliver what waits in the spool, mail what was not mailed, escalate what nobody acknowledged."""
        for alert in (*self.spool.waiting(), *self._held_too_long()):
            self._deliver(alert)
        for alert in self.work.alerts():
            await self._mail(alert)
            await self._escalate(alert)
        self.pulse.at = self.clock.now()

    def _held_too_long(self) -> list[Alert]:
        """Alerts that were held for an answer which never came, as when the door was killed meanwhile."""
        return [alert for alert in self.spool.held() if self.clock.now() - alert.raised_at >= HELD_FOR]

    def _deliver(self, alert: Alert) -> None:
        self.work.add_alert(alert)
        today = alert.raised_at.astimezone(self.profile.timezone).date()
        screening, _ = screening_tasks(alert.conversation, alert.message_id, alert.raised_at, today, self.calendar)
        if not any(task.kind == screening.kind for task in self.work.tasks_of(alert.conversation)):
            self.work.add_task(screening)
        self.spool.delivered(alert.id)
        self.spool.let_go(alert.id)
        log.info("alert %s delivered to the store", alert.id)

    async def _mail(self, alert: Alert) -> None:
        to = self._on_duty()
        if alert.mailed_at is not None or not to:
            return
        kind, more = "alert", {}
        if self.code_for_mail:
            kind, more = (
                "alert_with_code",
                {"code": self.code_for_mail(alert.id), "door": f"{self.console_address}/duty"},
            )
        if await self._sent(to, kind, alert, more):
            self._note(alert.id, mailed_at=self.clock.now())

    async def _escalate(self, alert: Alert) -> None:
        """Tell the next person up, and again after as many minutes, for as long as nobody acknowledges it."""
        if alert.acknowledged_at or self.clock.now() < escalates_at(alert, self.profile):
            return
        to = self.escalation_email or self._on_duty()
        if not to or await self._sent(to, "alert_escalated", alert):
            self._note(alert.id, escalated_at=self.clock.now())
            log.warning("alert %s escalated: nobody has acknowledged it", alert.id)

    def _on_duty(self) -> str:
        """Who is told first at this moment."""
        now = self.clock.now().astimezone(self.profile.timezone)
        away = self.out_of_hours_email and not opening(now, self.duty_hours, self.calendar).is_open
        return self.out_of_hours_email if away else self.duty_email

    async def _sent(self, to: str, kind: str, alert: Alert, more: Mapping[str, str] = NOTHING_MORE) -> bool:
        link = f"{self.console_address}/alerts/{alert.id}"
        try:
            await self.notices.send(to, kind, {"alert": alert.id, "risk": alert.risk, "link": link, **more})
        except NoticeFailed:
            log.warning("alert %s: the mail server did not take it; it will be tried again", alert.id)
            return False
        return True

    def _note(self, alert: str, **changes: datetime) -> None:
        """Read again before writing: an officer may have acknowledged it while the mail was on its way."""
        kept = self.work.alert(alert)
        if kept is not None:
            self.work.save_alert(replace(kept, **changes))  # type: ignore[arg-type]
