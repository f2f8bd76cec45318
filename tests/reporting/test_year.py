"""A year's figures from cases: what is counted, where, and what is not known."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot import reporting
from bot.complaints.case import Case
from bot.councils import load
from bot.reporting import period
from bot.reporting.table import TOTAL
from bot.reporting.tally import PastTally
from tests.complaints.life import Life

HARROW = load("harrow", date(2021, 3, 31))


def a_complaint(day: date, team: str | None = "First Response", **changes) -> Case:
    return Life("statutory", "harrow", day, team=team, **changes).confirmed().case


def table(report, key):
    return report.tables[key]


def test_a_complaint_is_counted_in_the_year_of_its_receipt():
    cases = [a_complaint(date(2021, 3, 31)), a_complaint(date(2021, 4, 1)), a_complaint(date(2020, 4, 1))]
    made = table(reporting.year(cases, HARROW, 2020), "stage_1_by_service")
    assert made.at(TOTAL, "back_0") == 2


def test_a_day_begins_where_the_council_is():
    late = a_complaint(
        date(2021, 3, 31), received_at=datetime(2021, 3, 31, 23, 30, tzinfo=UTC)
    )  # 1 April in summer time
    assert table(reporting.year([late], HARROW, 2020), "stage_1_by_service").at(TOTAL, "back_0") == 0


def test_a_case_without_a_team_is_in_the_total_and_in_a_row_of_its_own():
    made = table(reporting.year([a_complaint(date(2020, 5, 4), None)], HARROW, 2020), "activity_by_service")
    assert (made.at("not_recorded", "stage_1"), made.at(TOTAL, TOTAL)) == (1, 1)


def test_what_was_settled_informally_is_a_representation_and_no_stage_1():
    settled = (
        Life("statutory", "harrow", date(2020, 5, 4)).confirmed().do("offer_settlement").do("agree_settlement").case
    )
    made = table(reporting.year([settled], HARROW, 2020), "activity_by_service")
    assert (made.at(TOTAL, "representation"), made.at(TOTAL, "stage_1")) == (1, 0)


def test_a_year_before_the_first_case_is_not_known_rather_than_nothing():
    made = table(reporting.year([a_complaint(date(2020, 5, 4))], HARROW, 2020), "stage_1_by_service")
    assert (made.at(TOTAL, "back_0"), made.at(TOTAL, "back_1")) == (1, None)


def test_stated_totals_of_a_past_year_stand_where_its_figures_would():
    stated = {
        frozenset({"kind": "stage_1", "service": name}.items()): number
        for name, number in (("Children's Social Care", 22), ("Education Services", 6), ("CYAD", 3))
    }
    report = reporting.year(
        [a_complaint(date(2020, 5, 4))], HARROW, 2020, reporting.Facts(past={period.year(2019): PastTally(stated)})
    )
    made = table(report, "stage_1_by_service")
    assert (made.at("Children's Social Care", "back_1"), made.at(TOTAL, "back_1")) == (22, 31)
