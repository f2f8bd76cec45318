"""A person instead of the computer: queued, claimed at the console, answered, and the bot silent until handed back."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from bot.words import words
from tests.journeys.officer import OfficerAtConsole, colleague_at, officer_at
from tests.journeys.person import Person
from tests.journeys.stack import Stack

ACCOUNT = "Nobody has returned one of my calls since my review was cancelled in the summer"
REPLY = "Hello, I am reading what you wrote."


@pytest.fixture
async def officer(stack: Stack) -> AsyncIterator[OfficerAtConsole]:
    """Somebody of the complaints team, signed in."""
    async with officer_at(stack) as signed_in:
        yield signed_in


@pytest.fixture
async def colleague(stack: Stack) -> AsyncIterator[OfficerAtConsole]:
    """A complaints officer, who may not see alerts."""
    async with colleague_at(stack, "complaints_officer", name="Second Officer") as signed_in:
        yield signed_in


async def told_of(person: Person, text: str, seconds: float = 60) -> bool:
    """Whether this is said to the person, within the rounds that see to it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if text in [message["text"] for message in await person.so_far()]:
            return True
        await asyncio.sleep(0.3)
    return False


async def waiting(person: Person, officer: OfficerAtConsole) -> str:
    """Ask for a person; the conversation that this brings into the officers' queue."""
    before = await officer.waiting()
    answer = await person.say("can I talk to a person please")
    assert "handoff" in answer.kinds, answer.text
    new = await officer.waiting() - before
    assert len(new) == 1
    return new.pop()


async def test_whoever_asks_for_a_person_is_queued_and_the_bot_goes_on_meanwhile(
    person: Person, officer: OfficerAtConsole
) -> None:
    asked = (await person.say(ACCOUNT)).asks
    await waiting(person, officer)

    assert asked is not None
    assert person.last.asks == asked


async def test_the_officer_reads_everything_and_answers_and_the_bot_is_silent(
    person: Person, officer: OfficerAtConsole
) -> None:
    await person.say(ACCOUNT)
    conversation = await waiting(person, officer)
    status, page = await officer.claim(conversation)
    await officer.reply(conversation, REPLY)
    silent = await person.say("thank you, when will somebody ring me?")
    also_silent = await person.say("stop")
    told = [(message["from"], message["text"]) for message in await person.so_far()]

    assert status == 200 and ACCOUNT in page and "You have it" in page
    assert ("officer", REPLY) in told
    assert (silent.status, silent.messages) == (200, [])
    assert also_silent.messages == []
    assert "when will somebody ring me?" in await officer.read(f"/conversations/{conversation}")


async def test_a_danger_sign_is_answered_while_an_officer_has_the_conversation(
    person: Person, officer: OfficerAtConsole
) -> None:
    await person.say(ACCOUNT)
    await officer.claim(await waiting(person, officer))
    answer = await person.say("he is hitting me again right now")
    after = await person.say("are you there?")

    assert "999" in answer.of_kind("safety")
    assert after.messages == []


async def test_a_danger_sign_takes_the_conversation_from_an_officer_who_may_not_see_it_and_the_bot_speaks(
    person: Person, officer: OfficerAtConsole, colleague: OfficerAtConsole
) -> None:
    await person.say(ACCOUNT)
    conversation = await waiting(person, officer)
    await colleague.claim(conversation)
    danger = await person.say("he is hitting me again right now")
    told = await told_of(person, words(demonstration=True).say("utter_officer_gone_for_safety"))
    after = await person.say("are you there?")

    assert "999" in danger.of_kind("safety")
    assert told
    assert after.messages != []
    assert conversation not in await colleague.waiting()
    assert "after a disclosure" in await officer.read(f"/conversations/{conversation}")


async def test_claimed_in_the_middle_of_a_turn_the_bot_says_nothing_after_the_claim(
    person: Person, officer: OfficerAtConsole
) -> None:
    conversation = await waiting(person, officer)
    turns = [asyncio.create_task(person.say(text)) for text in ("hello", ACCOUNT, "in July")]
    await officer.claim(conversation)
    last = max(message["seq"] for message in await person.so_far())
    await asyncio.gather(*turns)
    await person.say("are you there?")
    later = [message for message in await person.so_far() if message["seq"] > last]

    assert {message["from"] for message in later} == {"you"}


async def test_a_conversation_that_is_closed_is_the_computers_again_and_its_person_is_told(
    person: Person, officer: OfficerAtConsole
) -> None:
    conversation = await waiting(person, officer)
    await officer.claim(conversation)
    status, _ = await officer.send(
        f"/conversations/{conversation}/close", f"/conversations/{conversation}", how="They know whom to ring."
    )
    told = [message["text"] for message in await person.so_far()]
    after = await person.say("hello")

    assert status == 200
    assert words().say("utter_talk_closed") in told
    assert after.messages != []
    assert conversation not in await officer.waiting()


async def test_handed_back_the_bot_asks_its_question_again_and_comes_to_a_receipt(
    person: Person, officer: OfficerAtConsole, stack: Stack
) -> None:
    asked = (await person.say(ACCOUNT)).asks
    conversation = await waiting(person, officer)
    await officer.claim(conversation)
    await person.say("are you there?")
    await officer.hand_back(conversation)
    shown = await person.so_far()
    await person.say("skip")
    receipt = await person.answer({})

    assert shown[-1]["asks"] == asked
    assert [message["text"] for message in shown if message["from"] == "you"][-1] == "are you there?"
    assert receipt["reference"] in stack.cases()


async def test_after_two_misunderstandings_in_a_row_a_person_is_offered(person: Person) -> None:
    await person.say(ACCOUNT)
    await person.say("qwrt zxplm")
    second = await person.say("vbnm ghjkl")

    assert "do:talk_to_person" in second.choices
    assert "person" in second.text


async def test_an_alert_stands_in_the_queue_until_it_is_acknowledged(
    person: Person, officer: OfficerAtConsole, stack: Stack
) -> None:
    await person.say("my stepdad hits me every night and i am scared of him")
    alert = stack.alerts("my stepdad hits me every night")[-1]
    before = await officer.read("/")
    status, _ = await officer.send(f"/alerts/{alert.id}/acknowledge", f"/alerts/{alert.id}")

    assert f'href="/alerts/{alert.id}"' in before and "my stepdad" not in before
    assert "my stepdad hits me every night" in await officer.read(f"/alerts/{alert.id}")
    assert status == 200
    assert stack.services.store.work.alert(alert.id).acknowledged_by  # type: ignore[union-attr]


async def test_the_case_page_shows_what_was_told_and_the_officer_confirms_the_pathway(
    person: Person, officer: OfficerAtConsole, stack: Stack
) -> None:
    await person.say(ACCOUNT)
    receipt = await person.answer({"reporter_role": "foster_carer", "care_status": "in_care"})
    reference = receipt["reference"]
    page = await officer.read(f"/cases/{reference}")
    before = stack.cases()[reference]
    told = {"version": "1", "pathway": "statutory", "signposted_to": "", "reason": "A council foster carer, s26(3)(d)."}
    status, _ = await officer.send(f"/cases/{reference}/pathway", f"/cases/{reference}", **told)
    after = stack.cases()[reference]

    assert ACCOUNT in page
    assert status == 200
    assert (before["confirmed"], after["confirmed"]) == (False, True)
    assert before["clock"]["due"] == after["clock"]["due"]
