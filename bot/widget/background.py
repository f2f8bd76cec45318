"""The watch over alerts, run every few seconds beside the door for as long as it is open."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable

from aiohttp import web

from bot.safeguarding import Watch

log = logging.getLogger(__name__)

ROUND_SECONDS = 5.0


def watching(watch: Watch, seconds: float = ROUND_SECONDS) -> Callable[[web.Application], AsyncIterator[None]]:
    """A cleanup context that runs the watch's rounds; nothing that goes wrong in one ends them."""

    async def running(_app: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(_rounds(watch, seconds))
        yield
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

    return running


async def _rounds(watch: Watch, seconds: float) -> None:
    while True:
        try:
            # In a thread with a loop of its own: a round reads the store and the disk, and people must not wait for it.
            await asyncio.to_thread(lambda: asyncio.run(watch.round()))
        except Exception as error:
            log.error("a round of the watch over alerts failed: %s", type(error).__name__)
        await asyncio.sleep(seconds)
