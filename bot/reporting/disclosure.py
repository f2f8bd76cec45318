"""Disclosure: which numbers must be hidden so that nobody can work out one below five.

What can be worked out is found by lines: a total and its parts, in a table, across tables, and of services and their
teams. Whoever wants to know may solve all lines together, and knows that a hidden number is at least one, as nothing
that is none is ever hidden. So for each small number another answer is looked for that fits every line, one more or
one less than the true one, in which the least is changed that is still shown; what it changes is hidden too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, hstack, lil_matrix

from bot.reporting.table import Name, Table

FEWEST = 5  # numbers from one to four might tell who somebody is
_SOLVED = 0  # how linprog says so
_FAR = 1e6  # no answer needs a number to grow by as much
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
    """Which numbers are hidden: the small ones, and what must be hidden with them so that each has another answer."""
    tables = tuple(tables)
    about = {name for table in tables if table.about_people for name in table.names.values()}
    small = {name for name in about if 0 < numbers.get(name, 0) < FEWEST}
    hidden = set(small)
    for part in _apart(lines_of(tables, groups, numbers)):
        for name in sorted(small & part.place.keys(), key=lambda each: (-numbers[each], sorted(each))):
            hidden |= part.another_answer(name, hidden, numbers)
    return frozenset(hidden)


@dataclass(frozen=True)
class _Lines:
    """Lines that have numbers in common, as equations: the parts less the total come to nought."""

    place: Mapping[Name, int]
    equations: Any  # a row for each line, a column for each number

    def another_answer(self, name: Name, hidden: set[Name], numbers: Mapping[Name, int]) -> set[Name]:
        """What differs in the answer that is cheapest to allow, in which this number is one more or one less.

        A change costs as much as the number that it would hide, since large numbers tell readers most. One more is
        always possible: every number grown by the same share fits every line.
        """
        values = np.array([numbers[each] for each in self.place], dtype=float)
        costs = np.array([0.0 if each in hidden else 1.0 + numbers[each] for each in self.place])
        answers = [self._changed(self.place[name], by, values, costs) for by in (1, -1)]
        _, changes = min((found for found in answers if found), key=lambda found: found[0])
        return {each for each, change in zip(self.place, changes, strict=True) if abs(change) > _NOTHING}

    def _changed(self, at: int, by: int, values: Any, costs: Any) -> tuple[float, Any] | None:
        """The cheapest change of all numbers in which this one changes so, and its cost; None where there is none."""
        if values[at] + by < 1:
            return None
        movable = values > 0  # nothing that is none is hidden, so none of those changes
        most, least = np.where(movable, _FAR, 0.0), np.where(movable, values - 1, 0.0)
        least_up, least_down = np.zeros_like(values), np.zeros_like(values)
        (least_up if by > 0 else least_down)[at] = 1
        (most if by > 0 else least)[at], (least if by > 0 else most)[at] = 1, 0
        bounds = np.column_stack([np.concatenate([least_up, least_down]), np.concatenate([most, least])])
        found = linprog(
            np.concatenate([costs, costs]),
            A_eq=hstack([self.equations, -self.equations]),
            b_eq=np.zeros(self.equations.shape[0]),
            bounds=bounds,
        )
        return (float(found.fun), found.x[: len(values)] - found.x[len(values) :]) if found.status == _SOLVED else None


def _apart(lines: Iterable[Sum]) -> Iterator[_Lines]:
    """The lines in sets that have no number in common, so that each is solved by itself."""
    left = defaultdict(list)
    for line in sorted(lines, key=lambda each: [sorted(name) for name in each.names]):
        for name in line.names:
            left[name].append(line)
    seen: set[Name] = set()
    for first in left:
        if first not in seen:
            yield _equations(_reached(first, left, seen))


def _reached(first: Name, lines: Mapping[Name, Sequence[Sum]], seen: set[Name]) -> list[Sum]:
    """The lines that hang together with a number."""
    found: dict[Sum, None] = {}
    waiting = [first]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            found |= dict.fromkeys(lines[name])
            waiting += [each for line in lines[name] for each in line.names]
    return list(found)


def _equations(lines: Sequence[Sum]) -> _Lines:
    place: dict[Name, int] = {}
    for line in lines:
        for name in line.names:
            place.setdefault(name, len(place))
    matrix = lil_matrix((len(lines), len(place)))
    for row, line in enumerate(lines):
        for part in line.parts:
            matrix[row, place[part]] += 1
        matrix[row, place[line.total]] -= 1
    return _Lines(place, csr_matrix(matrix))


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
    """A service or lead, and its teams; one that is no group of teams is a team by itself."""
    service_of = [(group, teams) for each in groups for group, teams in each.items()]
    for name in numbers:
        for item in name:
            if item[0] in ("service", "lead"):
                for teams in [teams for group, teams in service_of if item[1] == group] or [(item[1],)]:
                    yield from _sum(name, [frozenset({*(name - {item}), ("team", team)}) for team in teams], numbers)


def _sum(total: Name | None, parts: Iterable[Name | None], numbers: Mapping[Name, int]) -> Iterator[Sum]:
    known = tuple(part for part in parts if part is not None and part in numbers)
    if total is not None and total in numbers and known and sum(numbers[part] for part in known) == numbers[total]:
        yield Sum(total, known)
