"""Shapes: the few forms that the tables of all councils have, each as its rows and the heads of its columns."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reporting.books import Books
from bot.reporting.grid import Head, Line, What, grid, lines_of
from bot.reporting.table import TOTAL, Column, Row, Table, share
from bot.reporting.words import KIND_WORDS, label, rows_are

PROCEDURAL = ("stage_1", "stage_2", "stage_3")  # the kinds that both procedures have, or one of them
FEEDBACK = ("duty", "stage_1", "stage_2", "stage_3", "ombudsman", "compliment", "member_enquiry", "representation")
STAGES = ("representation", "stage_1", "stage_2", "stage_3", "ombudsman")


def by_kind(books: Books, what: What, rows: str, kinds: Sequence[str] = STAGES) -> Table:
    """One row for each value, one column for each kind, with totals both ways (Harrow's table 1)."""
    heads = [*_kinds(kinds), _sum(kinds)]
    return grid(books, what, rows_are(rows), lines_of(books, what, rows, (0,)), heads)


def periods_by_kind(books: Books, what: What, periods: int, kinds: Sequence[str] = STAGES) -> Table:
    """One row for each period, this one first; each kind with its share of the row (Harrow's table 2)."""
    heads = [*_kinds(kinds), _sum(kinds)]
    heads += [
        Head(Column(f"{kind}_share", f"{KIND_WORDS[kind]}, share", "percent", of=kind, base=TOTAL)) for kind in kinds
    ]
    return grid(books, what, "Period", [_period(books, back) for back in range(periods)], heads)


def kinds_over_periods(books: Books, what: What, periods: int, kinds: Sequence[str], *, total: bool) -> Table:
    """One row for each kind, one column for each period, with the change to the one before (Staffordshire)."""
    lines = [Line(kind, KIND_WORDS[kind], {"kind": kind}) for kind in kinds]
    heads = [*_periods(books, periods), _change()]
    whole = [Line(TOTAL, "Total", {"kinds": "+".join(kinds)}, is_total=True)] if total else []
    return grid(books, what, "Kind", [*lines, *whole], heads)


def transactions(books: Books, what: What, periods: int) -> Table:
    """What the council counts as its transactions, with their total."""
    return kinds_over_periods(books, what, periods, books.profile.report.transactions, total=True)


def feedback(books: Books, what: What, periods: int) -> Table:
    """Everything of the kinds that the council has, statutory and corporate stages apart (Staffordshire)."""
    heads = [*_periods(books, periods), _change()]
    lines = []
    for kind in FEEDBACK:
        if kind in PROCEDURAL:
            lines += [
                Line(f"{procedure}_{kind}", f"{KIND_WORDS[kind]}, {procedure}", {"kind": kind, "procedure": procedure})
                for procedure in ("statutory", "corporate")
                if (procedure, kind) != ("corporate", "stage_3")  # the corporate procedure has two stages
            ]
        else:
            lines.append(Line(kind, KIND_WORDS[kind], {"kind": kind}))
    return grid(books, what, "Kind", lines, heads)


def per_service_user(books: Books, what: What) -> Table:
    """How many complaints there were for those who use the services, whose number the manager states (Council D)."""
    count, users = books.now.count(**what.where), books.bases.get("service_users")
    columns = (
        Column("complaints", "Complaints"),
        Column("users", "Service users"),
        Column("share", "Share", "percent", of="complaints", base="users"),
    )
    row = Row("all", books.label(0), (count, users, share(count, users)))
    return Table(what.key, what.title, "Period", columns, (row,), what.definition, denominator="all service users")


def stages_by_period(books: Books, what: What, periods: int) -> Table:
    """One row for each period, this one first; the formal stages and the Ombudsman (Harrow's table 15)."""
    lines = [_period(books, back) for back in range(periods)]
    return grid(books, what, "Period", lines, _kinds(STAGES[1:]))


def nature_by_group(books: Books, what: What) -> Table:
    """What young people complained about, and what others did (Harrow's tables 5 and 6 of 2017/18)."""
    return cross(books, what, "nature", "group")


def over_periods(
    books: Books, what: What, rows: str, periods: int, *, shares: bool = False, only_found: bool = False
) -> Table:
    """One row for each value, one column for each period, the oldest first (Harrow's table 3).

    With `shares` each number has its share of the period's total beside it (Council D's findings).
    """
    lines = lines_of(books, what, rows, range(periods), only_found=only_found)
    heads = _periods(books, periods)
    if shares:
        heads = [each for head in heads for each in (head, _share_of_total(head.column))]
    return grid(books, what, rows_are(rows), lines, heads)


def totals_over_periods(books: Books, what: What, periods: int) -> Table:
    """One row: how many there were in each period, and the change to the one before."""
    heads = [*_periods(books, periods), _change()]
    return grid(books, what, "Kind", [Line("all", what.title, {})], heads)


def by_share(books: Books, what: What, rows: str) -> Table:
    """One row for each value, with its number and its share of all (Harrow's table 5)."""
    number = Head(Column("number", "Number"))
    lines = lines_of(books, what, rows, (0,), only_found=True)
    return grid(books, what, rows_are(rows), lines, [number, _share_of_total(number.column)])


def cross(books: Books, what: What, rows: str, columns: str, *, only_found: bool = True) -> Table:
    """One row for each value of one thing, one column for each of another, with totals (Harrow's table 11)."""
    values = books.values(columns, (0,), only_found=only_found, **what.where)
    heads = [Head(Column(value, label(columns, value, books.profile)), {columns: value}) for value in values]
    heads.append(Head(Column(TOTAL, "Total", parts=values)))
    return grid(books, what, rows_are(rows), lines_of(books, what, rows, (0,)), heads)


def outcomes_over_periods(books: Books, what: What, rows: str, periods: int) -> Table:
    """One row for each value; each outcome in each period, and the periods' totals (Harrow's table 8)."""
    backs = tuple(range(periods))
    outcomes = books.values("outcome", backs, only_found=True, **what.where)
    heads = [
        Head(
            Column(f"{outcome}_{back}", f"{label('outcome', outcome, books.profile)} {books.label(back)}"),
            {"outcome": outcome},
            back,
        )
        for outcome in outcomes
        for back in backs
    ]
    for back in backs:
        parts = tuple(f"{outcome}_{back}" for outcome in outcomes)
        heads.append(Head(Column(f"{TOTAL}_{back}", f"Total {books.label(back)}", parts=parts), {}, back))
    return grid(books, what, rows_are(rows), lines_of(books, what, rows, backs), heads)


def _kinds(kinds: Sequence[str]) -> list[Head]:
    return [Head(Column(kind, KIND_WORDS[kind]), {"kind": kind}) for kind in kinds]


def _sum(kinds: Sequence[str]) -> Head:
    return Head(Column(TOTAL, "Total", parts=tuple(kinds)), {"kinds": "+".join(kinds)})


def _periods(books: Books, periods: int) -> list[Head]:
    return [Head(Column(f"back_{back}", books.label(back)), back=back) for back in reversed(range(periods))]


def _change() -> Head:
    return Head(Column("change", "Change", "change", of="back_0", base="back_1"))


def _period(books: Books, back: int) -> Line:
    return Line(f"back_{back}", books.label(back), {}, back=back)


def _share_of_total(column: Column) -> Head:
    text = f"{column.label}, share" if column.key.startswith("back_") else "Share"
    return Head(Column(f"{column.key}_share", text, "percent", of=column.key, base=column.key, base_row=TOTAL))
