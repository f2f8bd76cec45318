"""Server-sent events: nothing is lost, repeated or reordered, and the stream ends when the chat is left."""

import asyncio
import json
from typing import Any

import pytest
from aiohttp import ClientResponse, web

from bot.widget.events import Streams
from bot.widget.refusals import Refused
from tests.widget.conftest import House, Person
from tests.widget.stub_rasa import officer_says, says

PATIENCE = 10  # seconds


async def _open(person: Person, **headers: str) -> ClientResponse:
    return await person.http.get("/api/chat/events", headers=headers)


async def _next(stream: ClientResponse) -> dict[str, Any]:
    """The next event that is no comment, as its fields."""
    fields: dict[str, Any] = {}
    async with asyncio.timeout(PATIENCE):
        async for raw in stream.content:
            line = raw.decode().rstrip("\n")
            if not line and fields:
                break
            if line and not line.startswith(":"):
                name, _, value = line.partition(": ")
                fields[name] = json.loads(value) if name == "data" else value
    return fields


async def test_everything_is_told_from_the_start_with_its_number(person: Person) -> None:
    await person.says("hello")
    stream = await _open(person)
    yours, answer = await _next(stream), await _next(stream)
    assert (yours["id"], yours["data"]["from"], yours["data"]["text"]) == ("1", "you", "hello")
    assert (answer["id"], answer["data"]["from"], answer["event"]) == ("2", "bot", "message")
    stream.close()


async def test_a_browser_that_comes_back_hears_only_what_it_missed(person: Person) -> None:
    await person.says("one")
    await person.says("two")
    stream = await _open(person, **{"Last-Event-ID": "3"})
    assert (await _next(stream))["data"]["text"] == "You said: two"
    stream.close()


async def test_an_officers_message_arrives(person: Person, house: House) -> None:
    await person.says("can I talk to a person")
    stream = await _open(person, **{"Last-Event-ID": "2"})
    house.transcripts.say(house.conversation, "bot", officer_says("Hello, I am from the complaints team."))
    message = (await _next(stream))["data"]
    assert (message["from"], message["text"]) == ("officer", "Hello, I am from the complaints team.")
    stream.close()


async def test_two_tabs_hear_the_same(person: Person, house: House) -> None:
    await person.says("hello")
    tabs = [await _open(person, **{"Last-Event-ID": "2"}) for _ in range(2)]
    house.transcripts.say(house.conversation, "bot", officer_says("Hello."))
    assert [(await _next(tab))["data"]["text"] for tab in tabs] == ["Hello.", "Hello."]
    for tab in tabs:
        tab.close()


async def test_a_receipts_secret_is_never_streamed(person: Person, house: House) -> None:
    house.rasa.reply = lambda _told: [says("We have it.", kind="receipt", reference="CF-0000-00")]
    await person.says("yes")
    stream = await _open(person, **{"Last-Event-ID": "1"})
    assert (await _next(stream))["data"]["secret"] == "•••"
    stream.close()


async def test_the_stream_ends_when_the_chat_is_left(person: Person) -> None:
    await person.says("hello")
    stream = await _open(person, **{"Last-Event-ID": "2"})
    assert (await person.http.delete("/api/chat")).status == 204
    assert (await _next(stream))["event"] == "left"
    async with asyncio.timeout(PATIENCE):
        assert await stream.content.read() == b""


async def test_the_stream_ends_when_the_chat_was_left_through_another_process(person: Person, house: House) -> None:
    await person.says("hello")
    stream = await _open(person, **{"Last-Event-ID": "2"})
    house.chats.leave(house.conversation, house.clock.now())
    assert (await _next(stream))["event"] == "left"


async def test_a_stream_ends_at_once_when_the_door_closes_and_does_not_say_that_the_chat_was_left(
    person: Person,
) -> None:
    await person.says("hello")
    stream = await _open(person, **{"Last-Event-ID": "2"})
    async with asyncio.timeout(PATIENCE):
        await person.http.server.close()
        assert b"left" not in await stream.content.read()


async def test_a_door_that_is_closing_opens_no_new_stream() -> None:
    streams = Streams()
    await streams.end_all(web.Application())
    with pytest.raises(Refused, match="unavailable"), streams.opened("c-1"):
        pass


async def test_a_rubbish_last_event_id_means_from_the_start(person: Person) -> None:
    await person.says("hello")
    for rubbish in ("abc", "-1", "1e9", "٣", "9" * 400):
        stream = await _open(person, **{"Last-Event-ID": rubbish})
        assert (await _next(stream))["id"] == "1"
        stream.close()


async def test_a_store_that_is_locked_for_a_while_loses_nothing(person: Person, house: House) -> None:
    await person.says("hello")
    stream = await _open(person, **{"Last-Event-ID": "2"})
    working = house.transcripts.rows
    locked = asyncio.Event()

    def busy(*_: object) -> None:
        locked.set()
        raise OSError("locked")

    house.transcripts.rows = busy  # type: ignore[assignment,method-assign]
    house.transcripts.say(house.conversation, "bot", officer_says("Hello."))
    async with asyncio.timeout(PATIENCE):
        await asyncio.to_thread(lambda: None)
        await locked.wait()
    house.transcripts.rows = working  # type: ignore[method-assign]
    assert (await _next(stream))["data"]["text"] == "Hello."
    stream.close()


async def test_one_conversation_cannot_hold_any_number_of_streams(person: Person) -> None:
    await person.says("hello")
    streams = [await _open(person) for _ in range(13)]
    assert [stream.status for stream in streams] == [200] * 12 + [429]
    for stream in streams:
        stream.close()
