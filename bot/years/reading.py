"""Reading: the words of a row to values, or every fault with its line, column and reason in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.years import schema
from bot.years.schema import Column, Sheet
from bot.years.sheets import RawRow

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?")
_BRITISH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_YEAR = re.compile(r"(\d{4})/(\d{2})")
LONGEST_TEXT = 120


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong in a file, and where."""

    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        """As a person is told."""
        return f"line {self.line}, {self.column}: {self.reason}"


class _Wrong(Exception):
    """A cell does not hold what belongs there; the message ends the sentence."""


def values_of(row: RawRow, sheet: Sheet) -> tuple[dict[str, Any], list[Fault]]:
    """The values of a row by column, and its faults. A cell with a fault has no value."""
    values: dict[str, Any] = {}
    faults = [Fault(row.line, "after the last column", f"{cell!r} stands under no heading") for cell in row.surplus]
    for column in sheet.columns:
        try:
            values.update(_value(column, row.cells.get(column.name)))
        except _Wrong as wrong:
            faults.append(Fault(row.line, column.name, str(wrong)))
    return values, faults


def _value(column: Column, told: str | None) -> Iterator[tuple[str, Any]]:
    if told is None:
        if column.needed:
            raise _Wrong("must not be empty")
        return
    if column.several:
        yield column.name, tuple(_choice(column, part.strip()) for part in told.split(";") if part.strip())
    elif column.choices:
        yield column.name, _choice(column, told)
    else:
        yield column.name, _OF_KIND[column.kind](told)


def _choice(column: Column, told: str) -> str:
    plain = re.sub(r"[\s-]+", "_", told.lower())
    if plain not in column.choices:
        raise _Wrong(f"{told!r} is none of {', '.join(column.choices)}")
    return plain


def _text(told: str) -> str:
    if len(told) > LONGEST_TEXT:
        raise _Wrong(f"longer than {LONGEST_TEXT} characters: past years carry nobody's words")
    return told


def _reference(told: str) -> str:
    if not _REFERENCE.fullmatch(told):
        raise _Wrong(f"{told!r} may have letters, digits, full stops, hyphens and underscores, at most 40 of them")
    return told


def _day(told: str) -> date:
    """2020-04-01, or 01/04/2020 with the day first, as in England."""
    if found := _ISO.fullmatch(told):
        parts = [int(part) for part in found.groups()]
    elif found := _BRITISH.fullmatch(told):
        parts = [int(part) for part in reversed(found.groups())]
    else:
        raise _Wrong(f"{told!r} is no day: write 2020-04-01 or 01/04/2020")
    try:
        return date(*parts)
    except ValueError:
        raise _Wrong(f"{told!r} is no day of the calendar") from None


def _whole(told: str) -> int:
    if not re.fullmatch(r"\d{1,9}", told.replace(",", "")):
        raise _Wrong(f"{told!r} is no whole number")
    return int(told.replace(",", ""))


def _pounds(told: str) -> int:
    """A sum in pence."""
    try:
        pounds = Decimal(told.removeprefix("£").replace(",", "").strip())
    except InvalidOperation:
        raise _Wrong(f"{told!r} is no sum in pounds") from None
    if not pounds.is_finite() or pounds < 0 or pounds != round(pounds, 2) or pounds > 10_000_000:
        raise _Wrong(f"{told!r} is no sum in pounds and pence")
    return int(pounds * 100)


def _year(told: str) -> int:
    """2020/21 to 2020, the year in which it begins."""
    found = _YEAR.fullmatch(told)
    if not found or (int(found[1]) + 1) % 100 != int(found[2]):
        raise _Wrong(f"{told!r} is no year: write 2020/21")
    return int(found[1])


_OF_KIND: dict[str, Callable[[str], Any]] = {
    schema.TEXT: _text,
    schema.REFERENCE: _reference,
    schema.DAY: _day,
    schema.WHOLE: _whole,
    schema.POUNDS: _pounds,
    schema.YEAR: _year,
}
