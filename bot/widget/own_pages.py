"""The pages about a case: opened with reference and secret, without JavaScript; closed again; and the record.

Nothing here shows the child's name, the account or an officer's name. These are in the whole record, which is asked
for apart.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aiohttp import web

from bot import receipts
from bot.visits import Opened, Visits
from bot.widget.guard import Guard
from bot.widget.off_loop import ask
from bot.widget.own_entry import CASE, FORM, go, typed_into
from bot.widget.own_views import DONE, SAID_AFTER, OwnViews
from bot.widget.record import Record


@dataclass(frozen=True)
class OwnPages:
    """The handlers of /status and what is below it."""

    visits: Visits
    guard: Guard
    views: OwnViews
    record: Record

    def routes(self) -> list[web.RouteDef]:
        """The way in and out, the page, and the record."""
        return [
            web.get(FORM, self.form),
            web.post(FORM, self.open),
            web.get(CASE, self.case),
            web.post(f"{CASE}/stay", self.stay),
            web.get(f"{CASE}/record.txt", self.as_text),
            web.get(f"{CASE}/record.pdf", self.as_pdf),
            web.post(f"{CASE}/close", self.close),
        ]

    # --- in and out ---

    async def form(self, _request: web.Request) -> web.Response:
        """Reference and secret, please."""
        return self.views.form({})

    async def open(self, request: web.Request) -> web.Response:
        """Try a reference and a secret. Every failure looks the same and takes as long."""
        typed = await typed_into(request)
        missing = {name: "missing" for name in ("reference", "secret") if not typed.get(name)}
        if missing:
            return self.views.form(typed, missing)
        reference = receipts.read_reference(typed["reference"])
        entry = await ask(self.visits.open_case, _browser(request, self.guard), reference, typed["secret"])
        await asyncio.sleep(entry.wait_seconds)
        if entry.token is None:
            return self.views.form(typed, {"reference": "wrong"})
        assert reference is not None, "a secret opened it"
        response = await self._with_what_waits(reference, entry.token, typed)
        self.guard.give(response, entry.token, self.guard.case_cookie)
        return response

    async def _with_what_waits(self, reference: str, token: str, typed: Mapping[str, str]) -> web.Response:
        """What could not be taken before stands in its form again, to be sent by whoever may send it."""
        what, words = typed.get("what"), typed.get("words", "")
        opened = await ask(self.visits.open_now, token)
        if what not in DONE or opened is None:
            return go(CASE)
        if opened.scope is not None:
            return await self.views.helped(opened, words=words)
        return await self.views.case(reference, again=what, words=words)

    async def stay(self, request: web.Request) -> web.Response:
        """Somebody is still at the page: it stays open, if it still is."""
        return web.Response(status=204 if await self._open_now(request) else 410)

    async def close(self, request: web.Request) -> web.Response:
        """Shut the case; the browser forgets it."""
        await ask(self.visits.close_case, self.guard.case_token(request))
        response = go(FORM)
        self.guard.drop(response, self.guard.case_cookie)
        return response

    async def case(self, request: web.Request) -> web.Response:
        """How it is going, what was written, and what may be done."""
        opened, done = await self._open_now(request), SAID_AFTER.get(request.query.get("done", ""))
        if opened is None:
            return go(FORM)
        if opened.scope is not None:
            return await self.views.helped(opened, done=done)
        return await self.views.case(opened.reference, done=done)

    # --- the record ---

    async def as_text(self, request: web.Request) -> web.StreamResponse:
        """The whole record as a text file."""
        return await self._recorded(request, self.record.as_text, "text/plain", "txt")

    async def as_pdf(self, request: web.Request) -> web.StreamResponse:
        """The whole record as a tagged PDF."""
        return await self._recorded(request, self.record.as_pdf, "application/pdf", "pdf")

    async def _recorded(
        self, request: web.Request, make: Callable[[str], bytes], kind: str, end: str
    ) -> web.StreamResponse:
        reference = await self._opened(request)
        if reference is None:
            return go(FORM)
        body = await asyncio.to_thread(make, reference)
        headers = {"Content-Disposition": f'attachment; filename="{reference}.{end}"'}
        charset = "utf-8" if kind.startswith("text/") else None
        return web.Response(body=body, content_type=kind, charset=charset, headers=headers)

    async def _open_now(self, request: web.Request) -> Opened | None:
        return await ask(self.visits.open_now, self.guard.case_token(request))

    async def _opened(self, request: web.Request) -> str | None:
        return await ask(self.visits.case_of, self.guard.case_token(request))


def _browser(request: web.Request, guard: Guard) -> str:
    """What one browser's tries are counted under: its conversation's cookie, or its address, as a mark."""
    known = guard.token(request) or request.remote or ""
    return hashlib.sha256(known.encode()).hexdigest()[:32]
