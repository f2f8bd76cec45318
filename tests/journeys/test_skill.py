"""Dialogue skill: what was told is not asked, corrections work backwards, and nobody is pressed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.complaints.facts import MATTERS
from tests.journeys.person import Person
from tests.journeys.stack import Stack

ACCOUNT = "they moved my room around while i was at school and nobody asked me"
Newcomer = Callable[[Stack], Awaitable[Person]]
CHILD = {"reporter_role": "child", "care_status": "in_care"}


def of(stack: Stack, reference: str):  # type: ignore[no-untyped-def]
    """The case as it is kept."""
    case = stack.services.store.cases.get(reference)
    assert case is not None
    return case


async def test_one_message_that_answers_several_questions_answers_them_all(person: Person, stack: Stack) -> None:
    await person.say("I'm 14, in foster care in Leeds and my social worker never comes")
    receipt = await person.answer({"wanted_outcome": "for her to come"})
    case = of(stack, receipt["reference"])

    assert not {"child_age", "care_status", "reporter_role", "which_council"}.intersection(person.asked)
    assert case.reporter_role == "child"
    assert {"child_age": "14", "care_status": "in_care", "which_council": "Leeds"}.items() <= case.facts.items()


async def test_what_is_told_beside_a_question_of_theirs_is_not_asked_either(person: Person) -> None:
    await person.say(ACCOUNT)
    assert person.last.asks == "reporter_role", person.last.text
    answered = await person.say("im 15 and im in care, who is going to see this?")

    assert "complaints team" in answered.text
    assert answered.asks not in ("reporter_role", "care_status")


@pytest.mark.parametrize("asked", ["can i tell you something but you cant tell anyone", "promise?"])
async def test_who_asks_for_a_promise_first_is_told_what_can_be_promised(person: Person, asked: str) -> None:
    answered = await person.say(asked)

    assert "cannot promise to keep a secret" in answered.text
    assert answered.asks is None
    assert (await person.say(ACCOUNT)).asks == "reporter_role"


async def test_a_fear_of_trouble_is_answered_and_is_nobodys_wish(person: Person, stack: Stack) -> None:
    await person.say(f"im 12, ive been in care since i was 6 and {ACCOUNT}")
    assert person.last.asks == "wanted_outcome", person.last.text
    answered = await person.say("can i get in trouble for this")

    assert "not in trouble" in answered.text and answered.asks == "wanted_outcome"
    receipt = await person.answer({"wanted_outcome": "to be asked first"})
    assert of(stack, receipt["reference"]).points[0].wanted_outcome == "to be asked first"


@pytest.mark.parametrize(
    ("told", "correction", "fact", "value"),
    [
        ("my daughter is 13 and her social worker never calls us back", "no wait, she's 14 not 13", "child_age", "14"),
        ("my daughter is 13 and her social worker never calls us back", "sorry 12 not 13", "child_age", "12"),
        ("im 13 and in care and my social worker never calls me back", "no sorry im 14", "child_age", "14"),
        ("im in care in Leeds and my worker never rings me", "oops Bradford not Leeds", "which_council", "Bradford"),
    ],
)  # fmt: skip
async def test_an_earlier_answer_is_corrected_at_a_later_question(
    person: Person, stack: Stack, told: str, correction: str, fact: str, value: str
) -> None:
    asked = (await person.say(told)).asks
    corrected = await person.say(correction)
    receipt = await person.answer({"wanted_outcome": "a call back"})

    assert corrected.asks == asked  # the correction is not the answer to what was asked
    assert of(stack, receipt["reference"]).facts[fact] == value


async def test_that_it_was_somebody_else_is_kept_in_their_words_and_is_no_answer(person: Person, stack: Stack) -> None:
    asked = (await person.say("social services cancelled the visit and I drove sixty miles for nothing")).asks
    corrected = await person.say("sorry it was my nan not me")
    receipt = await person.answer({"reporter_role": "parent", "wanted_outcome": "the petrol money"})

    assert corrected.asks == asked
    assert "sorry it was my nan not me" in of(stack, receipt["reference"]).points[0].text


async def test_a_child_who_speaks_of_a_brother_says_so_afterwards(person: Person, stack: Stack) -> None:
    await person.say("im 12 and in care and they moved school three times without asking")
    corrected = await person.say("actually its my brother not me")
    receipt = await person.answer({"wanted_outcome": "one school"})
    case = of(stack, receipt["reference"])

    assert "brother" in corrected.text
    assert (case.reporter_role, case.facts["on_behalf_of_child"]) == ("child", "yes")
    assert "actually its my brother not me" in case.points[0].text


@pytest.mark.parametrize(
    "words", ["dunno", "rather not say", "idk", "i'd rather not say that", "skip", "prefer not to"]
)
async def test_whoever_does_not_know_or_would_rather_not_say_is_not_asked_again(person: Person, words: str) -> None:
    asked = (await person.say(ACCOUNT)).asks
    after = await person.say(words)

    assert asked and after.asks not in (None, asked)
    assert "did not understand" not in after.text


@pytest.mark.parametrize("words", ["fuck off", "this is bollocks", "oh ffs"])
async def test_swearing_is_met_kindly_and_is_no_answer(person: Person, stack: Stack, words: str) -> None:
    await person.say(ACCOUNT)
    await person.until("wanted_outcome", CHILD)
    met = await person.say(words)
    receipt = await person.answer({"wanted_outcome": "my room back"})

    assert "did not understand" not in met.text and met.asks == "wanted_outcome"
    assert of(stack, receipt["reference"]).points[0].wanted_outcome == "my room back"


VAGUE = (
    "they said one thing and then did another thing",
    "everything is wrong and nobody helps us with anything",
    "she did something she should not have done",
    "they have let all of us down again and again and nobody cares",
)


async def test_unsure_of_the_matter_it_offers_its_best_three_in_plain_words(stack: Stack, newcomer: Newcomer) -> None:
    offered = []
    for told in VAGUE:
        person = await newcomer(stack)
        await person.say(told)
        for _ in range(4):
            if person.last.asks == "matter":
                offered.append(person.last)
                break
            await person.reply({"reporter_role": "parent", "care_status": "none"})

    assert offered, "it was sure of every one of them"
    for asked in offered:
        choices = [choice for message in asked.messages for choice in message["choices"]]
        matters = [choice for choice in choices if choice["value"] in MATTERS]
        assert 2 <= len(matters) <= 4 and matters[-1]["value"] == "other"
        assert not [choice["label"] for choice in matters if "_" in choice["label"]]


async def test_after_one_misunderstanding_it_says_what_it_did_understand_and_offers_choices(person: Person) -> None:
    await person.say("im 14 and in foster care and my social worker never comes")
    told = await person.say("asdf")

    assert "so far" in told.text and "14" in told.text
    assert "do:skip" in told.choices


async def test_after_two_misunderstandings_it_offers_a_person_and_calls_one_only_on_a_yes(person: Person) -> None:
    await person.say("im 14 and in foster care and my social worker never comes")
    await person.say("asdf")
    offered = await person.say("lkjlkj")
    assert offered.asks == "person" and "handoff" not in offered.kinds
    declined = await person.say("no")
    assert "handoff" not in declined.kinds and declined.asks is not None


async def test_a_yes_to_the_offer_calls_a_person_in_and_out_of_the_questions(person: Person) -> None:
    await person.say("jkjkjkjk")
    assert (await person.say("zxzxzx")).asks == "person"
    called = await person.say("yes please")

    assert "handoff" in called.kinds


async def test_the_same_thing_is_never_asked_a_third_time_running(person: Person) -> None:
    await person.say(ACCOUNT)
    await person.until("wanted_outcome", CHILD)
    second = await person.say("who will see this?")
    third = await person.say("how long does it take?")
    answered = await person.say("i want my room back")

    assert (second.asks, third.asks) == ("wanted_outcome", "go_on")
    assert answered.asks not in (None, "wanted_outcome", "go_on")  # the answer was taken all the same


async def test_send_it_typed_anywhere_reads_it_back_first(person: Person, stack: Stack) -> None:
    before = set(stack.cases())
    await person.say(ACCOUNT)
    asked = await person.say("ok can you send it please")
    assert asked.asks == "confirm" and ACCOUNT in asked.of_kind("summary")
    assert set(stack.cases()) == before
    assert (await person.say("send it")).receipt


async def test_whoever_wants_a_moment_is_not_pressed_and_the_question_stays(person: Person, stack: Stack) -> None:
    await person.say(ACCOUNT)
    await person.until("wanted_outcome", CHILD)
    waits = await person.say("hang on a sec")
    answered = await person.say("my room back")
    receipt = await person.answer({})

    assert waits.asks == "go_on" and "change" not in waits.text.lower()
    assert answered.asks != "wanted_outcome"
    assert of(stack, receipt["reference"]).points[0].wanted_outcome == "my room back"


async def test_a_question_that_is_not_understood_is_explained(person: Person) -> None:
    asked = (await person.say(ACCOUNT)).asks
    explained = await person.say("huh? i dont get it")

    assert "Some rules" in explained.text and explained.asks == asked


async def test_a_person_is_not_offered_a_third_time_running(person: Person) -> None:
    await person.say("im 14 and in foster care and my social worker never comes")
    for words in ("asdf", "lkjlkj", "huh?", "what?"):
        last = await person.say(words)

    assert last.asks not in ("person", None)


async def test_no_is_nobodys_name(person: Person, stack: Stack) -> None:
    await person.say("our son's social worker has not rung us since the summer and he is in care")
    await person.until("name", {"reporter_role": "parent"})
    after = await person.say("no")
    receipt = await person.answer({})

    assert after.asks != "name"
    assert "name" not in of(stack, receipt["reference"]).facts


async def test_what_is_to_change_is_named_in_a_few_words(person: Person, stack: Stack) -> None:
    await person.say("im 13 and in care and my social worker never calls me back")
    await person.until("confirm")
    await person.choose("do:change_answer")
    assert (await person.say("my age")).asks == "child_age"
    await person.say("14")
    receipt = await person.answer({})

    assert of(stack, receipt["reference"]).facts["child_age"] == "14"


async def test_what_happened_is_never_a_key_pressed_by_chance(person: Person) -> None:
    await person.say("I want to make a complaint")
    helped = await person.say("dunno where to start")
    junk = await person.say("asdf")

    assert "start with" in helped.text and helped.asks == "what_happened"
    assert junk.asks == "person"


async def test_asking_about_advocates_is_not_asking_for_one(person: Person, stack: Stack) -> None:
    await person.say(ACCOUNT)
    await person.say("what's an advocate?")
    receipt = await person.answer({"reporter_role": "child"})

    assert of(stack, receipt["reference"]).advocacy.wanted is None


async def test_a_case_is_sent_by_a_plain_yes_alone(person: Person, stack: Stack) -> None:
    before = set(stack.cases())
    await person.say(ACCOUNT)
    await person.until("confirm", CHILD)
    for words in ("asdf", "yes but im 13 not 12", "hmm", "no"):
        await person.say(words)
        assert set(stack.cases()) == before, f"{words!r} sent it"
