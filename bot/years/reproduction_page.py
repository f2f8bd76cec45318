"""The page docs/reproduction.md: every printed figure beside ours, written from the comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.reporting.table import Table, Value
from bot.years.comparing import DIFFERENT, EQUAL, LEFT_OUT, UNCLEAR, Cell, Compared, compare, our_report
from bot.years.courses import Council
from bot.years.printed import PrintedReport

INTRODUCTION = """# The printed reports, made again

Written by `python -m bot reproduction`; a test holds it to what the software does.

For each of five annual reports of four councils, case records were built to the printed figures
(`bot/years/printed`), and our report was made from those records under that council's profile. Below, each printed
table has its cells:

- a number alone: ours is **equal**. Printed shares are whole numbers; ours is equal if it rounds to it, a half either
  way.
- a number with **ours** beside it: they are **different**, because the printed report contradicts itself, counts
  something else, or was not rounded. The note says what, and where.
- a question mark: the figure **cannot be made out** in the document. It was not guessed.

What was printed says how often something occurred and not in which case, so the records are one of many sets that have
these figures. They prove that the report counts as the councils did, and where the councils did not count alike."""


def page(reports: Sequence[PrintedReport], councils: Mapping[str, Council]) -> str:
    """The whole page. Raises CannotBeBuilt for figures that no cases can have."""
    compared = {report.name: compare(report, our_report(report, councils[report.council])) for report in reports}
    parts = [INTRODUCTION, "\n".join(_summary(reports, compared))]
    for report in reports:
        parts.append(f"## {report.report}")
        parts += ["\n".join(_table(each)) for each in compared[report.name]]
    return "\n\n".join(parts) + "\n"


def _summary(reports: Sequence[PrintedReport], compared: Mapping[str, Sequence[Compared]]) -> Iterator[str]:
    yield "| report | cells | equal | different, explained | cannot be made out |"
    yield "|---|---:|---:|---:|---:|"
    whole: Counter[str] = Counter()
    for report in reports:
        counts = Counter(cell.what for table in compared[report.name] for cell in table.cells)
        whole += counts
        yield _counted(report.report, counts)
    yield _counted("**all**", whole)


def _counted(name: str, counts: Counter[str]) -> str:
    numbers = " | ".join(str(counts[what]) for what in (EQUAL, DIFFERENT, UNCLEAR))
    return f"| {name} | {counts.total()} | {numbers} |"


def _table(compared: Compared) -> Iterator[str]:
    printed = compared.printed
    yield f"### {printed.printed}"
    yield ""
    place = printed.place[:1].upper() + printed.place[1:]
    yield f"{place}. " + (f"Ours: {compared.ours.title}." if compared.ours else "Cannot be made out.")
    yield ""
    notes = list(dict.fromkeys(cell.why for cell in compared.cells if cell.why))
    if compared.ours:
        yield from _grid(compared.ours, compared.cells, notes)
        yield ""
    yield from (f"{at}. {note[:1].upper()}{note[1:]}." for at, note in enumerate(notes, start=1))


def _grid(ours: Table, cells: Iterable[Cell], notes: Sequence[str]) -> Iterator[str]:
    by_row: dict[str, list[Cell]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
    columns = {column.key: column.label for column in ours.columns}
    rows = {row.key: row.label for row in ours.rows}
    heads = [columns.get(cell.column, _plain(cell.column)) for cell in next(iter(by_row.values()))]
    yield f"| {ours.rows_are} | {' | '.join(heads)} |"
    yield f"|---|{'---:|' * len(heads)}"
    for key, of_row in by_row.items():
        yield f"| {rows.get(key, _plain(key))} | {' | '.join(_shown(cell, notes) for cell in of_row)} |"


def _plain(key: str) -> str:
    return key[:1].upper() + key[1:].replace("_", " ")


def _shown(cell: Cell, notes: Sequence[str]) -> str:
    mark = f" ({notes.index(cell.why) + 1})" if cell.why else ""
    if cell.what == EQUAL:
        return str(cell.printed)
    return f"?{mark}" if cell.what == UNCLEAR else f"{cell.printed}, **ours {_number(cell.ours)}**{mark}"


def _number(value: Value) -> str:
    if isinstance(value, float):
        return f"{value:.1f}"
    return "no share" if value is None else "none" if value == LEFT_OUT else str(value)
