"""Disclosure: which numbers must be hidden so that nobody can work out one below five.

What can be worked out is found by lines: a total and its parts, in a table, across tables, and of services and their
teams. First every line that would tell a small number loses one more; then the lines are looked at together, as whoever
wants to know would do: by solving them, and by what must be at least one, as nothing that is none is ever hidden.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np
from scipy.optimize import linprog

from bot.reporting.table import Name, Table

FEWEST = 5  # numbers from one to four might tell who somebody is
_SOLVED, _UNBOUNDED = 0, 3  # how linprog says so
_NOTHING = 1e-6  # what a solution may be off by rounding


@dataclass(frozen=True)
class Sum:
    """A total and the numbers that it is the sum of."""

    total: Name
    parts: tuple[Name, ...]

    @property
    def names(self) -> tuple[Name, ...]:
        """All of them, the total last, as it is hidden last."""
        return (*self.parts, self.total)


def hidden_names(
    tables: Iterable[Table], groups: Iterable[Mapping[str, tuple[str, ...]]], numbers: Mapping[Name, int]
) -> frozenset[Name]:
    """Which numbers are hidden: the small ones, then one more in every line that would tell one of them."""
    tables = tuple(tables)
    about = {name for table in tables if table.about_people for name in table.names.values()}
    hidden = {name for name in about if 0 < numbers.get(name, 0) < FEWEST}
    small = frozenset(hidden)
    lines = lines_of(tables, groups, numbers)
    of_name: dict[Name, list[Sum]] = defaultdict(list)
    for line in lines:
        for name in line.names:
            of_name[name].append(line)
    waiting = [line for name in hidden for line in of_name[name]]
    while waiting:
        while waiting:
            line = waiting.pop()
            if more := _one_more(line, hidden, numbers):
                hidden.add(more)
                waiting += of_name[more]
        for name in _told(small, hidden, lines, numbers):
            if more := _beside(name, of_name, hidden, numbers):
                hidden.add(more)
                waiting += of_name[more]
    return frozenset(hidden)


def _one_more(line: Sum, hidden: set[Name], numbers: Mapping[Name, int]) -> Name | None:
    """The number to hide so that the line tells none; None where it tells none already."""
    there = [name for name in line.names if name in hidden]
    if not there:
        return None
    all_ones = line.total not in hidden and sum(numbers[name] for name in there) == len(there)
    if len(there) > 1 and not all_ones:
        return None
    shown = [name for name in line.parts if name not in hidden and numbers[name] > 0]
    if shown:
        return min(shown, key=lambda name: (numbers[name], sorted(name)))
    return line.total if line.total not in hidden else None


def _beside(
    name: Name, of_name: Mapping[Name, list[Sum]], hidden: set[Name], numbers: Mapping[Name, int]
) -> Name | None:
    """The smallest shown number in a line with this one, or, if all are hidden there, in a line with one of those."""
    near, seen = {name}, {name}
    while near:
        beside = {each for one in near for line in of_name[one] for each in line.names} - seen
        shown = [each for each in beside if each not in hidden and numbers[each] > 0]
        if shown:
            return min(shown, key=lambda each: (numbers[each], sorted(each)))
        near, seen = beside & hidden, seen | beside
    return None


def _told(small: frozenset[Name], hidden: set[Name], lines: Iterable[Sum], numbers: Mapping[Name, int]) -> list[Name]:
    """The small numbers that have only one possible value: line after line, and if none is found so, all together."""
    concerned = [line for line in lines if any(name in hidden for name in line.names)]
    low, high = _bounds(hidden, concerned, numbers)
    alone = sorted((name for name in small if low[name] == high[name]), key=sorted)
    return alone or _told_together(small, sorted(hidden, key=sorted), concerned, numbers)


def _told_together(
    small: frozenset[Name], unknown: Sequence[Name], lines: Sequence[Sum], numbers: Mapping[Name, int]
) -> list[Name]:
    """The small numbers that all lines together leave only one whole number for: a linear programme for each."""
    if not lines:
        return []
    place = {name: at for at, name in enumerate(unknown)}
    equations = set()  # several tables have the same line, and a solver does badly with the same line twice
    for line in lines:
        row, known = [0] * len(unknown), 0
        for name, sign in [*((part, 1) for part in line.parts), (line.total, -1)]:
            if name in place:
                row[place[name]] += sign
            else:
                known -= sign * numbers[name]
        equations.add((*row, known))
    matrix = np.array(sorted(equations), dtype=float)

    def least(name: Name, sign: int) -> float:
        goal = np.zeros(len(unknown))
        goal[place[name]] = sign
        return _least(goal, matrix[:, :-1], matrix[:, -1])

    return [name for name in unknown if name in small and -least(name, -1) - least(name, 1) < 1 - _NOTHING]


def _least(goal: Any, matrix: Any, known: Any) -> float:
    """The least that the goal can be: minus infinity where nothing holds it, infinity where no solver could say.

    The true numbers solve every line, so that nothing does is a solver's error: it is asked again without its
    shortcuts, and what nobody could say counts as told.
    """
    for shortcuts in (True, False):
        found = linprog(goal, A_eq=matrix, b_eq=known, bounds=(1, None), options={"presolve": shortcuts})
        if found.status in (_SOLVED, _UNBOUNDED):
            return float(found.fun) if found.status == _SOLVED else -inf
    return inf


def _bounds(
    hidden: set[Name], lines: Sequence[Sum], numbers: Mapping[Name, int]
) -> tuple[dict[Name, float], dict[Name, float]]:
    """The least and the most that each number can be, as far as line after line tells."""
    low: dict[Name, float] = {name: 1 if name in hidden else number for name, number in numbers.items()}
    high: dict[Name, float] = {name: inf if name in hidden else number for name, number in numbers.items()}
    changed = True
    while changed:
        changed = False
        for line in lines:
            for name, least, most in _within_line(line, low, high):
                if name in hidden and (least > low[name] or most < high[name]):
                    low[name], high[name] = max(low[name], least), min(high[name], most)
                    changed = True
    return low, high


def _within_line(
    line: Sum, low: Mapping[Name, float], high: Mapping[Name, float]
) -> Iterator[tuple[Name, float, float]]:
    """What one line tells of each of its numbers."""
    least, unbounded = sum(low[name] for name in line.parts), [name for name in line.parts if high[name] == inf]
    most = sum(high[name] for name in line.parts if high[name] < inf)
    yield line.total, least, inf if unbounded else most
    for name in line.parts:
        others = (
            inf if [each for each in unbounded if each != name] else most - (0 if high[name] == inf else high[name])
        )
        yield name, low[line.total] - others, high[line.total] - (least - low[name])


# --- what can be worked out from what ---


def lines_of(
    tables: Iterable[Table], groups: Iterable[Mapping[str, tuple[str, ...]]], numbers: Mapping[Name, int]
) -> frozenset[Sum]:
    """Every total with its parts that a reader has."""
    return frozenset({*_within(tables, numbers), *_nested(numbers), *_teams(numbers, groups)})


def numbers_of(tables: Iterable[Table]) -> dict[Name, int]:
    """Every count of these tables by what it is of."""
    found: dict[Name, int] = {}
    for table in tables:
        for (row, column), name in table.names.items():
            value = table.at(row, column)
            if isinstance(value, int):
                found.setdefault(name, value)
    return found


def _within(tables: Iterable[Table], numbers: Mapping[Name, int]) -> Iterator[Sum]:
    """The totals of rows and columns of each table."""
    for table in tables:
        names = table.names
        for column in table.columns:
            parts = [names.get((row.key, column.key)) for row in table.rows if not row.is_total]
            for whole in (row for row in table.rows if row.is_total):
                yield from _sum(names.get((whole.key, column.key)), parts, numbers)
            for row in table.rows:
                if column.parts:
                    yield from _sum(
                        names.get((row.key, column.key)), [names.get((row.key, part)) for part in column.parts], numbers
                    )


def _nested(numbers: Mapping[Name, int]) -> Iterator[Sum]:
    """A number, and the same by one thing more, from whichever tables; only where they come to it."""
    finer: dict[tuple[Name, str], list[Name]] = defaultdict(list)
    for name in numbers:
        for item in name:
            finer[name - {item}, item[0]].append(name)
    for (whole, _), parts in finer.items():
        if whole in numbers:
            yield from _sum(whole, parts, numbers)


def _teams(numbers: Mapping[Name, int], groups: Iterable[Mapping[str, tuple[str, ...]]]) -> Iterator[Sum]:
    """A service or lead, and its teams."""
    service_of = [(group, teams) for each in groups for group, teams in each.items()]
    for name in numbers:
        for item in name:
            for group, teams in service_of:
                if item[0] in ("service", "lead") and item[1] == group:
                    yield from _sum(name, [frozenset({*(name - {item}), ("team", team)}) for team in teams], numbers)


def _sum(total: Name | None, parts: Iterable[Name | None], numbers: Mapping[Name, int]) -> Iterator[Sum]:
    known = tuple(part for part in parts if part is not None and part in numbers)
    if total is not None and total in numbers and known and sum(numbers[part] for part in known) == numbers[total]:
        yield Sum(total, known)
