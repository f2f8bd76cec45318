"""What every action shares: the use cases, a voice, and a turn that fails as a whole or not at all."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.lately import SLOT, Lately
from actions.voice import Voice
from bot.bootstrap import services

log = logging.getLogger(__name__)

TOLD = "demonstration_told"

Events = list[dict[str, Any]]


class Act(Action, ABC):  # type: ignore[misc]
    """An action with a voice. What goes wrong is logged by id and raised again: Rasa then drops the whole turn."""

    # In a demonstration the very first message says so. Not where nothing may be said, as when a session starts.
    speaks_first = True

    @abstractmethod
    def name(self) -> str:
        """The action's name in domain.yml; abstract, so that this class itself is not registered."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Run the action. Raises whatever went wrong, with nothing said and nothing kept."""
        lately = Lately.of(tracker)
        voice = Voice(dispatcher, tracker.get_slot("audience"), lately, services().settings.demonstration)
        try:
            events = await self._spoken(tracker, voice)
            return [*events, SlotSet(SLOT, lately.after(dispatcher.messages))] if dispatcher.messages else events
        except Exception as error:
            log.error("%s failed in conversation %s: %s", self.name(), tracker.sender_id, type(error).__name__)
            raise

    async def _spoken(self, tracker: Tracker, voice: Voice) -> Events:
        if not self.speaks_first or not services().settings.demonstration or tracker.get_slot(TOLD):
            return await self.act(tracker, voice)
        voice.say("utter_demonstration", kind="status")
        return [*await self.act(tracker, voice), SlotSet(TOLD, True)]

    @abstractmethod
    async def act(self, tracker: Tracker, voice: Voice) -> Events:
        """What the action does."""


__all__ = ["Act", "Events", "services"]
