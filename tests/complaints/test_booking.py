"""What a case is booked under for the reports, and that it changes nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.complaints.errors import NotAllowed
from tests.complaints.life import Life

ON = date(2021, 3, 1)


def test_a_case_is_booked_under_one_of_the_councils_teams():
    life = Life("statutory", "harrow", ON).confirmed()
    before = life.case
    life.do("book_team", team="First Response")
    assert life.case.team == "First Response"
    assert replace(life.case, team=None, history=before.history) == before


def test_a_team_that_the_council_has_not_is_refused_with_those_it_has():
    with pytest.raises(NotAllowed, match="First Response"):
        Life("statutory", "harrow", ON).confirmed().do("book_team", team="The Moon")


def test_equalities_are_noted_and_may_be_declined_one_by_one():
    life = Life().confirmed().do("note_equalities")
    assert dict(life.case.equalities) == {
        "gender": "female", "ethnicity": "prefer_not_to_say", "disability": "no", "age_band": "11_15",
    }  # fmt: skip
    with pytest.raises(NotAllowed, match="Gender: choose one"):
        Life().confirmed().do("note_equalities", gender="")


def test_both_can_be_booked_after_the_case_was_closed():
    life = Life("compliment", "harrow", ON).confirmed().do("pass_on_compliment")
    assert {"book_team", "note_equalities"} <= set(life.allowed)
