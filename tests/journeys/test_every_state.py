"""From every state of a conversation help, a person, stopping and starting over work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from bot.receipts import new_reference
from tests.journeys.conversations.told import pressed
from tests.journeys.person import Person
from tests.journeys.stack import Stack

ACCOUNT = "my placement got changed while i was at school and all my things were in bin bags when i came back"
OTHER = "the minibus to my brother's club has not come for five weeks and nobody from transport says why"
SENT = [ACCOUNT, "[send_now]"]

# What is typed or pressed to come there; [until:x] answers nothing until x is asked.
STATES: Mapping[str, Sequence[str]] = {
    "nothing said yet": [],
    "greeted": ["hello"],
    "asked what happened": ["I want to make a complaint"],
    "asked with choices": [ACCOUNT],
    "asked for free words": [ACCOUNT, "[until:wanted_outcome]"],
    "left open": [ACCOUNT, "[until:wanted_outcome]", "who will see this?", "how long does it take?"],
    "read back": [ACCOUNT, "[until:confirm]"],
    "asked what to change": [ACCOUNT, "[until:confirm]", "[do:change_answer]"],
    "offered a person": [ACCOUNT, "[until:wanted_outcome]", "asdf", "lkjlkj"],
    "after the safety words": [ACCOUNT, "he has got a knife and he is at my door"],
    "stopped": [ACCOUNT, "stop"],
    "sent": SENT,
    "asked for a reference": ["how is my case going?"],
    "asked for a secret": ["how is my case going?", "[a reference]"],
}  # fmt: skip


@pytest.fixture(params=STATES, ids=lambda name: name.replace(" ", "-"))
async def somewhere(request: pytest.FixtureRequest, person: Person) -> Person:
    """Somebody in each of the states, one after the other."""
    for line in STATES[request.param]:
        value = pressed(line)
        if value is None:
            await person.say(line)
        elif value == "a reference":
            await person.say(new_reference())
        elif value.startswith("until:"):
            await person.until(value.removeprefix("until:"), {"reporter_role": "child", "care_status": "in_care"})
        else:
            await person.choose(value)
    return person


async def test_help_is_shown_at_once_and_nothing_is_asked(somewhere: Person) -> None:
    answer = await somewhere.say("I need help now")

    assert "999" in answer.of_kind("safety") and "0800 1111" in answer.of_kind("safety")
    assert answer.asks in (None, "go_on")


async def test_a_person_is_called(somewhere: Person) -> None:
    answer = await somewhere.say("can I talk to a person please")

    assert "handoff" in answer.kinds


async def test_stopping_asks_nothing_and_opens_no_case(somewhere: Person) -> None:
    answer = await somewhere.say("stop")

    assert answer.status == 200 and answer.messages
    assert answer.asks is None and answer.receipt is None
    assert "?" not in answer.text


async def test_starting_over_forgets_what_was_told(somewhere: Person, stack: Stack) -> None:
    over = await somewhere.say("start over")
    await somewhere.say(OTHER)
    receipt = await somewhere.answer({})
    told = "\n".join(point["text"] for point in stack.cases()[receipt["reference"]]["points"])

    assert over.asks is None and over.receipt is None
    assert OTHER in told and ACCOUNT not in told


async def test_after_an_aside_the_thread_is_taken_up(somewhere: Person) -> None:
    asked = somewhere.last.asks or ("go_on" if "safety" in somewhere.last.kinds else None)
    answer = await somewhere.say("what is an advocate?")

    assert "advocate" in answer.text.lower()
    assert "noted" not in answer.text and "wanted." not in answer.text  # asking is not wanting
    assert (answer.asks is None) == (asked is None)
