"""The smallest form there is, on the real SDK: an account, then what is wanted, then submitted."""

import sys

from rasa_sdk import Action
from rasa_sdk.endpoint import create_app
from rasa_sdk.events import ActionExecuted, ActiveLoop, SessionStarted, SlotSet

QUESTIONS = ("what_happened", "wanted_outcome")


class Validate(Action):
    def name(self):
        return "validate_concern_form"

    async def run(self, dispatcher, tracker, domain):
        asked = tracker.get_slot("requested_slot") or "what_happened"
        told = {asked: tracker.latest_message["text"]}
        missing = [name for name in QUESTIONS if not (told.get(name) or tracker.get_slot(name))]
        return [*(SlotSet(*item) for item in told.items()), SlotSet("requested_slot", missing[0] if missing else None)]


class Safety(Action):
    def name(self):
        return "action_safety"

    async def run(self, dispatcher, tracker, domain):
        dispatcher.utter_message(response="utter_safety")
        return []


class Submit(Action):
    def name(self):
        return "action_submit"

    async def run(self, dispatcher, tracker, domain):
        dispatcher.utter_message(response="utter_submitted")
        return [SlotSet(name, None) for name in QUESTIONS]


class Session(Action):
    def name(self):
        return "action_session_start"

    async def run(self, dispatcher, tracker, domain):
        kept = (*QUESTIONS, "handoff_state")
        events = [SessionStarted(), *(SlotSet(name, tracker.get_slot(name)) for name in kept)]
        if tracker.active_loop_name:
            events += [
                ActiveLoop(tracker.active_loop_name),
                SlotSet("requested_slot", tracker.get_slot("requested_slot")),
            ]
        return [*events, ActionExecuted("action_listen")]


if __name__ == "__main__":
    create_app(sys.modules[__name__], cors_origins="").run("127.0.0.1", int(sys.argv[1]))
