"""`make bench`: turns a second and the time of a turn through the public door, beside a bare Rasa, as ratios.

The bare Rasa is stock: sparse features, logistic regression, rules, no actions, its conversations in memory and its own
REST channel. Both run on this machine's loopback in the same run, one after the other, under the same load.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import aiohttp

from tests.bench.bare_rasa import bare_rasa
from tests.journeys.person import Person, Stuck, person_at
from tests.journeys.stack import running

SECONDS = 15.0  # of each measurement; the door lets one address write 3,000 times a minute, which this stays under
WARM_TURNS = 10
CHATS = (1, 20)

# One concern from its first words to the receipt; what is asked in between may differ, what is said does not.
ACCOUNT = "My daughter's social worker has changed four times this year and nobody told us why."
TOLD = {
    "what_happened": ACCOUNT,
    "reporter_role": "parent",
    "care_status": "has_social_worker",
    "court_involved": "no",
    "already_answered": "no",
    "wanted_outcome": "one worker who stays",
    "contact_preference": "chat",
}
# As many short answers as our own conversation has on average, to the bare bot.
BARE_CHAT = ("hello", "my worker never rings back", "yes", "no", "what happens next?", "no", "yes", "thanks")

Turn = Callable[[], Awaitable[bool]]


@dataclass
class Measured:
    """What one measurement saw."""

    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    failed: int = 0

    @property
    def a_second(self) -> float:
        """Turns a second, all chats together."""
        return len(self.times) / self.seconds

    @property
    def median(self) -> float:
        """Milliseconds of the middle turn."""
        return 1000 * statistics.median(self.times)

    @property
    def p95(self) -> float:
        """Milliseconds that 95 of 100 turns stayed under."""
        return 1000 * statistics.quantiles(self.times, n=20)[-1]


async def measured(turns: Sequence[Turn], seconds: float) -> Measured:
    """Run every chat's turns one after the other, all chats at once, for some seconds."""
    found, end = Measured(), time.monotonic() + seconds

    async def chat(turn: Turn) -> None:
        while time.monotonic() < end:
            started = time.perf_counter()
            found.failed += not await turn()
            found.times.append(time.perf_counter() - started)

    started = time.monotonic()
    await asyncio.gather(*(chat(turn) for turn in turns))
    found.seconds = time.monotonic() - started
    return found


@dataclass
class AtTheDoor:
    """One chat at the public door: concern after concern, each in a conversation of its own."""

    address: str
    visits: AsyncExitStack
    person: Person | None = None

    async def turn(self) -> bool:
        """Say the next thing; whether it was answered."""
        if self.person is None or self.person.last.receipt:
            await self.visits.aclose()
            self.person = await self.visits.enter_async_context(person_at(self.address))
            return (await self.person.say(ACCOUNT)).status == 200
        try:
            return (await self.person.reply({"confirm": "yes", **TOLD})).status == 200
        except Stuck:
            self.person = None
            return False


@dataclass
class AtBareRasa:
    """One chat at the bare Rasa's REST channel."""

    address: str
    http: aiohttp.ClientSession
    said: int = 0
    sender: str = ""

    async def turn(self) -> bool:
        """Say the next thing; whether it was answered."""
        if self.said % len(BARE_CHAT) == 0:
            self.sender = uuid4().hex
        told = {"sender": self.sender, "message": BARE_CHAT[self.said % len(BARE_CHAT)]}
        self.said += 1
        async with self.http.post(f"{self.address}/webhooks/rest/webhook", json=told) as response:
            return response.status == 200 and bool(await response.json())


async def at_the_door(address: str, chats: int, seconds: float) -> Measured:
    """The measurement of our own stack."""
    async with AsyncExitStack() as open_until_done:
        visits = [await open_until_done.enter_async_context(AsyncExitStack()) for _ in range(chats)]
        turns = [AtTheDoor(address, visit).turn for visit in visits]
        await _warm(turns)
        return await measured(turns, seconds)


async def at_bare_rasa(address: str, chats: int, seconds: float) -> Measured:
    """The measurement of the bare one."""
    async with aiohttp.ClientSession() as http:
        turns = [AtBareRasa(address, http).turn for _ in range(chats)]
        await _warm(turns)
        return await measured(turns, seconds)


async def _warm(turns: Sequence[Turn]) -> None:
    for number in range(WARM_TURNS):
        await turns[number % len(turns)]()


def report(ours: dict[int, Measured], bare: dict[int, Measured]) -> str:
    """Both sets of figures and their ratios, as a table."""
    lines = [f"{'':24}{'turns/s':>10}{'median ms':>11}{'p95 ms':>9}{'failed':>8}"]
    for chats in CHATS:
        title = "one chat" if chats == 1 else f"{chats} chats at once"
        for name, found in (("through the door", ours[chats]), ("bare Rasa", bare[chats])):
            figures = f"{found.a_second:10.1f}{found.median:11.1f}{found.p95:9.1f}{found.failed:8d}"
            lines.append(f"{title if name != 'bare Rasa' else '':16}{name:>17}{figures}"[:90])
        we, it = ours[chats], bare[chats]
        ratios = f"{we.a_second / it.a_second:10.2f}{we.median / it.median:11.2f}{we.p95 / it.p95:9.2f}"
        lines.append(f"{'':16}{'ours / bare':>17}{ratios}")
    return "\n".join(lines)


def main(seconds: float = SECONDS) -> int:
    """Measure and print; 1 when a turn failed, as the figures then say nothing."""
    bare: dict[int, Measured] = {}
    ours: dict[int, Measured] = {}
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        with bare_rasa(Path(folder)) as address:
            for chats in CHATS:
                bare[chats] = asyncio.run(at_bare_rasa(address, chats, seconds))
        data = Path(folder) / "ours"
        data.mkdir()
        with running(data) as stack:
            for chats in CHATS:
                ours[chats] = asyncio.run(at_the_door(stack.address, chats, seconds))
    print(report(ours, bare))
    return 1 if any(found.failed for found in (*ours.values(), *bare.values())) else 0


if __name__ == "__main__":
    sys.exit(main())
