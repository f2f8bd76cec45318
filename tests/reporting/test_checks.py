"""The checks find what printed reports got wrong, with the cells, and find nothing in what agrees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot import reporting
from bot.councils import load
from bot.reporting.catalogue import CATALOGUE
from bot.reporting.checks import changed_since, faults_of
from bot.reporting.table import TOTAL, Column, Row, Table
from tests.reporting.builders import a_year

HARROW = load("harrow", date(2021, 3, 31))


def printed(columns: tuple[Column, ...], *rows: Row, key: str = "printed", **more) -> Table:
    return Table(key, f"Table {key}", "Service", columns, rows, **more)


NUMBERS = tuple(Column(key, key) for key in ("not_upheld", "upheld"))


def test_a_total_that_is_not_the_sum_of_its_rows_is_found_with_its_cells():
    """Harrow 2017/18, outcomes: 2, 41 and 2 not upheld, and a total of 45; if it had said 41."""
    rows = [Row(name, name, (number, 0)) for name, number in (("Education", 2), ("Targeted", 41), ("Special", 2))]
    (fault,) = faults_of([printed(NUMBERS, *rows, Row(TOTAL, "Total", (41, 0), is_total=True))])
    assert (fault.kind, fault.says) == ("parts", "The rows come to 45, the total says 41.")
    assert [cell.value for cell in fault.cells] == [41, 2, 41, 2]


def test_a_row_that_does_not_come_to_its_total_is_found():
    columns = (*NUMBERS, Column(TOTAL, "Total", parts=("not_upheld", "upheld")))
    (fault,) = faults_of([printed(columns, Row("a", "A", (7, 1, 9)))])
    assert fault.says == "The parts come to 8, the total says 9."


def test_a_share_with_the_wrong_base_is_found_with_the_right_one():
    """Westminster 2020/21: from 85 to 58 is a third less, printed as 47 per cent (27 of 58)."""
    columns = (
        Column("before", "2019/20"),
        Column("now", "2020/21"),
        Column("c", "Change", "change", of="now", base="before"),
    )
    (fault,) = faults_of([printed(columns, Row("all", "Complaints", (85, 58, -47)))])
    assert (fault.kind, fault.says) == ("share", "Of the base that it names it is -31.8.")


def test_a_share_of_the_whole_that_was_added_up_from_shares_is_found():
    """Harrow 2020/21: four of ten went on to stage 2, printed as 44 per cent."""
    columns = (Column("s1", "Stage 1"), Column("s2", "Stage 2"), Column("p", "%", "percent", of="s2", base="s1"))
    rows = (Row("e", "E&C", (1, 1, 100)), Row("c", "CSC", (9, 3, 33)), Row(TOTAL, "Total", (10, 4, 44), is_total=True))
    (fault,) = faults_of([printed(columns, *rows)])
    assert fault.says == "Of the base that it names it is 40."


def test_one_figure_that_two_tables_show_differently_is_found_with_both_cells():
    """Harrow 2020/21: 31 stage 1 complaints of 2019/20 in table 3, and 33 outcomes of them in table 8."""
    name = frozenset({("kind", "stage_1"), ("period", "2019/20")})
    tables = [
        printed((Column("n", "2019/20"),), Row("all", "Total", (number,)), key=key, names={("all", "n"): name})
        for key, number in (("3", 31), ("8", 33))
    ]
    (fault,) = faults_of(tables)
    assert (fault.kind, [str(cell) for cell in fault.cells]) == (
        "figure",
        ["Table 3: Total, 2019/20: 31", "Table 8: Total, 2019/20: 33"],
    )


def test_what_is_not_known_contradicts_nothing():
    rows = (Row("a", "A", (None, 0)), Row(TOTAL, "Total", (4, 0), is_total=True))
    assert faults_of([printed(NUMBERS, *rows)]) == ()


@pytest.mark.parametrize("code", ["harrow", "staffordshire", "council_d", "westminster", "national"])
def test_a_report_made_from_cases_agrees_with_itself(code):
    profile = load(code, date(2021, 3, 31))
    report = reporting.year(a_year(profile, 2020, 60), profile, 2020)
    assert faults_of(report.tables.values()) == ()


def test_a_cell_changed_by_hand_in_any_table_of_counts_is_found():
    report = reporting.year(a_year(HARROW, 2020, 60), HARROW, 2020)
    for table in report.tables.values():
        if any(row.is_total for row in table.rows) and table.names:
            row, column = next(cell for cell in table.names if table.row(cell[0]).is_total)
            value = table.at(row, column)
            if isinstance(value, int):
                wrong = table.with_cells({(row, column): value + 1})
                assert faults_of([replace(wrong, names={})]), table.key


def test_last_years_figure_that_was_issued_otherwise_is_listed_with_why():
    cases = a_year(HARROW, 2019, 40)
    issued = reporting.year(cases[:-3], HARROW, 2019).figures()
    report = reporting.year(cases, HARROW, 2020)
    found = changed_since(report.tables.values(), issued, "Three cases came in late.")
    assert found
    assert all(fault.kind == "last_period" and "Three cases came in late." in fault.says for fault in found)


def test_last_years_figures_that_stand_are_no_fault():
    cases = a_year(HARROW, 2019, 40)
    report = reporting.year(cases, HARROW, 2020)
    issued = reporting.year(cases, HARROW, 2019, reporting.Facts(as_of=report.as_of)).figures()
    assert changed_since(report.tables.values(), issued, "") == ()


def test_every_table_of_every_council_is_in_the_catalogue():
    for code in ("harrow", "staffordshire", "council_d", "westminster", "national"):
        for day in (date(2018, 3, 31), date(2021, 3, 31), date(2026, 11, 1)):
            if code in ("harrow", "national") or day.year > 2020:
                wanted = {key for section in load(code, day).report.sections for key in section.tables}
                assert wanted <= set(CATALOGUE)
