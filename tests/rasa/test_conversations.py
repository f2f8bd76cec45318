"""Rasa's HTTP API as the console uses it, against a real server that answers as Rasa does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.ports import RasaUnavailable
from bot.rasa.conversations import RasaConversations
from tests.builders import CONVERSATION

TOKEN = "token-that-guards-rasa"
SILENT = {"event": "slot", "name": "handoff_state", "value": "with_officer"}


@dataclass
class Api:
    """What was asked of Rasa, and how it is to answer next."""

    address: str = ""
    asked: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)
    status: int = 200
    drops: bool = False

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append((request.path, dict(request.query), await request.json()))
        if self.drops:
            assert request.transport
            request.transport.abort()
        return web.json_response({"sender_id": "x", "messages": []}, status=self.status)


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    found, app = Api(), web.Application()
    app.router.add_post("/{all:.*}", found.answer)
    async with TestServer(app) as server:
        found.address = str(server.make_url("")).rstrip("/")
        yield found


async def test_an_officers_words_are_appended_as_the_bots_with_whose_they_are(api: Api) -> None:
    await RasaConversations(api.address, TOKEN).officer_says(CONVERSATION, "Hello 👋", "Robin")
    said = {"event": "bot", "text": "Hello 👋", "metadata": {"from": "officer", "name": "Robin"}}
    assert api.asked == [
        (
            f"/conversations/{CONVERSATION}/tracker/events",
            {"include_events": "NONE", "token": TOKEN},
            [SILENT, said],
        )
    ]


async def test_taking_a_conversation_makes_the_bot_silent(api: Api) -> None:
    await RasaConversations(api.address, TOKEN).officer_takes(CONVERSATION)
    assert api.asked[0][2] == [SILENT]


async def test_the_bot_is_woken_and_says_why_in_one_request(api: Api) -> None:
    await RasaConversations(api.address, TOKEN).wake(CONVERSATION, "It is me again.")
    [(path, _, body)] = api.asked
    assert path == f"/conversations/{CONVERSATION}/tracker/events"
    assert body == [
        {"event": "slot", "name": "handoff_state", "value": "waiting"},
        {"event": "bot", "text": "It is me again.", "data": {"custom": {"kind": "handoff"}}},
    ]


async def test_handing_back_is_an_intent_of_ours(api: Api) -> None:
    await RasaConversations(api.address, TOKEN).hand_back(CONVERSATION)
    [(path, query, body)] = api.asked
    assert (path, query["include_events"], body) == (
        f"/conversations/{CONVERSATION}/trigger_intent",
        "NONE",
        {"name": "hand_back"},
    )


async def test_an_id_cannot_reach_another_address_of_rasa(api: Api) -> None:
    await RasaConversations(api.address, TOKEN).officer_takes("../model?x=")
    assert api.asked[0][0] == "/conversations/../model?x=/tracker/events"


@pytest.mark.parametrize(("status", "drops"), [(401, False), (409, False), (500, False), (200, True)])
async def test_a_refusal_a_fault_and_a_dropped_line_are_all_rasa_unavailable(
    api: Api, status: int, drops: bool, caplog: pytest.LogCaptureFixture
) -> None:
    api.status, api.drops = status, drops
    with pytest.raises(RasaUnavailable) as told:
        await RasaConversations(api.address, TOKEN).officer_says(CONVERSATION, "secret words", "Robin")
    assert told.value.__cause__ is None
    for private in (TOKEN, "secret words"):
        assert private not in caplog.text and private not in str(told.value)


async def test_nobody_listening_is_rasa_unavailable() -> None:
    with pytest.raises(RasaUnavailable):
        await RasaConversations("http://127.0.0.1:9", TOKEN).hand_back(CONVERSATION)
