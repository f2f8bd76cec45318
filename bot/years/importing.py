"""Importing: a file of past years is read whole, checked whole, and kept whole or not at all.

A case is recognised by its reference, a total by its year and what it counts. What is there already with the same
contents stays as it is; with other contents it is a fault, because an import never changes what is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.complaints.case import Case
from bot.ports import Cases, PastTotal, PastYears
from bot.years import sheets
from bot.years.courses import IMPORTED, Council, case_of
from bot.years.past_case import PastCase, contradictions
from bot.years.reading import Fault, values_of
from bot.years.schema import CASES
from bot.years.sheets import RawSheet
from bot.years.totals import Unfit, total_of


@dataclass(frozen=True)
class Plan:
    """What importing a file would do. With faults, nothing."""

    cases: tuple[Case, ...]
    totals: tuple[PastTotal, ...]
    there_already: int
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Import:
    """The use case: who imports where, and what is there."""

    cases: Cases
    past_years: PastYears
    council: Council
    today: date

    def plan(self, path: Path) -> Plan:
        """Read and check a file without keeping anything. Raises Unusable for what is no file of past years."""
        kept = _Kept(
            {case.reference: case for case in self.cases.all()},
            {_key(total): total for total in self.past_years.totals(self.council.code)},
        )
        plans = [self._of_sheet(sheet, kept) for sheet in sheets.read(path)]
        return Plan(
            tuple(case for plan in plans for case in plan.cases),
            tuple(total for plan in plans for total in plan.totals),
            sum(plan.there_already for plan in plans),
            tuple(sorted(fault for plan in plans for fault in plan.faults)),
        )

    def keep(self, plan: Plan) -> None:
        """Keep what a plan without faults holds, in one transaction. Raises ValueError for one with faults."""
        if plan.faults:
            raise ValueError("a plan with faults is never kept")
        self.past_years.keep(plan.cases, plan.totals)

    def _of_sheet(self, sheet: RawSheet, kept: _Kept) -> Plan:
        rows = _Rows(self, kept, {}, [], [], [])
        for raw in sheet.rows:
            values, faults = values_of(raw, sheet.sheet)
            rows.faults.extend(faults)
            if not faults:
                (rows.case if sheet.sheet is CASES else rows.total)(raw.line, values)
        return Plan(tuple(rows.cases), tuple(rows.totals), len(sheet.rows) - rows.told, tuple(rows.faults))


@dataclass(frozen=True)
class _Kept:
    """What the store has already."""

    cases: Mapping[str, Case]
    totals: Mapping[Any, PastTotal]


@dataclass
class _Rows:
    """The rows of one sheet as they are taken, one after the other."""

    use_case: Import
    kept: _Kept
    seen: dict[Any, int]  # what was in the file already, and on which line
    cases: list[Case]
    totals: list[PastTotal]
    faults: list[Fault]

    @property
    def told(self) -> int:
        """How many rows are new or faulty."""
        return len(self.cases) + len(self.totals) + len({fault.line for fault in self.faults})

    def case(self, line: int, values: Mapping[str, Any]) -> None:
        """Take a row of the sheet of cases whose cells are right one by one."""
        council = self.use_case.council
        wrong = [*contradictions(values, self.use_case.today), *council.strange_to(values)]
        wrong += self._twice(line, values["reference"], "reference")
        if wrong:
            self.faults.extend(Fault(line, column, reason) for column, reason in wrong)
            return
        case = case_of(PastCase(**values), council)
        there = self.kept.cases.get(case.reference)
        if there is None:
            self.cases.append(case)
        elif there.channel != IMPORTED:
            self.faults.append(Fault(line, "reference", f"{case.reference} is a case of this service already"))
        elif there.history[0].detail != case.history[0].detail:
            reason = f"{case.reference} was imported before with other contents; nothing that is kept is changed"
            self.faults.append(Fault(line, "reference", reason))

    def total(self, line: int, values: Mapping[str, Any]) -> None:
        """Take a row of the sheet of totals whose cells are right one by one."""
        try:
            total = total_of(values, self.use_case.council, self.use_case.today)
        except Unfit as unfit:
            self.faults.append(Fault(line, unfit.column, str(unfit)))
            return
        if wrong := self._twice(line, _key(total), "counted"):
            self.faults.extend(Fault(line, column, reason) for column, reason in wrong)
            return
        there = self.kept.totals.get(_key(total))
        if there is None:
            self.totals.append(total)
        elif there != total:
            reason = f"this figure was imported before as {_figure(there)}, from {there.source}"
            self.faults.append(Fault(line, "number", reason))

    def _twice(self, line: int, key: Any, column: str) -> Iterable[tuple[str, str]]:
        first = self.seen.setdefault(key, line)
        return [] if first == line else [(column, f"stands on line {first} already")]


def _key(total: PastTotal) -> Any:
    return total.year, frozenset(total.where.items())


def _figure(total: PastTotal) -> str:
    return f"£{total.pence / 100:.2f}" if total.pence is not None else str(total.number)


def as_told(plan: Plan, *, dry: bool) -> Sequence[str]:
    """What whoever imports is told, line by line."""
    if plan.faults:
        count = len(plan.faults)
        return [*map(str, plan.faults), f"{count} fault{'s' * (count > 1)}: nothing was imported."]
    new = f"{len(plan.cases)} cases and {len(plan.totals)} totals"
    there = f"{plan.there_already} rows were there already."
    return [f"{new} {'would be' if dry else 'were'} imported; {there}"]
