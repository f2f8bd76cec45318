"""The books of one report: what was booked in its period and in those before it, and the council that they are of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.complaints.case import Case
from bot.complaints.profile import Profile
from bot.reporting.entries import NOT_RECORDED, Entry, entries_of
from bot.reporting.period import Period
from bot.reporting.tally import CaseTally, PastTally, Tally
from bot.reporting.words import known_values

YEARS_BACK = 4  # the longest comparison that a council prints is of five years (Staffordshire)


@dataclass(frozen=True)
class Books:
    """What every table of one report is made from."""

    profile: Profile
    period: Period
    now: CaseTally
    before: tuple[Tally, ...]  # the period before first
    bases: Mapping[str, int] = field(default_factory=dict)  # numbers that no case tells

    def tally(self, back: int) -> Tally:
        """The books of so many periods before; 0 is the report's own."""
        return self.before[back - 1] if back else self.now

    def label(self, back: int) -> str:
        """What that period is called."""
        return self.period.before(back).label if back else self.period.label

    def values(self, by: str, periods: Iterable[int], *, only_found: bool = False, **where: str) -> tuple[str, ...]:
        """The values that get a row: those that the council always shows, others that occur, what was not recorded.

        With `only_found` those that do not occur in these periods are left out.
        """
        found = {value for back in periods for value in self.tally(back).values(by, **where)}
        known = known_values(by, self.profile)
        others = sorted(found - set(known) - {NOT_RECORDED})
        shown = [value for value in known if value in found or not only_found] + others
        return (*shown, *([NOT_RECORDED] if NOT_RECORDED in found else []))


def open_books(
    cases: Iterable[Case],
    profile: Profile,
    period: Period,
    as_of: date,
    past: Mapping[Period, Tally],
    bases: Mapping[str, int],
) -> Books:
    """The books of a period. A period before it comes from `past` where somebody stated its totals, else from cases.

    Where neither is there, because no case is as old as that, its figures are not known: they are not nothing.
    """
    entries = entries_of(cases, profile, as_of)
    return Books(
        profile,
        period,
        CaseTally(_within(entries, period)),
        tuple(_of(entries, period.before(back), past) for back in range(1, YEARS_BACK + 1)),
        bases,
    )


def _of(entries: tuple[Entry, ...], period: Period, past: Mapping[Period, Tally]) -> Tally:
    if period in past:
        return past[period]
    if not entries or entries[0].on > period.last:
        return PastTally({})
    return CaseTally(_within(entries, period))


def _within(entries: tuple[Entry, ...], period: Period) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if period.holds(entry.on))
