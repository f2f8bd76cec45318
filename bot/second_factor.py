"""The second factor: a code of six digits from an app (TOTP, RFC 6238), and recovery codes for a lost telephone.

It is set up at the first sign-in and asked at every later one. A code counts once: somebody who looks over a shoulder
gets nothing from it.
"""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pyotp

from bot import receipts
from bot.intake import Hasher
from bot.officers import Tries, waiting_seconds
from bot.ports import Audit, Clock, Officer, Officers
from bot.roles import BadEntry
from bot.sessions import Sessions, SignedIn

STEP_SECONDS = 30
DIGITS = 6
ALLOWED_STEPS = (0, -1, 1)  # a telephone's clock may be half a minute off, and typing takes a while
RECOVERY_CODES = 10
LONGEST_CODE = 64
SERVICE = "Have Your Say"


@dataclass(frozen=True)
class Setup:
    """What an officer puts into their app: the secret in groups of four, and the address that holds it too."""

    secret: str
    address: str


@dataclass(frozen=True)
class Enrolled:
    """The new session's token, and the recovery codes, which are shown this once."""

    token: str
    recovery_codes: tuple[str, ...]


@dataclass(frozen=True)
class SecondFactor:
    """Sets the second factor up and asks for it. Recovery codes cost hashing: run these off the event loop."""

    officers: Officers
    sessions: Sessions
    tries: Tries
    hasher: Hasher
    audit: Audit
    clock: Clock

    def setup(self, halfway: SignedIn) -> Setup | None:
        """What is to be put into the app; None for somebody who has a second factor already."""
        pending = halfway.session.pending
        if halfway.officer.totp_secret or not pending:
            return None
        address = pyotp.TOTP(pending).provisioning_uri(name=halfway.officer.email, issuer_name=SERVICE)
        return Setup(" ".join(pending[at : at + 4] for at in range(0, len(pending), 4)), address)

    def enrol(self, halfway: SignedIn, code: str) -> Enrolled:
        """Keep the second factor when its first code is right, and let the officer in. Raises BadEntry."""
        officer = self.officers.get(halfway.officer.id)  # another window may have set one up meanwhile
        if officer is None or officer.totp_secret or self.setup(halfway) is None:
            raise BadEntry(code="wrong")
        enrolled = replace(officer, totp_secret=halfway.session.pending)
        if not self._right_digits(enrolled, code):
            self._wrong(officer)
        self.audit.note(officer.id, "set_second_factor", officer.id, self.clock.now())
        self.officers.save(enrolled)
        return Enrolled(self._let_in(halfway), self._new_recovery_codes(officer))

    def prove(self, halfway: SignedIn, code: str) -> str:
        """Let the officer in for a right code, from the app or a recovery code; the new token. Raises BadEntry."""
        officer = halfway.officer
        code = code[:LONGEST_CODE]
        digits = "".join(code.split())
        of_app = len(digits) == DIGITS and digits.isdecimal()
        right = self._right_digits(officer, digits) if of_app else self._right_recovery(officer, code)
        if not officer.totp_secret or not right:
            self._wrong(officer)
        self.audit.note(officer.id, "signed_in", officer.id, self.clock.now())
        return self._let_in(halfway)

    def renew_recovery(self, signed_in: SignedIn, code: str) -> Sequence[str]:
        """New recovery codes in place of all older ones, for a right code from the app. Raises BadEntry."""
        if not self._right_digits(signed_in.officer, code):
            self._wrong(signed_in.officer)
        self.audit.note(signed_in.officer.id, "renew_recovery_codes", signed_in.officer.id, self.clock.now())
        return self._new_recovery_codes(signed_in.officer)

    def recovery_left(self, officer: Officer) -> int:
        """How many recovery codes have not been used."""
        return len(self.officers.recovery_codes(officer.id))

    def wait(self, officer: Officer) -> float:
        """How many seconds this officer's next try has to wait."""
        return waiting_seconds(self.tries, _key(officer), self.clock.now())

    # --- what these need ---

    def _let_in(self, halfway: SignedIn) -> str:
        self.sessions.end(halfway.session)
        return self.sessions.open(halfway.officer.id, proved=True)

    def _right_digits(self, officer: Officer, code: str) -> bool:
        """Whether it is a code of the app's that was not used before."""
        code = "".join(code.split())
        if not officer.totp_secret or not code.isascii() or not code.isdecimal():
            return False
        now = int(self.clock.now().timestamp()) // STEP_SECONDS
        otp = pyotp.TOTP(officer.totp_secret)
        steps = [now + by for by in ALLOWED_STEPS if hmac.compare_digest(otp.generate_otp(now + by), code)]
        return any(self.officers.use_step(officer.id, step) for step in steps)

    def _right_recovery(self, officer: Officer, code: str) -> bool:
        plain = receipts.plain_secret(code)
        for kept in self.officers.recovery_codes(officer.id):
            if self.hasher.matches(plain, kept):
                self.audit.note(officer.id, "used_recovery_code", officer.id, self.clock.now())
                return self.officers.take_recovery_code(officer.id, kept)
        return False

    def _new_recovery_codes(self, officer: Officer) -> tuple[str, ...]:
        codes = tuple(receipts.new_secret() for _ in range(RECOVERY_CODES))
        self.officers.put_recovery_codes(officer.id, [self.hasher.hash(receipts.plain_secret(code)) for code in codes])
        return codes

    def _wrong(self, officer: Officer) -> None:
        now = self.clock.now()
        self.tries.tried(_key(officer), now)
        self.audit.note(officer.id, "second_factor_failed", officer.id, now)
        raise BadEntry(code="wrong")


def _key(officer: Officer) -> str:
    return f"second:{officer.id}"
