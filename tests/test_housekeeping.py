"""What was left without a receipt is erased, and nothing that somebody may still need; the clock is moved."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.builders import a_handoff, a_task, an_alert, some_facts
from tests.people import Service
from tests.widget.stub_rasa import officer_says


def left(service: Service) -> str:
    """A conversation in which somebody wrote and then left; it has its own period still to run."""
    _, chat = service.visits.begin()
    service.transcripts.say(
        chat.conversation, "user", {"text": "I am not sure", "message_id": "m"}, service.clock.now()
    )
    return chat.conversation


def is_there(service: Service, conversation: str) -> bool:
    return bool(service.transcripts.rows(conversation)) and service.chats.of(conversation) is not None


def test_it_is_erased_after_the_profiles_hours_and_not_before() -> None:
    service = Service()
    conversation = left(service)
    service.clock.forward(hours=service.profile.erase_after_hours)
    assert service.housekeeping.round() == 0
    assert is_there(service, conversation)
    service.clock.forward(minutes=1)
    assert service.housekeeping.round() == 1
    assert not service.transcripts.rows(conversation)
    assert service.chats.of(conversation) is None


def test_whoever_came_back_has_the_whole_period_again() -> None:
    service = Service()
    token, chat = service.visits.begin()
    service.clock.forward(hours=service.profile.erase_after_hours - 1)
    service.visits.seen(chat)
    service.clock.forward(hours=2)
    assert service.housekeeping.round() == 0
    assert service.visits.of(token)


def _alert(service: Service, conversation: str) -> None:
    service.work.add_alert(an_alert(conversation=conversation, closed_at=service.clock.now()))


def _alert_in_the_spool(service: Service, conversation: str) -> None:
    service.spool.append(an_alert(conversation=conversation))


def _in_the_queue(service: Service, conversation: str) -> None:
    service.work.ask_handoff(a_handoff(conversation=conversation))


def _to_be_screened(service: Service, conversation: str) -> None:
    service.work.add_task(a_task(kind="safeguarding_screening", case=None, conversation=conversation))


def _unread_reply(service: Service, conversation: str) -> None:
    service.clock.forward(minutes=5)
    service.transcripts.say(conversation, "bot", officer_says("Are you there?"), service.clock.now())


def _sent(service: Service, conversation: str) -> None:
    service.intake.submit(conversation, "key", some_facts())


@pytest.mark.parametrize("needed", [_alert, _alert_in_the_spool, _in_the_queue, _to_be_screened, _unread_reply, _sent])
def test_what_somebody_may_still_need_is_never_erased(needed: Callable[[Service, str], None]) -> None:
    service = Service()
    conversation = left(service)
    needed(service, conversation)
    service.clock.forward(days=400)
    assert service.housekeeping.round() == 0
    assert is_there(service, conversation)


def test_a_reply_that_was_read_keeps_nothing() -> None:
    service = Service()
    token, chat = service.visits.begin()
    _unread_reply(service, chat.conversation)
    service.clock.forward(minutes=5)
    service.visits.seen(chat)
    service.clock.forward(days=2)
    assert service.housekeeping.round() == 1
    assert service.visits.of(token) is None
