"""Publication: numbers below five are hidden, and as many others that they cannot be worked out from what is shown.

A number is one thing wherever it stands: hidden in one table, it is hidden in all, and with it every share of it.
What people wrote loses the details that tell who somebody is (own_words.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.reporting.disclosure import hidden_names, numbers_of
from bot.reporting.own_words import without_details
from bot.reporting.table import Name, Table, Value

HIDDEN = "[c]"  # confidential, as official statistics mark it
NOTE = f"{HIDDEN}: hidden, because it is below five or would tell such a number."


def for_publication(
    tables: Mapping[str, Table], groups: Iterable[Mapping[str, tuple[str, ...]]] = ()
) -> dict[str, Table]:
    """The tables with what might tell who somebody is hidden; `groups` are names that are sums of teams."""
    hidden = hidden_names(tables.values(), groups, numbers_of(tables.values()))
    return {key: without_details(_without(table, hidden)) for key, table in tables.items()}


def _without(table: Table, hidden: frozenset[Name]) -> Table:
    gone: dict[tuple[str, str], Value] = {cell: HIDDEN for cell, name in table.names.items() if name in hidden}
    for row in table.rows:
        for column in table.columns:
            base = (column.base_row or row.key, column.base)
            if (row.key, column.of) in gone or base in gone:
                gone[row.key, column.key] = HIDDEN
    return replace(table.with_cells(gone), notes=(*table.notes, NOTE)) if gone else table
