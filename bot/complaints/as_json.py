"""Facts from plain data and assessments to plain data, by the names of the design: for the command line and exports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from bot.complaints.assessment import Assessment, Reason
from bot.complaints.errors import UnknownFact, UnknownValue
from bot.complaints.facts import CHOICES, MATTERS, NATURES, POINT_FACTS, Facts, Point
from bot.complaints.profile import Profile
from bot.complaints.trace import Passed

_OF_A_POINT = {"matter": MATTERS, "nature": NATURES}


def facts_from_json(told: Mapping[str, Any]) -> Facts:
    """Facts from `{fact: value, "points": [{"matter", "nature", "what_happened", "wanted_outcome"}]}`.

    A fact that is left out is unknown, one that is null was refused. A matter or nature may be one name or a list,
    best first. A point's facts beside `points` make one more point. Raises UnknownFact or UnknownValue.
    """
    facts = Facts()
    single = {name: told[name] for name in ("matter", "nature", "what_happened") if told.get(name)}
    for name, value in told.items():
        if name == "points" or name in single:
            continue
        facts = facts.refusing(_fact(name)) if value is None else facts.telling(name, value)
    points = [*told.get("points", ()), *([single] if single else [])]
    return Facts(facts.known, facts.refused, tuple(map(_point, points)))


def _fact(name: str) -> str:
    if name not in CHOICES and name not in POINT_FACTS:
        raise UnknownFact(name)
    return name


def _point(told: Mapping[str, Any]) -> Point:
    for name in told:
        if name not in POINT_FACTS:
            raise UnknownFact(name)
    return Point(
        what_happened=told.get("what_happened") or "",
        matter=_names("matter", told.get("matter")),
        nature=_names("nature", told.get("nature")),
        wanted_outcome=told.get("wanted_outcome"),
    )


def _names(fact: str, given: str | Sequence[str] | None) -> tuple[str, ...]:
    names: tuple[str, ...] = (given,) if isinstance(given, str) else tuple(given or ())
    for name in names:
        if name not in _OF_A_POINT[fact]:
            raise UnknownValue(fact, name, _OF_A_POINT[fact])
    return names


def assessment_as_json(assessment: Assessment) -> dict[str, Any]:
    """The assessment as `python -m bot triage` prints it."""
    return {
        "pathway": assessment.pathway,
        "signposted_to": assessment.signposted_to,
        "asks": assessment.asks,
        "flags": list(assessment.flags),
        "tasks": list(assessment.tasks),
        "reasons": [_reason(reason) for reason in assessment.reasons],
        "points": [{"pathway": point.pathway, "signposted_to": point.signposted_to} for point in assessment.points],
    }


def trace_as_json(passed: Sequence[Passed]) -> list[dict[str, Any]]:
    """Every row that was passed: what it saw, whether it applied, what it says, and where that comes from."""
    return [asdict(row) for row in passed]


def signposts_as_json(assessment: Assessment, profile: Profile) -> dict[str, Any]:
    """Whoever else is named in the assessment: who, how, time limit, source, and the day it was checked."""
    named = [assessment.signposted_to, *(point.signposted_to for point in assessment.points)]
    return {
        name: {**asdict(to := profile.signposts[name]), "checked_on": to.checked_on.isoformat()}
        for name in dict.fromkeys(filter(None, named))
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {"row": reason.row, "says": reason.says, "source": reason.source, "point": reason.point}
