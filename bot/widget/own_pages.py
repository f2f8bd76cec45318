"""The pages about a case: opened with reference and secret, without JavaScript; what the chat does for it, too.

Nothing here shows the child's name, the account or an officer's name. These are in the whole record, which is asked
for apart.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from aiohttp import web

from bot import receipts
from bot.correspondence import Correspondence
from bot.own_case import OwnCase, Status
from bot.visits import Visits
from bot.widget.guard import Guard
from bot.widget.incoming import LONGEST_TEXT, clean
from bot.widget.masking import mask
from bot.widget.off_loop import ask
from bot.widget.pages import Pages
from bot.widget.record import Record
from bot.widget.refusals import Refused
from bot.widget.safety import Safety
from bot.words import Words

FORM, CASE, LOST = "/status", "/status/case", "/status/lost"
LONGEST_ENTRY = 200  # characters of a reference or a secret

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
    safety: Safety
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
            web.get(f"{CASE}/record.txt", self.as_text),
            web.get(f"{CASE}/record.pdf", self.as_pdf),
            web.post(f"{CASE}/close", self.close),
            web.get(LOST, self.lost_form),
            web.post(LOST, self.lost),
        ]

    # --- in and out ---

    async def form(self, _request: web.Request) -> web.Response:
        """Reference and secret, please."""
        return self._form()

    async def open(self, request: web.Request) -> web.Response:
        """Try a reference and a secret. Every failure looks the same and takes as long."""
        typed = await self._typed(request)
        missing = {name: "missing" for name in ("reference", "secret") if not typed.get(name)}
        if missing:
            return self._form(missing, typed.get("reference", ""))
        reference = receipts.read_reference(typed["reference"])
        entry = await ask(self.visits.open_case, _browser(request, self.guard), reference, typed["secret"])
        await asyncio.sleep(entry.wait_seconds)
        if entry.token is None:
            return self._form({"reference": "wrong"}, typed["reference"])
        response = _go(CASE)
        self.guard.give(response, entry.token, self.guard.case_cookie)
        return response

    async def close(self, request: web.Request) -> web.Response:
        """Shut the case; the browser forgets it."""
        await ask(self.visits.close_case, request.cookies.get(self.guard.case_cookie))
        response = _go(FORM)
        self.guard.drop(response, self.guard.case_cookie)
        return response

    # --- the case ---

    async def case(self, request: web.Request) -> web.Response:
        """How it is going, what was written, and what may be done."""
        reference = await self._opened(request)
        if reference is None:
            return _go(FORM)
        return await self._case(reference, done=DONE.get(request.query.get("done", "")))

    def _doing(self, what: str) -> Handler:
        async def do(request: web.Request) -> web.Response:
            reference = await self._opened(request)
            if reference is None:
                return _go(FORM)
            words = clean((await self._typed(request)).get("words", ""))
            if what in NEEDS_WORDS and not words:
                return await self._case(reference, fault=what, status=422)
            if len(words) > LONGEST_TEXT:
                return await self._case(reference, fault=what, problem="too_long", words=words, status=422)
            masked = mask(words, None)
            words = masked.text if masked else words
            helped = await self._screened(reference, words)
            await ask(self._do, what, reference, words)
            return helped or _go(f"{CASE}?done={what}")

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

    async def _screened(self, reference: str, words: str) -> web.Response | None:
        """The safety words, where somebody may be in danger: written to the spool first, as in the chat."""
        danger = await self.safety.look(words)
        if danger is None:
            return None
        case = await ask(self.own.case, reference)
        danger = replace(danger, sure=True)  # Rasa does not hear what is written here, so a doubtful sign counts
        seen = await self.safety.note(case.conversation or f"case-{reference}", str(uuid4()), words, danger)
        return self.pages.response("own_safety.html", safety=self.safety.words_for(seen.spooled, None))

    async def _case(self, reference: str, *, status: int = 200, **told: Any) -> web.Response:
        found = await ask(self._read, reference)
        values = {"done": None, "fault": None, "problem": "missing", "words": "", **told, **found}
        return self.pages.response("own_case.html", status, **values)

    def _read(self, reference: str) -> Mapping[str, Any]:
        status = self.own.status(reference)
        assert status is not None, "a secret opened it"
        letters = self.correspondence.read(self.own.case(reference))
        return {
            "case": status,
            "letters": letters,
            "ask_way": self.own.ask_way(reference),
            "tell": _wording(self.safety.words, status),
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
            return _go(FORM)
        body = await asyncio.to_thread(make, reference)
        headers = {"Content-Disposition": f'attachment; filename="{reference}.{end}"'}
        charset = "utf-8" if kind.startswith("text/") else None
        return web.Response(body=body, content_type=kind, charset=charset, headers=headers)

    # --- the lost receipt ---

    async def lost_form(self, request: web.Request) -> web.Response:
        """What happens when somebody lost their words."""
        return self.pages.response("own_lost.html", asked="asked" in request.query)

    async def lost(self, request: web.Request) -> web.Response:
        """Begin a conversation in which an officer checks who this is. Nothing of any case is shown."""
        reference = receipts.read_reference((await self._typed(request)).get("reference", ""))
        response = _go(f"{LOST}?asked")
        conversation = await self._conversation(request, response)
        await ask(self.visits.intake.lost_receipt, conversation, reference)
        return response

    async def _conversation(self, request: web.Request, response: web.Response) -> str:
        """The browser's conversation; one begins where there is none."""
        chat = await ask(self.visits.of, self.guard.token(request))
        if chat:
            return chat.conversation
        token, new = await ask(self.visits.begin)
        self.guard.give(response, token)
        return new.conversation

    # --- what they share ---

    def _form(self, faults: Mapping[str, str] | None = None, reference: str = "") -> web.Response:
        values = {"faults": faults or {}, "reference": reference[:LONGEST_ENTRY]}
        return self.pages.response("own_form.html", 422 if faults else 200, **values)

    async def _opened(self, request: web.Request) -> str | None:
        return await ask(self.visits.case_of, request.cookies.get(self.guard.case_cookie))

    @staticmethod
    async def _typed(request: web.Request) -> dict[str, str]:
        """What was typed into a form, without the blanks around it. Raises Refused for what is no form."""
        try:
            told = await request.post()
        except ValueError:
            raise Refused("not_understood") from None
        typed = {name: value.replace("\r\n", "\n").strip() for name, value in told.items() if isinstance(value, str)}
        for name in ("reference", "secret"):
            if len(typed.get(name, "")) > LONGEST_ENTRY:
                raise Refused("too_long")
        return typed


def _wording(words: Words, status: Status) -> Callable[..., str]:
    """The sentences of domain.yml for whoever the case is of."""
    audience = "child" if status.young else "adult"
    return lambda name, **values: words.say(name, audience, **values)


def _go(to: str) -> web.Response:
    """Send the browser on, so that reloading does nothing twice."""
    return web.Response(status=303, headers={"Location": to})


def _browser(request: web.Request, guard: Guard) -> str:
    """What one browser's tries are counted under: its conversation's cookie, or its address, as a mark."""
    known = guard.token(request) or request.remote or ""
    return hashlib.sha256(known.encode()).hexdigest()[:32]
