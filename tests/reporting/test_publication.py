"""Small numbers are hidden for publication, and nobody can work them out from what is shown."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from scipy.optimize import linprog

from bot import reporting
from bot.councils import load
from bot.reporting.disclosure import FEWEST, hidden_names, lines_of, numbers_of
from bot.reporting.publication import HIDDEN, for_publication
from bot.reporting.table import TOTAL, Column, Row, Table
from tests.reporting.builders import a_year


def a_table(rows: dict[str, tuple[int, ...]], key: str = "t") -> Table:
    """Counts by service and outcome, with totals both ways."""
    width = len(next(iter(rows.values())))
    columns = (
        *(Column(f"c{at}", f"C{at}") for at in range(width)),
        Column(TOTAL, "Total", parts=tuple(f"c{at}" for at in range(width))),
    )
    whole = {**rows, TOTAL: tuple(sum(row[at] for row in rows.values()) for at in range(width))}
    made = tuple(Row(name, name, (*cells, sum(cells)), is_total=name == TOTAL) for name, cells in whole.items())

    def name(row: str, column: str) -> frozenset[tuple[str, str]]:
        by = {"kind": "stage_1", "period": "2020/21"}
        by |= {} if row == TOTAL else {"service": row}
        return frozenset((by | ({} if column == TOTAL else {"outcome": column})).items())

    names = {(row.key, column.key): name(row.key, column.key) for row in made for column in columns}
    return Table(key, "Outcomes", "Service", columns, made, names=names)


def shown(table: Table) -> dict[str, tuple]:
    return {row.key: row.cells for row in for_publication({"t": table})["t"].rows}


def test_a_number_below_five_is_hidden_and_a_nought_is_not():
    cells = shown(a_table({"a": (40, 0), "b": (30, 3), "c": (20, 9)}))
    assert cells["b"][1] == HIDDEN
    assert cells["a"] == (40, 0, 40)


def test_one_hidden_number_takes_another_with_it_in_its_row_and_its_column():
    cells = shown(a_table({"a": (40, 10), "b": (30, 3), "c": (20, 9)}))
    for line in (cells["b"], tuple(row[1] for row in cells.values())):
        assert line.count(HIDDEN) >= 2


def test_ones_that_their_total_would_tell_are_not_told():
    cells = shown(a_table({"a": (1, 8), "b": (1, 9), "c": (30, 7)}))
    assert [cells[row][0] for row in "abc"].count(HIDDEN) == 3


def test_a_share_of_a_hidden_number_is_hidden_with_it():
    columns = (Column("n", "Number"), Column("p", "Share", "percent", of="n", base="n", base_row=TOTAL))
    rows = (Row("a", "A", (2, 10.0)), Row("b", "B", (18, 90.0)), Row(TOTAL, "Total", (20, 100.0), is_total=True))
    names = {(row.key, "n"): frozenset({("kind", "x"), ("by", row.key)}) for row in rows}
    table = for_publication({"t": Table("t", "T", "R", columns, rows, names=names)})["t"]
    assert (table.at("a", "n"), table.at("a", "p"), table.at("b", "p")) == (HIDDEN, HIDDEN, HIDDEN)


def test_a_small_number_that_stands_in_no_sum_is_hidden_alone():
    names = {("a", "n"): frozenset({("kind", "x")})}
    table = Table("t", "T", "R", (Column("n", "Number"),), (Row("a", "A", (2,)),), names=names)
    assert for_publication({"t": table})["t"].at("a", "n") == HIDDEN


def test_the_manager_sees_what_publication_hides():
    table = a_table({"a": (40, 10), "b": (30, 3), "c": (20, 9)})
    for_publication({"t": table})
    assert table.at("b", "c1") == 3


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("count", [30, 150])
def test_no_sum_of_few_payments_is_shown_or_can_be_worked_out_from_the_total(count, seed):
    profile = load("harrow", date(2021, 3, 31))
    tables = reporting.year(a_year(profile, 2020, count, seed), profile, 2020).tables
    ours, theirs = tables["payments"], for_publication(tables)["payments"]
    for row in ours.rows:
        number, _ = row.cells
        assert (theirs.at(row.key, "number") == HIDDEN) == (theirs.at(row.key, "sum") == HIDDEN)
        assert number >= FEWEST or theirs.at(row.key, "sum") == HIDDEN or not number
    assert [row.cells[1] for row in theirs.rows].count(HIDDEN) != 1


def test_the_sums_of_many_payments_are_published():
    profile = load("harrow", date(2021, 3, 31))
    tables = reporting.year(a_year(profile, 2020, 600), profile, 2020).tables
    assert for_publication(tables)["payments"].rows == tables["payments"].rows


def test_a_few_mediations_are_not_published_one_by_one():
    profile = load("harrow", date(2021, 3, 31))
    tables = reporting.year(a_year(profile, 2020, 60), profile, 2020).tables
    assert 0 < tables["mediation"].at(TOTAL, TOTAL) < FEWEST
    shown = for_publication(tables)["mediation"]
    assert all(cell in (HIDDEN, 0) for row in shown.rows for cell in row.cells)


def test_a_service_that_is_one_team_is_hidden_with_that_team():
    by = {"kind": "stage_1", "period": "2020/21"}
    numbers = {"Fostering": 3, "Adoption": 20, "Reviewing": 9}
    tables = [a_listed("team", {"Fostering": 3, "Reviewing": 9}, by), a_listed("service", {**numbers, TOTAL: 32}, by)]
    shown = for_publication({table.key: table for table in tables})
    assert [row.cells[0] for row in shown["service"].rows] == [HIDDEN, 20, HIDDEN, 32]
    assert [row.cells[0] for row in shown["team"].rows] == [HIDDEN, HIDDEN]


def a_listed(of: str, numbers: dict[str, int], by: dict[str, str]) -> Table:
    """Numbers by one thing, with their total where one is given."""
    rows = tuple(Row(key, key, (number,), is_total=key == TOTAL) for key, number in numbers.items())
    names = {(key, "n"): frozenset((by | ({} if key == TOTAL else {of: key})).items()) for key in numbers}
    return Table(of, of, of, (Column("n", "Number"),), rows, names=names)


@pytest.mark.parametrize("code", ["harrow", "staffordshire", "westminster"])
def test_a_whole_report_hides_hardly_more_than_its_small_numbers(code):
    profile = load(code, date(2021, 3, 31))
    tables = reporting.year(a_year(profile, 2020, 120), profile, 2020).tables
    numbers = numbers_of(tables.values())
    hidden = hidden_names(tables.values(), (profile.report.services, profile.report.leads), numbers)
    small = {name for name, number in numbers.items() if 0 < number < FEWEST}
    assert small < hidden
    assert len(hidden - small) < len(small) / 5


def test_as_little_as_can_be_is_hidden_and_rather_a_small_number_than_a_large_one():
    cells = shown(a_table({"a": (40, 10), "b": (30, 3), "c": (20, 9), "d": (90, 80)}))
    hidden = {(row, at) for row, values in cells.items() for at, cell in enumerate(values) if cell == HIDDEN}
    assert hidden == {("b", 1), ("b", 0), ("c", 1), ("c", 0)}


@pytest.mark.parametrize("code", ["harrow", "staffordshire", "council_d", "westminster", "national"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_small_number_of_a_whole_report_can_be_worked_out(code, seed):
    """Whoever wants to know may use everything that is shown: every hidden small number has more than one answer."""
    profile = load(code, date(2021, 3, 31))
    tables = reporting.year(a_year(profile, 2020, 120, seed), profile, 2020).tables
    groups = (profile.report.services, profile.report.leads)
    numbers = numbers_of(tables.values())
    hidden = sorted(hidden_names(tables.values(), groups, numbers), key=sorted)
    place = {name: at for at, name in enumerate(hidden)}
    equations = set()
    for line in lines_of(tables.values(), groups, numbers):
        row, known = [0] * len(hidden), 0
        for name, sign in [(part, 1) for part in line.parts] + [(line.total, -1)]:
            if name in place:
                row[place[name]] += sign
            else:
                known -= sign * numbers[name]
        equations.add((*row, known))
    every = np.array(sorted(equations), dtype=float)
    small = [name for name in hidden if numbers[name] < FEWEST]
    assert small
    for name in small:
        goal = np.zeros(len(hidden))
        goal[place[name]] = 1
        ends = [
            linprog(sign * goal, A_eq=every[:, :-1], b_eq=every[:, -1], bounds=(1, None), options={"presolve": False})
            for sign in (1, -1)
        ]
        assert all(end.status in (0, 3) for end in ends)
        low, high = ends[0].fun, np.inf if ends[1].status == 3 else -ends[1].fun
        assert high - low >= 1, sorted(name)
