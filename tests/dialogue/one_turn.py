"""One turn of the concern form, heard without Rasa: what it keeps and what it says."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.hearing import Heard
from actions.lately import Lately
from actions.listening import hear, open_with
from actions.turn import Turn
from actions.voice import Voice
from bot.complaints.facts import Facts
from bot.settings import Settings
from tests.people import Service


class Joined:
    """What an action finds behind it."""

    def __init__(self) -> None:
        self.intake, self.settings = Service().intake, Settings()


def tracker(**slots: Any) -> Tracker:
    """A conversation with nothing in it but these slots."""
    return Tracker("c1", slots, {}, [], False, None, {}, "action_listen")


def turned(message: Heard, facts: Facts | None = None, **slots: Any) -> tuple[Turn, list[str]]:
    """One turn of the form with this message, and what was said in it."""
    dispatcher = CollectingDispatcher()
    before = tracker(**slots)
    now = Turn(before, Voice(dispatcher, lately=Lately.of(before)), message, facts or Facts())
    if slots.get("requested_slot"):
        hear(now)
    else:
        open_with(now)
    return now, [said["text"] for said in dispatcher.messages]
