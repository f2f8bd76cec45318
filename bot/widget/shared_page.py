"""A screen that others use too, for pages without a script: choose an unlock word, and hide the words at once.

Without a script nothing can count the minutes on the screen: the door counts them since the last answer, and a page
that is open stays in sight until somebody hides or leaves it. The page says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from aiohttp import web

from bot.ports import Chat
from bot.shared_screens import VANISHED_AFTER
from bot.visits import Visits
from bot.widget.events import Streams
from bot.widget.guard import Guard
from bot.widget.incoming import LONGEST_CHOICE
from bot.widget.off_loop import ask
from bot.widget.own_entry import go, typed_into
from bot.widget.pages import Pages
from bot.widget.refusals import Refused
from bot.widget.screen import shared

SHARED, HIDE = "/say/shared", "/say/hide"
QUESTIONS = "/say"


@dataclass(frozen=True)
class SharedPage:
    """The handlers of /say/shared and /say/hide."""

    visits: Visits
    guard: Guard
    pages: Pages
    streams: Streams

    def routes(self) -> list[web.RouteDef]:
        """The page, choosing a word on it, and hiding."""
        return [web.get(SHARED, self.show), web.post(SHARED, self.share), web.post(HIDE, self.hide)]

    async def show(self, request: web.Request) -> web.Response:
        """GET /say/shared: the field for a word, or that one was chosen. Nothing to hide leads to the questions."""
        chat = await ask(self.visits.of, self.guard.token(request))
        return self._page(chat) if chat else go(QUESTIONS)

    async def share(self, request: web.Request) -> web.Response:
        """POST /say/shared: others use this screen; the word shows again what is hidden on it."""
        word = (await typed_into(request)).get("word", "")
        if len(word) > LONGEST_CHOICE:
            raise Refused("too_long")
        chat = await ask(self.visits.of, self.guard.token(request))
        if chat is None:
            raise Refused("no_conversation")
        return go(SHARED) if await ask(shared, self.visits.screens, chat, word) else self._page(chat, fault=True)

    async def hide(self, request: web.Request) -> web.Response:
        """POST /say/hide: the words are hidden now, in every tab."""
        chat = await ask(self.visits.whose, self.guard.token(request))
        if chat and chat.screen:
            await ask(self.visits.screens.hide, chat)
            self.streams.end(chat.conversation)
        return go(QUESTIONS)

    def _page(self, chat: Chat, *, fault: bool = False) -> web.Response:
        minutes = VANISHED_AFTER // timedelta(minutes=1)
        has_word = chat.screen is not None
        return self.pages.form("say_shared.html", 422 if fault else 200, shared=has_word, fault=fault, minutes=minutes)
