"""The Word document of a letter: real headings, lists, its language, and the council's name."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.oxml.ns import qn

HEADING, BULLET, TEXT = "heading", "bullet", "text"
# What XML cannot hold: control characters, and halves of a broken emoji.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS = {"# ": HEADING, "- ": BULLET}


@dataclass(frozen=True)
class Block:
    """One heading, paragraph or line of a list."""

    kind: str  # HEADING | BULLET | TEXT
    words: str


def blocks(text: str) -> Iterator[Block]:
    """A letter's plain text in its parts: "# " begins a heading and "- " a line of a list."""
    for part in text.split("\n\n"):
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        for line in lines:
            kind = _MARKS.get(line[:2], TEXT)
            yield Block(kind, line[2:] if kind != TEXT else line)


def as_message(text: str) -> str:
    """The text as it stands in a message, where nothing is a heading."""
    return "\n".join(f"• {block.words}" if block.kind == BULLET else block.words for block in blocks(text))


def docx(heading: str, text: str, council: str, above: str, warning: str = "") -> bytes:
    """The letter as a Word document.

    `above` is the line with council, reference and day; `warning` stands first, where the letter was not sent.
    """
    heading, text, council, above = (_NOT_IN_XML.sub("", part) for part in (heading, text, council, above))
    book = Document()
    book.core_properties.title = heading
    book.core_properties.author = council
    book.core_properties.language = "en-GB"
    _in_english(book)
    if warning:
        book.add_paragraph().add_run(warning).bold = True
    book.add_paragraph(above)
    book.add_heading(heading, level=1)
    for block in blocks(text):
        _add(book, block)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


_STYLES: Mapping[str, str | None] = {BULLET: "List Bullet", TEXT: None}


def _add(book: Any, block: Block) -> None:
    if block.kind == HEADING:
        book.add_heading(block.words, level=2)
    else:
        book.add_paragraph(block.words, style=_STYLES[block.kind])


def _in_english(book: Any) -> None:
    """The language that a screen reader speaks the text in."""
    for properties in book.styles.element.iter(qn("w:rPrDefault")):
        for language in properties.iter(qn("w:lang")):
            language.set(qn("w:val"), "en-GB")
