"""Conversations come back as they were said, and lie sealed in their rows."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa.rows import EVENTS
from bot.rasa.tracker_store import SealedTrackerStore
from bot.storage.sealing import Unreadable, open_keyring

SAID = "nobody rings me back 😢"


@pytest.fixture
def store(tmp_path: Path) -> SealedTrackerStore:
    keyring = open_keyring(tmp_path / "keys.json")
    return SealedTrackerStore(Domain.empty(), host=f"sqlite:///{tmp_path / 'talk.db'}", keyring=keyring)


def save(store: SealedTrackerStore, conversation: str, *said: str) -> None:
    events = [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]
    for text in said:
        events += [UserUttered(text, {"name": "disclose_risk"}), BotUttered("I see"), ActionExecuted("action_listen")]
    asyncio.run(store.save(DialogueStateTracker.from_events(conversation, events)))


def texts(store: SealedTrackerStore, conversation: str) -> list[str]:
    tracker = asyncio.run(store.retrieve(conversation))
    return [event.text for event in tracker.events if isinstance(event, UserUttered)] if tracker else []


def test_a_conversation_comes_back_in_order(store: SealedTrackerStore) -> None:
    save(store, "a", SAID, "still nobody")

    assert [SAID, "still nobody"] == texts(store, "a")


def test_neither_words_nor_intents_lie_open_in_the_file(store: SealedTrackerStore, tmp_path: Path) -> None:
    save(store, "a", SAID)

    files = b"".join(path.read_bytes() for path in tmp_path.glob("talk.db*"))
    assert b"rings" not in files and b"disclose" not in files


def test_a_row_moved_to_another_conversation_is_refused(store: SealedTrackerStore) -> None:
    save(store, "a", SAID)
    with store.engine.begin() as connection:
        connection.execute(sa.update(EVENTS).values(sender_id="b"))

    with pytest.raises(Unreadable):
        texts(store, "b")


def test_two_rows_whose_words_were_swapped_are_refused(store: SealedTrackerStore) -> None:
    save(store, "a", SAID, "still nobody")
    with store.engine.begin() as connection:
        first, second = connection.execute(sa.select(EVENTS.c.id, EVENTS.c.data).where(EVENTS.c.type_name == "user"))
        for row, sealed in ((first.id, second.data), (second.id, first.data)):
            connection.execute(sa.update(EVENTS).where(EVENTS.c.id == row).values(data=sealed))

    with pytest.raises(Unreadable):
        texts(store, "a")


def test_erasing_leaves_other_conversations_and_starts_afresh(store: SealedTrackerStore) -> None:
    save(store, "a", SAID)
    save(store, "b", SAID)

    store.erase("a")

    assert ([], [SAID]) == (texts(store, "a"), texts(store, "b"))
    save(store, "a", "again")
    assert ["again"] == texts(store, "a")


def test_the_number_of_an_erased_row_is_not_given_again(store: SealedTrackerStore) -> None:
    save(store, "a", SAID)
    with store.engine.connect() as connection:
        last = connection.scalar(sa.select(sa.func.max(EVENTS.c.id)))
    store.erase("a")

    save(store, "b", SAID)

    with store.engine.connect() as connection:
        assert last < connection.scalar(sa.select(sa.func.min(EVENTS.c.id)))
