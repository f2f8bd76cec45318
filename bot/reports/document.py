"""The report as a Word document: real headings, tables whose header rows repeat, pictures with alternative text."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from bot.reporting.table import Table
from bot.reports import charts
from bot.reports.content import Content
from bot.reports.figures import is_number, written

_WIDTH = Cm(16)
_SMALL = Pt(9)


def docx(content: Content) -> bytes:
    """The whole report."""
    book = Document()
    book.core_properties.title = f"{content.title}, {content.council}"
    book.core_properties.language = "en-GB"
    book.core_properties.author = content.council
    _in_english(book)
    book.add_heading(content.title, level=1)
    book.add_paragraph(content.council)
    for line in content.about:
        book.add_paragraph(line)
    if not content.published:
        book.add_paragraph().add_run("Not for publication: small numbers are shown.").bold = True
    for part in content.parts:
        book.add_heading(part.title, level=2)
        if part.commentary:
            book.add_paragraph(part.commentary)
        for table in part.tables:
            _table(book, table)
    _quotations(book, content)
    _faults(book, content)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _table(book: Any, table: Table) -> None:
    book.add_heading(table.title, level=3)
    chart = charts.chart_of(table)
    if chart:
        _picture(book, charts.png(chart), chart.words())
    grid = book.add_table(rows=1, cols=len(table.columns) + 1, style="Light Grid")
    _repeats(grid.rows[0])
    heads = (table.rows_are, *(column.label for column in table.columns))
    for cell, text in zip(grid.rows[0].cells, heads, strict=True):
        _write(cell, text, bold=True)
    for row in table.rows:
        cells = grid.add_row().cells
        _write(cells[0], row.label, bold=True)
        for cell, value, column in zip(cells[1:], row.cells, table.columns, strict=True):
            _write(cell, written(value, column), bold=row.is_total, number=is_number(column))
    if not table.rows:
        _write(grid.add_row().cells[0], "None in this period.")
    for note in _notes(table):
        book.add_paragraph().add_run(note).font.size = _SMALL


def _notes(table: Table) -> list[str]:
    base = [f"Shares are of: {table.denominator}."] if table.denominator else []
    return [*base, *table.notes, *([f"How it is counted: {table.definition}"] if table.definition else [])]


def _write(cell: Any, text: str, *, bold: bool = False, number: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, _SMALL
    if number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _picture(book: Any, picture: bytes, words: str) -> None:
    """A picture with its alternative text, which python-docx leaves empty."""
    drawn = book.add_picture(io.BytesIO(picture), width=_WIDTH)
    drawn._inline.docPr.set("descr", words)


def _repeats(row: Any) -> None:
    """Mark a header row: read out as one, and repeated on every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _in_english(book: Any) -> None:
    """The language that a screen reader speaks the text in."""
    for properties in book.styles.element.iter(qn("w:rPrDefault")):
        for language in properties.iter(qn("w:lang")):
            language.set(qn("w:val"), "en-GB")


def _quotations(book: Any, content: Content) -> None:
    if content.quotations:
        book.add_heading("In people's own words", level=2)
    for said in content.quotations:
        book.add_paragraph(said, style="Quote")


def _faults(book: Any, content: Content) -> None:
    if content.faults:
        book.add_heading("What does not agree", level=2)
    for fault in content.faults:
        book.add_paragraph(fault.says, style="List Bullet")
        for cell in fault.cells:
            book.add_paragraph(str(cell), style="List Bullet 2")
