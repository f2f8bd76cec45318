"""Building: case records made to printed figures. What was printed gives numbers and not which case had which.

A file states groups (how many of a kind came for a team) and deals: how often each value of something occurs among the
cases that are alike in something else. Values are dealt in order to whoever has none yet, so the same file always
makes the same records, and a figure that cannot be met is told at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from bot.complaints.working_days import Calendar, add_working_days
from bot.years.past_case import PastCase
from bot.years.printed import PrintedReport

# Working days from receipt, or from the start of a stage, to its answer: within the first limit, within the outer one,
# or after both. No report prints the days themselves, so they lie somewhere in these.
_STAGE_1_DAYS = {"first": (2, 10), "extended": (12, 20), "late": (22, 38)}
_STAGE_2_DAYS = {
    "statutory": {"first": (12, 25), "extended": (30, 65), "late": (67, 77)},
    "corporate": {"first": (4, 10), "extended": (12, 20), "late": (22, 38)},
}
_STAGE_3_DAYS = (40, 50)
_BETWEEN = (3, 7)  # between an answer and the next thing that is asked
_SPREAD = 230  # days of the year over which receipt is spread; those that go on come early, to be counted in the year
_SPREAD_OF_LATER_STAGES = 60
_OF_BUILDING = ("year", "stage_1", "stage_2", "stage_3", "ombudsman", "withdraws")  # not columns of a past case
_FIRST_DAY = (4, 1)
_FOUND = ("stage_1_found", "stage_2_found", "stage_3_found")
_LISTS = ("nature", "matter", "remedies")

Card = dict[str, Any]  # what is known of one case before it has days
Pick = Callable[[int, int], int]  # a number from the first to the last of these


class CannotBeBuilt(Exception):
    """The figures of a printed report that no set of cases can have; the message says which."""


def past_cases(report: PrintedReport, calendar: Calendar) -> tuple[PastCase, ...]:
    """The records of a report. Raises CannotBeBuilt."""
    numbered = Counter[int]()
    made = []
    for card in cards(report):
        numbered[card["year"]] += 1
        number = numbered[card["year"]]
        received = card.get("received") or _received(card, number)
        made.append(dated(card, f"{card['year']}-{number:04}", received, calendar, _middle))
    return tuple(made)


def cards(report: PrintedReport) -> list[Card]:
    """Every case of a report without its days, in the order of the groups. Raises CannotBeBuilt."""
    found = list(_cards(report))
    for deal in report.deals:
        _deal(found, deal)
    return found


def dated(card: Card, reference: str, received: date, calendar: Calendar, pick: Pick) -> PastCase:
    """The past case that a card makes when it came on this day; `pick` says how long each step took."""
    told = {name: value for name, value in card.items() if name not in (*_OF_BUILDING, "received")}
    told |= {name: (told[name],) for name in _LISTS if name in told}
    told |= {name: tuple(_findings(told[name])) for name in _FOUND if name in told}
    return PastCase(reference, received, **_days(card, received, calendar, pick), **told)


def _middle(low: int, high: int) -> int:
    return (low + high) // 2


# --- groups and deals ---


def _cards(report: PrintedReport) -> Iterator[Card]:
    """One for each case, with what its group says of it."""
    for group in report.groups:
        alike = {name: value for name, value in group.items() if name not in ("teams", "count")}
        teams = group.get("teams", {None: group.get("count")})
        for team, count in teams.items():
            yield from ({**alike, **({"team": team} if team else {})} for _ in range(count))


def _deal(found: list[Card], deal: Mapping[str, Any]) -> None:
    """Deal the values of one thing until each occurs as often among these cases as was printed."""
    among = deal["among"]
    (name, wanted), *others = ((name, value) for name, value in deal.items() if name != "among")
    if others:
        raise CannotBeBuilt(f"a deal is of one thing, not also of {others[0][0]}")
    chosen = [card for card in found if all(_has(card, *each) for each in among.items())]
    already = Counter(card[name] for card in chosen if name in card)
    free = iter([card for card in chosen if name not in card])
    for value, count in wanted.items():
        missing = count - already[value]
        for _ in range(missing):
            card = next(free, None)
            if card is None:
                raise CannotBeBuilt(f"{name} {value}: there are not {count} of it among {among}")
            card[name] = value
        if missing < 0:
            raise CannotBeBuilt(f"{name} {value}: more than {count} of it among {among} already")


def _has(card: Mapping[str, Any], name: str, value: Any) -> bool:
    """True asks for any value, False for none, a list for one of several."""
    if isinstance(value, bool):
        return (name in card) is value
    return card.get(name) in value if isinstance(value, list) else bool(card.get(name) == value)


# --- days ---


def _received(card: Mapping[str, Any], number: int) -> date:
    goes_on = any(name in card for name in ("stage_2", "ombudsman"))
    spread = _SPREAD_OF_LATER_STAGES if goes_on else _SPREAD
    return date(card["year"], *_FIRST_DAY) + timedelta(days=number * 37 % spread)


def _days(card: Card, received: date, calendar: Calendar, pick: Pick) -> dict[str, Any]:
    """The days of what happened, each some time after the one before."""
    days: dict[str, Any] = {}
    last = received

    def after(span: tuple[int, int]) -> date:
        nonlocal last
        last = add_working_days(last, pick(*span), calendar)
        return last

    if card.get("stage_1") in _STAGE_1_DAYS:
        days["stage_1_answered"] = after(_STAGE_1_DAYS[card["stage_1"]])
    if card.get("withdraws"):
        days["withdrawn"] = after(_BETWEEN)
    if "stage_2" in card:
        days |= {"stage_2_asked": after(_BETWEEN), "stage_2_started": after(_BETWEEN)}
        if span := _STAGE_2_DAYS[card["booked_as"]].get(card["stage_2"]):
            days["stage_2_answered"] = after(span)
    if "stage_3" in card:
        days |= {"stage_3_asked": after(_BETWEEN), "stage_3_answered": after(_STAGE_3_DAYS)}
    if "ombudsman" in card:
        days["ombudsman_asked"] = after(_BETWEEN)
    if card.get("ombudsman", "open") != "open":
        days |= {"ombudsman_decided": after(_BETWEEN), "ombudsman_found": card["ombudsman"]}
    return days


def _findings(told: str) -> Iterator[str]:
    """ "upheld" is one finding; "3 upheld, 10 not_upheld" are thirteen."""
    for part in told.split(", "):
        count, _, outcome = part.rpartition(" ")
        yield from [outcome] * int(count or 1)
