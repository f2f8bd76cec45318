"""One whole conversation for everybody who may raise a concern, from the first words to the case in the export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from bot import receipts
from tests.journeys.person import Person
from tests.journeys.stack import Stack

EXPORTED = {
    "reference", "pathway", "flags", "confirmed", "signposted_to", "reasons", "reporter_role", "points", "advocacy",
    "risk", "stage", "clock", "channel", "received_at", "council", "profile_version",
}  # fmt: skip
NEVER_ASKED_OF_CHILDREN = {
    "has_parental_responsibility", "court_involved", "child_consent", "postal_address", "already_answered",
}  # fmt: skip
MOST_QUESTIONS = {"child": 6, "care_leaver": 6}
MOST_QUESTIONS_OF_ADULTS = 10


@dataclass(frozen=True)
class Story:
    """Somebody with a concern, and what they answer when they are asked."""

    role: str
    account: str
    answers: Mapping[str, str]
    flags: frozenset[str] = frozenset()
    wanted: str = "Somebody should say sorry and put it right"
    pathway: str = "statutory"

    def told(self) -> dict[str, str]:
        """Everything that they would answer."""
        usual = {"reporter_role": self.role, "wanted_outcome": self.wanted, "contact_preference": "chat"}
        adult = {"court_involved": "no", "already_answered": "no", "on_behalf_of_child": "no", "imminent": "no"}
        return {**usual, **adult, **self.answers}


STORIES = [
    Story(
        "child",
        "i live in a childrens home and the shower in my room has been broken for weeks and nobody fixes it",
        {"care_status": "in_care"},
        wanted="i want the shower fixed",
    ),
    Story(
        "care_leaver",
        "I left care last year and my personal adviser never sorted out my setting up home grant, I still sleep on an "
        "air bed",
        {"care_status": "left_care"},
        wanted="the grant paid",
    ),
    Story(
        "parent",
        "The assessment that the social worker wrote about my son is full of mistakes. It says things I never said and "
        "nobody will correct them.",
        {"care_status": "has_social_worker", "has_parental_responsibility": "yes"},
    ),
    Story(
        "relative",
        "My grandson is in foster care and the visits that were promised to me have been cancelled four times without "
        "anybody telling me why.",
        {"care_status": "in_care", "link_to_child": "I am his grandmother and looked after him until he was six"},
        flags=frozenset({"standing"}),
    ),
    Story(
        "foster_carer",
        "We foster for the council and our fostering allowance has been paid wrong for three months, and nobody in the "
        "fostering team answers.",
        {"care_status": "in_care"},
    ),
    Story(
        "special_guardian",
        "I am the special guardian of my niece and the council stopped our special guardianship allowance without any "
        "review.",
        {"care_status": "not_sure"},
    ),
    Story(
        "advocate",
        "I am an independent advocate and I write for a young person in care whose social worker has not visited her "
        "since the spring.",
        {"care_status": "in_care", "child_consent": "yes", "wants_advocate": "has_one"},
    ),
    Story(
        "solicitor",
        "We act for a young man who left care. The council has not reviewed his pathway plan for eighteen months "
        "despite two letters from this firm.",
        {"care_status": "left_care", "child_consent": "yes", "wants_advocate": "no"},
    ),
]  # fmt: skip


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.role)
async def test_a_concern_told_in_ones_own_words_becomes_a_case(person: Person, stack: Stack, story: Story) -> None:
    first = await person.say(story.account)
    receipt = await person.answer(story.told())
    case = stack.cases()[receipt["reference"]]

    assert first.status == 200
    assert set(case) >= EXPORTED
    assert story.role == case["reporter_role"]
    assert story.account in "\n".join(point["text"] for point in case["points"])
    assert story.pathway == case["pathway"]
    assert story.flags == set(case["flags"]) & {"standing"}
    assert case["points"][0]["wanted_outcome"] == story.wanted
    assert (case["channel"], case["confirmed"], case["risk"]) == ("chat", False, "none")
    assert case["reasons"] and case["clock"]["due"]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.role)
async def test_nothing_is_asked_that_was_told_or_that_nobody_needs(person: Person, story: Story) -> None:
    await person.say(story.account)
    await person.answer(story.told())
    questions = [asked for asked in person.asked if asked != "confirm"]

    assert "what_happened" not in questions
    assert sorted(set(questions)) == sorted(questions)
    assert len(questions) <= MOST_QUESTIONS.get(story.role, MOST_QUESTIONS_OF_ADULTS)
    if story.role in MOST_QUESTIONS:
        assert not NEVER_ASKED_OF_CHILDREN.intersection(questions)


async def test_a_parent_waiting_for_the_special_needs_team_goes_the_corporate_way(person: Person, stack: Stack) -> None:
    await person.say("The SEND team has been sitting on my daughter's annual review for five months and will not reply")
    told = {"reporter_role": "parent", "care_status": "none", "matter": "The special needs (SEND) team"}
    receipt = await person.answer(told)

    assert stack.cases()[receipt["reference"]]["pathway"] == "corporate"


async def test_the_receipt_says_which_procedure_why_and_by_when_and_gives_the_secret(person: Person) -> None:
    await person.say(STORIES[2].account)
    receipt = await person.answer(STORIES[2].told())
    said = person.last.of_kind("status")

    assert "statutory" in said and "because" in said and "20" in said
    assert len(receipt["secret"].split()) == receipts.WORDS
    assert not any(receipt["secret"] in message["text"] for message in await person.so_far())
    assert [told["secret"] for told in await person.so_far() if told["kind"] == "receipt"] == ["•••"]


async def test_the_same_confirmation_sent_twice_opens_one_case(person: Person, stack: Stack) -> None:
    await person.say(STORIES[0].account)
    await person.until("confirm", STORIES[0].told())
    before, yes = set(stack.cases()), "9f0c2f1e-3b0a-4f57-9d2a-6b1a2c3d4e5f"
    first = await person.choose("yes", yes)
    again = await person.choose("yes", yes)

    assert first.receipt and again.receipt
    assert first.receipt["reference"] == again.receipt["reference"]
    assert {first.receipt["reference"]} == set(stack.cases()) - before


async def test_a_second_concern_in_the_same_conversation_is_a_new_case(person: Person, stack: Stack) -> None:
    await person.say(STORIES[0].account)
    first = await person.answer(STORIES[0].told())
    await person.choose("do:raise_concern")
    await person.say("and nobody tells me when I can see my sister, they always cancel it")
    second = await person.answer({})
    cases = stack.cases()

    assert first["reference"] != second["reference"]
    assert "shower" not in cases[second["reference"]]["points"][0]["text"]
