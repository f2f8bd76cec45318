"""Taking up what waits: after a stop, and after a person has been called."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import concern_form
from actions.answers import Answer, Fallback
from actions.hearing import Heard
from actions.lately import Lately
from actions.turn import Turn
from actions.voice import Voice
from bot.complaints.facts import Facts, Point
from tests.dialogue.one_turn import Joined, tracker, turned

POINT = {"what_happened": "nobody calls me back", "matter": ["communication"], "nature": [], "wanted_outcome": None}


def after_a_stop(text: str, intent: str, sure: float, **slots: Any) -> Tracker:
    user = {"event": "user", "text": text, "message_id": "m1", "metadata": {}}
    latest = {"text": text, "intent": {"name": intent, "confidence": sure}, "entities": []}
    return Tracker("c1", slots, latest, [user], False, None, {}, "action_listen")


@pytest.mark.parametrize(
    ("text", "intent", "sure"),
    [("actually no carry on", "deny", 0.4), ("where was i", "repeat", 0.99), ("no dont stop", "deny", 0.78)],
)
@pytest.mark.parametrize("action", [Answer, Fallback])
async def test_who_stopped_may_go_on(action: type[Answer | Fallback], text: str, intent: str, sure: float) -> None:
    heard = after_a_stop(text, intent, sure, points=[POINT])
    dispatcher = CollectingDispatcher()

    events = await action().act(heard, Voice(dispatcher, lately=Lately.of(heard)))

    assert [event["name"] for event in events if event["event"] == "followup"] == ["concern_form"]
    assert not dispatcher.messages


def test_the_offer_of_a_person_is_not_made_again_to_who_has_just_taken_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concern_form, "services", Joined)
    dispatcher = CollectingDispatcher()
    facts = Facts({"reporter_role": "parent"}, frozenset(), (Point("nobody calls me back", ("communication",), ()),))
    message = Heard("phone my son, he speaks", "m1", "talk_to_person", 0.9, None, ())
    before = tracker(requested_slot="person", handoff_state="waiting")

    events = concern_form._take_up_again(Turn(before, Voice(dispatcher, lately=Lately.of(before)), message, facts))

    asked = [event["value"] for event in events if event.get("name") == "requested_slot"]
    assert asked and asked != ["person"]


def test_who_says_that_they_go_on_has_answered_nothing(joined: None) -> None:
    message = Heard("forget it ill carry on here", "m1", "stop", 0.97, None, ())

    turn, _ = turned(message, Facts({"reporter_role": "parent"}), requested_slot="wanted_outcome")

    assert turn.facts.get("wanted_outcome") is None
    assert turn.next_up == "wanted_outcome"


@pytest.mark.parametrize(("text", "let_go"), [("and she laughed at me in my own house", True), ("ok", False)])
def test_a_question_that_was_left_open_is_let_go_when_something_else_is_told(
    monkeypatch: pytest.MonkeyPatch, text: str, let_go: bool
) -> None:
    monkeypatch.setattr(concern_form, "services", Joined)
    facts = Facts({"reporter_role": "parent"}, frozenset(), (Point("she shouted at us", ("social_worker",), ()),))
    before = tracker(requested_slot="care_status", lately=[{"turn": "m0", "said": [], "asks": "go_on"}])
    turn = Turn(
        before, Voice(CollectingDispatcher(), lately=Lately.of(before)), Heard(text, "m1", "", 0.3, None, ()), facts
    )

    events = concern_form._ask_next(turn, None)

    asked = next(event["value"] for event in events if event.get("name") == "requested_slot")
    assert (asked != "care_status") is let_go
