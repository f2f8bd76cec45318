"""Working days by regulation 2, on named days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.complaints.working_days import Calendar, add_working_days, next_open_day
from bot.councils.calendar import england

ENGLAND = england()


@pytest.mark.parametrize(
    ("start", "days", "due", "why"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23), "a Friday: day 1 is Monday"),
        (date(2026, 11, 21), 1, date(2026, 11, 23), "a Saturday"),
        (date(2026, 12, 21), 10, date(2027, 1, 7), "Christmas on a Friday, Boxing Day made up on Monday the 28th"),
        (date(2026, 12, 24), 1, date(2026, 12, 29), "Christmas Eve"),
        (date(2027, 12, 24), 1, date(2027, 12, 29), "Christmas at a weekend: Monday and Tuesday stand for it"),
        (date(2026, 4, 2), 1, date(2026, 4, 7), "Maundy Thursday: Good Friday and Easter Monday do not count"),
        (date(2027, 3, 25), 10, date(2027, 4, 12), "Easter 2027"),
        (date(2026, 3, 27), 1, date(2026, 3, 30), "the clocks go forward on the 29th"),
        (date(2026, 10, 23), 1, date(2026, 10, 26), "the clocks go back on the 25th"),
        (date(2026, 4, 30), 2, date(2026, 5, 5), "the early May bank holiday"),
        (date(2022, 9, 16), 1, date(2022, 9, 20), "the state funeral was a bank holiday"),
        (date(2028, 2, 28), 1, date(2028, 2, 29), "a leap year"),
        (date(2026, 11, 22), 0, date(2026, 11, 22), "no days: the day itself"),
    ],
)
def test_the_due_day_is(start, days, due, why):
    assert due == add_working_days(start, days, ENGLAND), why


def test_a_negative_limit_is_refused():
    with pytest.raises(ValueError, match="-1"):
        add_working_days(date(2026, 11, 20), -1, ENGLAND)


def test_a_councils_closure_day_lengthens_no_limit_of_the_law():
    shut = england([date(2026, 12, 29)])
    assert date(2026, 12, 29) == add_working_days(date(2026, 12, 24), 1, shut)
    assert date(2026, 12, 30) == next_open_day(date(2026, 12, 24), shut)


@given(st.dates(date(2010, 1, 1), date(2040, 1, 1)), st.integers(0, 70))
def test_adding_and_counting_agree(start, days):
    weekdays = Calendar(lambda _: False)
    due = add_working_days(start, days, weekdays)
    counted = sum(weekdays.is_working_day(start + timedelta(days=n)) for n in range(1, (due - start).days + 1))
    assert days == counted
    assert due >= start


@given(st.dates(date(2010, 1, 1), date(2040, 1, 1)), st.integers(1, 65))
def test_a_due_day_is_always_a_working_day(start, days):
    due = add_working_days(start, days, ENGLAND)
    assert ENGLAND.is_working_day(due)
    assert due - start >= timedelta(days=days)
