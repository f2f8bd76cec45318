"""Patience: tries to sign in to one account are taken one after the other, each after its wait.

Fifty tries at once get no further than fifty in a row. The wait grows and ends, so nobody is locked out of their
account for good; and one account's wait is not another's.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from bot.console.refusals import Refused

LONGEST_LINE = 5


class _Line:
    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.waiting = 0


class Patience:
    """The lines before each account; `sleep` waits for some seconds."""

    def __init__(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._sleep = sleep
        self._lines: WeakValueDictionary[str, _Line] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, account: str, seconds: Callable[[], Awaitable[float]]) -> AsyncIterator[None]:
        """Wait for this account's turn and then for `seconds`. Raises Refused("too_many") when the line is full."""
        line = self._lines.get(account)
        if line is None:
            line = self._lines[account] = _Line()
        if line.waiting >= LONGEST_LINE:
            raise Refused("too_many")
        line.waiting += 1
        try:
            async with line.lock:
                await self._sleep(await seconds())
                yield
        finally:
            line.waiting -= 1
