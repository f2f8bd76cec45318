"""Printed reports: what a council printed, table by table, and the case records that are built to those figures.

Each file of bot/years/printed holds one report. It lies here and not among the tests because the made-up year draws
its shares from the same figures as the reproduction is held to. `null` is a figure that cannot be made out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "printed"


@dataclass(frozen=True)
class Remark:
    """Why some cells cannot be made out, or differ from ours; a row or column may be "*"."""

    cells: tuple[tuple[str, str], ...]
    why: str

    def covers(self, row: str, column: str) -> bool:
        """Whether it is about this cell."""
        return any(each[0] in (row, "*") and each[1] in (column, "*") for each in self.cells)


@dataclass(frozen=True)
class PrintedTable:
    """One printed table, or one sentence with figures, in the words of the table of ours that prints the same."""

    printed: str  # what the report calls it
    place: str  # where it stands
    ours: str  # the key of our table; empty where the whole of it cannot be made out
    columns: tuple[str, ...]
    rows: Mapping[str, tuple[int | None, ...]]
    unclear: tuple[Remark, ...]
    differs: tuple[Remark, ...]


@dataclass(frozen=True)
class PrintedReport:
    """One council's printed report of one year."""

    name: str  # of its file
    report: str
    council: str
    year: int  # in which it begins
    as_of: date | None  # the day on which the report looked at things, where that matters
    bases: Mapping[str, int]
    groups: Sequence[Mapping[str, Any]]
    deals: Sequence[Mapping[str, Any]]
    tables: tuple[PrintedTable, ...]


def names() -> tuple[str, ...]:
    """The reports that there are."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


def load(name: str) -> PrintedReport:
    """One report. Raises KeyError where there is none of this name, or something needed is missing in it."""
    if name not in names():
        raise KeyError(name)
    told = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return PrintedReport(
        name,
        told["report"],
        told["council"],
        told["year"],
        told.get("as_of"),
        told.get("bases", {}),
        told["cases"],
        told.get("deals", []),
        tuple(map(_table, told["tables"])),
    )


def _table(told: Mapping[str, Any]) -> PrintedTable:
    return PrintedTable(
        told["printed"],
        told["place"],
        told.get("ours", ""),
        tuple(told.get("columns", ())),
        {row: tuple(cells) for row, cells in told.get("rows", {}).items()},
        tuple(map(_remark, told.get("unclear", ()))),
        tuple(map(_remark, told.get("differs", ()))),
    )


def _remark(told: Mapping[str, Any]) -> Remark:
    return Remark(tuple((str(row), str(column)) for row, column in told["cells"]), told["why"])
