"""Facts: what a person has told us. Each one is known, refused, or not (yet) known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.complaints.errors import UnknownFact, UnknownValue

ROLES = (
    "child", "care_leaver", "parent", "relative", "foster_carer", "special_guardian", "adopter", "advocate",
    "solicitor", "councillor", "professional", "other",
)  # fmt: skip
YES_NO = ("yes", "no", "not_sure")
MATTERS = (
    "assessment", "involvement", "child_protection", "placement", "contact", "leaving_care", "fostering", "adoption",
    "special_guardianship", "disability_support", "financial_support", "social_worker", "communication",
    "records_privacy", "early_help", "send_service", "send_decision", "school_transport", "school_admissions",
    "school_conduct", "exclusion", "attendance_fine", "home_education", "youth_justice", "court_order", "police",
    "health", "cafcass", "other_council", "staff_employment", "data_request", "other",
)  # fmt: skip
NATURES = (
    "admissions", "bias", "breach_of_information", "communication", "delays", "disagrees_with_opinion",
    "information_request", "legal_or_policy_decision", "level_of_intervention", "level_of_support",
    "objects_to_assessment", "placement_issue", "raising_concerns", "service_request",
)  # fmt: skip
KINDS = ("complaint", "compliment", "service_request", "information_request")

# A fact with choices takes one of them; a fact with None is kept as said.
CHOICES: Mapping[str, tuple[str, ...] | None] = {
    "kind": KINDS,
    "reporter_role": ROLES,
    "on_behalf_of_child": YES_NO,
    "has_parental_responsibility": YES_NO,
    "court_involved": YES_NO,
    "wants_advocate": (*YES_NO, "has_one"),
    "child_consent": ("yes", "no", "not_known", "too_young"),
    "care_status": (
        "in_care", "left_care", "has_social_worker", "disabled_services", "asked_for_help", "none", "not_sure",
    ),
    "already_answered": ("no", "stage_1", "stage_2", "stage_3", "ombudsman"),
    "contact_preference": ("email", "phone", "post", "chat", "none"),
    "imminent": YES_NO,  # is something about to happen within days (a move, an eviction, help stopping)?
    "risk": ("emergency", "at_risk", "none"),  # these three are understood from what was written, never asked
    "harm": YES_NO,
    "harm_by_professional": YES_NO,
    "when_happened": None,
    "child_age": None,
    "child_name": None,
    "name": None,
    "email": None,
    "phone": None,
    "postal_address": None,
    "tried_to_resolve": None,
    "accessible_needs": None,
    "safe_to_contact": None,
    "must_not_tell": None,
    "team_or_worker": None,
    "which_council": None,
    "deadline": None,
    "wanted_outcome": None,
    "link_to_child": None,
}  # fmt: skip

# What belongs to one point rather than to the whole case.
POINT_FACTS = ("matter", "nature", "what_happened", "wanted_outcome")
# Who must not be told of a child who has named nobody: what `must_not_tell` is kept as then.
PARENTS_AND_CARERS = "parents_and_carers"
ALL_FACTS = (*CHOICES, "matter", "nature", "what_happened")

CHILD_ROLES = ("child", "care_leaver")
SPEAKS_FOR_CHILD = ("advocate", "solicitor")


@dataclass(frozen=True)
class Point:
    """One part of an account: it gets its own pathway and, later, its own finding.

    `matter` and `nature` are best first; empty means that we do not know yet.
    """

    what_happened: str = ""
    matter: tuple[str, ...] = ()
    nature: tuple[str, ...] = ()
    wanted_outcome: str | None = None


@dataclass(frozen=True)
class Facts:
    """Everything a person has told us so far. Immutable: every change gives new facts."""

    known: Mapping[str, Any] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    points: tuple[Point, ...] = ()

    def get(self, name: str) -> Any:
        """The fact's value, or None when it is unknown or refused."""
        return self.known.get(name)

    def settled(self, name: str) -> bool:
        """True when there is nothing left to ask: the fact is known or was refused."""
        return name in self.known or name in self.refused

    def telling(self, name: str, value: Any) -> Facts:
        """These facts with one more known.

        Raises UnknownFact or UnknownValue when the name or the value is not of our lists.
        """
        check(name, value)
        return replace(self, known={**self.known, name: value}, refused=self.refused - {name})

    def refusing(self, name: str) -> Facts:
        """These facts with one that the person would rather not tell."""
        known = {key: value for key, value in self.known.items() if key != name}
        return replace(self, known=known, refused=self.refused | {name})

    @property
    def is_young(self) -> bool:
        """True when a child or young person is speaking for themselves."""
        return self.get("reporter_role") in CHILD_ROLES


def check(name: str, value: Any) -> None:
    """Raise UnknownFact or UnknownValue unless the value may be kept under this name."""

    if name not in CHOICES:
        raise UnknownFact(name)
    choices = CHOICES[name]
    if choices is not None and value not in choices:
        raise UnknownValue(name, value, choices)
