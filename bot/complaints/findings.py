"""Findings: what was found of each point at each stage, and what that makes of the case."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

# What a point may be found to be. A case may besides be withdrawn or still open.
FOUND = ("upheld", "partially_upheld", "not_upheld", "no_finding")
OUTCOMES = (*FOUND, "withdrawn", "open")
STAGES = ("stage_1", "stage_2", "stage_3")


@dataclass(frozen=True)
class Finding:
    """One point's outcome at one stage."""

    point: int  # counted from 0
    stage: str  # one of STAGES
    outcome: str  # one of FOUND
    on: date


def overall(outcomes: Collection[str]) -> str:
    """The outcome of several points together: mixed ones are partly upheld; none at all is still open.

    Where nothing was upheld, one point that could not be decided does not make the others undecided.
    """
    different = set(outcomes)
    if not different:
        return "open"
    if len(different) == 1:
        return different.pop()
    return "partially_upheld" if different & {"upheld", "partially_upheld"} else "not_upheld"
