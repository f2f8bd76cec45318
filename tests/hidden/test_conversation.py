"""A conversation with its details hidden."""

from __future__ import annotations

import pytest

from bot.hidden.conversation import Line, hidden


def test_a_short_answer_to_a_question_for_a_name_is_one() -> None:
    assert hidden([Line("you", "wren", "child_name")]) == ["[name]"]


@pytest.mark.parametrize("text", ["why do you ask?", "because he told everybody at the meeting that it was me"])
def test_what_is_no_answer_is_read_like_anything_else(text: str) -> None:
    assert hidden([Line("you", text, "name")]) == [text]


def test_what_is_said_back_is_hidden_in_what_the_bot_says() -> None:
    lines = [
        Line("you", "my brother zunk is nine"),
        Line("bot", "You said: my brother zunk is nine", summary=True),
        Line("bot", "Your mum or brother need not know, Zunk."),
    ]
    assert hidden(lines)[1:] == [
        "You said: my [relation] [name] is [age]",
        "Your mum or brother need not know, [name].",
    ]


def test_the_bots_own_sentences_stay_as_they_are() -> None:
    said = "Tell the complaints team, or ring the Ombudsman on 0300 061 0614."
    assert hidden([Line("you", "mum said so"), Line("bot", said)])[1] == said


def test_a_name_that_comes_out_later_is_hidden_before_too() -> None:
    assert hidden([Line("you", "zunk did it"), Line("you", "he is called zunk")]) == [
        "[name] did it",
        "he is called [name]",
    ]


def test_what_an_officer_writes_is_hidden_too() -> None:
    assert hidden([Line("officer", "I have told Mrs Pike.")]) == ["I have told [name]."]
