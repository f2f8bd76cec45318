"""A table: its cells with what they are parts and shares of, so that they can be checked, hidden, drawn and printed.

A cell is a number, a text, or None where the figure is not known; a share is kept unrounded, in per cent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

Value = int | float | str | None
Name = frozenset[tuple[str, str]]  # what a count is of: the values of its entries, and ("period", its label)
TOTAL = "total"  # the key of a row or column of totals
KINDS = ("count", "percent", "change", "money", "text")  # money is in pence; a change is in per cent of what was


@dataclass(frozen=True)
class Column:
    """One column; a total names its parts, a share what it is of and what its base is, by the columns' keys."""

    key: str
    label: str
    kind: str = "count"  # one of KINDS
    parts: tuple[str, ...] = ()
    of: str | None = None
    base: str | None = None
    base_row: str | None = None  # the row in which the base stands; None: the same row
    published: bool = True  # False: in a listing, where it could be counted by, it stays with the manager
    own_words: bool = False  # whether its texts are what people wrote, which may tell who somebody is


@dataclass(frozen=True)
class Row:
    """One row, with a cell for every column; a total is the sum of the rows that are no totals."""

    key: str
    label: str
    cells: tuple[Value, ...]
    is_total: bool = False


@dataclass(frozen=True)
class Table:
    """One table of a report. `names` says what each count is of, by (row, column), whichever table shows it."""

    key: str
    title: str
    rows_are: str  # what heads the first column
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    definition: str = ""  # the named version of how it is counted
    denominator: str = ""  # what shares are of
    notes: tuple[str, ...] = ()
    chart: str | None = None  # bars | stacked | line | shares
    names: Mapping[tuple[str, str], Name] = field(default_factory=dict)
    lists: Name | None = None  # what a listing has a row for each of; its rows can be counted by whoever reads them
    about_people: bool = True  # whether small numbers might tell who somebody is
    target: int | None = None  # per cent that its shares are to reach, where somebody has set that

    def at(self, row: str, column: str) -> Value:
        """The cell of a row and a column. Raises KeyError where there is none."""
        return self.row(row).cells[self.place(column)]

    def row(self, key: str) -> Row:
        """The row with this key. Raises KeyError where there is none."""
        found = next((row for row in self.rows if row.key == key), None)
        if found is None:
            raise KeyError(f"{self.key} has no row {key}")
        return found

    def place(self, column: str) -> int:
        """Where a column stands, counted from 0. Raises KeyError where there is none."""
        place = next((at for at, each in enumerate(self.columns) if each.key == column), None)
        if place is None:
            raise KeyError(f"{self.key} has no column {column}")
        return place

    def with_cells(self, changed: Mapping[tuple[str, str], Value]) -> Table:
        """This table with other values in some cells, by (row, column)."""
        rows = tuple(
            replace(
                row,
                cells=tuple(
                    changed.get((row.key, column.key), cell)
                    for column, cell in zip(self.columns, row.cells, strict=True)
                ),
            )
            for row in self.rows
        )
        return replace(self, rows=rows)


def share(of: Value, base: Value) -> float | None:
    """Per cent of a base; None where either is not known or the base is nothing."""
    if not isinstance(of, int | float) or not isinstance(base, int | float) or not base:
        return None
    return 100 * of / base


def change(now: Value, before: Value) -> float | None:
    """By how many per cent of what was before it has changed; None where either is not known or was nothing."""
    if not isinstance(now, int | float) or not isinstance(before, int | float) or not before:
        return None
    return 100 * (now - before) / before


def added(values: tuple[Value, ...]) -> int | float | None:
    """The sum; None as soon as one of them is not known."""
    numbers = [value for value in values if isinstance(value, int | float)]
    return sum(numbers) if len(numbers) == len(values) else None
