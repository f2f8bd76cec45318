"""The content of a report: headings, commentary, tables with their charts, quotations; every output is made from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.reporting.checks import Fault
from bot.reporting.publication import HIDDEN
from bot.reporting.report import Report
from bot.reporting.table import Table
from bot.reports.figures import NO_BASE, UNKNOWN

NOT_PUBLISHED = "Not for publication. Small numbers are shown."
_HOW_TO_READ_HIDDEN = (
    f"{HIDDEN} is a number that is hidden so that nobody can be recognised: it is from one to four, or would tell one "
    "that is. A nought is a true nought.",
)
_HOW_TO_READ = (
    f"“{UNKNOWN}” is a figure that nobody has recorded; “{NO_BASE}” stands where there is nothing to take a share of "
    "or to compare with.",
    "Shares are rounded to whole per cent, so they may come to 99% or 101%.",
    "Under each table stands how it is counted; the last section says it in full.",
)


@dataclass(frozen=True)
class Part:
    """One section: its title, what the manager wrote, and its tables."""

    title: str
    commentary: str
    tables: tuple[Table, ...]
    box: str | None  # the key of the commentary's box; None where the section has none


@dataclass(frozen=True)
class Content:
    """Everything that is in a report, in order, with nothing about how it looks."""

    title: str
    council: str
    period: str
    as_of: date
    published: bool  # whether small numbers are hidden
    parts: tuple[Part, ...]
    quotations: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    about: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()  # what must be read before any figure
    reading: tuple[str, ...] = ()  # how the cells are to be read
    definitions: tuple[str, ...] = ()  # how things are counted, each once, behind everything else

    @property
    def shown(self) -> tuple[Part, ...]:
        """The sections that have anything in them: an empty box is for the manager and for no reader."""
        return tuple(part for part in self.parts if part.tables or part.commentary)

    @property
    def banner(self) -> str:
        """The warnings in a line, for the head of every page."""
        return " ".join(f"{warning.partition('.')[0]}." for warning in self.warnings)

    def tables(self) -> tuple[Table, ...]:
        """Every table, in order."""
        return tuple(table for part in self.parts for table in part.tables)


def content_of(
    report: Report,
    tables: Mapping[str, Table],
    *,
    published: bool,
    commentary: Mapping[str, str] | None = None,
    quotations: Iterable[str] = (),
    faults: Iterable[Fault] = (),
) -> Content:
    """The content: `tables` are the report's, hidden for publication or not; `commentary` is by the sections' boxes."""
    said = commentary or {}
    parts = tuple(
        Part(
            section.title,
            said.get(box(section.title), ""),
            tuple(tables[key] for key in section.tables),
            box(section.title) if section.commentary else None,
        )
        for section in report.sections
    )
    kind = {"year": "annual report", "quarter": "quarterly report", "week": "weekly report"}[report.period.kind]
    return Content(
        title=f"Children's services complaints and representations: {kind} {report.period.label}",
        council=report.name,
        period=report.period.label,
        as_of=report.as_of,
        published=published,
        parts=parts,
        quotations=tuple(quotations),
        faults=tuple(faults),
        about=(
            f"From {_day(report.period.first)} to {_day(report.period.last)}, made from the case records as they stood "
            f"on {_day(report.as_of)}.",
        ),
        warnings=(*report.warnings, *(() if published else (NOT_PUBLISHED,))),
        reading=(*(_HOW_TO_READ_HIDDEN if published else ()), *_HOW_TO_READ),
        definitions=report.definitions,
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def box(title: str) -> str:
    """The key of the commentary's box of a section; it stays the same from draft to draft and from year to year."""
    return "".join(letter if letter.isalnum() else "_" for letter in title.casefold())
