"""Checks: what the printed reports of councils got wrong. Each fault names the cells that do not agree.

Totals with their parts, shares with their base, one figure in two tables, and this report's "last year" with what was
issued last year. The tables may come from cases or from anywhere else, also typed from a printed report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.reporting.grid import worked_out
from bot.reporting.table import Column, Name, Row, Table, Value, added

_ROUNDING = 0.5  # a share may be printed as a whole number


@dataclass(frozen=True)
class Cell:
    """One cell that takes part in a fault."""

    table: str
    row: str
    column: str
    value: Value

    def __str__(self) -> str:
        return f"{self.table}: {self.row}, {self.column}: {_plain(self.value)}"


@dataclass(frozen=True)
class Fault:
    """What does not agree, in a plain sentence, with the cells."""

    kind: str  # parts | share | figure | last_period
    says: str
    cells: tuple[Cell, ...]


def faults_of(tables: Iterable[Table]) -> tuple[Fault, ...]:
    """Everything in these tables that contradicts itself or another of them."""
    every = tuple(tables)
    return tuple(
        [fault for table in every for fault in (*_columns(table), *_rows(table), *_shares(table))] + [*_figures(every)]
    )


def changed_since(tables: Iterable[Table], issued: Mapping[Name, float], because: str) -> tuple[Fault, ...]:
    """Where these tables show a figure of an earlier period that was issued otherwise then; `because` says why."""
    found: dict[Name, Fault] = {}
    for table in tables:
        for (row, column), name in table.names.items():
            value = table.at(row, column)
            if name in issued and isinstance(value, int | float) and value != issued[name]:
                says = f"It was issued as {_plain(issued[name])}. {because}"
                found.setdefault(name, Fault("last_period", says, (_cell(table, row, column),)))
    return tuple(found.values())


def _columns(table: Table) -> Iterator[Fault]:
    """A column's total is the sum of its rows."""
    parts = [row for row in table.rows if not row.is_total]
    for whole in (row for row in table.rows if row.is_total):
        for column in table.columns:
            if column.kind not in ("count", "money") or not parts:
                continue
            total, found = table.at(whole.key, column.key), added(tuple(table.at(r.key, column.key) for r in parts))
            if _differ(total, found):
                cells = tuple(_cell(table, row.key, column.key) for row in (whole, *parts))
                yield Fault("parts", f"The rows come to {_plain(found)}, the total says {_plain(total)}.", cells)


def _rows(table: Table) -> Iterator[Fault]:
    """A total beside its parts is their sum."""
    for row in table.rows:
        for column in table.columns:
            if not column.parts:
                continue
            total, found = table.at(row.key, column.key), added(tuple(table.at(row.key, part) for part in column.parts))
            if _differ(total, found):
                cells = tuple(_cell(table, row.key, key) for key in (column.key, *column.parts))
                yield Fault("parts", f"The parts come to {_plain(found)}, the total says {_plain(total)}.", cells)


def _shares(table: Table) -> Iterator[Fault]:
    """A share is of the base that it names."""
    cells = {
        (row.key, column.key): value
        for row in table.rows
        for column, value in zip(table.columns, row.cells, strict=True)
    }
    for row in table.rows:
        for column in table.columns:
            if column.kind not in ("percent", "change"):
                continue
            shown, right = cells[row.key, column.key], worked_out(column, row.key, cells)
            if _differ(shown, right, _ROUNDING):
                yield _wrong_base(table, row, column, right)


def _wrong_base(table: Table, row: Row, column: Column, right: Value) -> Fault:
    base = (column.base_row or row.key, str(column.base))
    cells = (_cell(table, row.key, column.key), _cell(table, row.key, str(column.of)), _cell(table, *base))
    return Fault("share", f"Of the base that it names it is {_plain(right)}.", cells)


def _figures(tables: tuple[Table, ...]) -> Iterator[Fault]:
    """What two tables count is the same in both."""
    shown: dict[Name, list[Cell]] = defaultdict(list)
    for table in tables:
        for (row, column), name in table.names.items():
            if table.at(row, column) is not None:
                shown[name].append(_cell(table, row, column))
    for cells in shown.values():
        if len({cell.value for cell in cells}) > 1:
            yield Fault("figure", "The same is counted in these cells, and they differ.", tuple(cells))


def _differ(shown: Value, right: Value, by: float = 0) -> bool:
    if not isinstance(shown, int | float) or not isinstance(right, int | float):
        return False
    return abs(shown - right) > by + 1e-9


def _cell(table: Table, row: str, column: str) -> Cell:
    says = table.columns[table.place(column)].label
    return Cell(table.title, table.row(row).label, says, table.at(row, column))


def _plain(value: Value) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return "not known" if value is None else str(value)
