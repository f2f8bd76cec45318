"""References and secrets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import receipts


def test_a_reference_is_read_back_however_it_is_typed() -> None:
    for _ in range(200):
        reference = receipts.new_reference()
        loose = reference.replace("-", " ").lower()
        assert receipts.read_reference(f"my number is {loose} thanks") == reference
        assert receipts.read_reference(reference.replace("-", "")) == reference


def test_one_wrong_character_is_noticed() -> None:
    reference = receipts.new_reference()
    for place in (3, 4, 5, 6, 8, 9):
        for other in receipts.ALPHABET:
            if other != reference[place]:
                typed = reference[:place] + other + reference[place + 1 :]
                assert receipts.read_reference(typed) is None


def test_letters_that_look_like_digits_are_taken_for_them() -> None:
    assert receipts.plain_secret("oIl0-1234-abcd".replace("a", "b")) == "01101234BBCD"


def test_a_code_beside_a_reference_is_found() -> None:
    text = f"{receipts.new_reference()} and the code is 0B1C-2D3F-4G5H"
    found = receipts.secret_in(text)
    assert found
    assert text[slice(*found)] == "0B1C-2D3F-4G5H"


def test_ordinary_words_beside_a_reference_are_left_alone() -> None:
    assert receipts.secret_in(f"{receipts.new_reference()} when will they tell me what has been done") is None


@pytest.mark.parametrize("between", [" ", "-", ", ", ".", "\n", "_"])
def test_five_words_are_found_and_read_however_they_are_typed(between: str) -> None:
    secret = receipts.new_secret("words")
    text = f"they are {between.join(secret.title().split())} I think"
    found = receipts.secret_in(text)
    assert found
    assert receipts.plain_secret(text[slice(*found)]) == receipts.plain_secret(secret)


def test_four_words_of_the_list_are_no_secret() -> None:
    four = receipts.new_secret("words").split()[:4]
    assert receipts.secret_in(" ".join(four)) is None
    assert receipts.secret_in(f"{' '.join(four)} of {four[0]}") is None


def test_a_secret_comes_as_the_person_likes_it() -> None:
    assert all(word in receipts.word_list() for word in receipts.new_secret("words").split())
    assert receipts.SECRET.fullmatch(receipts.new_secret("code"))
    with pytest.raises(ValueError, match="song"):
        receipts.new_secret("song")


@pytest.mark.parametrize("text", ["", "CF-", "CF-1234", "CF-UUUU-UU", "no reference here"])
def test_what_is_no_reference_is_none(text: str) -> None:
    assert receipts.read_reference(text) is None


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    receipts.read_reference(text)
    receipts.secret_in(text)
