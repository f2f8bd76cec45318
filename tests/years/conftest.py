"""A council's books and a store to bring them into."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from bot import councils
from bot.councils.calendar import england
from bot.storage.engine import make_engine
from bot.storage.migrations import migrate
from bot.storage.sealing import Keyring
from bot.storage.store import Store, store_on
from bot.years.courses import Council
from bot.years.importing import Import

TODAY = date(2026, 11, 2)
Rows = list[dict[str, str]]
Written = Callable[[Rows], Path]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    engine = make_engine(f"sqlite:///{tmp_path / 'store.db'}")
    migrate(engine)
    yield store_on(engine, Keyring({1: bytes(32)}, 1))
    engine.dispose()


@pytest.fixture(scope="session")
def harrow() -> Council:
    return Council(councils.versions("harrow"), england())


@pytest.fixture
def bring(store: Store, harrow: Council) -> Import:
    return Import(store.cases, store.past_years, harrow, TODAY)


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Writes rows to a CSV whose columns are all that occur."""

    def write(rows: Rows) -> Path:
        path = tmp_path / "year.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(dict.fromkeys(name for row in rows for name in row)))
            writer.writeheader()
            writer.writerows(rows)
        return path

    return write


def a_row(**changes: str) -> dict[str, str]:
    """A statutory complaint that was answered in time and upheld; an empty change leaves a cell empty."""
    contents: Mapping[str, str] = {
        "reference": "H-0001",
        "received": "2020-05-04",
        "booked_as": "statutory",
        "team": "First Response",
        "who": "parent",
        "matter": "assessment",
        "nature": "delays",
        "stage_1_answered": "2020-05-15",
        "stage_1_found": "upheld",
    }
    return {**contents, **changes}


def a_total(**changes: str) -> dict[str, str]:
    """How many stage 1 complaints there were in the year before."""
    contents = {"year": "2019/20", "counted": "stage_1", "number": "31", "source": "report 2020/21, table 2"}
    return {**contents, **changes}
