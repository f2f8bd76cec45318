"""Search: by reference, name or e-mail; only what the searcher may see; noted without the words."""

from __future__ import annotations

import pytest

from bot import receipts
from bot.case_search import MOST
from bot.roles import BadEntry, NotThere
from tests.office import CONVERSATION, Office

CASE = "CF-0B1C-2D"
FACTS = {
    "reporter_role": "parent", "name": "Zoë O’Brien-Smith", "child_name": "Ana María", "email": "Zoe@Example.test",
    "team_or_worker": "Jo Example", "must_not_tell": "Sam Other",
}  # fmt: skip


@pytest.fixture
def office() -> Office:
    office = Office()
    office.case(facts=FACTS)
    return office


@pytest.mark.parametrize(
    ("typed", "way"),
    [
        ("CF-0B1C-2D", "reference"), ("zoe", "name"), ("ZOË", "name"), ("O'Brien-Smith", "name"),
        ("Smith Zoe", "name"), ("brien", "name"), ("Ana Maria", "name"),
        ("zoe@example.test", "email"), (" ZOE@EXAMPLE.TEST ", "email"),
    ],
)  # fmt: skip
def test_a_case_is_found_however_it_is_typed(office: Office, typed: str, way: str) -> None:
    found = office.desk.search.find(office.officer("complaints_officer"), typed)
    assert (found.way, [case.reference for case in found.cases], found.more) == (way, [CASE], 0)


def test_a_reference_is_found_without_its_hyphens_and_in_any_case(office: Office) -> None:
    reference = office.case(reference=receipts.new_reference(), conversation=None)
    found = office.desk.search.find(office.officer("complaints_officer"), f" {reference.replace('-', '').lower()} ")
    assert [case.reference for case in found.cases] == [reference]


@pytest.mark.parametrize("typed", ["zo", "Zoe Jones", "oe@example.test", "Jo Example", "Sam Other", "CF-9999-99", "!!"])
def test_nothing_else_leads_to_it(office: Office, typed: str) -> None:
    assert office.desk.search.find(office.officer("complaints_officer"), typed).cases == ()


@pytest.mark.parametrize(("typed", "fault"), [("  ", "missing"), ("x" * 255, "too_long")])
def test_what_cannot_be_looked_for_is_said(office: Office, typed: str, fault: str) -> None:
    with pytest.raises(BadEntry) as bad:
        office.desk.search.find(office.officer("complaints_officer"), typed)
    assert bad.value.faults == {"words": fault}


def test_a_closed_case_is_found_too(office: Office) -> None:
    office.case(reference="CF-1111-11", stage="closed", facts={"name": "Kim"}, conversation=None)
    found = office.desk.search.find(office.officer("complaints_officer"), "kim")
    assert [case.stage for case in found.cases] == ["closed"]


def test_of_an_alerted_conversation_search_finds_nothing_for_who_may_not_see_it(office: Office) -> None:
    office.alerted()
    officer, lead = office.officer("complaints_officer"), office.officer("safeguarding_lead")
    for typed in (CASE, "Zoe", "zoe@example.test"):
        assert office.desk.search.find(officer, typed).cases == ()
        assert len(office.desk.search.find(lead, typed).cases) == 1


@pytest.mark.parametrize("how", ["declared", "named", "other team"])
def test_nor_of_a_case_with_a_conflict_of_interest_or_of_another_team(office: Office, how: str) -> None:
    officer = office.officer("complaints_officer", name="jo example" if how == "named" else "officer")
    if how == "declared":
        office.desk.people.declare(officer, CASE, officer.id)
    if how == "other team":
        office.case(reference="CF-1111-11", team="West team", facts={"name": "Kim"}, conversation=None)
        office.desk.sign_in.work_for(officer, officer, ("East team",))
        kept = office.officers.get(officer.id)
        assert kept
        assert office.desk.search.find(kept, "kim").cases == ()
        return
    for typed in (CASE, "Zoe", "zoe@example.test"):
        assert office.desk.search.find(officer, typed).cases == ()


@pytest.mark.parametrize("role", ["responding_manager", "director", "reports_only", "administrator", "panel_clerk"])
def test_search_is_for_the_teams_alone(office: Office, role: str) -> None:
    with pytest.raises(NotThere):
        office.desk.search.find(office.officer(role), CASE)


def test_the_search_and_what_it_found_are_in_the_audit_and_what_was_typed_is_not(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.desk.search.find(officer, "Zoe")
    office.desk.search.find(officer, "nobody@example.test")
    assert office.acts(CASE) == [(officer.id, "search_cases")]
    assert office.acts("search by name") == office.acts("search by email") == [(officer.id, "search_cases")]
    assert "zoe" not in str(office.audit._lines).casefold() and "nobody" not in str(office.audit._lines)


def test_of_very_many_the_newest_are_shown_and_the_others_counted(office: Office) -> None:
    for number in range(MOST + 5):
        office.case(reference=f"CF-{number:04}-00", facts={"name": "Kim"}, conversation=None)
    found = office.desk.search.find(office.officer("complaints_officer"), "kim")
    assert (len(found.cases), found.more) == (MOST, 5)


def test_whoever_took_a_conversation_does_not_lose_it_when_its_case_is_booked_for_another_team(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.desk.sign_in.work_for(officer, officer, ("East team",))
    kept = office.officers.get(officer.id)
    assert kept
    office.waiting()
    office.work.claim(CONVERSATION, officer.id, office.clock.now())
    case = office.cases.get(CASE)
    assert case
    office.cases._cases[CASE] = type(case)(**{**vars(case), "team": "West team"})
    assert office.desk.talks.read(kept, CONVERSATION).said
    with pytest.raises(NotThere):
        office.desk.casework.case(kept, CASE)
    office.work.close_handoff(CONVERSATION, office.clock.now())
    with pytest.raises(NotThere):
        office.desk.talks.read(kept, CONVERSATION)
