"""Who may sign in to the console, and their sessions. What each method promises stands in ports.Officers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, RowMapping, delete, insert, select, true, update
from sqlalchemy.exc import IntegrityError

from bot.ports import Conflict, Officer, OfficerSession
from bot.storage.engine import insert_once, reading, writing
from bot.storage.sealing import Keyring, bound_to_row
from bot.storage.tables import codes, officers, recovery_codes, sessions, totp_steps

SEALED = ("name", "email", "passphrase_hash", "totp_secret", "sso_subject", "teams")
SESSION_SEALED = ("csrf", "proved", "pending", "name", "alert")
STEPS_KEPT = 10  # codes of earlier half minutes are refused by their time


@dataclass(frozen=True)
class SqlOfficers:
    """Officers in SQL."""

    engine: Engine
    keyring: Keyring

    def add(self, officer: Officer) -> None:
        """Keep a new officer."""
        with writing(self.engine) as connection:
            if not insert_once(connection, officers, self._values(officer)):
                raise Conflict(f"there is an officer {officer.id}, or one with the same address")

    def get(self, officer_id: str) -> Officer | None:
        """One officer, or None."""
        return next(iter(self._load(officers.c.id == officer_id)), None)

    def by_email(self, email: str) -> Officer | None:
        """One officer, or None; case does not matter."""
        return next(iter(self._load(officers.c.email_mark == self._mark(email))), None)

    def all(self) -> Sequence[Officer]:
        """Every officer, by name."""
        return sorted(self._load(true()), key=lambda officer: (officer.name.casefold(), officer.id))

    def save(self, officer: Officer) -> None:
        """Keep a changed officer."""
        change = update(officers).where(officers.c.id == officer.id).values(self._values(officer))
        with writing(self.engine) as connection:
            try:
                changed = connection.execute(change).rowcount
            except IntegrityError as error:
                raise Conflict(f"another officer has the address that {officer.id} would have") from error
            if changed != 1:
                raise LookupError(f"there is no officer {officer.id}")

    def open_session(self, session: OfficerSession) -> None:
        """Keep a new session."""
        told = {name: getattr(session, name) for name in SESSION_SEALED}
        sealed = self.keyring.seal_json(told, bound_to_row("sessions", session.token_mark))
        values = {
            "token_mark": session.token_mark,
            "officer": session.officer,
            "started_at": session.started_at,
            "seen_at": session.seen_at,
            "sealed": sealed,
        }
        with writing(self.engine) as connection:
            connection.execute(insert(sessions).values(values))

    def session(self, token_mark: str) -> OfficerSession | None:
        """A session, or None."""
        with reading(self.engine) as connection:
            row = connection.execute(select(sessions).where(sessions.c.token_mark == token_mark)).mappings().first()
        if row is None:
            return None
        told = self.keyring.open_json(row["sealed"], bound_to_row("sessions", token_mark))
        return OfficerSession(token_mark, row["officer"], row["started_at"], row["seen_at"], **told)

    def touch_session(self, token_mark: str, at: datetime) -> None:
        """The officer did something."""
        with writing(self.engine) as connection:
            connection.execute(update(sessions).where(sessions.c.token_mark == token_mark).values(seen_at=at))

    def end_sessions(self, *, token_mark: str | None = None, officer: str | None = None) -> None:
        """End one session, or all of an officer's."""
        if (token_mark is None) == (officer is None):
            raise ValueError("either one session or one officer's sessions are ended")
        ended = sessions.c.token_mark == token_mark if officer is None else sessions.c.officer == officer
        with writing(self.engine) as connection:
            connection.execute(delete(sessions).where(ended))

    def put_code(self, code_mark: str, at: datetime, officer: str = "") -> None:
        """Keep the mark of a one-time code, replacing older ones of the same officer."""
        with writing(self.engine) as connection:
            connection.execute(delete(codes).where(codes.c.officer == officer))
            connection.execute(insert(codes).values(code_mark=code_mark, put_at=at, officer=officer))

    def take_code(self, code_mark: str, since: datetime | None = None) -> str | None:
        """Use a one-time code up: of many that try at once, one gets it."""
        taking = delete(codes).where(codes.c.code_mark == code_mark).returning(codes.c.put_at, codes.c.officer)
        with writing(self.engine) as connection:
            taken = connection.execute(taking).first()
        if taken is None or (since is not None and taken.put_at < since):
            return None
        return str(taken.officer)

    def use_step(self, officer: str, step: int) -> bool:
        """Use up an app's code: of many that try at once, one gets it."""
        with writing(self.engine) as connection:
            long_ago = (totp_steps.c.officer == officer) & (totp_steps.c.step < step - STEPS_KEPT)
            connection.execute(delete(totp_steps).where(long_ago))
            return insert_once(connection, totp_steps, {"officer": officer, "step": step})

    def put_recovery_codes(self, officer: str, hashes: Sequence[str]) -> None:
        """Keep the hashes of an officer's recovery codes, in place of all older ones."""
        with writing(self.engine) as connection:
            connection.execute(delete(recovery_codes).where(recovery_codes.c.officer == officer))
            for code_hash in hashes:
                connection.execute(insert(recovery_codes).values(officer=officer, code_hash=code_hash))

    def recovery_codes(self, officer: str) -> Sequence[str]:
        """The hashes of the recovery codes that an officer has not used."""
        wanted = select(recovery_codes.c.code_hash).where(recovery_codes.c.officer == officer)
        with reading(self.engine) as connection:
            return connection.scalars(wanted).all()

    def take_recovery_code(self, officer: str, code_hash: str) -> bool:
        """Use a recovery code up."""
        its = (recovery_codes.c.officer == officer) & (recovery_codes.c.code_hash == code_hash)
        with writing(self.engine) as connection:
            return connection.execute(delete(recovery_codes).where(its)).rowcount == 1

    def _load(self, wanted: ColumnElement[bool]) -> list[Officer]:
        with reading(self.engine) as connection:
            rows = connection.execute(select(officers).where(wanted)).mappings().all()
        return [self._officer(row) for row in rows]

    def _values(self, officer: Officer) -> dict[str, Any]:
        words = {name: getattr(officer, name) for name in SEALED}
        return {
            "id": officer.id,
            "email_mark": self._mark(officer.email),
            "roles": list(officer.roles),
            "disabled_at": officer.disabled_at,
            "sealed": self.keyring.seal_json(words, bound_to_row("officers", officer.id)),
        }

    def _officer(self, row: RowMapping) -> Officer:
        words = self.keyring.open_json(row["sealed"], bound_to_row("officers", row["id"]))
        words["teams"] = tuple(words.get("teams", ()))  # accounts of before there were teams have none
        return Officer(id=row["id"], roles=tuple(row["roles"]), disabled_at=row["disabled_at"], **words)

    def _mark(self, email: str) -> str:
        return self.keyring.fingerprint(email.strip().casefold(), "officer's address")
