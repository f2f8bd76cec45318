"""Who must be independent has declared it lately, or somebody checks it by a day (SI 2006/1738 reg 2)."""

from __future__ import annotations

from datetime import date

import pytest

from bot.complaints.errors import WrongFields
from tests.complaints.life import Life
from tests.complaints.test_lives import to_adjudication, to_stage_2
from tests.complaints.test_voices import to_do


def checks(life: Life) -> list[date]:
    return [due for kind, due in to_do(life) if kind == "check_independence"]


@pytest.mark.parametrize("declared", [None, date(2025, 5, 31)], ids=["missing", "over a year old"])
def test_an_appointment_without_a_declaration_of_the_last_year_leaves_a_check_to_be_done(declared: date | None) -> None:
    life = to_stage_2()
    assert life.today >= date(2026, 6, 1)
    life.do("appoint_investigators", declared_on=declared)
    [by] = checks(life)
    assert by > life.today and "agree_statement" in life.allowed  # the procedure goes on meanwhile
    life.do("check_independence", declared_on=life.today)
    assert [] == checks(life)
    assert "check_independence" not in life.allowed


def test_a_declaration_of_today_or_of_a_year_ago_leaves_nothing_to_be_done() -> None:
    for years in (0, 1):
        life = to_stage_2()
        life.do("appoint_investigators", declared_on=life.today.replace(year=life.today.year - years))
        assert [] == checks(life) and "check_independence" not in life.allowed


def test_a_declaration_is_not_signed_tomorrow_nor_answered_by_an_old_one() -> None:
    life = to_stage_2()
    with pytest.raises(WrongFields) as bad:
        life.do("appoint_investigators", declared_on=life.today.replace(year=life.today.year + 1))
    assert ["declared_on"] == list(bad.value.faults)
    life.do("appoint_investigators", declared_on=None)
    with pytest.raises(WrongFields, match="over twelve months old"):
        life.do("check_independence", declared_on=date(life.today.year - 2, 1, 5))
    assert 1 == len(checks(life))


def test_whoever_is_appointed_instead_takes_the_check_with_them() -> None:
    life = to_stage_2().do("appoint_investigators", declared_on=None)
    life.do("appoint_investigators", independent_person="Independent X")
    assert [] == checks(life)
    life.do("appoint_investigators", independent_person="Independent Y", declared_on=None)
    [waits] = life.case.open_records("independence")
    assert "Independent Y" == waits.details["who"]


def test_a_panel_is_checked_as_the_independent_person_is() -> None:
    life = to_adjudication().do("request_stage_3").do("appoint_panel", declared_on=None)
    [waits] = life.case.open_records("independence")
    assert ("panel_member", "Panel F, Panel G, Panel H") == (waits.details["appointed_as"], waits.details["who"])
    assert 1 == len(checks(life))
