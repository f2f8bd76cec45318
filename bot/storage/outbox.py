"""Notices that wait, and which ones officers want. What each method promises stands in bot/outbox.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, delete, insert, select, update

from bot.outbox import Notice
from bot.storage.engine import insert_once, reading, writing
from bot.storage.tables import notice_choices, outbox

CLEAR = tuple(column.name for column in outbox.c)


@dataclass(frozen=True)
class SqlOutbox:
    """Notices in SQL. They hold ids and addresses of pages, so there is nothing to seal."""

    engine: Engine

    def put(self, notice: Notice) -> bool:
        """Keep a notice once."""
        with writing(self.engine) as connection:
            return insert_once(connection, outbox, {name: getattr(notice, name) for name in CLEAR})

    def due(self, now: datetime) -> Sequence[Notice]:
        """Those not sent whose time has come, the oldest first."""
        waits = (outbox.c.sent_at.is_(None), outbox.c.next_at <= now)
        with reading(self.engine) as connection:
            rows = (
                connection.execute(select(outbox).where(*waits).order_by(outbox.c.put_at, outbox.c.id)).mappings().all()
            )
        return [Notice(**{name: row[name] for name in CLEAR}) for row in rows]

    def sent(self, notice_id: str, at: datetime) -> None:
        """It is done with."""
        self._change(notice_id, sent_at=at)

    def failed(self, notice_id: str, next_at: datetime) -> None:
        """It is tried again then."""
        self._change(notice_id, next_at=next_at, tries=outbox.c.tries + 1)

    def forget(self, before: datetime) -> None:
        """Delete what was sent before a day."""
        with writing(self.engine) as connection:
            connection.execute(delete(outbox).where(outbox.c.sent_at < before))

    def _change(self, notice_id: str, **values: object) -> None:
        with writing(self.engine) as connection:
            connection.execute(update(outbox).where(outbox.c.id == notice_id).values(values))


@dataclass(frozen=True)
class SqlNoticeChoices:
    """What officers chose, one row an officer and kind."""

    engine: Engine

    def choose(self, officer: str, wanted: Mapping[str, bool]) -> None:
        """Keep what an officer wants, in place of what they wanted of these kinds."""
        theirs = notice_choices.c.officer == officer
        rows = [{"officer": officer, "kind": kind, "wanted": yes} for kind, yes in wanted.items()]
        with writing(self.engine) as connection:
            connection.execute(delete(notice_choices).where(theirs, notice_choices.c.kind.in_(list(wanted))))
            if rows:
                connection.execute(insert(notice_choices), rows)

    def of(self, officer: str) -> Mapping[str, bool]:
        """What an officer chose, by kind."""
        with reading(self.engine) as connection:
            rows = (
                connection.execute(select(notice_choices).where(notice_choices.c.officer == officer)).mappings().all()
            )
        return {row["kind"]: row["wanted"] for row in rows}
