"""The content of a report: headings, commentary, tables with their charts, quotations; every output is made from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.reporting.checks import Fault
from bot.reporting.report import Report
from bot.reporting.table import Table


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
    about: tuple[str, ...] = field(default_factory=tuple)

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
        about=(f"Made from the case records as they stood on {report.as_of.day} {report.as_of:%B %Y}.",),
    )


def box(title: str) -> str:
    """The key of the commentary's box of a section; it stays the same from draft to draft and from year to year."""
    return "".join(letter if letter.isalnum() else "_" for letter in title.casefold())
