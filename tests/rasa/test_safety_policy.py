"""The safety policy's table, row by row."""

from __future__ import annotations

import pytest
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SlotSet, UserUttered
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa.safety_policy import next_action

FORM = [ActionExecuted("concern_form"), ActiveLoop("concern_form")]


def tracker(*events: Event) -> DialogueStateTracker:
    slots = [AnySlot("handoff_state", mappings=[{}]), AnySlot("requested_slot", mappings=[{}])]
    return DialogueStateTracker.from_events("a", list(events), slots=slots)


def said(intent: str = "greet", risk: str | None = None, at_door: str | None = None) -> UserUttered:
    entities = [{"entity": "risk", "value": risk}] if risk else []
    return UserUttered("words", {"name": intent}, entities, metadata={"risk": at_door} if at_door else {})


@pytest.mark.parametrize("message", [said(risk="emergency"), said(risk="at_risk"), said(at_door="emergency")])
@pytest.mark.parametrize("before", [[], FORM, [SlotSet("handoff_state", "with_officer")]])
def test_danger_comes_first_wherever_it_is_said(message: UserUttered, before: list[Event]) -> None:
    assert "action_safety" == next_action(tracker(*before, message))


def test_after_the_safety_words_the_bot_listens() -> None:
    assert "action_listen" == next_action(tracker(*FORM, said(risk="at_risk"), ActionExecuted("action_safety")))


def test_the_safety_words_answer_one_message_and_not_the_next() -> None:
    answered = [said(risk="at_risk"), ActionExecuted("action_safety"), ActionExecuted("action_listen")]

    assert next_action(tracker(*answered, said())) is None
    assert "action_safety" == next_action(tracker(*answered, said(risk="at_risk")))


def test_no_risk_is_no_danger() -> None:
    assert next_action(tracker(said(risk="none"))) is None


def test_with_an_officer_the_bot_is_silent_until_they_hand_back() -> None:
    taken = SlotSet("handoff_state", "with_officer")

    assert "action_listen" == next_action(tracker(taken, said("stop")))
    assert next_action(tracker(taken, said("hand_back"))) is None
    assert next_action(tracker(SlotSet("handoff_state", "waiting"), said("stop"))) is None


def test_a_long_conversation_rolls_over_when_its_form_has_asked() -> None:
    many = [SlotSet("requested_slot", "name")] * 81

    assert "action_session_start" == next_action(tracker(*FORM, *many, said(), ActionExecuted("concern_form")))
    assert next_action(tracker(*FORM, *many, ActionExecuted("action_listen"), said())) is None
    assert next_action(tracker(*FORM, said(), ActionExecuted("concern_form"))) is None


def test_a_long_conversation_with_an_officer_rolls_over_too() -> None:
    many = [SlotSet("handoff_state", "with_officer")] * 81

    assert "action_session_start" == next_action(tracker(*many, said()))
