"""What people are told about when the complaints team is there is true at every hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.councils.calendar import england
from bot.team_hours import team_hours
from bot.words import words
from tests.office import national


@pytest.mark.parametrize(
    ("now", "hours", "said"),
    [
        ("2026-03-02 10:00", None, "They work in office hours. After today, the office opens again on Tuesday."),
        ("2026-03-06 23:00", None, "They work in office hours. After today, the office opens again on Monday."),
        ("2026-03-07 10:00", None, "They are not at work today. They are back on Monday."),
        ("2026-04-03 10:00", None, "They are not at work today. They are back on Tuesday."),  # Good Friday
        ("2026-04-02 23:00", None, "They work in office hours. After today, the office opens again on Tuesday."),
        ("2026-03-07 10:00", "09:00-17:00", "They are not there now. They are back on Monday 09:00."),
        ("2026-03-02 10:00", "09:00-17:00", "They are there until 17:00 today."),
        ("2026-03-07 10:00", "always", "They are there day and night."),
    ],
)
def test_the_hours_are_said_as_they_are(now: str, hours: str | None, said: str) -> None:
    assert said == told(now, hours, "adult") == told(now, hours, None)


def test_a_child_is_told_when_they_are_back_though_nobody_gave_hours() -> None:
    assert told("2026-03-06 23:00", None, "child") == "They work in the day. After today, they are back on Monday."
    assert told("2026-03-07 10:00", None, "child") == "They are not at work today. They are back on Monday."


def told(now: str, hours: str | None, audience: str | None) -> str:
    profile = national()[0]
    profile = replace(profile, contacts=replace(profile.contacts, office_hours=hours))
    return team_hours(datetime.fromisoformat(now), profile, england(), words(), audience)
