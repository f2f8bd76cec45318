"""The questions as pages through the running stack: the same record, the same case, with Rasa there or away."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from typing import Any

import aiohttp
import pytest

from tests.journeys.person import TURN_SECONDS, Person
from tests.journeys.stack import Stack, eventually
from tests.widget.browser_without_script import Plain

Newcomer = Callable[[Stack], Awaitable[Person]]

CHILD = "my foster carer and me were told i have to share a room and my social worker never asked me what i think"
PARENT = "The social worker promised us respite care for our disabled son in January and nothing has happened since."
ELSEWHERE = "The school excluded my son for five days and the head teacher will not tell me why."
OF_A_CHILD = {
    "reporter_role": "child", "care_status": "in_care", "matter": "placement", "wanted_outcome": "my own room please",
    "safe_to_contact": "chat",
}  # fmt: skip
OF_A_PARENT = {
    "reporter_role": "parent", "care_status": "disabled_services", "on_behalf_of_child": "no",
    "already_answered": "no", "court_involved": "no", "when_happened": "in January this year",
    "wanted_outcome": "the respite hours that were promised", "contact_preference": "email",
    "email": "parent@example.com", "name": "A parent",
}  # fmt: skip
DIFFERS = ("reference", "received_at", "channel")  # between two cases of the same words


@pytest.fixture
async def plain(person: Person, stack: Stack) -> AsyncIterator[Plain]:
    """The person's own browser, with its script switched off."""
    timeout = aiohttp.ClientTimeout(total=TURN_SECONDS)
    async with aiohttp.ClientSession(stack.address, cookie_jar=person.http.cookie_jar, timeout=timeout) as http:
        yield Plain(http)


async def answers(plain: Plain, given: Mapping[str, str], until: Sequence[str] = ("confirm",)) -> Plain:
    """Answer what is asked, skip what is not given, up to one of these pages."""
    for _ in range(30):
        if plain.asks in until:
            return plain
        if plain.asks == "go_on":
            await plain.sends(do="go_on")
            continue
        answer = given.get(plain.asks, "")
        if not answer:
            await plain.sends(do="do:skip")
        elif answer in plain.choices:
            await plain.sends(choice=answer)
        else:
            await plain.sends(answer=answer)
    raise AssertionError(f"{until} was never asked, only {plain.visited}: {plain.text}")


def without_what_differs(case: Mapping[str, Any]) -> dict[str, Any]:
    """A case's line of the export, but for its ids, times and channel."""
    return {name: value for name, value in case.items() if name not in DIFFERS}


@pytest.mark.parametrize(
    ("account", "given"), [(CHILD, OF_A_CHILD), (PARENT, OF_A_PARENT), (ELSEWHERE, {"reporter_role": "parent"})]
)
async def test_the_same_answers_make_the_same_case_in_chat_and_on_pages(
    plain: Plain, stack: Stack, newcomer: Newcomer, account: str, given: Mapping[str, str]
) -> None:
    chatting = await newcomer(stack)
    await chatting.say(account)
    in_chat = await chatting.answer(given)
    await (await plain.goes()).sends(answer=account)
    await (await answers(plain, given)).sends(do="yes")

    cases = stack.cases()
    [on_pages] = [case for name, case in cases.items() if name in plain.page]
    assert (cases[in_chat["reference"]]["channel"], on_pages["channel"]) == ("chat", "pages")
    assert without_what_differs(on_pages) == without_what_differs(cases[in_chat["reference"]])
    assert [each for each in plain.visited if each] == chatting.asked


async def test_what_was_begun_in_the_chat_is_finished_on_the_pages(person: Person, plain: Plain, stack: Stack) -> None:
    await person.say(PARENT)
    await person.until("contact_preference", OF_A_PARENT)
    await plain.goes()
    assert plain.asks == "contact_preference"
    await (await answers(plain, OF_A_PARENT)).sends(do="yes")

    [case] = [case for name, case in stack.cases().items() if name in plain.page]
    assert (case["points"][0]["text"], case["reporter_role"]) == (PARENT, "parent")


async def test_what_was_begun_on_the_pages_is_finished_in_the_chat(person: Person, plain: Plain, stack: Stack) -> None:
    await (await plain.goes()).sends(answer=PARENT)
    await answers(plain, OF_A_PARENT, until=["contact_preference"])
    told = [message for message in await person.so_far() if message["asks"]]
    assert told[-1]["asks"] == "contact_preference"
    await person.choose("email")
    receipt = await person.answer(OF_A_PARENT)

    case = stack.cases()[receipt["reference"]]
    assert (case["points"][0]["text"], case["reporter_role"]) == (PARENT, "parent")


async def test_a_field_holds_an_answer_whatever_it_sounds_like(plain: Plain, stack: Stack) -> None:
    wish = "can I talk to a person about what happens next?"
    await (await plain.goes()).sends(answer="why does nobody ever tell me what was decided at my review")
    await answers(plain, {"reporter_role": "child"}, until=["wanted_outcome"])
    await plain.sends(answer=wish)
    await (await answers(plain, {})).sends(do="yes")

    [case] = [case for name, case in stack.cases().items() if name in plain.page]
    assert case["points"][0]["wanted_outcome"] == wish


async def test_danger_on_a_page_is_answered_first_and_alerts_once(plain: Plain, stack: Stack) -> None:
    words = "my stepdad hits me with his belt when mum is at work"
    await (await plain.goes()).sends(answer=words)

    assert plain.asks == "go_on"
    assert "0800 1111" in plain.text
    assert "nobody can come or call you" in plain.text  # a demonstration, where the three prompts would promise it
    assert len(stack.alerts(words)) == 1


async def test_a_changed_answer_takes_the_place_of_the_old_one(plain: Plain, stack: Stack) -> None:
    await (await plain.goes()).sends(answer=CHILD)
    await answers(plain, OF_A_CHILD)
    await (await plain.goes("/say/change/wanted_outcome")).sends(answer="that somebody asks me first")
    assert plain.asks == "confirm"
    await (await plain.goes("/say/change/account_again")).sends(answer=f"{CHILD} and it was in March")
    await (await answers(plain, {})).sends(do="yes")

    [case] = [case for name, case in stack.cases().items() if name in plain.page]
    assert [point["text"] for point in case["points"]] == [f"{CHILD} and it was in March"]
    assert case["points"][0]["wanted_outcome"] == "that somebody asks me first"


async def test_with_rasa_gone_half_way_everything_is_sent_and_the_record_is_whole_when_it_is_back(
    person: Person, plain: Plain, stack: Stack
) -> None:
    await (await plain.goes()).sends(answer=PARENT)
    await answers(plain, OF_A_PARENT, until=["contact_preference"])
    stack.end("rasa")
    await (await answers(plain, OF_A_PARENT)).sends(do="yes")
    [reference] = [name for name in stack.cases() if name in plain.page]
    stack.begin("rasa")

    waiting = stack.services.store.transcripts.waiting
    assert eventually(lambda: not waiting(), 90.0)
    said = [message["text"] for message in await person.so_far() if message["from"] == "you"]
    assert said[0] == PARENT and "parent@example.com" in said
    assert said.count(OF_A_PARENT["wanted_outcome"]) == 1
    cases = stack.services.store.cases
    kept = cases.get(reference)
    assert kept is not None and kept.conversation is not None
    assert [case.reference for case in cases.of_conversation(kept.conversation)] == [reference]
