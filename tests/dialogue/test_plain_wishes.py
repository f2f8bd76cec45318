"""Short words that mean the same at every question, and those that only look so."""

from __future__ import annotations

import time

import pytest

from actions import listening
from actions.hearing import Heard
from actions.named_facts import named_fact
from actions.plain_wishes import EXPLAIN, SEND, WAIT, plain_wish
from actions.wishes import digresses
from bot.complaints.facts import Facts, Point
from tests.dialogue.one_turn import turned


def said(text: str, intent: str = "nlu_fallback", sure: float = 0.3) -> Heard:
    return Heard(text, "m1", intent, sure, None, ())


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("send it", SEND),
        ("ok can you send it now please", SEND),
        ("just submit this", SEND),
        ("I want to send what I said", SEND),
        ("wait", WAIT),
        ("hang on a sec", WAIT),
        ("give me a minute", WAIT),
        ("my mum's coming", WAIT),
        ("huh?", EXPLAIN),
        ("sorry i don’t get it", EXPLAIN),
        ("i dont understand the question", EXPLAIN),
        ("what does that mean?", EXPLAIN),
    ],
)
def test_a_few_words_that_say_nothing_else_are_a_plain_wish(text: str, wish: str) -> None:
    assert plain_wish(said(text)) == wish


@pytest.mark.parametrize(
    "text",
    [
        "send the plan",
        "SEND",
        "send my son to the other school",
        "we wait since june for the plan",
        "i dont get it any more, the allowance",
        "my mum coming home",
        "they never send it",
        "no wait, she's 14 not 13",
        "",
    ],
)
def test_what_says_more_is_an_answer(text: str) -> None:
    assert plain_wish(said(text)) is None


def test_what_stands_in_a_pages_own_field_is_its_answer() -> None:
    assert plain_wish(Heard("wait", "m1", "stop", 0.9, None, (), page="wanted_outcome")) is None


@pytest.mark.parametrize("text", ["so " * 4_000, "ok please " * 8, "i dont get it " * 2_000])
def test_no_text_takes_long(text: str) -> None:
    started = time.process_time()
    assert plain_wish(said(text)) is None
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize(
    ("requested", "message", "leaves"),
    [
        ("wanted_outcome", said("stop them coming round", "stop", 0.9), False),
        ("wanted_outcome", said("just stop", "stop", 0.9), True),
        ("wanted_outcome", said("mums back gotta go", "goodbye", 0.7), True),
        ("wanted_outcome", said("she has got to go", "goodbye", 0.9), False),
        ("wanted_outcome", said("so what happens now", "ask_process", 0.9), True),
        ("wanted_outcome", said("and who reads this", "ask_privacy", 0.9), True),
        ("person", said("maybe later", "goodbye", 0.8), False),
        ("already_answered", said("still waiting", "check_status", 0.9), False),
        ("confirm", said("not yet", "check_status", 0.6), False),
        ("has_parental_responsibility", said("shared with the council", "ask_privacy", 0.8), False),
        ("reporter_role", said("a young person", "talk_to_person", 0.9), False),
        ("reporter_role", said("can a young person talk to somebody", "talk_to_person", 0.9), True),
        ("reporter_role", said("im her advocate", "ask_advocate", 0.99), False),
        ("change", said("the name", "explain_question", 0.6), False),
    ],
)
def test_a_wish_is_told_from_an_answer_that_sounds_like_one(requested: str, message: Heard, leaves: bool) -> None:
    assert digresses(message, requested, None) is leaves


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("my age", "child_age"),
        ("the e-mail address", "email"),
        ("her name", "child_name"),
        ("who i am", "reporter_role"),
        ("what i want", "wanted_outcome"),
        ("what happened", "what_happened"),
        ("that is not what i said", None),
        ("nothing", None),
        ("i said 13", None),
    ],
)
def test_what_is_to_change_may_be_named_in_a_few_words(text: str, fact: str | None) -> None:
    assert named_fact(text) == fact


@pytest.mark.parametrize("requested", ["go_on", "confirm", "reporter_role", "wanted_outcome"])
@pytest.mark.parametrize(
    "text", ["make him stop", "stop shouting", "tell them to stop", "forget it ill carry on here", "no don’t stop"]
)
def test_what_others_should_stop_and_going_on_end_no_conversation(requested: str, text: str) -> None:
    assert digresses(said(text, "stop", 0.97), requested, None) is False


@pytest.mark.parametrize("requested", ["go_on", "confirm", "reporter_role", "wanted_outcome"])
@pytest.mark.parametrize(
    "text",
    [
        "stop",
        "stop asking me things",
        "i dont want to carry on",
        "stop, i can't continue",
        "stop everything",
        "stop bothering me",
    ],
)
def test_a_wish_to_stop_ends_it_at_every_question(requested: str, text: str) -> None:
    assert digresses(said(text, "stop", 0.97), requested, None) is True


@pytest.mark.parametrize(
    "text",
    ["i no understand", "what mean", "what is mean advocate", "no english good", "my english is not good",
     "what is this", "no understand question", "i dont speak english", "what does advocate mean", "what this mean?"],
)  # fmt: skip
@pytest.mark.parametrize("question", ["court_involved", "wants_advocate", "care_status", "wanted_outcome", "name"])
def test_who_finds_the_words_hard_is_told_what_is_meant_and_asked_again(question: str, text: str) -> None:
    facts = Facts(points=(Point("social worker no answer me", ("social_worker",)),))
    turn, _ = turned(Heard(text, "m1", "deny", 0.9, None, ()), facts, requested_slot=question)
    assert turn.next_up == question and not turn.facts.settled(question)


def test_who_says_that_english_is_hard_is_offered_somebody_who_speaks_their_language_once() -> None:
    facts = Facts(points=(Point("social worker no answer me", ("social_worker",)),))
    turn, spoken = turned(Heard("no english good", "m1", "deny", 0.9, None, ()), facts, requested_slot="name")
    assert turn.facts.get("accessible_needs") == "no english good" and "your own language" in spoken[0]
    _, spoken = turned(Heard("no english good", "m2", "deny", 0.9, None, ()), turn.facts, requested_slot="name")
    assert "your own language" not in spoken[0]


def test_who_asks_what_an_advocate_is_is_told_that() -> None:
    asked = Heard("what is mean advocate", "m1", "dont_know", 0.9, None, ())
    facts = Facts(points=(Point("no answer", ("social_worker",)),))
    _, spoken = turned(asked, facts, requested_slot="wants_advocate")
    assert "independent" in spoken[0]


TAKEN_BACK = ("jk", "only joking lol", "I was just messing about", "lol im fine", "didnt mean it", "forget what i said")


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_whoever_takes_back_a_disclosure_hears_that_it_is_passed_on_too(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    added: list[str] = []
    monkeypatch.setattr(listening, "add_to_alert", lambda _, message: added.append(message.text))
    facts = Facts(points=(Point("he hits me", ("other",)),))
    message = Heard(text, "m2", "stop", 0.9, None, ())
    turn, spoken = turned(message, facts, requested_slot="go_on", safety_count=1, safety_open="a1")
    assert added == [text] and turn.next_up == "go_on" and "still want to check" in spoken[0]
    assert digresses(message, "go_on", None) is False


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_where_nothing_of_danger_was_told_there_is_nothing_to_take_back(text: str) -> None:
    facts = Facts(points=(Point("no answer", ("social_worker",)),))
    _, spoken = turned(Heard(text, "m2", "deny", 0.9, None, ()), facts, requested_slot="go_on")
    assert not any("check" in line for line in spoken)
