"""The rows of a conversation, as they lie in the database: the table's shape, and how one row is sealed and opened.

Imports nothing of Rasa, so that the doors can read a transcript without loading it.
"""

from __future__ import annotations

import sqlalchemy as sa

from bot.storage.sealing import Keyring

metadata = sa.MetaData()

# `id` is also the chat API's `seq`. What an event is about (an intent, an action) lies inside `data` only: a plain
# column would say `disclose_risk` beside somebody's conversation.
EVENTS = sa.Table(
    "events",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("sender_id", sa.String(255), nullable=False),
    sa.Column("type_name", sa.String(64), nullable=False),
    sa.Column("timestamp", sa.Double, nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
    sa.Index("events_of_a_conversation", "sender_id", "id"),
    sqlite_autoincrement=True,  # an erased row's number is not given again: browsers remember it as read
)


def seal_row(keyring: Keyring, sender_id: str, type_name: str, timestamp: float, data: str) -> bytes:
    """Seal an event's JSON so that it opens in its own row only."""
    return keyring.seal(data.encode(), _row(sender_id, type_name, timestamp))


def open_row(keyring: Keyring, sender_id: str, type_name: str, timestamp: float, sealed: bytes) -> str:
    """The event's JSON; raises Unreadable for a row that was changed, moved or cut."""
    return keyring.open(sealed, _row(sender_id, type_name, timestamp)).decode()


def _row(sender_id: str, type_name: str, timestamp: float) -> str:
    return f"{sender_id}\0{type_name}\0{float(timestamp)!r}"
