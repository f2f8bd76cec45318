"""What was said, read from the rows that Rasa's tracker store wrote. What each promises stands in ports.Transcripts."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

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

from bot.ports import Held, Row
from bot.storage.engine import reading, writing
from bot.storage.held import SqlHeld
from bot.storage.sealing import Keyring, Unreadable, bound_to_event
from bot.storage.tables import held, talk_notes

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
        return self._rows(conversation, ("user", "bot"), after)

    def steps(self, conversation: str) -> Sequence[Row]:
        """The action and slot rows of a conversation, in order."""
        return self._rows(conversation, ("action", "slot"))

    def slots(self, conversation: str) -> Mapping[str, Any]:
        """The latest value of every slot that was set. A damaged row tells nothing."""
        told = (row.data for row in self._rows(conversation, ("slot",)))
        return {data["name"]: data["value"] for data in told if "name" in data}

    def _rows(self, conversation: str, types: tuple[str, ...], after: int = 0) -> Sequence[Row]:
        of_type = events.c.type_name.in_(types)
        wanted = select(events).where(events.c.sender_id == conversation, events.c.id > after, of_type)
        with reading(self.engine) as connection:
            if not inspect(connection).has_table(events.name):
                return []
            found = connection.execute(wanted.order_by(events.c.id)).mappings().all()
        return [self._row(row) for row in found]

    def hold(self, answer: Held) -> bool:
        """Keep an answer until Rasa has heard it; False when a message with its id is held already."""
        return self._waiting.put(answer)

    def held(self, conversation: str) -> Sequence[Held]:
        """The answers of a conversation that Rasa has not heard, in the order in which they were given."""
        return self._waiting.of(conversation)

    def waiting(self) -> Sequence[str]:
        """The conversations that have such answers, the one that has waited longest first; calls are not for Rasa."""
        return self._waiting.conversations()

    def heard(self, message_id: str) -> None:
        """Rasa has heard a held answer; it is kept there now."""
        self._waiting.take(message_id)

    @property
    def _waiting(self) -> SqlHeld:
        return SqlHeld(self.engine, self.keyring)

    def erase(self, conversation: str) -> None:
        """Delete every row of a conversation, every answer that is held for it, and every note on it, at once."""
        with writing(self.engine) as connection:
            connection.execute(talk_notes.delete().where(talk_notes.c.conversation == conversation))
            connection.execute(held.delete().where(held.c.conversation == conversation))
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
