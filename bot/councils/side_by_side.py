"""The councils' profiles side by side: every clock, what differs, and what was printed that the law does not allow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from bot.complaints.profile import CALENDAR_DAYS, MONTHS, WORKING_DAYS, Limit, Profile

_UNITS = {WORKING_DAYS: "wd", CALENDAR_DAYS: "days", MONTHS: "months"}
_NAME_WIDTH, _CELL_WIDTH = 28, 25
_OTHERS: dict[str, Callable[[Profile], str]] = {
    "corporate stages": lambda profile: str(profile.corporate_stages),
    "corporate stage 2": lambda profile: "discretionary" if profile.corporate_stage_2_discretionary else "a right",
    "target on time": lambda profile: _joined(f"{value} %" for value in profile.targets.values()),
    "an inconclusive finding": lambda profile: profile.outcomes["no_finding"],
    "version": lambda profile: profile.version,
}


def lines(profiles: Sequence[Profile], day: date) -> Iterator[str]:
    """The comparison for one day, line by line; a star marks what is not the same everywhere."""
    yield ""
    yield f"Side by side on {day.isoformat()} (* differs; 10-20: first and outer limit; wd: working days; ? unverified)"
    yield _line(" ", "", [profile.code for profile in profiles])
    for name in profiles[0].limits:
        yield _compared(name, [limit(profile.limits[name]) for profile in profiles])
        starts = [profile.limits[name].runs_from for profile in profiles]
        if len(set(starts)) > 1:
            yield from (f"    {p.code} counts from: {start}" for p, start in zip(profiles, starts, strict=True))
    for name, of in _OTHERS.items():
        yield _compared(name, [of(profile) for profile in profiles])
    yield ""
    yield "Printed, but driving no case:"
    for profile in profiles:
        for one in profile.as_printed:
            yield f"  {profile.code}, {one.about}: printed {one.printed}; the law: {one.law} ({one.source})"


def limit(one: Limit) -> str:
    """A limit as `10-20 wd`, with a question mark where its source was not verified."""
    outer = f"-{one.extendable_to}" if one.extendable_to else ""
    return f"{one.length}{outer} {_UNITS[one.unit]}{'' if one.verified else ' ?'}"


def _compared(name: str, cells: Sequence[str]) -> str:
    return _line("*" if len(set(cells)) > 1 else " ", name, cells)


def _line(mark: str, name: str, cells: Sequence[str]) -> str:
    return f"{mark} {name:<{_NAME_WIDTH}} " + "|".join(f"{cell:<{_CELL_WIDTH}}" for cell in cells).rstrip()


def _joined(texts: Iterator[str]) -> str:
    return ", ".join(texts) or "none"
