"""A case: its points, clocks, records, findings and history. Every change is a method that returns a new case.

The acts (bot/complaints/acts) say what may be done when; the methods here do it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from bot.complaints.assessment import Reason
from bot.complaints.clocks import RunningClock
from bot.complaints.errors import NotAllowed
from bot.complaints.findings import Finding, overall
from bot.complaints.profile import Profile
from bot.complaints.records import OF_PATHWAY, Record
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.acts.act import Act

# Where a case stands. It may besides be with the Ombudsman, in mediation or suspended: those are records.
STAGES = (
    "awaiting_officer", "stage_1", "stage_1_answered", "stage_2", "stage_2_answered", "stage_3", "stage_3_answered",
    "closed",
)  # fmt: skip
COMPLAINTS = ("statutory", "corporate")


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
    stage: str  # one of STAGES
    demonstration: bool
    clocks: tuple[RunningClock, ...] = ()
    records: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = ()
    ended: str | None = None  # why it is closed
    ended_on: date | None = None
    team: str | None = None  # which of the profile's teams it is about, as an officer booked it
    equalities: Mapping[str, str] = field(default_factory=dict)  # of the child, as far as told; never asked as a gate
    made_up: bool = False  # by demo-year, to show and to measure; reports leave it out unless asked
    history: tuple[Event, ...] = ()
    version: int = 1

    # --- what it says of itself ---

    @property
    def reporter_role(self) -> str | None:
        """Who is speaking, if they said so."""
        role: str | None = self.facts.get("reporter_role")
        return role

    @property
    def is_statutory(self) -> bool:
        """Whether it has the rights of the statutory procedure; while an officer decides, it has them."""
        return self.pathway in ("statutory", "officer_decision")

    @property
    def clock(self) -> RunningClock | None:
        """The clock by which the council must do something next; None when it need do nothing, or may not."""
        due = [clock for clock in self.clocks if clock.is_running and not clock.is_window and clock.pause is None]
        return min(due, key=lambda clock: clock.now_due, default=None)

    @property
    def outcome(self) -> str:
        """What came of it: from the last finding of each point."""
        if self.ended == "withdrawn":
            return "withdrawn"
        last = {finding.point: finding.outcome for finding in self.findings}
        return overall(tuple(last.values()))

    @property
    def main(self) -> Record | None:
        """The record that the case itself is booked as; None until an officer has confirmed where it belongs."""
        return next((record for record in self.records if record.is_main), None)

    def running(self, name: str) -> RunningClock | None:
        """The clock of this name that nobody met yet, or None."""
        return next((clock for clock in self.clocks if clock.name == name and clock.is_running), None)

    def last(self, *kinds: str) -> Record | None:
        """The newest record of these kinds, open or closed, or None."""
        return next((record for record in reversed(self.records) if record.kind in kinds), None)

    def open_records(self, kind: str) -> tuple[Record, ...]:
        """The records of a kind about which something is still to be done."""
        return tuple(record for record in self.records if record.kind == kind and record.is_open)

    def allowed(self, today: date, profile: Profile) -> tuple[str, ...]:
        """The names of what may be done next, in the order of the procedure."""
        from bot.complaints.acts import ACTS  # the acts know the case

        return tuple(name for name, act in ACTS.items() if act.refusal(self, today, profile) is None)

    # --- what is done to it ---

    def doing(self, act: Act, step: Step) -> Case:
        """This case after an act, with its line in the history.

        Raises NotAllowed with a plain sentence: WrongFields where it belongs to fields of the act.
        """
        if why := act.refusal(self, step.today, step.profile):
            raise NotAllowed(why)
        act.check(self, step)
        return act.on(self, step).noting(Event(step.at, step.who, act.name(), act.plain()))

    def noting(self, event: Event) -> Case:
        """This case with one more line in its history."""
        return replace(self, history=(*self.history, event))

    def confirming(
        self,
        pathway: str,
        event: Event,
        received_on: date,
        *,
        signposted_to: str | None = None,
        clocks: tuple[RunningClock, ...] = (),
    ) -> Case:
        """This case with its pathway confirmed or changed by an officer. Its due dates stay (reg 14).

        `clocks` are what the pathway is measured by from receipt. They start only where none runs yet, or where it is
        statutory and was not measured so; what runs already goes on. The corporate answer's does not, as an extension
        would not move it. So nothing is gained by changing. The points that went the case's way go with it; others
        keep theirs. Raises NotAllowed where a later stage would be taken away.
        """
        if self.last("stat_s2") and pathway != "statutory":
            raise NotAllowed("Stage 2 of the statutory procedure has begun: it stays statutory to its end.")
        if self.stage not in ("awaiting_officer", "stage_1"):
            if pathway != self.pathway:
                raise NotAllowed("Stage 1 is over: where it belongs can no longer be changed. Open a new case instead.")
            return replace(self.noting(event), confirmed=True)
        moved = tuple(
            replace(point, pathway=pathway, signposted_to=signposted_to) if point.pathway == self.pathway else point
            for point in self.points
        )
        there = {clock.name for clock in self.clocks if clock.is_running}
        wanted = clocks if not there or pathway == "statutory" else ()
        measured = self.stopping(event.at.date(), "corporate_stage_1") if pathway == "statutory" else self
        case = replace(
            measured.noting(event),
            pathway=pathway,
            signposted_to=signposted_to,
            confirmed=True,
            points=moved,
            clocks=(*measured.clocks, *(clock for clock in wanted if clock.name not in there)),
            stage="stage_1" if pathway in COMPLAINTS else "awaiting_officer",
        )
        return case.booked(OF_PATHWAY[pathway], received_on)

    def booked(self, kind: str, on: date) -> Case:
        """This case with its main record of this kind; a case whose pathway changed is booked anew."""
        main = self.main
        if main is None:
            return replace(self, records=(*self.records, Record(len(self.records), kind, "open", on, is_main=True)))
        if main.kind == kind:
            return self
        anew = replace(main, kind=kind, state="open", closed_on=None)
        return replace(self, records=tuple(anew if record is main else record for record in self.records))

    def advocate(self, status: str, event: Event) -> Case:
        """This case with what came of the wish for an advocate: arranged or declined."""
        return replace(self.noting(event), advocacy=replace(self.advocacy, status=status))

    def at_stage(self, stage: str) -> Case:
        """This case at a stage; one that was closed is open again."""
        return replace(self, stage=stage, ended=None, ended_on=None)

    def starting(self, *clocks: RunningClock) -> Case:
        """This case with more clocks running."""
        return replace(self, clocks=(*self.clocks, *clocks))

    def with_clocks(self, *clocks: RunningClock) -> Case:
        """This case with running clocks replaced by others of the same names."""
        changed = {clock.name: clock for clock in clocks}
        kept = tuple(changed.get(clock.name, clock) if clock.is_running else clock for clock in self.clocks)
        return replace(self, clocks=kept)

    def meeting(self, on: date, *names: str) -> Case:
        """This case with these clocks met, as far as they run."""
        return self.with_clocks(*(clock.met(on) for name in names if (clock := self.running(name))))

    def stopping(self, on: date, *names: str) -> Case:
        """This case without these clocks, as far as they run: what they measured is no longer to be done."""
        return self.with_clocks(*(clock.stopped(on) for name in names if (clock := self.running(name))))

    def opening(self, kind: str, state: str, on: date, details: Mapping[str, Any], *, close: bool = False) -> Case:
        """This case with one more record."""
        record = Record(len(self.records), kind, state, on, on if close else None, details)
        return replace(self, records=(*self.records, record))

    def moving(
        self, record: Record, state: str, on: date, details: Mapping[str, Any] | None = None, *, close: bool = False
    ) -> Case:
        """This case with a record in another state."""
        moved = record.moved(state, on, details or {}, close=close)
        kept = tuple(moved if other.number == record.number else other for other in self.records)
        return replace(self, records=kept)

    def found(self, stage: str, outcomes: Mapping[int, str], on: date) -> Case:
        """This case with findings for points at a stage."""
        new = tuple(Finding(point, stage, outcome, on) for point, outcome in outcomes.items())
        return replace(self, findings=(*self.findings, *new))

    def ending(self, why: str, on: date) -> Case:
        """This case closed; what was still to be done need not be done."""
        clocks = tuple(
            clock.stopped(on) if clock.is_running and not clock.is_window else clock for clock in self.clocks
        )
        return replace(self, stage="closed", ended=why, ended_on=on, clocks=clocks)
