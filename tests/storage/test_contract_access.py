"""What every store must do for ports that say who sees what: allocations, conflicts of interest."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

from bot.allocations import Allocation, Interest
from bot.exports import Export
from tests.builders import AT
from tests.storage.conftest import Kept

GIVEN = Allocation("g1", "CF-0B1C-2D", "o1", "investigating_officer", AT, "o9", (0, 2), date(2026, 3, 31))


def test_an_allocation_comes_back_as_it_was(kept: Kept) -> None:
    kept.allocations.give(GIVEN)
    assert list(kept.allocations.of_case("CF-0B1C-2D")) == [GIVEN]
    assert list(kept.allocations.of_case("CF-OTHER")) == []


def test_it_runs_to_the_end_of_its_last_day_for_its_officer_alone(kept: Kept) -> None:
    for_ever = replace(GIVEN, id="g2", case="CF-OTHER", until=None, given_at=AT + timedelta(days=1))
    kept.allocations.give(for_ever)
    kept.allocations.give(GIVEN)
    assert list(kept.allocations.running("o1", date(2026, 3, 31))) == [GIVEN, for_ever]
    assert list(kept.allocations.running("o1", date(2026, 4, 1))) == [for_ever]
    assert list(kept.allocations.running("o2", date(2026, 3, 31))) == []


def test_what_was_taken_back_runs_no_more_and_is_still_told(kept: Kept) -> None:
    kept.allocations.give(GIVEN)
    kept.allocations.end("g1", AT)
    kept.allocations.end("g1", AT + timedelta(days=1))
    assert list(kept.allocations.running("o1", date(2026, 3, 2))) == []
    assert list(kept.allocations.of_case("CF-0B1C-2D")) == [replace(GIVEN, ended_at=AT)]


def test_a_conflict_of_interest_is_declared_once_and_stays(kept: Kept) -> None:
    first = Interest("CF-0B1C-2D", "o1", AT, "o1")
    kept.allocations.declare(first)
    kept.allocations.declare(replace(first, declared_at=AT + timedelta(days=1), declared_by="o9"))
    kept.allocations.declare(Interest("CF-0B1C-2D", "o2", AT + timedelta(hours=1), "o9"))
    assert list(kept.allocations.interests_of("o1")) == ["CF-0B1C-2D"]
    assert [each.officer for each in kept.allocations.interests_in("CF-0B1C-2D")] == ["o1", "o2"]
    assert kept.allocations.interests_in("CF-0B1C-2D")[0] == first


# --- exports ---


def test_an_export_comes_back_as_it_was_the_newest_first(kept: Kept) -> None:
    asked = Export("e1", "o1", AT, "For the archive.")
    later = Export("e2", "o2", AT + timedelta(hours=1), "For the court.")
    for export in (asked, later):
        kept.exports.ask(export)
    assert list(kept.exports.all()) == [later, asked]
    assert (kept.exports.get("e1"), kept.exports.get("e9")) == (asked, None)


def test_an_export_is_approved_once_and_taken_by_one_of_many(kept: Kept) -> None:
    kept.exports.ask(Export("e1", "o1", AT, "For the archive."))
    assert [kept.exports.approve("e1", by, AT) for by in ("o2", "o3")] == [True, False]
    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(lambda _: kept.exports.take("e1", AT), range(8))) == [False] * 7 + [True]
    export = kept.exports.get("e1")
    assert export and (export.approved_by, export.approved_at, export.taken_at) == ("o2", AT, AT)
    assert not kept.exports.take("e9", AT)
