"""Catching up: what pages took while Rasa was away reaches the record also when nobody comes back to say more.

Whoever is still at the pages brings it there with their next answer, and sees at once what Rasa says to it; so only
conversations that are quiet, or have sent their concern, are looked at here.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from datetime import timedelta

from aiohttp import web

from bot.drafts import sends
from bot.widget.background import ended
from bot.widget.off_loop import ask
from bot.widget.refusals import Refused
from bot.widget.turns import Turns

log = logging.getLogger(__name__)

ROUND_SECONDS = 10.0
QUIET = timedelta(minutes=15)

Running = Callable[[web.Application], AsyncIterator[None]]


def catching_up(turns: Turns, seconds: float = ROUND_SECONDS) -> Running:
    """A cleanup context that looks every so many seconds whether Rasa is back."""

    async def running(_app: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(_rounds(turns, seconds))
        yield
        await ended(task)

    return running


async def _rounds(turns: Turns, seconds: float) -> None:
    while True:
        with contextlib.suppress(Refused):  # Rasa or the store is away: the next round asks again
            await catch_up_quiet(turns)
        await asyncio.sleep(seconds)


async def catch_up_quiet(turns: Turns) -> None:
    """Tell Rasa what is held for conversations in which nobody is answering. Raises Refused while that cannot be."""
    transcripts = turns.intake.transcripts
    waiting = await ask(transcripts.waiting)
    if not waiting or not await turns.assistant.ready():
        return
    for conversation in waiting:
        held = await ask(transcripts.held, conversation)
        quiet_since = turns.intake.clock.now() - QUIET
        if held and (held[-1].at <= quiet_since or any(map(sends, held))):
            async with turns.lines.turn(conversation):
                await turns.catch_up(conversation)
            log.info("conversation %s: %d held answers told to Rasa", conversation, len(held))
