"""Parts that are down: the right status and a kind sentence, nothing said is lost, and it goes on afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from uuid import uuid4

import pytest

from tests.journeys.person import Person
from tests.journeys.stack import Stack, answer_of

ACCOUNT = "My son's social worker left in May and nobody has been given his case since then."
TOLD = {"reporter_role": "parent", "care_status": "has_social_worker", "wanted_outcome": "a new social worker"}

Fault = Callable[[Stack], AbstractContextManager[None]]


def without(part: str) -> Fault:
    """A fault: one part is killed, and started again afterwards."""

    @contextmanager
    def fault(stack: Stack) -> Iterator[None]:
        stack.end(part)
        yield
        stack.begin(part)

    return fault


FAULTS = {"rasa down": without("rasa"), "actions down": without("actions"), "store locked": Stack.locked_store}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
async def test_in_the_middle_of_the_form_nothing_is_lost_and_the_same_message_is_taken_afterwards(
    person: Person, stack: Stack, fault: Fault
) -> None:
    await person.say(ACCOUNT)
    await person.until("wanted_outcome", TOLD)
    message_id = str(uuid4())
    with fault(stack):
        failed = await person.say("a new social worker", message_id)
    again = await person.say("a new social worker", message_id)
    receipt = await person.answer(TOLD)
    case = stack.cases()[receipt["reference"]]

    assert (failed.status, failed.body["error"]) == (503, "unavailable")
    assert len(failed.body["message"]) > 20
    assert again.status == 200 and again.asks != "wanted_outcome"
    assert (case["points"][0]["text"], case["points"][0]["wanted_outcome"]) == (ACCOUNT, "a new social worker")


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
async def test_the_first_message_can_be_sent_again_afterwards(person: Person, stack: Stack, fault: Fault) -> None:
    message_id = str(uuid4())
    with fault(stack):
        failed = await person.say(ACCOUNT, message_id)
    again = await person.say(ACCOUNT, message_id)
    told = [message["text"] for message in await person.so_far() if message["from"] == "you"]

    assert failed.status == 503
    assert again.status == 200 and again.asks
    assert told == [ACCOUNT]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
async def test_a_confirmation_that_failed_opens_one_case_when_it_is_sent_again(
    person: Person, stack: Stack, fault: Fault
) -> None:
    await person.say(ACCOUNT)
    await person.until("confirm", TOLD)
    before, message_id = set(stack.cases()), str(uuid4())
    with fault(stack):
        failed = await person.choose("yes", message_id)
    again = await person.choose("yes", message_id)

    assert failed.status == 503 and failed.receipt is None
    assert again.receipt
    assert {again.receipt["reference"]} == set(stack.cases()) - before


async def test_readiness_tells_which_part_is_missing(stack: Stack) -> None:
    stack.end("rasa")

    assert answer_of(f"{stack.address}/healthz")[0] == 200
    assert answer_of(f"{stack.address}/readyz")[0] == 503


async def test_the_doors_killed_and_started_again_go_on_with_the_same_conversation(
    person: Person, stack: Stack
) -> None:
    asked = (await person.say(ACCOUNT)).asks
    stack.end("doors")
    stack.begin("doors")
    after = await person.say("why do you need that?")

    assert after.asks == asked
