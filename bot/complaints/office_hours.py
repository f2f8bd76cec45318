"""Office hours: whether somebody is there now, and otherwise when somebody is there again.

Hours are written `always`, or `09:00-17:00` on every day on which the council is open. Whoever writes to people at
night is told what is true of the night, so both the duty route and the complaints team are asked here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from bot.complaints.working_days import Calendar, next_open_day

ALWAYS = "always"
DAYS_OF_A_WEEK = 7
HOURS = re.compile(r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True)
class Opening:
    """Whether somebody is there; `day` and `time` say from when somebody is, where nobody is now."""

    is_open: bool
    day: date | None = None
    time: str = ""
    asked_on: date | None = None

    @property
    def again(self) -> str:
        """When somebody is there again: Monday 09:00; empty while somebody is."""
        return f"{named(self.day, self.asked_on)} {self.time}" if self.day and self.asked_on else ""


def named(day: date, today: date) -> str:
    """A day that lies ahead, as people say it: Monday, and Monday 4 January where this week has a Monday too."""
    return f"{day:%A}" if (day - today).days < DAYS_OF_A_WEEK else f"{day:%A} {day.day} {day:%B}"


def is_written_well(hours: str) -> bool:
    """Whether these are hours: `always`, or a beginning before its end."""
    if not HOURS.fullmatch(hours):
        return hours == ALWAYS
    opens, closes = hours.split("-")
    return opens < closes


def opening(now: datetime, hours: str, calendar: Calendar) -> Opening:
    """Whether somebody is there at `now`, the council's local time, by hours that are written well."""
    if hours == ALWAYS:
        return Opening(is_open=True)
    opens, closes = hours.split("-")
    clock, today = now.strftime("%H:%M"), now.date()
    if calendar.is_open(today) and opens <= clock < closes:
        return Opening(is_open=True)
    later_today = calendar.is_open(today) and clock < opens
    return Opening(False, today if later_today else next_open_day(today, calendar), opens, today)
