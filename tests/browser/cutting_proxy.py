"""A proxy between browser and door that does what proxies do: it closes connections on which nothing moves."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass
class CuttingProxy:
    """Passes bytes on; ends a connection that has been idle, every connection at once, or lets none in."""

    door_port: int
    idle_seconds: float = 60.0
    port: int = 0
    taken: int = 0  # connections so far
    cut: int = 0  # of these, those that were ended for being idle
    refuses: bool = False
    _open: set[asyncio.StreamWriter] = field(default_factory=set)

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection."""
        if self.refuses:
            writer.close()
            return
        self.taken += 1
        to_door = await asyncio.open_connection("127.0.0.1", self.door_port)
        self._open |= {writer, to_door[1]}
        moved = asyncio.Event()
        pumps = [self._pump(reader, to_door[1], moved), self._pump(to_door[0], writer, moved)]
        tasks = [asyncio.ensure_future(work) for work in (*pumps, self._watch(moved))]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        for end in (writer, to_door[1]):
            end.close()
            self._open.discard(end)

    def cut_all(self) -> None:
        """End every connection in the middle of whatever it does."""
        for writer in list(self._open):
            writer.transport.abort()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, moved: asyncio.Event) -> None:
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(65536):
                moved.set()
                writer.write(data)
                await writer.drain()

    async def _watch(self, moved: asyncio.Event) -> None:
        with contextlib.suppress(TimeoutError):
            while True:
                await asyncio.wait_for(moved.wait(), self.idle_seconds)
                moved.clear()
        self.cut += 1


@asynccontextmanager
async def cutting_proxy(door_port: int, idle_seconds: float = 60.0) -> AsyncIterator[CuttingProxy]:
    """A running proxy in front of a door."""
    proxy = CuttingProxy(door_port, idle_seconds)
    server = await asyncio.start_server(proxy.take, "127.0.0.1", 0)
    proxy.port = server.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        server.close()
        proxy.cut_all()
