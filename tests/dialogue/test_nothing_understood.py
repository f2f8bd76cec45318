"""Noise outside every question: choices, then a person, and then somebody who waits."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.answers import misunderstood
from actions.hearing import Heard
from actions.lately import Lately
from actions.voice import Voice
from tests.dialogue.one_turn import tracker


def said_of_noise(times: int) -> list[dict[str, object]]:
    """What is said to so many messages of noise, one after the other; each turn remembers those before."""
    slots: dict[str, object] = {}
    told = []
    for number in range(times):
        dispatcher = CollectingDispatcher()
        lately = Lately(f"m{number}", tuple(slots.get("lately") or ())[-2:])  # type: ignore[arg-type]
        events = misunderstood(
            tracker(**slots),
            Voice(dispatcher, lately=lately),
            Heard("...", f"m{number}", "nlu_fallback", 0.3, None, ()),
        )
        slots |= {event["name"]: event["value"] for event in events} | {"lately": lately.after(dispatcher.messages)}
        (message,) = dispatcher.messages
        told.append(message)
    return told


def test_choices_come_first_and_a_person_is_offered_once() -> None:
    told = said_of_noise(8)
    assert told[0]["buttons"]
    offered = [(message["custom"] or {}).get("asks") for message in told]  # type: ignore[attr-defined]
    assert offered == [None, "person", *[None] * 6]


def test_after_that_it_waits_and_says_nothing_three_times_running() -> None:
    texts = [str(message["text"]) for message in said_of_noise(10)]
    assert all(len(set(texts[at : at + 3])) > 1 for at in range(8))
    assert not any("did not" in text for text in texts[2:])
