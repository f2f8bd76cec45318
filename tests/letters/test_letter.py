"""A letter's way by itself: the only steps there are, nobody vets their own words, and every version stays."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.complaints.errors import NotAllowed
from bot.letters.letter import MOVES, STATES, Letter, Version
from tests.builders import AT, a_letter

WRITER, OTHER = "o-else", "o-other"


def through(*moves: str) -> Letter:
    """A letter after these steps, none of them by who wrote it."""
    letter = a_letter()
    for move in moves:
        letter = letter.moved(move, OTHER, AT, "Too long." if move == "send_back" else "")
    return letter


IN_STATE = {
    "draft": (), "drafted": ("hand_in",), "vetted": ("hand_in", "vet"), "signed": ("hand_in", "vet", "sign"),
    "sent": ("hand_in", "vet", "sign", "send"), "dropped": ("drop",),
}  # fmt: skip


def test_there_is_a_way_to_every_state() -> None:
    assert set(IN_STATE) == set(STATES)
    assert [through(*moves).state for moves in IN_STATE.values()] == list(IN_STATE)


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("state", IN_STATE)
def test_a_step_is_taken_where_the_letter_is_at_it_and_nowhere_else(state: str, move: str) -> None:
    letter = through(*IN_STATE[state])
    if state in MOVES[move][0]:
        assert letter.moved(move, OTHER, AT, "Because.").state == MOVES[move][1]
        return
    with pytest.raises(NotAllowed, match="not at that step"):
        letter.moved(move, OTHER, AT, "Because.")


def test_nobody_vets_what_they_have_written_in_any_version() -> None:
    letter = a_letter().written(Version(AT, OTHER, "Better.", {})).moved("hand_in", OTHER, AT)
    for writer in (WRITER, OTHER):
        with pytest.raises(NotAllowed, match="Nobody vets"):
            letter.moved("vet", writer, AT)
    assert letter.moved("vet", "o-third", AT).state == "vetted"


def test_it_is_sent_back_only_with_a_reason_and_is_then_vetted_and_signed_anew() -> None:
    signed = through("hand_in", "vet", "sign")
    with pytest.raises(NotAllowed, match="what has to be mended"):
        signed.moved("send_back", OTHER, AT)
    back = signed.moved("send_back", OTHER, AT, "The date is wrong.")
    assert (back.state, back.signed_by, back.marks[-1].reason) == ("draft", None, "The date is wrong.")
    with pytest.raises(NotAllowed):
        back.moved("send", OTHER, AT)


def test_who_signed_is_who_signed_last() -> None:
    again = through("hand_in", "vet", "sign", "send_back", "hand_in", "vet").moved("sign", "o-third", AT)
    assert again.signed_by == "o-third"


@pytest.mark.parametrize("state", [state for state in IN_STATE if state != "draft"])
def test_only_a_draft_is_written_on(state: str) -> None:
    with pytest.raises(NotAllowed, match="Only a draft"):
        through(*IN_STATE[state]).written(Version(AT, WRITER, "Other words.", {}))


def test_every_version_stays_and_every_step_says_which_it_was_about() -> None:
    first = a_letter().moved("hand_in", WRITER, AT).moved("send_back", OTHER, AT, "Shorter.")
    second = first.written(Version(AT + timedelta(hours=1), WRITER, "Short.", {})).moved("hand_in", WRITER, AT)
    assert second.versions[0].text == a_letter().latest.text
    assert (second.latest.text, [mark.version for mark in second.marks]) == ("Short.", [1, 1, 2])
