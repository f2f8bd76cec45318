"""The outbox: notices that are to reach an officer, each once, kept until the mail server or Notify has taken it.

A notice names what it is about by an address of the console, and holds no word of a case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class Notice:
    """One thing to tell one officer. The id is made from both, so that nothing is told twice."""

    id: str
    officer: str
    kind: str  # one of notices.TEMPLATES
    page: str  # the address in the console, from its first slash on
    put_at: datetime
    next_at: datetime  # when it is to be tried, or tried again
    tries: int = 0
    sent_at: datetime | None = None


class Outbox(Protocol):
    """Keeps notices. Every method raises StoreBusy."""

    def put(self, notice: Notice) -> bool:
        """Keep a notice; False when one with its id was kept before, sent or not."""
        ...

    def due(self, now: datetime) -> Sequence[Notice]:
        """Those not sent whose time has come, the oldest first."""
        ...

    def sent(self, notice_id: str, at: datetime) -> None:
        """It was taken, or nobody is to be told any more."""
        ...

    def failed(self, notice_id: str, next_at: datetime) -> None:
        """It was not taken; it is tried again then."""
        ...

    def forget(self, before: datetime) -> None:
        """Delete what was sent before a day: what it was about is over."""
        ...


class NoticeChoices(Protocol):
    """Which notices an officer wants. Every method raises StoreBusy."""

    def choose(self, officer: str, wanted: Mapping[str, bool]) -> None:
        """Keep what an officer wants, by kind."""
        ...

    def of(self, officer: str) -> Mapping[str, bool]:
        """What an officer chose, by kind; nothing for a kind that they never chose about."""
        ...
