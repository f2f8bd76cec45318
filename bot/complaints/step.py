"""A step: when and by whom something is done to a case, under which council's profile and calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.complaints.profile import Profile
from bot.complaints.working_days import Calendar


@dataclass(frozen=True)
class Step:
    """The circumstances of one act; the law has no clock of its own."""

    at: datetime
    who: str  # person | assistant | the officer's id
    profile: Profile
    calendar: Calendar

    @property
    def today(self) -> date:
        """The day it is where the council is."""
        return self.at.astimezone(self.profile.timezone).date()
