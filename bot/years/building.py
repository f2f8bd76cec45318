"""Building: case records made to printed figures. What was printed gives numbers and not which case had which.

A file states groups (how many of a kind came for a team) and deals: how often each value of something occurs among the
cases that are alike in something else. Values are dealt in order to whoever has none yet, so the same file always
makes the same records, and a figure that cannot be met is told at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from bot.complaints.working_days import Calendar, add_working_days
from bot.years.past_case import PastCase
from bot.years.printed import PrintedReport

# Working days from receipt, or from the start of a stage, to its answer: within the first limit, within the outer, or
# after both. No report prints the days themselves.
_STAGE_1_DAYS = {"first": 8, "extended": 15, "late": 30}
_STAGE_2_DAYS = {"first": 8, "extended": 50, "late": 72}
_BETWEEN = 5  # working days between an answer and the next thing that is asked
_STAGE_3_DAYS = 45
_SPREAD = 230  # days of the year over which receipt is spread; those that go on come early, to be counted in the year
_SPREAD_OF_LATER_STAGES = 60
_OF_BUILDING = ("year", "stage_1", "stage_2", "stage_3", "ombudsman", "withdraws")  # not columns of a past case
_FIRST_DAY = (4, 1)


class CannotBeBuilt(Exception):
    """The figures of a printed report that no set of cases can have; the message says which."""


def past_cases(report: PrintedReport, calendar: Calendar) -> tuple[PastCase, ...]:
    """The records of a report. Raises CannotBeBuilt."""
    cards = list(_cards(report))
    for deal in report.deals:
        _deal(cards, deal)
    numbered = Counter[int]()
    made = []
    for card in cards:
        numbered[card["year"]] += 1
        made.append(_past_case(card, numbered[card["year"]], calendar))
    return tuple(made)


# --- groups and deals ---


def _cards(report: PrintedReport) -> Iterator[dict[str, Any]]:
    """One for each case, with what its group says of it."""
    for group in report.groups:
        alike = {name: value for name, value in group.items() if name not in ("teams", "count")}
        teams = group.get("teams", {None: group.get("count")})
        for team, count in teams.items():
            yield from ({**alike, **({"team": team} if team else {})} for _ in range(count))


def _deal(cards: list[dict[str, Any]], deal: Mapping[str, Any]) -> None:
    """Deal the values of one thing until each occurs as often among these cases as was printed."""
    among = deal["among"]
    (name, wanted), *others = ((name, value) for name, value in deal.items() if name != "among")
    if others:
        raise CannotBeBuilt(f"a deal is of one thing, not also of {others[0][0]}")
    chosen = [card for card in cards if all(_has(card, *each) for each in among.items())]
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


def _past_case(card: Mapping[str, Any], number: int, calendar: Calendar) -> PastCase:
    told = {name: value for name, value in card.items() if name not in _OF_BUILDING}
    received = told.pop("received", None) or _received(card, number)
    days = {"received": received, **_days(card, received, calendar)}
    for name in ("nature", "matter", "remedies"):
        if name in told:
            told[name] = (told[name],)
    for name in ("stage_1_found", "stage_2_found", "stage_3_found"):
        if name in told:
            told[name] = tuple(_findings(told[name]))
    return PastCase(reference=f"{card['year']}-{number:04}", **days, **told)


def _received(card: Mapping[str, Any], number: int) -> date:
    goes_on = any(name in card for name in ("stage_2", "ombudsman"))
    spread = _SPREAD_OF_LATER_STAGES if goes_on else _SPREAD
    return date(card["year"], *_FIRST_DAY) + timedelta(days=number * 37 % spread)


def _days(card: Mapping[str, Any], received: date, calendar: Calendar) -> dict[str, Any]:
    """The days of what happened, each some time after the one before."""
    days: dict[str, Any] = {}
    last = received

    def after(count: int) -> date:
        return add_working_days(last, count, calendar)

    if card.get("stage_1") in _STAGE_1_DAYS:
        last = days["stage_1_answered"] = after(_STAGE_1_DAYS[card["stage_1"]])
    if card.get("withdraws"):
        last = days["withdrawn"] = after(_BETWEEN)
    if "stage_2" in card:
        last = days["stage_2_asked"] = after(_BETWEEN)
        last = days["stage_2_started"] = after(_BETWEEN)
        if card["stage_2"] in _STAGE_2_DAYS:
            last = days["stage_2_answered"] = after(_STAGE_2_DAYS[card["stage_2"]])
    if "stage_3" in card:
        last = days["stage_3_asked"] = after(_BETWEEN)
        last = days["stage_3_answered"] = after(_STAGE_3_DAYS)
    if "ombudsman" in card:
        last = days["ombudsman_asked"] = after(_BETWEEN)
    if card.get("ombudsman", "open") != "open":
        days |= {"ombudsman_decided": after(_BETWEEN), "ombudsman_found": card["ombudsman"]}
    return days


def _findings(told: str) -> Iterator[str]:
    """ "upheld" is one finding; "3 upheld, 10 not_upheld" are thirteen."""
    for part in told.split(", "):
        count, _, outcome = part.rpartition(" ")
        yield from [outcome] * int(count or 1)
