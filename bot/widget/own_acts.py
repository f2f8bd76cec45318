"""What somebody does on the page of their case: add, ask for the next stage, stop, say how to be reached.

Danger is looked for first of all, whether the visit still runs, the store answers or the words are too many; and what
cannot be taken waits in the page that is shown, so that nobody writes it twice.
"""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from bot.own_case import OwnCase
from bot.visits import Visits
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
            before, reference, away = await self._whose(request)
            safety = await self.danger.look(before, self.guard.token(request), words)
            if away or reference is None:
                return self.views.form({"what": what, "words": words}, safety=safety, away=away)
            return await self._done(what, reference, words, safety)

        return do

    async def _whose(self, request: web.Request) -> tuple[str | None, str | None, bool]:
        """The case that the browser had opened, the one that is open still, and whether the store did not answer."""
        token = request.cookies.get(self.guard.case_cookie)
        try:
            before = await ask(self.visits.case_before, token)
            return before, await ask(self.visits.case_of, token), False
        except Refused:
            return None, None, True

    async def _done(self, what: str, reference: str, words: str, safety: str | None) -> web.Response:
        if what in NEEDS_WORDS and not words:
            return await self.views.case(reference, fault=what, status=422)
        if len(words) > LONGEST_TEXT:
            told = {"fault": what, "problem": "too_long", "words": words, "safety": safety}
            return await self.views.case(reference, status=422, **told)
        try:
            await ask(self._do, what, reference, words)
        except Refused:
            return self.views.form({"reference": reference, "what": what, "words": words}, safety=safety, away=True)
        return self.views.pages.response("own_safety.html", safety=safety) if safety else go(f"{CASE}?done={what}")

    def _do(self, what: str, reference: str, words: str) -> None:
        if what == "add":
            self.own.add(reference, words)
        elif what == "next-stage":
            self.own.ask_next_stage(reference, words)
        elif what == "withdraw":
            self.own.ask_withdrawal(reference, words)
        else:
            self.own.change_contact(reference, {"safe_to_contact": words})


def _masked(words: str) -> str:
    masked = mask(words, None)
    return masked.text if masked else words
