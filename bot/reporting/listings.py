"""Listings: tables of single things in words and sums: the Ombudsman's decisions, recommendations, payments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.complaints.profile import Limit
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
        replace(_written("owner", "Who does it"), published=False),
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


_STEPS: Mapping[str, Mapping[str, str]] = {  # the clocks of each procedure, in the order in which they run
    "statutory": {
        "raise_a_concern": "Making a complaint",
        "statutory_stage_1": "Stage 1: the team answers",
        "ask_stage_2": "Asking for stage 2",
        "statutory_stage_2": "Stage 2: an investigator and an independent person look into it, and the council answers",
        "ask_stage_3": "Asking for stage 3",
        "panel_meets": "Stage 3: a panel of three independent people meets",
        "panel_reports": "Stage 3: the panel reports",
        "authority_responds": "Stage 3: the council answers the panel",
        "ask_the_ombudsman": "Asking the Ombudsman, at any time",
    },
    "corporate": {
        "corporate_acknowledge": "The council says that the complaint has come",
        "corporate_stage_1": "Stage 1: the team answers",
        "corporate_stage_2": "Stage 2: somebody who did not answer at stage 1 answers",
        "ask_the_ombudsman": "Asking the Ombudsman, at any time",
    },
}


def time_limits(books: Books, what: What, procedure: str) -> Table:
    """The steps of a procedure, how long each may take and from when, as the council's profile has them."""
    columns = (
        _text("limit", "Within"),
        _text("from", "Counted from the day on which"),
        _text("extended", "With a reason, at most within"),
        _text("source", "Where it is laid down"),
    )
    limits = books.profile.limits
    rows = tuple(Row(key, says, _of_limit(limits[key])) for key, says in _STEPS[procedure].items() if key in limits)
    return Table(what.key, what.title, "Step", columns, rows, about_people=False)


def _of_limit(limit: Limit) -> tuple[Value, ...]:
    unit = limit.unit.replace("_", " ")
    extended = f"{limit.extendable_to} {unit}" if limit.extendable_to else ""
    return f"{limit.length} {unit}", limit.runs_from, extended, limit.source


def _listing(
    books: Books, what: What, columns: tuple[Column, ...], cells: Callable[[Entry], tuple[Value, ...]]
) -> Table:
    """One row for each entry; no reference stands in it, as it may be published."""
    found = books.now.found(**what.where)
    rows = tuple(Row(str(at), str(at), cells(entry)) for at, entry in enumerate(found, start=1))
    lists = name(books, 0, what.where)
    return Table(what.key, what.title, "Number", columns, rows, definition=what.definition, lists=lists)


def _text(key: str, says: str) -> Column:
    """A column of our words, by which the rows could be counted."""
    return Column(key, says, "text", published=False)


def _written(key: str, says: str) -> Column:
    """A column of what people wrote, not of our words; it is what may be published of a listing."""
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
