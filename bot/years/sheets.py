"""Sheets: CSV and XLSX to rows with the line that they stood on. Nothing here knows what a column means."""

from __future__ import annotations

import codecs
import contextlib
import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook  # type: ignore[import-untyped]
from openpyxl.utils.exceptions import InvalidFileException  # type: ignore[import-untyped]

from bot.years.schema import SHEETS, Sheet

Lines = list[tuple[int, Sequence[str]]]  # each with the number of the line
LARGEST_BYTES = 50_000_000  # a year of a large council takes a hundredth of this
LARGEST_WORKBOOK_BYTES = 5_000_000  # it is packed, and takes a hundred times as much memory to read
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Unusable(Exception):
    """The file cannot be read as a file of past years at all; the message says why, in a plain sentence."""


@dataclass(frozen=True)
class RawRow:
    """One row as it stood in the file; empty cells are left out."""

    line: int  # counted from 1, the line of the headings included, as spreadsheet programs count
    cells: dict[str, str]
    surplus: tuple[str, ...] = ()  # cells that stand under no heading


@dataclass(frozen=True)
class RawSheet:
    """A file or one sheet of a workbook: which of SHEETS it is, its headings and its rows."""

    sheet: Sheet
    headings: tuple[str, ...]
    rows: tuple[RawRow, ...]


def read(path: Path) -> tuple[RawSheet, ...]:
    """The sheets of a CSV or XLSX file. Raises Unusable."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise Unusable(f"{path.name} is larger than {LARGEST_BYTES // 1_000_000} MB: give one file a year.")
        content = path.read_bytes()
    except OSError as error:
        raise Unusable(f"{path.name} cannot be read: {error.strerror}.") from error
    readers = {".csv": _csv_tables, ".xlsx": _xlsx_tables}
    if path.suffix.lower() not in readers:
        raise Unusable(f"{path.name} is neither .csv nor .xlsx.")
    found = tuple(_sheet(path.name, lines) for lines in readers[path.suffix.lower()](path.name, content))
    names = [each.sheet.name for each in found]
    if len(set(names)) < len(names):
        raise Unusable(f"{path.name} has more than one sheet of {max(names, key=names.count)}.")
    return found


def _csv_tables(name: str, content: bytes) -> list[Lines]:
    """A CSV is one sheet, with commas or, as Excel writes it in some countries, with semicolons between its cells."""
    text = _decoded(name, content)
    first = text.partition("\n")[0]
    between = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    lines: Lines = []
    try:
        begins = 1
        for row in reader:
            lines.append((begins, row))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise Unusable(f"{name}, line {reader.line_num}: this is no CSV: {error}.") from error
    return [lines]


def _decoded(name: str, content: bytes) -> str:
    """UTF-8, with or without the mark that Excel puts in front, or the code page that Excel for Windows writes."""
    for encoding in ("utf-8-sig", "cp1252"):
        with contextlib.suppress(UnicodeDecodeError):
            if b"\0" not in content and not content.startswith(_UTF_16):
                return content.decode(encoding)
    raise Unusable(f"{name} is neither in UTF-8 nor in Windows' own letters: save it as “CSV UTF-8”.")


def _xlsx_tables(name: str, content: bytes) -> list[Lines]:
    """A workbook's sheets that hold anything; formulas count as what they came to when it was saved."""
    if len(content) > LARGEST_WORKBOOK_BYTES:
        raise Unusable(f"{name} is larger than {LARGEST_WORKBOOK_BYTES // 1_000_000} MB: save each sheet as CSV.")
    try:
        book = load_workbook(io.BytesIO(content), data_only=True)
        written = load_workbook(io.BytesIO(content))
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise Unusable(f"{name} is no Excel workbook that can be read.") from error
    for sheet, formulas in zip(book.worksheets, written.worksheets, strict=True):
        _check_cells(name, sheet, formulas)
    tables: list[Lines] = [
        [(line, [_text(cell) for cell in row]) for line, row in enumerate(sheet.iter_rows(values_only=True), 1)]
        for sheet in book.worksheets
    ]
    filled = [lines for lines in tables if any(any(row) for _, row in lines)]
    if not filled:
        raise Unusable(f"{name} is empty.")
    return filled


def _check_cells(name: str, sheet: Any, formulas: Any) -> None:
    """What would be lost without a word: all but one of the cells that were merged, and formulas never worked out."""
    where = f"{name}, sheet {sheet.title}"
    if merged := sorted(str(cells) for cells in sheet.merged_cells.ranges):
        raise Unusable(f"{where}: {', '.join(merged)} are merged: unmerge them and fill in each cell.")
    empty = [
        cell.coordinate
        for row in formulas.iter_rows()
        for cell in row
        if cell.data_type == "f" and sheet[cell.coordinate].value is None
    ]
    if empty:
        raise Unusable(f"{where}: the formula in {empty[0]} has come to nothing: open it in Excel and save it again.")


def _text(cell: Any) -> str:
    """A cell as somebody would type it."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _sheet(name: str, lines: Lines) -> RawSheet:
    filled = [(line, [cell.strip() for cell in row]) for line, row in lines if any(cell.strip() for cell in row)]
    if not filled:
        raise Unusable(f"{name} is empty.")
    head, *rest = filled
    headings = [heading.lower().replace(" ", "_") for heading in head[1]]
    while headings and not headings[-1]:
        headings.pop()
    sheet = _kind(name, headings)
    _check_headings(name, sheet, headings)
    return RawSheet(sheet, tuple(headings), tuple(_row(line, row, headings) for line, row in rest))


def _kind(name: str, headings: Sequence[str]) -> Sheet:
    """Which sheet it is, by the columns that only one kind has."""
    for sheet in SHEETS:
        if set(sheet.needed) & set(headings):
            return sheet
    wanted = " or ".join(", ".join(sheet.needed) for sheet in SHEETS)
    raise Unusable(f"{name}: the first line must name the columns; at least {wanted}.")


def _check_headings(name: str, sheet: Sheet, headings: Sequence[str]) -> None:
    twice = sorted({heading for heading in headings if headings.count(heading) > 1})
    faults = [f"the column {heading} stands there twice" for heading in twice]
    faults += [
        f"there is no column called {each!r}" for each in headings if each not in twice and not sheet.column(each)
    ]
    faults += [f"the column {needed} is missing" for needed in sheet.needed if needed not in headings]
    if faults:
        raise Unusable(f"{name}, sheet of {sheet.name}: {'; '.join(faults)}.")


def _row(line: int, row: Sequence[str], headings: Sequence[str]) -> RawRow:
    cells = {heading: cell for heading, cell in zip(headings, row, strict=False) if cell}
    return RawRow(line, cells, tuple(cell for cell in row[len(headings) :] if cell))
