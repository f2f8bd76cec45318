"""What the story of the week is told with: four councils under one clock, and what is typed into forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.console.week.child import Child
from tests.console.week.team import Team, morning_of
from tests.fakes import FixedClock

IN_CARE = {"reporter_role": "child", "care_status": "in_care"}
PARENT = {"reporter_role": "parent", "has_parental_responsibility": "yes"}
ANSWER = {"answered_by": "Manager of the team", "answer": "We looked into it."}
STATEMENT = {"statement": "She did not come.", "person_agreed": "yes"}
REPORTS = {"investigation_report": "a", "independent_report": "b", "independent_person_agrees": "yes"}
ADJUDICATION = {"findings": "partially_upheld", "both_reports_sent": "yes"}
INVESTIGATORS = {
    "investigating_officer": "Investigator",
    "officer_had_no_part_in_it": "yes",
    "independent_person": "Somebody independent",
    "person_is_independent": "yes",
    "declared_on": "2025-11-20",
    "no_conflict_declared": "yes",
}
PANEL = {
    "members": "First\nSecond\nThird",
    "all_are_independent": "yes",
    "declared_on": "2025-11-20",
    "no_conflict_declared": "yes",
}


@dataclass
class Week:
    """Four councils, their children and parents, and one clock."""

    clock: FixedClock
    harrow: Team
    staffordshire: Team
    council_d: Team
    westminster: Team
    child: Child

    @property
    def teams(self) -> tuple[Team, ...]:
        """All four."""
        return self.harrow, self.staffordshire, self.council_d, self.westminster

    async def until(self, day: date) -> None:
        """Ten o'clock on a later day. Where the profile is another one, the console is started with it."""
        versions = [team.intake().profile.version for team in self.teams]
        self.clock.forward(seconds=(morning_of(day) - self.clock.now()).total_seconds())
        for team, version in zip(self.teams, versions, strict=True):
            if team.intake().profile.version != version:
                await team.starts_again()

    async def all_do(self, name: str, act: str, who: str = "officer", **told: str) -> None:
        """The same is done in every council."""
        for team in self.teams:
            await team.does(who, name, act, **told)
