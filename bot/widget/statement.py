"""The accessibility statement: read from the list of known problems, so that it says what is known and nothing else.

The law asks for it: Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018,
regulation 8.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

import yaml

LIST = Path(__file__).parent / "accessibility.yml"


class BadStatement(ValueError):
    """The list of known problems cannot be used; the message says what is wrong with it."""


@dataclass(frozen=True)
class Problem:
    """Something that is known not to be accessible."""

    problem: str
    affects: str
    criterion: str
    fixed_by: date
    until_then: str


@dataclass(frozen=True)
class Statement:
    """What the statement says."""

    prepared_on: date
    tested_on: date
    tested_how: str
    known: tuple[Problem, ...]
    not_tried: tuple[str, ...]


def read(path: Path = LIST) -> Statement:
    """The statement as the list has it. Raises BadStatement for a key too many, one too few, or an empty value."""
    raw = _keys(yaml.safe_load(path.read_text(encoding="utf-8")), Statement, path.name)
    known = tuple(
        Problem(**_keys(one, Problem, f"{path.name}: known[{at}]", filled=True)) for at, one in enumerate(raw["known"])
    )
    return Statement(**{**raw, "known": known, "not_tried": tuple(raw["not_tried"])})


def _keys(raw: Any, kind: type, where: str, *, filled: bool = False) -> dict[str, Any]:
    names = {field.name for field in fields(kind)}
    if not isinstance(raw, dict) or set(raw) != names:
        raise BadStatement(f"{where}: must have exactly these keys: {', '.join(sorted(names))}")
    empty = sorted(name for name, value in raw.items() if filled and not value)
    if empty:
        raise BadStatement(f"{where}: {', '.join(empty)}: is empty")
    return raw
