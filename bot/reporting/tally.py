"""Tallies: how often something was booked, by whatever it is counted by. From cases, or from a past year's totals.

`count(kind="stage_1", service="Fostering")` is a figure's name as well: whoever imports a past year's totals states
the same words with a number, and every table takes it as if it had been counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.reporting.entries import Entry

Where = frozenset[tuple[str, str]]


class Tally(Protocol):
    """What every table is made from."""

    def count(self, **where: str) -> int | None:
        """How many entries have these values; None where that is not known."""

    def pence(self, **where: str) -> int | None:
        """What their sums of money come to."""

    def values(self, by: str, **where: str) -> tuple[str, ...]:
        """The different values that entries have here, in no order."""


@dataclass(frozen=True)
class CaseTally:
    """Counted from entries; each combination of names is counted once for each kind, however many tables ask."""

    entries: tuple[Entry, ...]
    _counted: dict[tuple[str | None, tuple[str, ...]], Counter[tuple[str, ...]]] = field(
        default_factory=dict, repr=False
    )
    _of_kind: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list), repr=False)

    def __post_init__(self) -> None:
        for entry in self.entries:
            self._of_kind[entry.by["kind"]].append(entry)

    def count(self, **where: str) -> int:
        """How many entries have these values."""
        kind, names = where.get("kind"), tuple(sorted(where.keys() - {"kind"}))
        if (kind, names) not in self._counted:
            there = self._there(kind)
            self._counted[kind, names] = Counter(tuple(entry.by.get(name, "") for name in names) for entry in there)
        return self._counted[kind, names][tuple(where[name] for name in names)]

    def pence(self, **where: str) -> int:
        """What the sums of money of these entries come to, in pence."""
        return sum(entry.pence for entry in self.found(**where))

    def values(self, by: str, **where: str) -> tuple[str, ...]:
        """The different values that these entries have."""
        return tuple({value for entry in self.found(**where) if (value := entry.by.get(by))})

    def found(self, **where: str) -> tuple[Entry, ...]:
        """These entries themselves, oldest first."""
        items = where.items()
        return tuple(
            entry
            for entry in self._there(where.get("kind"))
            if all(entry.by.get(name) == value for name, value in items)
        )

    def _there(self, kind: str | None) -> Iterable[Entry]:
        """The entries of a kind, which are a small part of them all; without one, all."""
        return self.entries if kind is None else self._of_kind.get(kind, ())


@dataclass(frozen=True)
class PastTally:
    """A past year's totals, as somebody stated them: what was not stated is not known.

    A breakdown is stated whole, so a value that it does not name is 0. A total that was not stated is the sum of a
    breakdown that was.
    """

    stated: Mapping[Where, int]
    stated_pence: Mapping[Where, int] = field(default_factory=dict)

    def count(self, **where: str) -> int | None:
        """What was stated for these values."""
        return _stated(self.stated, where)

    def pence(self, **where: str) -> int | None:
        """The sum that was stated for these values."""
        return _stated(self.stated_pence, where)

    def values(self, by: str, **where: str) -> tuple[str, ...]:
        """The values that were stated beside these."""
        rows = (dict(row) for row in _broken_down(self.stated, where, {by, *where}))
        return tuple({row[by] for row in rows})


def _stated(stated: Mapping[Where, int], where: Mapping[str, str]) -> int | None:
    exactly = stated.get(frozenset(where.items()))
    if exactly is not None:
        return exactly
    kind = {name: value for name, value in where.items() if name in ("kind", "procedure")}
    if len(where) > len(kind) and _broken_down(stated, kind, set(where)):
        return 0
    finer = {name for row in stated for name, _ in row} - set(where)
    for name in sorted(finer):
        if rows := _broken_down(stated, where, {name, *where}):
            return sum(stated[row] for row in rows)
    return None


def _broken_down(stated: Iterable[Where], where: Mapping[str, str], names: set[str]) -> list[Where]:
    """The stated rows that have these values and name exactly these names."""
    wanted = set(where.items())
    return [row for row in stated if wanted <= row and {name for name, _ in row} == names]
