"""Periods: a year from April to March, a quarter of it, or a week, with those before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.complaints.procedures import months_later

_FIRST_MONTH = 4  # councils' years begin on 1 April
_LENGTHS = {"year": 12, "quarter": 3}  # in months
_WEEK = timedelta(days=7)
_KEY = re.compile(r"week-(?P<monday>\d{4}-\d{2}-\d{2})|(?P<year>20\d{2})(-q(?P<quarter>[1-4]))?")


@dataclass(frozen=True, order=True)
class Period:
    """From a day up to and with another; `kind` is year, quarter or week."""

    first: date
    last: date
    kind: str

    @property
    def label(self) -> str:
        """What it is called: 2020/21, 2020/21 quarter 3, or week from 5 October 2020."""
        if self.kind == "week":
            return f"week from {self.first.day} {self.first:%B %Y}"
        start, quarter = start_of(self.first)
        called = f"{start}/{(start + 1) % 100:02}"
        return called if self.kind == "year" else f"{called} quarter {quarter}"

    @property
    def key(self) -> str:
        """Its name in addresses and in the store: 2020, 2020-q3 or week-2020-10-05; `read` takes it back."""
        if self.kind == "week":
            return f"week-{self.first.isoformat()}"
        start, quarter = start_of(self.first)
        return str(start) if self.kind == "year" else f"{start}-q{quarter}"

    def before(self, count: int = 1) -> Period:
        """The period of the same kind, so many before: for a quarter, the same quarter so many years before."""
        if self.kind == "week":
            return week(self.first - count * _WEEK)
        return _months(months_later(self.first, -12 * count), self.kind)

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


def start_of(day: date) -> tuple[int, int]:
    """The year in which the reporting year of a day begins, and the quarter of it in which the day lies."""
    return day.year - (day.month < _FIRST_MONTH), (day.month - _FIRST_MONTH) % 12 // 3 + 1


def year(start: int) -> Period:
    """The year that begins on 1 April of this one: 2020 is 2020/21."""
    return _months(date(start, _FIRST_MONTH, 1), "year")


def quarter(start: int, number: int) -> Period:
    """A quarter of that year, from 1 (April to June) to 4. Raises ValueError for another number."""
    if number not in (1, 2, 3, 4):
        raise ValueError(f"A year has quarters 1 to 4, not {number}.")
    return _months(months_later(date(start, _FIRST_MONTH, 1), 3 * (number - 1)), "quarter")


def week(day: date) -> Period:
    """The week, from Monday to Sunday, in which a day lies."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6), "week")


def read(key: str) -> Period:
    """The period of this key. Raises ValueError for what is none."""
    found = _KEY.fullmatch(key)
    if found is None:
        raise ValueError(f"{key[:20]!r} is no period: 2020, 2020-q3 or week-2020-10-05")
    if found["monday"]:
        return week(date.fromisoformat(found["monday"]))
    return quarter(int(found["year"]), int(found["quarter"])) if found["quarter"] else year(int(found["year"]))


def _months(first: date, kind: str) -> Period:
    return Period(first, months_later(first, _LENGTHS[kind]) - timedelta(days=1), kind)
