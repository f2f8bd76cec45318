"""A running clock: due dates that are fixed when it starts, with what was agreed and what stopped it since.

Both limits are kept, the first and the outer one, so that a report can say how many answers met either. A clock that
is paused says why and until when somebody looks again; when it goes on, both limits move by the working days that it
stood still, and the dates of its start stay readable.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.complaints.working_days import Calendar, add_working_days, working_days_between

# The person's time to ask, which no officer can miss.
WINDOWS = ("ask_stage_2", "ask_stage_3")


@dataclass(frozen=True)
class Pause:
    """Why a clock stands still, and the day on which somebody looks again."""

    why: str
    since: date
    until: date
    ended_on: date | None = None


@dataclass(frozen=True)
class RunningClock:
    """One clock of a case. `due` and `extended_due` are worked out once and never moved by a later profile."""

    name: str
    started: date
    due: date
    extended_due: date | None  # the outer limit that the law allows
    source: str
    profile_version: str = ""
    extended_to: date | None = None  # what was agreed
    extension_reason: str | None = None
    resumed_due: date | None = None  # the first limit after the last pause
    resumed_outer: date | None = None
    pauses: tuple[Pause, ...] = ()
    met_on: date | None = None
    stopped_on: date | None = None  # the case ended before it was met

    @property
    def first_limit(self) -> date:
        """By when it is due without an extension."""
        return self.resumed_due or self.due

    @property
    def outer_limit(self) -> date:
        """By when it is due at the very latest."""
        return self.resumed_outer or self.extended_due or self.first_limit

    @property
    def now_due(self) -> date:
        """By when it is due as things stand, with what was agreed."""
        return self.extended_to or self.first_limit

    @property
    def pause(self) -> Pause | None:
        """The pause that it stands in, or None."""
        return self.pauses[-1] if self.pauses and self.pauses[-1].ended_on is None else None

    @property
    def is_running(self) -> bool:
        """Whether somebody still has to meet it; a paused clock is still running."""
        return self.met_on is None and self.stopped_on is None

    @property
    def is_window(self) -> bool:
        """Whether it is the person's time to ask rather than the council's to answer."""
        return self.name in WINDOWS

    def is_late(self, today: date) -> bool:
        """Whether it is past its date and nothing was done."""
        return self.is_running and self.pause is None and today > self.now_due

    def met(self, on: date) -> RunningClock:
        """What it measured was done."""
        return replace(self, met_on=on)

    def stopped(self, on: date) -> RunningClock:
        """Nothing is to be done any more."""
        return replace(self, stopped_on=on)

    def extended(self, until: date, reason: str) -> RunningClock:
        """An officer gave it until a later day; the first limit stays readable."""
        return replace(self, extended_to=until, extension_reason=reason)

    def paused(self, pause: Pause) -> RunningClock:
        """It stands still from a day on."""
        return replace(self, pauses=(*self.pauses, pause))

    def resumed(self, on: date, calendar: Calendar) -> RunningClock:
        """It goes on; both limits, and what was agreed, move by the working days that it stood still."""
        if self.pause is None:
            return self
        days = working_days_between(self.pause.since, on, calendar)
        return replace(
            self,
            pauses=(*self.pauses[:-1], replace(self.pause, ended_on=on)),
            resumed_due=add_working_days(self.first_limit, days, calendar),
            resumed_outer=add_working_days(self.outer_limit, days, calendar),
            extended_to=add_working_days(self.extended_to, days, calendar) if self.extended_to else None,
        )
