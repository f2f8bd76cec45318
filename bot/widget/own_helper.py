"""Letting somebody help with a case: the person chooses what a helper may do, gets words for them, and ends it."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from bot.helpers import SCOPES, Helpers
from bot.visits import Visits
from bot.widget.guard import Guard
from bot.widget.off_loop import ask
from bot.widget.own_entry import CASE, FORM, go, typed_into
from bot.widget.pages import Pages

HELPER = f"{CASE}/helper"


@dataclass(frozen=True)
class OwnHelper:
    """The handlers of /status/case/helper. Only the person's own secret opens them, never the helper's."""

    helpers: Helpers
    visits: Visits
    guard: Guard
    pages: Pages

    def routes(self) -> list[web.RouteDef]:
        """Letting in and letting out."""
        return [web.post(HELPER, self.let_in), web.post(f"{HELPER}/end", self.let_out)]

    async def let_in(self, request: web.Request) -> web.Response:
        """Words for a helper, shown this once."""
        typed, reference = await typed_into(request), await self._own(request)
        if reference is None:
            return go(FORM)
        scope = [name for name in SCOPES if typed.get(name)]
        secret = await ask(self.helpers.let_in, reference, scope)
        return self.pages.response("own_helper.html", reference=reference, secret=secret, scope=scope)

    async def let_out(self, request: web.Request) -> web.Response:
        """The helper is outside with their next request."""
        reference = await self._own(request)
        if reference is None:
            return go(FORM)
        await ask(self.helpers.let_out, reference)
        return go(f"{CASE}?done=helper-out")

    async def _own(self, request: web.Request) -> str | None:
        return await ask(self.visits.case_of, self.guard.case_token(request))
