"""Told: what a conversation's slots hold, as facts; and which of them are read back before sending."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.complaints.facts import CHILD_ROLES, CHOICES, Facts, Point

# The order of a read-back; whatever else is known is for the officer alone.
READ_BACK = (
    "kind", "reporter_role", "name", "child_name", "child_age", "care_status", "link_to_child", "when_happened",
    "team_or_worker", "which_council", "already_answered", "court_involved", "on_behalf_of_child", "child_consent",
    "has_parental_responsibility", "imminent", "tried_to_resolve", "wanted_outcome", "wants_advocate", "deadline",
    "contact_preference", "email", "phone", "postal_address", "safe_to_contact", "must_not_tell", "accessible_needs",
)  # fmt: skip

# What a page calls the account when the whole of it is written anew; otherwise words are added to what is there.
ACCOUNT_AGAIN = "account_again"
TO_OFFICER = "to_officer"  # and words for the officer who has the conversation, which answer no question


def facts_from(slots: Mapping[str, Any]) -> Facts:
    """What the person has told us so far, by the slots of their conversation."""
    known = {name: slots[name] for name in CHOICES if slots.get(name) is not None}
    points = tuple(
        Point(point["what_happened"], tuple(point["matter"]), tuple(point["nature"]), point.get("wanted_outcome"))
        for point in slots.get("points") or ()
    )
    return Facts(known, frozenset(slots.get("refused") or ()), points)


def audience_of(facts: Facts) -> str | None:
    """Who reads the answers: child, adult, or None when nobody knows yet."""
    role = facts.get("reporter_role")
    if role is None:
        return None
    return "child" if role in CHILD_ROLES else "adult"
