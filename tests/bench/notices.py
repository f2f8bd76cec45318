"""`python -m tests.bench.notices`: the time of the round over dates, which a door makes every ten minutes.

The store is sealed SQLite: open cases of which few are due soon, each with letters of which few wait for anybody, and
a team of officers who are told. Processor time is counted beside the clock's.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from bot.councils.calendar import england
from bot.notifying import Notifying
from bot.settings import Settings
from bot.sight import Sight
from bot.storage.sealing import Keyring
from bot.storage.spool import SealedSpool
from bot.storage.store import Store, open_store
from tests.bench.reports import measured
from tests.builders import AT, a_case, a_clock, a_letter, an_officer
from tests.fakes import FixedClock, RecordedNotices

CASES, OFFICERS, LETTERS = 2_000, 12, 3  # letters of each case
DUE_SOON, WAITS = 40, 80  # one case in so many is due tomorrow, and a letter of one in so many waits
MOST_SECONDS = 1.0  # of processor time


def filled(folder: Path) -> Store:
    """A store with a working year in it."""
    store = open_store(Settings(data_dir=folder), Keyring({1: os.urandom(32)}, 1))
    for number in range(OFFICERS):
        store.officers.add(an_officer(id=f"o-{number}", name=f"Officer {number}", email=f"o{number}@council.test"))
    for number in range(CASES):
        due = AT.date() + timedelta(days=1 if number % DUE_SOON == 0 else 30)
        case = a_case(reference=f"CF-{number:04}-00", conversation=None, clock=a_clock(due=due, extended_due=due))
        store.cases.add(case, case.reference, ())
        for at in range(LETTERS):
            waits = at == 0 and number % WAITS == 0
            letter = a_letter(id=f"l-{number}-{at}", case=case.reference)
            store.letters.add(replace(letter, state="drafted" if waits else "sent"))
    return store


def rounds(store: Store, folder: Path) -> Notifying:
    """The rounds on this store."""
    spool = SealedSpool(folder / "spool", Keyring({1: os.urandom(32)}, 1))

    def today() -> date:
        return AT.date()

    sight = Sight(store.work, spool, store.cases, store.allocations, today)
    return Notifying(
        store.work, store.cases, sight, store.officers, store.outbox, store.notice_choices, store.letters,
        RecordedNotices(), FixedClock(), england(), "https://console.test",
    )  # fmt: skip


def main() -> int:
    """Measure and print; 1 when it took too long."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        store = filled(Path(folder))
        going = rounds(store, Path(folder))
        told = measured(f"first round, {CASES:,} cases", lambda: asyncio.run(going.slow_round()))
        again = measured(f"next round, {CASES:,} cases", lambda: asyncio.run(going.slow_round()))
    return int(max(told, again) > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
