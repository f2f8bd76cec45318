"""Who investigates, watches over it or sits on a panel comes from the pool, declares no conflict, and has an end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.allocations import Interest
from bot.complaints.errors import NotAllowed
from bot.complaints.records import Record
from bot.pool import PoolPerson
from bot.ports import Officer
from bot.roles import BadEntry, NotThere
from tests.builders import AT, a_pool_person
from tests.office import Office

CASE = "CF-0B1C-2D"
REQUESTED = Record(0, "stat_s2", "requested", AT.date(), details={"words": "Look again."})
GIVEN = {
    "investigating_officer": "Investigator C",
    "officer_had_no_part_in_it": "yes",
    "independent_person": "Independent D",
    "person_is_independent": "yes",
    "no_conflict_declared": "yes",
    "access_until": "2026-06-01",
}


@pytest.fixture
def office() -> Office:
    office = Office()
    office.case(conversation=None, stage="stage_2", confirmed=True, records=(REQUESTED,))
    account = office.officer("investigating_officer", name="investigator c")
    office.pool.keep(a_pool_person(kinds=("investigating_officer",), account=account.id))
    office.pool.keep(a_pool_person(id="p-2", name="Independent D", kinds=("independent_person",)))
    office.pool.keep(a_pool_person(id="p-4", name="Investigator F", kinds=("investigating_officer",)))
    return office


@pytest.fixture
def officer(office: Office) -> Officer:
    return office.officer("complaints_officer")


def appoint(office: Office, officer: Officer, **changed: str) -> None:
    case = office.cases.get(CASE)
    assert case
    office.desk.acts.do(officer, CASE, case.version, "appoint_investigators", {**GIVEN, **changed})


def change(office: Office, person_id: str, **to: object) -> None:
    [person] = [each for each in office.pool.all() if each.id == person_id]
    office.pool.keep(replace(person, **to))  # type: ignore[arg-type]


def test_who_signs_in_is_given_the_case_until_the_day_that_was_said(office: Office, officer: Officer) -> None:
    appoint(office, officer)
    [given] = office.allocations.of_case(CASE)
    assert ("o-investigator-c", "investigating_officer", date(2026, 6, 1)) == (
        given.officer, given.capacity, given.until,
    )  # fmt: skip
    case = office.cases.get(CASE)
    assert case
    [declared] = [event for event in case.history if event.what == "no_conflict_declared"]
    assert {"people": ["Investigator C", "Independent D"], "access_until": "2026-06-01"} == dict(declared.detail)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"no_conflict_declared": ""}, "declares that they have no conflict"),
        ({"access_until": ""}, "until when"),
        ({"access_until": "2026-03-01"}, "today or later"),
        ({"access_until": "2027-01-06"}, "not after Thursday 31 December 2026"),
        ({"investigating_officer": "Somebody Else"}, "not in the pool"),
        ({"independent_person": "Investigator F"}, "not in the pool"),
        ({"person_is_independent": ""}, "reg 2"),
    ],
)
def test_what_is_missing_is_said_and_nobody_is_appointed(
    office: Office, officer: Officer, changed: dict[str, str], says: str
) -> None:
    if changed.get("access_until") == "2027-01-06":
        change(office, "p-2", until=date(2026, 12, 31))
    with pytest.raises(NotAllowed, match=says):
        appoint(office, officer, **changed)
    assert [] == list(office.allocations.of_case(CASE))


@pytest.mark.parametrize(
    ("to", "says"),
    [
        ({"left_at": AT}, "not in the pool"),
        ({"until": date(2026, 3, 1)}, "no agreement"),
        ({"dbs_on": date(2023, 3, 1)}, "new DBS certificate"),
    ],
)
def test_who_is_no_longer_fit_for_it_is_neither_offered_nor_appointed(
    office: Office, officer: Officer, to: dict[str, object], says: str
) -> None:
    change(office, "p-2", **to)
    assert () == office.desk.appointments.choices()["independent_person"]
    with pytest.raises(NotAllowed, match=says):
        appoint(office, officer)


def test_who_has_a_conflict_of_interest_is_not_appointed(office: Office, officer: Officer) -> None:
    office.allocations.declare(Interest(CASE, "o-investigator-c", AT, "o-else"))
    with pytest.raises(NotAllowed, match="conflict of interest in this case"):
        appoint(office, officer)


def test_who_takes_somebodys_place_takes_the_case_too(office: Office, officer: Officer) -> None:
    appoint(office, officer)
    other = office.officer("investigating_officer", name="investigator e")
    office.pool.keep(a_pool_person(id="p-3", name="Investigator E", account=other.id))
    appoint(office, officer, investigating_officer="Investigator E")
    running = [each.officer for each in office.allocations.of_case(CASE) if each.ended_at is None]
    assert [other.id] == running


# --- keeping the pool ---


def test_the_complaints_manager_keeps_the_pool_and_officers_read_it(office: Office, officer: Officer) -> None:
    manager = office.officer("complaints_manager")
    new = PoolPerson("", " Panel   F ", ("panel_member",), date(2025, 1, 6), date(2027, 1, 6), "Trains foster carers")
    kept = office.desk.pool.keep(manager, new)
    assert "Panel F" in [each.name for each in office.desk.pool.read(officer)]
    office.desk.pool.leave(manager, kept.id)
    assert "Panel F" not in [each.name for each in office.desk.pool.read(officer)]
    for who in (officer, office.officer("administrator")):
        with pytest.raises(NotThere):
            office.desk.pool.keep(who, new)


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"name": " "}, {"name": "missing"}),
        ({"name": "investigator  C"}, {"name": "taken"}),
        ({"kinds": ("king",)}, {"kinds": "missing"}),
        ({"dbs_on": date(2026, 3, 3)}, {"dbs_on": "ahead"}),
        ({"until": date(2026, 3, 1)}, {"until": "past"}),
        ({"account": "o-nobody"}, {"account": "missing"}),
    ],
)
def test_what_is_wrong_with_somebody_in_the_pool_is_said_by_field(
    office: Office, changes: dict[str, object], faults: dict[str, str]
) -> None:
    person = a_pool_person(**{"id": "", "name": "New", **changes})
    with pytest.raises(BadEntry) as bad:
        office.desk.pool.keep(office.officer("complaints_manager"), person)
    assert faults == bad.value.faults
