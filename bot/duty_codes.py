"""Duty codes: somebody on duty without an account opens one alert with its transcript, and nothing else.

A code is read out on the telephone by somebody who sees the alert, or goes out with the alert's mail where a council
wants that. It works once, for half a day; whoever uses it says who they are, and that stands in the alert's notes.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from bot import receipts
from bot.alert_work import AlertWork
from bot.ports import Audit, Clock, Officer, Officers
from bot.roles import BadEntry, entered
from bot.sessions import BY_CODE, Sessions
from bot.visits import mark

CODE_LIVES = timedelta(hours=12)
LONGEST_NAME = 100
MACHINE = "machine"  # who gives the codes that go out by mail


@dataclass(frozen=True)
class DutyCodes:
    """Gives codes for alerts, and lets in whoever has one.

    Guessing is not slowed down: a code has 58 bits, and a stranger who guesses must not keep the duty worker waiting.
    """

    alerts: AlertWork
    officers: Officers
    sessions: Sessions
    audit: Audit
    clock: Clock

    def give(self, officer: Officer, alert_id: str) -> str:
        """A code to read out on the telephone; older ones of this alert for the telephone end. Raises NotThere."""
        self.alerts.seen(officer, alert_id, "give_duty_code")
        return _put_code(self.officers, self.clock, "telephone", alert_id)

    def enter(self, code: str, name: str) -> tuple[str, str]:
        """Use a code up: the new session's token, and the id of the alert that it opens. Raises BadEntry."""
        name = entered(name, "name", LONGEST_NAME)
        owner = self.officers.take_code(_mark(code), since=self.clock.now() - CODE_LIVES)
        _, _, alert_id = (owner or "").partition(":")
        if not alert_id:
            self.audit.note("nobody", "duty_code_failed", "duty code", self.clock.now())
            raise BadEntry(code="wrong")
        worker = Officer(f"d-{secrets.token_hex(6)}", name, "", (BY_CODE,), only_alert=alert_id)
        self.alerts.note(worker, alert_id, "Came in with a one-time code.")
        return self.sessions.open(worker.id, proved=True, name=name, alert=alert_id), alert_id


def by_mail(officers: Officers, audit: Audit, clock: Clock) -> Callable[[str], str]:
    """Makes the code that goes out with an alert's mail."""

    def give(alert_id: str) -> str:
        audit.note(MACHINE, "give_duty_code", alert_id, clock.now())
        return _put_code(officers, clock, "mail", alert_id)

    return give


def _put_code(officers: Officers, clock: Clock, way: str, alert_id: str) -> str:
    """A new code for an alert, on its `way` by telephone or mail; one that went the same way before ends."""
    code = receipts.new_secret()
    officers.put_code(_mark(code), clock.now(), f"{way}:{alert_id}")
    return code


def _mark(code: str) -> str:
    return mark(f"duty\0{receipts.plain_secret(code[:64])}")
