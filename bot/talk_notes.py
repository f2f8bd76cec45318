"""Notes on a conversation: what officers tell each other about it. The person never sees them in the chat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class TalkNote:
    """One note. It is never changed: who wrote what, and when, is part of the record."""

    conversation: str
    at: datetime
    who: str  # the officer's id
    text: str  # sealed wherever it is kept


class TalkNotes(Protocol):
    """Keeps the notes. Every method raises StoreBusy."""

    def add(self, note: TalkNote) -> None:
        """Keep a note."""
        ...

    def of(self, conversation: str) -> Sequence[TalkNote]:
        """The notes on a conversation, oldest first."""
        ...
