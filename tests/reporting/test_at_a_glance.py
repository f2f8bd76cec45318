"""What a manager sees at a glance is what the cases say: standing, targets, and months of what came later."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.complaints.case import Case
from bot.complaints.clocks import Pause
from bot.councils import load
from bot.reporting.at_a_glance import BREAKDOWNS, Choice, at_a_glance
from bot.reporting.period import quarter, year
from bot.reporting.standing import STANDINGS, open_today, standing
from bot.reporting.table import TOTAL
from bot.reports.charts import chart_of, svg
from tests.builders import a_case, a_clock
from tests.complaints.life import Life
from tests.reporting.builders import a_year

HARROW = load("harrow", date(2021, 3, 31))
ON = date(2020, 6, 1)  # a Monday
THURSDAY = date(2026, 3, 12)
WINDOW = a_clock(name="ask_stage_2", due=date(2026, 4, 9), extended_due=None)


@pytest.mark.parametrize(
    ("clocks", "stands"),
    [
        ((a_clock(due=THURSDAY - timedelta(days=1)),), "late_now"),
        ((a_clock(due=THURSDAY),), "this_week"),
        ((a_clock(due=date(2026, 3, 15)),), "this_week"),
        ((a_clock(due=date(2026, 3, 16)),), "later"),
        ((a_clock(due=THURSDAY - timedelta(days=1), extended_to=date(2026, 3, 16)),), "later"),
        ((a_clock(pauses=(Pause("court", date(2026, 3, 3), date(2026, 4, 3)),)),), "paused"),
        ((a_clock(met_on=THURSDAY), WINDOW), "person"),
        ((a_clock(met_on=THURSDAY),), "no_date"),
    ],
)
def test_an_open_case_stands_by_its_next_date_or_by_why_it_has_none(clocks, stands: str) -> None:
    assert standing(a_case(clocks=clocks), THURSDAY) == stands


def test_a_closed_case_is_not_open() -> None:
    cases = [a_case(), a_case(reference="CF-0000-00", stage="closed")]
    assert [entry.case.reference for entry in open_today(cases, HARROW, THURSDAY)] == ["CF-0B1C-2D"]


def a_life(team: str = "First Response") -> Life:
    return Life("statutory", "harrow", ON, team=team).confirmed()


def glance(*cases: Case, by: str = "team", period=None, today: date = date(2020, 6, 30)):
    return at_a_glance(cases, HARROW, Choice(period or quarter(2020, 1), by=by), today)


@pytest.mark.parametrize(("in_time", "late", "reaches"), [(17, 3, True), (16, 4, False)])
def test_the_target_is_reached_by_the_share_within_either_limit(in_time: int, late: int, reaches: bool) -> None:
    answered = [a_life().after(20).do("answer_stage_1").case] * in_time
    answered += [a_life("Child in Need").after(21).do("answer_stage_1").case] * late
    made = glance(*answered)
    assert (made.target, made.reaches_target) == (85, reaches)
    chart = chart_of(made.table("in_time"))
    assert chart is not None
    assert "The target is 85%" in chart.words()
    assert b"Target 85%" in svg(chart)


def test_before_anything_is_answered_nothing_is_said_of_the_target() -> None:
    assert glance(a_life().case).reaches_target is None


def test_what_was_answered_after_the_day_of_the_page_is_not_answered_yet() -> None:
    answered = a_life().after(5).do("answer_stage_1").case
    assert glance(answered, today=ON).total("in_time", "answered") == 0


def test_a_stage_2_is_counted_in_the_month_in_which_it_was_asked_for() -> None:
    life = a_life().after(15).do("answer_stage_1").after(15).do("request_stage_2")
    assert life.today == date(2020, 7, 13)
    made = glance(life.case, by="month", period=year(2020), today=life.today).table("went_on")
    assert (made.at("2020-06", "stage_2_0"), made.at("2020-07", "stage_2_0")) == (0, 1)


def test_open_and_late_agree_with_a_count_by_hand() -> None:
    cases, today = a_year(HARROW, 2020, 120), date(2021, 1, 15)
    still = [case for case in cases if case.stage != "closed"]
    late = [case for case in still if any(clock.is_late(today) and not clock.is_window for clock in case.clocks)]
    made = glance(*cases, period=year(2020), today=today)
    assert (made.total("open", TOTAL), made.late) == (len(still), len(late))
    assert len(late) > 0


@pytest.mark.parametrize("by", BREAKDOWNS)
def test_every_breakdown_adds_up_to_the_same_totals(by: str) -> None:
    made = glance(*a_year(HARROW, 2020, 120), by=by, period=year(2020), today=date(2021, 1, 15))
    for key in ("received", "open", "in_time", "went_on"):
        table = made.table(key)
        for column in table.columns:
            if column.kind == "count" and not column.key.endswith("_1"):
                parts = [table.at(row.key, column.key) for row in table.rows if not row.is_total]
                assert sum(parts) == table.at(TOTAL, column.key), (key, column.key)
    assert {column.key for column in made.table("open").columns} <= {*STANDINGS, TOTAL}
