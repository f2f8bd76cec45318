"""Tells the twelve stories for the four councils and writes docs/councils.md: python -m bot.councils.tell

Each story runs through the real acts under the council's profile of that day; nothing on the page is made up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from bot.complaints.acts import ACTS
from bot.complaints.case import Advocacy, Case, CasePoint, Event
from bot.complaints.errors import NotAllowed
from bot.complaints.procedures import first_clocks, months_later
from bot.complaints.profile import Profile
from bot.complaints.step import Step
from bot.complaints.working_days import add_working_days
from bot.councils import load
from bot.councils.calendar import england
from bot.councils.stories import DAY_AFTER, LAST_DAY, OUTER_DAY, SAME_DAY, STORIES, Beat, Story

COUNCILS = ("harrow", "staffordshire", "council_d", "westminster")
RECEIVED = {date(2021, 6, 1): "under the procedures of their reports", date(2026, 6, 1): "today"}
PAGE = Path(__file__).parents[2] / "docs" / "councils.md"
_CALENDAR = england()


@dataclass(frozen=True)
class Told:
    """One story in one council: the day of each beat, None where the council does not have the step."""

    days: tuple[date | None, ...]
    case: Case


def tell(story: Story, council: str, received: date) -> Told:
    """Run a story through the acts."""
    today, case = received, _received(story, load(council, received), received)
    days: list[date | None] = []
    for beat in story.beats:
        day = _day(beat, case, today)
        profile = load(council, day)
        try:
            case = (
                _confirmed(case, profile, day, received) if beat.act == "confirm" else _done(beat, case, profile, day)
            )
        except NotAllowed:
            days.append(None)
            continue
        today = day
        days.append(day)
    return Told(tuple(days), case)


def _received(story: Story, profile: Profile, on: date) -> Case:
    point = CasePoint("what happened", ("social_worker",), ("communication",), story.pathway)
    return Case(
        reference="a story",
        council=profile.code,
        profile_version=profile.version,
        received_at=_noon(on),
        channel="chat",
        conversation=None,
        pathway=story.pathway,
        signposted_to=None,
        confirmed=False,
        flags=(),
        reasons=(),
        facts={"reporter_role": story.role},
        points=(point,) * story.points,
        advocacy=Advocacy(offered=False, wanted=None, status="not_offered"),
        risk="none",
        stage="stage_1",
        demonstration=True,
        clocks=first_clocks(story.pathway, on, profile, _CALENDAR),
    )


def _confirmed(case: Case, profile: Profile, day: date, received: date) -> Case:
    clocks = first_clocks(case.pathway, received, profile, _CALENDAR)
    return case.confirming(case.pathway, Event(_noon(day), "officer", "pathway_confirmed"), received, clocks=clocks)


def _done(beat: Beat, case: Case, profile: Profile, day: date) -> Case:
    return case.doing(ACTS[beat.act](**_filled(beat, case, day)), Step(_noon(day), "officer", profile, _CALENDAR))


def _filled(beat: Beat, case: Case, day: date) -> dict[str, Any]:
    """What is told, with the days that only the case knows."""
    told = {name: months_later(day, 2) if value is None else value for name, value in beat.told.items()}
    if beat.when == OUTER_DAY:
        clock = case.running(beat.of or "statutory_stage_1")
        told["until"] = clock.outer_limit if clock else day
    return told


def _day(beat: Beat, case: Case, today: date) -> date:
    if isinstance(beat.when, int):
        return add_working_days(today, beat.when, _CALENDAR)
    if beat.when in (SAME_DAY, OUTER_DAY):
        return today
    clock = case.running(beat.of) if beat.of else case.clock
    if clock is None or clock.now_due < today:
        return today
    return {LAST_DAY: clock.now_due, DAY_AFTER: clock.now_due + timedelta(days=1)}[beat.when]


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


# --- the page ---


def page() -> str:
    """The whole page, in Markdown."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield "# Four councils, twelve stories"
    yield ""
    yield "Written by `python -m bot.councils.tell`: each story runs through the acts of `bot/complaints` under the"
    yield "profile that the council had on that day. A step happens on the last day that is allowed, unless the story"
    yield "says otherwise, so the dates differ where the limits do. A dash is a step that the council does not have."
    yield "What a council printed and the law does not allow drives nothing: it stands below the dates."
    for number, story in enumerate(STORIES, 1):
        yield from ("", f"## {number}. {story.title}")
        for received, when in RECEIVED.items():
            yield from _table(story, received, when)
        yield from _printed(story)


def _table(story: Story, received: date, when: str) -> Iterator[str]:
    told = [tell(story, council, received) for council in COUNCILS]
    yield from ("", f"Received on {_plain(received)}, {when}:", "")
    yield _row("", [load(council, received).name for council in COUNCILS])
    yield _row("---", ["---"] * len(COUNCILS))
    differing = []
    for at, beat in enumerate(story.beats):
        days = [one.days[at] for one in told]
        name = beat.act.replace("_", " ")
        if len(set(days)) > 1:
            differing.append(name)
            name = f"**{name}**"
        yield _row(name, [_plain(day) if day else "–" for day in days])
    ends = [f"{one.case.stage}, {one.case.outcome}".replace("_", " ") for one in told]
    yield _row("where it stands", ends)
    yield from ("", f"Differs: {', '.join(differing)}." if differing else "The same in all four.")


def _printed(story: Story) -> Iterator[str]:
    lines = []
    for council in COUNCILS:
        for one in load(council, min(RECEIVED)).as_printed:
            if any(words in one.about for words in story.printed):
                lines.append(f"- {load(council, min(RECEIVED)).name}, {one.about}: printed *{one.printed}*; "
                             f"the law: {one.law}. ({one.source})")  # fmt: skip
    if lines:
        yield from ("", "Printed, beside what the law allows:", "", *lines)


def _row(name: str, cells: Sequence[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def _plain(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
