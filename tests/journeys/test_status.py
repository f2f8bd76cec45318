"""Coming back with reference and secret: how it is going, and nothing for anybody else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

import pytest

from tests.journeys.person import Answer, Person
from tests.journeys.stack import Stack

PARENT = "The social worker has written lies about us in the assessment and refuses to change a single word of it."
CHILD = "my bedroom in the childrens home is freezing and they wont mend the heater"

Newcomer = Callable[[Stack], Awaitable[Person]]


async def sent(person: Person, account: str, role: str) -> tuple[str, str]:
    """The reference and secret of a case that this person has just sent."""
    await person.say(account)
    receipt = await person.answer({"reporter_role": role, "care_status": "in_care"})
    return receipt["reference"], receipt["secret"]


async def look_up(person: Person, reference: str, secret: str) -> Answer:
    """Ask how a case is going, step by step."""
    begun = await person.say("how is my case going?")
    assert begun.asks == "reference", begun.text
    asked = await person.say(reference)
    assert asked.asks == "secret", asked.text
    return await person.say(secret)


async def test_with_reference_and_secret_the_status_is_told_days_later_in_another_browser(
    person: Person, newcomer: Newcomer, stack: Stack
) -> None:
    reference, secret = await sent(person, PARENT, "parent")
    told = (await look_up(await newcomer(stack), reference, secret)).of_kind("status")

    assert reference in told
    assert "statutory" in told and "not yet confirmed" in told and "by" in told


async def test_a_child_reads_the_status_in_simpler_words(person: Person, newcomer: Newcomer, stack: Stack) -> None:
    reference, secret = await sent(person, CHILD, "child")
    told = (await look_up(await newcomer(stack), reference, secret)).of_kind("status")

    assert "answer by" in told
    assert "statutory" not in told and "procedure" not in told.lower()


async def test_a_wrong_secret_and_a_wrong_reference_get_the_same_answer(
    person: Person, newcomer: Newcomer, stack: Stack
) -> None:
    reference, _ = await sent(person, PARENT, "parent")
    wrong_secret = await look_up(await newcomer(stack), reference, "0000-1111-2222")
    wrong_reference = await look_up(await newcomer(stack), other_reference(reference), "0000-1111-2222")

    assert wrong_secret.messages and _said(wrong_secret) == _said(wrong_reference)
    assert PARENT not in wrong_secret.text


@pytest.mark.parametrize("typed", [str.upper, lambda words: words.replace(" ", "-")])
async def test_the_secret_may_be_typed_in_any_way(
    person: Person, newcomer: Newcomer, stack: Stack, typed: Callable[[str], str]
) -> None:
    reference, secret = await sent(person, PARENT, "parent")
    told = await look_up(await newcomer(stack), reference.lower(), typed(secret))

    assert "Received on" in told.text


async def test_a_typed_secret_is_kept_nowhere(person: Person, newcomer: Newcomer, stack: Stack) -> None:
    reference, secret = await sent(person, PARENT, "parent")
    visitor = await newcomer(stack)
    await look_up(visitor, reference, secret)
    files = [path for path in stack.folder.rglob("*") if path.is_file()]
    forms = (secret.encode(), secret.replace(" ", "").encode())

    assert "•••" in [message["text"] for message in await visitor.so_far() if message["from"] == "you"]
    assert not [path.name for path in files for form in forms if form in path.read_bytes()]


async def test_something_can_be_added_to_a_case(person: Person, newcomer: Newcomer, stack: Stack) -> None:
    reference, secret = await sent(person, PARENT, "parent")
    visitor = await newcomer(stack)
    begun = await visitor.say("I want to add something to my case")
    assert begun.asks == "reference"
    await visitor.say(reference)
    asked = await visitor.say(secret)
    assert asked.asks == "words"
    done = await visitor.say("They have now also cancelled the meeting that was promised for Monday.")
    case = stack.services.store.cases.get(reference)

    assert done.asks is None
    assert case is not None and "cancelled the meeting" in str(case.history[-1].detail)


def other_reference(reference: str) -> str:
    """A reference that is well formed, with its check character, and nobody's."""
    from bot.receipts import new_reference

    return next(other for other in iter(new_reference, None) if other != reference)


def _said(answer: Answer) -> list[tuple[str, str]]:
    return [(message["kind"], message["text"]) for message in answer.messages]


async def opened(person: Person, wish: str, reference: str, secret: str) -> Answer:
    """Choose a wish for the case and show that it is theirs."""
    assert (await person.choose(wish)).asks == "reference"
    assert (await person.say(reference)).asks == "secret"
    return await person.say(secret)


async def test_how_to_be_reached_can_be_changed_later(person: Person, newcomer: Newcomer, stack: Stack) -> None:
    reference, secret = await sent(person, PARENT, "parent")
    later = await newcomer(stack)
    await look_up(later, reference, secret)

    assert (await opened(later, "do:change_contact", reference, secret)).asks == "words"
    told = await later.say("please only write to sam@example.org")

    assert "changed how we reach you" in told.text
    kept = stack.services.store.cases.get(reference)
    assert kept is not None
    assert kept.facts["email"] == "sam@example.org"


async def test_an_advocate_can_be_asked_for_with_the_case(person: Person, newcomer: Newcomer, stack: Stack) -> None:
    reference, secret = await sent(person, CHILD, "child")
    later = await newcomer(stack)
    await look_up(later, reference, secret)
    told = await opened(later, "do:case_advocate", reference, secret)

    assert "advocate" in told.text
    kept = stack.services.store.cases.get(reference)
    assert kept is not None
    assert kept.advocacy.status == "to_arrange"


async def test_something_can_be_added_and_the_case_can_be_asked_to_stop(
    person: Person, newcomer: Newcomer, stack: Stack
) -> None:
    reference, secret = await sent(person, PARENT, "parent")
    later = await newcomer(stack)
    await look_up(later, reference, secret)
    assert (await opened(later, "do:add_information", reference, secret)).asks == "words"
    added = await later.say("they wrote the wrong date of birth as well")
    assert "put that with your case" in added.text

    await look_up(later, reference, secret)
    assert (await opened(later, "do:withdraw", reference, secret)).asks == "words"
    assert "person will check that" in (await later.choose("do:skip")).text
    kept = stack.services.store.cases.get(reference)
    assert kept is not None
    assert {"added", "asks_withdrawal"} <= {event.what for event in kept.history}


async def test_the_next_stage_can_be_asked_for_and_its_day_is_told(
    person: Person, newcomer: Newcomer, stack: Stack
) -> None:
    reference, secret = await sent(person, PARENT, "parent")
    later = await newcomer(stack)
    assert (await later.say("i am not happy with the answer, i want it to go to stage 2")).asks == "reference"
    assert (await later.say(reference)).asks == "secret"
    assert (await later.say(secret)).asks == "words"
    told = await later.choose("do:skip")

    late_from = date.fromisoformat(stack.cases()[reference]["clock"]["due"]) + timedelta(days=1)
    assert f"{late_from.day} {late_from:%B %Y}" in told.text  # without an answer by then: straight to stage 2


async def test_what_was_told_before_a_reference_was_asked_for_is_not_asked_for_again(person: Person) -> None:
    told = (
        "I want to take my complaint about the respite carers not turning up further, the first answer leaves out half"
    )
    assert (await person.say(told)).asks == "reference"

    begun = await person.choose("do:raise_concern")

    assert begun.asks not in (None, "what_happened"), begun.text
    assert told in (await person.until("confirm", {"reporter_role": "parent"})).text
