"""Figures: how the cells of tables are written, the same in every output."""

from __future__ import annotations

from bot.reporting.table import Column, Value

UNKNOWN = "not known"
NO_BASE = "n/a"  # a share of nothing, or of what is not known
_PENCE = 100


def written(value: Value, column: Column) -> str:
    """A cell as it is read: 1,234, 33%, +14%, £1,500, a text, or that it is not known."""
    if value is None:
        return NO_BASE if column.kind in ("percent", "change") else UNKNOWN
    if isinstance(value, str):
        return value
    if column.kind == "percent":
        return f"{_rounded(value)}%"
    if column.kind == "change":
        return f"{_rounded(value):+d}%" if _rounded(value) else "no change"
    if column.kind == "money":
        return f"£{value / _PENCE:,.2f}".removesuffix(".00")
    return f"{value:,}"


def plain(value: Value, column: Column) -> int | float | str | None:
    """A cell for a sheet: numbers stay numbers, shares with one digit after the point, money in pounds."""
    if isinstance(value, str) or value is None:
        return value
    if column.kind in ("percent", "change"):
        return round(value, 1)
    return value / _PENCE if column.kind == "money" else value


def is_number(column: Column) -> bool:
    """Whether the cells of a column are aligned as numbers."""
    return column.kind != "text"


def _rounded(value: float) -> int:
    """The nearest whole number, halves away from nought, as people round."""
    whole = int(abs(value) + 0.5)
    return -whole if value < 0 else whole
