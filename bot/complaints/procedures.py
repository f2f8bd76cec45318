"""Procedures: which clocks an event starts. A due date is worked out once and never moved by a later profile."""

from __future__ import annotations

import calendar as months
from datetime import date, timedelta

from bot.complaints import law
from bot.complaints.clocks import RunningClock
from bot.complaints.profile import CALENDAR_DAYS, MONTHS, Limit, Profile
from bot.complaints.working_days import Calendar, add_working_days

# What a pathway is measured by from the day of receipt, on the stricter assumption: where it is not yet certain which
# procedure applies (an officer decides, or a member asks for a constituent), the statutory clock runs.
_FIRST = {
    "statutory": "statutory_stage_1",
    "officer_decision": "statutory_stage_1",
    "member_enquiry": "statutory_stage_1",
    "corporate": "corporate_acknowledge",
    "signposted": "corporate_acknowledge",
    "service_request": "corporate_acknowledge",
    "information_request": "corporate_acknowledge",
}


def first_clocks(pathway: str, received_on: date, profile: Profile, calendar: Calendar) -> tuple[RunningClock, ...]:
    """The clocks that receipt starts; none for a compliment.

    A statutory complaint is to be answered in ten working days and at most twenty (reg 14). A corporate one is first
    acknowledged; its stage 1 runs from there, so a complaint that is never acknowledged is late in five days, or, where
    the profile in force counts so, from receipt as well. A signpost is confirmed by an officer within the same time.
    """
    names = [_FIRST[pathway]] if pathway in _FIRST else []
    if pathway == "corporate" and profile.limits["corporate_stage_1"].runs_from == law.RECEIVED:
        names.append("corporate_stage_1")
    return tuple(start(profile, name, received_on, calendar) for name in names)


def start(profile: Profile, name: str, on: date, calendar: Calendar) -> RunningClock:
    """The clock of a limit that starts on this day; the day itself does not count."""
    limit = profile.limits[name]
    outer = ends(limit, limit.extendable_to, on, calendar) if limit.extendable_to else None
    return RunningClock(limit.name, on, ends(limit, limit.length, on, calendar), outer, limit.source, profile.version)


def ends(limit: Limit, length: int, on: date, calendar: Calendar) -> date:
    """The last day of so many working days, days or months, whichever the limit counts in."""
    if limit.unit == CALENDAR_DAYS:
        return on + timedelta(days=length)
    return months_later(on, length) if limit.unit == MONTHS else add_working_days(on, length, calendar)


def months_later(day: date, count: int) -> date:
    """The same day so many months later, or that month's last day where it has no such day."""
    year, month = divmod(day.month - 1 + count, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, months.monthrange(year, month)[1]))
