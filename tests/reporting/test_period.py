"""Years from April to March, quarters and weeks, and those before them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reporting.period import Period, quarter, read, week, year


@pytest.mark.parametrize(
    ("period", "first", "last", "label", "key"),
    [
        (year(2020), date(2020, 4, 1), date(2021, 3, 31), "2020/21", "2020"),
        (year(2099), date(2099, 4, 1), date(2100, 3, 31), "2099/00", "2099"),
        (quarter(2020, 1), date(2020, 4, 1), date(2020, 6, 30), "2020/21 quarter 1", "2020-q1"),
        (quarter(2020, 4), date(2021, 1, 1), date(2021, 3, 31), "2020/21 quarter 4", "2020-q4"),
        (week(date(2020, 10, 8)), date(2020, 10, 5), date(2020, 10, 11), "week from 5 October 2020", "week-2020-10-05"),
    ],
)
def test_a_period_has_its_days_its_label_and_a_key_that_gives_it_back(period: Period, first, last, label, key):
    assert (period.first, period.last, period.label, period.key) == (first, last, label, key)
    assert read(key) == period
    assert period.holds(first) and period.holds(last)
    assert not period.holds(date(2000, 1, 1))


def test_the_period_before_a_quarter_is_the_same_quarter_a_year_before_and_before_a_week_the_week():
    assert quarter(2020, 3).before() == quarter(2019, 3)
    assert year(2020).before(2) == year(2018)
    assert week(date(2021, 1, 4)).before() == week(date(2020, 12, 28))


@pytest.mark.parametrize("key", ["", "20", "2020-q5", "2020-q0", "week-2020", "1999", "2020/21", "week-2020-13-01"])
def test_what_is_no_period_is_refused(key):
    with pytest.raises(ValueError, match=r"period|month"):
        read(key)


def test_there_is_no_fifth_quarter():
    with pytest.raises(ValueError, match="quarters 1 to 4"):
        quarter(2020, 5)
