"""Sheets: every table as CSV, and all of them as one workbook. Numbers stay numbers; formulas are never written."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Font  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

from bot.reporting.table import Table
from bot.reports.content import Content
from bot.reports.figures import plain

_LONGEST_NAME = 31  # Excel's limit for a sheet's name
_WIDEST = 60  # characters
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a text begins that a spreadsheet would run
Cell = int | float | str | None


def as_csv(table: Table) -> str:
    """One table as CSV with a header row, as RFC 4180 says."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    for line in _lines(table):
        writer.writerow(["" if cell is None else cell for cell in line])
    return made.getvalue()


def csv_file(table: Table) -> bytes:
    """One table as a file of CSV that Excel reads as UTF-8."""
    return ("\ufeff" + as_csv(table)).encode()


def all_csv(content: Content) -> bytes:
    """Every table as a CSV of its own, in one archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("00-about.txt", "\ufeff" + "\r\n".join(_about(content)) + "\r\n")
        for number, table in enumerate(content.tables(), start=1):
            archive.writestr(f"{number:02}-{table.key}.csv", csv_file(table))
    return made.getvalue()


def workbook(content: Content) -> bytes:
    """Every table on a sheet of its own, behind one that lists them."""
    book = Workbook()
    contents = book.active
    contents.title = "Contents"
    contents.append(["Sheet", "Table", "How it is counted", "Shares are of", "Notes"])
    for number, table in enumerate(content.tables(), start=1):
        name = _name(number, table)
        contents.append([name, table.title, table.definition, table.denominator, " ".join(table.notes)])
        _fill(book.create_sheet(name), table)
    _head(contents)
    about = book.create_sheet("About", 0)
    for line in _about(content):
        about.append([line])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _about(content: Content) -> list[str]:
    """What this is, what must be known before any figure, and how it is counted."""
    return [
        content.title,
        content.council,
        *content.warnings,
        *content.about,
        *content.reading,
        *content.definitions,
    ]


def _fill(sheet: Any, table: Table) -> None:
    for line in _lines(table):
        sheet.append(list(line))
    _head(sheet)


def _head(sheet: Any) -> None:
    """A header row that stays in sight, and columns as wide as what is in them."""
    sheet.freeze_panes = "A2"
    for cell in sheet[1]:
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for at, column in enumerate(sheet.columns, start=1):
        widest = max((len(str(cell.value or "")) for cell in column), default=0)
        sheet.column_dimensions[get_column_letter(at)].width = min(widest + 2, _WIDEST)


def _lines(table: Table) -> Iterator[tuple[Cell, ...]]:
    yield (table.rows_are, *(column.label for column in table.columns))
    for row in table.rows:
        cells = (plain(cell, column) for cell, column in zip(row.cells, table.columns, strict=True))
        yield tuple(_harmless(cell) for cell in (row.label, *cells))


def _harmless(cell: Cell) -> Cell:
    """A text that a spreadsheet would take for a formula, kept a text."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _name(number: int, table: Table) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", f"{number} {table.key}")[:_LONGEST_NAME]
