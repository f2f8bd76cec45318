"""Leads: the days to which an act would lead, before it is done.

They are read from the case as the act itself would leave it, so what is shown and what is set cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, dataclass, fields
from datetime import date
from typing import Any

from bot.complaints.acts.act import Act, points_to_answer
from bot.complaints.case import Case
from bot.complaints.diary import diary
from bot.complaints.errors import NotAllowed
from bot.complaints.findings import FOUND
from bot.complaints.step import Step
from bot.complaints.working_days import add_working_days


@dataclass(frozen=True, order=True)
class Lead:
    """One day that an act leads to: of a clock, of the person's time to ask, or of a task."""

    on: date
    what: str  # the clock's name, or the kind of task


def leads(before: Case, after: Case, within: Callable[[date, int], date]) -> tuple[Lead, ...]:
    """The days that stand in the case afterwards and did not before, earliest first; `within` adds working days."""
    return tuple(sorted(set(_days(after, within)) - set(_days(before, within))))


def _days(case: Case, within: Callable[[date, int], date]) -> Iterator[Lead]:
    for clock in case.clocks:
        if clock.is_running and clock.pause is None:
            yield Lead(clock.now_due, clock.name)
    for entry in diary(case, within):
        yield Lead(entry.due, entry.kind)


def of_act(case: Case, act: Act, step: Step) -> tuple[Lead, ...]:
    """Where this act, as it was told, would lead. Raises NotAllowed as doing it would."""
    return leads(case, case.doing(act, step), lambda day, days: add_working_days(day, days, step.calendar))


def of_name(case: Case, kind: type[Act], step: Step) -> tuple[Lead, ...] | None:
    """Where an act would lead whatever is told for it; None where that turns on what is told."""
    act = _supposed(case, kind, step)
    if act is None:
        return None
    try:
        return of_act(case, act, step)
    except NotAllowed:
        return None


def _supposed(case: Case, kind: type[Act], step: Step) -> Act | None:
    """The act with something told for everything that must be told; None where a day must be."""
    told: dict[str, Any] = {}
    for field in fields(kind):
        if field.name in kind.any_day:
            told[field.name] = step.today
        elif field.type == "date":
            return None
        elif field.default is MISSING:
            told[field.name] = _something(case, kind, field)
    return kind(**told)


def _something(case: Case, kind: type[Act], field: Field[Any]) -> Any:
    if field.name == "findings":
        return (FOUND[0],) * len(points_to_answer(case, kind.finds_at))
    if field.name in kind.picks:
        return next((record.number for record in case.open_records(kind.picks[field.name])), 0)
    if field.name in kind.choices:
        return kind.choices[field.name][0]
    # Two people who are asked for by different names are different people.
    texts = tuple(f"{field.name} {number}" for number in range(3))
    told = {"bool": True, "int": 1, "tuple[int, ...]": (0,), "tuple[str, ...]": texts}
    return told.get(str(field.type), field.name)
