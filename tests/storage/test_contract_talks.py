"""What talk_notes, kept_answers and outbox promise, on the fakes, SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.kept_answers import KeptAnswer, KeptAnswers
from bot.outbox import Notice, NoticeChoices, Outbox
from bot.storage.sealing import Keyring
from bot.storage.store import Store, store_on
from bot.talk_notes import TalkNote, TalkNotes
from tests.builders import AT, CONVERSATION
from tests.fakes import InMemoryKeptAnswers, InMemoryNoticeChoices, InMemoryOutbox, InMemoryTalkNotes
from tests.storage.test_contract_cases import NASTY

LATER = AT + timedelta(minutes=5)


@dataclass
class Desk:
    """The stores of these four ports."""

    notes: TalkNotes
    answers: KeptAnswers
    outbox: Outbox
    choices: NoticeChoices


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, keyring: Keyring) -> Desk:
    if request.param == "memory":
        return Desk(InMemoryTalkNotes(), InMemoryKeptAnswers(), InMemoryOutbox(), InMemoryNoticeChoices())
    store = store_on(request.getfixturevalue(request.param), keyring)
    return Desk(store.talk_notes, store.kept_answers, store.outbox, store.notice_choices)


def a_notice(**changes: object) -> Notice:
    notice = Notice("new_handoff-c1-o1", "o1", "new_handoff", "/conversations/c1", AT, AT)
    return replace(notice, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", NASTY)
def test_notes_come_back_as_they_were_in_their_order(desk: Desk, text: str) -> None:
    notes = [TalkNote(CONVERSATION, AT, "o1", text), TalkNote(CONVERSATION, AT, "o2", "Second.")]
    for note in (*notes, TalkNote("c-other", AT, "o1", "Elsewhere.")):
        desk.notes.add(note)
    assert list(desk.notes.of(CONVERSATION)) == notes


def test_an_answer_takes_the_place_of_the_one_with_its_id(desk: Desk) -> None:
    hello = KeptAnswer("k1", "hello", "Hello.", True, AT, "o1")
    desk.answers.put(hello)
    desk.answers.put(KeptAnswer("k2", "After", "Goodbye.", False, AT, "o1"))
    desk.answers.put(replace(hello, text="Hello again.", kept_at=LATER))
    assert [(each.title, each.text) for each in desk.answers.all()] == [
        ("After", "Goodbye."),
        ("hello", "Hello again."),
    ]
    desk.answers.remove("k2")
    desk.answers.remove("k2")
    assert list(desk.answers.all()) == [replace(hello, text="Hello again.", kept_at=LATER)]


def test_a_notice_is_kept_once_whether_it_was_sent_or_not(desk: Desk) -> None:
    assert desk.outbox.put(a_notice())
    assert not desk.outbox.put(a_notice(put_at=LATER))
    assert list(desk.outbox.due(AT)) == [a_notice()]
    desk.outbox.sent(a_notice().id, LATER)
    assert not desk.outbox.put(a_notice())
    assert list(desk.outbox.due(LATER)) == []


def test_a_notice_that_was_not_taken_waits_for_its_next_time(desk: Desk) -> None:
    desk.outbox.put(a_notice())
    desk.outbox.failed(a_notice().id, LATER)
    assert list(desk.outbox.due(AT)) == []
    assert list(desk.outbox.due(LATER)) == [a_notice(next_at=LATER, tries=1)]


def test_what_was_sent_long_ago_is_forgotten_and_what_waits_is_not(desk: Desk) -> None:
    desk.outbox.put(a_notice())
    desk.outbox.put(a_notice(id="other"))
    desk.outbox.sent("other", AT)
    desk.outbox.forget(LATER)
    assert desk.outbox.put(a_notice(id="other"))
    assert not desk.outbox.put(a_notice())


def test_what_an_officer_wants_is_kept_by_kind(desk: Desk) -> None:
    desk.choices.choose("o1", {"late": False, "due_soon": True})
    desk.choices.choose("o1", {"late": True})
    desk.choices.choose("o2", {"late": False})
    assert dict(desk.choices.of("o1")) == {"late": True, "due_soon": True}
    assert dict(desk.choices.of("o3")) == {}


def test_what_notes_and_answers_say_is_sealed(store: Store) -> None:
    store.talk_notes.add(TalkNote(CONVERSATION, AT, "o1", "Rings after school"))
    store.kept_answers.put(KeptAnswer("k1", "A title", "An answer", True, AT, "o1"))
    with store.engine.connect() as connection:
        rows = [
            *connection.execute(sa.text("SELECT * FROM talk_notes")),
            *connection.execute(sa.text("SELECT * FROM kept_answers")),
        ]
    assert len(rows) == 2
    assert all(words not in str(row) for row in rows for words in ("school", "title", "answer"))


def test_when_a_conversation_is_erased_its_notes_go_with_it(store: Store) -> None:
    for conversation in (CONVERSATION, "c-other"):
        store.talk_notes.add(TalkNote(conversation, AT, "o1", "Rings after school"))
    store.transcripts.erase(CONVERSATION)
    assert [len(store.talk_notes.of(each)) for each in (CONVERSATION, "c-other")] == [0, 1]
