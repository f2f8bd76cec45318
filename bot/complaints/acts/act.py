"""What an act is: something that is done to a case, when it may be done, and what it must contain.

An act is a small frozen dataclass: its fields are what must be told, so a page or a command can ask for them. When
it may be done is asked of its class, before anybody has told anything; what is wrong with what was told, of itself.
"""

# ruff: noqa: ARG002  (an act is given what every act is given, and may not need it)
from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from bot.complaints.errors import WrongFields
from bot.complaints.findings import FOUND
from bot.complaints.plain import all_plainly, day, headed, plainly
from bot.complaints.profile import Profile
from bot.complaints.step import Step

if TYPE_CHECKING:
    from bot.complaints.case import Case
    from bot.complaints.clocks import RunningClock
    from bot.complaints.records import Record


@dataclass(frozen=True)
class Fault:
    """What is wrong with what was told for one field of an act, as a plain sentence."""

    field: str
    says: str


@dataclass(frozen=True)
class Act:
    """One thing that may be done to a case."""

    by_person: ClassVar[bool] = False  # the person may do it themselves, with reference and secret
    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {}  # what a field may hold, where that is a closed list
    picks: ClassVar[Mapping[str, str]] = {}  # a field that names an open record by its number -> the record's kind
    any_day: ClassVar[tuple[str, ...]] = ()  # days from which no other day is counted: today is as good as any
    finds_at: ClassVar[str] = ""  # the stage of findings.STAGES at which it finds of each point, where it does

    @classmethod
    def name(cls) -> str:
        """The act's name as data: answer_stage_1 for AnswerStage1."""
        return re.sub(r"(?<!^)(?=[A-Z])|(?<=[a-z])(?=\d)", "_", cls.__name__).lower()

    @classmethod
    def says(cls) -> str:
        """What it is, for whoever may choose it: the first sentence of its description."""
        return (cls.__doc__ or "").strip().split("\n")[0]

    @classmethod
    def refusal(cls, case: Case, today: date, profile: Profile) -> str | None:
        """Why it may not be done now, in a plain sentence; None when it may."""
        raise NotImplementedError

    def wrong(self, case: Case, step: Step) -> Fault | None:
        """What is wrong with what was told, beyond what is missing; None when nothing is."""
        return None

    def on(self, case: Case, step: Step) -> Case:
        """The case after it; asked only when it may be done and nothing is wrong."""
        raise NotImplementedError

    def check(self, case: Case, step: Step) -> None:
        """Raise WrongFields for what is missing or not on offer, and if nothing is, for what is wrong beyond that."""
        blank = [name for name in self.needed() if isinstance(said := getattr(self, name), str) and not said.strip()]
        if faults := {**{name: self.asks_for(name) for name in blank}, **self._not_offered(case, blank)}:
            raise WrongFields(faults)
        if wrong := self.wrong(case, step):
            raise WrongFields({wrong.field: wrong.says})

    @classmethod
    def asks_for(cls, field: str) -> str:
        """The sentence for a field that was left empty."""
        if field in cls.choices or field in cls.picks:
            return f"{headed(field)}: choose one."
        return f"Please say: {plainly(field)}."

    def _not_offered(self, case: Case, blank: Container[str]) -> dict[str, str]:
        """A sentence for each field that holds something that is not to be chosen."""
        faults = {}
        for name, allowed in self.choices.items():
            told = getattr(self, name)
            if name not in blank and not set(told if isinstance(told, tuple) else (told,)) <= set(allowed):
                faults[name] = f"{headed(name)} is one of: {all_plainly(allowed)}."
        for name, kind in self.picks.items():
            if getattr(self, name) not in {record.number for record in case.open_records(kind)}:
                faults[name] = f"{headed(name)} is one of those that still wait."
        return faults

    @classmethod
    def needed(cls) -> tuple[str, ...]:
        """The names of what must be told."""
        return tuple(field.name for field in fields(cls) if field.default is MISSING)

    def plain(self) -> dict[str, Any]:
        """What was told, as plain data for records and history."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


# --- what several acts ask ---

OVER = "The case is closed."


def picked(case: Case, act: Act, field: str) -> Record:
    """The open record that a field of `picks` names; the act was checked, so it is there."""
    return next(record for record in case.open_records(act.picks[field]) if record.number == getattr(act, field))


def unless(holds: object, field: str, sentence: str) -> Fault | None:
    """A rule about one field: nothing where it holds (is true or not empty), its sentence where it does not."""
    return None if holds else Fault(field, sentence)


def wrong_extension(until: date, clock: RunningClock) -> Fault | None:
    """What is wrong with a new day for a clock: it lies after the one of now, and within the outer limit."""
    says = f"The new day lies after {day(clock.now_due)} and not after {day(clock.outer_limit)}."
    return unless(clock.now_due < until <= clock.outer_limit, "until", says)


def wrong_findings(found: tuple[str, ...], points: Iterable[int]) -> Fault | None:
    """What is wrong with findings, one for each of these points in their order."""
    wanted = len(tuple(points))
    if len(found) != wanted:
        return Fault("findings", f"Each point gets a finding of its own: needed {wanted}, given {len(found)}.")
    unknown = sorted(set(found) - set(FOUND))
    return (
        Fault("findings", f"A finding is one of: {all_plainly(FOUND)}; not {', '.join(unknown)}.") if unknown else None
    )


def same_person(*names: str) -> bool:
    """Whether two of these names are the same."""
    plain = [" ".join(name.casefold().split()) for name in names if name.strip()]
    return len(set(plain)) < len(plain)


def suspended_points(case: Case) -> frozenset[int]:
    """The points that stand still for proceedings."""
    return frozenset(point for record in case.open_records("suspension") for point in record.details["points"])


def live_points(case: Case) -> frozenset[int]:
    """The points that the person has not taken back."""
    back = {point for record in case.records if record.kind == "point_withdrawal" for point in record.details["points"]}
    return frozenset(range(len(case.points))) - back


def points_to_answer(case: Case, stage: str) -> tuple[int, ...]:
    """The points that still need a finding at this stage: ours to answer, not standing still and not taken back."""
    done = {finding.point for finding in case.findings if finding.stage == stage}
    free = live_points(case) - suspended_points(case) - done
    return tuple(at for at in sorted(free) if case.points[at].pathway != "signposted")


def all_stands_still(case: Case) -> bool:
    """Whether no point is left that goes on."""
    return bool(case.points) and suspended_points(case) >= live_points(case)


def stage_1_was_missed(case: Case, today: date) -> bool:
    """Whether stage 1 is past its date without an answer; a complaint that nobody acknowledged is missed too."""
    names = ("statutory_stage_1", "corporate_stage_1") + (("corporate_acknowledge",) if not case.is_statutory else ())
    clocks = tuple(map(case.running, names))
    return case.stage in ("awaiting_officer", "stage_1") and any(clock and clock.is_late(today) for clock in clocks)
