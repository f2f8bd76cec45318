"""What was said, read from the rows that Rasa's tracker store wrote. What each promises stands in ports.Transcripts."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import (
    Column,
    Double,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    RowMapping,
    String,
    Table,
    inspect,
    select,
)

from bot.ports import Row
from bot.storage.engine import reading, writing
from bot.storage.sealing import Keyring, Unreadable, bound_to_event

log = logging.getLogger(__name__)

# Rasa's table, which its tracker store makes; only what is read here.
events = Table(
    "events",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("sender_id", String),
    Column("type_name", String),
    Column("timestamp", Double),
    Column("data", LargeBinary),
)


@dataclass(frozen=True)
class SqlTranscripts:
    """Transcripts in SQL."""

    engine: Engine
    keyring: Keyring

    def rows(self, conversation: str, after: int = 0) -> Sequence[Row]:
        """The user and bot rows of a conversation with a higher number than `after`, in order."""
        said = events.c.type_name.in_(("user", "bot"))
        wanted = select(events).where(events.c.sender_id == conversation, events.c.id > after, said)
        with reading(self.engine) as connection:
            if not inspect(connection).has_table(events.name):
                return []
            found = connection.execute(wanted.order_by(events.c.id)).mappings().all()
        return [self._row(row) for row in found]

    def erase(self, conversation: str) -> None:
        """Delete every row of a conversation."""
        with writing(self.engine) as connection:
            if inspect(connection).has_table(events.name):
                connection.execute(events.delete().where(events.c.sender_id == conversation))

    def _row(self, row: RowMapping) -> Row:
        """One row, opened. One that does not open must not hide the rest of what was said."""
        bound_to = bound_to_event(row["sender_id"], row["type_name"], row["timestamp"])
        try:
            data = self.keyring.open_json(row["data"], bound_to)
        except Unreadable:
            log.error("event %d of conversation %s does not open", row["id"], row["sender_id"])
            data = {"text": None, "unreadable": True}
        return Row(row["id"], row["type_name"], datetime.fromtimestamp(row["timestamp"], UTC), data)
