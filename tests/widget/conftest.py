"""The door with everything behind it in memory, and a real server in Rasa's place."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer

from bot import councils
from bot.correspondence import Correspondence
from bot.councils.calendar import england
from bot.housekeeping import Housekeeping
from bot.intake import Intake
from bot.safeguarding import Watch
from bot.settings import Settings
from bot.unread import UnreadReplies
from bot.visits import Visits
from bot.widget.app import Door, create_app
from bot.words import words
from tests.fakes import (
    FixedClock,
    InMemoryAudit,
    InMemoryCases,
    InMemoryChats,
    InMemorySpool,
    InMemoryTranscripts,
    InMemoryWork,
    RecordedNotices,
)
from tests.widget.stub_rasa import SECRET, StubRasa

SERVICE = {
    "duty_email": "duty@council.test",
    "smtp_url": "smtp://mail.council.test",
    "council_phone": "020 7946 0000",
    "out_of_hours_phone": "020 7946 0999",
}


class PlainHasher:
    """Keeps secrets as they are: what hashing costs is tested where hashing is."""

    def hash(self, secret: str) -> str:
        return f"kept:{secret}"

    def matches(self, secret: str, kept: str | None) -> bool:
        return kept == self.hash(secret)


@dataclass
class House:
    """Everything behind the door, for a test to look at and to break."""

    rasa: StubRasa
    transcripts: InMemoryTranscripts
    clock: FixedClock = field(default_factory=FixedClock)
    work: InMemoryWork = field(default_factory=InMemoryWork)
    chats: InMemoryChats = field(default_factory=InMemoryChats)
    spool: InMemorySpool = field(default_factory=InMemorySpool)
    audit: InMemoryAudit = field(default_factory=InMemoryAudit)
    notices: RecordedNotices = field(default_factory=RecordedNotices)

    def __post_init__(self) -> None:
        self.cases = InMemoryCases(self.work)

    def door(self, *, demonstration: bool, duty_hours: str = "always") -> Door:
        profile = councils.load("national", date(2026, 3, 2))
        calendar = england(profile.closures)
        intake = Intake(
            cases=self.cases,
            work=self.work,
            transcripts=self.transcripts,
            spool=self.spool,
            clock=self.clock,
            hasher=PlainHasher(),
            profile=profile,
            calendar=calendar,
            demonstration=demonstration,
            duty_hours=duty_hours,
        )
        watch = Watch(
            spool=self.spool,
            work=self.work,
            notices=self.notices,
            clock=self.clock,
            profile=profile,
            calendar=calendar,
            duty_email=SERVICE["duty_email"],
            escalation_email="",
            console_address="http://127.0.0.1:8081",
        )
        correspondence = Correspondence(self.transcripts, self.chats, self.audit, self.clock)
        housekeeping = Housekeeping(
            self.cases, self.work, self.chats, self.transcripts, self.spool, correspondence, self.clock, 24
        )
        return Door(
            intake=intake,
            visits=Visits(self.chats, self.clock, intake),
            watch=watch,
            housekeeping=housekeeping,
            correspondence=correspondence,
            unread=UnreadReplies(self.cases, self.work, self.chats, correspondence, self.clock, profile, calendar),
            words=words(demonstration=demonstration),
        )

    @property
    def conversation(self) -> str:
        """The only conversation that there is."""
        [chat] = self.chats._chats.values()
        return chat.conversation


@dataclass
class Person:
    """Somebody's browser at the door."""

    http: TestClient[Any, Any]

    async def says(self, text: str, message_id: str | None = None, **more: Any) -> ClientResponse:
        return await self.http.post("/api/chat/messages", json={"id": message_id or str(uuid4()), "text": text}, **more)

    async def picks(self, value: str) -> ClientResponse:
        return await self.http.post("/api/chat/messages", json={"id": str(uuid4()), "choice": value})

    async def hears(self, text: str) -> list[dict[str, Any]]:
        """What the bot says to this."""
        answer = await self.says(text)
        assert answer.status == 200
        return list((await answer.json())["messages"])


Open = Callable[..., Awaitable[Person]]


@asynccontextmanager
async def doors(house: House) -> AsyncIterator[Open]:
    """A way to open doors to this house with any settings; all are closed at the end."""
    server = house.rasa.server()
    await server.start_server()
    clients: list[TestClient[Any, Any]] = []

    folder = TemporaryDirectory()

    async def opened(**changes: Any) -> Person:
        own = {"channel_secret": SECRET, "rasa_port": server.port, "data_dir": Path(folder.name)}
        given: dict[str, Any] = {**own, **SERVICE, **changes}
        settings = Settings(**given)
        app = create_app(house.door(demonstration=settings.demonstration, duty_hours=settings.alert_hours), settings)
        clients.append(TestClient(TestServer(app)))
        await clients[-1].start_server()
        return Person(clients[-1])

    yield opened
    for client in clients:
        await client.close()
    await server.close()
    folder.cleanup()


@pytest.fixture
def house() -> House:
    transcripts = InMemoryTranscripts()
    return House(StubRasa(transcripts), transcripts)


@pytest.fixture
async def open_door(house: House) -> AsyncIterator[Open]:
    """Open the door with these settings; each call is another browser at a door of its own."""
    async with doors(house) as opened:
        yield opened


@pytest.fixture
async def person(open_door: Open) -> Person:
    return await open_door()
