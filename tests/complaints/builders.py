"""Short ways to say facts in tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.complaints.assessment import Assessment
from bot.complaints.facts import Facts, Point
from bot.complaints.triage import assess
from bot.councils import load

TODAY = date(2026, 11, 20)
NATIONAL = load("national", TODAY)


def point(
    matter: str | tuple[str, ...] = (), nature: str | tuple[str, ...] = (), told: str = "It went wrong."
) -> Point:
    """A point; one name stands for a list of one."""
    return Point(
        told, (matter,) if isinstance(matter, str) else matter, (nature,) if isinstance(nature, str) else nature
    )


def facts(*points: Point, refused: tuple[str, ...] = (), **known: Any) -> Facts:
    """Facts as told."""
    return Facts(known, frozenset(refused), points)


def decided(*points: Point, refused: tuple[str, ...] = (), **known: Any) -> Assessment:
    """What triage answers to these facts."""
    return assess(facts(*points, refused=refused, **known), NATIONAL, TODAY)
