"""What every store must do for letters: they come back as they were, and of two changes at once one is refused."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.letters.letter import STATES, WAITING, Letter, Version
from bot.ports import Conflict
from bot.storage.store import Store
from tests.builders import AT, a_letter
from tests.storage.conftest import Kept


def test_a_letter_comes_back_as_it_was_the_oldest_first(kept: Kept) -> None:
    later = replace(a_letter(), id="l0", begun_at=AT + timedelta(hours=1), act="close_case", kind="closure")
    for letter in (later, a_letter(), replace(a_letter(), id="l9", case="CF-OTHER")):
        kept.letters.add(letter)
    assert list(kept.letters.of_case("CF-0B1C-2D")) == [a_letter(), later]
    assert (kept.letters.get("l0"), kept.letters.get("l5")) == (later, None)


def test_letters_that_wait_to_be_vetted_or_signed_are_found_whichever_case_they_are_about(kept: Kept) -> None:
    for number, state in enumerate(STATES):
        kept.letters.add(a_letter(id=f"l{number}", case=f"CF-{number}", state=state))
    assert {letter.state for letter in kept.letters.waiting()} == set(WAITING) == {"drafted", "vetted"}


def test_the_store_finds_letters_that_wait_by_an_index(store: Store, engine: sa.Engine) -> None:
    assert ["state"] in [index["column_names"] for index in sa.inspect(engine).get_indexes("letters")]


def test_every_step_is_kept_with_what_was_sent(kept: Kept) -> None:
    letter = a_letter().written(Version(AT, "o2", "We have it “now”. 🙂", {"reason": "a\nb"}))
    for move in ("hand_in", "vet", "sign"):
        letter = letter.moved(move, "o3", AT + timedelta(minutes=1))
    letter = letter.going_out("o3", AT, {"heading": "One", "text": "Two", "above": "Three"})
    kept.letters.add(a_letter())
    kept.letters.save(letter)
    assert kept.letters.get("l1") == replace(letter, revision=2)


def test_of_many_who_vet_at_once_one_does(kept: Kept) -> None:
    kept.letters.add(a_letter(state="drafted"))
    read = [kept.letters.get("l1") for _ in range(8)]

    def vet(letter: Letter | None) -> bool:
        assert letter
        try:
            kept.letters.save(letter.moved("vet", "o2", AT))
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(vet, read)) == [False] * 7 + [True]
    now = kept.letters.get("l1")
    assert now and (now.state, len(now.marks), now.revision) == ("vetted", 1, 2)


def test_a_letter_that_is_not_there_is_not_changed(kept: Kept) -> None:
    with pytest.raises((Conflict, KeyError)):
        kept.letters.save(a_letter())


def test_no_word_of_a_letter_lies_open(store: Store, engine: sa.Engine) -> None:
    store.letters.add(a_letter().written(Version(AT, "o2", "a very plain marker", {"reason": "another marker"})))
    with engine.connect() as connection:
        [row] = connection.execute(sa.text("SELECT * FROM letters")).all()
    assert "marker" not in str(row)
