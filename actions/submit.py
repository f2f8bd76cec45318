"""Submitting: what was told becomes a case, once, and the person hears where it went and what happens next."""

from __future__ import annotations

import asyncio
from datetime import date

from rasa_sdk import Tracker

from actions._base import Act, Events, services
from actions.hearing import heard
from actions.memory import facts_of, forget
from actions.read_back import sent
from actions.voice import Voice
from bot import after_sending
from bot.complaints.facts import Facts


class Submit(Act):
    """Opens the case. Run twice for one message, it finds the case that is there."""

    def name(self) -> str:
        """The name that Rasa calls it by."""
        return "action_submit"

    async def act(self, tracker: Tracker, voice: Voice) -> Events:
        """Submit, unless nothing was told or nothing was confirmed."""
        facts = facts_of(tracker)
        confirmed = tracker.get_slot("confirm") == "yes" or bool(tracker.get_slot("send_now"))
        if not facts.points or not confirmed:
            voice.say("utter_what_now")
            return []
        return await asyncio.to_thread(_submit, tracker, voice, facts)


def _submit(tracker: Tracker, voice: Voice, facts: Facts) -> Events:
    key = f"{tracker.sender_id}:{heard(tracker).message_id}"
    channel = "pages" if heard(tracker).page else "chat"
    case = services().intake.submit(tracker.sender_id, key, facts, channel).case
    if tracker.get_slot("send_now") and tracker.get_slot("confirm") != "yes":
        sent(voice, facts)
    for text in after_sending.where_it_went(case, services().intake.profile, voice.text):
        voice.tell(text, "status")
    receipt = voice.text("utter_receipt", reference=case.reference)
    voice.tell(receipt, "receipt", reference=case.reference)
    voice.say("utter_after")
    return forget(tracker)


def in_words(day: date | None, voice: Voice) -> str:
    """A day as people say it: Friday 12 June 2026."""
    return after_sending.in_words(day, voice.text)
