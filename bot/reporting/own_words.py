"""Own words: what people wrote, in the listings of a report, with details that tell who somebody is hidden.

A cell is hidden as an officer's screen is (bot/hidden): a word in square brackets for each detail. What is a name in
one cell of a row is one in all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.hidden import details, hide
from bot.reporting.table import Row, Table

NOTE = "A word in square brackets, such as [name], stands for a detail that would tell who somebody is."
ENDS = "in the copy for publication details are hidden there."


def hidden_cells(table: Table) -> Mapping[tuple[str, str], str]:
    """The cells in people's own words that tell who somebody is, without their details, by (row, column)."""
    places = [at for at, column in enumerate(table.columns) if column.own_words]
    seen: dict[tuple[str, ...], tuple[str, ...]] = {}  # the same advice is given often, and reading takes time
    found = {}
    for row in table.rows if places else ():
        told = _told(row, places)
        if told not in seen:
            seen[told] = _without(told)
        for place, text, left in zip(places, told, seen[told], strict=True):
            if left != text:
                found[row.key, table.columns[place].key] = left
    return found


def without_details(table: Table) -> Table:
    """The table for publication, with a note under it where something was hidden."""
    found = hidden_cells(table)
    return replace(table.with_cells(found), notes=(*table.notes, NOTE)) if found else table


def naming_lines(table: Table) -> Table:
    """The manager's table: every word is there, and a note says in which lines publication hides some."""
    rows = {row for row, _ in hidden_cells(table)}
    labels = [row.label for row in table.rows if row.key in rows]
    if not labels:
        return table
    lines = f"Line {labels[0]}" if len(labels) == 1 else f"Lines {', '.join(labels[:-1])} and {labels[-1]}"
    return replace(table, notes=(*table.notes, f"{lines}: {ENDS}"))


def _told(row: Row, places: list[int]) -> tuple[str, ...]:
    return tuple(str(row.cells[at] or "") for at in places)


def _without(told: tuple[str, ...]) -> tuple[str, ...]:
    names = [text[span.start : span.end] for text in told for span in details(text) if span.kind == "name"]
    return tuple(hide(text, names) for text in told)
