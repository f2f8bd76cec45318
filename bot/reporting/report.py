"""A report: the tables of a period that the council's profile chooses, in its order, with how they were counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bot.complaints.case import Case
from bot.complaints.layout import Section
from bot.complaints.profile import Profile
from bot.reporting import period as periods
from bot.reporting.books import Books, open_books
from bot.reporting.catalogue import CATALOGUE
from bot.reporting.definitions import BASES, definition, differs
from bot.reporting.period import Period
from bot.reporting.table import Name, Table
from bot.reporting.tally import Tally

Progress = Callable[[int, int], None]  # how many tables are made, and of how many


def quietly(_done: int, _of: int) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True)
class Facts:
    """What a report goes by besides cases and profile: all of it may be left out."""

    as_of: date | None = None  # the day on which things are looked at; the period's last day unless told
    past: Mapping[Period, Tally] = field(default_factory=dict)  # stated totals of earlier periods
    earlier: Profile | None = None  # the profile that held in the period before
    bases: Mapping[str, int] = field(default_factory=dict)  # numbers that no case tells: service_users
    progress: Progress = quietly


@dataclass(frozen=True)
class Report:
    """One council's figures of one period."""

    council: str
    name: str
    profile_version: str
    period: Period
    as_of: date
    sections: tuple[Section, ...]
    tables: Mapping[str, Table]
    definitions: tuple[str, ...]  # how its tables are counted, each once
    warnings: tuple[str, ...] = ()  # what a reader must know before any figure

    def figures(self) -> dict[Name, float]:
        """Every number of the report by what it is of; where two tables disagree, the first one's."""
        found: dict[Name, float] = {}
        for table in self.tables.values():
            for (row, column), name in table.names.items():
                value = table.at(row, column)
                if isinstance(value, int | float):
                    found.setdefault(name, value)
        return found


def year(cases: Iterable[Case], profile: Profile, start: int, facts: Facts | None = None) -> Report:
    """The annual report of the year that begins on 1 April of `start`. Raises KeyError as of_period does."""
    return of_period(cases, profile, periods.year(start), facts)


def of_period(cases: Iterable[Case], profile: Profile, period: Period, facts: Facts | None = None) -> Report:
    """The report of any period, with the same tables; each compares with the periods of its kind before it.

    Raises KeyError for a table that the catalogue does not have.
    """
    facts = facts or Facts()
    as_of = facts.as_of or period.last
    books = open_books(cases, profile, period, as_of, facts.past, facts.bases)
    wanted = tuple(dict.fromkeys(key for section in profile.report.sections for key in section.tables))
    counted: dict[str, Table] = {}
    for key in wanted:
        counted[key] = CATALOGUE[key](books)
        facts.progress(len(counted), len(wanted))
    names = dict.fromkeys(table.definition for table in counted.values() if table.definition)
    return Report(
        profile.code,
        profile.name,
        profile.version,
        period,
        as_of,
        profile.report.sections,
        {key: _explained(table, books, facts.earlier) for key, table in counted.items()},
        tuple(str(definition(name, profile)) for name in names),
    )


def _explained(table: Table, books: Books, earlier: Profile | None) -> Table:
    """The table with the name and version of its definition, its denominator, and what was counted otherwise before."""
    profile = books.profile
    if not table.definition:
        return table
    before = differs(table.definition, profile, earlier) if earlier else None
    notes = table.notes
    if before and any(head.key.startswith("back_1") or head.key.endswith("_1") for head in table.columns):
        notes = (*notes, f"Counted otherwise in {books.label(1)}: {before}")
    return replace(
        table,
        definition=definition(table.definition, profile).title,
        denominator=_base_of(table, profile),
        notes=notes,
    )


def _base_of(table: Table, profile: Profile) -> str:
    """What the shares of a table are of, in words; empty where it has none."""
    share = next((column for column in table.columns if column.kind == "percent"), None)
    if share is None:
        return ""
    if base := BASES.get(table.denominator):
        return base(profile.report)
    if table.denominator or share.base_row:
        return table.denominator or "the total of the same column"
    return f"“{table.columns[table.place(str(share.base))].label}” in the same row"
