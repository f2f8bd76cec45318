"""What every store must do for lists: what they show, what a case is found by, and signs of change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.allocations import Allocation
from bot.case_list import BY_EMAIL, BY_NAME, BY_WHOM_IT_NAMES, listed
from bot.complaints.case import Event
from bot.complaints.clocks import Pause
from tests.builders import AT, CONVERSATION, a_case, a_clock, a_handoff, a_task, an_alert
from tests.storage.conftest import Kept

NAMED = {"name": "Robin Example", "child_name": "Ana", "email": "r@example.test", "team_or_worker": "It was Jo Other"}


def a_kept(kept: Kept, number: int, **changes: object) -> str:
    reference = f"CF-{number:04}-00"
    kept.cases.add(a_case(reference=reference, **changes), reference, ())
    return reference


def test_open_cases_are_listed_by_due_date_as_they_are(kept: Kept) -> None:
    pause = Pause("court", date(2026, 3, 2), date(2026, 4, 1))
    a_kept(kept, 1, clock=a_clock(pauses=(pause,)), team="East", flags=("court", "late"))
    a_kept(kept, 2, clock=a_clock(due=date(2026, 3, 20)))
    a_kept(kept, 3, clock=a_clock(due=date(2026, 3, 10), extended_to=date(2026, 3, 30)))
    a_kept(kept, 4, stage="closed")
    found = kept.cases.listed()
    assert [each.reference for each in found] == ["CF-0002-00", "CF-0003-00", "CF-0001-00"]
    assert list(found) == [listed(case) for case in kept.cases.all() if case.stage != "closed"]
    assert (found[2].paused_until, found[2].due, found[2].team) == (date(2026, 4, 1), None, "East")
    assert found[1].due == date(2026, 3, 30)


def test_open_cases_are_found_by_the_days_between_which_they_are_due(kept: Kept) -> None:
    days = [date(2026, 3, day) for day in (9, 10, 16, 17)]
    for number, due in enumerate(days):
        a_kept(kept, number, clock=a_clock(due=due))
    a_kept(kept, 4, clock=a_clock(due=days[0], extended_to=days[2]))
    a_kept(kept, 5, clock=None)
    a_kept(kept, 6, clock=a_clock(due=days[1]), stage="closed")
    found = kept.cases.listed_due(days[1], days[2])
    assert [each.reference for each in found] == ["CF-0001-00", "CF-0002-00", "CF-0004-00"]
    assert list(found) == [each for each in kept.cases.listed() if each.due and days[1] <= each.due <= days[2]]


def test_those_of_some_references_or_conversations_are_listed_closed_ones_too(kept: Kept) -> None:
    a_kept(kept, 1, conversation="c-1")
    a_kept(kept, 2, conversation="c-2", stage="closed")
    a_kept(kept, 3, conversation=None)
    found = kept.cases.listed_among(references=["CF-0003-00", "CF-9999-00"], conversations=["c-2"])
    assert {each.reference for each in found} == {"CF-0003-00", "CF-0002-00"}
    assert list(kept.cases.listed_among()) == []


def test_some_cases_come_whole_however_many_are_asked_for(kept: Kept) -> None:
    wanted = [a_kept(kept, number) for number in range(3)]
    asked = [*wanted[:2], *(f"CF-X{number}" for number in range(1200))]
    assert {case.reference for case in kept.cases.some(asked)} == set(wanted[:2])


@pytest.mark.parametrize(
    ("way", "words", "is_found"),
    [
        (BY_NAME, {"robin"}, True), (BY_NAME, {"robin", "example"}, True), (BY_NAME, {"ana"}, True),
        (BY_NAME, {"robin", "other"}, False), (BY_NAME, set(), False), (BY_NAME, {"jo"}, False),
        (BY_EMAIL, {"r@example.test"}, True), (BY_EMAIL, {"robin"}, False),
        (BY_WHOM_IT_NAMES, {"jo other"}, True), (BY_WHOM_IT_NAMES, {"other"}, False),
    ],
)  # fmt: skip
def test_a_case_is_found_by_all_the_words_of_one_way(kept: Kept, way: str, words: set[str], is_found: bool) -> None:
    a_kept(kept, 1, facts=NAMED)
    a_kept(kept, 2, facts={"name": "Kim"})
    assert list(kept.cases.found(way, words)) == (["CF-0001-00"] if is_found else [])


def test_what_is_changed_is_found_as_it_is_now(kept: Kept) -> None:
    a_kept(kept, 1, facts=NAMED)
    case = kept.cases.get("CF-0001-00")
    assert case
    kept.cases.save(replace(case, facts={"name": "Kim"}, team="West"))
    assert list(kept.cases.found(BY_NAME, {"robin"})) == []
    assert list(kept.cases.found(BY_NAME, {"kim"})) == ["CF-0001-00"]
    assert kept.cases.listed()[0].team == "West"


def test_listed_tasks_are_the_open_ones_without_their_notes(kept: Kept) -> None:
    for task in (a_task(id="a", note="Rang them."), a_task(id="b", due=date(2026, 3, 1)), a_task(id="c", done_at=AT)):
        kept.work.add_task(task)
    assert list(kept.work.listed_tasks()) == [a_task(id="b", due=date(2026, 3, 1)), a_task(id="a")]


def test_the_tasks_of_a_case_are_its_own_by_due_date_done_ones_too(kept: Kept) -> None:
    done, later = a_task(id="a", done_at=AT, done_by="o1", note="Done."), a_task(id="b", due=date(2026, 3, 9))
    for task in (later, done, a_task(id="c", case="CF-9999-99"), a_task(id="d", case=None)):
        kept.work.add_task(task)
    assert list(kept.work.tasks_of_case("CF-0B1C-2D")) == [done, later]


def test_held_are_conversations_with_an_unreleased_alert_watched_those_with_any_or_a_task_of_the_kind(
    kept: Kept,
) -> None:
    kept.work.add_alert(an_alert(id="a", conversation="held"))
    kept.work.add_alert(an_alert(id="b", conversation="released", released_at=AT, closed_at=AT))
    kept.work.add_task(a_task(id="s", kind="lado", conversation="screened", done_at=AT))
    kept.work.add_task(a_task(id="t", kind="call_back", conversation="other"))
    kept.work.add_task(a_task(id="u", kind="lado", conversation=None))
    assert set(kept.work.held_conversations()) == {"held"}
    assert set(kept.work.watched_conversations(["lado"])) == {"held", "released", "screened"}


def test_holders_are_those_who_have_a_case_in_this_capacity_now(kept: Kept) -> None:
    for name, capacity in (("g1", "complaints_officer"), ("g2", "complaints_officer"), ("g3", "director")):
        kept.allocations.give(Allocation(name, f"CF-{name}", f"o-{name}", capacity, AT, "o9"))
    kept.allocations.end("g2", AT)
    assert dict(kept.allocations.holders("complaints_officer")) == {"CF-g1": "o-g1"}


def test_each_change_gives_another_sign_and_reading_none(kept: Kept) -> None:
    def signs() -> tuple[str, ...]:
        return kept.cases.pulse(), kept.work.pulse(), kept.allocations.pulse()

    seen = [signs()]

    def after() -> bool:
        seen.append(signs())
        return seen[-1] not in seen[:-1]

    a_kept(kept, 1)
    assert after()
    case = kept.cases.get("CF-0001-00")
    assert case
    kept.cases.save(case.noting(Event(AT, "o1", "noted")))
    assert after()
    kept.work.add_alert(an_alert())
    assert after()
    for mark in ("mailed_at", "escalated_at", "acknowledged_at", "released_at", "closed_at"):
        alert = kept.work.alert("a1")
        assert alert
        kept.work.save_alert(replace(alert, **{mark: AT + timedelta(minutes=1)}))
        assert after(), mark
    kept.work.add_task(a_task())
    assert after()
    kept.work.save_task(a_task(done_at=AT, done_by="o1"))
    assert after()
    kept.work.ask_handoff(a_handoff())
    assert after()
    kept.work.claim(CONVERSATION, "o1", AT)
    assert after()
    kept.work.close_handoff(CONVERSATION, AT)
    assert after()
    kept.allocations.give(Allocation("g1", "CF-0001-00", "o1", "director", AT, "o9"))
    assert after()
    kept.allocations.end("g1", AT)
    assert after()
    kept.cases.listed(), kept.work.listed_tasks()
    assert not after()
