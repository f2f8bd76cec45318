"""The queue as one officer wants to look at it: whose, which, page by page; and what no choice hides."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.allocations import Allocation
from bot.case_queue import ON_A_PAGE, Chosen, Queue, chosen_from
from bot.complaints.clocks import Pause
from bot.ports import Officer
from bot.roles import HANDLING, NotThere
from tests.builders import AT, a_clock, a_handoff, a_task
from tests.office import CONVERSATION, Office, national

TODAY = AT.date()
EAST, WEST = "East team", "West team"


@pytest.fixture
def office() -> Office:
    return Office()


def a_team_officer(office: Office, *teams: str, name: str = "officer") -> Officer:
    officer = office.officer("complaints_officer", name=name)
    office.desk.sign_in.work_for(officer, officer, teams)
    kept = office.officers.get(officer.id)
    assert kept
    return kept


def case(office: Office, number: int, team: str | None = None, **changes: object) -> str:
    contents: dict[str, object] = {"conversation": None, "clock": a_clock(due=TODAY + timedelta(days=number))}
    return office.case(reference=f"CF-{number:04}-00", team=team, **contents | changes)


def references(queue: Queue) -> list[str]:
    return [each.reference for each in queue.cases]


def test_mine_are_those_that_i_work_my_teams_those_of_my_teams_too(office: Office) -> None:
    officer = a_team_officer(office, EAST)
    mine, ours, unbooked = case(office, 1, WEST), case(office, 2, EAST), case(office, 3)
    case(office, 4, WEST)
    manager = office.officer("complaints_manager")
    office.desk.people.give(manager, mine, officer.id, HANDLING, (), None)

    def asked(whose: str) -> list[str]:
        return references(office.desk.queue.of(officer, Chosen(whose=whose)))

    assert asked("mine") == [mine]
    assert asked("team") == [mine, ours]
    assert asked("nobody") == [ours, unbooked]
    assert asked("all") == [mine, ours, unbooked]


def test_one_officer_works_a_case_and_the_next_takes_it_from_the_one_before(office: Office) -> None:
    first, second = a_team_officer(office, name="first"), a_team_officer(office, name="second")
    reference = case(office, 1)
    for officer in (first, second, second):
        office.desk.people.take(officer, reference)
        assert office.desk.queue.of(first).holders == {reference: officer.id}
    running = [each for each in office.allocations.of_case(reference) if each.ended_at is None]
    assert [each.officer for each in running] == [second.id]


def test_a_task_is_mine_with_its_case_or_with_the_conversation_that_i_took(office: Office) -> None:
    officer = a_team_officer(office)
    mine, other = case(office, 1), case(office, 2)
    office.desk.people.take(officer, mine)
    office.work.ask_handoff(a_handoff())
    office.work.claim(CONVERSATION, officer.id, AT)
    for name, about in (("a", {"case": mine}), ("b", {"case": other}), ("c", {"conversation": CONVERSATION}),
                        ("d", {"conversation": "c-else"})):  # fmt: skip
        office.work.add_task(a_task(id=name, kind="call_back", **{"case": None} | about))
    queue = office.desk.queue.of(officer, Chosen(whose="mine"))
    assert {task.id for task in queue.tasks} == {"a", "c"}
    assert {task.id for task in office.desk.queue.of(officer).tasks} == {"a", "b", "c", "d"}


def test_no_choice_hides_an_alert_an_urgent_task_or_somebody_who_waits(office: Office) -> None:
    manager = office.officer("complaints_manager", "complaints_officer", name="manager")
    office.alerted()
    office.waiting("c-waiting")
    office.work.add_task(a_task(id="hold", kind="hold_or_not", case=None))
    chosen = Chosen("mine", "late", "compliment", "stage_3", "court", EAST, "call_back", 9, 9)
    queue = office.desk.queue.of(manager, chosen)
    assert [len(part) for part in (queue.alerts, queue.waiting, queue.urgent)] == [1, 1, 1]


def test_an_alert_that_nobody_acknowledged_stands_before_one_that_somebody_has(office: Office) -> None:
    manager = office.officer("complaints_manager")
    office.alerted(id="seen", acknowledged_at=AT, acknowledged_by="o1")
    office.alerted(id="unseen", risk="at_risk", conversation="c-2")
    queue = office.desk.queue.of(manager)
    assert [alert.id for alert in queue.alerts] == ["unseen", "seen"]
    assert queue.escalates_at == {"unseen": AT + timedelta(minutes=60)}


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (Chosen(due="late"), ["CF-0001-00"]),
        (Chosen(due="paused"), ["CF-0003-00"]),
        (Chosen(pathway="compliment"), ["CF-0002-00"]),
        (Chosen(stage="stage_2"), ["CF-0002-00"]),
        (Chosen(flag="court"), ["CF-0003-00"]),
        (Chosen(team=EAST), ["CF-0001-00"]),
        (Chosen(team=EAST, flag="court"), []),
    ],
)
def test_what_was_chosen_is_shown_and_nothing_else(office: Office, chosen: Chosen, found: list[str]) -> None:
    case(office, 1, EAST, clock=a_clock(due=TODAY - timedelta(days=1)))
    case(office, 2, pathway="compliment", clock=None, stage="stage_2")
    case(office, 3, clock=a_clock(pauses=(Pause("court: the hearing", TODAY, date(2026, 4, 1)),)), flags=("court",))
    assert references(office.desk.queue.of(a_team_officer(office), chosen)) == found


def test_a_case_that_stands_still_says_why_and_until_when(office: Office) -> None:
    reference = case(office, 1, clock=a_clock(pauses=(Pause("court: the hearing", TODAY, date(2026, 4, 1)),)))
    queue = office.desk.queue.of(a_team_officer(office))
    assert queue.cases_by_due["paused"][0].paused_until == date(2026, 4, 1)
    assert queue.paused == {reference: "court: the hearing"}


def test_a_long_queue_comes_page_by_page_the_late_ones_first(office: Office) -> None:
    officer = a_team_officer(office)
    for number in range(ON_A_PAGE):
        case(office, number, clock=None)
    late = case(office, 99, clock=a_clock(due=TODAY - timedelta(days=1)))
    first = office.desk.queue.of(officer).page
    assert (first.items[0].reference, len(first.items), first.of, first.total) == (late, ON_A_PAGE, 2, ON_A_PAGE + 1)
    assert len(office.desk.queue.of(officer, Chosen(page=2)).page.items) == 1
    assert office.desk.queue.of(officer, Chosen(page=999)).page.number == 2


@pytest.mark.parametrize(
    "typed",
    [
        {"whose": "everybody", "due": "yesterday", "pathway": "'; --", "stage": "x", "flag": "x", "team": EAST},
        {"page": "-1", "task_page": "²"}, {"page": "0"}, {"page": "9" * 40}, {},
    ],
)  # fmt: skip
def test_what_cannot_be_chosen_counts_as_nothing(typed: dict[str, str]) -> None:
    assert chosen_from(typed, national()[0]) == Chosen()


def test_the_pulse_beats_with_whatever_makes_a_queue_look_different(office: Office) -> None:
    officer = a_team_officer(office)
    pulses = [office.desk.queue.pulse()]

    def beats() -> bool:
        pulses.append(office.desk.queue.pulse())
        return pulses[-1] != pulses[-2]

    assert not beats()
    reference = case(office, 1)
    assert beats()
    office.alerted()
    assert beats()
    office.waiting()
    assert beats()
    office.work.claim(CONVERSATION, officer.id, AT)
    assert beats()
    office.work.add_task(a_task())
    assert beats()
    office.desk.people.take(officer, reference)
    assert beats()


def test_whose_office_it_is_not_has_no_queue(office: Office) -> None:
    with pytest.raises(NotThere):
        office.desk.queue.of(office.officer("reports_only"))


def test_who_belongs_to_no_team_sees_what_was_given_as_theirs(office: Office) -> None:
    reference = case(office, 1)
    director = office.officer("director")
    case(office, 2)
    office.allocations.give(Allocation("g1", reference, director.id, "director", AT, "o-else"))
    for whose in ("all", "mine", "team"):
        assert references(office.desk.queue.of(director, Chosen(whose=whose))) == [reference]
