"""A case: its points, clocks and history. Every change is a method that returns a new case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from bot.complaints.assessment import Reason


@dataclass(frozen=True)
class CasePoint:
    """One part of a complaint, which gets its own finding."""

    text: str
    matter: tuple[str, ...]
    nature: tuple[str, ...]
    pathway: str
    signposted_to: str | None = None
    wanted_outcome: str | None = None


@dataclass(frozen=True)
class RunningClock:
    """A due date, worked out once when the clock started and never moved by a later profile."""

    name: str
    started: date
    due: date
    extended_due: date | None  # the outer limit that the law allows
    source: str


@dataclass(frozen=True)
class Event:
    """One line of the history: who did what, when, and what it was about."""

    at: datetime
    who: str  # person | assistant | the officer's id
    what: str
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Advocacy:
    """What was offered, wanted and done."""

    offered: bool
    wanted: str | None  # yes | no | not_sure | has_one
    status: str  # not_offered | offered | to_arrange | arranged | declined | has_one


@dataclass(frozen=True)
class Case:
    """Everything the council knows of one concern."""

    reference: str
    council: str
    profile_version: str
    received_at: datetime
    channel: str  # chat | pages | telephone
    conversation: str | None
    pathway: str
    signposted_to: str | None
    confirmed: bool
    flags: tuple[str, ...]
    reasons: tuple[Reason, ...]
    facts: Mapping[str, Any]  # as told, without the points
    points: tuple[CasePoint, ...]
    advocacy: Advocacy
    risk: str  # emergency | at_risk | none
    stage: str  # stage_1 | closed | awaiting_officer …
    clock: RunningClock | None
    demonstration: bool
    history: tuple[Event, ...] = ()
    version: int = 1

    @property
    def reporter_role(self) -> str | None:
        """Who is speaking, if they said so."""
        role: str | None = self.facts.get("reporter_role")
        return role

    def noting(self, event: Event) -> Case:
        """This case with one more line in its history."""
        return replace(self, history=(*self.history, event))

    def confirming(
        self, pathway: str, event: Event, *, signposted_to: str | None = None, clock: RunningClock | None = None
    ) -> Case:
        """This case with its pathway confirmed or changed by an officer. Its due date stays (reg 14).

        `clock` starts only where none runs yet. The points that went the case's way go with it; others keep theirs.
        """
        moved = tuple(
            replace(point, pathway=pathway, signposted_to=signposted_to) if point.pathway == self.pathway else point
            for point in self.points
        )
        stage = "stage_1" if pathway in ("statutory", "corporate") else "awaiting_officer"
        return replace(
            self.noting(event),
            pathway=pathway,
            signposted_to=signposted_to,
            confirmed=True,
            points=moved,
            clock=self.clock or clock,
            stage=stage if self.stage in ("stage_1", "awaiting_officer") else self.stage,
        )

    def advocate(self, status: str, event: Event) -> Case:
        """This case with what came of the wish for an advocate: arranged or declined."""
        return replace(self.noting(event), advocacy=replace(self.advocacy, status=status))
