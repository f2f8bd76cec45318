"""What somebody does on the page of their case: add, ask for the next stage, stop, say how to be reached.

Danger is looked for first of all, whether the visit still runs, the store answers or the words are too many; and what
cannot be taken waits in the page that is shown, so that nobody writes it twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.own_case import OwnCase
from bot.visits import Opened, Visits
from bot.widget.guard import Guard, Handler
from bot.widget.incoming import LONGEST_TEXT, clean
from bot.widget.masking import mask
from bot.widget.off_loop import ask
from bot.widget.own_danger import OwnDanger
from bot.widget.own_entry import CASE, go, typed_into
from bot.widget.own_views import DONE, OwnViews
from bot.widget.refusals import Refused

NEEDS_WORDS = ("add", "contact")


@dataclass(frozen=True)
class OwnActs:
    """The handlers below /status/case that change something."""

    own: OwnCase
    visits: Visits
    danger: OwnDanger
    guard: Guard
    views: OwnViews

    def routes(self) -> list[web.RouteDef]:
        """One address for each act."""
        return [web.post(f"{CASE}/{what}", self._doing(what)) for what in DONE]

    def _doing(self, what: str) -> Handler:
        async def do(request: web.Request) -> web.Response:
            words = _masked(clean((await typed_into(request)).get("words", "")))
            before, opened, away = await self._whose(request)
            safety = await self.danger.look(before, self.guard.token(request), words)
            if away or opened is None:
                return self.views.form({"what": what, "words": words}, safety=safety, away=away)
            if opened.scope is not None and not (what == "add" and "write" in opened.scope):
                raise Refused("not_found")
            return await self._done(what, opened, words, safety)

        return do

    async def _whose(self, request: web.Request) -> tuple[str | None, Opened | None, bool]:
        """The case that the browser had opened, the one that is open still, and whether the store did not answer."""
        token = self.guard.case_token(request)
        try:
            before = await ask(self.visits.case_before, token)
            return before, await ask(self.visits.open_now, token), False
        except Refused:
            return None, None, True

    async def _done(self, what: str, opened: Opened, words: str, safety: str | None) -> web.Response:
        if what in NEEDS_WORDS and not words:
            return await self._faulty(opened, fault=what)
        if len(words) > LONGEST_TEXT:
            return await self._faulty(opened, fault=what, problem="too_long", words=words, safety=safety)
        try:
            await ask(self._do, what, opened, words)
        except Refused:
            typed = {"reference": opened.reference, "what": what, "words": words}
            return self.views.form(typed, safety=safety, away=True)
        return self.views.pages.response("own_safety.html", safety=safety) if safety else go(f"{CASE}?done={what}")

    async def _faulty(self, opened: Opened, **told: Any) -> web.Response:
        if opened.scope is not None:
            return await self.views.helped(opened, status=422, **told)
        return await self.views.case(opened.reference, status=422, **told)

    def _do(self, what: str, opened: Opened, words: str) -> None:
        reference = opened.reference
        if what == "add":
            self.own.add(reference, words, by_helper=opened.scope is not None)
        elif what == "next-stage":
            self.own.ask_next_stage(reference, words)
        elif what == "withdraw":
            self.own.ask_withdrawal(reference, words)
        else:
            self.own.change_contact(reference, {"safe_to_contact": words})


def _masked(words: str) -> str:
    masked = mask(words, None)
    return masked.text if masked else words
