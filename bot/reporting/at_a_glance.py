"""At a glance: a manager's few tables of one period: what came, what is open, what was in time, what went on.

Each is broken down in the same way, by team, by nature or by month. Small numbers are shown: none is for publication.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.complaints.case import Case
from bot.complaints.procedures import months_later
from bot.complaints.profile import Profile
from bot.reporting import rates
from bot.reporting.books import Books, open_books
from bot.reporting.definitions import BASES, definition
from bot.reporting.entries import NOT_RECORDED
from bot.reporting.grid import Head, Line, What, grid, lines_of, total_line
from bot.reporting.period import Period
from bot.reporting.standing import LATE_NOW, STANDINGS, open_today
from bot.reporting.table import TOTAL, Column, Table, Value
from bot.reporting.tally import CaseTally
from bot.reporting.words import KIND_WORDS, label, rows_are

BREAKDOWNS = ("team", "nature", "month")
STAGE = "stage_1"  # the stage whose answers the councils' targets are of
_CAME = ("stage_1", "representation", "duty", "compliment", "member_enquiry", "outside")  # as the report counts it
_OPEN_SAYS = "As things stand today, whenever the case was received; a case is late when its next date has passed."


@dataclass(frozen=True)
class Choice:
    """What the manager looks at; no team means all of them, NOT_RECORDED those cases that have none yet."""

    period: Period
    team: str = ""
    by: str = BREAKDOWNS[0]


@dataclass(frozen=True)
class Glance:
    """The tables of one choice, and the few numbers that say most."""

    choice: Choice
    as_of: date
    tables: tuple[Table, ...]
    target: int | None  # per cent of stage 1 that is to be in time; None where the council has set none

    def table(self, key: str) -> Table | None:
        """The table with this key, or None."""
        return next((table for table in self.tables if table.key == key), None)

    def total(self, key: str, column: str) -> Value:
        """A number of the row of totals. Raises KeyError where there is none."""
        table = self.table(key)
        if table is None:
            raise KeyError(key)
        return table.at(TOTAL, column)

    @property
    def late(self) -> int:
        """How many open cases are late today."""
        table = self.table("open")
        found = table and any(column.key == LATE_NOW for column in table.columns)
        return int(self.total("open", LATE_NOW) or 0) if found else 0

    @property
    def reaches_target(self) -> bool | None:
        """Whether enough was answered within either limit; None without a target, or without an answer."""
        share = self.total("in_time", "both_share")
        return share >= self.target if self.target is not None and isinstance(share, float) else None


def at_a_glance(cases: Iterable[Case], profile: Profile, choice: Choice, today: date) -> Glance:
    """The tables of a choice, from these cases as they are today."""
    chosen = [case for case in cases if choice.team in ("", case.team or NOT_RECORDED)]
    books = open_books(chosen, profile, choice.period, today, {}, {})
    now = replace(books, now=CaseTally(open_today(chosen, profile, today)))
    target = profile.targets.get(STAGE)
    made = (
        _received(books, choice.by),
        _open(now, choice.by),
        _in_time(books, choice.by, target),
        _went_on(books, choice.by),
    )
    return Glance(choice, today, made, target)


def _received(books: Books, by: str) -> Table:
    """What came, by what it was, with the same period of the year before beside it."""
    kinds = [kind for kind in _CAME if kind == STAGE or books.now.count(kind=kind)]
    heads = [Head(Column(kind, KIND_WORDS[kind]), {"kind": kind}) for kind in kinds]
    heads.append(Head(Column(TOTAL, "Total", parts=tuple(kinds)), {"kinds": "+".join(kinds)}))
    if by != "month":  # no month of this year is one of the year before
        heads.append(Head(Column(f"{TOTAL}_1", books.label(1)), {"kinds": "+".join(_CAME)}, back=1))
    what = What("received", f"Received, {books.label(0)}", definition="received", chart="stacked")
    return _explained(grid(books, what, rows_are(by), _lines(books, what, by), heads), books)


def _open(books: Books, by: str) -> Table:
    """What is open today, by how it stands."""
    what = What("open", "Open today", {"kind": "open"}, chart="stacked")
    found = [value for value in STANDINGS if books.now.count(kind="open", standing=value)]
    heads = [Head(Column(each, label("standing", each, books.profile)), {"standing": each}) for each in found]
    heads.append(Head(Column(TOTAL, "Total", parts=tuple(found))))
    lines = lines_of(books, what, by, (0,), only_found=True)
    return replace(grid(books, what, rows_are(by), _in_words(lines, by), heads), definition=_OPEN_SAYS)


def _in_time(books: Books, by: str, target: int | None) -> Table:
    """Stage 1 answered in time, within both limits, against the council's target."""
    title = f"Stage 1 answered in time, received in {books.label(0)}"
    what = What("in_time", title, {"kind": STAGE}, "in_time", denominator="in_time", chart="shares")
    made = rates.in_time(books, what, by, _lines(books, what, by))
    return replace(_explained(made, books), target=target)


def _went_on(books: Books, by: str) -> Table:
    """How many went on to stage 2."""
    what = What("went_on", "Went on to stage 2", definition="escalation", denominator="escalation", chart="bars")
    return _explained(rates.escalation(books, what, by, lines=_lines(books, what, by)), books)


def _lines(books: Books, what: What, by: str) -> list[Line]:
    """A row for each value that occurs; of months one for each that has begun, also when nothing came in it."""
    if by != "month":
        return lines_of(books, what, by, (0,), only_found=True)
    period = books.period
    starts = [months_later(period.first, count) for count in range(12)]
    months = [f"{first:%Y-%m}" for first in starts if first <= period.last]
    return _in_words([*(Line(month, month, {"month": month}) for month in months), total_line()], by)


def _in_words(lines: list[Line], by: str) -> list[Line]:
    """Months as people say them; everything else has its words already."""
    if by != "month":
        return lines
    return [line if line.is_total else replace(line, label=_month(line.key)) for line in lines]


def _month(key: str) -> str:
    return f"{date.fromisoformat(f'{key}-01'):%B %Y}"


def _explained(table: Table, books: Books) -> Table:
    """The table with how it is counted, in words."""
    base = BASES.get(table.denominator)
    return replace(
        table,
        definition=str(definition(table.definition, books.profile)),
        denominator=base(books.profile.report) if base else "",
    )
