"""The complaints team's hours, said truly: until when somebody is there, or when somebody is there again."""

from __future__ import annotations

from datetime import datetime

from bot.complaints.office_hours import ALWAYS, opening
from bot.complaints.profile import Profile
from bot.complaints.working_days import Calendar
from bot.words import Words


def team_hours(now: datetime, profile: Profile, calendar: Calendar, words: Words, audience: str | None) -> str:
    """The sentence about when the complaints team is there; `now` is the council's local time."""
    hours = profile.contacts.office_hours
    if hours is None:
        return words.say("utter_hours_open", audience)
    found = opening(now, hours, calendar)
    if not found.is_open:
        return words.say("utter_hours_closed", audience, time=found.again)
    if hours == ALWAYS:
        return words.say("utter_hours_always", audience)
    return words.say("utter_hours_until", audience, time=hours.partition("-")[2])
