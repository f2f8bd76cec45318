"""What a person may do with their own case: each wish is done at once or passed on, and nothing is refused."""

from __future__ import annotations

from datetime import date

import pytest

from bot.complaints.acts import ACTS
from bot.complaints.case import Case, Event
from bot.complaints.procedures import first_clocks
from bot.complaints.step import Step
from tests.builders import some_facts
from tests.people import Service


def submitted(service: Service, **known: str) -> str:
    return service.intake.submit("c1", "k1", some_facts(**known)).case.reference


def answered(service: Service, reference: str) -> None:
    """Confirmed and answered today."""
    case, now = kept(service, reference), service.clock.now()
    received = case.received_at.date()
    clocks = first_clocks("statutory", received, service.profile, service.calendar)
    case = case.confirming("statutory", Event(now, "o1", "pathway_confirmed", {}), received, clocks=clocks)
    answer = ACTS["answer_stage_1"](answered_by="B", findings=("not_upheld",), answer="No.")  # type: ignore[call-arg]
    service.cases.save(case.doing(answer, Step(now, "o1", service.profile, service.calendar)))


def kept(service: Service, reference: str) -> Case:
    case = service.cases.get(reference)
    assert case
    return case


def test_the_next_stage_begins_on_the_day_on_which_it_is_asked_for() -> None:
    service = Service()
    reference = submitted(service)
    service.clock.forward(days=7)
    answered(service, reference)
    service.clock.forward(days=3)
    asked = service.intake.own.ask_next_stage(reference, "I am not happy.")
    case = kept(service, reference)
    assert ("request_stage_2", "stage_2") == (asked.begun, case.stage)
    assert case.clock and date(2026, 3, 12) == case.clock.started
    assert ["request_stage_2", "asks_next_stage"] == [event.what for event in case.history[-2:]]
    assert "person" == case.history[-1].who


def test_without_any_words_it_begins_as_well() -> None:
    service = Service()
    reference = submitted(service)
    answered(service, reference)
    assert service.intake.own.ask_next_stage(reference, "").begun == "request_stage_2"


def test_asked_too_early_it_says_from_when_and_an_officer_learns_of_it() -> None:
    service = Service()
    reference = submitted(service)
    asked = service.intake.own.ask_next_stage(reference, "Now!")
    assert (None, date(2026, 3, 17)) == (asked.begun, asked.from_day)
    assert "stage_1" == kept(service, reference).stage
    assert ("call_back", "asks_next_stage") in [(task.kind, task.note) for task in service.work.tasks()]
    service.clock.forward(days=15)
    assert service.intake.own.ask_next_stage(reference, "Now.").begun == "request_stage_2"


def test_the_status_says_what_may_be_asked_next_and_until_when() -> None:
    service = Service()
    reference = submitted(service)
    before = service.intake.own.status(reference)
    assert before and (None, "officer_confirms") == (before.next_stage, before.awaits)
    answered(service, reference)
    status = service.intake.own.status(reference)
    assert status and ("request_stage_2", date(2026, 3, 30), "person") == (
        status.next_stage, status.ask_by, status.awaits,
    )  # fmt: skip
    service.clock.forward(days=60)
    later = service.intake.own.status(reference)
    assert later and ("request_stage_2", None) == (later.next_stage, later.ask_by)


def test_a_wish_to_stop_is_only_asked_for_and_only_once() -> None:
    service = Service()
    reference = submitted(service)
    service.intake.own.ask_withdrawal(reference, "")
    service.clock.forward(minutes=1)
    service.intake.own.ask_withdrawal(reference, "Please.")
    case = kept(service, reference)
    assert ("stage_1", ["withdrawal"]) == (case.stage, [record.kind for record in case.records])
    assert case.clock


def test_how_to_be_contacted_can_be_changed_and_nothing_else() -> None:
    service = Service()
    reference = submitted(service, email="old@x.example")
    service.intake.own.change_contact(reference, {"email": "new@x.example", "safe_to_contact": "after four"})
    facts = kept(service, reference).facts
    assert ("new@x.example", "after four") == (facts["email"], facts["safe_to_contact"])
    with pytest.raises(KeyError):
        service.intake.own.change_contact(reference, {"reporter_role": "parent"})
    assert "new@x.example" not in str(kept(service, reference).history)


def test_an_advocate_can_be_asked_for_at_any_time() -> None:
    service = Service()
    reference = submitted(service, wants_advocate="no")
    service.intake.own.want_advocate(reference)
    assert "to_arrange" == kept(service, reference).advocacy.status
    assert "arrange_advocate" in [task.kind for task in service.work.tasks()]
