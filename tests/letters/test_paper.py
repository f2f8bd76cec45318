"""The Word document: what python-docx writes, an office program opens, with its headings and lists."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document

from bot.letters.paper import BULLET, HEADING, TEXT, Block, as_message, blocks, docx

PLAIN = """Hello Robin

# What we found

- Part 1: you were right.
- Part 2: we could not find out.

We are sorry.
Really."""


def test_plain_text_has_headings_lists_and_paragraphs() -> None:
    assert list(blocks(PLAIN)) == [
        Block(TEXT, "Hello Robin"), Block(HEADING, "What we found"), Block(BULLET, "Part 1: you were right."),
        Block(BULLET, "Part 2: we could not find out."), Block(TEXT, "We are sorry."), Block(TEXT, "Really."),
    ]  # fmt: skip


def test_a_message_holds_the_same_words_without_marks() -> None:
    assert as_message(PLAIN).splitlines()[1:3] == ["What we found", "• Part 1: you were right."]


def test_what_is_strange_comes_back_as_it_was() -> None:
    text = "<b>“&amp;” 🙂 \u202eright to left\u202c =1+1"
    made = Document(io.BytesIO(docx("A heading", text, "The council", "Above")))
    assert [paragraph.text for paragraph in made.paragraphs] == ["Above", "A heading", text]


def test_signs_that_no_document_can_hold_are_left_out() -> None:
    made = Document(io.BytesIO(docx("A heading", "before\x00\x0b\ud800after", "The council", "Above")))
    assert made.paragraphs[-1].text == "beforeafter"


def test_an_office_program_opens_it(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None or shutil.which("pdftotext") is None:
        pytest.skip("NO OFFICE PROGRAM: the document was not opened. On Debian: apt-get install libreoffice-writer")
    (tmp_path / "letter.docx").write_bytes(docx("Stage 1: our answer", PLAIN, "The council", "The council, Monday"))
    subprocess.run(
        [office, f"-env:UserInstallation=file://{tmp_path}/home", "--headless", "--convert-to", "pdf", "letter.docx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    done = subprocess.run(["pdftotext", "letter.pdf", "-"], cwd=tmp_path, check=True, capture_output=True, timeout=60)
    text = done.stdout.decode()
    for words in ("The council, Monday", "Stage 1: our answer", "What we found", "Part 2: we could not find out."):
        assert words in text
