"""Drafts under way: a report is made beside the requests, and its page says how far it is until it is there."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.ports import Clock
from bot.reporting.drafting import Draft
from bot.reporting.period import Period
from bot.reporting.report import Progress

log = logging.getLogger(__name__)

FRESH = timedelta(minutes=10)  # after this a draft is made anew, as cases go on
KEPT = 8  # drafts at a time; the oldest goes


@dataclass
class Job:
    """One draft that is being made or was made."""

    started_at: datetime
    done: int = 0
    of: int = 0
    draft: Draft | None = None
    failed: bool = False
    waits: bool = True  # for another report to be ready
    work: asyncio.Task[None] | None = None

    async def wait(self, seconds: float | None) -> None:
        """Wait until it is over, at most so long; None: however long it takes."""
        if self.work is not None:
            await asyncio.wait({self.work}, timeout=seconds)

    def progress(self, done: int, of: int) -> None:
        """How many tables are made, told by the thread that makes them."""
        self.done, self.of = done, of


@dataclass
class Jobs:
    """The drafts of this process, one for each period. They hold figures and no names, and go with the process."""

    clock: Clock
    _jobs: dict[str, Job] = field(default_factory=dict)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)  # one is made at a time, so that the console stays quick

    def of(self, period: Period, make: Callable[[Progress], Draft], *, again: bool = True) -> Job:
        """The job of a period; one is started where there is none that is fresh.

        Without `again` one that failed is left as it is, so that a page that looks by itself can say so.
        """
        job = self._jobs.get(period.key)
        if job is None or (job.failed and again) or self.clock.now() - job.started_at > FRESH:
            job = self._start(period, make)
        return job

    def forget(self, period: Period) -> None:
        """Make it anew when it is asked for next."""
        self._jobs.pop(period.key, None)

    def _start(self, period: Period, make: Callable[[Progress], Draft]) -> Job:
        job = Job(self.clock.now())
        self._jobs.pop(period.key, None)
        self._jobs[period.key] = job
        while len(self._jobs) > KEPT:
            self._jobs.pop(next(iter(self._jobs)))
        job.work = asyncio.get_running_loop().create_task(self._run(job, make))
        return job

    async def _run(self, job: Job, make: Callable[[Progress], Draft]) -> None:
        async with self._turn:
            job.waits = False
            try:
                job.draft = await asyncio.to_thread(make, job.progress)
            except Exception as error:  # whatever it was, the page says that it failed and offers another try
                log.error("a report could not be made: %s", type(error).__name__)
                job.failed = True
