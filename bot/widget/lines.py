"""Lines: a conversation's messages go to Rasa one at a time, in order; and the answers that were just given."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

from bot.widget.refusals import Refused

LONGEST_LINE = 20  # messages of one conversation that may wait

Kept = TypeVar("Kept")


class Line:
    """Who waits for one conversation. An asyncio lock serves in the order of arrival."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.waiting = 0


class Lines:
    """The lines of all conversations; one that nobody stands in is forgotten."""

    def __init__(self) -> None:
        self._lines: WeakValueDictionary[str, Line] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, conversation: str) -> AsyncIterator[None]:
        """Wait for this conversation's turn. Raises Refused("too_many") when the line is full."""
        line = self._lines.get(conversation)
        if line is None:
            line = self._lines[conversation] = Line()
        if line.waiting >= LONGEST_LINE:
            raise Refused("too_many")
        line.waiting += 1
        try:
            await line.lock.acquire()
        finally:
            line.waiting -= 1
        try:
            yield
        finally:
            line.lock.release()


class Recent(Generic[Kept]):
    """A small memory: the last few answers, for as long as a receipt may be asked for again."""

    def __init__(self, most: int = 200, seconds: float = 15 * 60) -> None:
        self._most, self._seconds = most, seconds
        self._kept: OrderedDict[tuple[str, str], tuple[float, Kept]] = OrderedDict()

    def get(self, key: tuple[str, str]) -> Kept | None:
        """What was kept under the key, or None."""
        self._forget()
        found = self._kept.get(key)
        return found[1] if found else None

    def keep(self, key: tuple[str, str], value: Kept) -> None:
        """Keep it; the oldest goes when there are too many."""
        self._kept[key] = (time.monotonic(), value)
        self._forget()

    def _forget(self) -> None:
        oldest = time.monotonic() - self._seconds
        while self._kept and (len(self._kept) > self._most or next(iter(self._kept.values()))[0] < oldest):
            self._kept.popitem(last=False)
