"""Safety at the door: help is shown, and what is said about passing it on is true, whatever is down."""

import logging
from uuid import uuid4

import pytest

from bot.ports import StoreBusy
from tests.widget.conftest import House, Open, Person

DISCLOSURE = "I am forced to have sex and I am only 12 years old"
NUMBERS = ("999", "0800 1111", "116 123", "111")


async def test_a_danger_sign_is_spooled_and_goes_to_rasa_as_a_risk(person: Person, house: House) -> None:
    message_id = str(uuid4())
    assert (await person.says(DISCLOSURE, message_id)).status == 200
    [alert] = house.spool.waiting()
    assert (house.conversation, message_id, DISCLOSURE) == (alert.conversation, alert.message_id, alert.words)
    assert alert.risk == house.rasa.heard[0]["risk"]


async def test_an_ordinary_complaint_raises_no_alert(person: Person, house: House) -> None:
    await person.says("my social worker never rings back")
    assert house.spool.waiting() == []
    assert "risk" not in house.rasa.heard[0]


async def test_with_rasa_down_the_safety_words_come_all_the_same(person: Person, house: House) -> None:
    house.rasa.down = True
    answer = await person.says(DISCLOSURE)
    assert answer.status == 200
    safety, error = (await answer.json())["messages"]
    assert (safety["seq"], safety["kind"], error["seq"], error["kind"]) == (0, "safety", 0, "error")
    assert all(number in safety["text"] for number in NUMBERS)
    assert "I have passed this on" in safety["text"]
    assert len(house.spool.waiting()) == 1


async def test_the_same_message_sent_again_goes_on_and_alerts_once(person: Person, house: House) -> None:
    message_id = str(uuid4())
    house.rasa.down = True
    await person.says(DISCLOSURE, message_id)
    house.rasa.down = False
    answer = await person.says(DISCLOSURE, message_id)
    assert [f"You said: {DISCLOSURE}"] == [message["text"] for message in (await answer.json())["messages"]]
    assert len(house.spool.waiting()) == 1


async def test_when_the_spool_fails_too_it_says_that_nothing_was_passed_on(person: Person, house: House) -> None:
    house.rasa.down, house.spool.full = True, True
    safety, _ = await person.hears(DISCLOSURE)
    assert "could not pass this on" in safety["text"]
    assert "I have passed this on" not in safety["text"]
    assert all(number in safety["text"] for number in (*NUMBERS, "020 7946 0000"))


async def test_when_only_the_spool_fails_the_message_still_goes_to_rasa(person: Person, house: House) -> None:
    house.spool.full = True
    await person.hears(DISCLOSURE)
    assert house.rasa.heard[0]["risk"] in ("emergency", "at_risk")


async def test_with_the_store_down_help_is_shown_and_an_alert_is_spooled(person: Person, house: House) -> None:
    def locked(*_: object) -> None:
        raise StoreBusy("locked")

    house.chats.by_mark = house.chats.open = locked  # type: ignore[assignment,method-assign]
    safety, error = await person.hears(DISCLOSURE)
    assert (safety["kind"], error["kind"]) == ("safety", "error")
    [alert] = house.spool.waiting()
    assert alert.words == DISCLOSURE
    assert (await person.says("my social worker never comes")).status == 503


async def test_a_demonstration_says_that_nobody_reads_it(open_door: Open, house: House) -> None:
    person = await open_door(duty_email="")
    house.rasa.down = True
    safety, _ = await person.hears(DISCLOSURE)
    assert "only a demonstration" in safety["text"]
    assert "passed this on" not in safety["text"]
    assert [alert.told for alert in house.spool.waiting()] == ["demonstration"]


async def test_outside_duty_hours_it_says_when_somebody_reads_it(open_door: Open, house: House) -> None:
    person = await open_door(duty_hours="11:00-17:00")
    house.rasa.down = True
    safety, _ = await person.hears(DISCLOSURE)
    assert "may not read it before Monday 11:00" in safety["text"]
    assert [alert.told for alert in house.spool.waiting()] == ["nobody_before:Monday 11:00"]


@pytest.mark.parametrize("duty_hours", ["always", "11:00-17:00"])
async def test_the_safety_words_name_the_councils_numbers_by_day_and_by_night(
    open_door: Open, house: House, duty_hours: str
) -> None:
    person = await open_door(duty_hours=duty_hours)
    house.rasa.down = True
    safety, _ = await person.hears(DISCLOSURE)
    for number in ("999", "0800 1111", "020 7946 0000", "020 7946 0999"):
        assert number in safety["text"]


async def test_a_disclosure_that_is_too_long_is_helped_and_not_only_refused(person: Person, house: House) -> None:
    safety, error = await person.hears(f"{DISCLOSURE}. {'and then it went on ' * 400}")
    assert (safety["kind"], error["kind"]) == ("safety", "error")
    assert len(house.spool.waiting()) == 1
    assert house.rasa.heard == []


async def test_no_word_of_anybody_is_logged(person: Person, house: House, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    house.rasa.down, house.spool.full = True, True
    await person.says(DISCLOSURE)
    await person.says("my name is Zebedee")
    assert caplog.records
    assert not [line for line in caplog.messages if "forced" in line or "Zebedee" in line]
