"""Bare answers: an age, a relation or a "yes" alone, each read beside the question that it was said to."""

from __future__ import annotations

import pytest

from actions.bare_answers import bare_age, is_relation
from actions.hearing import Heard
from actions.short_answers import short_answer
from bot.complaints.facts import Facts, Point
from tests.dialogue.one_turn import turned

TOLD = Facts(points=(Point("they moved me without telling me", ("placement",), ("communication",)),))
CHILD = TOLD.telling("reporter_role", "child")


def said(text: str, intent: str = "out_of_scope", sure: float = 0.4) -> Heard:
    return Heard(text, "m1", intent, sure, None, ())


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("10", 10),
        ("im ten", 10),
        ("Fourteen.", 14),
        ("i'm 9 years old", 9),
        ("just turned 12", 12),
        ("15 now", 15),
        ("girl 14", 14),
    ],
)
def test_a_number_of_years_alone_is_an_age(text: str, age: int) -> None:
    assert bare_age(text) == age


@pytest.mark.parametrize(
    "text", ["10 weeks", "ten times", "07700 900123", "about the ten of us", "", "3rd march", "112"]
)
def test_what_counts_something_else_is_no_age(text: str) -> None:
    assert bare_age(text) is None


@pytest.mark.parametrize("text", ["10", "im ten", "fourteen", "17"])
def test_an_age_says_who_a_child_is(text: str) -> None:
    turn, _ = turned(said(text), TOLD, requested_slot="reporter_role")
    assert turn.facts.get("reporter_role") == "child" and turn.facts.get("child_age") == str(bare_age(text))


@pytest.mark.parametrize("text", ["19", "50", "2"])
def test_a_grown_ups_number_does_not_say_who_they_are(text: str) -> None:
    turn, _ = turned(said(text), TOLD, requested_slot="reporter_role")
    assert not turn.facts.settled("reporter_role") and not turn.facts.settled("child_age")


def test_an_age_in_words_is_kept_as_a_number_where_it_was_asked_for() -> None:
    turn, _ = turned(said("fourteen"), CHILD, requested_slot="child_age")
    assert turn.facts.get("child_age") == "14"


@pytest.mark.parametrize(
    ("text", "role"),
    [("mum", "parent"), ("nan", "relative"), ("my sister", "relative"), ("my little brother", "relative"),
     ("my son", "parent"), ("ive been in care since i was 6", "child"), ("im lac", "child"),
     ("boy", "child"), ("girl 14", "child"),
     ("ive been in care", "care_leaver")],
)  # fmt: skip
def test_a_relation_says_who_somebody_is(text: str, role: str) -> None:
    assert short_answer("reporter_role", text) == role


@pytest.mark.parametrize("text", ["mum", "my sister", "nan", "With my dad"])
def test_somebody_alone_is_no_outcome_and_the_rest_of_it_is_asked_for(text: str) -> None:
    turn, spoken = turned(said(text), CHILD, requested_slot="wanted_outcome")
    assert is_relation(text) and turn.next_up == "wanted_outcome" and not turn.facts.settled("wanted_outcome")
    assert not any("did not understand" in one for one in spoken)


@pytest.mark.parametrize(
    "text", ["to see my mum more", "mum to be allowed home", "live with nan", "a new social worker"]
)
def test_what_should_happen_with_somebody_is_an_outcome(text: str) -> None:
    turn, _ = turned(said(text, "raise_concern"), CHILD, requested_slot="wanted_outcome")
    assert turn.facts.get("wanted_outcome") == text


@pytest.mark.parametrize("text", ["yes", "ok", "yeah sure", "Fine", "lol", "whatever innit"])
def test_what_is_no_way_to_reach_a_child_is_not_kept_as_one(text: str) -> None:
    turn, spoken = turned(said(text, "affirm", 0.9), CHILD, requested_slot="safe_to_contact")
    assert not turn.facts.settled("safe_to_contact") and turn.next_up == "safe_to_contact"
    assert "number" in spoken[0]


@pytest.mark.parametrize(
    "text",
    ["07700 900123", "sam@example.org", "text me", "through my sister", "my teacher", "Miss Jones", "not at home"],
)
def test_a_way_to_reach_a_child_is_kept(text: str) -> None:
    turn, _ = turned(said(text, "raise_concern"), CHILD, requested_slot="safe_to_contact")
    assert turn.facts.get("safe_to_contact") == text


@pytest.mark.parametrize(
    ("text", "channel"),
    [("by text", "phone"), ("text me", "phone"), ("ring me after 4", "phone"), ("email me", "email")],
)
def test_a_way_to_be_reached_is_no_access_need(text: str, channel: str) -> None:
    facts = TOLD.telling("reporter_role", "parent")
    turn, _ = turned(said(text, "raise_concern"), facts, requested_slot="accessible_needs")
    assert turn.facts.get("contact_preference") == channel and turn.facts.get("safe_to_contact") == text
    assert not turn.facts.settled("accessible_needs")


@pytest.mark.parametrize(
    "text", ["large print", "i am deaf so text me", "ring me slowly please i cant read", "a hearing loop"]
)
def test_an_access_need_stays_one(text: str) -> None:
    facts = TOLD.telling("reporter_role", "parent")
    turn, _ = turned(said(text, "raise_concern"), facts, requested_slot="accessible_needs")
    assert turn.facts.get("accessible_needs") == text and not turn.facts.settled("safe_to_contact")


@pytest.mark.parametrize(
    "text", ["I act for the family", "We represent the young person", "on behalf of a young person"]
)
def test_for_whom_somebody_acts_is_not_their_name(text: str) -> None:
    turn, _ = turned(said(text, "raise_concern"), TOLD, requested_slot="name")
    assert not turn.facts.settled("name")


def test_a_name_before_for_whom_somebody_acts_is_kept_without_it() -> None:
    turn, _ = turned(said("Ana Brook, acting on behalf of the family"), TOLD, requested_slot="name")
    assert turn.facts.get("name") == "Ana Brook"


@pytest.mark.parametrize("text", ["07700 900111 text only", "07700 900111"])
def test_a_number_is_a_way_to_reach_a_child_and_nothing_beside_it(text: str) -> None:
    entity = {"entity": "phone", "value": "07700 900111"}
    turn, _ = turned(Heard(text, "m1", "raise_concern", 0.9, None, [entity]), CHILD, requested_slot="safe_to_contact")
    assert turn.facts.get("safe_to_contact") == text


@pytest.mark.parametrize(
    "text", ["read what i wrote", "absolute disgrace", "for gods sake", "i already told you", "why do you keep asking"]
)
@pytest.mark.parametrize("question", ["name", "team_or_worker", "wanted_outcome", "child_name"])
def test_a_protest_at_being_asked_is_nobodys_name_and_no_wish(question: str, text: str) -> None:
    turn, spoken = turned(said(text), TOLD, requested_slot=question)
    assert not turn.facts.settled(question) and turn.next_up == question
    assert "did not understand" not in spoken[0]


@pytest.mark.parametrize("text", ["no", "Nothing.", "nah"])
def test_who_wants_nothing_is_not_asked_again_and_no_wish_is_kept(text: str) -> None:
    turn, _ = turned(said(text, "deny", 0.9), CHILD, requested_slot="wanted_outcome")
    assert turn.facts.settled("wanted_outcome") and turn.facts.get("wanted_outcome") is None
