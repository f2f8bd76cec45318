"""A grid: rows and columns that say what they count, filled from the books into a table.

Every total is counted by itself and not added up from what is shown, so that a check can compare the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.reporting.books import Books
from bot.reporting.table import TOTAL, Column, Name, Row, Table, Value, added, change, share
from bot.reporting.words import label

SEVERAL: Mapping[str, str] = {"kinds": "kind", "timelies": "timely", "outcomes": "outcome"}  # a+b of these


@dataclass(frozen=True)
class What:
    """What a table counts: its key and title, and the values that all its entries have."""

    key: str
    title: str
    where: Mapping[str, str] = field(default_factory=dict)
    definition: str = "received"  # the name of one of bot/reporting/definitions.py
    denominator: str = ""
    chart: str | None = None
    about_people: bool = True


@dataclass(frozen=True)
class Head:
    """One column: what of a row it counts, in which period."""

    column: Column
    where: Mapping[str, str] = field(default_factory=dict)
    back: int = 0  # how many periods before the report's own


@dataclass(frozen=True)
class Line:
    """One row: what it counts; `back` where the rows are periods."""

    key: str
    label: str
    where: Mapping[str, str]
    is_total: bool = False
    back: int | None = None


def total_line() -> Line:
    """The row in which everything is counted."""
    return Line(TOTAL, "Total", {}, is_total=True)


def lines_of(books: Books, what: What, by: str, periods: Iterable[int], *, only_found: bool = False) -> list[Line]:
    """A row for each value, and the total."""
    values = books.values(by, periods, only_found=only_found, **what.where)
    return [*(Line(value, label(by, value, books.profile), {by: value}) for value in values), total_line()]


def grid(books: Books, what: What, rows_are: str, lines: Sequence[Line], heads: Sequence[Head]) -> Table:
    """The table of these rows and columns."""
    cells: dict[tuple[str, str], Value] = {}
    names: dict[tuple[str, str], Name] = {}
    for line in lines:
        for head in heads:
            if head.column.kind == "count":
                cell = (line.key, head.column.key)
                back = head.back if line.back is None else line.back
                where = {**what.where, **line.where, **head.where}
                cells[cell], names[cell] = counted(books, back, where), name(books, back, where)
    columns = tuple(head.column for head in heads)
    rows = tuple(
        Row(line.key, line.label, tuple(_cell(column, line.key, cells) for column in columns), line.is_total)
        for line in lines
    )
    return Table(
        what.key,
        what.title,
        rows_are,
        columns,
        rows,
        definition=what.definition,
        denominator=what.denominator,
        chart=what.chart,
        names=names,
        about_people=what.about_people,
    )


def counted(books: Books, back: int, where: Mapping[str, str]) -> int | float | None:
    """How many there were; `kinds`, written a+b, asks for several kinds together, `timelies` for several times."""
    for several, one in SEVERAL.items():
        if several in where:
            rest = {name: value for name, value in where.items() if name != several}
            return added(tuple(counted(books, back, {**rest, one: each}) for each in where[several].split("+")))
    return books.tally(back).count(**where)


def name(books: Books, back: int, where: Mapping[str, str]) -> Name:
    """What a count is of, in words that do not depend on the table."""
    return frozenset({*where.items(), ("period", books.label(back))})


def worked_out(column: Column, row: str, cells: Mapping[tuple[str, str], Value]) -> Value:
    """A share or a change, from the counts that it is of."""
    if column.of is None or column.base is None:
        raise ValueError(f"{column.key} does not say what it is worked out from")
    of, base = cells.get((row, column.of)), cells.get((column.base_row or row, column.base))
    return change(of, base) if column.kind == "change" else share(of, base)


def _cell(column: Column, row: str, cells: Mapping[tuple[str, str], Value]) -> Value:
    return cells[row, column.key] if column.kind == "count" else worked_out(column, row, cells)
