"""What the tables count: in time within both limits, escalation of the whole, outcomes, stages and what is beside."""

from __future__ import annotations

from datetime import date

import pytest

from bot import reporting
from bot.complaints.case import Case
from bot.councils import codes, load
from bot.reporting.books import open_books
from bot.reporting.catalogue import CATALOGUE
from bot.reporting.period import quarter, year
from bot.reporting.table import TOTAL
from tests.builders import a_point
from tests.complaints.life import Life
from tests.reporting.builders import a_year

ON = date(2020, 6, 1)
HARROW = load("harrow", date(2021, 3, 31))


def a_life(team: str = "First Response", pathway: str = "statutory", **changes) -> Life:
    return Life(pathway, "harrow", ON, team=team, **changes).confirmed()


def table(key: str, *cases: Case, profile=HARROW):
    return CATALOGUE[key](open_books(cases, profile, year(2020), date(2021, 3, 31), {}, {"service_users": 200}))


def test_in_time_is_counted_within_the_first_limit_and_within_the_extended_one():
    lives = [a_life().after(days).do("answer_stage_1") for days in (5, 10, 15, 20, 21)]
    made = table("stage_1_in_time", *(life.case for life in lives), a_life().case)
    got = {column.key: value for column, value in zip(made.columns, made.row("back_0").cells, strict=True)}
    assert (got["received"], got["answered"]) == (6, 5)
    assert (got["first"], got["extended"], got["late"], got["both"]) == (2, 2, 1, 4)
    assert (got["first_share"], got["both_share"]) == (40, 80)


def test_a_profile_may_measure_by_all_that_were_received_and_says_so():
    staffordshire = load("staffordshire", date(2020, 3, 31))
    cases = [Life("statutory", "staffordshire", ON).confirmed().case for _ in range(3)]
    cases.append(Life("statutory", "staffordshire", ON).confirmed().after(5).do("answer_stage_1").case)
    report = reporting.year(cases, staffordshire, 2020)
    made = report.tables["statutory_stage_1_in_time"]
    assert made.at("back_0", "first_share") == 25
    assert made.denominator == "all complaints received"
    assert made.definition == "In time, version Staffordshire 2019-04-01"
    (says,) = (each for each in report.definitions if each.startswith(made.definition))
    assert "Shares are of all that were received." in says


def test_the_whole_escalates_as_a_whole_and_not_as_the_mean_of_its_services():
    answered = [a_life().after(5).do("answer_stage_1") for _ in range(9)]
    on = [life.do("request_stage_2") for life in answered[:3]]
    education = a_life(HARROW.teams[5]).after(5).do("answer_stage_1").do("request_stage_2")
    made = table("escalation", *(life.case for life in (*on, *answered[3:], education)))
    assert [round(made.at(row, "share")) for row in ("Children's Social Care", "Education Services", TOTAL)] == [
        33,
        100,
        40,
    ]


def test_mixed_findings_make_a_case_partly_upheld_and_each_point_is_counted_in_its_own_table():
    points = tuple(a_point() for _ in range(3))
    life = a_life(points=points).after(3).do("answer_stage_1", findings=("upheld", "not_upheld", "not_upheld"))
    assert table("stage_1_outcomes_this", life.case).at(TOTAL, "partially_upheld") == 1
    by_point = table("stage_1_findings", life.case)
    assert (by_point.at("upheld", "number"), by_point.at("not_upheld", "number")) == (1, 2)


def test_what_came_for_another_directorate_is_in_the_transactions_and_in_no_table_of_services():
    case = a_life("Other directorates").case
    assert table("activity_by_service", case).at(TOTAL, TOTAL) == 0
    assert table("transactions", case).at("outside", "back_0") == 1


def test_transactions_with_members_enquiries_and_without_are_two_versions_and_the_change_is_told():
    earlier = load("harrow", date(2018, 3, 31))
    case = a_life().do("open_member_enquiry").case
    report = reporting.year([case], HARROW, 2020, reporting.Facts(earlier=earlier))
    made = report.tables["transactions"]
    assert made.at(TOTAL, "back_0") == 2
    assert "Harrow 2020-04-01" in made.definition
    (note,) = made.notes
    assert note.startswith("Counted otherwise in 2019/20: Transactions, version Harrow 2017-04-01")
    before = reporting.year([case], earlier, 2020).tables["transactions"]
    assert before.at(TOTAL, "back_0") == 1


def test_payments_recommendations_and_the_ombudsman_are_listed():
    life = a_life().after(3).do("answer_stage_1").do("agree_payment", pence=50000, stage="stage_1").do("recommend")
    case = life.do("ombudsman_enquires").do("reply_to_ombudsman").do("ombudsman_decides").case
    assert table("payments", case).at(TOTAL, "sum") == 50000
    assert table("ombudsman", case).at("Children's Social Care", "fault_with_injustice") == 1
    assert table("ombudsman_cases", case).at("1", "remedy") == "apology; £150"
    assert table("recommendations", case).at("1", "text") == "Ring back."


def test_complaints_are_a_share_of_the_service_users_that_the_manager_stated():
    made = table("complaints_per_service_user", *(a_life().case for _ in range(6)))
    assert made.at("all", "share") == 3


def test_advocates_and_equalities_are_counted():
    case = a_life(equalities={"gender": "female"}).case
    assert table("stage_1_gender", case).at("female", "back_0") == 1
    assert table("advocacy", case).at("to_arrange", "number") == 1


def test_a_quarter_is_compared_with_the_same_quarter_a_year_before():
    cases = [Life("statutory", "harrow", day, team="First Response").confirmed().case for day in (ON, date(2019, 5, 1))]
    made = reporting.of_period(cases, HARROW, quarter(2020, 1)).tables["stage_1_by_service"]
    assert (made.at(TOTAL, "back_0"), made.at(TOTAL, "back_1")) == (1, 1)
    assert made.columns[-1].label == "2020/21 quarter 1"


@pytest.mark.parametrize("key", CATALOGUE)
def test_every_table_can_be_made_of_much_and_of_nothing(key):
    full = table(key, *a_year(HARROW, 2020, 40))
    empty = table(key)
    for made in (full, empty):
        assert all(len(row.cells) == len(made.columns) for row in made.rows)
        assert len({row.key for row in made.rows}) == len(made.rows)
        assert len({column.key for column in made.columns}) == len(made.columns)


@pytest.mark.parametrize("code", codes())
def test_no_two_columns_of_a_councils_report_have_one_name(code):
    profile = load(code, date(2021, 3, 31))
    for made in reporting.year(a_year(profile, 2020, 30), profile, 2020).tables.values():
        labels = [column.label for column in made.columns]
        assert len(set(labels)) == len(labels), (made.key, labels)


@pytest.mark.parametrize("code", ["harrow", "staffordshire", "council_d", "westminster", "national"])
def test_every_table_with_shares_says_what_they_are_of(code):
    profile = load(code, date(2021, 3, 31))
    report = reporting.year([a_life().case], profile, 2020)
    for table in report.tables.values():
        has_shares = any(column.kind == "percent" for column in table.columns)
        assert bool(table.denominator) == has_shares, table.key
