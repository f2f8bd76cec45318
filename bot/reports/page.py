"""The report as one page of HTML, and as a tagged PDF made from that page."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.reports import charts
from bot.reports.blocks import in_blocks
from bot.reports.content import Content
from bot.reports.figures import is_number, written

TEMPLATES = Path(__file__).parent / "templates"


class NoPdf(Exception):
    """This machine cannot make PDFs: the system's Pango is missing."""


def html(content: Content) -> str:
    """The whole report as a page by itself, its charts in it, so that it can be kept and sent as one file."""
    drawn = {table.key: chart for table in content.tables() if (chart := charts.chart_of(table))}
    pictures = {key: f"data:image/svg+xml;base64,{_text(charts.svg(chart))}" for key, chart in drawn.items()}
    return _environment().get_template("whole_report.html").render(content=content, charts=drawn, pictures=pictures)


def pdf(content: Content) -> bytes:
    """The same page as PDF/UA: tagged, with its language and title. Raises NoPdf where none can be made."""
    try:
        from weasyprint import HTML  # needs the system's Pango, which not every machine has
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:
        raise NoPdf("This machine cannot make PDFs: Pango is not installed.") from error
    inside = URLFetcher(allowed_protocols=("data",))  # a report fetches nothing
    made: bytes = HTML(string=html(content), url_fetcher=inside).write_pdf(pdf_variant="pdf/ua-1")
    return made


def helpers() -> Mapping[str, Any]:
    """What the templates of tables need, for whichever page shows them."""
    return {"written": written, "is_number": is_number, "in_blocks": in_blocks}


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= helpers()
    return made


def _text(picture: bytes) -> str:
    return base64.b64encode(picture).decode()
