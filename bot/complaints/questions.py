"""Which wanted fact may be asked of whom, in which order, and when enough has been asked."""

from __future__ import annotations

from bot.complaints.facts import Facts
from bot.complaints.view import CaseView

MOST_OF_A_CHILD, MOST_OF_AN_ADULT = 6, 10
_MOST_FOR_TRIAGE = 6  # of an adult's ten; the rest is kept for what is needed to answer

# The account first, then who they are, then what the rows want.
_ORDER = (
    "what_happened", "reporter_role", "care_status", "matter", "nature", "on_behalf_of_child",
    "child_consent", "link_to_child", "which_council", "already_answered", "court_involved", "when_happened",
)  # fmt: skip
_OF_A_CHILD = ("what_happened", "reporter_role", "care_status", "matter")
# After a disclosure nothing is asked about what happened, how, who or why.
_NOT_AFTER_A_DISCLOSURE = ("matter", "nature", "when_happened", "link_to_child")

ASKED = (
    *_ORDER[1:], "wanted_outcome", "contact_preference", "email", "phone", "postal_address", "safe_to_contact",
    "must_not_tell", "accessible_needs", "name", "team_or_worker", "child_name", "wants_advocate",
    "has_parental_responsibility",
)  # fmt: skip


def asked_so_far(facts: Facts) -> int:
    """How many of the things that we may ask are settled, told unasked or not."""
    return sum(facts.settled(name) for name in ASKED)


def room_for_more(facts: Facts) -> bool:
    """True while another question may be asked: at most six of a child, ten of an adult."""
    return asked_so_far(facts) < (MOST_OF_A_CHILD if facts.is_young else MOST_OF_AN_ADULT)


def next_for_triage(case: CaseView) -> str | None:
    """The next fact that triage needs and may ask of this person, or None."""
    facts = case.facts
    if sum(map(facts.settled, _ORDER[1:])) >= _MOST_FOR_TRIAGE or not room_for_more(facts):
        return None
    wanted = case.wanted | _always(case)
    return next((name for name in _ORDER if name in wanted and _may_be_asked(name, case)), None)


def _always(case: CaseView) -> set[str]:
    """The account, who is speaking, and a child's care status: every pathway turns on them (s26(3))."""
    if not case.facts.points and "what_happened" not in case.facts.refused:
        return {"what_happened"}
    if case.known("kind") == "compliment":
        return set()
    wanted = {"reporter_role"}
    if case.role == "child":
        wanted.add("care_status")
    if any(not point.matter or point.matter[0] == "other" for point in case.facts.points):
        wanted.add("matter")
    return wanted


def _may_be_asked(name: str, case: CaseView) -> bool:
    if case.facts.settled(name) or (case.disclosed and name in _NOT_AFTER_A_DISCLOSURE):
        return False
    if case.known("kind") in ("compliment", "information_request", "service_request"):
        return name in ("what_happened", "reporter_role")
    if case.young:
        return name in _OF_A_CHILD
    return case.role is not None or name in ("what_happened", "reporter_role") or "reporter_role" in case.facts.refused
