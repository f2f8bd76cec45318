"""The pages about a case: opened with reference and secret, without JavaScript; what the chat does for it, too.

Nothing here shows the child's name, the account or an officer's name. These are in the whole record, which is asked
for apart.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from aiohttp import web

from bot import receipts
from bot.correspondence import Correspondence
from bot.own_case import OwnCase, Status
from bot.visits import CASE_IDLE, CASE_OPEN, Visits
from bot.widget.guard import Guard
from bot.widget.incoming import LONGEST_TEXT, clean
from bot.widget.masking import mask
from bot.widget.off_loop import ask
from bot.widget.own_danger import OwnDanger
from bot.widget.own_entry import LONGEST_ENTRY, go, typed_into
from bot.widget.pages import Pages
from bot.widget.record import Record
from bot.words import Words

FORM, CASE = "/status", "/status/case"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
# What may be done on the page, by the end of its address: the sentence that says that it was done.
DONE = {
    "add": "utter_case_added",
    "next-stage": "utter_case_asks_next_stage",
    "withdraw": "utter_case_asks_withdrawal",
    "contact": "utter_case_contact",
}
NEEDS_WORDS = ("add", "contact")


@dataclass(frozen=True)
class OwnPages:
    """The handlers of /status and what is below it."""

    own: OwnCase
    visits: Visits
    correspondence: Correspondence
    danger: OwnDanger
    guard: Guard
    pages: Pages
    record: Record

    def routes(self) -> list[web.RouteDef]:
        """Every address of the pages about a case."""
        return [
            web.get(FORM, self.form),
            web.post(FORM, self.open),
            web.get(CASE, self.case),
            *(web.post(f"{CASE}/{what}", self._doing(what)) for what in DONE),
            web.post(f"{CASE}/stay", self.stay),
            web.get(f"{CASE}/record.txt", self.as_text),
            web.get(f"{CASE}/record.pdf", self.as_pdf),
            web.post(f"{CASE}/close", self.close),
        ]

    # --- in and out ---

    async def form(self, _request: web.Request) -> web.Response:
        """Reference and secret, please."""
        return self._form({})

    async def open(self, request: web.Request) -> web.Response:
        """Try a reference and a secret. Every failure looks the same and takes as long."""
        typed = await typed_into(request)
        missing = {name: "missing" for name in ("reference", "secret") if not typed.get(name)}
        if missing:
            return self._form(typed, missing)
        reference = receipts.read_reference(typed["reference"])
        entry = await ask(self.visits.open_case, _browser(request, self.guard), reference, typed["secret"])
        await asyncio.sleep(entry.wait_seconds)
        if entry.token is None:
            return self._form(typed, {"reference": "wrong"})
        assert reference is not None, "a secret opened it"
        what = typed.get("what")
        again = what in DONE
        response = await self._case(reference, again=what, words=typed.get("words", "")) if again else go(CASE)
        self.guard.give(response, entry.token, self.guard.case_cookie)
        return response

    async def stay(self, request: web.Request) -> web.Response:
        """Somebody is still at the page: it stays open, if it still is."""
        return web.Response(status=204 if await self._opened(request) else 410)

    async def close(self, request: web.Request) -> web.Response:
        """Shut the case; the browser forgets it."""
        await ask(self.visits.close_case, request.cookies.get(self.guard.case_cookie))
        response = go(FORM)
        self.guard.drop(response, self.guard.case_cookie)
        return response

    # --- the case ---

    async def case(self, request: web.Request) -> web.Response:
        """How it is going, what was written, and what may be done."""
        reference = await self._opened(request)
        if reference is None:
            return go(FORM)
        return await self._case(reference, done=DONE.get(request.query.get("done", "")))

    def _doing(self, what: str) -> Handler:
        async def do(request: web.Request) -> web.Response:
            words = clean((await typed_into(request)).get("words", ""))
            before = await ask(self.visits.case_before, request.cookies.get(self.guard.case_cookie))
            reference = await self._opened(request)
            if reference is None:
                return await self._too_late(request, before, what, words)
            if what in NEEDS_WORDS and not words:
                return await self._case(reference, fault=what, status=422)
            if len(words) > LONGEST_TEXT:
                return await self._case(reference, fault=what, problem="too_long", words=words, status=422)
            words = _masked(words)
            safety = await self.danger.look(reference, None, words)
            await ask(self._do, what, reference, words)
            if safety:
                return self.pages.response("own_safety.html", safety=safety)
            return go(f"{CASE}?done={what}")

        return do

    def _do(self, what: str, reference: str, words: str) -> None:
        if what == "add":
            self.own.add(reference, words)
        elif what == "next-stage":
            self.own.ask_next_stage(reference, words)
        elif what == "withdraw":
            self.own.ask_withdrawal(reference, words)
        else:
            self.own.change_contact(reference, {"safe_to_contact": words})

    async def _too_late(self, request: web.Request, before: str | None, what: str, words: str) -> web.Response:
        """The visit had ended: danger is heard all the same, and the words wait in this page alone for the secret."""
        words = _masked(words)
        safety = await self.danger.look(before, self.guard.token(request), words)
        return self._form({"what": what, "words": words}, safety=safety)

    async def _case(self, reference: str, *, status: int = 200, **told: Any) -> web.Response:
        found = await ask(self._read, reference)
        values = {"done": None, "fault": None, "again": None, "problem": "missing", "words": "", **told, **found}
        values |= {"minutes": CASE_IDLE // timedelta(minutes=1), "hours": CASE_OPEN // timedelta(hours=1)}
        return self.pages.response("own_case.html", status, **values)

    def _read(self, reference: str) -> Mapping[str, Any]:
        status = self.own.status(reference)
        assert status is not None, "a secret opened it"
        letters = self.correspondence.read(self.own.case(reference))
        return {
            "case": status,
            "letters": letters,
            "ask_way": self.own.ask_way(reference),
            "tell": _wording(self.danger.safety.words, status),
        }

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

    # --- what they share ---

    def _form(
        self, typed: Mapping[str, str], faults: Mapping[str, str] | None = None, safety: str | None = None
    ) -> web.Response:
        what = typed.get("what")
        values = {
            "faults": faults or {},
            "reference": typed.get("reference", "")[:LONGEST_ENTRY],
            "what": what if what in DONE else None,
            "words": typed.get("words", ""),
            "safety": safety,
        }
        return self.pages.response("own_form.html", 422 if faults else 200, **values)

    async def _opened(self, request: web.Request) -> str | None:
        return await ask(self.visits.case_of, request.cookies.get(self.guard.case_cookie))


def _wording(words: Words, status: Status) -> Callable[..., str]:
    """The sentences of domain.yml for whoever the case is of."""
    audience = "child" if status.young else "adult"
    return lambda name, **values: words.say(name, audience, **values)


def _masked(words: str) -> str:
    masked = mask(words, None)
    return masked.text if masked else words


def _browser(request: web.Request, guard: Guard) -> str:
    """What one browser's tries are counted under: its conversation's cookie, or its address, as a mark."""
    known = guard.token(request) or request.remote or ""
    return hashlib.sha256(known.encode()).hexdigest()[:32]
