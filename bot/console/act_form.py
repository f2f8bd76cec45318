"""The form of an act: which fields it has, and what was typed into them.

The fields come from the act itself, so a new act has its form without anything being written here.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import Field, dataclass, fields
from typing import Any

from multidict import MultiMapping

from bot.appointments import APPOINTS, OWN_FIELDS
from bot.case_reports import KINDS
from bot.complaints.acts import ACTS
from bot.complaints.acts.act import live_points, points_to_answer, suspended_points
from bot.complaints.acts.leads import Lead
from bot.complaints.case import Case
from bot.complaints.findings import FOUND
from bot.complaints.plain import headed
from bot.console.render import written

OWN = ("version", "shown")  # what the form holds beside the act's own fields
FIELDS = tuple(sorted({field.name for act in ACTS.values() for field in fields(act)} | {*OWN, *OWN_FIELDS}))
_SHORT = ("by", "officer", "person", "reference", "team", "reviewer", "owner", "body", "with", "to")
SEATS = ("The chair", "The second member", "The third member")
POOL = "Those of the pool who may be appointed today. A complaints manager keeps it."
_HINTS = {
    "bundle": "One document a line.",
    "evidence": "What shows it, one a line.",
    "remedies": "One a line; nothing where there are none.",
    "pence": "In pence: 15000 is £150.",
    "members": POOL,
    "investigating_officer": POOL,
    "independent_person": POOL,
    "declared_on": (
        "Of several the oldest counts. Where there is none, or it is over twelve months old, a task opens to check it."
    ),
    "points": "Every other point goes on.",
    **dict.fromkeys(KINDS, "It was not brought as a file. What you write here stands in the case’s history."),
}
_LABELS = {
    "declared_on": "Their declaration of independence was signed on",
    "appointment": "Whose independence was checked",
    "payment": "Which payment was made",
    "action": "Which recommendation was carried out",
    "investigation_report": "Why the investigating officer’s report is missing",
    "independent_report": "Why the independent person’s report is missing",
}

Choices = tuple[tuple[str, str], ...]  # (value, what it reads)


@dataclass(frozen=True)
class Asked:
    """One field of an act's form. A field of kind `several` has a choice for each of its `parts`."""

    name: str
    label: str
    kind: str  # choice | choices | several | yes | date | line | text
    hint: str = ""
    choices: Choices = ()
    chosen: str = ""  # what is chosen as long as nobody has chosen anything
    parts: tuple[str, ...] = ()  # their labels


def asked(name: str, case: Case, offered: Mapping[str, Choices], known: Container[str] = ()) -> tuple[Asked, ...]:
    """The fields of an act's form, in its order, without what is known already.

    `offered` holds the choices that the office has for a field.
    """
    told = [field for field in fields(ACTS[name]) if field.name not in known]
    own = [_one(name, field.name, str(field.type), _label(field), case, offered) for field in told]
    return (*own, *(_OF_APPOINTING if name in APPOINTS else ()))


def _one(name: str, field: str, kind: str, label: str, case: Case, offered: Mapping[str, Choices]) -> Asked:
    hint = _HINTS.get(field, "")
    if field == "findings":
        points = points_to_answer(case, ACTS[name].finds_at)
        parts = tuple(f"Finding on point {at + 1}: {case.points[at].text}" for at in points)
        return Asked(field, label, "several", hint, _plain(FOUND), parts=parts)
    if field == "members":
        return Asked(field, label, "several", hint, offered[field], parts=SEATS)
    if field in ACTS[name].picks:
        waiting = case.open_records(ACTS[name].picks[field])
        picked = tuple((str(record.number), _READS[record.kind](record.details)) for record in waiting)
        return Asked(field, label, "choice", hint, picked, chosen=picked[0][0] if len(picked) == 1 else "")
    if kind == "tuple[int, ...]" or field == "point":
        return Asked(field, label, "choice" if field == "point" else "choices", hint, _points(case))
    choices = offered.get(field, _plain(ACTS[name].choices.get(field, ())))
    if choices or field in offered:
        return Asked(field, label, "choices" if kind.startswith("tuple") else "choice", hint, choices)
    return Asked(field, label, _kind(field, kind), hint)


def _payment(told: Mapping[str, Any]) -> str:
    return f"{written(told['pence'], 'pence')}, {written(told['kind'], 'kind')}: {told['why']}"


def _action(told: Mapping[str, Any]) -> str:
    return f"Due {written(told['due'], 'due')}, {told['owner']}: {told['text']}"


def _appointed(told: Mapping[str, Any]) -> str:
    return f"{headed(told['appointed_as'])}: {told['who']}"


_READS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "remedy_payment": _payment,
    "learning_action": _action,
    "independence": _appointed,
}


def _label(field: Field[Any]) -> str:
    return _LABELS.get(field.name, headed(field.name))


_OF_APPOINTING = (
    Asked("no_conflict_declared", "Each of them has declared that they have no conflict of interest", "yes"),
    Asked("access_until", "They see the case until, this day included", "date"),
)


def _kind(field: str, kind: str) -> str:
    short = field.rpartition("_")[2] in _SHORT
    kinds = {"bool": "yes", "date": "date", "date | None": "date", "int": "line"}
    return kinds.get(kind, "line" if short else "text")


def _plain(values: Iterable[str]) -> Choices:
    return tuple((value, headed(value)) for value in values)


def _points(case: Case) -> Choices:
    """The points that go on, counted from 1 as people count them."""
    free = sorted(live_points(case) - suspended_points(case))
    return tuple((str(at + 1), f"{at + 1}: {case.points[at].text}") for at in free)


def typed_in(name: str, typed: MultiMapping[str]) -> dict[str, str]:
    """What was typed for an act; of a field with several answers, one a line."""
    return {field: "\n".join(typed.getall(field, [])) for field in (*_names(name), *OWN_FIELDS)}


def _names(name: str) -> list[str]:
    return [field.name for field in fields(ACTS[name])]


def as_shown(days: Sequence[Lead] | None) -> str:
    """The days as the form carries them, to say which its reader has seen; empty while that turns on what is typed."""
    return "?" if days is None else " ".join(f"{day.on.isoformat()}:{day.what}" for day in days)
