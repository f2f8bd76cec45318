"""The cabinet under strain: many at once, locked, or not there."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.complaints.case import Event
from bot.ports import StoreBusy
from bot.settings import Settings
from bot.storage.engine import BUSY_MILLISECONDS, make_engine, reading
from bot.storage.sealing import Keyring
from bot.storage.store import Store, open_store
from bot.storage.tables import metadata
from tests.builders import AT, CONVERSATION, a_case, a_handoff, a_task, an_alert
from tests.storage.conftest import settings_of

# --- many at once ---


def test_notes_of_twenty_who_save_an_alert_at_once_are_all_kept(store: Store) -> None:
    store.work.add_alert(an_alert())
    with ThreadPoolExecutor(20) as threads:
        list(threads.map(lambda number: store.work.save_alert(an_alert(notes=(f"note {number}",))), range(20)))
    found = store.work.alert("a1")
    assert found and set(found.notes) == {f"note {number}" for number in range(20)}


def test_of_twenty_officers_at_once_one_gets_the_conversation(store: Store) -> None:
    store.work.ask_handoff(a_handoff())
    with ThreadPoolExecutor(20) as threads:
        got = list(threads.map(lambda number: store.work.claim(CONVERSATION, f"o{number}", AT), range(20)))
    assert sum(got) == 1


def test_of_twenty_who_ask_at_once_a_conversation_waits_once(store: Store) -> None:
    with ThreadPoolExecutor(20) as threads:
        got = list(threads.map(lambda _: store.work.ask_handoff(a_handoff()), range(20)))
    assert sum(got) == 1
    assert len(store.work.handoffs()) == 1


def test_a_case_whose_task_cannot_be_kept_is_not_kept_either(store: Store) -> None:
    broken = a_task(opened_at=AT.replace(tzinfo=None))
    with pytest.raises(sa.exc.StatementError):
        store.cases.add(a_case(), "key", [broken])
    assert store.cases.get("CF-0B1C-2D") is None
    with reading(store.engine) as connection:
        rows = [connection.scalar(sa.select(sa.func.count()).select_from(table)) for table in metadata.sorted_tables]
    assert set(rows) == {0}


def test_while_cases_change_every_one_is_read_whole(store: Store) -> None:
    case = store.cases.add(a_case(), "key", ())

    def change(rounds: int) -> None:
        for _ in range(rounds):
            found = store.cases.get(case.reference)
            assert found
            store.cases.save(found.noting(Event(AT, "o1", "replied")))

    with ThreadPoolExecutor(1) as writer:
        changing = writer.submit(change, 30)
        while not changing.done():
            found = store.cases.get(case.reference)
            assert found and len(found.history) == found.version
        changing.result()


def _open_and_add(data_dir: str, key: bytes, number: int) -> bool:
    store = open_store(Settings(data_dir=Path(data_dir)), Keyring({1: key}, 1))
    return store.work.add_alert(an_alert(id=f"a{number}"))


def test_six_processes_may_open_a_new_store_at_once(tmp_path: Path) -> None:
    key = os.urandom(32)
    with multiprocessing.get_context("spawn").Pool(6) as processes:
        added = processes.starmap(_open_and_add, [(str(tmp_path), key, number) for number in range(6)])
    assert added == [True] * 6
    store = open_store(Settings(data_dir=tmp_path), Keyring({1: key}, 1))
    assert len(store.work.alerts()) == 6


def test_six_may_open_a_new_postgresql_at_once(empty_postgres: str, keyring: Keyring) -> None:
    with ThreadPoolExecutor(6) as threads:
        stores = list(threads.map(lambda _: open_store(Settings(database_url=empty_postgres), keyring), range(6)))
    added = [store.work.add_alert(an_alert()) for store in stores]
    assert added == [True, False, False, False, False, False]
    for store in stores:
        store.engine.dispose()


# --- locked, or not there ---


def test_a_locked_store_says_so_within_the_time_set(sqlite: sa.Engine, keyring: Keyring, store_of: Store) -> None:
    holder = sqlite3.connect(str(sqlite.url.database), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    begun = time.monotonic()
    with pytest.raises(StoreBusy):
        store_of.cases.add(a_case(), "key", ())
    took = time.monotonic() - begun
    assert took < BUSY_MILLISECONDS / 1000 + 2
    assert store_of.cases.get("CF-0B1C-2D") is None  # reading goes on meanwhile
    holder.execute("ROLLBACK")
    holder.close()
    assert store_of.cases.add(a_case(), "key", ()) == a_case()


def test_a_locked_row_says_so_within_the_time_set(postgresql: sa.Engine, keyring: Keyring) -> None:
    store = open_store(settings_of(postgresql), keyring)
    store.work.add_alert(an_alert())
    with postgresql.begin() as holder:
        holder.execute(sa.text("LOCK TABLE alerts IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(StoreBusy):
            store.work.alerts()
    assert len(store.work.alerts()) == 1
    store.engine.dispose()


def test_a_database_that_is_not_there_says_so(keyring: Keyring) -> None:
    nowhere = Settings(database_url="postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(StoreBusy):
        open_store(nowhere, keyring)


def test_a_connection_that_the_server_ended_is_replaced(postgresql: sa.Engine, keyring: Keyring) -> None:
    store = open_store(settings_of(postgresql), keyring)
    store.work.add_alert(an_alert())
    with postgresql.begin() as other:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        other.execute(sa.text(others + " AND datname = current_database()"))
    assert len(store.work.alerts()) == 1
    store.engine.dispose()


def test_a_mistake_of_ours_is_not_taken_for_a_busy_store(sqlite: sa.Engine) -> None:
    with pytest.raises(sa.exc.OperationalError, match="no such table"), reading(sqlite) as connection:
        connection.execute(sa.text("SELECT * FROM absent"))


@pytest.mark.parametrize("address", ["mysql://localhost/x", "sqlite://", "sqlite:///:memory:"])
def test_an_address_that_cannot_be_shared_by_processes_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="DATABASE_URL"):
        make_engine(address)


def test_sqlite_is_tuned_as_several_writers_need_it(sqlite: sa.Engine) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 1, "busy_timeout": 2000, "secure_delete": 1, "foreign_keys": 1}
    with reading(sqlite) as connection:
        assert {name: connection.scalar(sa.text(f"PRAGMA {name}")) for name in wanted} == wanted


def test_nobody_else_on_the_machine_may_read_the_file(sqlite: sa.Engine) -> None:
    with reading(sqlite):
        folder = Path(str(sqlite.url.database)).parent
        assert {path.name: oct(path.stat().st_mode & 0o777) for path in folder.glob("cabinet.db*")} == {
            "cabinet.db": "0o600",
            "cabinet.db-wal": "0o600",
            "cabinet.db-shm": "0o600",
        }


@pytest.fixture
def store_of(sqlite: sa.Engine, keyring: Keyring) -> Store:
    return open_store(settings_of(sqlite), keyring)
