"""Ways on: after an answer outside a form, the next step is always in sight, and no account is lost."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction

from actions._base import Events
from actions.hearing import LONG_ANSWER_WORDS, heard, is_account
from actions.voice import Voice


def go_on(tracker: Tracker, voice: Voice) -> Events:
    """What follows an answer: nothing inside a form; else the account that was told along with it, or choices."""
    if (tracker.active_loop or {}).get("name"):
        return []
    message = heard(tracker)
    if message.words >= LONG_ANSWER_WORDS and is_account(message) and not message.text.rstrip().endswith("?"):
        return [FollowupAction("concern_form")]
    voice.say("utter_what_now")
    return []
