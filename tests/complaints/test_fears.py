"""What somebody is afraid of before they tell, and what only tells of such things."""

from __future__ import annotations

import time

import pytest

from bot.complaints.fears import SECRECY, TROUBLE, fear_of


@pytest.mark.parametrize(
    "text",
    [
        "can i tell you something but you cant tell anyone",
        "promise?",
        "do you promise",
        "pinky promise",
        "promise you wont tell",
        "please don't tell my foster carer",
        "can you keep a secret",
        "its a secret ok",
        "will you tell my mum?",
        "are you going to call my school",
        "is this just between us",
        "no one can know",
    ],
)
def test_a_wish_for_secrecy_is_known_by_its_words(text: str) -> None:
    assert fear_of(text) == SECRECY


@pytest.mark.parametrize(
    "text",
    [
        "can i get in trouble",
        "can i get in trouble for this",
        "will i get told off",
        "am i in trouble",
        "could we get into trouble for complaining?",
        "will they take it out on me",
        "can this be used against me",
        "will this make it worse for us",
    ],
)
def test_a_fear_of_trouble_is_known_by_its_words(text: str) -> None:
    assert fear_of(text) == TROUBLE


@pytest.mark.parametrize(
    "text",
    [
        "he promised not to tell and told my mum",
        "they promise contact every week and it never happens",
        "i want them to keep their promise",
        "my son gets in trouble at school every day",
        "why do they get me in trouble at school",
        "they don't tell parents anything",
        "they won't tell me where he is",
        "nobody will find out why the bus is late",
        "she cant tell anyone about the move",
        "promise to ring me back",
        "",
    ],
)
def test_what_others_promised_or_told_is_an_account(text: str) -> None:
    assert fear_of(text) is None


def test_a_long_text_is_an_account_and_takes_no_time() -> None:
    started = time.process_time()
    assert fear_of("you cant tell anyone " * 50_000) is None
    assert fear_of("a" * 200_000) is None
    assert time.process_time() - started < 0.5
