"""Comparing: our report, from records that were built to printed figures, beside what was printed, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.reporting.period import year as year_from
from bot.reporting.report import Facts, Report, year
from bot.reporting.table import Table, Value
from bot.years.building import past_cases
from bot.years.courses import Council, case_of
from bot.years.printed import PrintedReport, PrintedTable, Remark

EQUAL, DIFFERENT, UNCLEAR, UNEXPLAINED, NEEDLESS = "equal", "different", "cannot be made out", "unexplained", "needless"
LEFT_OUT = "left out"
_HALF = 0.5 + 1e-9  # a printed share is a whole number: it equals ours if ours rounds to it, a half either way


@dataclass(frozen=True)
class Cell:
    """One printed figure and ours; `what` is EQUAL, DIFFERENT or UNCLEAR, or one of two faults of ours.

    UNEXPLAINED: they differ and nobody has said why. NEEDLESS: it was said why, and they are equal.
    """

    row: str
    column: str
    printed: int | None
    ours: Value
    what: str
    why: str = ""


@dataclass(frozen=True)
class Compared:
    """One printed table with its cells, and ours, from which the labels come."""

    printed: PrintedTable
    ours: Table | None
    cells: tuple[Cell, ...]


def our_report(report: PrintedReport, council: Council) -> Report:
    """Our report from the records that are built to the printed figures. Raises CannotBeBuilt."""
    cases = [case_of(past, council) for past in past_cases(report, council.calendar)]
    profile = council.profile(year_from(report.year).first)
    earlier = council.profile(year_from(report.year - 1).first)
    return year(cases, profile, report.year, Facts(earlier=earlier, bases=report.bases, as_of=report.as_of))


def compare(report: PrintedReport, ours: Report) -> tuple[Compared, ...]:
    """Every printed table beside ours. Raises KeyError for one that our report does not have."""
    return tuple(_compared(printed, ours) for printed in report.tables)


def _compared(printed: PrintedTable, ours: Report) -> Compared:
    if not printed.ours:
        why = "; ".join(remark.why for remark in printed.unclear)
        return Compared(printed, None, (Cell("*", "*", None, None, UNCLEAR, why),))
    table = ours.tables[printed.ours]
    return Compared(printed, table, tuple(_cells(printed, table)))


def _cells(printed: PrintedTable, table: Table) -> Iterator[Cell]:
    for row, figures in printed.rows.items():
        for column, figure in zip(printed.columns, figures, strict=True):
            found = _at(table, row, column)
            yield Cell(row, column, figure, found, *_judged(printed, row, column, figure, found))


def _at(table: Table, row: str, column: str) -> Value:
    """Our cell; LEFT_OUT where our table has no such row or column, as where nothing was counted."""
    try:
        return table.at(row, column)
    except KeyError:
        return LEFT_OUT


def _judged(printed: PrintedTable, row: str, column: str, figure: int | None, found: Value) -> tuple[str, str]:
    if figure is None:
        why = _why(printed.unclear, row, column)
        return (UNCLEAR, why) if why else (UNEXPLAINED, "nobody says why it cannot be made out")
    equal = _equal(figure, found)
    why = _why(printed.differs, row, column)
    if equal:
        return (NEEDLESS, why) if why else (EQUAL, "")
    return (DIFFERENT, why) if why else (UNEXPLAINED, "")


def _equal(figure: int, found: Value) -> bool:
    if found == LEFT_OUT:
        return figure == 0
    return isinstance(found, int | float) and abs(found - figure) <= (_HALF if isinstance(found, float) else 0)


def _why(remarks: Sequence[Remark], row: str, column: str) -> str:
    return next((remark.why for remark in remarks if remark.covers(row, column)), "")
