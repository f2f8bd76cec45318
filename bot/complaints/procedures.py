"""Procedures: which clock a pathway starts, and when. A due date is worked out once and never moved by a profile."""

from __future__ import annotations

from datetime import date

from bot.complaints.case import RunningClock
from bot.complaints.profile import Limit, Profile
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


def first_clock(pathway: str, received_on: date, profile: Profile, calendar: Calendar) -> RunningClock | None:
    """The clock that receipt starts, or None for a compliment.

    A statutory complaint is to be answered in ten working days and at most twenty (reg 14). A corporate one is first
    acknowledged; its stage 1 runs from there, so a complaint that is never acknowledged is late in five days. A
    signpost is confirmed by an officer within the same time.
    """
    name = _FIRST.get(pathway)
    return start(profile.limits[name], received_on, calendar) if name else None


def start(limit: Limit, on: date, calendar: Calendar) -> RunningClock:
    """A clock of working days that starts on this day; the day itself does not count."""
    outer = add_working_days(on, limit.extendable_to, calendar) if limit.extendable_to else None
    return RunningClock(limit.name, on, add_working_days(on, limit.length, calendar), outer, limit.source)
