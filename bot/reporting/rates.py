"""Rates: how many went on to the next stage, and how many were answered in time, each with its base beside it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.complaints.layout import RECEIVED
from bot.reporting.books import Books
from bot.reporting.grid import Head, Line, What, grid, lines_of
from bot.reporting.table import Column, Table
from bot.reporting.words import KIND_WORDS, rows_are

_IN_FIRST, _IN_BOTH, _LATE = "first", "first+extended", "late"
_ANSWERED = "first+extended+late"


def escalation(books: Books, what: What, rows: str, to: str = "stage_2", lines: Sequence[Line] | None = None) -> Table:
    """How many of a service's stage 1 complaints went on: the requests of the period, of its stage 1 complaints.

    The whole's share is of the whole, never the sum or the mean of the services' shares. `lines` are its rows, where
    they are not those of all the values.
    """
    heads = [*_stages(("stage_1", to), 0), Head(Column("share", "Went on", "percent", of=f"{to}_0", base="stage_1_0"))]
    return grid(books, what, rows_are(rows), lines or lines_of(books, what, rows, (0,)), heads)


def escalation_over_periods(books: Books, what: What, rows: str, periods: int, to: str = "stage_2") -> Table:
    """The same over several periods, the oldest first, each share with both numbers beside it."""
    heads = []
    for back in reversed(range(periods)):
        went_on = Column(
            f"share_{back}", f"{books.label(back)}, went on", "percent", of=f"{to}_{back}", base=f"stage_1_{back}"
        )
        heads += [*_stages(("stage_1", to), back, f"{books.label(back)}, "), Head(went_on)]
    return grid(books, what, rows_are(rows), lines_of(books, what, rows, range(periods)), heads)


def escalation_by_period(books: Books, what: What, periods: int, to: str = "stage_2") -> Table:
    """One row for each period, the oldest first (Staffordshire's five years)."""
    heads = [*_stages(("stage_1", to), 0), Head(Column("share", "Went on", "percent", of=f"{to}_0", base="stage_1_0"))]
    lines = [Line(f"back_{back}", books.label(back), {}, back=back) for back in reversed(range(periods))]
    return grid(books, what, "Period", lines, heads)


def in_time(books: Books, what: What, rows: str, lines: Sequence[Line] | None = None) -> Table:
    """One row for each value, or the rows of `lines`: answered within the first limit, the extended one, and later."""
    return grid(books, what, rows_are(rows), lines or lines_of(books, what, rows, (0,)), _in_time(books))


def in_time_by_period(books: Books, what: What, periods: int) -> Table:
    """One row for each period, this one first."""
    lines = [Line(f"back_{back}", books.label(back), {}, back=back) for back in range(periods)]
    return grid(books, what, "Period", lines, _in_time(books))


def in_time_over_periods(books: Books, what: What, rows: str, periods: int) -> Table:
    """One row for each value: within and over timescale, this period and those before it (Harrow's table 12)."""
    heads = []
    for times, says in ((_IN_BOTH, "Within timescale"), (_LATE, "Over timescale")):
        for back in range(periods):
            column = Column(f"{times}_{back}", f"{says} {books.label(back)}")
            heads.append(Head(column, {"timelies": times} if "+" in times else {"timely": times}, back))
    return grid(books, what, rows_are(rows), lines_of(books, what, rows, range(periods)), heads)


def _stages(kinds: Sequence[str], back: int, before: str = "") -> list[Head]:
    return [Head(Column(f"{kind}_{back}", f"{before}{KIND_WORDS[kind]}"), {"kind": kind}, back) for kind in kinds]


def _in_time(books: Books) -> list[Head]:
    """The numbers, and their shares of what the profile measures by: the answered, or all that were received."""
    base = "received" if books.profile.report.in_time_of == RECEIVED else "answered"
    return [
        Head(Column("received", "Received")),
        Head(Column("answered", "Answered", parts=(_IN_FIRST, "extended", _LATE)), {"timelies": _ANSWERED}),
        Head(Column(_IN_FIRST, "Within the first limit"), {"timely": _IN_FIRST}),
        Head(Column("extended", "Within the extended limit only"), {"timely": "extended"}),
        Head(Column(_LATE, "Later than both"), {"timely": _LATE}),
        Head(Column("both", "Within either limit", parts=(_IN_FIRST, "extended")), {"timelies": _IN_BOTH}),
        Head(Column("first_share", "Within the first limit, share", "percent", of=_IN_FIRST, base=base)),
        Head(Column("both_share", "Within either limit, share", "percent", of="both", base=base)),
    ]
