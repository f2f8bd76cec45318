"""Listings: tables of single things in words and sums: the Ombudsman's decisions, recommendations, payments."""

from __future__ import annotations

from collections.abc import Callable

from bot.reporting.books import Books
from bot.reporting.entries import NOT_RECORDED, Entry
from bot.reporting.grid import What, lines_of, name
from bot.reporting.table import Column, Row, Table, Value
from bot.reporting.words import label, rows_are


def ombudsman_cases(books: Books, what: What) -> Table:
    """Each matter that went to the Ombudsman: the team, how far it is, the decision, what was agreed."""
    columns = (
        _text("team", "Team"),
        _text("status", "Status"),
        _text("decision", "Decision"),
        _written("remedy", "Remedies"),
    )
    return _listing(books, what, columns, lambda entry: _of_ombudsman(books, entry))


def recommendations(books: Books, what: What) -> Table:
    """Each recommendation: who does it, and whether it was done."""
    columns = (
        _text("service", "Service"),
        _text("stage", "Stage"),
        _written("text", "Recommendation"),
        _written("owner", "Who does it"),
        _text("status", "How far it is"),
    )
    return _listing(books, what, columns, lambda entry: _of_recommendation(books, entry))


def payments(books: Books, what: What) -> Table:
    """What was agreed to be paid, by the stage at which it was agreed. A sum is hidden wherever its number is."""
    columns = (Column("number", "Payments"), Column("sum", "Sum", "money", of="number"))
    lines = lines_of(books, what, "stage", (0,), only_found=True)
    rows, names = [], {}
    for line in lines:
        where = {**what.where, **line.where}
        cells = (books.now.count(**where), books.now.pence(**where))
        rows.append(Row(line.key, line.label, cells, line.is_total))
        names[line.key, "number"] = name(books, 0, where)
    return Table(what.key, what.title, rows_are("stage"), columns, tuple(rows), definition=what.definition, names=names)


def _listing(
    books: Books, what: What, columns: tuple[Column, ...], cells: Callable[[Entry], tuple[Value, ...]]
) -> Table:
    """One row for each entry; no reference stands in it, as it may be published."""
    found = books.now.found(**what.where)
    rows = tuple(Row(str(at), str(at), cells(entry)) for at, entry in enumerate(found, start=1))
    return Table(what.key, what.title, "Number", columns, rows, definition=what.definition)


def _text(key: str, says: str) -> Column:
    return Column(key, says, "text")


def _written(key: str, says: str) -> Column:
    """A column of what people wrote, not of our words."""
    return Column(key, says, "text", own_words=True)


def _words(books: Books, entry: Entry, *names: str) -> tuple[Value, ...]:
    return tuple(label(name, entry.by.get(name, NOT_RECORDED), books.profile) for name in names)


def _of_ombudsman(books: Books, entry: Entry) -> tuple[Value, ...]:
    told = entry.record.details if entry.record else {}
    return (*_words(books, entry, "team", "status", "decision"), "; ".join(told.get("remedies", ())))


def _of_recommendation(books: Books, entry: Entry) -> tuple[Value, ...]:
    told = entry.record.details if entry.record else {}
    texts = tuple(str(told.get(name, "")) for name in ("text", "owner"))
    return (*_words(books, entry, "service", "stage"), *texts, *_words(books, entry, "status"))
