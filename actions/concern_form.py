"""The form for a concern: hears one message, keeps what it tells, and asks what triage wants to know next."""

from __future__ import annotations

import asyncio

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from actions._base import Act, Events, services
from actions.hearing import coming_back, heard
from actions.listening import hear, open_with, told_beside
from actions.memory import facts_of
from actions.questions import agrees, ask, leave_open
from actions.read_back import read_back
from actions.turn import Turn
from actions.voice import Voice
from actions.wishes import GENTLE, digresses

FORM = "concern_form"
TIMES_RUNNING = 2  # that the same thing is asked
OFFERS = ("person", "change")
MISSES_ALLOWED = 2  # after that a question is left, and a person is offered


class ValidateConcernForm(Act):
    """Hears the message, then names the next question; with nothing left to ask the form ends and sends."""

    def name(self) -> str:
        """The name that Rasa calls it by."""
        return "validate_concern_form"

    async def act(self, tracker: Tracker, voice: Voice) -> Events:
        """Hear, remember, ask. An empty answer tells Rasa that the message is a rule's business."""
        turn = Turn(tracker, voice, heard(tracker), facts_of(tracker))
        if turn.message.message_id == tracker.get_slot("last_heard"):
            return await asyncio.to_thread(_ask_next, turn, turn.requested)
        if turn.requested is not None and coming_back(tracker, FORM):
            return await asyncio.to_thread(_take_up_again, turn)
        if turn.requested is not None and digresses(turn.message, turn.requested, turn.voice.audience):
            return []
        return await asyncio.to_thread(_hear_and_ask, turn)


def _hear_and_ask(turn: Turn) -> Events:
    if turn.tracker.get_slot("requested_slot") is None:
        open_with(turn)
    else:
        hear(turn)
    if turn.sends:
        return [*turn.events(), SlotSet("requested_slot", None)]
    return _ask_next(turn, turn.next_up)


def _take_up_again(turn: Turn) -> Events:
    """Another action has answered the message; what was told along with that may have settled the question."""
    told_beside(turn)
    called = turn.requested == "person" and turn.tracker.get_slot("handoff_state")  # the offer was just taken
    settled = called or (turn.requested not in GENTLE and turn.facts.settled(str(turn.requested)))
    return _ask_next(turn, turn.next_up or (None if settled else turn.requested))


def _ask_next(turn: Turn, wanted: str | None) -> Events:
    """Ask the wanted question, or the next that triage has; events of the turn with the question's name."""
    intake = services().intake
    question = wanted or intake.next_question(turn.facts) or "confirm"
    while turn.misses.get(question, 0) >= MISSES_ALLOWED and question not in ("confirm", "what_happened", "change"):
        turn.leave(question)
        question = intake.next_question(turn.facts) or "confirm"
    if wanted is None and question == turn.requested and _was_left_open(turn):
        turn.refuse(question)  # they told something else instead of an answer, so it is let go unasked
        question = intake.next_question(turn.facts) or "confirm"
    if question in OFFERS and turn.voice.lately.asked_running(question) >= TIMES_RUNNING:
        question = intake.next_question(turn.facts) or "confirm"  # neither taken nor turned down, so it goes
    _say_question(turn, question)
    return [*turn.events(), SlotSet("requested_slot", question)]


def _was_left_open(turn: Turn) -> bool:
    """Whether the question was left open in the turn before, and nobody has asked for it since."""
    asked_for = turn.message.choice is not None or agrees(turn.message, None)
    kept = turn.requested in (*GENTLE, "what_happened") or turn.message.page
    return turn.voice.lately.left_open() and not asked_for and not kept


def _say_question(turn: Turn, question: str) -> None:
    """Ask; what was asked in both turns before is left open with a kinder word instead of being asked a third time."""
    voice, facts = turn.voice, turn.facts
    sendable = bool(facts.points)
    worn = voice.lately.asked_running(question) >= TIMES_RUNNING and not turn.message.page
    worn = worn or turn.waits
    if question == "confirm":
        voice.ask("utter_summary_waits", "confirm") if worn and facts == turn.before else read_back(voice, facts)
    elif question == "change":
        voice.ask("utter_question_change", "change", more=turn.changeable())
    elif question == "person":
        voice.ask("utter_offer_person", "person")
    elif worn and question not in GENTLE:
        leave_open(voice, question, sendable=sendable)
    else:
        ask(voice, question, turn.guesses, sendable=sendable, offers_advocate=turn.begins)
