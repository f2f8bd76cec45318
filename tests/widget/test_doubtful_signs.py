"""A doubtful sign at the door: held while Rasa is asked, and raised when nobody can be asked."""

import asyncio
from typing import Any
from uuid import uuid4

import aiohttp
import pytest

from bot.complaints.danger_signs import look
from bot.ports import StoreBusy
from bot.widget import assistant
from tests.widget.conftest import House, Person
from tests.widget.stub_rasa import says

DOUBTFUL = "my brother hit me lol we were playing rugby"


def test_these_words_are_a_doubtful_sign() -> None:
    seen = look(DOUBTFUL)
    assert seen is not None and not seen.sure


async def test_it_is_held_while_rasa_hears_it_and_rasa_is_told_of_no_risk(person: Person, house: House) -> None:
    held: list[str] = []

    def hears(told: dict[str, Any]) -> list[dict[str, Any]]:
        held.extend(alert.words for alert in house.spool.held())
        return [says("Go on.")]

    house.rasa.reply = hears
    assert (await person.says(DOUBTFUL)).status == 200
    assert held == [DOUBTFUL]
    assert "risk" not in house.rasa.heard[0]


async def test_when_rasa_does_not_share_it_nothing_is_raised_and_nothing_held(person: Person, house: House) -> None:
    [message] = await person.hears(DOUBTFUL)
    assert message["kind"] == "text"
    assert (house.spool.waiting(), house.spool.held()) == ([], [])


async def test_what_rasa_raised_stays_raised(person: Person, house: House) -> None:
    def raises(told: dict[str, Any]) -> list[dict[str, Any]]:
        [alert] = house.spool.held()
        house.spool.append(alert)  # as action_safety does, with the id that this message always gives
        return [says("You matter.", kind="safety")]

    house.rasa.reply = raises
    await person.hears(DOUBTFUL)
    [alert] = house.spool.waiting()
    assert alert.words == DOUBTFUL
    assert house.spool.held() == []


async def test_with_rasa_down_it_counts(person: Person, house: House) -> None:
    house.rasa.down = True
    safety, error = await person.hears(DOUBTFUL)
    assert (safety["kind"], error["kind"]) == ("safety", "error")
    assert "I have passed this on" in safety["text"]
    assert [alert.words for alert in house.spool.waiting()] == [DOUBTFUL]
    assert house.spool.held() == []


async def test_with_rasa_too_late_it_counts(person: Person, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assistant, "TURN_SECONDS", aiohttp.ClientTimeout(total=0.1))
    house.rasa.until = asyncio.Event()
    safety, _ = await person.hears(DOUBTFUL)
    house.rasa.until.set()
    assert safety["kind"] == "safety"
    assert len(house.spool.waiting()) == 1


async def test_with_the_store_down_it_counts(person: Person, house: House) -> None:
    def locked(*_: object) -> None:
        raise StoreBusy("locked")

    house.chats.by_mark = house.chats.open = locked  # type: ignore[assignment,method-assign]
    safety, _ = await person.hears(DOUBTFUL)
    assert safety["kind"] == "safety"
    assert len(house.spool.waiting()) == 1


async def test_with_rasa_and_the_disk_down_it_says_that_nothing_was_passed_on(person: Person, house: House) -> None:
    house.rasa.down, house.spool.full = True, True
    safety, _ = await person.hears(DOUBTFUL)
    assert "could not pass this on" in safety["text"]


async def test_with_only_the_disk_down_the_message_goes_to_rasa(person: Person, house: House) -> None:
    house.spool.full = True
    await person.hears(DOUBTFUL)
    assert len(house.rasa.heard) == 1


async def test_the_same_message_sent_again_after_a_failure_alerts_once(person: Person, house: House) -> None:
    message_id = str(uuid4())
    house.rasa.down = True
    await person.says(DOUBTFUL, message_id)
    house.rasa.down = False
    await person.says(DOUBTFUL, message_id)
    assert len(house.spool.waiting()) == 1
    assert (len(house.rasa.heard), house.spool.held()) == (1, [])
