"""Shapes: the few forms that the tables of all councils have, each made from the books."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.reporting.books import Books
from bot.reporting.table import TOTAL, Column, Row, Table, Value, added, share
from bot.reporting.words import KIND_WORDS, label, rows_are


@dataclass(frozen=True)
class What:
    """What a table counts: its key and title, and the values that its entries have."""

    key: str
    title: str
    where: dict[str, str] = field(default_factory=dict)
    definition: str = "received"  # which definition of bot/reporting/definitions.py stands under it
    chart: str | None = None
    about_people: bool = True


def by_kind(books: Books, what: What, rows: str) -> Table:
    """One row for each value, one column for each kind, with totals both ways (Harrow's table 1)."""
    kinds = books.profile.report.transactions
    columns = (*(Column(kind, KIND_WORDS[kind]) for kind in kinds), Column(TOTAL, "Total", parts=kinds))

    def counted(**where: str) -> tuple[Value, ...]:
        counts = tuple(books.now.count(**what.where, **where, kind=kind) for kind in kinds)
        return (*counts, added(counts))

    cells = [(value, counted(**{rows: value})) for value in books.values(rows, (0,))]
    figures = {f"kind={kind}": (TOTAL, kind) for kind in kinds}
    return _table(books, what, rows, columns, cells, counted(), figures)


def over_periods(books: Books, what: What, rows: str, periods: int, *, only_found: bool = False) -> Table:
    """One row for each value, one column for each period, the oldest first (Harrow's table 3)."""
    backs = tuple(reversed(range(periods)))
    columns = tuple(Column(f"back_{back}", books.label(back)) for back in backs)

    def counted(**where: str) -> tuple[Value, ...]:
        return tuple(books.tally(back).count(**what.where, **where) for back in backs)

    values = books.values(rows, backs, only_found=only_found, **what.where)
    cells = [(value, counted(**{rows: value})) for value in values]
    figures = {_figure(what, back): (TOTAL, f"back_{back}") for back in backs}
    return _table(books, what, rows, columns, cells, counted(), figures)


def shares(books: Books, what: What, rows: str) -> Table:
    """One row for each value, with its number and its share of all (Harrow's table 5)."""
    total = books.now.count(**what.where)
    columns = (
        Column("number", "Number"),
        Column("share", "Share", "percent", of="number", base="number", base_row=TOTAL),
    )

    def counted(**where: str) -> tuple[Value, ...]:
        count = books.now.count(**what.where, **where)
        return (count, share(count, total))

    values = books.values(rows, (0,), only_found=True, **what.where)
    cells = [(value, counted(**{rows: value})) for value in values]
    return _table(books, what, rows, columns, cells, counted(), {_figure(what, 0): (TOTAL, "number")})


def _figure(what: What, back: int) -> str:
    """The name under which several tables show one figure."""
    named = " ".join(f"{name}={value}" for name, value in sorted(what.where.items()))
    return f"{named} back={back}" if back else named


def _table(
    books: Books,
    what: What,
    rows: str,
    columns: Sequence[Column],
    cells: Sequence[tuple[str, tuple[Value, ...]]],
    totals: tuple[Value, ...],
    figures: dict[str, tuple[str, str]],
) -> Table:
    """The table; its totals were counted by themselves, not added up, so that a check can compare the two."""
    made = (Row(value, label(rows, value, books.profile), each) for value, each in cells)
    return Table(
        what.key,
        what.title,
        rows_are(rows),
        tuple(columns),
        (*made, Row(TOTAL, "Total", totals, is_total=True)),
        chart=what.chart,
        figures=figures,
        about_people=what.about_people,
    )
