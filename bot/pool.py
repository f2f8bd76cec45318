"""The pool: who may be appointed to investigate, to watch over an investigation, or to sit on a panel.

Kept by the complaints manager. An independent person is neither member nor officer of the council, nor the spouse or
partner of one (SI 2006/1738 reg 2), so what else somebody does for the council stands beside the name.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from bot.casework import Casework
from bot.ports import Officer
from bot.roles import BadEntry, NotThere, entered, require

KINDS = ("investigating_officer", "independent_person", "panel_member")
# No law says for how long a DBS certificate counts; councils commonly ask for a new one after three years.
DBS_YEARS = 3


@dataclass(frozen=True)
class PoolPerson:
    """Somebody in the pool."""

    id: str
    name: str
    kinds: tuple[str, ...]  # of KINDS: what they may be appointed as
    dbs_on: date  # the day of their DBS certificate
    until: date  # the last day of their agreement with the council
    other_work: str = ""  # what else they do, or did, for the council
    account: str = ""  # the officer's id with which they sign in, where they have one
    left_at: datetime | None = None

    def why_not(self, kind: str, today: date) -> str | None:
        """Why they may not be appointed as this today, in a word; None when they may."""
        if self.left_at or kind not in self.kinds:
            return "not_in_pool"
        if self.until < today:
            return "agreement_over"
        return "dbs_old" if (today - self.dbs_on).days > DBS_YEARS * 365.25 else None


class Pool(Protocol):
    """Who is in the pool. Every method raises StoreBusy."""

    def keep(self, person: PoolPerson) -> None:
        """Keep somebody new or changed."""
        ...

    def all(self) -> Sequence[PoolPerson]:
        """Everybody who is or was in the pool, by id."""
        ...


@dataclass(frozen=True)
class PoolWork:
    """What officers do with the pool."""

    casework: Casework
    pool: Pool

    def read(self, officer: Officer) -> Sequence[PoolPerson]:
        """Those who are in it, by name. That it was read is noted; raises NotThere."""
        require(officer, "see_pool")
        self.casework.audit.note(officer.id, "see_pool", "pool", self.casework.clock.now())
        return sorted((each for each in self.pool.all() if not each.left_at), key=lambda each: each.name.casefold())

    def keep(self, officer: Officer, person: PoolPerson) -> PoolPerson:
        """Add somebody, who has no id yet, or change somebody. Raises BadEntry and NotThere."""
        require(officer, "keep_pool")
        self._check(person)
        kept = replace(person, id=person.id or f"p-{secrets.token_hex(8)}", name=" ".join(person.name.split()))
        self.casework.audit.note(officer.id, "keep_pool", kept.id, self.casework.clock.now())
        self.pool.keep(kept)
        return kept

    def leave(self, officer: Officer, person_id: str) -> None:
        """They are not appointed any more; where they were, they stay. Raises NotThere."""
        require(officer, "keep_pool")
        person = self._get(person_id)
        now = self.casework.clock.now()
        self.casework.audit.note(officer.id, "keep_pool", person_id, now)
        self.pool.keep(replace(person, left_at=now))

    def _get(self, person_id: str) -> PoolPerson:
        found = next((each for each in self.pool.all() if each.id == person_id and not each.left_at), None)
        if found is None:
            raise NotThere(person_id)
        return found

    def _check(self, person: PoolPerson) -> None:
        if person.id:
            self._get(person.id)
        today = self.casework.today()
        faults: dict[str, str] = {}
        try:
            entered(person.name, "name", 200)
        except BadEntry as bad:
            faults |= bad.faults
        mine = " ".join(person.name.casefold().split())
        if any(each.name.casefold() == mine and each.id != person.id and not each.left_at for each in self.pool.all()):
            faults["name"] = "taken"  # people are appointed by name, so no two have the same
        if not person.kinds or not set(person.kinds) <= set(KINDS):
            faults["kinds"] = "missing"
        if person.dbs_on > today:
            faults["dbs_on"] = "ahead"
        if person.until < today:
            faults["until"] = "past"
        if person.account and self.casework.officers.get(person.account) is None:
            faults["account"] = "missing"
        if faults:
            raise BadEntry(**faults)
