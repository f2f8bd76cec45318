"""Use cases of the console's own door: how an account begins and ends, and the passphrase.

There is no default account: the first officer opens theirs with a one-time code that the service prints, everybody
else with one that an administrator gives them. A passphrase leads halfway in; bot/second_factor.py does the rest.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from bot import passphrases, receipts
from bot.intake import Hasher
from bot.ports import Audit, Clock, Conflict, Officer, Officers
from bot.roles import FIRST_OFFICER, BadEntry
from bot.sessions import Sessions, SignedIn
from bot.visits import mark

CODE_LIVES = timedelta(hours=72)

# Guessing gets slower and nobody is locked out: three free tries, then a wait that doubles up to half a minute.
FREE_TRIES = 3
LONGEST_WAIT = 30.0
TRIES_COUNT_FOR = timedelta(hours=1)
LONGEST_SUBJECT = 255  # OpenID Connect Core 1.0, section 2
FIRST = ""  # whose code it is before there is any officer


class Tries(Protocol):
    """Counts wrong tries under a key; ports.Chats keeps this promise."""

    def tries(self, key: str, since: datetime) -> int:
        """How many there were since then."""
        ...

    def tried(self, key: str, at: datetime) -> None:
        """Note one."""
        ...


@dataclass(frozen=True)
class SignIn:
    """Accounts' beginnings and ends, and passphrases. Hashing costs about 25 ms: run these off the event loop."""

    officers: Officers
    sessions: Sessions
    tries: Tries
    hasher: Hasher
    audit: Audit
    clock: Clock

    # --- how an account begins ---

    def first_code(self) -> str | None:
        """A fresh one-time code for the first officer, which replaces older ones; None when there is an officer."""
        return None if self.officers.all() else self._code(FIRST)

    def awaits_first(self) -> bool:
        """Whether nobody has an account yet."""
        return not self.officers.all()

    def open_first(self, code: str, name: str, email: str, passphrase: str) -> str:
        """Open the first officer's account, with every role, and lead them halfway in; the session's token.

        Raises BadEntry for a wrong code too.
        """
        officer = Officer(f"o-{secrets.token_hex(6)}", name.strip(), email.strip(), FIRST_OFFICER)
        self._check(officer, passphrase)
        if not self.awaits_first() or not self._used(FIRST, code):
            raise BadEntry(code="wrong")
        officer = replace(officer, passphrase_hash=self.hasher.hash(passphrase))
        self.officers.add(officer)
        self.audit.note(officer.id, "opened_first_account", officer.id, self.clock.now())
        return self.sessions.begin(officer)

    def redeem(self, email: str, code: str, passphrase: str) -> str:
        """Set a passphrase with a one-time code, end every session of before, and lead halfway in; returns the token.

        Raises BadEntry; an unknown address, a disabled account and a wrong code look the same.
        """
        known = self.officers.by_email(email)
        self._check(Officer("", "-", email.strip(), ()), passphrase)  # alike for known and unknown addresses
        hashed = self.hasher.hash(passphrase)
        if not self._used(known.id if known else "nobody", code, self._key(email)) or not known or known.disabled_at:
            raise BadEntry(code="wrong")
        self.officers.save(replace(known, passphrase_hash=hashed))
        self.sessions.end_everywhere(known.id)
        self.audit.note(known.id, "set_passphrase", known.id, self.clock.now())
        return self.sessions.begin(known)

    # --- signing in and out ---

    def wait(self, email: str) -> float:
        """How many seconds the next try for this address has to wait, whether or not it is an officer's."""
        return waiting_seconds(self.tries, self._key(email), self.clock.now())

    def sign_in(self, email: str, passphrase: str) -> str | None:
        """The token of a session that waits for the second factor, or None.

        An unknown address takes the same work and gets the same answer.
        """
        known = self.officers.by_email(email)
        kept = known.passphrase_hash if known and not known.disabled_at else None
        if not self.hasher.matches(passphrase[: passphrases.LONGEST + 1], kept):
            self.tries.tried(self._key(email), self.clock.now())
            self.audit.note(known.id if known else "nobody", "sign_in_failed", self._key(email), self.clock.now())
            return None
        assert known is not None
        return self.sessions.begin(known)

    def sign_out(self, signed_in: SignedIn) -> None:
        """End this officer's sessions, on whatever machine they are: one that was forgotten somewhere ends too."""
        self.sessions.end_everywhere(signed_in.officer.id)

    def change_passphrase(self, signed_in: SignedIn, passphrase: str, new: str) -> str:
        """Change one's own passphrase and end every session of before; the new session's token. Raises BadEntry."""
        officer = signed_in.officer
        if not self.hasher.matches(passphrase[: passphrases.LONGEST + 1], officer.passphrase_hash):
            self.tries.tried(self._key(officer.email), self.clock.now())
            raise BadEntry(**{"passphrase": "wrong"})
        if fault := passphrases.fault(new, (officer.name, officer.email)):
            raise BadEntry(new_passphrase=fault)
        self.audit.note(officer.id, "set_passphrase", officer.id, self.clock.now())
        self.officers.save(replace(officer, passphrase_hash=self.hasher.hash(new)))
        self.sessions.end_everywhere(officer.id)
        return self.sessions.open(officer.id, proved=True)

    # --- an administrator's work ---

    def add(self, by: Officer, name: str, email: str, roles: tuple[str, ...]) -> str:
        """Open an account for somebody else; returns the one-time code to give them. Raises BadEntry."""
        added = Officer(f"o-{secrets.token_hex(6)}", name.strip(), email.strip(), roles)
        faults = _faults(added) | ({} if roles else {"roles": "missing"})
        if faults:
            raise BadEntry(**faults)
        self.audit.note(by.id, "add_officer", added.id, self.clock.now())
        try:
            self.officers.add(added)
        except Conflict:
            raise BadEntry(email="taken") from None
        return self._code(added.id)

    def new_code(self, by: Officer, officer: Officer) -> str:
        """A one-time code for somebody who lost their passphrase, which works until they use the code."""
        self.audit.note(by.id, "new_code", officer.id, self.clock.now())
        return self._code(officer.id)

    def start_again(self, by: str, officer: Officer) -> str:
        """A one-time code for somebody who lost telephone and recovery codes; returns the code.

        Passphrase and second factor both go: a passphrase alone must never set up a new second factor. An account that
        was shut is open again. `by` is the id of the administrator, or "machine" for the command line.
        """
        self.audit.note(by, "start_account_again", officer.id, self.clock.now())
        self.officers.save(replace(officer, passphrase_hash="", totp_secret="", disabled_at=None))
        self.officers.put_recovery_codes(officer.id, ())
        self.sessions.end_everywhere(officer.id)
        return self._code(officer.id)

    def link(self, by: Officer, officer: Officer, subject: str) -> None:
        """Say who an officer is to the council's single sign-on; empty for nobody. Raises BadEntry."""
        subject = subject.strip()
        others = [each for each in self.officers.all() if each.id != officer.id]
        if len(subject) > LONGEST_SUBJECT or (subject and any(each.sso_subject == subject for each in others)):
            raise BadEntry(subject="too_long" if len(subject) > LONGEST_SUBJECT else "taken")
        self.audit.note(by.id, "link_single_sign_on", officer.id, self.clock.now())
        self.officers.save(replace(officer, sso_subject=subject))
        self.sessions.end_everywhere(officer.id)

    def work_for(self, by: Officer, officer: Officer, teams: tuple[str, ...]) -> None:
        """Say for which of the council's teams an officer works cases; none stands for all."""
        self.audit.note(by.id, "set_teams", officer.id, self.clock.now())
        self.officers.save(replace(officer, teams=teams))

    def disable(self, by: Officer, officer: Officer) -> None:
        """Shut an account and end its sessions. Raises BadEntry for one's own: somebody must be left to keep them."""
        if by.id == officer.id:
            raise BadEntry(officer="own")
        now = self.clock.now()
        self.audit.note(by.id, "disable_officer", officer.id, now)
        self.officers.save(replace(officer, disabled_at=officer.disabled_at or now))
        self.sessions.end_everywhere(officer.id)

    # --- what these need ---

    def _code(self, officer: str) -> str:
        code = receipts.new_secret()
        self.officers.put_code(_code_mark(officer, code), self.clock.now(), officer)
        return code

    def _used(self, officer: str, code: str, key: str = "first officer") -> bool:
        """Whether the code was this officer's; it is used up by that. A wrong one counts as a try."""
        now = self.clock.now()
        if self.officers.take_code(_code_mark(officer, code), since=now - CODE_LIVES) is not None:
            return True
        self.tries.tried(key, now)
        return False

    def _check(self, officer: Officer, passphrase: str) -> None:
        faults = _faults(officer)
        wrong = passphrases.fault(passphrase, (officer.name, officer.email))
        if wrong:
            faults["passphrase"] = wrong
        if faults:
            raise BadEntry(**faults)

    def _key(self, email: str) -> str:
        """What tries are counted under: no address in clear. The empty one stands for the first officer's code."""
        return f"officer:{mark(email.strip().casefold())[:32]}" if email else "first officer"


def waiting_seconds(tries: Tries, key: str, now: datetime) -> float:
    """How long the next try under this key has to wait, by the wrong ones of the last hour."""
    wrong = tries.tries(key, now - TRIES_COUNT_FOR)
    return min(LONGEST_WAIT, 2.0 ** (wrong - FREE_TRIES)) if wrong >= FREE_TRIES else 0.0


def _faults(officer: Officer) -> dict[str, str]:
    faults = {}
    if not officer.name or len(officer.name) > 100:
        faults["name"] = "too_long" if officer.name else "missing"
    local, at, domain = officer.email.partition("@")
    if not (local and at and domain) or len(officer.email) > 254 or any(c.isspace() for c in officer.email):
        faults["email"] = "missing" if not officer.email else "wrong"
    return faults


def _code_mark(officer: str, code: str) -> str:
    return mark(f"{officer}\0{receipts.plain_secret(code)}")
