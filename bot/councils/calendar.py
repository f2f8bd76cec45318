"""England's calendar: bank holidays of any year, from the `holidays` library, and a council's own closure days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

import holidays

from bot.complaints.working_days import Calendar


@cache
def _bank_holidays() -> holidays.HolidayBase:
    """England's; the library works each year out when it is first asked about."""
    return holidays.country_holidays("GB", subdiv="ENG")


def england(closures: Iterable[date] = ()) -> Calendar:
    """The calendar of regulation 2 for England, with the days on which this council is also shut."""
    return Calendar(lambda day: day in _bank_holidays(), frozenset(closures))
