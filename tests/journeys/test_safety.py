"""Safety before everything: the words come in the same turn and the alert is kept, whatever else is down."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from uuid import uuid4

import pytest

from tests.journeys.mail import Letterbox
from tests.journeys.person import Answer, Person
from tests.journeys.stack import Stack, eventually

SENTENCE = "I am forced to have sex and I am only 12 years old"
ACCOUNT = "my social worker keeps changing and the new one has not come to see me once"
PROBING = ("what happened", "how did", "who did", "who is it", "why did", "when did")

Newcomer = Callable[[Stack], Awaitable[Person]]


def assert_helps(answer: Answer) -> None:
    """The safety words are in this turn, and no question about the complaint follows them."""
    assert answer.status == 200
    assert "999" in answer.of_kind("safety") and "0800 1111" in answer.of_kind("safety")
    assert answer.asks in (None, "go_on")
    assert not [probe for probe in PROBING if probe in answer.text.lower()]


async def test_the_sentence_as_first_message_is_answered_with_help_and_raises_an_alert(
    person: Person, stack: Stack
) -> None:
    marked = f"{SENTENCE} {uuid4().hex[:6]}"
    answer = await person.say(marked)
    alerts = stack.alerts(marked)

    assert_helps(answer)
    assert "do:stop" in answer.choices and "go_on" in answer.choices and "help_now" in answer.choices
    assert len(alerts) == 1
    assert alerts[0].risk in ("emergency", "at_risk")


async def test_the_sentence_in_the_middle_of_the_form_is_no_answer_to_the_question(
    person: Person, stack: Stack
) -> None:
    await person.say(ACCOUNT)
    await person.until("wanted_outcome", {"reporter_role": "child", "care_status": "in_care"})
    marked = f"{SENTENCE} {uuid4().hex[:6]}"
    answer = await person.say(marked)
    assert_helps(answer)
    assert len(stack.alerts(marked)) == 1

    receipt = await person.answer({"wanted_outcome": "i want a new social worker"})
    case = stack.cases()[receipt["reference"]]
    assert case["risk"] in ("emergency", "at_risk")
    assert case["points"][0]["wanted_outcome"] == "i want a new social worker"


async def test_after_a_disclosure_nothing_is_asked_about_what_happened(person: Person) -> None:
    await person.say(SENTENCE)
    await person.answer({"reporter_role": "child"})

    assert not {"what_happened", "when_happened", "matter", "nature"}.intersection(person.asked)
    asked = [sentence for said in person.heard for sentence in said.lower().split("\n") if "?" in sentence]
    assert not [sentence for sentence in asked if any(probe in sentence for probe in PROBING)]


async def test_in_a_demonstration_it_is_said_once_that_nobody_can_come_and_no_prompt_asks_where_somebody_is(
    person: Person,
) -> None:
    await person.say(SENTENCE)
    await person.say("he is coming back now and he will hurt me")
    heard = "\n".join(person.heard)

    assert heard.count("nobody can come or call you") == 1
    assert "where are you" not in heard
    assert "0800 1111" in person.last.text


async def test_a_disclosure_opens_a_screening_and_the_queue_of_officers(person: Person, stack: Stack) -> None:
    marked = f"{SENTENCE} {uuid4().hex[:6]}"
    await person.say(marked)
    conversation = stack.alerts(marked)[0].conversation
    work = stack.services.store.work

    assert work.handoff(conversation) is not None
    assert {"safeguarding_screening"} <= {task.kind for task in work.tasks() if task.conversation == conversation}


async def test_the_same_disclosure_sent_twice_raises_one_alert(person: Person, stack: Stack) -> None:
    marked, message_id = f"{SENTENCE} {uuid4().hex[:6]}", str(uuid4())
    first = await person.say(marked, message_id)
    again = await person.say(marked, message_id)

    assert_helps(first)
    assert_helps(again)
    assert len(stack.alerts(marked)) == 1


@pytest.mark.parametrize("asked", ["first", "in the form"])
async def test_with_rasa_stopped_help_is_shown_and_the_alert_arrives(person: Person, stack: Stack, asked: str) -> None:
    if asked == "in the form":
        await person.say(ACCOUNT)
    stack.end("rasa")
    marked = f"{SENTENCE} {uuid4().hex[:6]}"
    answer = await person.say(marked)

    assert_helps(answer)
    assert len(stack.alerts(marked)) == 1


@pytest.mark.parametrize("asked", ["first", "in the form"])
async def test_with_the_store_locked_help_is_shown_and_the_alert_arrives_afterwards(
    person: Person, stack: Stack, asked: str
) -> None:
    if asked == "in the form":
        await person.say(ACCOUNT)
    marked = f"{SENTENCE} {uuid4().hex[:6]}"
    with stack.locked_store():
        answer = await person.say(marked)
        spooled = [alert for alert in stack.services.intake.spool.waiting() if marked in alert.words]

    assert_helps(answer)
    assert len(spooled) == 1
    assert len(stack.alerts(marked)) == 1


async def test_with_the_action_server_stopped_help_is_shown_and_the_alert_arrives(person: Person, stack: Stack) -> None:
    await person.say(ACCOUNT)
    stack.end("actions")
    marked = f"{SENTENCE} {uuid4().hex[:6]}"
    answer = await person.say(marked)

    assert_helps(answer)
    assert len(stack.alerts(marked)) == 1


async def test_the_words_of_a_disclosure_stand_in_no_log_and_no_file(person: Person, stack: Stack) -> None:
    marker = f"zebra{uuid4().hex[:8]}"
    await person.say(f"{SENTENCE} {marker}")
    stack.alerts(marker)
    files = [path for path in stack.folder.rglob("*") if path.is_file()]

    assert [path.name for path in files if marker.encode() in path.read_bytes()] == []


async def test_in_service_the_alert_is_mailed_to_the_duty_route_without_a_word_of_it(
    service: Stack, newcomer: Newcomer, letterbox: Letterbox
) -> None:
    person = await newcomer(service)
    marked = f"{SENTENCE} {uuid4().hex[:6]}"
    answer = await person.say(marked)
    alert = service.alerts(marked)[0]
    mailed = eventually(lambda: [letter for letter in letterbox.letters if alert.id in letter["Subject"]])

    assert_helps(answer)
    assert "passed this on" in answer.text and "demonstration" not in answer.text
    assert len(mailed) == 1 and mailed[0]["To"] == "duty@council.test"
    assert "forced" not in mailed[0].as_string() and alert.id in mailed[0].as_string()
    assert eventually(lambda: [kept for kept in service.alerts(marked) if kept.mailed_at])


async def test_in_service_the_three_prompts_are_given_once(service: Stack, newcomer: Newcomer) -> None:
    person = await newcomer(service)
    await person.say(SENTENCE)
    await person.say("he is coming back now and he will hurt me")
    heard = "\n".join(person.heard)

    assert heard.count("Are you safe right now?") == 1
    assert "0800 1111" in person.last.text


async def test_in_service_with_rasa_stopped_the_alert_is_mailed_too(
    service: Stack, newcomer: Newcomer, letterbox: Letterbox
) -> None:
    person = await newcomer(service)
    service.end("rasa")
    try:
        marked = f"{SENTENCE} {uuid4().hex[:6]}"
        answer = await person.say(marked)
        alert = service.alerts(marked)[0]
        assert_helps(answer)
        assert "01632 960002" in answer.text or "01632 960001" in answer.text or "passed" in answer.text
        assert eventually(lambda: [letter for letter in letterbox.letters if alert.id in letter["Subject"]])
    finally:
        service.start()
