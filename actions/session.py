"""Session: a conversation that was left goes on where it stopped, silently."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import ActionExecuted, ActiveLoop, SessionStarted, SlotSet

from actions._base import Act, Events
from actions.voice import Voice


class SessionStart(Act):
    """Carries the whole memory over. Says nothing: an officer's hand-back starts a session without a channel."""

    speaks_first = False

    def name(self) -> str:
        """The name that Rasa calls it by."""
        return "action_session_start"

    async def act(self, tracker: Tracker, voice: Voice) -> Events:
        """Start the session with everything that was known, the form and its open question included."""
        kept = [SlotSet(name, value) for name, value in tracker.slots.items() if value is not None]
        kept = [event for event in kept if event["name"] not in ("requested_slot", "session_started_metadata")]
        form = (tracker.active_loop or {}).get("name")
        loop = [ActiveLoop(form), SlotSet("requested_slot", tracker.get_slot("requested_slot"))] if form else []
        return [SessionStarted(), *kept, *loop, ActionExecuted("action_listen")]
