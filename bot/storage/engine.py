"""The engine: one database address in, transactions out, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.ports import StoreBusy

# A conversation waits while the store is locked, and all others of its process with it: not for longer than this.
BUSY_MILLISECONDS = 2000
CONNECT_SECONDS = 5
POOL_SECONDS = 10

# SQLite's ways of saying that it cannot take anything now; every other error is a mistake of ours and stays one.
NOT_NOW = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
)


def make_engine(address: str | URL, patience: int = BUSY_MILLISECONDS) -> Engine:
    """An engine for `sqlite:///<path>` or `postgresql://…`; parameters never appear in its errors or logs.

    `patience` is how many milliseconds a statement waits for somebody else's lock. Raises ValueError for the address
    of another kind of database.
    """
    url = make_url(address)
    if url.get_backend_name() == "postgresql":
        return _postgresql(url, patience)
    if url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:"):
        return _sqlite(url, Path(str(url.database)), patience)
    raise ValueError(f"DATABASE_URL must be sqlite:///<path> or postgresql://…, not {url.drivername}")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads and sees one moment of the store; raises StoreBusy."""
    options = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {"reads_only": True}
    with _told_when_busy(), engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that may write, kept whole or not at all; raises StoreBusy."""
    with _told_when_busy(), engine.begin() as connection:
        yield connection


def insert_once(connection: Connection, table: Table, values: Mapping[str, Any]) -> bool:
    """Insert a row; False when one that is alike in a unique column is there already."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    return connection.execute(insert(table).values(values).on_conflict_do_nothing()).rowcount == 1


def _postgresql(url: URL, patience: int) -> Engine:
    """Bare `postgresql://` would mean psycopg 3 to SQLAlchemy 2.1; psycopg2 is what is installed."""
    return create_engine(
        url.set(drivername="postgresql+psycopg2"),
        pool_pre_ping=True,
        pool_timeout=POOL_SECONDS,
        hide_parameters=True,
        connect_args={"connect_timeout": CONNECT_SECONDS, "options": f"-c lock_timeout={patience}"},
    )


def _sqlite(url: URL, path: Path, patience: int) -> Engine:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600)  # SQLite gives its WAL the same permissions
    engine = create_engine(
        url, pool_timeout=POOL_SECONDS, hide_parameters=True, connect_args={"timeout": patience / 1000}
    )
    event.listen(engine, "connect", _tune_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _tune_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself; `_begin_sqlite` does
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at the start: a transaction that reads first and writes later fails at once under load."""
    reads_only = connection.get_execution_options().get("reads_only", False)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


@contextmanager
def _told_when_busy() -> Iterator[None]:
    try:
        yield
    except PoolTimeout as error:
        raise StoreBusy("every connection to the store is in use") from error
    except (OperationalError, InterfaceError) as error:
        if _only_for_now(error):
            raise StoreBusy("the store is locked or cannot be reached") from error
        raise


def _only_for_now(error: DBAPIError) -> bool:
    """PostgreSQL's operational errors are locks, limits and lost connections; SQLite's are also our mistakes."""
    if isinstance(error.orig, sqlite3.Error):
        return (getattr(error.orig, "sqlite_errorcode", 0) & 0xFF) in NOT_NOW
    return True
