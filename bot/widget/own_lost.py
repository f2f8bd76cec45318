"""The page for who lost a receipt: an officer checks who they are, and nothing of any case is shown."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from bot import receipts
from bot.visits import Visits
from bot.widget.guard import Guard
from bot.widget.off_loop import ask
from bot.widget.own_entry import go, typed_into
from bot.widget.pages import Pages

LOST = "/status/lost"


@dataclass(frozen=True)
class LostReceipt:
    """The handlers of /status/lost."""

    visits: Visits
    guard: Guard
    pages: Pages

    def routes(self) -> list[web.RouteDef]:
        """The form, and sending it."""
        return [web.get(LOST, self.lost_form), web.post(LOST, self.lost)]

    async def lost_form(self, request: web.Request) -> web.Response:
        """What happens when somebody lost their words."""
        return self.pages.response("own_lost.html", asked="asked" in request.query)

    async def lost(self, request: web.Request) -> web.Response:
        """Begin a conversation in which an officer checks who this is. Nothing of any case is shown."""
        reference = receipts.read_reference((await typed_into(request)).get("reference", ""))
        response = go(f"{LOST}?asked")
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
