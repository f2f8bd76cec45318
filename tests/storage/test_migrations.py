"""Migrations: the newest equals the tables, up and down leave nothing behind, and what is kept stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from bot.rasa.rows import metadata as rasa_metadata
from bot.storage.engine import make_engine
from bot.storage.migrations import HERE, migrate, step_back
from bot.storage.sealing import Keyring
from bot.storage.store import store_on
from bot.storage.tables import metadata
from tests.builders import AT, CONVERSATION, a_case, a_chat, a_task, an_alert, an_officer
from tests.storage.conftest import rasa_says

REVISIONS = [script.revision for script in reversed(list(ScriptDirectory(str(HERE)).walk_revisions()))]


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    """A database without any table."""
    on_sqlite = request.param == "sqlite"
    engine = make_engine(f"sqlite:///{tmp_path / 'new.db'}" if on_sqlite else request.getfixturevalue("empty_postgres"))
    yield engine
    engine.dispose()


def test_there_is_one_line_of_revisions() -> None:
    assert len(ScriptDirectory(str(HERE)).get_heads()) == 1


def test_the_newest_revision_equals_the_tables(empty: sa.Engine) -> None:
    migrate(empty)
    on_postgresql = empty.dialect.name == "postgresql"  # Alembic misreads SQLite's default of an empty string
    with empty.connect() as connection:
        opts = {"compare_type": True, "compare_server_default": on_postgresql}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []


def test_migrating_again_changes_nothing(empty: sa.Engine) -> None:
    migrate(empty)
    before = _schema(empty)
    migrate(empty)
    assert _schema(empty) == before


@pytest.mark.parametrize("revision", REVISIONS)
def test_each_revision_can_be_taken_back_and_made_again(empty: sa.Engine, revision: str) -> None:
    below = REVISIONS[REVISIONS.index(revision) - 1] if revision != REVISIONS[0] else "base"
    if below != "base":
        migrate(empty, below)
    without = _schema(empty)
    migrate(empty, revision)
    with_it = _schema(empty)
    step_back(empty, below)
    assert {name: shape for name, shape in _schema(empty).items() if name != "alembic_version"} == {
        name: shape for name, shape in without.items() if name != "alembic_version"
    }
    migrate(empty, revision)
    assert _schema(empty) == with_it


def test_what_the_first_cabinet_keeps_is_still_there_at_the_newest(empty: sa.Engine, keyring: Keyring) -> None:
    migrate(empty)
    store = store_on(empty, keyring)
    case, alert, task = a_case(), an_alert(), a_task()
    store.cases.add(case, "key", [task])
    store.work.add_alert(alert)
    step_back(empty, "0001")
    store.chats.open(a_chat())
    store.officers.add(an_officer())
    with empty.begin() as connection:
        connection.execute(sa.text("INSERT INTO codes (code_mark, put_at) VALUES ('code', CURRENT_TIMESTAMP)"))
    migrate(empty)
    assert store.cases.get(case.reference) == case
    assert (store.work.alert(alert.id), store.work.task(task.id)) == (alert, task)
    assert (store.chats.by_mark("mark-of-the-browser"), store.officers.get("o1")) == (a_chat(), an_officer())
    assert store.officers.take_code("code") == ""


def test_a_full_store_can_be_taken_back_to_the_first_cabinet(empty: sa.Engine, keyring: Keyring) -> None:
    migrate(empty)
    store = store_on(empty, keyring)
    case = store.cases.add(a_case(), "key", [a_task()])
    store.officers.put_code("code", AT, "o1")
    store.audit.note("o1", "read_case", case.reference, AT)
    step_back(empty, "0001")
    with empty.begin() as connection:
        assert connection.scalar(sa.text("SELECT reference FROM cases")) == case.reference
    step_back(empty, "base")
    assert [name for name in _schema(empty) if name != "alembic_version"] == []


def test_rasas_table_is_left_alone(empty: sa.Engine, keyring: Keyring) -> None:
    rasa_metadata.create_all(empty)
    rasa_says(empty, keyring)(CONVERSATION, "user", {"text": "hello"})
    migrate(empty)
    assert len(store_on(empty, keyring).transcripts.rows(CONVERSATION)) == 1
    step_back(empty, "base")
    migrate(empty)
    assert len(store_on(empty, keyring).transcripts.rows(CONVERSATION)) == 1


def test_a_migration_that_fails_half_way_leaves_the_store_as_it_was(empty: sa.Engine) -> None:
    with empty.begin() as connection:
        connection.execute(sa.text("CREATE TABLE sessions (in_the_way INTEGER)"))  # created late in revision 0001
    before = _schema(empty)
    with pytest.raises(sa.exc.DBAPIError):
        migrate(empty)
    assert _schema(empty) == before


def test_a_store_made_by_a_later_version_is_refused(empty: sa.Engine) -> None:
    migrate(empty)
    with empty.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(CommandError):
        migrate(empty)


@pytest.mark.parametrize("act", ["UPDATE audit SET who = 'somebody else'", "DELETE FROM audit"])
def test_the_database_refuses_to_change_a_line_of_the_audit(store: object, engine: sa.Engine, act: str) -> None:
    with engine.begin() as connection:
        line = "INSERT INTO audit (at, who, what, about) VALUES (CURRENT_TIMESTAMP, 'o1', 'read_case', 'CF-0B1C-2D')"
        connection.execute(sa.text(line))
    with pytest.raises(sa.exc.DBAPIError, match="the audit only grows"), engine.begin() as connection:
        connection.execute(sa.text(act))


def _schema(engine: sa.Engine) -> dict[str, object]:
    """Every table with its columns, keys and indexes."""
    inspector = sa.inspect(engine)
    return {
        table: (
            sorted((each["name"], str(each["type"]), each["nullable"]) for each in inspector.get_columns(table)),
            inspector.get_pk_constraint(table)["constrained_columns"],
            sorted((str(each["name"]), each["referred_table"]) for each in inspector.get_foreign_keys(table)),
            sorted((str(each["name"]), *each["column_names"]) for each in inspector.get_unique_constraints(table)),
            sorted((str(each["name"]), each["unique"], *each["column_names"]) for each in inspector.get_indexes(table)),
        )
        for table in sorted(inspector.get_table_names())
    }
