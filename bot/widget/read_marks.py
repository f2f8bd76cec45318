"""Read marks: the person has an officer's words before them, which the officer sees. It gives nothing out."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from aiohttp import web

from bot.correspondence import Correspondence
from bot.visits import Visits
from bot.widget.guard import Guard
from bot.widget.off_loop import ask
from bot.widget.refusals import Refused


@dataclass(frozen=True)
class ReadMarks:
    """The handler of POST /api/chat/read, and the same for the pages."""

    visits: Visits
    correspondence: Correspondence
    guard: Guard

    async def read(self, request: web.Request) -> web.Response:
        """The widget shows an officer's words: it is open, and its page is the one that is looked at."""
        chat = await ask(self.visits.of, self.guard.token(request))
        if chat is None:
            raise Refused("no_conversation")
        await ask(self.correspondence.read_in_chat, chat.conversation)
        return web.Response(status=204)

    async def shown(self, conversation: str) -> None:
        """A page shows an officer's words. Nobody waits for the mark, or goes without the page because of it."""
        with suppress(Refused):
            await ask(self.correspondence.read_in_chat, conversation)
