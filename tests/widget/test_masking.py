"""Masking: what may be kept of a text in which a secret stands."""

import pytest

from bot.messages import Message
from bot.widget.masking import mask

REFERENCE = "CF-0000-00"
ASKED = Message(1, "bot", "question", "What is your secret?", asks="secret", reference=REFERENCE)


@pytest.mark.parametrize("typed", ["K7M2-9XPQ-44TB", "k7m29xpq44tb", "K7M2 9XPQ 44TB", "BCDF-GHJK-MNPQ"])
def test_an_answer_that_is_a_secret_is_hidden_whole(typed: str) -> None:
    masked = mask(typed, ASKED)
    assert masked is not None
    assert ("•••", typed, REFERENCE) == (masked.text, masked.typed, masked.reference)


@pytest.mark.parametrize("typed", ["K7M2-9XPQ-44T", "k7m2 9x", "7"])
def test_an_answer_that_is_nearly_a_secret_is_hidden_too(typed: str) -> None:
    masked = mask(typed, ASKED)
    assert masked is not None
    assert masked.text == "•••"


@pytest.mark.parametrize("typed", ["stop", "I lost it", "can I talk to a person", "what does that mean"])
def test_words_are_left_alone(typed: str) -> None:
    assert mask(typed, ASKED) is None


def test_only_the_secret_is_taken_out_of_a_sentence() -> None:
    masked = mask("I think it is K7M2-9XPQ-44TB but I am not sure at all", ASKED)
    assert masked is not None
    assert masked.text == "I think it is ••• but I am not sure at all"


def test_without_the_question_or_a_reference_nothing_is_taken_for_a_secret() -> None:
    assert mask("my code is K7M2-9XPQ-44TB", None) is None
