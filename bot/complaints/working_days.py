"""Working days: the only calendar arithmetic in the law.

Regulation 2 of SI 2006/1738: a working day is not a Saturday, a Sunday, Christmas Day, Boxing Day, Good Friday or a
bank holiday in England. Which days those are is told from outside, because they are announced and not worked out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5


@dataclass(frozen=True)
class Calendar:
    """Which days count.

    `is_bank_holiday` answers for any day, Christmas Day, Boxing Day and Good Friday included. `closures` are the other
    days on which this council is shut. They lengthen no limit of the law: leaving them out would make it laxer.
    """

    is_bank_holiday: Callable[[date], bool]
    closures: frozenset[date] = frozenset()

    def is_working_day(self, day: date) -> bool:
        """True for a working day by regulation 2."""
        return day.weekday() < _SATURDAY and not self.is_bank_holiday(day)

    def is_open(self, day: date) -> bool:
        """True when somebody of the council is at work: a working day that is no closure day of its own."""
        return self.is_working_day(day) and day not in self.closures


def add_working_days(start: date, days: int, calendar: Calendar) -> date:
    """The last of so many working days; day 1 is the next working day after `start`, and 0 is `start` itself.

    Raises ValueError for a negative number of days.
    """
    if days < 0:
        raise ValueError(f"A limit cannot be {days} working days.")
    day = start
    while days:
        day += timedelta(days=1)
        days -= calendar.is_working_day(day)
    return day


def next_open_day(after: date, calendar: Calendar) -> date:
    """The next day on which the council is open, for promises of when somebody will read something."""
    day = after + timedelta(days=1)
    while not calendar.is_open(day):
        day += timedelta(days=1)
    return day


def working_days_between(since: date, until: date, calendar: Calendar) -> int:
    """How many working days lie after `since`, up to and with `until`; 0 when it is not later."""
    days = (until - since).days
    return sum(calendar.is_working_day(since + timedelta(days=each)) for each in range(1, days + 1))
