"""A past case: what a council's books hold of one concern, and what its columns say of each other."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from bot import receipts
from bot.complaints.case import COMPLAINTS

EQUALITIES = ("gender", "ethnicity", "disability", "age_band")


@dataclass(frozen=True)
class PastCase:
    """One row of the sheet of cases; the names are its columns."""

    reference: str
    received: date
    booked_as: str
    team: str | None = None
    who: str | None = None
    matter: tuple[str, ...] = ()
    nature: tuple[str, ...] = ()
    advocate: str | None = None
    duty_kind: str | None = None
    member: str | None = None
    withdrawn: date | None = None
    stage_1_answered: date | None = None
    stage_1_found: tuple[str, ...] = ()
    stage_2_asked: date | None = None
    stage_2_started: date | None = None
    stage_2_answered: date | None = None
    stage_2_found: tuple[str, ...] = ()
    stage_3_asked: date | None = None
    stage_3_answered: date | None = None
    stage_3_found: tuple[str, ...] = ()
    ombudsman_asked: date | None = None
    ombudsman_decided: date | None = None
    ombudsman_found: str | None = None
    recommendations: int = 0
    remedies: tuple[str, ...] = ()
    paid: int = 0  # in pence
    paid_for: str | None = None
    mediation: str | None = None
    joint_nhs: str | None = None
    gender: str | None = None
    ethnicity: str | None = None
    disability: str | None = None
    age_band: str | None = None

    @property
    def is_complaint(self) -> bool:
        """Whether it went into stage 1 of a procedure."""
        return self.booked_as in COMPLAINTS

    @property
    def number_of_points(self) -> int:
        """As many as the stage with most findings has; one where nothing was found."""
        return max(1, len(self.stage_1_found), len(self.stage_2_found), len(self.stage_3_found))

    @property
    def mark(self) -> str:
        """What tells this row from one of the same reference with other contents; a column added later changes none."""
        told = [
            f"{field.name}={value}" for field in fields(self) if (value := getattr(self, field.name)) != field.default
        ]
        return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]

    @property
    def equalities(self) -> Mapping[str, str]:
        """What was booked about the child."""
        return {name: value for name in EQUALITIES if (value := getattr(self, name))}


def contradictions(values: Mapping[str, Any], today: date) -> Iterator[tuple[str, str]]:
    """Column and reason of whatever cannot be so, for a row whose cells are right one by one."""
    past = PastCase(**values)
    if receipts.REFERENCE.fullmatch(past.reference):
        yield "reference", "looks like one of this service's own references, which say whose case it is"
    for name, value in values.items():
        if isinstance(value, date) and value > today:
            yield name, "lies in the future"
    for check in _CHECKS:
        yield from check(past)


def _order(past: PastCase) -> Iterator[tuple[str, str]]:
    """What follows from something lies no earlier."""
    for later, earlier in _AFTER.items():
        after, before = getattr(past, later), getattr(past, earlier)
        if after and before and after < before:
            yield later, f"lies before {earlier}"


def _complaints_only(past: PastCase) -> Iterator[tuple[str, str]]:
    if past.is_complaint:
        return
    for name in _OF_COMPLAINTS:
        if getattr(past, name):
            yield name, f"a {past.booked_as} has none: only what is booked as statutory or corporate"


def _belongs(past: PastCase) -> Iterator[tuple[str, str]]:
    """What makes sense only beside something else."""
    for name, needs in _NEEDS.items():
        if getattr(past, name) and not getattr(past, needs):
            yield name, f"needs {needs}"
    if past.booked_as == "corporate" and past.stage_3_asked:
        yield "stage_3_asked", "the corporate procedure has no panel"
    for name, kind in (("duty_kind", "duty"), ("member", "member_enquiry")):
        if getattr(past, name) and past.booked_as != kind:
            yield name, f"only what is booked as {kind} has one"


def _one_each(past: PastCase) -> Iterator[tuple[str, str]]:
    """Points are counted alike at every stage; a stage may have found only some of them together, as one."""
    counts = {len(found) for name in _FOUND if len(found := getattr(past, name)) > 1}
    if len(counts) > 1:
        yield _FOUND[-1], "the stages have findings for different numbers of points"


_FOUND = ("stage_1_found", "stage_2_found", "stage_3_found")
_OF_COMPLAINTS = (
    "withdrawn", "stage_1_answered", "stage_1_found", "stage_2_asked", "stage_2_started", "stage_2_answered",
    "stage_2_found", "stage_3_asked", "stage_3_answered", "stage_3_found",
)  # fmt: skip
_AFTER = {
    "withdrawn": "received",
    "stage_1_answered": "received",
    "stage_2_asked": "received",
    "stage_2_started": "stage_2_asked",
    "stage_2_answered": "stage_2_asked",
    "stage_3_asked": "stage_2_answered",
    "stage_3_answered": "stage_3_asked",
    "ombudsman_asked": "received",
    "ombudsman_decided": "ombudsman_asked",
}
_NEEDS = {
    "stage_1_found": "stage_1_answered",
    "stage_2_started": "stage_2_asked",
    "stage_2_answered": "stage_2_asked",
    "stage_2_found": "stage_2_answered",
    "stage_3_asked": "stage_2_answered",
    "stage_3_answered": "stage_3_asked",
    "stage_3_found": "stage_3_answered",
    "ombudsman_decided": "ombudsman_asked",
    "ombudsman_found": "ombudsman_decided",
    "paid_for": "paid",
}
_CHECKS: tuple[Callable[[PastCase], Iterator[tuple[str, str]]], ...] = (_order, _complaints_only, _belongs, _one_each)
