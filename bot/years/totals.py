"""Totals: figures of a year without cases, as the report's tallies take them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from bot.ports import PastTotal
from bot.reporting.entries import NOT_RECORDED
from bot.reporting.period import Period
from bot.reporting.period import year as year_from
from bot.reporting.tally import PastTally, Where
from bot.reporting.words import known_values
from bot.years.courses import Council
from bot.years.schema import COUNTED_BY


class Unfit(Exception):
    """A row of totals whose cells do not belong together; the message says why, `column` where."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column


def total_of(values: Mapping[str, Any], council: Council, today: date) -> PastTotal:
    """The total that a row's values make. Raises Unfit."""
    number, pence = values.get("number"), values.get("pounds")
    if (number is None) == (pence is None):
        raise Unfit("number", "a row has either a number or pounds")
    if (pence is not None) != (values["counted"] == "payment"):
        raise Unfit("pounds", "sums of money are of payments, and payments are sums of money")
    if date(values["year"] + 1, 4, 1) > today:
        raise Unfit("year", "is not over yet")
    for name in COUNTED_BY:
        _check_known(name, values.get(name), council)
    where = {"kind": values["counted"], **{name: values[name] for name in COUNTED_BY if name in values}}
    return PastTotal(council.code, values["year"], where, number, pence, values["source"])


def _check_known(name: str, value: str | None, council: Council) -> None:
    """A value that no version of the council's profile knows would stand in no table, and nobody would notice."""
    known = {each: None for profile in council.profiles for each in known_values(name, profile)}
    if value is not None and known and value not in known and value != NOT_RECORDED:
        raise Unfit(name, f"{value!r} is none of {', '.join(known)}")


def tallies(totals: Iterable[PastTotal]) -> Mapping[Period, PastTally]:
    """The books of past years that these totals make, for the report to compare with."""
    numbers: dict[int, dict[Where, int]] = defaultdict(dict)
    sums: dict[int, dict[Where, int]] = defaultdict(dict)
    for total in totals:
        where = frozenset(total.where.items())
        if total.number is not None:
            numbers[total.year][where] = total.number
        if total.pence is not None:
            sums[total.year][where] = total.pence
    return {year_from(year): PastTally(numbers[year], sums[year]) for year in {*numbers, *sums}}
