"""Reports under way: one at a time, one for whoever asks for the same, and what went wrong is made anew."""

from __future__ import annotations

import asyncio
from threading import Event
from typing import Any

import pytest

from bot.console.report_jobs import FRESH, Jobs
from bot.reporting.period import year
from tests.fakes import FixedClock

THIS, LAST = year(2025), year(2024)
PATIENCE = 20  # seconds


class Maker:
    """Makes a draft when it is let go on; counts how often it was asked."""

    def __init__(self) -> None:
        self.began, self.goes_on = Event(), Event()
        self.times = 0

    def __call__(self, progress: Any) -> Any:
        self.times += 1
        progress(3, 29)
        self.began.set()
        assert self.goes_on.wait(PATIENCE)
        return "the draft"

    async def begins(self) -> None:
        assert await asyncio.to_thread(self.began.wait, PATIENCE)


@pytest.fixture
def jobs() -> Jobs:
    return Jobs(FixedClock())


async def test_two_who_ask_for_the_same_report_at_once_wait_for_one(jobs: Jobs) -> None:
    maker = Maker()
    one, other = jobs.of(THIS, maker), jobs.of(THIS, maker)
    await maker.begins()
    assert one is other
    assert (one.waits, one.done, one.of, one.draft) == (False, 3, 29, None)
    maker.goes_on.set()
    await one.wait(PATIENCE)
    assert (one.draft, maker.times) == ("the draft", 1)


async def test_a_second_report_waits_until_the_first_is_ready(jobs: Jobs) -> None:
    first, second = Maker(), Maker()
    one, other = jobs.of(THIS, first), jobs.of(LAST, second)
    await first.begins()
    assert other.waits
    assert second.times == 0
    first.goes_on.set()
    second.goes_on.set()
    await other.wait(PATIENCE)
    assert (one.draft, other.draft) == ("the draft", "the draft")


async def test_a_report_that_failed_is_tried_again_and_holds_nobody_up(jobs: Jobs) -> None:
    def fails(_: Any) -> Any:
        raise OSError("the store is away")

    failed = jobs.of(THIS, fails)
    await failed.wait(PATIENCE)
    assert (failed.failed, failed.draft) == (True, None)
    maker = Maker()
    maker.goes_on.set()
    assert jobs.of(THIS, maker, again=False) is failed
    again = jobs.of(THIS, maker)
    await again.wait(PATIENCE)
    assert again.draft == "the draft"


async def test_a_report_that_is_made_anew_while_it_is_under_way_is_the_new_one(jobs: Jobs) -> None:
    old, new = Maker(), Maker()
    begun = jobs.of(THIS, old)
    await old.begins()
    jobs.forget(THIS)
    again = jobs.of(THIS, new)
    old.goes_on.set()
    new.goes_on.set()
    await again.wait(PATIENCE)
    assert again is not begun
    assert jobs.of(THIS, new) is again
    assert new.times == 1


async def test_a_report_is_made_anew_once_it_is_old(jobs: Jobs) -> None:
    maker = Maker()
    maker.goes_on.set()
    await jobs.of(THIS, maker).wait(PATIENCE)
    jobs.clock.forward(seconds=FRESH.total_seconds() + 1)  # type: ignore[attr-defined]
    await jobs.of(THIS, maker).wait(PATIENCE)
    assert maker.times == 2
