"""The report as a Word document: real headings, tables whose header rows repeat, pictures with alternative text."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from bot.reporting.table import Table
from bot.reports import charts
from bot.reports.blocks import in_blocks
from bot.reports.content import Content
from bot.reports.figures import is_number, written

_PAGE = Cm(21), Cm(29.7)  # A4
_MARGIN = Cm(1.8)
_TALLEST = Cm(21)  # of a picture, so that its heading has room above it
_WIDTH = Cm(17.3)  # a little less than the margins leave, as Word rounds each column
_SPARE = 4  # letters of room in every column: figures and capitals are wider than other letters
_BESIDE = Cm(0.2)  # the margin of a cell at either side
_SMALL, _SMALLER = Pt(9), Pt(8)
_MANY = 6  # columns, beyond which a table is written smaller
_FEW = 15  # rows, up to which a table stays whole on one page
_FONT = "Arial"
_AFTER_NOTE = Pt(3)


def docx(content: Content) -> bytes:
    """The whole report."""
    book = Document()
    book.core_properties.title = f"{content.title}, {content.council}"
    book.core_properties.language = "en-GB"
    book.core_properties.author = content.council
    _in_english(book)
    _laid_out(book)
    book.add_heading(content.title, level=1)
    book.add_paragraph(content.council)
    for line in content.about:
        book.add_paragraph(line)
    for warning in content.warnings:
        book.add_paragraph().add_run(warning).bold = True
    book.sections[0].header.paragraphs[0].add_run(content.banner).bold = True  # on every page
    _listed(book, "How to read this report", content.reading, "List Bullet")
    for part in content.shown:
        book.add_heading(part.title, level=2)
        if part.commentary:
            book.add_paragraph(part.commentary)
        for table in part.tables:
            _table(book, table)
    _listed(book, "In people's own words", content.quotations, "Quote")
    _listed(book, "How things are counted", content.definitions, "Normal")
    _faults(book, content)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _table(book: Any, table: Table) -> None:
    book.add_heading(table.title, level=3)
    chart = charts.chart_of(table)
    if chart:
        _picture(book, charts.png(chart), chart.words())
    first, *others = in_blocks(table)
    _grid(book, first)
    for block in others:
        _continued(book, block.title)
        _grid(book, block)
    for note in _notes(table):
        paragraph = book.add_paragraph()
        paragraph.paragraph_format.space_after = _AFTER_NOTE
        paragraph.add_run(note).font.size = _SMALL


def _continued(book: Any, title: str) -> None:
    """What stands over the second block of a table that was cut, and those after it."""
    paragraph = book.add_paragraph()
    paragraph.add_run(title).bold = True
    paragraph.paragraph_format.keep_with_next = True


def _grid(book: Any, table: Table) -> None:
    """The rows under their heads, each whole on one page, in columns as wide as what stands in them needs."""
    heads = [table.rows_are, *(column.label for column in table.columns)]
    texts = [[row.label, *map(written, row.cells, table.columns)] for row in table.rows]
    grid = book.add_table(rows=1 + len(texts), cols=len(heads), style="Table Grid")
    grid.autofit = False
    size = _SMALLER if len(heads) > _MANY else _SMALL
    numbers = [False, *map(is_number, table.columns)]
    bold = [True, *(row.is_total for row in table.rows)]
    cells = list(grid._cells)  # python-docx reads the whole table again for each row that is asked for its cells
    lines = [heads, *texts]
    for at, line in enumerate(lines):
        for place, text in enumerate(line):
            cell = cells[at * len(heads) + place]
            _write(cell, text, size, bold=bold[at] or not place, number=numbers[place])
    widths = _widths(lines)
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    for cell, width in zip(cells, widths * len(lines), strict=True):
        cell.width = width
    for row in grid.rows:
        _mark(row, "w:cantSplit")
    if len(texts) <= _FEW:
        for cell in cells[: len(texts) * len(heads)]:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    _mark(grid.rows[0], "w:tblHeader")  # read out as a header row, and repeated on every page
    if not texts:
        book.add_paragraph("None in this period.")


def _widths(lines: list[list[str]]) -> list[int]:
    """The columns' widths: each has room for its longest word, and what is left goes to those with long texts."""
    columns = list(zip(*lines, strict=True))
    words = [max((len(word) for text in column for word in text.split()), default=1) for column in columns]
    texts = [min(max(map(len, column)), 2 * word) for column, word in zip(columns, words, strict=True)]
    room = _WIDTH - 2 * _BESIDE * len(columns)
    wanted = [word + text + _SPARE for word, text in zip(words, texts, strict=True)]
    return [int(2 * _BESIDE + room * each / sum(wanted)) for each in wanted]


def _notes(table: Table) -> list[str]:
    base = [f"Shares are of: {table.denominator}."] if table.denominator else []
    return [*base, *table.notes, *([f"How it is counted: {table.definition}."] if table.definition else [])]


def _write(cell: Any, text: str, size: Any, *, bold: bool, number: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, size
    if number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _picture(book: Any, picture: bytes, words: str) -> None:
    """A picture with its alternative text, which python-docx leaves empty."""
    drawn = book.add_picture(io.BytesIO(picture), width=_WIDTH)
    if drawn.height > _TALLEST:
        drawn.width, drawn.height = int(drawn.width * _TALLEST / drawn.height), _TALLEST
    book.paragraphs[-1].paragraph_format.keep_with_next = True
    drawn._inline.docPr.set("descr", words)


def _mark(row: Any, name: str) -> None:
    """Switch on a property of a row that python-docx has no word for."""
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _laid_out(book: Any) -> None:
    """Upright A4 with narrow margins, and one font that every office has or has the like of."""
    for section in book.sections:
        section.page_width, section.page_height = _PAGE
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    for style in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        fonts = book.styles[style].element.get_or_add_rPr().get_or_add_rFonts()
        for name in list(fonts.attrib):  # a theme's font would go before the one that is named
            del fonts.attrib[name]
        book.styles[style].font.name = _FONT


def _in_english(book: Any) -> None:
    """The language that a screen reader speaks the text in."""
    for properties in book.styles.element.iter(qn("w:rPrDefault")):
        for language in properties.iter(qn("w:lang")):
            language.set(qn("w:val"), "en-GB")


def _listed(book: Any, heading: str, lines: Sequence[str], style: str) -> None:
    """A heading with lines under it, or nothing where there are none."""
    if lines:
        book.add_heading(heading, level=2)
    for line in lines:
        book.add_paragraph(line, style=style)


def _faults(book: Any, content: Content) -> None:
    if content.faults:
        book.add_heading("What does not agree", level=2)
    for fault in content.faults:
        book.add_paragraph(fault.says, style="List Bullet")
        for cell in fault.cells:
            book.add_paragraph(str(cell), style="List Bullet 2")
