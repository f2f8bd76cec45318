"""What would put it right, told where something else was asked; and answers to the question behind an offer."""

from __future__ import annotations

from typing import Any

import pytest

from actions.hearing import Heard
from actions.wishes import digresses
from bot.complaints.facts import Facts, Point
from tests.dialogue.one_turn import turned

ACCOUNT = (Point("nobody rings me back", ("communication",), ()),)


def said(text: str, intent: str = "nlu_fallback", sure: float = 0.3, **told: Any) -> Heard:
    entities = [{"entity": kind, "value": value, "confidence_entity": 0.9} for kind, value in told.items()]
    return Heard(text, "m1", intent, sure, None, entities)


def facts(**known: str) -> Facts:
    return Facts({"reporter_role": "parent", **known}, frozenset(), ACCOUNT)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("care_status", "dont ask me stupid questions, I WANT MY BOYS"),
        ("wanted_outcome", "dont ask me stupid questions, I WANT MY BOYS"),
        ("confirm", "oh yeah i want the book money"),
        ("safe_to_contact", "id like her to come"),
        (
            "care_status",
            "I want another assessment by someone who knows autism and an apology for the letter to school",
        ),
        ("care_status", "i just want to go home"),
        ("name", "we would like them to put the hours back"),
    ],
)
def test_what_somebody_wants_is_kept_wherever_they_say_it(joined: None, asked: str, text: str) -> None:
    turn, _ = turned(said(text, "skip", 0.7), facts(), requested_slot=asked)

    assert turn.facts.get("wanted_outcome") == text
    assert asked == "wanted_outcome" or turn.facts.get(asked) is None


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("must_not_tell", "i want nobody at home to know"),
        ("accessible_needs", "i want big letters and pictures"),
        ("safe_to_contact", "id like you to ring my nan"),
        ("contact_preference", "i would like an email please"),
        ("name", "i want to stay anonymous please"),
        ("confirm", "i want to change an answer"),
    ],
)
def test_what_answers_the_question_is_no_outcome(joined: None, asked: str, text: str) -> None:
    turn, _ = turned(said(text), facts(), requested_slot=asked)

    assert turn.facts.get("wanted_outcome") is None


def test_what_is_taken_back_makes_room_and_what_is_added_stands_beside(joined: None) -> None:
    known = facts(wanted_outcome="i want her to visit")
    changed, _ = turned(said("no actually i dont want her, i want a new one"), known, requested_slot="safe_to_contact")
    added, _ = turned(said("and i want the money back"), known, requested_slot="confirm")

    assert changed.facts.get("wanted_outcome") == "no actually i dont want her, i want a new one"
    assert added.facts.get("wanted_outcome") == "i want her to visit\nand i want the money back"


def test_who_answers_the_question_behind_the_offer_of_a_person_has_answered_it(joined: None) -> None:
    child = Facts(
        {"reporter_role": "child", "child_age": "16"}, frozenset(), (Point("they take phones", ("placement",)),)
    )

    turn, _ = turned(said("in care", "raise_concern", 0.68), child, requested_slot="person", misses={"care_status": 2})

    assert turn.facts.get("care_status") == "in_care"


def test_nobody_apologises_to_who_says_again_what_is_known(joined: None) -> None:
    turn, lines = turned(said("im his mum", reporter_role="parent"), facts(), requested_slot="wanted_outcome")

    assert lines == []
    assert turn.facts.get("wanted_outcome") is None


def test_what_somebody_wants_may_say_what_it_is_about(joined: None) -> None:
    untold = Facts({"reporter_role": "parent"}, frozenset(), (Point("it goes on and on", (), ()),))

    turn, _ = turned(
        said("i want another assessment for him", matter="assessment"), untold, requested_slot="care_status"
    )

    assert turn.facts.get("wanted_outcome") == "i want another assessment for him"
    assert turn.facts.points[0].matter == ("assessment",)


@pytest.mark.parametrize("asked", ["care_status", "confirm", "name"])
def test_another_thing_is_added_to_what_is_being_told(joined: None, asked: str) -> None:
    message = said("and another thing she laughed at me", "add_information", 0.96)

    turn, _ = turned(message, facts(), requested_slot=asked)

    assert not digresses(message, asked, None)
    assert "she laughed at me" in turn.facts.points[-1].what_happened


def test_what_was_sent_before_is_looked_for_by_its_reference() -> None:
    assert digresses(said("i want to add something to my case", "add_information", 0.96), "care_status", None)


def test_small_talk_answers_no_question_for_free_words() -> None:
    assert digresses(said("lol do you watch love island", "out_of_scope", 1.0), "wanted_outcome", None)
    assert not digresses(said("a trip to the seaside", "out_of_scope", 1.0), "wanted_outcome", None)
