"""What is only a person, an age or a day, and what is more however short."""

from __future__ import annotations

import time

import pytest

from bot.rasa.bare_facts import is_bare


@pytest.mark.parametrize(
    "text",
    [
        "14",
        "15.",
        "she's 7",
        "he’s 12 years old",
        "the dad",
        "his stepdad",
        "yesterday",
        "last week",
        "3rd march",
        "2/3/24",
    ],
)
def test_a_person_an_age_or_a_day_alone_is_bare(text: str) -> None:
    assert is_bare(text)


@pytest.mark.parametrize(
    "text",
    [
        "he is on me",
        "dad again",
        "tonight",
        "last night",
        "not safe",
        "my dad hits me",
        "he's 12 and bleeding",
        "mum with knife",
        "she is scared",
        "alone since monday",
        "the bridge",
        "",
        "?",
    ],
)
def test_whatever_has_another_word_is_not(text: str) -> None:
    assert not is_bare(text)


def test_a_long_text_takes_no_time() -> None:
    started = time.process_time()
    assert not is_bare("the dad " * 100_000)
    assert time.process_time() - started < 0.5
