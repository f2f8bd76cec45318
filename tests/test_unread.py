"""A reply that stays unread for five working days opens a task, once; the clock is moved."""

from __future__ import annotations

from bot.complaints.case import Event
from tests.builders import some_facts
from tests.people import Service
from tests.widget.stub_rasa import officer_says


def written(service: Service) -> str:
    """A case in which an officer wrote to the person on Monday 2 March 2026; its reference."""
    reference = service.intake.submit("c1", "k1", some_facts()).case.reference
    case = service.intake.own.case(reference)
    service.cases.save(case.noting(Event(service.clock.now(), "o1", "message", {"words": "Please call us."})))
    return reference


def unread_tasks(service: Service) -> list[tuple[str | None, str]]:
    service.unread.round()
    return [(task.case, task.due.isoformat()) for task in service.work.tasks() if task.kind == "unread_reply"]


def test_after_five_working_days_and_not_before_and_once() -> None:
    service = Service()
    reference = written(service)
    service.clock.forward(days=6)  # Sunday: four working days
    assert unread_tasks(service) == []
    service.clock.forward(days=1)
    assert unread_tasks(service) == [(reference, "2026-03-10")]
    service.clock.forward(days=3)
    assert len(unread_tasks(service)) == 1


def test_what_was_read_opens_none() -> None:
    service = Service()
    reference = written(service)
    service.correspondence.read(service.intake.own.case(reference))
    service.clock.forward(days=30)
    assert unread_tasks(service) == []


def test_a_second_reply_that_is_not_read_opens_a_second_task() -> None:
    service = Service()
    reference = written(service)
    service.clock.forward(days=7)
    assert len(unread_tasks(service)) == 1
    case = service.intake.own.case(reference)
    service.cases.save(case.noting(Event(service.clock.now(), "o1", "message", {"words": "Hello?"})))
    service.clock.forward(days=7)
    assert len(unread_tasks(service)) == 2


def test_a_reply_in_a_chat_without_a_case_counts_too() -> None:
    service = Service()
    _, chat = service.visits.begin()
    service.clock.forward(minutes=5)
    service.transcripts.say(chat.conversation, "bot", officer_says("Are you there?"), service.clock.now())
    service.clock.forward(days=7)
    assert unread_tasks(service) == [(None, "2026-03-10")]


def test_reading_is_noted_only_where_there_is_something_new() -> None:
    service = Service()
    reference = written(service)
    for _ in range(3):
        service.correspondence.read(service.intake.own.case(reference))
    assert [(line.who, line.what) for line in service.audit.about(reference)] == [("person", "read_own_messages")]
