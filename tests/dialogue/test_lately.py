"""What is remembered of the turns before: enough to say and ask nothing a third time running."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.lately import SLOT, Lately
from actions.voice import Voice
from bot.words import words

QUESTION = "utter_question_wanted_outcome"


def tracker(message_id: str, kept: Any) -> Tracker:
    events = [{"event": "user", "text": "x", "message_id": message_id}]
    return Tracker("c1", {SLOT: kept}, {}, events, False, None, {}, "action_listen")


def turn_of(message_id: str, kept: Any, *names: str, asks: str | None = None) -> Any:
    """Say these responses in a turn; what the slot holds after it."""
    lately, dispatcher = Lately.of(tracker(message_id, kept)), CollectingDispatcher()
    voice = Voice(dispatcher, None, lately)
    for name in names:
        voice.ask(name, asks) if asks else voice.say(name)
    return lately.after(dispatcher.messages)


def test_a_question_is_counted_while_the_turns_follow_each_other() -> None:
    first = turn_of("m1", None, QUESTION, asks="wanted_outcome")
    second = turn_of("m2", first, QUESTION, asks="wanted_outcome")
    other = turn_of("m3", second, "utter_thanks")

    assert Lately.of(tracker("m2", first)).asked_running("wanted_outcome") == 1
    assert Lately.of(tracker("m3", second)).asked_running("wanted_outcome") == 2
    assert Lately.of(tracker("m4", other)).asked_running("wanted_outcome") == 0


def test_two_actions_of_one_turn_count_as_one() -> None:
    first = turn_of("m1", None, "utter_thanks")
    again = turn_of("m1", first, QUESTION, asks="wanted_outcome")

    assert [entry["turn"] for entry in again] == ["m1"]
    assert Lately.of(tracker("m2", again)).asked_running("wanted_outcome") == 1


def test_what_was_said_in_both_turns_before_is_said_in_another_wording() -> None:
    kept = None
    for message_id in ("m1", "m2"):
        kept = turn_of(message_id, kept, "utter_what_now")
    dispatcher = CollectingDispatcher()
    Voice(dispatcher, None, Lately.of(tracker("m3", kept))).say("utter_what_now")
    usual, other = words().wordings("utter_what_now")

    assert [message["text"] for message in dispatcher.messages] == [other]
    assert dispatcher.messages[0]["buttons"] and usual != other


def test_no_words_are_kept_in_the_slot() -> None:
    assert "wanted" not in str([entry["said"] for entry in turn_of("m1", None, QUESTION, asks="wanted_outcome")])
