"""What a case is booked under for the reports: the team that it is about, and what was told of equalities.

Neither changes what happens to the case. Equalities are of the child, are asked after the complaint was sent and never
as a condition, and "prefer not to say" is always an answer (Getting the Best from Complaints; Equality Act 2010 s149).
"""

# ruff: noqa: ARG002, ARG003  (an act is given what every act is given, and may not need it)
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from bot.complaints.acts.act import Act, Fault, unless
from bot.complaints.profile import Profile
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.case import Case

NOT_SAID = "prefer_not_to_say"
GENDERS = ("female", "male", "another", NOT_SAID)
AGE_BANDS = ("0_4", "5_10", "11_15", "16_17", "18_24", NOT_SAID)
DISABILITY = ("yes", "no", NOT_SAID)
# The groups of Harrow's report of 2017/18, which are those of the census of 2011 with what the council added.
ETHNICITIES = (
    "afghani", "bangladeshi", "indian", "pakistani", "sri_lankan", "sri_lankan_tamil", "other_asian", "african",
    "caribbean", "somali", "other_black", "arab", "chinese", "iranian", "iraqi", "kurdish", "lebanese", "other_group",
    "white_and_african", "white_and_caribbean", "white_and_asian", "other_mixed", "albanian", "british", "irish",
    "gypsy_roma_traveller", "irish_traveller", "polish", "romanian", "serbian", "other_white", NOT_SAID,
)  # fmt: skip


@dataclass(frozen=True)
class BookTeam(Act):
    """Book it under the team that it is about, for the reports."""

    team: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """At any time, also after it was closed."""
        return None

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """One of the council's teams."""
        teams = step.profile.teams
        return unless(self.team in teams, "team", f"The team is one of: {', '.join(teams)}.")

    def on(self, case: Case, step: Step) -> Case:
        """A later booking takes the place of the one before."""
        return replace(case, team=self.team)


@dataclass(frozen=True)
class NoteEqualities(Act):
    """Note what the person chose to tell of the child for equalities monitoring."""

    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "gender": GENDERS,
        "ethnicity": ETHNICITIES,
        "disability": DISABILITY,
        "age_band": AGE_BANDS,
    }
    gender: str
    ethnicity: str
    disability: str
    age_band: str

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """At any time after it was sent."""
        return None

    def on(self, case: Case, step: Step) -> Case:
        """A later answer takes the place of the one before."""
        return replace(case, equalities={name: str(getattr(self, name)) for name in self.choices})
