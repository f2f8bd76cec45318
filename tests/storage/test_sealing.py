"""Sealing: what was sealed opens where it belongs, and nowhere else."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rasa.rows import open_row
from bot.storage.sealing import Keyring, Unreadable, bound_to_event, bound_to_row, open_keyring

RING = Keyring({1: b"1" * 32}, 1)
TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@given(st.binary(), st.text())
def test_what_was_sealed_opens(plain: bytes, bound_to: str) -> None:
    assert RING.open(RING.seal(plain, bound_to), bound_to) == plain


@given(st.recursive(st.none() | st.booleans() | st.integers() | TEXT, lambda inner: st.lists(inner, max_size=3)))
def test_whatever_json_can_say_opens_as_it_was(value: object) -> None:
    assert RING.open_json(RING.seal_json(value, "row"), "row") == value


@given(st.binary(max_size=64))
def test_anything_else_does_not_open_and_raises_nothing_else(sealed: bytes) -> None:
    with pytest.raises(Unreadable):
        RING.open(sealed, "row")


def test_one_changed_bit_anywhere_is_noticed() -> None:
    sealed = RING.seal(b"words", "row")
    for position in range(len(sealed)):
        changed = bytearray(sealed)
        changed[position] ^= 1
        with pytest.raises(Unreadable):
            RING.open(bytes(changed), "row")


def test_a_value_does_not_open_in_another_row() -> None:
    sealed = RING.seal(b"words", bound_to_row("points", "CF-1\0000"))
    for elsewhere in (bound_to_row("points", "CF-1\0001"), bound_to_row("people", "CF-1\0000"), ""):
        with pytest.raises(Unreadable):
            RING.open(sealed, elsewhere)


def test_unreadable_is_no_value_error() -> None:
    assert not issubclass(Unreadable, ValueError)  # Rasa's tracker store ends its process at one


def test_the_same_words_never_look_the_same() -> None:
    assert len({RING.seal(b"words", "row") for _ in range(1000)}) == 1000


def test_a_new_key_seals_while_the_old_one_still_opens() -> None:
    both = Keyring({1: RING.keys[1], 2: os.urandom(32)}, current=2)
    old, new = RING.seal(b"old", "row"), both.seal(b"new", "row")
    assert (both.open(old, "row"), both.open(new, "row")) == (b"old", b"new")
    with pytest.raises(Unreadable):
        RING.open(new, "row")


def test_a_new_key_leaves_the_marks_of_addresses_as_they_are() -> None:
    both = Keyring({1: RING.keys[1], 2: os.urandom(32)}, current=2)
    assert both.fingerprint("a@x.example", "address") == RING.fingerprint("a@x.example", "address")


def test_marks_of_different_purposes_keys_and_values_differ() -> None:
    other = Keyring({1: b"2" * 32}, 1)
    marks = {
        RING.fingerprint("a", "x"), RING.fingerprint("a", "y"), RING.fingerprint("b", "x"), other.fingerprint("a", "x"),
    }  # fmt: skip
    assert len(marks) == 4


def test_a_row_of_the_tracker_store_is_bound_alike_on_both_sides() -> None:
    moment = 1772447400.123456
    sealed = RING.seal(b'{"text": "hi"}', bound_to_event("c-1", "user", moment))
    assert open_row(RING, "c-1", "user", moment, sealed) == '{"text": "hi"}'


def test_a_keyring_says_nothing_of_its_keys() -> None:
    assert "1111" not in repr(RING)


def test_a_keyring_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "secrets" / "keys.json"
    first = open_keyring(path)
    assert open_keyring(path) == first
    assert oct(path.stat().st_mode & 0o777) == "0o600"
    assert [each.name for each in path.parent.iterdir()] == ["keys.json"]


def test_many_who_open_a_new_keyring_at_once_have_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(20) as threads:
        rings = list(threads.map(lambda _: open_keyring(tmp_path / "keys.json").keys[1], range(20)))
    assert len(set(rings)) == 1


@pytest.mark.parametrize(
    "contents",
    ["", "[]", "{}", '{"current": 1, "keys": {}}', '{"current": 1, "keys": {"1": "c2hvcnQ="}}',
     '{"current": 2, "keys": {"1": "MTExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTE="}}'],
)  # fmt: skip
def test_a_damaged_keyring_is_refused_and_not_replaced(tmp_path: Path, contents: str) -> None:
    path = tmp_path / "keys.json"
    path.write_text(contents)
    with pytest.raises(Unreadable, match="backup"):
        open_keyring(path)
    assert path.read_text() == contents


def test_a_keyring_of_two_keys_is_read(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    open_keyring(path)
    kept = json.loads(path.read_text())
    path.write_text(json.dumps({"current": 2, "keys": kept["keys"] | {"2": kept["keys"]["1"]}}))
    assert (sorted(open_keyring(path).keys), open_keyring(path).current) == ([1, 2], 2)
