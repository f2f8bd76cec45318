"""The beat: server-sent events that tell an open queue to look again. What changed is not in them, and whose it is.

The page then asks for its queue as it always does, so that nothing is shown which its officer may not see. The store
is asked for a sign of change once a second, however many pages are open.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field

from aiohttp import web

from bot.console.refusals import Refused
from bot.ports import StoreBusy

EVERY_SECONDS = 1.0
HEARTBEAT_SECONDS = 15.0  # a proxy takes a silent connection for a dead one
MOST_STREAMS = 6  # of one session: tabs, and connections whose end was not noticed yet


@dataclass(eq=False)
class Beat:
    """The newest sign of change, and the streams that wait for the next."""

    read: Callable[[], str]
    _closing: asyncio.Event = field(default_factory=asyncio.Event)
    _reading: asyncio.Lock = field(default_factory=asyncio.Lock)
    _open: Counter[str] = field(default_factory=Counter)
    _sign: str = ""
    _read_at: float = -EVERY_SECONDS

    async def sign(self) -> str:
        """A sign that is another after something changed; at most a second old. Raises StoreBusy."""
        async with self._reading:
            if time.monotonic() - self._read_at >= EVERY_SECONDS:
                self._sign = sign_of(await asyncio.to_thread(self.read))
                self._read_at = time.monotonic()
            return self._sign

    async def signs(self, known: str) -> AsyncIterator[str | None]:
        """Each sign that differs from the one before, and None when there is no other; until the console closes."""
        while not self._closing.is_set():
            new = None
            with contextlib.suppress(StoreBusy):  # it is asked again in a second
                new = await self.sign()
            yield new if new != known else None
            known = new or known
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._closing.wait(), EVERY_SECONDS)

    @contextlib.contextmanager
    def opened(self, session: str) -> Iterator[None]:
        """Count a stream of a session. Raises Refused when it has too many."""
        if self._open[session] >= MOST_STREAMS:
            raise Refused("too_many")
        self._open[session] += 1
        try:
            yield
        finally:
            self._open[session] -= 1
            if not self._open[session]:
                del self._open[session]

    async def close(self, _app: web.Application) -> None:
        """End all streams: the console is closing."""
        self._closing.set()


def sign_of(pulse: str) -> str:
    """What the page is told of a pulse, which itself would say how many cases there are."""
    return hashlib.sha256(pulse.encode()).hexdigest()[:16]


async def write(response: web.StreamResponse, beat: Beat, known: str, is_over: Callable[[], bool]) -> None:
    """Say "changed" after each change, and "ended" once the session is over; returns when nobody listens any more."""
    written_at = time.monotonic()
    await response.write(b"retry: 2000\n\n")
    async for sign in beat.signs(known):
        if await asyncio.to_thread(is_over):
            await response.write(b"event: ended\ndata: -\n\n")
            return
        if sign or time.monotonic() - written_at >= HEARTBEAT_SECONDS:
            said = f"event: changed\nid: {sign}\ndata: -\n\n" if sign else ": still here\n\n"
            await response.write(said.encode())
            written_at = time.monotonic()
