"""Rasa's channel for the doors, as small as it can be: a real server that keeps the rows a turn would leave."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.fakes import InMemoryTranscripts

SECRET = "for-the-doors"


def says(text: str, *buttons: tuple[str, str], **custom: Any) -> dict[str, Any]:
    """A bot event with quick replies (label, value) and custom keys such as kind and asks."""
    choices = [{"title": label, "payload": value} for label, value in buttons]
    return {"text": text, "data": {"custom": custom, "buttons": choices}, "metadata": {}}


def officer_says(text: str) -> dict[str, Any]:
    return {"text": text, "data": {}, "metadata": {"from": "officer"}}


async def becomes(true: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until something is true; raises TimeoutError when it never is."""
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.02)


@dataclass
class StubRasa:
    """Answers each message with `reply`; `down` makes it refuse, `saves_then_breaks` lose its answer.

    With `until` set, it hears nothing before that event.
    """

    transcripts: InMemoryTranscripts
    heard: list[dict[str, Any]] = field(default_factory=list)
    reply: Callable[[dict[str, Any]], list[dict[str, Any]]] = lambda told: [says(f"You said: {told['text']}")]
    down: bool = False
    saves_then_breaks: bool = False
    until: asyncio.Event | None = None
    at_once: int = 0
    most_at_once: int = 0
    asked: int = 0  # messages that have come, heard or not yet

    async def messages(self, request: web.Request) -> web.Response:
        if request.headers.get("X-Channel-Secret") != SECRET:
            return web.json_response({}, status=403)
        if self.down:
            return web.json_response({}, status=503)
        self.asked += 1
        if self.until:
            await self.until.wait()
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0)
        self._turn(await request.json())
        self.at_once -= 1
        return web.json_response({}, status=503 if self.saves_then_breaks else 200)

    def _turn(self, told: dict[str, Any]) -> None:
        self.heard.append(told)
        conversation = told["conversation"]
        self.transcripts.say(conversation, "user", {"text": told["text"], "message_id": told["id"]})
        for event in self.reply(told):
            self.transcripts.say(conversation, "bot", event)

    async def health(self, _request: web.Request) -> web.Response:
        return web.json_response({}, status=503 if self.down else 200)

    def server(self) -> TestServer:
        app = web.Application()
        app.router.add_post("/webhooks/door/messages", self.messages)
        app.router.add_get("/webhooks/door/health", self.health)
        return TestServer(app)
