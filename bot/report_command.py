"""The command `python -m bot report`: a period's report, in every form, into a folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bot.reporting.drafting import Drafting
from bot.reporting.period import Period
from bot.reports import document, page, sheets
from bot.reports.content import Content, content_of


def write(drafting: Drafting, period: Period, folder: Path, *, published: bool) -> list[Path]:
    """Make the report and write its page, PDF, Word document, workbook and CSV files; the files that were written.

    Where no PDF can be made the others are, and the error output says so. Raises BadEntry and OSError.
    """
    draft = drafting.made(period, _tell)
    content = content_of(
        draft.report,
        draft.tables(published=published),
        published=published,
        commentary=drafting.texts(period),
        quotations=drafting.quotations(period),
        faults=draft.faults if not published else (),
    )
    folder.mkdir(parents=True, exist_ok=True)
    for fault in draft.faults:
        print(f"{fault.says} {'; '.join(map(str, fault.cells))}", file=sys.stderr)
    name = f"{draft.report.council}-{period.key}{'-made-up' if draft.counts_made_up else ''}"
    return [put(folder / f"{name}{ending}", made) for ending, made in _forms(content)]


def _forms(content: Content) -> list[tuple[str, bytes]]:
    forms = [
        (".html", page.html(content).encode()),
        (".docx", document.docx(content)),
        (".xlsx", sheets.workbook(content)),
        (".csv.zip", sheets.all_csv(content)),
    ]
    try:
        forms.append((".pdf", page.pdf(content)))
    except page.NoPdf as none:
        print(none, file=sys.stderr)
    return forms


def put(path: Path, made: bytes) -> Path:
    """Write a file whole or not at all: whoever is stopped half-way leaves what was there. Raises OSError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(made)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path


def _tell(done: int, of: int) -> None:
    print(f"\rTable {done} of {of}", end="\n" if done == of else "", file=sys.stderr, flush=True)
