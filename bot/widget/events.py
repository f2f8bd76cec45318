"""Server-sent events: every message of a conversation as it comes, an officer's too, read from the table.

A message's `seq` is the event's id, so a browser that comes back says where it was and misses nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from aiohttp import web

from bot.intake import Intake
from bot.messages import Message, from_rows
from bot.ports import Chat
from bot.visits import Visits
from bot.widget.guard import Guard
from bot.widget.off_loop import ask
from bot.widget.refusals import Refused

POLL_SECONDS = 0.7
HEARTBEAT_SECONDS = 15.0
MOST_STREAMS = 12  # of one conversation: tabs, and connections whose end was not noticed yet


@dataclass(eq=False)
class Streams:
    """The streams that are open, by conversation, so that leaving ends them at once."""

    closing: bool = False  # this process ends, the conversations do not: browsers come back to another
    _open: dict[str, set[asyncio.Event]] = field(default_factory=dict)

    @contextlib.contextmanager
    def opened(self, conversation: str) -> Iterator[asyncio.Event]:
        """Give the event that ends a stream. Raises Refused: too_many, or unavailable when the door is closing."""
        if self.closing:
            raise Refused("unavailable")
        ended = asyncio.Event()
        streams = self._open.setdefault(conversation, set())
        if len(streams) >= MOST_STREAMS:
            raise Refused("too_many")
        streams.add(ended)
        try:
            yield ended
        finally:
            streams.discard(ended)
            if not streams:
                self._open.pop(conversation, None)

    def end(self, conversation: str) -> None:
        """End the streams of a conversation that was left, or hidden."""
        for ended in self._open.get(conversation, ()):
            ended.set()

    async def end_all(self, _app: web.Application) -> None:
        """End all streams: the door is closing."""
        self.closing = True
        for conversation in list(self._open):
            self.end(conversation)


@dataclass(frozen=True)
class Events:
    """The handler of GET /api/chat/events."""

    intake: Intake
    visits: Visits
    guard: Guard
    streams: Streams

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Every message after Last-Event-ID, then each new one, until the chat is left or hidden, or nobody listens."""
        token = self.guard.token(request)
        chat = await ask(self.visits.of, token)
        if chat is None:
            raise Refused("no_conversation")
        with self.streams.opened(chat.conversation) as ended:
            response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "X-Accel-Buffering": "no"})
            with contextlib.suppress(ConnectionError):
                await response.prepare(request)
                await self._follow(response, token, chat, ended, _last_seen(request))
            return response

    async def _follow(
        self, response: web.StreamResponse, token: str | None, chat: Chat, ended: asyncio.Event, seq: int
    ) -> None:
        await response.write(b": here\n\n")
        written_at = time.monotonic()
        while not ended.is_set():
            messages = await self._new(token, chat, ended, seq)
            if messages:
                await response.write(b"".join(_event(message) for message in messages))
                seq, written_at = messages[-1].seq, time.monotonic()
            elif time.monotonic() - written_at >= HEARTBEAT_SECONDS:
                await response.write(b": still here\n\n")
                written_at = time.monotonic()
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(ended.wait(), POLL_SECONDS)
        if not self.streams.closing:
            with contextlib.suppress(Refused):  # it cannot be said why: the browser comes back and hears it then
                still_here = await ask(self.visits.whose, token)
                await response.write(b"event: %s\ndata: {}\n\n" % (b"hidden" if still_here else b"left"))

    async def _new(self, token: str | None, chat: Chat, ended: asyncio.Event, seq: int) -> Sequence[Message]:
        """The messages after `seq`. A store that does not answer is asked again at the next round."""
        try:
            if await ask(self.visits.of, token) is None:  # left through another process of this door
                ended.set()
                return ()
            return from_rows(await ask(self.intake.transcripts.rows, chat.conversation, seq))
        except Refused as refused:
            if refused.code == "hidden":
                ended.set()
            return ()


def _last_seen(request: web.Request) -> int:
    given = request.headers.get("Last-Event-ID", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 16 else 0


def _event(message: Message) -> bytes:
    data = json.dumps(message.as_json(), ensure_ascii=False)
    return f"id: {message.seq}\nevent: message\ndata: {data}\n\n".encode()
