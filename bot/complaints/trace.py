"""Triage row by row: which rows were passed, what each of them looked at, and why it applied or not.

For checking a case by hand. The rows are those that triage itself runs, looked through views that take notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.complaints.facts import Facts, Point
from bot.complaints.rows import CaseRow, PointRow
from bot.complaints.rows_also import ALSO
from bot.complaints.rows_elsewhere import ELSEWHERE
from bot.complaints.rows_person import KINDS, PERSON
from bot.complaints.rows_subject import SUBJECTS
from bot.complaints.view import CaseView, PointView


@dataclass(frozen=True)
class Passed:
    """One row that was passed: what it saw, and whether it applied."""

    row: str
    point: int | None  # counted from 0; None: the whole case
    applies: bool
    saw: dict[str, Any]  # the facts it looked at; None where one is not known
    says: str
    source: str


class _NotingCase(CaseView):
    def __init__(self, facts: Facts, today: date) -> None:
        super().__init__(facts, today)
        self.saw: dict[str, Any] = {}

    def fact(self, name: str) -> Any:
        self.saw[name] = self.facts.get(name)
        return super().fact(name)

    def known(self, name: str) -> Any:
        self.saw[name] = self.facts.get(name)
        return super().known(name)


class _NotingPoint(PointView):
    def __init__(self, case: _NotingCase, point: Point) -> None:
        super().__init__(case, point, point.matter[0] if point.matter else None)
        self._case = case

    def about(self, *matters: str) -> bool:
        self._case.saw["matter"] = self.matter
        return super().about(*matters)

    def also_about(self, *matters: str) -> bool:
        self._case.saw["matters"] = list(self.point.matter)
        return super().also_about(*matters)

    def went_wrong(self, *natures: str) -> bool:
        self._case.saw["nature"] = next(iter(self.point.nature), None)
        return super().went_wrong(*natures)

    def mentions(self, hint: str) -> bool:
        found = super().mentions(hint)
        self._case.saw[f"account mentions {hint}"] = found
        return found


def trace(facts: Facts, today: date) -> tuple[Passed, ...]:
    """Every row that triage passes for these facts, in its order. `today` as in triage.assess."""
    return tuple(_rows(facts, today))


def _rows(facts: Facts, today: date) -> Iterator[Passed]:
    case = _NotingCase(facts, today)
    of_points = [_of_point(case, _NotingPoint(case, told), at) for at, told in enumerate(facts.points)]
    statutory = any(pathway == "statutory" for _, pathway in of_points)
    for kind in KINDS:
        applies = kind.applies(case)
        yield _passed(case, kind, applies, None)
        if applies:
            break
    for row in PERSON:
        asked = statutory or "standing" not in row.flags  # sufficient interest is a question of the statutory one
        yield _passed(case, row, row.applies(case) and asked, None)
    for passed, _ in of_points:
        yield from passed


def _of_point(case: _NotingCase, point: _NotingPoint, at: int) -> tuple[list[Passed], str]:
    """The rows up to the one that decides, and, unless it is somebody else's, those that name another body too.

    With the pathway that the deciding row gives.
    """
    passed = []
    for row in (*ELSEWHERE, *SUBJECTS):
        applies = row.applies(point)
        passed.append(_passed(case, row, applies, at))
        if applies:
            break
    for also in ALSO if row.pathway != "signposted" else ():
        passed.append(_passed(case, also, also.applies(point), at))
    return passed, row.pathway


def _passed(case: _NotingCase, row: CaseRow | PointRow, applies: bool, at: int | None) -> Passed:
    saw, case.saw = dict(case.saw), {}
    return Passed(row.name, at, applies, saw, row.says, row.source)
