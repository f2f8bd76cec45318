"""The questions: every one can be left, asked back, answered in words and corrected, and one can always stop."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from tests.journeys.person import Person
from tests.journeys.stack import Stack

ACCOUNT = "my foster carer and me were told i have to share a room and my social worker never asked me what i think"
PARENT = "The social worker promised us respite care for our disabled son in January and nothing has happened since."

Newcomer = Callable[[Stack], Awaitable[Person]]


async def test_the_first_message_says_that_this_is_a_computer_and_in_a_demonstration_that_nobody_reads(
    person: Person,
) -> None:
    first = await person.say(ACCOUNT)

    assert "computer" in first.text
    assert "demonstration" in first.messages[0]["text"] and "999" in first.messages[0]["text"]


async def test_an_advocate_is_offered_with_a_button_and_never_as_a_step(person: Person) -> None:
    first = await person.say(ACCOUNT)

    assert "do:ask_advocate" in first.choices
    assert first.asks not in (None, "wants_advocate")


async def test_send_what_i_have_said_is_there_from_the_first_account_on_and_gives_the_receipt(
    person: Person, stack: Stack
) -> None:
    first = await person.say(ACCOUNT)
    sent = await person.choose("send_now")

    assert "send_now" in first.choices
    assert sent.receipt
    assert stack.cases()[sent.receipt["reference"]]["points"][0]["text"] == ACCOUNT


async def test_everything_can_be_skipped_and_still_becomes_a_case(person: Person, stack: Stack) -> None:
    await person.say(ACCOUNT)
    receipt = await person.answer({})

    assert stack.cases()[receipt["reference"]]["points"][0]["text"] == ACCOUNT


async def test_skipping_in_words_is_skipping(person: Person) -> None:
    asked = (await person.say(ACCOUNT)).asks
    after = await person.say("skip")

    assert after.asks not in (None, asked)


async def test_every_question_can_be_questioned_and_is_asked_again(person: Person) -> None:
    await person.say(PARENT)
    questioned: list[str] = []
    while person.last.asks != "confirm" and len(questioned) < 12:
        asked = person.last.asks
        assert asked is not None
        after = await person.say("why do you need that?")
        assert after.asks == asked, f"{asked} was not asked again: {after.text}"
        assert len(after.messages) >= 2, f"no reason was given for {asked}: {after.text}"
        questioned.append(asked)
        await person.reply({})

    assert len(questioned) >= 3


async def test_an_answer_in_words_is_as_good_as_a_quick_reply(person: Person, stack: Stack) -> None:
    await person.say(PARENT)
    if person.last.asks == "reporter_role":
        await person.say("i'm his mum")
    receipt = await person.answer({"care_status": "Gets help because of a disability"})
    case = stack.cases()[receipt["reference"]]

    assert case["reporter_role"] == "parent"
    assert case["pathway"] == "statutory"


async def test_an_earlier_answer_can_be_corrected_at_the_read_back(person: Person, stack: Stack) -> None:
    await person.say(PARENT)
    await person.until("confirm", {"reporter_role": "relative", "wanted_outcome": "respite care"})
    change = await person.choose("do:change_answer")
    assert "change:reporter_role" in change.choices
    await person.choose("change:reporter_role")
    await person.choose("parent")
    receipt = await person.answer({})

    assert stack.cases()[receipt["reference"]]["reporter_role"] == "parent"


async def test_stopping_sends_nothing_and_going_on_asks_where_it_was_left(person: Person, stack: Stack) -> None:
    before = set(stack.cases())
    asked = (await person.say(ACCOUNT)).asks
    stopped = await person.say("stop")
    assert stopped.asks is None and set(stack.cases()) == before

    back = await person.choose("do:raise_concern")
    receipt = await person.answer({})

    assert back.asks == asked
    assert stack.cases()[receipt["reference"]]["points"][0]["text"] == ACCOUNT


async def test_starting_over_clears_what_was_told(person: Person, stack: Stack) -> None:
    await person.say(ACCOUNT)
    await person.say("start over")
    await person.say(PARENT)
    receipt = await person.answer({})
    told = "\n".join(point["text"] for point in stack.cases()[receipt["reference"]]["points"])

    assert PARENT in told and ACCOUNT not in told


async def test_whoever_comes_back_with_the_same_browser_goes_on(
    person: Person, newcomer: Newcomer, stack: Stack
) -> None:
    asked = (await person.say(ACCOUNT)).asks
    same_browser = await newcomer(stack)
    same_browser.http.cookie_jar.update_cookies(
        {cookie.key: cookie.value for cookie in person.http.cookie_jar}, response_url=_url(person)
    )
    told = await same_browser.so_far()
    after = await same_browser.say("skip")

    assert [message["text"] for message in told if message["from"] == "you"] == [ACCOUNT]
    assert after.asks not in (None, asked)


async def test_leaving_ends_the_conversation_on_the_server(person: Person, newcomer: Newcomer, stack: Stack) -> None:
    await person.say(ACCOUNT)
    kept = {cookie.key: cookie.value for cookie in person.http.cookie_jar}
    status = await person.leave()
    thief = await newcomer(stack)
    thief.http.cookie_jar.update_cookies(kept, response_url=_url(person))

    assert status == 204
    assert await thief.so_far() == []


@pytest.mark.parametrize(
    "question",
    [
        "how long does a complaint take?",
        "am I allowed to complain if I am only fourteen?",
        "who is going to read what I write?",
        "what is the ombudsman?",
        "can I get an interpreter?",
        "are you a real person?",
    ],
)
async def test_a_question_by_the_way_is_answered_and_the_form_goes_on(person: Person, question: str) -> None:
    asked = (await person.say(PARENT)).asks
    answered = await person.say(question)

    assert answered.asks == asked
    assert len(answered.messages) >= 2


def _url(person: Person):  # type: ignore[no-untyped-def]
    from yarl import URL

    return URL(person.address)
