"""The audit: who read, changed or took out what. What each method promises stands in ports.Audit.

The database itself refuses to change or delete a line (migration 0002).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, insert, select

from bot.ports import Noted
from bot.storage.engine import reading, writing
from bot.storage.tables import audit


@dataclass(frozen=True)
class SqlAudit:
    """The audit in SQL. It holds ids and no words, so there is nothing to seal."""

    engine: Engine

    def note(self, who: str, what: str, about: str, at: datetime) -> None:
        """Add a line."""
        with writing(self.engine) as connection:
            connection.execute(insert(audit).values(who=who, what=what, about=about, at=at))

    def about(self, about: str) -> Sequence[Noted]:
        """The lines about one thing, oldest first."""
        wanted = select(audit).where(audit.c.about == about).order_by(audit.c.number)
        with reading(self.engine) as connection:
            rows = connection.execute(wanted).mappings().all()
        return [Noted(row["at"], row["who"], row["what"], row["about"]) for row in rows]
