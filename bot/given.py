"""As given: how much of a case those read to whom it was given, who belong to no team.

The service that is complained about gets the points that it must answer and never a transcript; those who investigate
or review get the case, and nobody but the investigating officer gets the ways in which the person is reached.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.allocations import Allocation
from bot.complaints.case import Case, Event
from bot.complaints.records import Record

CONTACT = ("email", "phone", "postal_address", "safe_to_contact", "contact_preference")
# What a manager must know to look into a point, and what keeps them from telling the wrong person.
FOR_AN_ANSWER = (
    "reporter_role", "name", "child_name", "child_age", "care_status", "team_or_worker", "which_council",
    "when_happened", "wanted_outcome", "accessible_needs", "must_not_tell",
)  # fmt: skip


def as_given(case: Case, given: Sequence[Allocation]) -> Case:
    """The case as somebody reads it who has it in these capacities; nothing of it for somebody who has it in none."""
    capacities = {allocation.capacity for allocation in given}
    if capacities <= {"responding_manager"}:
        return _points_only(case, {point for allocation in given for point in allocation.points})
    facts: dict[str, Any] = dict(case.facts)
    if "investigating_officer" not in capacities:
        facts = {name: value for name, value in facts.items() if name not in CONTACT}
    return replace(case, facts=facts, conversation=None, records=_without_links(case), history=_own_history(case))


def _without_links(case: Case) -> tuple[Record, ...]:
    """Whether somebody else has complained too, or somebody asked for their data, is no matter of those who review."""
    return tuple(record for record in case.records if record.kind not in ("link", "access_request"))


def _own_history(case: Case) -> tuple[Event, ...]:
    return tuple(
        event
        for event in case.history
        if event.what not in ("link_case", "linked") and not event.what.startswith("access_request")
    )


def _points_only(case: Case, points: set[int]) -> Case:
    kept = [at for at in range(len(case.points)) if at in points]
    return replace(
        case,
        facts={name: value for name, value in case.facts.items() if name in FOR_AN_ANSWER},
        conversation=None,
        points=tuple(case.points[at] for at in kept),
        reasons=tuple(replace(each, point=kept.index(each.point)) for each in case.reasons if each.point in kept),
        findings=tuple(replace(each, point=kept.index(each.point)) for each in case.findings if each.point in kept),
        records=(),
        history=(),
    )
