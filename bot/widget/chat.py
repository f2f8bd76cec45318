"""The chat API: say something, read it again, leave. The stream of what comes is in events.py."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from bot.messages import from_rows
from bot.widget.events import Streams
from bot.widget.guard import Guard
from bot.widget.incoming import read, read_receipt_wish
from bot.widget.off_loop import ask
from bot.widget.refusals import Refused
from bot.widget.turns import Answer, Turns
from bot.words import Words


class Chat:
    """The handlers of /api/chat."""

    def __init__(self, turns: Turns, guard: Guard, streams: Streams, words: Words) -> None:
        self._turns, self._guard, self._streams, self._words = turns, guard, streams, words

    async def say(self, request: web.Request) -> web.Response:
        """POST /api/chat/messages: one message of the person's, answered with the bot's messages of this turn."""
        said = await read(request)
        visit, answer = await self._turns.take(self._guard.token(request), said)
        response = refusal(answer, self._words) if isinstance(answer, Refused) else web.json_response(_as_json(answer))
        if visit.token:
            self._guard.give(response, visit.token)
        return response

    async def so_far(self, request: web.Request) -> web.Response:
        """GET /api/chat/messages: the conversation so far; none for a browser that has said nothing."""
        chat = await ask(self._turns.visits.of, self._guard.token(request))
        rows = await ask(self._turns.intake.transcripts.rows, chat.conversation) if chat else ()
        shared = {"shared": True} if chat and chat.screen else {}
        return web.json_response({"messages": [message.as_json() for message in from_rows(rows)], **shared})

    async def another_secret(self, request: web.Request) -> web.Response:
        """POST /api/chat/receipt: a receipt just given, with a secret of another form; the first one dies."""
        reference, form = await read_receipt_wish(request)
        chat = await ask(self._turns.visits.of, self._guard.token(request))
        if chat is None:
            raise Refused("no_conversation")
        secret = await ask(self._turns.intake.secret_for, chat.conversation, reference, form)
        if secret is None:
            raise Refused("not_on_offer")
        return web.json_response({"reference": reference, "secret": secret})

    async def leave(self, request: web.Request) -> web.Response:
        """DELETE /api/chat: the conversation's token opens nothing any more, and the browser forgets this site."""
        response = web.Response(status=204)
        await self.end(request, response)
        return response

    async def end(self, request: web.Request, response: web.StreamResponse) -> None:
        """End the conversation of a request, if it has one; the browser forgets it even when the store cannot."""
        self._guard.take(response)
        try:
            await ask(self._turns.visits.close_case, self._guard.case_token(request))
            chat = await ask(self._turns.visits.whose, self._guard.token(request))
            if chat:
                await ask(self._turns.visits.leave, chat)
                self._streams.end(chat.conversation)
        except Refused:
            response.headers["X-Left"] = "browser-only"


def _as_json(answer: Answer) -> dict[str, Any]:
    told: dict[str, Any] = {"messages": [message.as_json() for message in answer.replies]}
    if answer.yours:
        told["you"] = answer.yours.as_json()
    return told


def refusal(refused: Refused, words: Words) -> web.Response:
    """A refusal as the chat API gives it."""
    told = {"error": refused.code, "message": words.say(refused.sentence)}
    return web.json_response(told, status=refused.status)
