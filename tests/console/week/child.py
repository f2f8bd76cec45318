"""A child at Harrow's public door, with a small server in Rasa's place that writes into the real tracker's table."""

from __future__ import annotations

from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any
from uuid import uuid4

from aiohttp.test_utils import TestClient, TestServer

from bot.housekeeping import Housekeeping
from bot.ports import Handoff
from bot.safeguarding import Watch
from bot.settings import Settings
from bot.unread import UnreadReplies
from bot.visits import Visits
from bot.widget.app import Door, create_app
from bot.words import words
from tests.console.week.team import Team
from tests.fakes import RecordedNotices
from tests.widget.conftest import SERVICE
from tests.widget.stub_rasa import SECRET, StubRasa, says

CONSOLE = "http://127.0.0.1:8081"


class Child:
    """Somebody's browser at the door of a council."""

    def __init__(self, team: Team) -> None:
        self.team, self.notices = team, RecordedNotices()
        self._open = AsyncExitStack()

    async def arrives(self, folder: Path) -> None:
        """Open the door, and a browser at it."""
        rasa = StubRasa(self.team.said, reply=self._rasa_replies)  # type: ignore[arg-type]  # only `say` is asked of it
        at = await self._open.enter_async_context(rasa.server())
        given: dict[str, Any] = {"channel_secret": SECRET, "rasa_port": at.port, "data_dir": folder, **SERVICE}
        self.door = self._door()
        app = create_app(self.door, Settings(**given))
        self.http: TestClient[Any, Any] = await self._open.enter_async_context(TestClient(TestServer(app)))

    async def leaves(self) -> None:
        """Shut the browser and the door."""
        await self._open.aclose()

    async def says(self, text: str) -> None:
        """Write something; the door takes it."""
        async with self.http.post("/api/chat/messages", json={"id": str(uuid4()), "text": text}) as answer:
            assert answer.status == 200

    async def reads(self) -> list[str]:
        """The texts of the whole conversation."""
        async with self.http.get("/api/chat/messages") as answer:
            return [message["text"] for message in (await answer.json())["messages"]]

    async def door_goes_round(self) -> None:
        """What the door does every few seconds: pass alerts on."""
        await self.door.watch.round()

    @property
    def conversation(self) -> str:
        """The conversation that the child has, which is the only one that began at a door."""
        [found] = self.team.store.chats.idle_since(self.team.clock.now().replace(year=2100))
        return found

    def _rasa_replies(self, told: dict[str, Any]) -> list[dict[str, Any]]:
        """Whoever asks for somebody is put into the queue, as the actions do it."""
        if "somebody" in told["text"]:
            self.team.store.work.ask_handoff(Handoff(told["conversation"], self.team.clock.now(), "asked"))
        return [says("Somebody will read this.")]

    def _door(self) -> Door:
        team, store, intake = self.team, self.team.store, self.team.intake()
        letters = team.correspondence()
        watch = Watch(
            team.spool, store.work, self.notices, team.clock, intake.profile, intake.calendar, SERVICE["duty_email"],
            "", CONSOLE,
        )  # fmt: skip
        return Door(
            intake=intake,
            visits=Visits(store.chats, team.clock, intake),
            watch=watch,
            housekeeping=Housekeeping(
                store.cases, store.work, store.chats, store.transcripts, team.spool, letters, team.clock, 24
            ),
            correspondence=letters,
            unread=UnreadReplies(
                store.cases, store.work, store.chats, letters, team.clock, intake.profile, intake.calendar
            ),
            words=words(),
        )
