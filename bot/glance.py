"""Use case of the manager: the service at a glance, from the cases that whoever asks may see."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.casework import Casework
from bot.ports import Officer
from bot.reporting import period as periods
from bot.reporting.at_a_glance import BREAKDOWNS, Choice, Glance, at_a_glance
from bot.reporting.entries import NOT_RECORDED
from bot.reporting.period import Period
from bot.roles import NotThere, require

_QUARTERS, _YEARS = 8, 3  # how far back the page goes; the reports go further
_PICTURES_FOR = timedelta(seconds=60)  # a page asks for its charts at once


@dataclass(frozen=True)
class AtAGlance:
    """What is open and how the last quarters went. A held case, or one of a conflict of interest, is not counted."""

    casework: Casework
    _seen: dict[str, tuple[datetime, Glance]] = field(default_factory=dict, repr=False)  # each officer's last

    def today(self) -> date:
        """The day it is where the council is."""
        return self.casework.today()

    def periods(self) -> tuple[Period, ...]:
        """What can be chosen, this quarter first."""
        return (*quarters_to(self.today(), _QUARTERS), *years_to(self.today(), _YEARS))

    def teams(self) -> tuple[str, ...]:
        """The council's teams, and what stands for the cases that have none yet."""
        return (*self.casework.profile.teams, NOT_RECORDED)

    def chosen(self, period: str, team: str, by: str) -> Choice:
        """The choice of these words; what is left out is this quarter, all teams, by team. Raises NotThere."""
        found = next((each for each in self.periods() if period in ("", each.key)), None)
        if found is None or (team and team not in self.teams()) or (by and by not in BREAKDOWNS):
            raise NotThere("glance")
        return Choice(found, team, by or BREAKDOWNS[0])

    def see(self, officer: Officer, choice: Choice) -> Glance:
        """The tables of a choice; that they were looked at is noted. Raises NotThere."""
        seen = self._of(officer, choice, "see_glance")
        self._seen[officer.id] = (self.casework.clock.now(), seen)
        return seen

    def seen(self, officer: Officer, choice: Choice) -> Glance:
        """What the officer's page has just shown, so that its charts agree with its tables. Raises NotThere."""
        require(officer, "see_glance")
        at, last = self._seen.get(officer.id, (None, None))
        fresh = at is not None and self.casework.clock.now() - at <= _PICTURES_FOR
        return last if fresh and last and last.choice == choice else self.see(officer, choice)

    def take(self, officer: Officer, choice: Choice) -> Glance:
        """The same for somebody who takes a table out. Raises NotThere."""
        return self._of(officer, choice, "take_glance")

    def _of(self, officer: Officer, choice: Choice, act: str) -> Glance:
        require(officer, "see_glance")
        work = self.casework
        work.audit.note(officer.id, act, choice.period.key, work.clock.now())
        cases = work.cases.all()
        view = work.sight.of(officer)
        own = [case for case in cases if case.council == work.profile.code and not case.made_up and view.case(case)]
        return at_a_glance(own, work.profile, choice, self.today())


def quarters_to(day: date, count: int) -> list[Period]:
    """So many quarters, the one in which a day lies first."""
    start, number = periods.start_of(day)
    found = []
    for _ in range(count):
        found.append(periods.quarter(start, number))
        start, number = (start, number - 1) if number > 1 else (start - 1, 4)
    return found


def years_to(day: date, count: int) -> list[Period]:
    """So many years, the one in which a day lies first."""
    start, _ = periods.start_of(day)
    return [periods.year(start - back) for back in range(count)]
