"""What somebody told at length when we took it for a question about a case that they have.

"I complained in spring and the first answer left out half" asks for the next stage, so a reference is asked for. Who
has none and tells it as something new has told it already, and is not asked for it again.
"""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker

from actions.hearing import LONG_ANSWER_WORDS, Heard, heard_in, is_account

CASE_FORM = "case_form"


def told_before(tracker: Tracker) -> Heard | None:
    """The account with which somebody came into the questions about a case, when nothing came of them."""
    events = list(tracker.events)
    entered = _entered(events)
    if entered is None or any(event.get("name") == "action_case_job" for event in events[entered:]):
        return None
    event = next((event for event in reversed(events[:entered]) if event["event"] == "user"), None)
    if event is None:
        return None
    message = heard_in(event, event.get("parse_data") or {})
    return message if message.words >= LONG_ANSWER_WORDS and is_account(message) else None


def _entered(events: list[dict[str, Any]]) -> int | None:
    """Where the questions about a case began, if they are what the person has just left."""
    spoke = max((at for at, event in enumerate(events) if event["event"] == "user"), default=0)
    begun = [at for at, event in enumerate(events[:spoke]) if event["event"] == "active_loop" and event.get("name")]
    return begun[-1] if begun and events[begun[-1]]["name"] == CASE_FORM else None
