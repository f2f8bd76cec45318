"""The annual report: a year's figures from cases, as tables that can be checked, suppressed and printed.

period.py   years, quarters and weeks      entries.py   what a case puts into the books
tally.py    counting                       books.py     the period and those before it
shapes.py   the forms that tables have     table.py     a table with its parts and bases
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.complaints.case import Case
from bot.complaints.profile import Profile
from bot.reporting import period as periods
from bot.reporting.books import open_books
from bot.reporting.catalogue import CATALOGUE
from bot.reporting.period import Period
from bot.reporting.table import Table
from bot.reporting.tally import Tally


@dataclass(frozen=True)
class Report:
    """One council's figures of one period."""

    council: str
    profile_version: str
    period: Period
    as_of: date
    tables: tuple[Table, ...]


def year(
    cases: Iterable[Case],
    profile: Profile,
    start: int,
    *,
    as_of: date | None = None,
    past: Mapping[Period, Tally] | None = None,
) -> Report:
    """The annual report of the year that begins on 1 April of `start`, with the tables that the profile chooses.

    `as_of` is the day on which things are looked at (the year's last day unless told); `past` are totals of earlier
    years that somebody stated. Raises KeyError for a table that the catalogue does not have.
    """
    return of_period(cases, profile, periods.year(start), as_of=as_of, past=past)


def of_period(
    cases: Iterable[Case],
    profile: Profile,
    period: Period,
    *,
    as_of: date | None = None,
    past: Mapping[Period, Tally] | None = None,
) -> Report:
    """The report of any period, with the same tables; each compares with the periods of its kind before it."""
    books = open_books(cases, profile, period, as_of or period.last, past or {})
    wanted = dict.fromkeys(key for section in profile.report.sections for key in section.tables)
    return Report(
        profile.code, profile.version, period, as_of or period.last, tuple(CATALOGUE[key](books) for key in wanted)
    )
