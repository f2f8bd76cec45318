"""Somebody who writes in another language is offered an interpreter, once, and what they wrote is kept as it is."""

from __future__ import annotations

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import Answer
from actions.hearing import Heard
from actions.voice import Voice
from tests.dialogue.one_turn import turned

POLISH = "Pracownik socjalny zabrał moje dziecko i nikt nie chce ze mną rozmawiać"
SWEARING = "my fucking social worker never turns up and nobody gives a shit about me or my brother anymore"


pytestmark = pytest.mark.usefixtures("joined")


def told(text: str, language: str | None, choice: str | None = None) -> Heard:
    entities = [{"entity": "language", "value": language}] if language else []
    return Heard(text, "m1", "raise_concern", 0.9, choice, entities)


def offers(said: list[str]) -> list[str]:
    return [text for text in said if "interpreter" in text]


@pytest.mark.parametrize("language", ["pl", "lt", "hi", "xx"])
def test_the_first_message_in_another_language_is_kept_and_met_with_an_interpreter(language: str) -> None:
    now, said = turned(told(POLISH, language))
    assert len(offers(said)) == 1
    assert now.facts.points[0].what_happened == POLISH
    assert {"event": "slot", "timestamp": None, "name": "interpreter_offered", "value": language} in now.events()


def test_three_words_are_enough_for_the_offer() -> None:
    assert len(offers(turned(told("nikt nie pomaga", "pl"))[1])) == 1


def test_the_offer_comes_once() -> None:
    message = told(POLISH, "pl")
    assert offers(turned(message, requested_slot="what_happened", interpreter_offered="pl")[1]) == []
    assert len(offers(turned(message, requested_slot="what_happened")[1])) == 1


def test_english_is_offered_no_interpreter() -> None:
    assert offers(turned(told(SWEARING, None))[1]) == []


def test_a_quick_reply_in_another_language_is_our_own_words() -> None:
    assert not told("Tak, poproszę o tłumacza (Polish)", "pl", choice="do:ask_accessible").writes_otherwise


async def test_what_the_ear_makes_of_another_language_is_not_answered_as_if_it_had_understood() -> None:
    latest = {
        "intent": {"name": "ask_ombudsman", "confidence": 0.9},
        "entities": [{"entity": "language", "value": "pl"}],
    }
    said = {"event": "user", "text": POLISH, "message_id": "m1", "metadata": {}}
    dispatcher = CollectingDispatcher()
    now = Tracker("c1", {}, latest, [said], False, None, {}, "action_listen")
    events = await Answer().act(now, Voice(dispatcher))
    assert [event["name"] for event in events] == ["concern_form"]
    assert dispatcher.messages == []


def test_swearing_is_kept_word_for_word_and_answered_like_anything_else() -> None:
    now, said = turned(told(SWEARING, None))
    assert now.facts.points[0].what_happened == SWEARING
    assert (
        said == turned(told("my social worker never turns up and nobody cares about me or my brother anymore", None))[1]
    )
