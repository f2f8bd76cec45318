"""Migrations: the store is brought to the tables of today at every start, by whichever process comes first.

A change of bot/storage/tables.py needs a new file in versions/; a test holds the newest to the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, func, select

from bot.storage.engine import make_engine, writing

HERE = Path(__file__).parent
PATIENCE_MILLISECONDS = 60_000  # how long one process waits for another's migration at start
ADVISORY_LOCK = 0x4859_5343  # any number that nobody else takes in this database


def migrate(engine: Engine, to: str = "head") -> None:
    """Bring the store up to a revision in one transaction; of processes that start together one does it.

    Raises StoreBusy when another has not finished within a minute, Alembic's CommandError for a store that a later
    version of this software made.
    """
    with _alone(engine) as connection:
        command.upgrade(_config(connection), to)


def step_back(engine: Engine, to: str) -> None:
    """Take the store down to an earlier revision; what later revisions added is lost."""
    with _alone(engine) as connection:
        command.downgrade(_config(connection), to)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """A transaction that no other migration runs beside: SQLite's write lock, PostgreSQL's advisory lock."""
    patient = make_engine(engine.url, PATIENCE_MILLISECONDS)
    try:
        with writing(patient) as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(select(func.pg_advisory_xact_lock(ADVISORY_LOCK)))
            yield connection
    finally:
        patient.dispose()
