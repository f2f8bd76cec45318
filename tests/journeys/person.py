"""A person at the widget: speaks the chat API as a browser would, and can walk through the questions to a receipt."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import aiohttp

MOST_TURNS = 40
TURN_SECONDS = 60.0
# What a person presses who wants nothing but to get on: in this order, whatever is on offer.
WAYS_ON = ("do:skip", "go_on", "no", "do:raise_concern")


Answers = Mapping[str, str | Sequence[str]]


class Stuck(AssertionError):
    """The conversation does not come to a receipt; the message tells what was said."""


@dataclass(frozen=True)
class Answer:
    """The door's answer to one message."""

    status: int
    body: Mapping[str, Any]

    @property
    def messages(self) -> Sequence[Mapping[str, Any]]:
        """The bot's messages of this turn."""
        found: Sequence[Mapping[str, Any]] = self.body.get("messages", ())
        return found

    @property
    def text(self) -> str:
        """Everything that was said, as one text."""
        return "\n".join(message["text"] for message in self.messages)

    @property
    def kinds(self) -> list[str]:
        """The kinds of the messages, in order."""
        return [message["kind"] for message in self.messages]

    def of_kind(self, kind: str) -> str:
        """The text of the messages of one kind."""
        return "\n".join(message["text"] for message in self.messages if message["kind"] == kind)

    @property
    def asks(self) -> str | None:
        """What is asked at the end of the turn, if anything."""
        asked = [message["asks"] for message in self.messages if message["asks"]]
        return asked[-1] if asked else None

    @property
    def choices(self) -> list[str]:
        """The values of all quick replies on offer."""
        return [choice["value"] for message in self.messages for choice in message["choices"]]

    @property
    def receipt(self) -> Mapping[str, Any] | None:
        """The receipt with its reference and secret, when this turn brought one."""
        return next((message for message in self.messages if message["kind"] == "receipt"), None)


@dataclass
class Person:
    """One browser with its cookie. `asked` and `heard` remember the conversation as the person saw it."""

    http: aiohttp.ClientSession
    address: str
    last: Answer = field(default_factory=lambda: Answer(0, {}))
    asked: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    was_helped: bool = False  # safety words were shown

    async def say(self, text: str, message_id: str | None = None) -> Answer:
        """Write something."""
        return await self.post({"id": message_id or str(uuid4()), "text": text})

    async def choose(self, value: str, message_id: str | None = None) -> Answer:
        """Press a quick reply."""
        return await self.post({"id": message_id or str(uuid4()), "choice": value})

    async def post(self, told: Any) -> Answer:
        """Send a body as it stands."""
        try:
            self.last = await self._post(told)
        except aiohttp.ClientConnectionError:  # a door that was started again closed the old connection
            self.last = await self._post(told)
        self.heard.append(self.last.text)
        self.was_helped = self.was_helped or "safety" in self.last.kinds
        if self.last.asks:
            self.asked.append(self.last.asks)
        return self.last

    async def _post(self, told: Any) -> Answer:
        async with self.http.post(f"{self.address}/api/chat/messages", json=told) as response:
            return Answer(response.status, await response.json())

    async def so_far(self) -> list[Mapping[str, Any]]:
        """The conversation as the door keeps it."""
        async with self.http.get(f"{self.address}/api/chat/messages") as response:
            told = await response.json()
        return list(told["messages"])

    async def leave(self) -> int:
        """Leave, as quick exit does; the status."""
        async with self.http.delete(f"{self.address}/api/chat") as response:
            return response.status

    async def answer(self, answers: Answers | None = None) -> Mapping[str, Any]:
        """Answer whatever is asked until there is a receipt, and return that.

        `answers` gives for each fact words, a quick reply's value, or several values of which the first on offer is
        pressed. What it does not name is skipped, and so is a question that comes a third time in a row; the read-back
        is confirmed. Raises Stuck when no receipt comes.
        """
        for _ in range(MOST_TURNS):
            if self.last.receipt:
                return self.last.receipt
            await self.reply({"confirm": "yes", **(answers or {})})
        raise Stuck(f"no receipt after {MOST_TURNS} turns; last asked {self.asked[-3:]}; heard: {self.heard[-1]}")

    async def reply(self, answers: Answers) -> Answer:
        """Answer the open question, or go on where none is open."""
        given = answers.get(self.last.asks or "", ())
        if isinstance(given, str) and self.asked[-3:] != [self.last.asks] * 3:
            return await (self.choose(given) if given in self.last.choices else self.say(given))
        for value in (*(() if isinstance(given, str) else given), *WAYS_ON):
            if value in self.last.choices:
                return await self.choose(value)
        raise Stuck(f"no way on ({self.last.status}) after {self.asked[-3:]}; heard: {self.heard[-1]}")

    async def until(self, asks: str, answers: Answers | None = None) -> Answer:
        """Answer until a certain question is open. Raises Stuck when it never comes."""
        for _ in range(MOST_TURNS):
            if self.last.asks == asks:
                return self.last
            if self.last.receipt:
                break
            await self.reply(answers or {})
        raise Stuck(f"{asks} was never asked, only {self.asked}")


@asynccontextmanager
async def person_at(address: str) -> AsyncIterator[Person]:
    """Somebody new at the door, with a browser of their own."""
    jar = aiohttp.CookieJar(unsafe=True)  # cookies of an address without a name, as in a test
    timeout = aiohttp.ClientTimeout(total=TURN_SECONDS)
    async with aiohttp.ClientSession(cookie_jar=jar, timeout=timeout) as http:
        yield Person(http, address)
