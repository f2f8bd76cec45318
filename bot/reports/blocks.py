"""Blocks: a table with more columns than a page takes, cut into several with the same rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.reporting.table import Column, Table

MOST = 8  # columns beside the rows' labels that an upright page takes in letters that can be read


def in_blocks(table: Table) -> tuple[Table, ...]:
    """The table itself where it fits, else its blocks; columns that belong together stay together where they can."""
    if len(table.columns) <= MOST:
        return (table,)
    return tuple(_block(table, columns, at) for at, columns in enumerate(_packed(_families(table.columns)), start=1))


def _block(table: Table, columns: Sequence[Column], at: int) -> Table:
    places = [table.place(column.key) for column in columns]
    rows = tuple(replace(row, cells=tuple(row.cells[place] for place in places)) for row in table.rows)
    title = table.title if at == 1 else f"{table.title}, continued ({at})"
    return replace(table, title=title, columns=tuple(columns), rows=rows)


def _families(columns: Sequence[Column]) -> Iterator[list[Column]]:
    """Neighbours of one thing or of one period: upheld_0 and upheld_1, or stage_1_2 and stage_2_2."""
    family: list[Column] = []
    for column in columns:
        if family and not _kin(family[-1].key, column.key):
            yield from _evenly(family)
            family = []
        family.append(column)
    yield from _evenly(family)


def _kin(one: str, other: str) -> bool:
    (stem, _, tail), (other_stem, _, other_tail) = one.rpartition("_"), other.rpartition("_")
    return stem == other_stem or tail == other_tail


def _evenly(family: list[Column]) -> Iterator[list[Column]]:
    """A family that is too long by itself, in parts of about the same length."""
    parts = -(-len(family) // MOST)
    length = -(-len(family) // parts)
    yield from (family[at : at + length] for at in range(0, len(family), length))


def _packed(families: Iterator[list[Column]]) -> Iterator[list[Column]]:
    """As many families in a block as go into it."""
    block: list[Column] = []
    for family in families:
        if block and len(block) + len(family) > MOST:
            yield block
            block = []
        block += family
    yield block
