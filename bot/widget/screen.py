"""A screen that others use too: choose an unlock word, say that somebody is there, hide the words, show them again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from bot.ports import Chat
from bot.shared_screens import Screens, TooShort
from bot.visits import Visits
from bot.widget.events import Streams
from bot.widget.guard import Guard
from bot.widget.incoming import LONGEST_CHOICE, read_word
from bot.widget.lines import Lines
from bot.widget.off_loop import ask
from bot.widget.refusals import Refused


@dataclass(frozen=True)
class SharedScreen:
    """The handlers of /api/chat/screen. None of them gives anything of the conversation out."""

    visits: Visits
    guard: Guard
    streams: Streams
    lines: Lines

    def routes(self) -> list[web.RouteDef]:
        """Every address of a shared screen."""
        return [
            web.post("/api/chat/screen", self.share),
            web.post("/api/chat/screen/here", self.here),
            web.post("/api/chat/screen/hide", self.hide),
            web.post("/api/chat/screen/show", self.show),
            web.post("/unlock", self.unlock),
        ]

    async def share(self, request: web.Request) -> web.Response:
        """Others use this screen; the word shows again what is hidden on it."""
        word = await read_word(request)
        chat = await self._chat(request, self.visits.of)
        if not await ask(shared, self.visits.screens, chat, word):
            raise Refused("short_word")
        return web.Response(status=204)

    async def here(self, request: web.Request) -> web.Response:
        """Somebody is at the screen. Too late when the words are hidden already: 423."""
        chat = await self._chat(request, self.visits.of)
        await ask(self.visits.screens.attend, chat)
        return web.Response(status=204)

    async def hide(self, request: web.Request) -> web.Response:
        """Hide the words now, in every tab."""
        chat = await self._chat(request, self.visits.whose)
        await ask(self.visits.screens.hide, chat)
        if chat.screen:
            self.streams.end(chat.conversation)
        return web.Response(status=204)

    async def show(self, request: web.Request) -> web.Response:
        """Show the words again to whoever knows the unlock word or a secret."""
        word = await read_word(request)
        await self._opened(request, word)
        return web.Response(status=204)

    async def unlock(self, request: web.Request) -> web.Response:
        """The same from a page, which then leads to the questions."""
        word = (await request.post()).get("word")
        if not isinstance(word, str) or len(word) > LONGEST_CHOICE:
            raise Refused("not_understood")
        await self._opened(request, word)
        return web.Response(status=303, headers={"Location": "/say"})

    async def _opened(self, request: web.Request, word: str) -> None:
        """Try one word. Raises Refused: wrong_word, no_conversation, too_many.

        One try at a time, each with its wait, so that many at once are no faster than one after the other.
        """
        chat = await self._chat(request, self.visits.whose)
        async with self.lines.turn(f"screen:{chat.conversation}"):
            right, wait = await ask(self.visits.screens.show, chat, word)
            await asyncio.sleep(wait)
        if not right:
            raise Refused("wrong_word")

    async def _chat(self, request: web.Request, find: Callable[[str | None], Chat | None]) -> Chat:
        chat = await ask(find, self.guard.token(request))
        if chat is None:
            raise Refused("no_conversation")
        return chat


def shared(screens: Screens, chat: Chat, word: str) -> bool:
    """Whether the word will do."""
    try:
        screens.share(chat, word)
    except TooShort:
        return False
    return True
