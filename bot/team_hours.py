"""The complaints team's hours, said truly: until when somebody is there, or when somebody is there again.

Where the council's profile has no hours, the days are known all the same: the working days, bank holidays and closures.
"""

from __future__ import annotations

from datetime import date, datetime

from bot.complaints.office_hours import ALWAYS, named, opening
from bot.complaints.profile import Profile
from bot.complaints.working_days import Calendar, next_open_day
from bot.words import Words


def team_hours(now: datetime, profile: Profile, calendar: Calendar, words: Words, audience: str | None) -> str:
    """The sentence about when the complaints team is there; `now` is the council's local time."""
    hours = profile.contacts.office_hours
    if hours is None:
        return _days_alone(now.date(), calendar, words, audience)
    found = opening(now, hours, calendar)
    if not found.is_open:
        return words.say("utter_hours_closed", audience, time=found.again)
    if hours == ALWAYS:
        return words.say("utter_hours_always", audience)
    return words.say("utter_hours_until", audience, time=hours.partition("-")[2])


def _days_alone(today: date, calendar: Calendar, words: Words, audience: str | None) -> str:
    """What is true at any hour of this day, where nobody has said at which hours the team works."""
    opens = named(next_open_day(today, calendar), today)
    return words.say("utter_hours_open" if calendar.is_open(today) else "utter_hours_shut", audience, day=opens)
