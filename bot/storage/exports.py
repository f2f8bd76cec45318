"""Requests to take cases out, in SQL. What each method promises stands in exports.Exports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Engine, RowMapping, insert, select, true, update

from bot.exports import Export
from bot.storage.engine import reading, writing
from bot.storage.sealing import Keyring, bound_to_row
from bot.storage.tables import exports

CLEAR = tuple(column.name for column in exports.c if column.name != "sealed")


@dataclass(frozen=True)
class SqlExports:
    """The requests; their reasons are sealed."""

    engine: Engine
    keyring: Keyring

    def ask(self, export: Export) -> None:
        """Keep a new request."""
        sealed = self.keyring.seal_json({"reason": export.reason}, bound_to_row("exports", export.id))
        with writing(self.engine) as connection:
            connection.execute(
                insert(exports).values({**{name: getattr(export, name) for name in CLEAR}, "sealed": sealed})
            )

    def get(self, export_id: str) -> Export | None:
        """One request, or None."""
        return next(iter(self._load(exports.c.id == export_id)), None)

    def all(self) -> Sequence[Export]:
        """Every request, the newest first."""
        return self._load(true())

    def approve(self, export_id: str, by: str, at: datetime) -> bool:
        """Approve one that nobody approved before."""
        free = (exports.c.id == export_id) & exports.c.approved_at.is_(None)
        with writing(self.engine) as connection:
            changed = connection.execute(update(exports).where(free).values(approved_by=by, approved_at=at))
        return changed.rowcount == 1

    def take(self, export_id: str, at: datetime) -> bool:
        """Use one up."""
        free = (exports.c.id == export_id) & exports.c.taken_at.is_(None)
        with writing(self.engine) as connection:
            return connection.execute(update(exports).where(free).values(taken_at=at)).rowcount == 1

    def _load(self, wanted: ColumnElement[bool]) -> list[Export]:
        order = (exports.c.asked_at.desc(), exports.c.id)
        with reading(self.engine) as connection:
            rows = connection.execute(select(exports).where(wanted).order_by(*order)).mappings().all()
        return [self._export(row) for row in rows]

    def _export(self, row: RowMapping) -> Export:
        told = self.keyring.open_json(row["sealed"], bound_to_row("exports", row["id"]))
        return Export(**{name: row[name] for name in CLEAR}, reason=told["reason"])
