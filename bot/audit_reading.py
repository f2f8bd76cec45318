"""Reading the audit: who did what to a case, conversation, alert, task, export or officer; itself noted too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.ports import Audit, Clock, Noted, Officer
from bot.roles import require


@dataclass(frozen=True)
class AuditReading:
    """Gives the lines of the audit, which hold ids and no words."""

    audit: Audit
    clock: Clock

    def about(self, officer: Officer, about: str) -> Sequence[Noted]:
        """The lines about one thing, oldest first, this reading included. Raises NotThere."""
        require(officer, "read_audit")
        about = about.strip()[:128]
        if not about:
            return ()
        self.audit.note(officer.id, "read_audit", about, self.clock.now())
        return self.audit.about(about)
