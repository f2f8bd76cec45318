"""Safety: the words that come before everything else, in the same turn, and the alert behind them."""

from __future__ import annotations

import asyncio

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, SlotSet

from actions._base import Act, Events, services
from actions.hearing import Heard, heard, with_account
from actions.memory import audience_of, facts_of, remember
from actions.voice import Voice
from bot.complaints.allegations import of_professional
from bot.complaints.danger_signs import Danger
from bot.complaints.facts import Facts
from bot.safeguarding import alert_id


class Safety(Act):
    """Says the safety words, raises the alert, calls a person, and keeps the words as part of the account."""

    def name(self) -> str:
        """The name that Rasa calls it by."""
        return "action_safety"

    async def act(self, tracker: Tracker, voice: Voice) -> Events:
        """Speak and alert; the form's next question waits for another turn."""
        return await asyncio.to_thread(_speak, tracker, voice)


def _speak(tracker: Tracker, voice: Voice) -> Events:
    message, before = heard(tracker), facts_of(tracker)
    facts = _kept(screen(tracker, message, before) if message.harm else before, message)
    voice = voice.for_audience(audience_of(facts) or voice.audience)
    told = _raise(tracker, message, message.risk or "at_risk", "classifier")
    services().intake.ask_for_person(tracker.sender_id, "disclosure")
    times = int(tracker.get_slot("safety_count") or 0)
    if times:
        voice.say("utter_safety_again", kind="safety", told=told)
    else:
        voice.say("utter_safety", kind="safety", told=told)
        voice.say("utter_safety_prompts", kind="safety")
    return [
        *remember(before, facts),
        SlotSet("safety_count", times + 1),
        SlotSet("safety_open", alert_id(tracker.sender_id, message.message_id)),
        SlotSet("handoff_state", tracker.get_slot("handoff_state") or "waiting"),
        SlotSet("last_heard", message.message_id),
        SlotSet("started", True),
        *_pause(tracker),
    ]


def _kept(facts: Facts, message: Heard) -> Facts:
    """The disclosure belongs to the account, and what it says by the way about the person is known too."""
    kept = with_account(facts, message)
    for name, value in message.facts().items():
        if not kept.settled(name):
            kept = kept.telling(name, value)
    return kept.telling("risk", message.risk or "at_risk")


def _pause(tracker: Tracker) -> Events:
    """The form stays open, or is opened, at "when you are ready"; an officer's conversation is left alone."""
    if tracker.get_slot("handoff_state") == "with_officer":
        return []
    form = (tracker.active_loop or {}).get("name") or "concern_form"
    if form != "concern_form":
        return []
    return [ActiveLoop(form), SlotSet("requested_slot", "go_on")]


def _raise(tracker: Tracker, message: Heard, risk: str, sign: str) -> str:
    """Raise the alert and give the sentence that is true about it."""
    intake, settings = services().intake, services().settings
    spooled = True
    try:
        intake.raise_alert(tracker.sender_id, message.message_id, message.text, Danger(risk, sign, message.harm))
    except OSError:
        spooled = False
    true = intake.true_of_alert(spooled=spooled)
    phone, out_of_hours = settings.council_phone, settings.out_of_hours_phone
    return Voice.plain(true.response, time=true.time, phone=phone, out_of_hours=out_of_hours)


def help_now(tracker: Tracker, voice: Voice, message: Heard) -> None:
    """ "I need help now", pressed: the numbers again, and somebody is told."""
    settings = services().settings
    told = _raise(tracker, message, "emergency", "help_now")
    phone, out_of_hours = settings.council_phone or "—", settings.out_of_hours_phone or "—"
    voice.say("utter_help_now", kind="safety", told=told, phone=phone, out_of_hours=out_of_hours)


def add_to_alert(tracker: Tracker, message: Heard) -> None:
    """What is said after a disclosure is an alert of its own, so that it goes to the duty route at once too."""
    _raise(tracker, message, "at_risk", "said_after_disclosure")


def screen(tracker: Tracker, message: Heard, facts: Facts) -> Facts:
    """Have an account of harm screened before any complaint step, once; the facts with the harm noted."""
    if facts.get("harm") == "yes":
        return facts
    told = "\n".join([point.what_happened for point in facts.points] + [message.text])
    by_professional = of_professional(told)
    services().intake.screen(tracker.sender_id, message.message_id, by_professional=by_professional)
    return facts.telling("harm", "yes").telling("harm_by_professional", "yes" if by_professional else "not_sure")
