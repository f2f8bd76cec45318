"""What every store must do for the pool and for the reports of stage 2."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.case_reports import Paper
from bot.storage.sealing import Unreadable
from bot.storage.store import Store
from tests.builders import AT, a_pool_person
from tests.storage.conftest import Kept

BROUGHT = Paper("d-1", "CF-0B1C-2D", "investigation_report", "pdf", AT, "o1")


def test_somebody_in_the_pool_comes_back_as_they_were_and_as_they_are_changed(kept: Kept) -> None:
    person = a_pool_person(other_work="Trains foster carers", account="o1")
    kept.pool.keep(person)
    kept.pool.keep(replace(person, id="p-2", name="Other"))
    kept.pool.keep(replace(person, left_at=AT))
    assert list(kept.pool.all()) == [replace(person, left_at=AT), replace(person, id="p-2", name="Other")]


def test_a_report_comes_back_as_it_was_brought_oldest_first(kept: Kept) -> None:
    later = replace(BROUGHT, id="d-0", kind="independent_report", at=AT + timedelta(hours=1))
    kept.papers.keep(later, b"%PDF-2")
    kept.papers.keep(BROUGHT, b"%PDF-1\x00\xff")
    assert list(kept.papers.of_case("CF-0B1C-2D")) == [BROUGHT, later]
    assert list(kept.papers.of_case("CF-OTHER")) == []
    assert (kept.papers.content("d-1"), kept.papers.content("d-9")) == (b"%PDF-1\x00\xff", None)


def test_names_and_reports_are_sealed_and_bound_to_their_rows(store: Store, engine: sa.Engine) -> None:
    store.pool.keep(a_pool_person(name="Quetzal Marker", other_work="Marker too"))
    store.papers.keep(BROUGHT, b"%PDF-Quetzal Marker")
    store.papers.keep(replace(BROUGHT, id="d-2"), b"%PDF-other")
    with engine.begin() as connection:
        for table in ("pool", "papers"):
            assert b"Marker" not in repr(connection.execute(sa.text(f"SELECT * FROM {table}")).all()).encode()
        moved = "UPDATE papers SET sealed = (SELECT sealed FROM papers WHERE id = 'd-1') WHERE id = 'd-2'"
        connection.execute(sa.text(moved))
    with pytest.raises(Unreadable):
        store.papers.content("d-2")
