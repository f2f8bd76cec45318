"""The columns of a file of past years as docs/import.md shows them, made from the schema that the checks go by."""

from __future__ import annotations

from collections.abc import Iterator

from bot.years import schema
from bot.years.schema import SHEETS, Column, Sheet

_WRITTEN = {
    schema.TEXT: "any words, at most 120 characters",
    schema.DAY: "a day: 2020-04-01, or 01/04/2020 with the day first",
    schema.WHOLE: "a whole number",
    schema.POUNDS: "pounds, as in 250 or 250.50",
    schema.YEAR: "a year, as in 2020/21",
    schema.REFERENCE: "letters, digits, full stops, hyphens and underscores, at most 40",
}


def columns() -> str:
    """Markdown: one table for each kind of sheet."""
    return "\n\n".join("\n".join(_table(sheet)) for sheet in SHEETS)


def _table(sheet: Sheet) -> Iterator[str]:
    yield f"### {sheet.name.capitalize()}"
    yield ""
    yield sheet.says
    yield ""
    yield "| column | what stands in it | how it is written |"
    yield "|---|---|---|"
    yield from (f"| `{each.name}`{' (needed)' * each.needed} | {each.says} | {_how(each)} |" for each in sheet.columns)


def _how(column: Column) -> str:
    if not column.choices:
        return _WRITTEN[column.kind]
    listed = ", ".join(f"`{choice}`" for choice in column.choices)
    return f"{'several of these, with semicolons between them' if column.several else 'one of'}: {listed}"
