"""Taking cases out: one asks, another approves, the first takes it once within the hour, and all of it is noted."""

from __future__ import annotations

import pytest

from bot.exports import Export
from bot.ports import Officer
from bot.roles import BadEntry, NotThere
from tests.office import Office


@pytest.fixture
def office() -> Office:
    office = Office()
    office.case()
    return office


def asked(office: Office) -> tuple[Officer, Officer, Export]:
    administrator, manager = office.officer("administrator"), office.officer("complaints_manager")
    return administrator, manager, office.desk.break_glass.ask(administrator, "The court wants them.")


def test_one_asks_another_approves_and_the_first_takes_every_case_once(office: Office) -> None:
    administrator, manager, export = asked(office)
    office.desk.break_glass.approve(manager, export.id)
    assert [case.reference for case in office.desk.break_glass.take(administrator, export.id)] == ["CF-0B1C-2D"]
    with pytest.raises(BadEntry):
        office.desk.break_glass.take(administrator, export.id)
    assert office.acts(export.id) == [
        (administrator.id, "ask_export"), (manager.id, "approve_export"), (administrator.id, "take_export"),
    ]  # fmt: skip
    assert office.acts("CF-0B1C-2D") == [(administrator.id, "export_case")]


def test_nobody_approves_what_they_asked_for(office: Office) -> None:
    both = office.officer("administrator", "complaints_manager", name="both")
    export = office.desk.break_glass.ask(both, "I want them.")
    with pytest.raises(BadEntry) as bad:
        office.desk.break_glass.approve(both, export.id)
    assert bad.value.faults == {"approve": "own"}
    with pytest.raises(BadEntry):
        office.desk.break_glass.take(both, export.id)


def test_nothing_is_taken_before_it_is_approved_or_after_its_hour(office: Office) -> None:
    administrator, manager, export = asked(office)
    with pytest.raises(BadEntry):
        office.desk.break_glass.take(administrator, export.id)
    office.desk.break_glass.approve(manager, export.id)
    office.clock.forward(minutes=61)
    with pytest.raises(BadEntry):
        office.desk.break_glass.take(administrator, export.id)
    assert office.acts("CF-0B1C-2D") == []


def test_a_request_waits_three_days_for_a_second_person(office: Office) -> None:
    _, manager, export = asked(office)
    office.clock.forward(days=3, minutes=1)
    with pytest.raises(BadEntry):
        office.desk.break_glass.approve(manager, export.id)


def test_only_who_asked_takes_it_and_only_who_may_asks_and_approves(office: Office) -> None:
    administrator, manager, export = asked(office)
    office.desk.break_glass.approve(manager, export.id)
    other = office.officer("administrator", name="other")
    officer = office.officer("complaints_officer")
    for refused in (
        lambda: office.desk.break_glass.take(other, export.id),
        lambda: office.desk.break_glass.approve(administrator, export.id),
        lambda: office.desk.break_glass.ask(officer, "I want them."),
        lambda: office.desk.break_glass.all(officer),
    ):
        with pytest.raises(NotThere):
            refused()


def test_a_reason_must_be_given(office: Office) -> None:
    with pytest.raises(BadEntry):
        office.desk.break_glass.ask(office.officer("administrator"), "  ")
    assert office.exports.all() == []


def test_what_cannot_be_noted_does_not_go_out(office: Office) -> None:
    administrator, manager, export = asked(office)
    office.desk.break_glass.approve(manager, export.id)
    office.audit.busy = True
    with pytest.raises(Exception, match="locked"):
        office.desk.break_glass.take(administrator, export.id)
    office.audit.busy = False
    assert office.desk.break_glass.take(administrator, export.id)
