"""The watch over alerts runs beside the door, and nothing that goes wrong ends it."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager

from aiohttp import web

from bot.widget.background import watching
from tests.widget.conftest import House, Person


class CountedWatch:
    """A watch whose first round fails."""

    def __init__(self) -> None:
        self.rounds = 0

    async def round(self) -> None:
        self.rounds += 1
        if self.rounds == 1:
            raise OSError("the store is locked")


async def _until(true: object, seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # type: ignore[operator]
            await asyncio.sleep(0.01)


async def test_a_round_that_fails_does_not_end_the_watch() -> None:
    watch = CountedWatch()
    running = asynccontextmanager(watching(watch, seconds=0.01))  # type: ignore[arg-type]
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(running(web.Application()))
        await _until(lambda: watch.rounds >= 3)


async def test_an_alert_at_the_door_reaches_the_store_and_the_duty_route(person: Person, house: House) -> None:
    await person.says("he is going to kill me tonight")
    await _until(lambda: house.notices.sent)
    [alert] = house.work.alerts()
    assert house.conversation == alert.conversation
    assert house.spool.waiting() == []
    assert [(to, kind) for to, kind, _ in house.notices.sent] == [("duty@council.test", "alert")]
