"""Exports: taking cases out of the service breaks the glass.

One person asks and says why, another one approves, and the first takes it, once, within the hour. All three stand in
the audit, and each case that went out does too.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.complaints.case import Case
from bot.ports import Audit, Cases, Clock, Officer
from bot.roles import BadEntry, NotThere, entered, require

APPROVED_FOR = timedelta(hours=1)
ASKED_FOR = timedelta(days=3)  # how long a request waits for somebody who approves


@dataclass(frozen=True)
class Export:
    """A request to take every case out, and what became of it."""

    id: str
    asked_by: str
    asked_at: datetime
    reason: str  # sealed wherever it is kept
    approved_by: str | None = None
    approved_at: datetime | None = None
    taken_at: datetime | None = None

    def state(self, now: datetime) -> str:
        """Where it stands: asked, approved, taken or over."""
        if self.taken_at:
            return "taken"
        over = now - self.approved_at > APPROVED_FOR if self.approved_at else now - self.asked_at > ASKED_FOR
        return "over" if over else "approved" if self.approved_at else "asked"


class Exports(Protocol):
    """The requests. Every method raises StoreBusy."""

    def ask(self, export: Export) -> None:
        """Keep a new request."""
        ...

    def get(self, export_id: str) -> Export | None:
        """One request, or None."""
        ...

    def all(self) -> Sequence[Export]:
        """Every request, the newest first."""
        ...

    def approve(self, export_id: str, by: str, at: datetime) -> bool:
        """Compare and set: False when it was approved before."""
        ...

    def take(self, export_id: str, at: datetime) -> bool:
        """Compare and set: of many that take at once, one gets True."""
        ...


@dataclass(frozen=True)
class BreakGlass:
    """Asks, approves and takes."""

    exports: Exports
    cases: Cases
    audit: Audit
    clock: Clock

    def all(self, officer: Officer) -> Sequence[Export]:
        """Every request, for whoever may ask or approve. Raises NotThere."""
        require(officer, "see_exports")
        return self.exports.all()

    def ask(self, officer: Officer, reason: str) -> Export:
        """Ask for an export. Raises BadEntry without a reason."""
        require(officer, "ask_export")
        now = self.clock.now()
        asked = Export(f"e-{secrets.token_hex(6)}", officer.id, now, entered(reason, "reason", 1000))
        self.audit.note(officer.id, "ask_export", asked.id, now)
        self.exports.ask(asked)
        return asked

    def approve(self, officer: Officer, export_id: str) -> None:
        """A second person says yes. Raises NotThere, and BadEntry for one's own request or one that is past."""
        require(officer, "approve_export")
        export, now = self._there(export_id), self.clock.now()
        if export.asked_by == officer.id:
            raise BadEntry(approve="own")
        if export.state(now) != "asked":
            raise BadEntry(approve="past")
        self.audit.note(officer.id, "approve_export", export_id, now)
        if not self.exports.approve(export_id, officer.id, now):
            raise BadEntry(approve="past")

    def take(self, officer: Officer, export_id: str) -> Sequence[Case]:
        """The cases, once, for who asked. Raises NotThere, and BadEntry when it is not approved or past."""
        require(officer, "ask_export")
        if self._there(export_id).asked_by != officer.id:
            raise NotThere(export_id)
        return self._take(officer.id, export_id)

    def take_at_the_machine(self, export_id: str) -> Sequence[Case]:
        """The cases of an approved request, for the command line; whoever sits there is not known by name."""
        return self._take("machine", export_id)

    def _take(self, who: str, export_id: str) -> Sequence[Case]:
        now = self.clock.now()
        if self._there(export_id).state(now) != "approved":
            raise BadEntry(take="not_approved")
        self.audit.note(who, "take_export", export_id, now)
        cases = self.cases.all()
        for case in cases:
            self.audit.note(who, "export_case", case.reference, now)
        if not self.exports.take(export_id, now):
            raise BadEntry(take="not_approved")
        return cases

    def _there(self, export_id: str) -> Export:
        export = self.exports.get(export_id)
        if export is None:
            raise NotThere(export_id)
        return export
