"""What is needed to answer somebody, by who they are; and the one next question of all."""

from __future__ import annotations

from datetime import date

from bot.complaints import triage
from bot.complaints.facts import SPEAKS_FOR_CHILD, Facts
from bot.complaints.profile import Profile
from bot.complaints.questions import room_for_more
from bot.complaints.view import HARM_RISKS

_DETAIL = {"email": "email", "phone": "phone", "post": "postal_address"}  # how to answer, and what that needs
_ABOUT_A_CHILD = ("parent", "relative", "foster_carer", "special_guardian", "adopter", "advocate", "solicitor",
                  "councillor", "professional", "other")  # fmt: skip


def next_question(facts: Facts, profile: Profile, today: date) -> str | None:
    """The fact to ask for next, or None when there is enough to read back.

    The account first, then what triage needs, then what is needed to answer. After six answers of a child, or ten of
    an adult, there is enough.
    """
    if not facts.points and "what_happened" not in facts.refused:
        return "what_happened"
    if not room_for_more(facts):
        return None
    asked = triage.assess(facts, profile, today).asks
    return asked or next((name for name in wanted_to_answer(facts) if not facts.settled(name)), None)


def wanted_to_answer(facts: Facts) -> list[str]:
    """What is needed to answer, most needed first, settled or not."""
    if facts.get("kind") == "compliment":
        return []
    if facts.get("reporter_role") in ("child", "care_leaver"):
        return _of_a_child(facts)
    return _of_an_adult(facts)


def _of_a_child(facts: Facts) -> list[str]:
    """Who must not be told is not asked: a child's parents and carers, unless the child says otherwise."""
    detail = _DETAIL.get(facts.get("contact_preference"))
    wish = [] if _a_request(facts) else ["wanted_outcome"]
    return [*wish, "safe_to_contact", *([detail] if detail else [])]


def _of_an_adult(facts: Facts) -> list[str]:
    detail = _DETAIL.get(facts.get("contact_preference"))
    reach = ["contact_preference", *([detail] if detail else [])]
    if _a_request(facts):
        return reach
    role = facts.get("reporter_role")
    wanted = ["wanted_outcome", *reach]
    if role in SPEAKS_FOR_CHILD or facts.get("on_behalf_of_child") == "yes":
        wanted.append("wants_advocate")
    if _secrecy_matters(facts):
        wanted += ["safe_to_contact", "must_not_tell"]
    if role in _ABOUT_A_CHILD:
        wanted.append("child_name")
    if role == "parent":
        wanted.append("has_parental_responsibility")  # decides only what may be shared, never whether they may complain
    return [*wanted, "name", "accessible_needs", "team_or_worker"]


def _secrecy_matters(facts: Facts) -> bool:
    """Where harm was told, or a child is spoken for: then an answer in the wrong hands can do harm."""
    told = facts.get("risk") in HARM_RISKS or facts.get("harm") == "yes"
    return told or facts.get("reporter_role") in SPEAKS_FOR_CHILD


def _a_request(facts: Facts) -> bool:
    return facts.get("kind") in ("information_request", "service_request")
