"""What runs beside the door for as long as it is open: the watch over alerts, and housekeeping."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable

from aiohttp import web

from bot.housekeeping import Housekeeping
from bot.safeguarding import Watch
from bot.unread import UnreadReplies

log = logging.getLogger(__name__)

WATCH_SECONDS = 5.0
TIDY_SECONDS = 600.0
CANCEL_AGAIN_SECONDS = 0.5

# A round that runs beside the door: what it is called in the log, the step, and how many seconds lie between two.
Round = tuple[str, Callable[[], object], float]
Running = Callable[[web.Application], AsyncIterator[None]]


def watching(watch: Watch, seconds: float = WATCH_SECONDS) -> Running:
    """A cleanup context that runs the watch's rounds."""
    return _repeating("the watch over alerts", lambda: asyncio.run(watch.round()), seconds)


def tidying(housekeeping: Housekeeping, seconds: float = TIDY_SECONDS) -> Running:
    """A cleanup context that erases what was left."""
    return _repeating("housekeeping", housekeeping.round, seconds)


def reminding(unread: UnreadReplies, seconds: float = TIDY_SECONDS) -> Running:
    """A cleanup context that gives officers back what they wrote and nobody read."""
    return _repeating("the round over unread replies", unread.round, seconds)


def beside(round_: Round) -> Running:
    """A cleanup context that runs a round which the door itself knows nothing of."""
    return _repeating(*round_)


def _repeating(what: str, step: Callable[[], object], seconds: float) -> Running:
    """Nothing that goes wrong in one round ends the rounds."""

    async def running(_app: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(_rounds(what, step, seconds))
        yield
        await ended(task)

    return running


async def ended(task: asyncio.Task[None]) -> None:
    """Cancel a task until it is done: Python 3.11's wait_for loses a cancellation that comes as its wait is over."""
    while not task.done():
        task.cancel()
        await asyncio.wait({task}, timeout=CANCEL_AGAIN_SECONDS)


async def _rounds(what: str, step: Callable[[], object], seconds: float) -> None:
    while True:
        try:
            # In a thread: a round reads the store and the disk, and people must not wait for it.
            await asyncio.to_thread(step)
        except Exception as error:
            log.error("a round of %s failed: %s", what, type(error).__name__)
        await asyncio.sleep(seconds)
