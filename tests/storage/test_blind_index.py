"""The blind index: its key, what its marks give away and what not, and cases that were kept before there was one."""

from __future__ import annotations

import os
import stat
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.case_list import BY_EMAIL, BY_NAME, look_ups
from bot.settings import Settings
from bot.storage.blind_index import BlindIndex, open_index
from bot.storage.listing import anew, bring_up_to_date
from bot.storage.sealing import Keyring, Unreadable
from bot.storage.store import Store, open_store, store_on
from bot.storage.tables import case_marks, cases, people
from tests.builders import a_case

NAMED = {"name": "Robin Example", "email": "r@example.test", "team_or_worker": "Jo Other of the east team"}


def marks_of(store: Store) -> list[str]:
    with store.engine.connect() as connection:
        return list(connection.scalars(sa.select(case_marks.c.mark)))


def forget_the_list(store: Store) -> None:
    """The store as an update finds it: cases without what lists go by."""
    with store.engine.begin() as connection:
        connection.execute(sa.delete(case_marks))
        connection.execute(sa.update(cases).values(team=None, paused_until=None, listing=0))


def test_the_key_is_made_once_whoever_asks_at_the_same_time_and_is_the_services_alone(tmp_path: Path) -> None:
    path = tmp_path / "secrets" / "index.key"
    with ThreadPoolExecutor(8) as threads:
        keys = {index.key for index in threads.map(lambda _: open_index(path), range(16))}
    assert len(keys) == 1 and len(keys.pop()) == 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", ["", "00", "not hexadecimal", "zz" * 32])
def test_a_damaged_key_is_refused_rather_than_replaced(tmp_path: Path, content: str) -> None:
    path = tmp_path / "index.key"
    path.write_text(content)
    with pytest.raises(Unreadable):
        open_index(path)
    assert path.read_text() == content


def test_the_key_is_in_no_log() -> None:
    key = os.urandom(32)
    assert repr(key) not in repr(BlindIndex(key)) and key.hex() not in repr(BlindIndex(key))


def test_a_word_has_one_mark_a_way_and_another_under_another_key() -> None:
    index = BlindIndex()
    marks = {index.mark(BY_NAME, "robin"), index.mark(BY_NAME, "robin"), index.mark(BY_EMAIL, "robin")}
    assert len(marks) == 2
    assert BlindIndex().mark(BY_NAME, "robin") not in marks


def test_the_marks_hold_no_word_and_no_single_word_of_a_free_text(store: Store) -> None:
    store.cases.add(a_case(facts=NAMED), "key", ())
    words = look_ups(a_case(facts=NAMED))
    assert words["about"] == {"jo other", "other of", "of the", "the east", "east team"}
    assert len(marks_of(store)) == sum(map(len, words.values()))
    assert not any(word in mark for mark in marks_of(store) for word in ("robin", "example", "other", "east"))


def test_what_marks_give_away_is_that_two_cases_share_a_word_and_no_more(store: Store) -> None:
    """docs/search.md says so: this holds it to that."""
    for number, name in enumerate(("Robin Example", "Kim Example", "Alex")):
        store.cases.add(a_case(reference=f"CF-{number}", facts={"name": name}), str(number), ())
    assert sorted(Counter(marks_of(store)).values()) == [1, 1, 1, 2]


def test_older_cases_are_brought_up_to_date_once(store: Store) -> None:
    for number in range(3):
        store.cases.add(a_case(reference=f"CF-{number}", facts=NAMED, team="East"), str(number), ())
    forget_the_list(store)
    assert list(store.cases.found(BY_NAME, {"robin"})) == []
    assert bring_up_to_date(store.cases) == 3
    assert len(store.cases.found(BY_NAME, {"robin"})) == 3
    assert {each.team for each in store.cases.listed()} == {"East"}
    assert bring_up_to_date(store.cases) == 0


def test_a_case_that_does_not_open_keeps_no_other_from_being_found(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(3):
        store.cases.add(a_case(reference=f"CF-{number}", facts=NAMED), str(number), ())
    forget_the_list(store)
    with store.engine.begin() as connection:
        connection.execute(sa.update(people).where(people.c.case == "CF-1").values(sealed=b"\x01damaged"))
    assert bring_up_to_date(store.cases) == 2
    assert list(store.cases.found(BY_NAME, {"robin"})) == ["CF-0", "CF-2"]
    assert "CF-1" in caplog.text and "Robin" not in caplog.text


def test_after_a_new_key_all_marks_are_made_again(store: Store, keyring: Keyring) -> None:
    store.cases.add(a_case(facts=NAMED), "key", ())
    before = set(marks_of(store))
    renewed = store_on(store.engine, keyring, BlindIndex())
    assert list(renewed.cases.found(BY_NAME, {"robin"})) == []
    assert anew(renewed.cases) == 1
    assert len(renewed.cases.found(BY_NAME, {"robin"})) == 1
    assert before.isdisjoint(marks_of(store))


def test_many_processes_that_start_on_an_older_store_fill_it_in_together(tmp_path: Path, keyring: Keyring) -> None:
    settings = Settings(data_dir=tmp_path)
    store = open_store(settings, keyring)
    for number in range(30):
        store.cases.add(a_case(reference=f"CF-{number}", facts=NAMED), str(number), ())
    forget_the_list(store)
    with ThreadPoolExecutor(4) as threads:
        stores = list(threads.map(lambda _: open_store(settings, keyring), range(4)))
    assert all(len(each.cases.found(BY_NAME, {"robin"})) == 30 for each in stores)
    assert len(marks_of(store)) == 30 * len(set(marks_of(store)))


def test_what_goes_with_a_changed_case_goes_from_the_index(store: Store) -> None:
    case = store.cases.add(a_case(facts=NAMED), "key", ())
    store.cases.save(replace(case, facts={}))
    assert marks_of(store) == []
