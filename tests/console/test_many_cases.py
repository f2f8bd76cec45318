"""Ten thousand open cases with as many tasks, in a real store: the queue stays quick, for it opens none of them."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.case_queue import CaseQueue, Chosen
from bot.console.queue_pages import FILTERS, address
from bot.console.render import Renderer
from bot.sight import Sight
from bot.storage.engine import make_engine
from bot.storage.migrations import migrate
from bot.storage.sealing import Keyring
from bot.storage.store import Store, store_on
from bot.storage.tables import cases, tasks
from bot.words import words
from tests.builders import AT, a_case, a_task, an_officer
from tests.fakes import FixedClock, InMemorySpool
from tests.office import national

MANY = 10_000
SECONDS = 2.0  # of this process's own time, so that what else the machine does makes no difference
OFFICERS = {
    "manager": an_officer(roles=("complaints_manager", "complaints_officer", "safeguarding_lead")),
    "officer of one team": an_officer(teams=("East team",)),
}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One case, and as many copies of what lists go by: what is sealed in these could not be opened."""
    engine = make_engine(f"sqlite:///{tmp_path_factory.mktemp('many') / 'store.db'}")
    migrate(engine)
    store = store_on(engine, Keyring({1: os.urandom(32)}, 1))
    store.cases.add(a_case(), "key", [a_task()])
    with engine.begin() as connection:
        for table, changes in ((cases, _case), (tasks, _task)):
            row = dict(connection.execute(sa.select(table)).mappings().one())
            connection.execute(sa.insert(table), [row | changes(number) for number in range(MANY)])
    yield store
    engine.dispose()


def _case(number: int) -> dict[str, Any]:
    named = {"reference": f"CF-{number:05}", "submission_key": str(number), "conversation": f"c-{number}"}
    due = date(2026, 2, 1) + timedelta(days=number % 90)
    return named | {"clock_due": due, "team": ("East team", "West team", None)[number % 3], "sealed": b"closed"}


def _task(number: int) -> dict[str, Any]:
    about = {"case": f"CF-{number:05}", "conversation": f"c-{number}"} if number % 2 else {"case": None}
    return about | {"id": f"t-{number}", "sealed": b"closed"}


def _queue(store: Store) -> CaseQueue:
    clock, spool, (profile, _) = FixedClock(), InMemorySpool(), national()
    sight = Sight(store.work, spool, store.cases, store.allocations, AT.date)
    return CaseQueue(store.cases, store.work, spool, store.allocations, sight, clock, profile, AT.date)


@pytest.mark.parametrize("who", OFFICERS)
@pytest.mark.parametrize("chosen", [Chosen(), Chosen(page=200), Chosen(due="late", task_page=50)])
def test_the_queue_is_there_within_two_seconds(full: Store, who: str, chosen: Chosen) -> None:
    profile, _ = national()
    officer = replace(OFFICERS[who], id="o-many")
    renderer = Renderer(words(), profile, demonstration=True)
    began = time.process_time()
    queue = _queue(full).of(officer, chosen)
    values = {"queue": queue, "names": {}, "me": officer, "may": lambda _act: True, "csrf": "x", "address": address}
    page = renderer.page("_queue.html", values | {"filters": FILTERS, "out_of_hours_phone": ""})
    assert time.process_time() - began < SECONDS
    assert len(queue.page.items) > 0 and len(page) < 200_000


def test_everything_is_counted_and_a_page_is_a_page(full: Store) -> None:
    queue = _queue(full).of(OFFICERS["manager"])
    assert (len(queue.cases), len(queue.tasks), len(queue.page.items)) == (MANY + 1, MANY + 1, 50)
    theirs = _queue(full).of(OFFICERS["officer of one team"])
    assert {case.team for case in theirs.cases} == {"East team", None}


def test_looking_for_a_change_costs_next_to_nothing(full: Store) -> None:
    queue = _queue(full)
    began = time.process_time()
    for _ in range(10):
        queue.pulse()
    assert (time.process_time() - began) / 10 < 0.1
