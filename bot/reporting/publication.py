"""Publication: numbers below five are hidden, and as many others that they cannot be worked out from what is shown.

A number is one thing wherever it stands: hidden in one table, it is hidden in all, and with it every share of it.
What people wrote loses the details that tell who somebody is (own_words.py), and stands without what it is counted by.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.reporting.disclosure import FEWEST, hidden_names, numbers_of
from bot.reporting.own_words import without_details
from bot.reporting.table import Column, Name, Row, Table, Value

HIDDEN = "[c]"  # confidential, as official statistics mark it
TOO_FEW = "There were too few to list them without telling who somebody is."
ONCE = "Each text stands here once, by the alphabet, and without what else is known of it."
NONE = "Nothing was written down"
NOTE = f"{HIDDEN}: hidden, because it is below five or would tell such a number."


def for_publication(
    tables: Mapping[str, Table], groups: Iterable[Mapping[str, tuple[str, ...]]] = ()
) -> dict[str, Table]:
    """The tables with what might tell who somebody is hidden; `groups` are names that are sums of teams."""
    hidden = hidden_names(tables.values(), groups, numbers_of(tables.values()))
    return {key: _published(table, hidden) for key, table in tables.items()}


def _published(table: Table, hidden: frozenset[Name]) -> Table:
    if table.lists is None:
        return _without(table, hidden)
    kept = tuple(column for column in table.columns if column.published)
    if 0 < len(table.rows) < FEWEST or table.lists in hidden:
        few = Row("few", HIDDEN, (HIDDEN,) * len(kept))
        return replace(table, columns=kept, rows=(few,), notes=(*table.notes, TOO_FEW))
    return _texts_alone(without_details(table), kept)


def _texts_alone(table: Table, kept: tuple[Column, ...]) -> Table:
    """A listing's texts, each once and by the alphabet: beside a team or a decision they could be counted by it."""
    places = [table.place(column.key) for column in kept]
    texts = {tuple(str(row.cells[place] or "") for place in places) for row in table.rows}
    said = sorted(text for text in texts if any(text))
    rows = [Row(str(at), str(at), cells) for at, cells in enumerate(said, start=1)]
    if table.rows and not rows:
        rows = [Row("none", "None", (NONE,) * len(kept))]
    return replace(table, columns=kept, rows=tuple(rows), notes=(*table.notes, *([ONCE] if said else [])))


def _without(table: Table, hidden: frozenset[Name]) -> Table:
    gone: dict[tuple[str, str], Value] = {cell: HIDDEN for cell, name in table.names.items() if name in hidden}
    for row in table.rows:
        for column in table.columns:
            base = (column.base_row or row.key, column.base)
            if (row.key, column.of) in gone or base in gone:
                gone[row.key, column.key] = HIDDEN
    return replace(table.with_cells(gone), notes=(*table.notes, NOTE)) if gone else table
