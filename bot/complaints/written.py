"""How what is kept of a case is written for people: days, money, yes and no, lists, and our own names for things."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.complaints.acts import ACTS
from bot.complaints.assessment import FLAGS, PATHWAYS, SIGNPOSTS
from bot.complaints.facts import CHOICES, MATTERS, NATURES, PARENTS_AND_CARERS
from bot.complaints.findings import OUTCOMES, STAGES
from bot.complaints.plain import day, plainly

# What is ours in a case, and no word of anybody's: it is written without its underscores.
_OURS = frozenset({
    *(value for act in ACTS.values() for values in act.choices.values() for value in values),
    *(value for values in CHOICES.values() for value in values or ()),
    *ACTS, *FLAGS, *MATTERS, *NATURES, *OUTCOMES, *PATHWAYS, *SIGNPOSTS, *STAGES, PARENTS_AND_CARERS,
})  # fmt: skip


def written(value: Any, name: str) -> str:
    """What is kept under this name, as a person would write it; numbers in a list are points, counted from 0."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(str(one + 1) if isinstance(one, int) else written(one, name) for one in value) or "none"
    if name == "pence":
        return f"£{value / 100:,.2f}"
    try:
        return day(date.fromisoformat(value))
    except (TypeError, ValueError):
        return plainly(value) if value in _OURS else str(value)
