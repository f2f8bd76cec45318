"""The tracker store: Rasa's own SQL store on our table, with every event sealed in its row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

from bot import settings
from bot.rasa.rows import EVENTS, metadata, open_row, seal_row
from bot.storage.sealing import Keyring, open_keyring

__all__ = ["SealedTrackerStore", "open_row"]

BUSY_MILLISECONDS = 2_000  # every call blocks Rasa's loop, so no conversation may wait longer for another's lock


class SealedTrackerStore(SQLTrackerStore):
    """Keeps conversations in the table `events`, readable only with the keyring in DATA_DIR."""

    def __init__(
        self,
        domain: Domain | None = None,
        host: str = "",
        event_broker: EventBroker | None = None,
        keyring: Keyring | None = None,
        **_: Any,
    ) -> None:
        """Open the database at `host`, which is how Rasa hands on the address in endpoints.yml.

        SQLTrackerStore's own constructor is passed over on purpose: it connects before SQLite could be tuned, logs
        SQL parameters, and waits for ever for a database that is not there.
        """
        TrackerStore.__init__(self, domain, event_broker)
        self.engine = make_engine(host or settings.read().database)
        metadata.create_all(self.engine)
        self.sessionmaker = sessionmaker(bind=self.engine)
        self.SQLEvent = _event_class(keyring or _own_keyring())

    @contextmanager
    def session_scope(self) -> Iterator[Session]:
        """One session. Rasa's own takes any ValueError for a missing schema and ends the process."""
        with self.sessionmaker() as session:
            yield session

    def erase(self, conversation: str) -> None:
        """Delete every row of a conversation."""
        with self.engine.begin() as connection:
            connection.execute(sa.delete(EVENTS).where(EVENTS.c.sender_id == conversation))


def make_engine(address: str) -> sa.Engine:
    """An engine that survives a restarted PostgreSQL and logs no parameters; SQLite is tuned for two writers."""
    engine = sa.create_engine(address, pool_pre_ping=True, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _tune_sqlite)
    return engine


def _tune_sqlite(connection: Any, _: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", f"busy_timeout={BUSY_MILLISECONDS}", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _own_keyring() -> Keyring:
    return open_keyring(settings.read().data_dir / "secrets" / "keys.json")


def _event_class(keyring: Keyring) -> type:
    """The class that Rasa's `save` makes and its `_retrieve` reads: `data` is plain there and sealed in the table."""

    class Base(DeclarativeBase):
        pass

    class SealedEvent(Base):
        __table__ = EVENTS.to_metadata(Base.metadata)
        __mapper_args__ = {"properties": {"sealed": __table__.c.data}, "exclude_properties": ["data"]}  # noqa: RUF012

        def __init__(self, *, sender_id: str, type_name: str, timestamp: float, data: str, **_: Any) -> None:
            sealed = seal_row(keyring, sender_id, type_name, timestamp, data)
            super().__init__(sender_id=sender_id, type_name=type_name, timestamp=timestamp, sealed=sealed)

        @property
        def data(self) -> str:
            row: Any = self  # its columns come from the table, which the type checker cannot see
            return open_row(keyring, row.sender_id, row.type_name, row.timestamp, row.sealed)

    return SealedEvent
