"""One content in every form: the same numbers in page, PDF, Word document, workbook and CSV, and each is well made."""

from __future__ import annotations

import contextlib
import csv
import io
import re
import zipfile
import zlib
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from markupsafe import escape

from bot import reporting
from bot.councils import load
from bot.reporting.publication import HIDDEN, for_publication
from bot.reporting.table import Column, Row, Table
from bot.reports import charts, document, page, sheets
from bot.reports.blocks import MOST, in_blocks
from bot.reports.content import Content, Part, content_of
from bot.reports.figures import written
from tests.reporting.builders import a_year

HARROW = load("harrow", date(2021, 3, 31))
SAID = "It was a hard year.\nWe learnt."


@pytest.fixture(scope="module")
def content() -> Content:
    report = reporting.year(a_year(HARROW, 2020, 90), HARROW, 2020)
    tables = for_publication(report.tables, (HARROW.report.services,))
    return content_of(
        report, tables, published=True, commentary={"summary_of_activity": SAID}, quotations=["They <listened>."]
    )


def cells(content: Content) -> list[list[str]]:
    """Every row of every table as it is to be read."""
    return [
        [row.label, *(written(cell, column) for cell, column in zip(row.cells, block.columns, strict=True))]
        for table in content.tables()
        for block in in_blocks(table)
        for row in block.rows
    ]


class Rows(HTMLParser):
    """The rows of cells that a page has, without the heads of columns."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._cell = self._heads = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._heads = tag == "thead" or (self._heads and tag != "tbody")
        if tag == "tr" and not self._heads:
            self.rows.append([])
        elif tag in ("td", "th") and not self._heads:
            self.rows[-1].append("")
            self._cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._cell = False

    def handle_data(self, data: str) -> None:
        if self._cell:
            self.rows[-1][-1] += data


def test_the_page_has_every_cell(content):
    rows = [row for row in Rows(page.html(content)).rows if row != ["None in this period."]]
    assert rows == cells(content)


def test_the_word_document_has_every_cell_and_the_commentary(content):
    book = Document(io.BytesIO(document.docx(content)))
    found = [[cell.text for cell in row.cells] for table in book.tables for row in table.rows[1:]]
    assert [row for row in found if row[0] != "None in this period."] == cells(content)
    assert SAID in [paragraph.text for paragraph in book.paragraphs]


def test_the_word_document_has_real_headings_header_rows_and_alternative_texts(content):
    book = Document(io.BytesIO(document.docx(content)))
    levels = [int(p.style.name[-1]) for p in book.paragraphs if p.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in book.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    pictures = [shape._inline.docPr.get("descr") for shape in book.inline_shapes]
    assert pictures
    assert all(words and "chart" in words for words in pictures)


def test_each_csv_is_its_table_with_plain_numbers(content):
    archive = zipfile.ZipFile(io.BytesIO(sheets.all_csv(content)))
    about, *names = archive.namelist()
    assert archive.read(about).decode("utf-8-sig").splitlines()[0] == content.title
    for name, table in zip(names, content.tables(), strict=True):
        rows = list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
        assert rows[0] == [table.rows_are, *(column.label for column in table.columns)]
        assert [row[0] for row in rows[1:]] == [row.label for row in table.rows]
        for row, made in zip(rows[1:], table.rows, strict=True):
            for cell, value, column in zip(row[1:], made.cells, table.columns, strict=True):
                if isinstance(value, int) and column.kind == "count":
                    assert cell == str(value)


def test_the_workbook_has_a_sheet_for_each_table_with_numbers_as_numbers(content):
    book = openpyxl.load_workbook(io.BytesIO(sheets.workbook(content)))
    assert book.sheetnames[:2] == ["About", "Contents"]
    for sheet, table in zip(book.worksheets[2:], content.tables(), strict=True):
        for line, row in zip(sheet.iter_rows(min_row=2, values_only=True), table.rows, strict=True):
            for shown, value, column in zip(line[1:], row.cells, table.columns, strict=True):
                if column.kind == "count":
                    assert shown == value


def test_a_text_that_a_spreadsheet_would_run_stays_a_text(content):
    table = content.tables()[0]
    rows = (replace(table.rows[0], label='=HYPERLINK("https://evil.test")'), *table.rows[1:])
    line = sheets.as_csv(replace(table, rows=rows)).splitlines()[1]
    assert line.startswith("\"'=HYPERLINK")


def unpacked(pdf: bytes) -> bytes:
    """A PDF with its compressed parts opened."""
    parts = [pdf]
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        with contextlib.suppress(zlib.error):
            parts.append(zlib.decompress(packed))
    return b"\n".join(parts)


def test_the_pdf_is_pdf_ua_with_its_language_headings_table_heads_and_alternative_texts(content):
    made = unpacked(page.pdf(content))
    assert made.startswith(b"%PDF-1.7")
    assert b"pdfuaid:part>1" in made or b'pdfuaid:part="1"' in made
    assert b"/Lang (en-GB)" in made or b"/Lang(en-GB)" in made
    for tag in (b"/StructTreeRoot", b"/S /H1", b"/S /H2", b"/S /TH", b"/S /TD", b"/S /Figure", b"/Alt"):
        assert tag in made or tag.replace(b" ", b"") in made, tag


def test_small_numbers_stand_nowhere_in_what_is_published(content):
    for table in content.tables():
        for row in table.rows:
            for cell, column in zip(row.cells, table.columns, strict=True):
                if column.kind == "count" and isinstance(cell, int):
                    assert not 0 < cell < 5, (table.key, row.key, column.key)
    assert HIDDEN in page.html(content)


def test_what_people_wrote_is_no_markup(content):
    assert "They &lt;listened&gt;." in page.html(content)


# --- charts ---


def test_every_chart_stands_with_its_table_and_says_in_words_what_it_shows(content):
    html = page.html(content)
    drawn = [chart for table in content.tables() if (chart := charts.chart_of(table))]
    assert drawn
    for chart in drawn:
        assert chart.title in chart.words()
    assert len(re.findall(r'<img [^>]*alt="[^"]{20,}"', html)) == len(drawn)


def test_a_chart_draws_no_hidden_number_and_no_total(content):
    for table in content.tables():
        if chart := charts.chart_of(table):
            assert "Total" not in chart.rows
            told = [number for one in chart.series for number in one.numbers if isinstance(number, int | float)]
            assert all(not 0 < number < 5 for number in told if isinstance(number, int))


def test_the_same_chart_is_the_same_picture_every_time(content):
    chart = next(chart for table in content.tables() if (chart := charts.chart_of(table)))
    first = charts.svg(chart)
    charts.svg.cache_clear()
    assert charts.svg(chart) == first
    assert b"<text" in first  # its words are words, so that they can be enlarged and read out


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# Machado, Oliveira and Fernandes 2009: what is left of red, green and blue for eyes without one kind of cone.
BLIND = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


@pytest.mark.parametrize("kind", BLIND)
def test_the_colours_are_told_apart_without_one_kind_of_cone(kind):
    def seen(colour: str) -> list[float]:
        rgb = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        return [sum(weight * part for weight, part in zip(row, rgb, strict=True)) for row in BLIND[kind]]

    looks = [seen(colour) for colour in charts.COLOURS[:6]]
    for at, one in enumerate(looks):
        for other in looks[at + 1 :]:
            assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 0.12


# --- numbers ---


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (1234, "count", "1,234"), (None, "count", "not known"), (None, "percent", "n/a"),
        (100 / 3, "percent", "33%"), (12.5, "percent", "13%"),
        (-31.8, "change", "-32%"), (14.2, "change", "+14%"), (0.1, "change", "no change"), (150000, "money", "£1,500"),
        (4550, "money", "£45.50"), ("[c]", "percent", "[c]"),
    ],
)  # fmt: skip
def test_a_number_is_written_as_people_read_it(value, kind, text):
    assert written(value, Column("k", "K", kind)) == text


def test_the_word_document_is_a4_and_no_table_is_wider_than_its_page_or_splits_a_row(content):
    book = Document(io.BytesIO(document.docx(content)))
    (section,) = book.sections
    assert (section.page_width.cm, section.page_height.cm) == (pytest.approx(21, abs=0.1), pytest.approx(29.7, abs=0.1))
    room = section.page_width - section.left_margin - section.right_margin
    for table in book.tables:
        assert sum(cell.width for cell in table.rows[0].cells) <= room
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_a_column_of_long_words_is_wider_than_one_of_short_ones(content):
    book = Document(io.BytesIO(document.docx(content)))
    table = next(each for each in book.tables if each.rows[0].cells[0].text == "Nature of the complaint")
    first, number, *_ = (cell.width for cell in table.rows[0].cells)
    assert first > number


def test_a_heading_of_the_pdf_goes_to_the_next_page_with_a_chart_that_has_no_room(content):
    pages = _pages(_with_a_long_chart(content, rows=24))
    first, second = (_words_on(each) for each in pages[:2])
    for heading in (content.parts[0].title, "Stage 1 complaints received, by service"):
        assert heading not in first
        assert heading in second


def test_no_chart_of_the_pdf_is_taller_than_its_page(content):
    pages = _pages(_with_a_long_chart(content, rows=60))
    pictures = [box for each in pages for box in each._page_box.descendants() if box.element_tag == "img"]
    assert pictures
    for each in pages:
        bottom = each._page_box.content_box_y() + each._page_box.height
        for box in each._page_box.descendants():
            if box.element_tag == "img":
                assert box.position_y + box.height <= bottom


def _with_a_long_chart(content, rows):
    """The report with one table alone, whose chart has so many bars."""
    drawn = next(table for table in content.tables() if table.chart == "bars")
    lines = tuple(replace(drawn.rows[0], key=str(at), label=f"Row {at}") for at in range(rows))
    long = replace(drawn, rows=lines, columns=drawn.columns[:1])
    cut = replace(long, rows=tuple(replace(row, cells=(7,)) for row in lines), names={})
    return replace(content, parts=(replace(content.parts[0], tables=(cut,), commentary=""),))


def _pages(content):
    return pytest.importorskip("weasyprint").HTML(string=page.html(content)).render().pages


def _words_on(page_of_pdf):
    return " ".join(getattr(box, "text", "") for box in page_of_pdf._page_box.descendants())


def test_a_wide_table_is_cut_into_blocks_that_keep_what_belongs_together(content):
    wide = next(table for table in content.tables() if table.key == "stage_1_outcomes_by_service")
    assert len(wide.columns) > MOST
    blocks = in_blocks(wide)
    assert [column for block in blocks for column in block.columns] == list(wide.columns)
    for block in blocks:
        assert len(block.columns) <= MOST
        assert [row.label for row in block.rows] == [row.label for row in wide.rows]
        assert len(block.columns) % 3 == 0  # the three periods of an outcome stand side by side
    assert len({block.title for block in blocks}) == len(blocks)


def test_how_it_is_counted_stands_once_in_full_and_by_its_name_under_each_table(content):
    html = page.html(content)
    for definition in content.definitions:
        name, _, says = definition.partition(": ")
        assert html.count(escape(says)) == 1
        assert f"How it is counted: {escape(name)}." in html


def test_a_warning_stands_on_top_and_on_every_page(content):
    warned = replace(content, warnings=("This is made up. It says nothing.",))
    first, *others = _pages(warned)
    assert others
    assert all("This is made up." in _words_on(each) for each in (first, *others))
    book = Document(io.BytesIO(document.docx(warned)))
    assert book.sections[0].header.paragraphs[0].text == "This is made up."
    assert "This is made up. It says nothing." in [paragraph.text for paragraph in book.paragraphs]


def test_an_empty_section_is_there_for_the_manager_and_for_no_reader(content):
    empty = replace(content, parts=(*content.parts, Part("What we will do", "", (), "what_we_will_do")))
    assert "What we will do" not in page.html(empty)
    told = replace(empty, parts=(*content.parts, Part("What we will do", "Ring back.", (), "what_we_will_do")))
    assert "What we will do" in page.html(told)


def test_a_chart_that_would_show_less_than_it_hides_is_not_drawn(content):
    drawn = next(table for table in content.tables() if table.chart == "bars")
    rows = tuple(Row(str(at), str(at), (value,)) for at, value in enumerate((9, HIDDEN, HIDDEN)))
    few = replace(drawn, rows=rows, columns=drawn.columns[:1])
    assert charts.chart_of(few) is None
    assert charts.chart_of(few.with_cells({("1", few.columns[0].key): 7})) is not None


def test_a_line_with_a_hidden_year_in_it_is_not_drawn_and_the_others_are(content):
    columns = (Column("a", "A"), Column("b", "B"))
    rows = tuple(Row(str(at), str(at), cells) for at, cells in enumerate([(9, 8), (HIDDEN, 7), (6, 5)]))
    drawn = charts.chart_of(Table("t", "T", "Period", columns, rows, chart="line"))
    assert [one.column.key for one in drawn.series] == ["b"]


def test_a_table_in_blocks_goes_over_pages_block_by_block_under_its_heading(content):
    wide = next(table for table in content.tables() if table.key == "stage_1_outcomes_by_service")
    rows = tuple(replace(wide.rows[0], key=str(at), label=f"Service {at}") for at in range(18))
    long = replace(content, parts=(Part("Outcomes", "", (replace(wide, rows=rows),), None),))
    (first,) = (each for each in _pages(long) if "Outcomes" in [label for _, label, *_ in each.bookmarks])
    assert wide.title in _words_on(first)


def test_a_line_of_which_one_year_alone_is_known_is_not_drawn():
    columns = (Column("a", "A"), Column("b", "B"))
    rows = tuple(Row(str(at), str(at), cells) for at, cells in enumerate([(9, 8), (None, 7), (None, None)]))
    drawn = charts.chart_of(Table("t", "T", "Period", columns, rows, chart="line"))
    assert [one.column.key for one in drawn.series] == ["b"]


def test_bars_leave_out_rows_that_have_nothing_to_draw_and_keep_hidden_ones(content):
    rows = tuple(Row(str(at), str(at), (value,)) for at, value in enumerate((9, 0, HIDDEN, None, 8)))
    drawn = charts.chart_of(Table("t", "T", "R", (Column("a", "A"),), rows, chart="bars"))
    assert (drawn.rows, drawn.series[0].numbers) == (("0", "2", "4"), (9, HIDDEN, 8))
