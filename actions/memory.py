"""Memory: the facts as slots of the conversation, read and written in one place."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from bot.complaints.facts import CHOICES, Facts
from bot.told import audience_of, facts_from

__all__ = ["audience_of", "facts_of", "forget", "remember"]

# What is forgotten when a concern has been sent or somebody starts over. What stays: who they are to us
# (`audience`), the hand-off, and that they were greeted.
FORGOTTEN = (
    *CHOICES, "points", "refused", "misses", "matter_guesses", "misunderstood", "confirm", "send_now",
    "safety_open",
)  # fmt: skip


def facts_of(tracker: Tracker) -> Facts:
    """What the person has told us so far."""
    return facts_from(tracker.slots)


def remember(before: Facts, after: Facts) -> list[dict[str, Any]]:
    """The slot events that turn the facts before into those after."""
    names = sorted(set(before.known) | set(after.known))
    events = [SlotSet(name, after.get(name)) for name in names if before.get(name) != after.get(name)]
    if before.refused != after.refused:
        events.append(SlotSet("refused", sorted(after.refused)))
    if before.points != after.points:
        events.append(SlotSet("points", [asdict(point) for point in after.points]))
    if audience_of(before) != audience_of(after):
        events.append(SlotSet("audience", audience_of(after)))
    return events


def forget(tracker: Tracker) -> list[dict[str, Any]]:
    """The slot events after which nothing of this concern is left."""
    return [SlotSet(name, None) for name in FORGOTTEN if tracker.get_slot(name) is not None]
