"""Whole conversations written into the tracker's table at once, as Rasa would have stored them, for made-up cases.

Imports nothing of Rasa, so that a command can write a thousand of them without loading it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from bot.rasa.rows import EVENTS, metadata, seal_row
from bot.storage.sealing import Keyring

AT_ONCE = 500  # rows of a statement


@dataclass(frozen=True)
class WrittenConversations:
    """The tracker's table, by whoever may write whole conversations into it."""

    engine: sa.Engine
    keyring: Keyring

    def put(self, conversations: Sequence[tuple[str, Sequence[Mapping[str, Any]]]]) -> None:
        """Keep whole conversations in one transaction; the table is made where Rasa never ran."""
        metadata.create_all(self.engine)
        rows = [self._row(conversation, event) for conversation, events in conversations for event in events]
        with self.engine.begin() as connection:
            for at in range(0, len(rows), AT_ONCE):
                connection.execute(sa.insert(EVENTS), rows[at : at + AT_ONCE])

    def erase(self, conversations: Sequence[str]) -> None:
        """Take conversations out again."""
        with self.engine.begin() as connection:
            for at in range(0, len(conversations), AT_ONCE):
                some = conversations[at : at + AT_ONCE]
                connection.execute(sa.delete(EVENTS).where(EVENTS.c.sender_id.in_(some)))

    def _row(self, conversation: str, event: Mapping[str, Any]) -> dict[str, Any]:
        kind, at = str(event["event"]), float(event["timestamp"])
        data = seal_row(self.keyring, conversation, kind, at, json.dumps(event))
        return {"sender_id": conversation, "type_name": kind, "timestamp": at, "data": data}
