"""The printed reports made again: every cell equal or explained, and nothing explained away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from bot.councils.calendar import england
from bot.reporting.report import Report
from bot.settings import ROOT
from bot.year_commands import books, reproduction
from bot.years import printed
from bot.years.building import CannotBeBuilt, past_cases
from bot.years.comparing import DIFFERENT, EQUAL, NEEDLESS, UNEXPLAINED, Compared, compare, our_report
from bot.years.past_case import PastCase, contradictions
from bot.years.printed import PrintedReport, PrintedTable

FIVE = ("council_d_2019_20", "harrow_2017_18", "harrow_2020_21", "staffordshire_2019_20", "westminster_2020_21")


@cache
def ours(name: str) -> Report:
    """Our report from the records of a printed one."""
    report = printed.load(name)
    return our_report(report, books(report.council))


def compared(report: PrintedReport) -> tuple[Compared, ...]:
    return compare(report, ours(report.name))


def test_there_are_the_five_reports() -> None:
    assert printed.names() == FIVE


@pytest.mark.parametrize("name", FIVE)
def test_every_printed_cell_is_equal_or_explained_and_none_needlessly(name: str) -> None:
    wrong = [
        (table.printed.printed, cell)
        for table in compared(printed.load(name))
        for cell in table.cells
        if cell.what in (UNEXPLAINED, NEEDLESS)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", FIVE)
def test_most_of_what_can_be_made_out_is_equal(name: str) -> None:
    cells = [cell for table in compared(printed.load(name)) for cell in table.cells if cell.printed is not None]
    assert sum(cell.what == EQUAL for cell in cells) / len(cells) > 0.75


@pytest.mark.parametrize("name", FIVE)
def test_a_cell_that_was_printed_otherwise_would_be_told(name: str) -> None:
    report = printed.load(name)
    for table in report.tables:
        spoilt = replace(table, rows={row: tuple(map(_more, cells)) for row, cells in table.rows.items()})
        [found] = compared(replace(report, tables=(spoilt,)))
        told = [cell for cell in found.cells if cell.printed is not None]
        assert {cell.what for cell in told} <= {UNEXPLAINED, DIFFERENT}, table.printed
        assert all(cell.why for cell in told if cell.what == DIFFERENT)


def _more(figure: int | None) -> int | None:
    return None if figure is None else figure + 1000


@pytest.mark.parametrize("name", FIVE)
def test_a_figure_that_cannot_be_made_out_needs_its_reason(name: str) -> None:
    report = printed.load(name)
    for table in report.tables:
        silent = replace(table, unclear=())
        [found] = compared(replace(report, tables=(silent,)))
        unread = [cell for cell in found.cells if cell.printed is None]
        assert not table.ours or {cell.what for cell in unread} <= {UNEXPLAINED}


@pytest.mark.parametrize("name", FIVE)
def test_every_remark_is_about_a_cell(name: str) -> None:
    for table in printed.load(name).tables:
        for remark in (*table.unclear, *table.differs):
            for row, column in remark.cells:
                assert _covers(table, row, column), (table.printed, row, column)


def _covers(table: PrintedTable, row: str, column: str) -> bool:
    if not table.ours:
        return (row, column) == ("*", "*")
    return row in {"*", *table.rows} and column in {"*", *table.columns}


@pytest.mark.parametrize("name", FIVE)
def test_the_records_are_rows_that_could_be_imported(name: str) -> None:
    for past in past_cases(printed.load(name), england()):
        told = {field: getattr(past, field) for field in PastCase.__dataclass_fields__ if getattr(past, field)}
        assert list(contradictions(told, date(2026, 11, 2))) == [], past


def test_the_same_figures_always_make_the_same_records() -> None:
    report = printed.load("harrow_2020_21")
    assert past_cases(report, england()) == past_cases(report, england())


@pytest.mark.parametrize(
    ("deal", "reason"),
    [
        ({"among": {"year": 2020, "booked_as": "statutory"}, "who": {"parent": 11}}, "who parent: there are not 11"),
        ({"among": {"year": 2020, "booked_as": "statutory"}, "nature": {"bias": 0}}, "nature bias: more than 0"),
    ],
)
def test_figures_that_no_cases_can_have_are_refused(deal: dict[str, object], reason: str) -> None:
    report = printed.load("harrow_2020_21")
    with pytest.raises(CannotBeBuilt, match=reason):
        past_cases(replace(report, deals=(*report.deals, deal)), england())


def test_the_page_is_what_the_command_writes() -> None:
    assert (ROOT / "docs" / "reproduction.md").read_text(encoding="utf-8") == reproduction()
