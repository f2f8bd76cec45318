"""People: an officer is called, an officer hands back, an advocate is wanted."""

from __future__ import annotations

import asyncio
import re

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from actions._base import Act, Events, services
from actions.hearing import Heard, heard
from actions.memory import facts_of, remember
from actions.voice import Voice
from actions.ways_on import go_on
from bot.team_hours import team_hours
from bot.words import words

ASKS_ABOUT = re.compile(
    r"(so |ok |and )?(what|whats|wots|who|whos|how|do|does|are|is|will|would|where|why)\b", re.IGNORECASE
)
WANTS_ONE = re.compile(
    r"\b(i|we|she|he|they)(['’]?d| would)? ?(want|need|like|love)|\b(can|could|may) (i|we|you|he|she"
    r"|they) (please )?(have|get|speak|talk|send)"
    r"|\b(get me|give me|i'?m after|how (do|can|would) (i|we) get)\b",
    re.IGNORECASE,
)


def call_person(tracker: Tracker, voice: Voice, reason: str = "asked") -> None:
    """Put a conversation into the complaints team's queue, and tell the truth about it."""
    if not services().intake.ask_for_person(tracker.sender_id, reason):
        voice.say("utter_person_still_waiting", kind="handoff")
    else:
        voice.say("utter_person_waiting", kind="handoff", hours=_hours(voice))


def _hours(voice: Voice) -> str:
    intake = services().intake
    now = intake.clock.now().astimezone(intake.profile.timezone)
    return team_hours(now, intake.profile, intake.calendar, words(), voice.audience)


class TakeOver(Act):
    """Puts the conversation into the complaints team's queue; the bot goes on until somebody claims it."""

    def name(self) -> str:
        """The name that Rasa calls it by."""
        return "action_take_over"

    async def act(self, tracker: Tracker, voice: Voice) -> Events:
        """Queue and tell the truth about it."""
        await asyncio.to_thread(call_person, tracker, voice)
        return [SlotSet("handoff_state", tracker.get_slot("handoff_state") or "waiting"), *go_on(tracker, voice)]


def _only_asks(message: Heard) -> bool:
    """Whether somebody asks about advocates ("do they cost money?") rather than for one."""
    if message.choice is not None or WANTS_ONE.search(message.text):
        return False
    return message.text.rstrip().endswith("?") or ASKS_ABOUT.match(message.text.strip()) is not None


class HandBack(Act):
    """The officer hands back: the bot says so and goes on."""

    def name(self) -> str:
        """The name that Rasa calls it by."""
        return "action_hand_back"

    async def act(self, tracker: Tracker, voice: Voice) -> Events:
        """Say that it is the computer again."""
        voice.say("utter_handed_back", kind="handoff")
        return [SlotSet("handoff_state", None)]


class Advocate(Act):
    """Somebody wants an advocate, now: an officer arranges it and nothing waits."""

    def name(self) -> str:
        """The name that Rasa calls it by."""
        return "action_advocate"

    async def act(self, tracker: Tracker, voice: Voice) -> Events:
        """Open the task, remember the wish, and say what an advocate is; who only asks what that is is told."""
        if _only_asks(heard(tracker)):
            voice.say("utter_advocate_explained")
            return go_on(tracker, voice)
        await asyncio.to_thread(services().intake.want_advocate, tracker.sender_id)
        facts = facts_of(tracker)
        voice.say("utter_advocate_wanted" if facts.is_young else "utter_advocate_about")
        return [*remember(facts, facts.telling("wants_advocate", "yes")), *go_on(tracker, voice)]
