"""Sessions: who is signed in to the console, how far, and for how long. They are kept here, never in the browser.

A session begins halfway, with the passphrase, and opens the console only when the second factor was given too.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pyotp

from bot.ports import Clock, Officer, Officers, OfficerSession
from bot.visits import mark

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=8)
HALFWAY_FOR = timedelta(minutes=10)  # between the passphrase and the second factor
BY_CODE_FOR = timedelta(hours=2)  # for a duty worker whom a one-time code let in
TOUCHED_EVERY = timedelta(seconds=30)  # a page of several requests writes once
BY_CODE = "duty_code"  # the role of whoever has no account and came with a one-time code


@dataclass(frozen=True)
class SignedIn:
    """An officer and the session that they act in."""

    officer: Officer
    session: OfficerSession

    @property
    def ends_at(self) -> datetime:
        """When the session ends if nothing more is done."""
        return min(self.session.seen_at + IDLE, self.session.started_at + _longest(self.session))


@dataclass(frozen=True)
class Sessions:
    """Opens, finds and ends sessions."""

    officers: Officers
    clock: Clock

    def open(self, officer: str, *, proved: bool, pending: str = "", name: str = "", alert: str | None = None) -> str:
        """A new session's token: new every time, so that one that was known before signing in opens nothing.

        `pending` is the secret of a second factor that is being set up; `name` and `alert` are a duty worker's who
        came with a one-time code.
        """
        token, now = secrets.token_urlsafe(32), self.clock.now()
        csrf = secrets.token_urlsafe(32)
        self.officers.open_session(
            OfficerSession(mark(token), officer, now, now, csrf, proved=proved, pending=pending, name=name, alert=alert)
        )
        return token

    def begin(self, officer: Officer) -> str:
        """A halfway session's token; who has no second factor yet sets one up in it."""
        return self.open(officer.id, proved=False, pending="" if officer.totp_secret else pyotp.random_base32())

    def who(self, token: str | None, *, acting: bool = True) -> SignedIn | None:
        """Whose session this is, or None when it has ended or is halfway. A page that polls is not `acting`."""
        found = self._of(token)
        if found is None or not found.session.proved:
            return None
        now = self.clock.now()
        if acting and now - found.session.seen_at >= TOUCHED_EVERY:
            self.officers.touch_session(found.session.token_mark, now)
            return replace(found, session=replace(found.session, seen_at=now))
        return found

    def halfway(self, token: str | None) -> SignedIn | None:
        """Who has given a passphrase and not yet the second factor; None for everybody else."""
        found = self._of(token)
        return found if found and not found.session.proved else None

    def end(self, session: OfficerSession) -> None:
        """End one session."""
        self.officers.end_sessions(token_mark=session.token_mark)

    def end_everywhere(self, officer: str) -> None:
        """End all of an officer's sessions, on whatever machine they are."""
        self.officers.end_sessions(officer=officer)

    def _of(self, token: str | None) -> SignedIn | None:
        session = self.officers.session(mark(token)) if token else None
        if session is None:
            return None
        officer, now = self._officer(session), self.clock.now()
        over = now - session.seen_at >= IDLE or now - session.started_at >= _longest(session)
        if over or officer is None or officer.disabled_at:
            self.end(session)
            return None
        return SignedIn(officer, session)

    def _officer(self, session: OfficerSession) -> Officer | None:
        if session.alert is None:
            return self.officers.get(session.officer)
        return Officer(session.officer, session.name, "", (BY_CODE,), only_alert=session.alert)


def _longest(session: OfficerSession) -> timedelta:
    if not session.proved:
        return HALFWAY_FOR
    return LONGEST if session.alert is None else BY_CODE_FOR
