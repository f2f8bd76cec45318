"""Who sees what of a case: conflicts of interest, what was given, and until when."""

from __future__ import annotations

from datetime import date

import pytest

from bot.complaints.assessment import Reason
from bot.complaints.case import Event
from bot.complaints.findings import Finding
from bot.ports import Officer
from bot.roles import BadEntry, NotThere
from bot.sight import names
from tests.builders import AT, a_case, a_point
from tests.office import CONVERSATION, Office

CASE = "CF-0B1C-2D"
TODAY, TOMORROW = date(2026, 3, 2), date(2026, 3, 3)
FACTS = {
    "reporter_role": "child", "name": "Robin", "phone": "01632 960001", "email": "r@example.test",
    "safe_to_contact": "after school", "must_not_tell": "my dad", "deadline": "soon",
}  # fmt: skip


@pytest.fixture
def office() -> Office:
    return Office()


def two_points(office: Office) -> None:
    office.case(
        points=(a_point(text="She never comes."), a_point(text="The shower is broken.")),
        reasons=(Reason("a", "About the first.", "s", 0), Reason("b", "About the second.", "s", 1)),
        findings=(Finding(0, "stage_1", "upheld", TODAY), Finding(1, "stage_1", "not_upheld", TODAY)),
        history=(Event(AT, "person", "added", {"words": "and I am frightened of her"}),),
        facts=FACTS,
    )


def give(
    office: Office, to: Officer, capacity: str, points: tuple[int, ...] = (), until: date | None = TOMORROW
) -> str:
    team = office.officers.get("o-team") or office.officer("complaints_officer", name="team")
    return office.desk.people.give(team, CASE, to.id, capacity, points, until).id


def test_a_responding_manager_gets_their_points_and_neither_transcript_nor_a_way_to_reach_the_person(
    office: Office,
) -> None:
    two_points(office)
    manager = office.officer("responding_manager")
    give(office, manager, "responding_manager", (1,), None)
    case = office.desk.casework.case(manager, CASE).case
    assert [point.text for point in case.points] == ["The shower is broken."]
    assert [(each.point, each.says) for each in case.reasons] == [(0, "About the second.")]
    assert [(each.point, each.outcome) for each in case.findings] == [(0, "not_upheld")]
    assert (case.conversation, case.history, case.records) == (None, (), ())
    assert case.facts == {"reporter_role": "child", "name": "Robin", "must_not_tell": "my dad"}
    with pytest.raises(NotThere):
        office.desk.talks.read(manager, CONVERSATION)


@pytest.mark.parametrize(
    ("role", "reaches"), [("investigating_officer", True), ("independent_person", False), ("panel_member", False)]
)
def test_who_investigates_or_reviews_gets_the_case_and_one_alone_reaches_the_person(
    office: Office, role: str, reaches: bool
) -> None:
    two_points(office)
    who = office.officer(role)
    give(office, who, role)
    case = office.desk.casework.case(who, CASE).case
    assert len(case.points) == 2 and case.conversation is None
    assert ("phone" in case.facts, "safe_to_contact" in case.facts) == (reaches, reaches)
    assert case.facts["must_not_tell"] == "my dad"


def test_a_list_shows_nobodys_words_and_no_name(office: Office) -> None:
    two_points(office)
    manager = office.officer("responding_manager")
    give(office, manager, "responding_manager", (0,), None)
    [case] = office.desk.queue.of(manager).cases
    assert "Robin" not in str(case) and "shower" not in str(case)


def test_access_ends_with_its_last_day_and_not_before(office: Office) -> None:
    office.case()
    who = office.officer("panel_member")
    give(office, who, "panel_member", until=TODAY)
    office.clock.forward(hours=13)  # 23:30
    assert office.desk.casework.case(who, CASE)
    office.clock.forward(hours=1)
    with pytest.raises(NotThere):
        office.desk.casework.case(who, CASE)
    assert office.desk.queue.of(who).cases == ()


def test_what_is_taken_back_is_gone_at_once(office: Office) -> None:
    office.case()
    who = office.officer("independent_person")
    given = give(office, who, "independent_person")
    team = office.officers.get("o-team")
    assert team
    office.desk.people.take_back(team, CASE, given)
    with pytest.raises(NotThere):
        office.desk.casework.case(who, CASE)


@pytest.mark.parametrize(
    ("capacity", "points", "until", "faults"),
    [
        ("panel_clerk", (), TOMORROW, {"capacity": "not_theirs"}),
        ("responding_manager", (), None, {"points": "missing"}),
        ("responding_manager", (1,), None, {"points": "missing"}),
        ("panel_member", (), None, {"until": "missing"}),
        ("panel_member", (), date(2026, 3, 1), {"until": "past"}),
    ],
)
def test_a_case_is_given_for_something_until_some_day(
    office: Office, capacity: str, points: tuple[int, ...], until: date | None, faults: dict[str, str]
) -> None:
    office.case()
    who = office.officer("responding_manager", "panel_member", name="both")
    with pytest.raises(BadEntry) as bad:
        give(office, who, capacity, points, until)
    assert bad.value.faults == faults


def test_nobody_gets_a_case_in_two_capacities_even_after_the_first_is_over(office: Office) -> None:
    office.case()
    who = office.officer("independent_person", "panel_member", name="both")
    give(office, who, "independent_person", until=TODAY)
    office.clock.forward(days=2)
    with pytest.raises(BadEntry) as bad:
        give(office, who, "panel_member", until=date(2026, 3, 9))
    assert bad.value.faults == {"to": "had_part"}


def test_a_case_is_not_given_to_somebody_it_is_about_or_who_declared_a_conflict(office: Office) -> None:
    office.case(facts={"reporter_role": "child", "team_or_worker": "Robin Example of the east team"})
    named = office.officer("responding_manager", name="robin example")
    near = office.officer("responding_manager", name="near")
    team = office.officer("complaints_officer", name="team")
    office.desk.people.declare(team, CASE, near.id)
    for who in (named, near):
        with pytest.raises(BadEntry) as bad:
            give(office, who, "responding_manager", (0,), None)
        assert bad.value.faults == {"to": "conflict"}
    assert office.desk.people.of(team, CASE).others == (team,)


@pytest.mark.parametrize(
    ("said", "name", "found"),
    [
        ({"team_or_worker": "Jo Example, from the west team"}, "Jo Example", True),
        ({"team_or_worker": "JO  EXAMPLE"}, "Jo Example", True),
        ({"team_or_worker": "jo-example"}, "Jo Example", True),
        ({"must_not_tell": ["mum", "Jo Example"]}, "Jo Example", True),
        ({"team_or_worker": "Jo Examples"}, "Jo Example", False),
        ({"team_or_worker": "Jo"}, "Jo Example", False),
        ({"team_or_worker": "the west team"}, "", False),
        ({"team_or_worker": "the west team"}, "Team", False),
        ({"wanted_outcome": "Jo Example should say sorry"}, "Jo Example", False),
    ],
)
def test_a_case_names_somebody_where_it_says_whom_it_is_about(said: dict[str, object], name: str, found: bool) -> None:
    assert names(a_case(facts=said), name) is found


def test_a_conflict_keeps_case_conversation_task_and_alert_from_somebody_in_lists_too(office: Office) -> None:
    office.case()
    office.waiting()
    office.alerted()
    manager = office.officer("complaints_manager")
    before = office.desk.queue.of(manager)
    assert (len(before.cases), len(before.waiting), len(before.alerts)) == (1, 1, 1)
    office.desk.people.declare(manager, CASE, manager.id)
    after = office.desk.queue.of(manager)
    assert (after.cases, after.waiting, after.alerts) == ((), (), ())
    for read in (
        lambda: office.desk.casework.case(manager, CASE),
        lambda: office.desk.talks.read(manager, CONVERSATION),
        lambda: office.desk.alerts.read(manager, "a1"),
    ):
        with pytest.raises(NotThere):
            read()


def test_only_the_team_declares_somebody_elses_conflict(office: Office) -> None:
    office.case()
    lead, other = office.officer("panel_member"), office.officer("complaints_officer")
    give(office, lead, "panel_member")
    with pytest.raises(NotThere):
        office.desk.people.declare(lead, CASE, other.id)
    office.desk.people.declare(lead, CASE, lead.id)
    assert office.allocations.interests_of(lead.id) == [CASE]
    assert office.allocations.interests_of(other.id) == []


def test_a_case_without_a_conversation_is_kept_from_whom_it_is_about(office: Office) -> None:
    office.case(conversation=None, facts={"reporter_role": "parent", "team_or_worker": "Complaints officer"})
    officer = office.officer("complaints_officer")
    with pytest.raises(NotThere):
        office.desk.casework.case(officer, CASE)
    assert office.desk.queue.of(officer).cases == ()
