"""Office hours: who is there now, and otherwise from when, over weekends and bank holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.complaints.office_hours import is_written_well, opening
from bot.councils.calendar import england


@pytest.mark.parametrize(
    ("now", "again"),
    [
        ("2026-03-02 09:00", ""),
        ("2026-03-02 16:59", ""),
        ("2026-03-02 08:59", "Monday 09:00"),
        ("2026-03-02 17:00", "Tuesday 09:00"),
        ("2026-03-06 17:00", "Monday 09:00"),
        ("2026-04-02 18:00", "Tuesday 09:00"),  # before Good Friday and Easter Monday
        ("2026-12-24 18:00", "Tuesday 09:00"),  # Boxing Day falls on a Saturday, so Monday is a bank holiday
    ],
)
def test_nobody_is_promised_an_hour_at_which_nobody_is_there(now: str, again: str) -> None:
    found = opening(datetime.fromisoformat(now), "09:00-17:00", england())
    assert (found.is_open, found.again) == (not again, again)


def test_a_day_in_the_next_week_has_its_date_so_that_nobody_takes_it_for_this_one() -> None:
    shut = replace(england(), closures=frozenset(date(2026, 3, day) for day in (3, 4, 5, 6, 9)))
    found = opening(datetime.fromisoformat("2026-03-02 17:00"), "09:00-17:00", shut)
    assert found.again == "Tuesday 10 March 09:00"


@pytest.mark.parametrize("hours", ["always", "00:00-23:59", "09:00-17:00"])
def test_hours_are_written_so(hours: str) -> None:
    assert is_written_well(hours)


@pytest.mark.parametrize("hours", ["", "9-5", "17:00-09:00", "09:00-09:00", "24:00-25:00", "Monday to Friday"])
def test_hours_are_not_written_so(hours: str) -> None:
    assert not is_written_well(hours)
