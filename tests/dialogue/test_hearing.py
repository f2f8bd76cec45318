"""What one message tells, apart from what is done about it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from actions.hearing import Heard, chosen_by_words, is_account, point_from, with_account
from actions.questions import answer, choices_of, pressed, ways_to_reach
from actions.wishes import digresses
from bot.complaints.facts import Facts, Point

TODAY = date(2026, 3, 2)
ACCOUNT = "My social worker never comes when she says and nobody calls me back"


def said(text: str, intent: str = "raise_concern", sure: float = 0.9, choice: str | None = None, **told: Any) -> Heard:
    entities = [{"entity": kind, "value": value, "confidence_entity": 0.9} for kind, value in told.items()]
    return Heard(text, "m1", intent, sure, choice, entities)


def labelled(text: str, *matters: tuple[str, float]) -> Heard:
    entities = [{"entity": "matter", "value": name, "confidence_entity": sure} for name, sure in matters]
    return Heard(text, "m1", "raise_concern", 0.9, None, entities)


@pytest.mark.parametrize(
    "text", ["I want to make a complaint", "i want to complain", "hi can i raise a concern please", "something", "help"]
)
def test_saying_that_one_would_like_to_tell_is_no_account(text: str) -> None:
    assert not is_account(said(text, matter="other"))


def test_a_first_message_that_tells_something_is_the_account() -> None:
    assert is_account(said(ACCOUNT, matter="social_worker"))
    assert is_account(said("a b c d e f g h i j k l m"))


def test_a_quick_reply_is_never_an_account() -> None:
    assert not is_account(said("A child or young person", choice="child", matter="other"))


@pytest.mark.parametrize(
    ("matters", "taken"),
    [
        ([("contact", 0.9)], ("contact",)),
        ([("contact", 0.9), ("placement", 0.6)], ("contact", "placement")),
        ([("contact", 0.2), ("placement", 0.05)], ("contact",)),
        ([("contact", 0.2), ("placement", 0.15)], ()),
        ([], ()),
    ],
)
def test_a_matter_is_taken_when_it_is_likely_or_stands_alone(
    matters: list[tuple[str, float]], taken: tuple[str, ...]
) -> None:
    assert point_from(labelled(ACCOUNT, *matters)).matter == taken


def test_what_is_added_joins_the_account_and_another_business_is_a_point_of_its_own() -> None:
    first = with_account(Facts(), labelled(ACCOUNT, ("social_worker", 0.9)))
    more = with_account(first, labelled("she was rude too", ("social_worker", 0.9)))
    other = with_account(more, labelled("and the school bus has not come for my brother since september either way",
                                        ("school_transport", 0.9)))  # fmt: skip
    assert [point.what_happened for point in more.points] == [f"{ACCOUNT}\nshe was rude too"]
    assert [point.matter for point in other.points] == [("social_worker",), ("school_transport",)]


def test_a_choice_typed_out_counts_as_pressed() -> None:
    offered = choices_of("reporter_role", None)
    assert chosen_by_words("a foster carer", offered) == "foster_carer"
    assert chosen_by_words("A child or young persn", offered) == "child"
    assert chosen_by_words("my neighbour's cat", offered) is None
    assert pressed("care_status", said("In care"), "adult") == "in_care"


@pytest.mark.parametrize(
    ("fact", "message", "value"),
    [
        ("court_involved", said("yeah it is", "affirm"), "yes"),
        ("court_involved", said("no", "deny"), "no"),
        ("court_involved", said("dunno tbh", "dont_know"), "not_sure"),
        ("child_consent", said("not sure"), "not_known"),
        ("already_answered", said("nope", "deny"), "no"),
        ("contact_preference", said("you can email me"), "email"),
        ("contact_preference", said("ring me"), "phone"),
        ("email", said("it is sam@example.org thanks"), "sam@example.org"),
        ("email", said("i have none"), None),
        ("phone", said("07700 900123 after four"), "07700 900123"),
        ("child_age", said("hes 9 nearly 10"), "9"),
        ("wanted_outcome", said("an apology", "out_of_scope"), "an apology"),
        ("when_happened", said("12/06/2025"), "2025-06-12"),
        ("when_happened", said("last summer some time"), "last summer some time"),
        ("reporter_role", said("im his nan", reporter_role="relative"), "relative"),
        ("reporter_role", said("pancakes"), None),
    ],
)
def test_answers_are_read(fact: str, message: Heard, value: str | None) -> None:
    assert answer(fact, message, TODAY) == value


@pytest.mark.parametrize(
    ("requested", "message", "leaves"),
    [
        ("care_status", said("who will see this?", "ask_privacy"), True),
        ("care_status", said("in care", "check_status", care_status="in_care"), False),
        ("wanted_outcome", said("why do you need that?", "explain_question"), True),
        ("wanted_outcome", said("an apology", "out_of_scope"), False),
        ("wanted_outcome", said("close the case", "stop"), False),
        ("wanted_outcome", said("fix it", "restart"), False),
        ("wanted_outcome", said("talk to me nicely", "talk_to_person"), False),
        ("wanted_outcome", said("can i talk to a person", "talk_to_person"), True),
        ("wanted_outcome", said("please only write to sam@example.org", "talk_to_person"), False),
        ("wanted_outcome", said("please stop", "stop"), True),
        ("wanted_outcome", said("stop", "stop"), True),
        ("wanted_outcome", said("start over please", "restart"), True),
        ("confirm", said("stop", "stop"), True),
        ("confirm", said("hand_back", "hand_back", sure=0.0), True),
        ("care_status", said("hmm", "stop", sure=0.2), False),
        ("wanted_outcome", said("therapy to begin", "restart"), False),
        ("what_happened", said("they messed it up from the beginning to the end", "restart"), False),
        ("contact_preference", said("ring me", "talk_to_person"), False),
        ("contact_preference", said("can i talk to a person", "talk_to_person"), True),
        ("contact_preference", said("e-mail", "out_of_scope"), False),
        ("child_name", said("I am not happy with the answer at all", "escalate", sure=0.95), True),
        ("name", said("Robin", "goodbye", sure=0.6), False),
        ("wanted_outcome", said("bye", "goodbye"), True),
        ("care_status", said("i dont want to do this any more", "stop", sure=0.8), True),
        ("reporter_role", said("im 15, who is going to see this?", "ask_privacy", reporter_role="child"), True),
    ],
)
def test_a_wish_inside_a_form_is_told_from_an_answer(requested: str, message: Heard, leaves: bool) -> None:
    assert digresses(message, requested, "adult") is leaves


def test_only_facts_with_values_of_their_lists_are_heard_by_the_way() -> None:
    assert said("x", reporter_role="parent", care_status="king", child_age="14").facts() == {
        "reporter_role": "parent",
        "child_age": "14",
    }


def test_a_message_without_labels_gives_a_point_without_them() -> None:
    assert point_from(said("hello there you")) == Point("hello there you")


def test_a_new_way_to_be_reached_is_kept_as_said_and_read() -> None:
    assert ways_to_reach("only text 07700 900123 please") == {
        "safe_to_contact": "only text 07700 900123 please",
        "phone": "07700 900123",
        "contact_preference": "phone",
    }
    assert ways_to_reach("sam@example.org")["contact_preference"] == "email"
    assert ways_to_reach("through my nan") == {"safe_to_contact": "through my nan"}
