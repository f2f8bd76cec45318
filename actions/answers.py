"""Answers to what people ask or say by the way, inside a form and outside."""

from __future__ import annotations

import asyncio

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet

from actions._base import Act, Events, services
from actions.beside import only_swears, says_nothing
from actions.hearing import Heard, heard, is_account
from actions.interpreter import OFFERED, offer_interpreter
from actions.memory import facts_of, forget
from actions.people import call_person
from actions.voice import Voice
from actions.ways_on import go_on
from actions.wishes import QUESTIONS, SURE_OF_WISH, ends_plainly, goes_on
from bot.complaints.facts import Facts
from bot.complaints.fears import fear_of

SMALL_TALK = ("thanks", "goodbye", "bot_challenge", "out_of_scope")


class Answer(Act):
    """Answers a question or a courtesy; inside a form the form then asks its question again."""

    def name(self) -> str:
        """The name that Rasa calls it by."""
        return "action_answer"

    async def act(self, tracker: Tracker, voice: Voice) -> Events:
        """Say what belongs to the intent of the latest message."""
        message, asking = heard(tracker), bool((tracker.active_loop or {}).get("name"))
        intent = message.intent
        if message.writes_otherwise and not asking and not tracker.get_slot(OFFERED):
            # The ear knows English alone, so its intent is a guess: better taken as an account, with an interpreter.
            return [FollowupAction("concern_form")]
        if not asking and _takes_up(message, facts_of(tracker)):
            return [FollowupAction("concern_form")]
        if not asking and _is_unclear(message):
            return misunderstood(tracker, voice, message)
        if intent == "affirm" and voice.lately.last_asked() == "person":
            return await asyncio.to_thread(_person_after_all, tracker, voice)
        if intent in QUESTIONS:
            _question(voice, intent, message.text)
        elif intent in SMALL_TALK:
            voice.say(f"utter_{intent}")
        elif intent == "explain_question":
            _explain(tracker, voice, asking=asking)
        elif intent == "repeat" and not asking:
            voice.say("utter_repeat_nothing")
        elif intent == "change_answer" and not asking:
            voice.say("utter_nothing_to_change")
        elif intent == "greet" and not asking:
            voice.say("utter_greet")
            return []
        ways_on = [] if intent in (*SMALL_TALK, "change_answer") else go_on(tracker, voice)
        return [*_noted_needs(tracker, intent), *ways_on, *understood_again(tracker)]


def understood_again(tracker: Tracker) -> Events:
    """Misunderstandings are counted only while they follow each other."""
    return [SlotSet("misunderstood", 0)] if tracker.get_slot("misunderstood") else []


def _takes_up(message: Heard, facts: Facts) -> bool:
    """Whether somebody who stopped takes up what they told, which waits in the form: "carry on", "where was I"."""
    return bool(facts.points) and (message.intent in ("change_answer", "repeat") or goes_on(message))


def _is_unclear(message: Heard) -> bool:
    """Whether the ear only guesses, outside any question: noise and swearing sound a little like everything."""
    if message.choice is not None:
        return False
    return message.sure < SURE_OF_WISH or says_nothing(message.text, "") or only_swears(message)


def _person_after_all(tracker: Tracker, voice: Voice) -> Events:
    call_person(tracker, voice, "offered")
    return [SlotSet("handoff_state", tracker.get_slot("handoff_state") or "waiting")]


def _explain(tracker: Tracker, voice: Voice, *, asking: bool) -> None:
    requested = tracker.get_slot("requested_slot")
    voice.say(f"utter_why_{requested}" if asking and requested else "utter_explain_nothing")


def _question(voice: Voice, intent: str, text: str) -> None:
    fear = fear_of(text)
    if fear is not None:
        voice.say(f"utter_fear_{fear}")
        return
    settings, profile = services().settings, services().intake.profile
    phone = settings.council_phone or voice.text("utter_no_phone")
    voice.say(f"utter_{intent}", phone=phone, erase_hours=profile.erase_after_hours)


def _noted_needs(tracker: Tracker, intent: str) -> Events:
    """Asking for a language or a format is telling us of a need."""
    if intent != "ask_accessible" or facts_of(tracker).settled("accessible_needs"):
        return []
    return [SlotSet("accessible_needs", heard(tracker).text)]


class Fallback(Act):
    """Outside a form, nothing was understood: offer choices, and a person."""

    def name(self) -> str:
        """The name that Rasa calls it by."""
        return "action_default_fallback"

    async def act(self, tracker: Tracker, voice: Voice) -> Events:
        """Offer the ways on. Then listen, or Rasa would run it again."""
        message = heard(tracker)
        if (is_account(message) and not only_swears(message)) or _takes_up(message, facts_of(tracker)):
            return [FollowupAction("concern_form")]
        return [*misunderstood(tracker, voice, message), FollowupAction("action_listen")]


def misunderstood(tracker: Tracker, voice: Voice, message: Heard) -> Events:
    """Offer choices; the second time running a person, who is called only on a yes; after that wait, and insist on
    nothing.
    """
    if message.writes_otherwise:
        offer_interpreter(voice, str(message.language))
        return [SlotSet(OFFERED, message.language)]
    in_a_row = int(tracker.get_slot("misunderstood") or 0) + 1
    if only_swears(message):
        voice.say("utter_sworn")
        voice.say("utter_what_now")
    elif in_a_row == 2 and not tracker.get_slot("handoff_state"):
        voice.ask("utter_offer_person", "person")
    elif in_a_row <= 2:
        voice.say("utter_fallback")
    else:
        voice.say("utter_still_here")
    return [SlotSet("misunderstood", in_a_row)]


class Stop(Act):
    """Stops; what was told waits, and nothing is sent."""

    def name(self) -> str:
        """The name that Rasa calls it by."""
        return "action_stop"

    async def act(self, tracker: Tracker, voice: Voice) -> Events:
        """Say what happens to what was told."""
        if tracker.get_slot("safety_count"):
            voice.say("utter_stopped_alert")
        elif facts_of(tracker).points:
            voice.say("utter_stopped", erase_hours=services().intake.profile.erase_after_hours)
        else:
            voice.say("utter_stopped_nothing")
        return []


class Restart(Act):
    """Clears what was told in the questions; an alert and its words stay with those who read it.

    It takes the place of Rasa's own action of this name, which would also forget that an officer has the conversation.
    """

    def name(self) -> str:
        """The name that Rasa calls it by."""
        return "action_restart"

    async def act(self, tracker: Tracker, voice: Voice) -> Events:
        """Forget and say so, when it was said in plain words; else it was an answer, or nothing that we understand."""
        message, form = heard(tracker), (tracker.active_loop or {}).get("name")
        if message.choice is None and not ends_plainly(message):
            if form:
                return [FollowupAction(form)]  # "therapy to begin": Rasa runs this action whatever the form would hear
            return [*misunderstood(tracker, voice, message), FollowupAction("action_listen")]
        voice.say("utter_started_over")
        voice.say("utter_greet")
        # Listening follows, or Rasa would find no rule for what comes next and say that it did not understand.
        cleared = [*forget(tracker), SlotSet("audience", None), ActiveLoop(None), SlotSet("requested_slot", None)]
        return [*cleared, FollowupAction("action_listen")]
