"""A demonstration year: made-up cases after the shares that a council printed, the same for the same seed.

Cases are drawn from the records that are built to the printed figures (building.py), so kinds, teams, natures,
outcomes and times occur as often together as they did there. What the report does not tell, who complained and what
about, is drawn from the report that does: Harrow's table 17 of 2017/18 and table 7 of 2020/21.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random
from typing import Any, Protocol

from bot import receipts
from bot.complaints.case import Case, Event
from bot.ports import Cases, PastYears
from bot.reporting.period import Period
from bot.reporting.period import year as year_from
from bot.words import Words
from bot.years import printed, voices
from bot.years.building import Card, cards, dated
from bot.years.conversation import StoredEvent, said
from bot.years.courses import Council, case_of
from bot.years.past_case import PastCase
from bot.years.printed import PrintedReport

_WHO_FROM, _NATURE_FROM = "harrow_2017_18", "harrow_2020_21"
_NO_CONVERSATION = ("member_enquiry",)  # members write to the team
_AGREED = {"yes": 6, "no": 3, "has_one": 1}  # a child's wish for an advocate; no report prints it
_BY_DAY = (time(8), 14 * 60)  # concerns come from then on, within so many minutes
Conversations = Sequence[tuple[str, Sequence[StoredEvent]]]


class CannotMakeUp(Exception):
    """A demonstration year cannot be made here; the message says why, in a plain sentence."""


class Transcripts(Protocol):
    """Where made-up conversations are kept."""

    def put(self, conversations: Conversations) -> None:
        """Keep whole conversations in one transaction."""
        ...

    def erase(self, conversations: Sequence[str]) -> None:
        """Take conversations out again."""
        ...


@dataclass(frozen=True)
class DemoYear:
    """The use case: which store it is made in, and when that is."""

    cases: Cases
    past_years: PastYears
    transcripts: Transcripts
    words: Words
    today: date

    def make(self, council: Council, start: int, count: int | None, seed: int) -> int:
        """Make the year that begins in April of `start`; how many cases were kept, 0 where it is there already.

        `count` is how many cases; None: as many as were printed. Raises CannotMakeUp.
        """
        period = year_from(start)
        if period.last >= self.today:
            raise CannotMakeUp(f"{period.label} is not over yet: a made-up year has no future in it.")
        report = nearest(council.code, start)
        there = self.cases.all()
        if real := sum(not case.demonstration for case in there):
            raise CannotMakeUp(f"The store holds {real} real cases: nothing is made up beside them.")
        if any(_of(case, council, period) for case in there):
            return 0
        maker = _Maker(council, period, Random(f"{council.code} {start} {seed}"))  # noqa: S311  (nothing secret)
        made = list(maker.cases(report, count, {case.reference for case in there}))
        self._keep(made, maker.drawn)
        return len(made)

    def _keep(self, made: Sequence[Case], drawn: Random) -> None:
        told = [(case.conversation, said(case, self.words, drawn)) for case in made if case.conversation]
        self.transcripts.put(told)
        try:
            self.past_years.keep(made, ())
        except BaseException:
            self.transcripts.erase([conversation for conversation, _ in told])
            raise


def nearest(code: str, start: int) -> PrintedReport:
    """The council's printed report that is nearest to a year. Raises CannotMakeUp where it has none."""
    reports = [printed.load(name) for name in printed.names()]
    own = [report for report in reports if report.council == code]
    if not own:
        known = ", ".join(sorted({report.council for report in reports}))
        raise CannotMakeUp(f"No printed figures of {code} are known. A year can be made up for: {known}.")
    return min(own, key=lambda report: abs(report.year - start))


def _of(case: Case, council: Council, period: Period) -> bool:
    return case.made_up and case.council == council.code and period.holds(case.received_at.date())


@dataclass(frozen=True)
class _Maker:
    """Draws one year's cases."""

    council: Council
    period: Period
    drawn: Random

    def cases(self, report: PrintedReport, count: int | None, taken: set[str]) -> Iterator[Case]:
        """The cases of the year, by the day on which they came."""
        own = [card for card in cards(report) if card["year"] == report.year]
        reference = self._references(taken)
        days = (self.period.last - self.period.first).days
        drawn = [self._filled(card) for card in self._draw(own, count)]
        received = sorted(self.period.first + timedelta(days=self.drawn.randint(0, days)) for _ in drawn)
        for card, day in zip(drawn, received, strict=True):
            past = dated(card, reference(), day, self.council.calendar, self.drawn.randint)
            yield self._told(past)

    def _draw(self, own: Sequence[Card], count: int | None) -> list[Card]:
        """Whole rounds of what was printed, and a sample for the rest: the shares stay as near as they can."""
        wanted = len(own) if count is None else count
        rounds, rest = divmod(wanted, len(own))
        found = [*list(own) * rounds, *self.drawn.sample(list(own), rest)]
        self.drawn.shuffle(found)
        return found

    def _filled(self, card: Card) -> Card:
        """The card with who it was and what about, where its own report did not say."""
        filled = {name: value for name, value in card.items() if name != "received"}
        filled.setdefault("who", self.drawn.choice(_dealt(_WHO_FROM, "who")))
        filled.setdefault("nature", self.drawn.choice(_dealt(_NATURE_FROM, "nature")))
        if filled["booked_as"] in _NO_CONVERSATION:
            filled["who"] = "councillor"
        if filled["who"] == "child":
            filled["advocate"] = self.drawn.choices(list(_AGREED), list(_AGREED.values()))[0]
        return filled

    def _references(self, taken: set[str]) -> Callable[[], str]:
        number = self.drawn.randrange(len(receipts.ALPHABET) ** 5)

        def following() -> str:
            nonlocal number
            while True:
                number += 1
                if (reference := receipts.numbered_reference(number)) not in taken:
                    return reference

        return following

    def _told(self, past: PastCase) -> Case:
        """The case as if it had come by chat, with words, a time of day and a history."""
        praise = past.booked_as == "compliment"
        nature, who = past.nature[0], past.who or "other"
        told = voices.compliment(self.drawn) if praise else voices.account_of(nature, who, self.drawn)
        case = case_of(replace(past, matter=(told.matter,), nature=() if praise else past.nature), self.council)
        at = datetime.combine(past.received, _BY_DAY[0], UTC) + timedelta(minutes=self.drawn.randrange(_BY_DAY[1]))
        by_chat = past.booked_as not in _NO_CONVERSATION
        facts = {"wanted_outcome": told.wants, "care_status": told.care_status, "contact_preference": "chat"}
        points = tuple(replace(point, text=told.says, wanted_outcome=told.wants) for point in case.points)
        return replace(
            case,
            received_at=at,
            channel="chat" if by_chat else "telephone",
            conversation=f"made-up-{past.reference}" if by_chat else None,
            facts={**case.facts, **{name: value for name, value in facts.items() if value and not praise}},
            points=points,
            demonstration=True,
            made_up=True,
            history=tuple(_history(at, past)),
        )


@cache
def _dealt(name: str, what: str) -> list[Any]:
    """What a report tells of its own year, one for each case that has it."""
    report = printed.load(name)
    return [card[what] for card in cards(report) if what in card and card["year"] == report.year]


def _history(at: datetime, past: PastCase) -> Iterator[Event]:
    """What was done, by the days that the case has, in the words of the acts; who did it is nobody."""
    yield Event(at, "person", "submitted", {"refused": []})
    yield Event(at, "assistant", "made_up", {"booked_as": past.booked_as})
    for name, acts in _ACTS.items():
        if day := getattr(past, name):
            act = acts[past.booked_as == "corporate"]
            yield Event(max(datetime.combine(day, time(17), UTC), at), "assistant", act, {})


_ACTS = {  # the day of a past case -> what is done on it, in the statutory procedure and in the corporate one
    "withdrawn": ("confirm_withdrawal", "confirm_withdrawal"),
    "stage_1_answered": ("answer_stage_1", "answer_stage_1"),
    "stage_2_asked": ("request_stage_2", "request_corporate_stage_2"),
    "stage_2_answered": ("adjudicate", "answer_corporate_stage_2"),
    "stage_3_asked": ("request_stage_3", "request_stage_3"),
    "stage_3_answered": ("respond_to_panel", "respond_to_panel"),
}
