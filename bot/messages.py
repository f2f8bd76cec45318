"""Messages: what was said, as the chat API and the console show it, read from the rows that Rasa stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.ports import Row

MASK = "•••"  # stands wherever a secret was typed or given

KINDS = ("text", "question", "summary", "receipt", "safety", "handoff", "status", "error")


@dataclass(frozen=True)
class Choice:
    """One quick reply: what it says and the value that it stands for."""

    label: str
    value: str


@dataclass(frozen=True)
class Message:
    """One message of a conversation. `seq` orders them; 0 is for what a door says itself and nobody stored."""

    seq: int
    sender: str  # bot | officer | you
    kind: str
    text: str
    asks: str | None = None
    choices: tuple[Choice, ...] = ()
    reference: str | None = None
    secret: str | None = None
    at: datetime | None = None
    message_id: str | None = None  # the client's id, for a message of the person's
    lang: str | None = None  # the language's code, when it is clearly not English

    def as_json(self) -> dict[str, Any]:
        """The message as the chat API gives it."""
        told: dict[str, Any] = {
            "seq": self.seq,
            "from": self.sender,
            "kind": self.kind,
            "text": self.text,
            "asks": self.asks,
            "choices": [{"label": choice.label, "value": choice.value} for choice in self.choices],
        }
        if self.kind == "receipt":
            told |= {"reference": self.reference, "secret": self.secret}
        return told | ({"lang": self.lang} if self.lang else {})

    def with_secret(self, secret: str) -> Message:
        """The receipt with its secret, for the one time that it is shown."""
        return replace(self, secret=secret)


def from_rows(rows: Iterable[Row]) -> list[Message]:
    """The messages in these rows: what the person, the bot and an officer said. Other events are passed over."""
    told = (_message(row) for row in rows)
    return [message for message in told if message is not None]


def last_question(messages: Sequence[Message]) -> Message | None:
    """The question that is still open: the latest one that the person has not answered."""
    for message in reversed(messages):
        if message.sender == "you":
            return None
        if message.asks:
            return message
    return None


def _message(row: Row) -> Message | None:
    if row.type == "user":
        return _from_person(row)
    if row.type == "bot":
        return _from_bot(row)
    return None


def _from_person(row: Row) -> Message | None:
    text = row.data.get("text") or ""
    if (row.data.get("metadata") or {}).get("is_external"):
        return None  # an event of ours, which Rasa keeps as if the person had said it, with their channel
    return Message(
        seq=row.seq,
        sender="you",
        kind="text",
        text=text.removeprefix("\\") if text.startswith("\\/") else text,
        at=row.at,
        message_id=row.data.get("message_id"),
        lang=_language(row.data.get("parse_data") or {}),
    )


def _language(heard: Mapping[str, Any]) -> str | None:
    entities = heard.get("entities") or ()
    return next((str(found["value"]) for found in entities if found.get("entity") == "language"), None)


def _from_bot(row: Row) -> Message | None:
    data: Mapping[str, Any] = row.data.get("data") or {}
    custom: Mapping[str, Any] = data.get("custom") or {}
    text = row.data.get("text") or custom.get("text") or ""
    if not text:
        return None
    officer = (row.data.get("metadata") or {}).get("from") == "officer"
    kind = custom.get("kind", "text")
    return Message(
        seq=row.seq,
        sender="officer" if officer else "bot",
        kind=kind if kind in KINDS else "text",
        text=text,
        asks=custom.get("asks"),
        choices=tuple(Choice(button["title"], button["payload"]) for button in data.get("buttons") or ()),
        reference=custom.get("reference"),
        secret=MASK if kind == "receipt" else None,
        at=row.at,
        lang=custom.get("lang"),
    )
