"""Off the loop: what blocks (the store, hashing, the spool's disk) runs in threads, each with an end to the waiting."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from bot.shared_screens import Hidden
from bot.widget.refusals import Refused

log = logging.getLogger(__name__)

SECONDS = 6.0  # longer than the store's own wait for a lock, shorter than anybody's patience

# Safety has a thread of its own: a store that hangs fills the others, and an alert does not wait behind it.
SAFETY = ThreadPoolExecutor(1, thread_name_prefix="safety")

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


async def ask(call: Callable[Given, Answer], *args: Given.args, **kwargs: Given.kwargs) -> Answer:
    """The answer of a blocking call to the store.

    Raises Refused: unavailable when it fails or takes too long; hidden for a screen on which the words are hidden.
    """
    try:
        return await asyncio.wait_for(asyncio.to_thread(call, *args, **kwargs), SECONDS)
    except Hidden:
        raise Refused("hidden") from None
    except Exception as error:
        log.error("the store did not answer %s: %s", getattr(call, "__name__", "a call"), type(error).__name__)
        raise Refused("unavailable") from None


async def spooled(call: Callable[Given, object], *args: Given.args, **kwargs: Given.kwargs) -> bool:
    """Whether a change of the spool came to its end; False for a disk that is full, broken or hangs."""
    running = asyncio.get_running_loop().run_in_executor(SAFETY, partial(call, *args, **kwargs))
    try:
        await asyncio.wait_for(running, SECONDS)
    except Exception as error:
        log.critical("the alert spool failed: %s", type(error).__name__)
        return False
    return True
