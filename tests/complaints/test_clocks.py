"""Clocks on named days: Christmas, Easter, the day on which the clocks change; in every council."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.complaints.clocks import Pause, RunningClock
from bot.complaints.procedures import ends, first_clocks, months_later, start
from bot.complaints.profile import CALENDAR_DAYS, MONTHS, Limit
from bot.complaints.step import Step
from bot.complaints.working_days import working_days_between
from bot.councils import codes, load, versions
from bot.councils.calendar import england
from tests.complaints.life import Life

ENGLAND = england()


def due(name: str, on: date, council: str = "national") -> tuple[date, date | None]:
    clock = start(load(council, on), name, on, ENGLAND)
    return clock.due, clock.extended_due


@pytest.mark.parametrize("council", codes())
@pytest.mark.parametrize(
    ("received", "first", "outer"),
    [
        (date(2025, 12, 19), date(2026, 1, 7), date(2026, 1, 21)),  # Christmas, Boxing Day and New Year's Day between
        (date(2026, 12, 24), date(2027, 1, 12), date(2027, 1, 26)),  # Boxing Day on a Saturday: Monday instead
        (date(2026, 12, 25), date(2027, 1, 12), date(2027, 1, 26)),  # on Christmas Day itself
        (date(2026, 3, 30), date(2026, 4, 15), date(2026, 4, 29)),  # Good Friday and Easter Monday
        (date(2026, 4, 3), date(2026, 4, 20), date(2026, 5, 5)),  # on Good Friday, with the early May bank holiday
        (
            date(2022, 9, 9),
            date(2022, 9, 26),
            date(2022, 10, 10),
        ),  # a bank holiday that was announced eleven days before
        (date(2026, 10, 23), date(2026, 11, 6), date(2026, 11, 20)),  # the clocks go back
    ],
)
def test_stage_1_in_every_council_on_days_that_are_easily_miscounted(
    council: str, received: date, first: date, outer: date
) -> None:
    profile = load(council, received)
    (clock,) = first_clocks("statutory", received, profile, ENGLAND)
    assert (first, outer) == (clock.due, clock.extended_due)
    assert clock.profile_version == profile.version


def test_a_panel_over_christmas() -> None:
    assert date(2027, 1, 20) == due("panel_meets", date(2026, 12, 4))[0]  # Monday 28 December is a bank holiday
    assert date(2027, 1, 4) == due("panel_reports", date(2026, 12, 23))[0]
    assert date(2027, 1, 18) == due("authority_responds", date(2026, 12, 23))[0]


def test_stage_2_over_a_whole_winter() -> None:
    assert (date(2026, 12, 7), date(2027, 2, 4)) == due("statutory_stage_2", date(2026, 11, 2))


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 6, 1, 23, 30, tzinfo=UTC), date(2026, 6, 2)),  # half past midnight in London
        (datetime(2026, 12, 1, 23, 30, tzinfo=UTC), date(2026, 12, 1)),
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), date(2026, 3, 29)),  # half an hour before they go forward
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), date(2026, 10, 25)),  # the first half past one
    ],
)
def test_the_day_of_an_act_is_the_day_in_england(at: datetime, day: date) -> None:
    assert day == Step(at, "o1", load("national", day), ENGLAND).today


@pytest.mark.parametrize("council", codes())
def test_a_clock_keeps_the_version_of_the_profile_under_which_it_started(council: str) -> None:
    life = Life("corporate", council, date(2026, 3, 27)).confirmed()
    before = life.case.clocks
    life.on(date(2026, 4, 2))
    assert "2026-04-01" == life.profile.version
    assert before == life.case.clocks
    assert {version.version for version in versions(council)} >= {clock.profile_version for clock in before}


@pytest.mark.parametrize(
    ("day", "count", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_one(day: date, count: int, later: date) -> None:
    assert later == months_later(day, count)


@pytest.mark.parametrize(("unit", "last"), [(CALENDAR_DAYS, date(2026, 6, 29)), (MONTHS, date(2028, 10, 1))])
def test_a_limit_may_count_in_days_or_months(unit: str, last: date) -> None:
    limit = Limit("x", 28, unit, "the panel meets", None, None, "s", True)
    assert last == ends(limit, 28, date(2026, 6, 1), ENGLAND)


# --- a clock by itself ---

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(DAYS, st.integers(0, 90))
def test_a_pause_moves_both_limits_by_the_working_days_that_it_lasted(day: date, lasted: int) -> None:
    clock = start(load("national", day), "statutory_stage_1", day, ENGLAND)
    until = date.fromordinal(day.toordinal() + lasted)
    resumed = clock.paused(Pause("court", day, until)).resumed(until, ENGLAND)
    assert (clock.due, clock.extended_due) == (resumed.due, resumed.extended_due)
    moved = working_days_between(clock.due, resumed.now_due, ENGLAND)
    assert working_days_between(day, until, ENGLAND) == moved
    assert resumed.now_due <= resumed.outer_limit


def test_a_clock_that_stands_still_is_never_late() -> None:
    clock = RunningClock("x", date(2026, 6, 1), date(2026, 6, 2), None, "s")
    assert clock.is_late(date(2026, 6, 3))
    assert not clock.paused(Pause("court", date(2026, 6, 2), date(2026, 7, 1))).is_late(date(2026, 6, 3))
    assert clock == clock.resumed(date(2026, 6, 3), ENGLAND)
