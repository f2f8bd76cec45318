"""Secrets: hashed with Argon2id at the strength that is asked for, and as much work for nobody."""

from __future__ import annotations

import statistics
import time

import pytest

from bot.storage.secrets import Argon2Hasher

HASHER = Argon2Hasher()


def test_the_right_secret_matches_and_a_wrong_one_does_not() -> None:
    kept = HASHER.hash("4F7K-9QRT-2M8X")
    assert HASHER.matches("4F7K-9QRT-2M8X", kept)
    assert not HASHER.matches("4F7K-9QRT-2M8Y", kept)


def test_the_hash_is_argon2id_with_19_mib_two_passes_and_one_lane() -> None:
    assert HASHER.hash("secret").startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_the_same_secret_has_a_new_hash_every_time() -> None:
    assert HASHER.hash("secret") != HASHER.hash("secret")


@pytest.mark.parametrize("kept", [None, "", "no hash at all", "$argon2id$v=19$m=19456,t=2,p=1$broken"])
def test_nothing_matches_where_there_is_no_hash(kept: str | None) -> None:
    assert not HASHER.matches("the secret of no case", kept)


@pytest.mark.parametrize("secret", ["", "\0", "\ud83d", "x" * 105_134, "пароль 👋"])
def test_anything_typed_is_hashed(secret: str) -> None:
    assert HASHER.matches(secret, HASHER.hash(secret))


def test_letters_composed_in_two_ways_are_the_same_secret() -> None:
    assert HASHER.matches("cafe\u0301", HASHER.hash("caf\u00e9"))


def test_a_case_that_is_not_there_takes_as_long_as_a_wrong_secret() -> None:
    kept = HASHER.hash("secret")
    wrong = statistics.median(_seconds("wrong", kept) for _ in range(15))
    nobody = statistics.median(_seconds("wrong", None) for _ in range(15))
    assert 0.5 < nobody / wrong < 2  # without the work it would be a thousandth


def _seconds(secret: str, kept: str | None) -> float:
    begun = time.perf_counter()
    HASHER.matches(secret, kept)
    return time.perf_counter() - begun
