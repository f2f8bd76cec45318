"""`python -m tests.bench.reports`: the time of an annual report from 5,000 cases and from 100,000, and their ratio.

Three years of cases of equal size lie in the books, as a report compares three. Processor time is counted beside the
clock's, as other work on the machine lengthens only the latter. `--store` reads 5,000 from a sealed SQLite store too.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot import reporting
from bot.complaints.case import Case
from bot.councils import load
from bot.reporting.checks import faults_of
from bot.reporting.publication import for_publication
from bot.settings import Settings
from bot.storage.sealing import Keyring
from bot.storage.store import open_store
from tests.reporting.builders import a_year

FEW, MANY = 5_000, 100_000
DIFFERENT = 1_000  # lives that are lived; the others are copies of them under references of their own
MOST_SECONDS = 10.0
HARROW = load("harrow", date(2021, 3, 31))


def cases(count: int) -> list[Case]:
    """So many cases over three years."""
    years = [a_year(HARROW, start, DIFFERENT // 3, seed=start) for start in (2018, 2019, 2020)]
    lived = [case for year in years for case in year]
    return [replace(lived[at % len(lived)], reference=f"CF-{at:06}") for at in range(count)]


def measured(name: str, work: Callable[[], object]) -> float:
    """Do it and print how long it took; the seconds of processor time."""
    began, worked = time.perf_counter(), time.process_time()
    work()
    processor = time.process_time() - worked
    print(f"{name:44}{time.perf_counter() - began:9.2f} s{processor:9.2f} s of processor")
    return processor


def report(of: list[Case]) -> None:
    """The whole of it: tables, checks, and what may be published."""
    made = reporting.year(of, HARROW, 2020)
    faults_of(made.tables.values())
    for_publication(made.tables, (HARROW.report.services, HARROW.report.leads))


def from_store(of: list[Case]) -> float:
    """The same with the cases read from a sealed store."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        store = open_store(Settings(data_dir=Path(folder)), Keyring({1: os.urandom(32)}, 1))
        for case in of:
            store.cases.add(case, case.reference, ())
        return measured(f"report of {len(of):,} cases from the store", lambda: report(list(store.cases.all())))


def main() -> int:
    """Measure and print; 1 when it took too long or grew worse than the cases."""
    few, many = cases(FEW), cases(MANY)
    first = measured(f"report of {FEW:,} cases", lambda: report(few))
    second = measured(f"report of {MANY:,} cases", lambda: report(many))
    print(f"{MANY // FEW} times the cases took {second / first:.1f} times as long")
    stored = from_store(few) if "--store" in sys.argv else 0.0
    return int(max(first, stored) > MOST_SECONDS or second / first > MANY / FEW)


if __name__ == "__main__":
    sys.exit(main())
