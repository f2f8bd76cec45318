"""Charts: bars, stacked bars and lines of a table's counts or shares, as pictures and in words.

The colours are Okabe and Ito's, which people of every colour vision tell apart; lines have different marks besides,
bars their numbers written at their ends. A number that is hidden or not known is not drawn.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bot.reporting.table import TOTAL, Column, Row, Table, Value
from bot.reports.figures import written

COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#000000", "#8C6D00")
_PERCENT = ("line", "shares")  # the charts that show shares
_MARKS = ("o", "s", "^", "D", "v", "P", "X", "*")
_INK = "#1c2430"
_WIDTH = 8.0  # inches
_INCHES_A_BAR, _FEWEST_INCHES = 0.26, 1.6
_DOTS = 160  # an inch, in the PNG
_MOST_SERIES = len(COLOURS)
_FEWEST_POINTS = 2  # of a line
_KEPT = 200  # pictures, so that page, PDF and document draw each chart once


@dataclass(frozen=True)
class Series:
    """What one colour stands for, with its number in each row."""

    column: Column
    numbers: tuple[Value, ...]


@dataclass(frozen=True)
class Chart:
    """A table as a picture."""

    kind: str  # bars | stacked | line | shares
    title: str
    rows: tuple[str, ...]
    series: tuple[Series, ...]
    target: int | None = None  # per cent, of a chart of shares

    def words(self) -> str:
        """What the picture shows, for whoever does not see it; the table beside it has every number."""
        shapes = {"bars": "Bar chart", "stacked": "Stacked bar chart", "line": "Line chart", "shares": "Bar chart"}
        said = [f"{one.column.label}: {self._told(one)}" for one in self.series]
        if self.target is not None:
            said.append(f"The target is {self.target}%")
        return f"{shapes[self.kind]}. {self.title}. {'. '.join(said)}. The table that follows has every number."

    def _told(self, one: Series) -> str:
        told = [
            f"{row} {written(number, one.column)}"
            for row, number in zip(self.rows, one.numbers, strict=True)
            if isinstance(number, int | float) and number
        ]
        return ", ".join(told) or "nothing to show"


def chart_of(table: Table) -> Chart | None:
    """The chart that the table asks for; None where it asks for none, or more of it is hidden than can be drawn.

    A line with a hidden number in it is left out, as its gap would be taken for a change. A line has the shares of its
    table where it has any, since those are what is compared over time; its rows are periods and are drawn from the
    oldest. Totals are not drawn beside their parts.
    """
    if table.chart is None:
        return None
    rows, series = _drawable_parts(table)
    numbers = [number for one in series for number in one.numbers if number]
    hidden = sum(isinstance(number, str) for number in numbers)
    if not numbers or hidden > len(numbers) / 2:
        return None  # a picture of gaps would mislead
    target = table.target if table.chart == "shares" else None
    return Chart(table.chart, table.title, tuple(row.label for row in rows), series, target)


def _drawable_parts(table: Table) -> tuple[tuple[Row, ...], tuple[Series, ...]]:
    """The rows and series that can be drawn."""
    rows = tuple(row for row in table.rows if not row.is_total)
    columns = [column for column in table.columns if column.kind == _drawn(table)]
    columns = [column for column in columns if not column.parts and not column.key.startswith(TOTAL)][:_MOST_SERIES]
    if table.chart == "line":
        rows = tuple(sorted(rows, key=lambda row: row.label))
    series = tuple(Series(column, _numbers(table, column, rows)) for column in columns)
    if table.chart == "line":
        series = tuple(one for one in series if _makes_a_line(one))
    if table.chart in ("bars", "stacked"):
        rows, series = _without_noughts(rows, series)
    return rows, tuple(one for one in series if any(isinstance(number, int | float) for number in one.numbers))


@lru_cache(maxsize=_KEPT)
def svg(chart: Chart) -> bytes:
    """The picture as SVG, its text kept as text; the same chart gives the same bytes."""
    return _picture(chart, "svg")


@lru_cache(maxsize=_KEPT)
def png(chart: Chart) -> bytes:
    """The picture as PNG, for documents that take no SVG."""
    return _picture(chart, "png")


def _without_noughts(rows: tuple[Row, ...], series: tuple[Series, ...]) -> tuple[tuple[Row, ...], tuple[Series, ...]]:
    """Without the rows that have nothing to draw: the table has them, and bars beside long gaps are hard to read."""
    kept = [at for at in range(len(rows)) if any(one.numbers[at] for one in series)]
    return (
        tuple(rows[at] for at in kept),
        tuple(Series(one.column, tuple(one.numbers[at] for at in kept)) for one in series),
    )


def _makes_a_line(one: Series) -> bool:
    """Whether nothing in it is hidden and there are two numbers at least to draw a line between."""
    known = [number for number in one.numbers if number is not None]
    return len(known) >= _FEWEST_POINTS and not any(isinstance(number, str) for number in known)


def _drawn(table: Table) -> str:
    shares = any(column.kind == "percent" for column in table.columns)
    return "percent" if table.chart in _PERCENT and shares else "count"


def _numbers(table: Table, column: Column, rows: Sequence[Row]) -> tuple[Value, ...]:
    place = table.place(column.key)
    return tuple(row.cells[place] for row in rows)


def _picture(chart: Chart, kind: str) -> bytes:
    import matplotlib as mpl  # half a second, and only whoever draws needs it
    from matplotlib.figure import Figure

    settings = {"font.family": "DejaVu Sans", "font.size": 10, "svg.fonttype": "none", "svg.hashsalt": "chart"}
    with mpl.rc_context(
        {**settings, "text.color": _INK, "axes.labelcolor": _INK, "xtick.color": _INK, "ytick.color": _INK}
    ):
        figure = Figure(figsize=(_WIDTH, _height(chart)), layout="constrained")
        axes = figure.subplots()
        {"bars": _bars, "stacked": _stacked, "line": _lines, "shares": _shares}[chart.kind](axes, chart)
        _plain_frame(axes)
        if len(chart.series) > 1 or chart.target is not None:
            figure.legend(loc="outside upper left", ncols=min(len(chart.series), 3), frameon=False)
        made = io.BytesIO()
        figure.savefig(made, format=kind, dpi=_DOTS, metadata={"Date": None} if kind == "svg" else {"Software": None})
    return made.getvalue()


def _height(chart: Chart) -> float:
    if chart.kind == "line":
        return _WIDTH * 0.45
    beside = chart.kind in ("bars", "shares")
    bars = len(chart.rows) * (len(chart.series) if beside else 1.4)
    return max(_FEWEST_INCHES, 0.9 + _INCHES_A_BAR * bars + 0.12 * len(chart.rows))


def _bars(axes: Any, chart: Chart) -> None:
    """Lying bars, so that their names can be read, the first row on top, each with its number."""
    thick = 0.8 / len(chart.series)
    for at, one in enumerate(chart.series):
        places = [row + thick * (at - (len(chart.series) - 1) / 2) for row in range(len(chart.rows))]
        drawn = axes.barh(places, _drawable(one), thick * 0.92, color=COLOURS[at], label=one.column.label)
        axes.bar_label(drawn, [written(number, one.column) for number in one.numbers], padding=3)
    _rows_on_the_left(axes, chart)


def _shares(axes: Any, chart: Chart) -> None:
    """Lying bars of shares up to the whole, with a dashed line where the target is."""
    _bars(axes, chart)
    axes.set_xlim(0, 108)  # room for the number at the end of a whole bar
    axes.set_xticks(range(0, 101, 20))
    axes.set_xlabel("per cent")
    if chart.target is not None:
        axes.axvline(chart.target, color=_INK, linestyle="--", linewidth=1.5, label=f"Target {chart.target}%")


def _stacked(axes: Any, chart: Chart) -> None:
    """Lying bars of parts beside each other, with white between them."""
    start = [0.0] * len(chart.rows)
    for at, one in enumerate(chart.series):
        long = _drawable(one)
        axes.barh(
            range(len(chart.rows)), long, 0.7, left=start, color=COLOURS[at], label=one.column.label, edgecolor="white"
        )
        start = [before + more for before, more in zip(start, long, strict=True)]
    _rows_on_the_left(axes, chart)


def _lines(axes: Any, chart: Chart) -> None:
    """A line for each series, with marks of its own; it begins at nought, so that a small change looks small."""
    for at, one in enumerate(chart.series):
        numbers = [number if isinstance(number, int | float) else float("nan") for number in one.numbers]
        axes.plot(chart.rows, numbers, color=COLOURS[at], marker=_MARKS[at], linewidth=2, label=one.column.label)
    axes.set_ylim(bottom=0)
    if chart.series[0].column.kind == "percent":
        axes.set_ylabel("per cent")


def _rows_on_the_left(axes: Any, chart: Chart) -> None:
    axes.set_yticks(range(len(chart.rows)), chart.rows)
    axes.invert_yaxis()
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.margins(x=0.1)


def _plain_frame(axes: Any) -> None:
    """No frame and no grid: the numbers are written, and the table follows."""
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0)


def _drawable(one: Series) -> list[float]:
    return [float(number) if isinstance(number, int | float) else 0.0 for number in one.numbers]
