"""The confirmation: where the case went, its reference, and its secret for the one time that it is shown.

Whoever has that page before them may have the secret as five words or as a code, and take it with them as a file. Only
the page itself carries what allows it: a ticket that works once. The secret is in bodies alone, never in an address.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from aiohttp import web

from bot import receipts
from bot.after_sending import where_it_went
from bot.complaints.case import Case
from bot.complaints.facts import CHILD_ROLES
from bot.widget.guard import Guard
from bot.widget.off_loop import ask
from bot.widget.own_entry import go, typed_into
from bot.widget.pages import Pages
from bot.widget.refusals import Refused
from bot.widget.turns import Turns
from bot.words import Words

SENT = "/say/sent"


@dataclass(frozen=True)
class Sent:
    """The page after sending."""

    turns: Turns
    guard: Guard
    pages: Pages
    words: Words

    def routes(self) -> list[web.RouteDef]:
        """The receipt, its other form, and its file."""
        return [web.get(SENT, self.show), web.post(SENT, self.another), web.post(f"{SENT}/receipt.txt", self.as_file)]

    async def led_to(self, reference: str, form: str = "") -> str:
        """The address that shows the receipt of a case just sent, once."""
        ticket = await ask(self.turns.visits.ticket, reference)
        return f"{SENT}?once={ticket}{f'&form={form}' if form else ''}"

    async def show(self, request: web.Request) -> web.Response:
        """GET /say/sent: the latest case of a conversation. Only a ticket that was not used yet brings its secret.

        Raises Refused where nothing was sent.
        """
        case, secret, form = await self._case(request), None, request.query.get("form", "")
        if await self._redeemed(request.query.get("once"), case):
            wanted = form if form in receipts.FORMS else receipts.FORMS[0]
            secret = await ask(self.turns.intake.secret_for, case.conversation or "", case.reference, wanted)
        return await self._page(case, secret, told="utter_door_widget_other_form_given" if secret and form else "")

    async def another(self, request: web.Request) -> web.Response:
        """POST /say/sent: the secret in the other form; the one before it dies. Where that fails it is shown again."""
        typed, case = await typed_into(request), await self._case(request)
        form = typed.get("form", "")
        if form not in receipts.FORMS:
            raise Refused("not_understood")
        open_still = self.turns.intake.receipt_is_open(case)
        if open_still and await self._redeemed(typed.get("once"), case):
            return go(await self.led_to(case.reference, form))
        return await self._page(case, _shown(typed), told="utter_door_widget_other_form_failed", status=409)

    async def as_file(self, request: web.Request) -> web.Response:
        """POST /say/sent/receipt.txt: what the page shows, as a file. Whether the secret is right it does not say."""
        case, secret = await self._case(request), _shown(await typed_into(request))
        if secret is None:
            raise Refused("not_understood")
        text = self.words.say("utter_door_widget_receipt_text", reference=case.reference, secret=secret)
        headers = {"Content-Disposition": f'attachment; filename="{case.reference}.txt"'}
        return web.Response(text=f"{text}\n", content_type="text/plain", headers=headers)

    async def _page(self, case: Case, secret: str | None, *, told: str = "", status: int = 200) -> web.Response:
        audience = "child" if case.reporter_role in CHILD_ROLES else "adult"
        say = partial(self.words.say, audience=audience)
        return self.pages.form(
            "say_sent.html",
            status,
            audience=audience,
            where=list(where_it_went(case, self.turns.intake.profile, say)),
            reference=case.reference,
            secret=secret,
            other="code" if secret and receipts.words_in(secret) else "words",
            once=await ask(self.turns.visits.ticket, case.reference) if secret else "",
            told=told,
        )

    async def _case(self, request: web.Request) -> Case:
        chat = await ask(self.turns.visits.of, self.guard.token(request))
        cases = await ask(self.turns.intake.cases.of_conversation, chat.conversation) if chat else ()
        if not cases:
            raise Refused("not_found")
        return cases[-1]

    async def _redeemed(self, ticket: str | None, case: Case) -> bool:
        return bool(ticket) and await ask(self.turns.visits.redeem, ticket) == case.reference


def _shown(typed: dict[str, str]) -> str | None:
    """The secret that the page had shown, when the form's field has the shape of one."""
    secret = typed.get("secret", "")
    return secret if receipts.has_shape(secret) else None
