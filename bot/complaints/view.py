"""What the rows of the triage table look at: facts as known or wanted, for the whole case and for one point."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.complaints.facts import CHILD_ROLES, Facts, Point
from bot.complaints.hints import Account

PART_3_STATUS = ("in_care", "left_care", "has_social_worker", "disabled_services", "asked_for_help")
OF_OUR_CARE = ("in_care", "left_care")
HARM_RISKS = ("emergency", "at_risk")


class CaseView:
    """The whole case. Looking at a fact that is not settled notes it as wanted: that is what triage asks for."""

    def __init__(self, facts: Facts, today: date) -> None:
        """`today` is the day from which lateness is counted."""
        self.facts, self.today = facts, today
        self.wanted: set[str] = set()
        self.account = Account("\n".join(point.what_happened for point in facts.points))

    def fact(self, name: str) -> Any:
        """The fact, which this row needs: None when unknown, and then it is wanted."""
        if not self.facts.settled(name):
            self.wanted.add(name)
        return self.facts.get(name)

    def known(self, name: str) -> Any:
        """The fact if we happen to know it; it is not asked for."""
        return self.facts.get(name)

    @property
    def role(self) -> str | None:
        """Who is speaking, if they said so."""
        role: str | None = self.known("reporter_role")
        return role

    @property
    def care_status(self) -> str | None:
        """The child's status, as far as known or implied by who is speaking."""
        status: str | None = self.known("care_status")
        return "left_care" if status is None and self.role == "care_leaver" else status

    @property
    def young(self) -> bool:
        """True when a child or young person speaks for themselves."""
        return self.role in CHILD_ROLES

    @property
    def disclosed(self) -> bool:
        """True when harm was told: then nothing is asked about what happened, how, who or why."""
        return self.known("risk") in HARM_RISKS or self.known("harm") == "yes"


class PointView:
    """One point, with the case behind it, looked at through one of its matters."""

    def __init__(self, case: CaseView, point: Point, matter: str | None) -> None:
        """`matter` is the matter to look through; None when we do not know any."""
        self.case, self.point, self.matter = case, point, matter
        self._account = Account(point.what_happened)

    def about(self, *matters: str) -> bool:
        """True when the matter looked through is one of these."""
        return self.matter in matters

    def also_about(self, *matters: str) -> bool:
        """True when any of the point's matters is one of these."""
        return any(matter in matters for matter in self.point.matter)

    def went_wrong(self, *natures: str) -> bool:
        """True when the point's main nature is one of these; False when it is unknown."""
        return bool(self.point.nature) and self.point.nature[0] in natures

    def mentions(self, hint: str) -> bool:
        """True where this point's own account mentions it."""
        return self._account.mentions(hint)

    def status(self, *statuses: str) -> bool:
        """True when the child's care status is one of these; wanted when unknown and nothing implies it."""
        known = self.case.care_status
        if known is None:
            known = self.case.fact("care_status")
        return known in statuses

    def nature_unknown(self) -> bool:
        """True when we do not know how it went wrong; it is then wanted."""
        if not self.point.nature and "nature" not in self.case.facts.refused:
            self.case.wanted.add("nature")
        return not self.point.nature


def views(case: CaseView, points: Sequence[Point]) -> list[PointView]:
    """Each point through its main matter."""
    return [PointView(case, point, point.matter[0] if point.matter else None) for point in points]
