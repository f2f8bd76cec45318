"""A person instead of the computer: queued, claimed, answered, with the bot silent until it is handed back."""

from __future__ import annotations

from uuid import uuid4

import pytest

from bot.ports import Handoff, Officer
from bot.rasa.conversations import RasaConversations
from bot.talks import Taken, Talks
from tests.journeys.person import Person
from tests.journeys.stack import Stack

ACCOUNT = "The fostering team has not returned one of my calls since my review was cancelled in the summer"


@pytest.fixture
def officer(stack: Stack) -> Officer:
    """Somebody of the complaints team, kept in the store."""
    name = uuid4().hex[:8]
    new = Officer(name, f"Officer {name}", f"{name}@council.test", ("complaints_officer", "complaints_manager"))
    stack.services.store.officers.add(new)
    return new


@pytest.fixture
def talks(stack: Stack) -> Talks:
    """The officers' use cases on the running stack."""
    services, settings = stack.services, stack.settings
    return Talks(
        work=services.store.work,
        spool=services.intake.spool,
        cases=services.store.cases,
        transcripts=services.store.transcripts,
        conversations=RasaConversations(settings.rasa_address, settings.rasa_token),
        audit=services.store.audit,
        clock=services.intake.clock,
    )


async def waiting(person: Person, stack: Stack) -> Handoff:
    """Ask for a person; the hand-off that this opens."""
    before = {handoff.conversation for handoff in stack.services.store.work.handoffs()}
    answer = await person.say("can I talk to a person please")
    assert "handoff" in answer.kinds, answer.text
    new = [h for h in stack.services.store.work.handoffs() if h.conversation not in before]
    assert len(new) == 1
    return new[0]


async def test_whoever_asks_for_a_person_is_queued_and_the_bot_goes_on_meanwhile(person: Person, stack: Stack) -> None:
    asked = (await person.say(ACCOUNT)).asks
    handoff = await waiting(person, stack)

    assert handoff.claimed_by is None
    assert person.last.asks == asked


async def test_the_officer_reads_everything_answers_and_the_bot_is_silent(
    person: Person, stack: Stack, talks: Talks, officer: Officer
) -> None:
    await person.say(ACCOUNT)
    conversation = (await waiting(person, stack)).conversation
    await talks.claim(officer, conversation)
    talk = talks.read(officer, conversation)
    await talks.reply(officer, conversation, "Hello, I am reading what you wrote.")
    silent = await person.say("thank you, when will somebody ring me?")
    also_silent = await person.say("stop")
    told = await person.so_far()

    assert ACCOUNT in [said.message.text for said in talk.said]
    assert ("officer", "Hello, I am reading what you wrote.") in [(m["from"], m["text"]) for m in told]
    assert silent.status == 200 and silent.messages == []
    assert also_silent.messages == []


async def test_a_danger_sign_is_answered_while_an_officer_has_the_conversation(
    person: Person, stack: Stack, talks: Talks, officer: Officer
) -> None:
    await person.say(ACCOUNT)
    conversation = (await waiting(person, stack)).conversation
    await talks.claim(officer, conversation)
    answer = await person.say("he is hitting me again right now")

    assert "999" in answer.of_kind("safety")


async def test_handed_back_the_bot_asks_its_question_again_and_comes_to_a_receipt(
    person: Person, stack: Stack, talks: Talks, officer: Officer
) -> None:
    asked = (await person.say(ACCOUNT)).asks
    conversation = (await waiting(person, stack)).conversation
    await talks.claim(officer, conversation)
    await person.say("are you there?")
    await talks.hand_back(officer, conversation)
    last = (await person.so_far())[-1]
    await person.say("skip")
    receipt = await person.answer({})

    assert last["asks"] == asked
    assert receipt["reference"] in stack.cases()


async def test_two_officers_never_have_the_same_conversation(
    person: Person, stack: Stack, talks: Talks, officer: Officer
) -> None:
    second = Officer(uuid4().hex[:8], "Second", f"{uuid4().hex}@council.test", ("complaints_officer",))
    stack.services.store.officers.add(second)
    conversation = (await waiting(person, stack)).conversation
    await talks.claim(officer, conversation)

    with pytest.raises(Taken):
        await talks.claim(second, conversation)


async def test_after_two_misunderstandings_in_a_row_a_person_is_offered(person: Person) -> None:
    await person.say(ACCOUNT)
    await person.say("qwrt zxplm")
    second = await person.say("vbnm ghjkl")

    assert "do:talk_to_person" in second.choices or "yes" in second.choices
    assert "person" in second.text
