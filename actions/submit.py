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
from bot.complaints.case import Case
from bot.complaints.facts import Facts

SHORT_PART = 60  # characters of a part that are quoted when it goes another way


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
    _where_it_went(voice, case)
    receipt = voice.text("utter_receipt", reference=case.reference)
    voice.tell(receipt, "receipt", reference=case.reference)
    voice.say("utter_after")
    return forget(tracker)


# What an officer has to decide beside the procedure, and the person should know of; nothing waits for it.
FLAGS_SAID = ("late", "standing", "court")


def _where_it_went(voice: Voice, case: Case) -> None:
    due, extended = (case.clock.due, case.clock.extended_due) if case.clock else (None, None)
    later = extended or due
    passed_on = case.pathway == "signposted" and case.signposted_to is None
    voice.say(
        "utter_submitted_passed_on" if passed_on else f"utter_submitted_{case.pathway}",
        kind="status",
        due=in_words(due, voice),
        extended=in_words(later, voice),
    )
    for flag in FLAGS_SAID:
        if flag in case.flags:
            voice.say(f"utter_flag_{flag}", kind="status")
    if case.signposted_to:
        _signpost(voice, case.signposted_to)
    for point in case.points:
        if point.signposted_to and point.signposted_to != case.signposted_to:
            voice.say("utter_part", part=_short(point.text))
            _signpost(voice, point.signposted_to)


def _signpost(voice: Voice, name: str) -> None:
    post = services().intake.profile.signposts[name]
    limit = post.time_limit or voice.text("utter_no_time_limit")
    voice.say("utter_signpost", kind="status", who=post.who, how=post.how, limit=limit)


def in_words(day: date | None, voice: Voice) -> str:
    """A day as people say it: Friday 12 June 2026."""
    return f"{day:%A} {day.day} {day:%B %Y}" if day else voice.text("utter_no_due_date")


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= SHORT_PART else f"{plain[:SHORT_PART].rsplit(' ', 1)[0]}…"
