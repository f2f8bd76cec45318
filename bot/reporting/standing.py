"""Standing: how the cases that are open today stand: late, due soon, paused, waiting for the person or for an officer.

It is counted as everything else is, from entries: an open case is one entry of today, whenever it was received.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.complaints.case import Case
from bot.complaints.profile import Profile
from bot.reporting.entries import Entry, entries_of

# In the order of what a manager looks at first.
LATE_NOW, THIS_WEEK, LATER, PAUSED, PERSON, NO_DATE = "late_now", "this_week", "later", "paused", "person", "no_date"
STANDINGS = (LATE_NOW, THIS_WEEK, LATER, PAUSED, PERSON, NO_DATE)


def standing(case: Case, today: date) -> str:
    """How an open case stands: by its next date, or why it has none."""
    if case.clock is not None:
        if case.clock.is_late(today):
            return LATE_NOW
        sunday = today + timedelta(days=6 - today.weekday())
        return THIS_WEEK if case.clock.now_due <= sunday else LATER
    running = [clock for clock in case.clocks if clock.is_running]
    if any(clock.pause for clock in running):
        return PAUSED
    open_window = any(clock.is_window and clock.now_due >= today for clock in running)
    return PERSON if open_window else NO_DATE


def open_today(cases: Iterable[Case], profile: Profile, today: date) -> tuple[Entry, ...]:
    """An entry for each case that is not closed, as it stands today."""
    still_open = [case for case in cases if case.stage != "closed"]
    return tuple(_open(entries_of(still_open, profile, today), today))


def _open(entries: Iterable[Entry], today: date) -> Iterator[Entry]:
    for entry in entries:
        if entry.by["kind"] == "case":
            yield replace(entry, on=today, by={**entry.by, "kind": "open", "standing": standing(entry.case, today)})
