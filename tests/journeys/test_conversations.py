"""Whole conversations: how many come true, and which do not, held so that none is lost unseen."""

from __future__ import annotations

import pytest

from tests.journeys.conversations.__main__ import hold_all, table
from tests.journeys.conversations.told import read_all
from tests.journeys.stack import Stack

# What does not come true yet, and why; a conversation that comes true must be taken from the list.
NOT_YET = {
    "brother-not-me": "the ear takes 'for him to stay in one place', an answer, for a child at risk",
    "typos": "the ear takes a complaint with hardly a word spelt right for a child at risk",
    "in-proceedings": "the ear takes what a social worker said before a hearing for what the court decided",
}


@pytest.mark.timeout(1_800)
async def test_every_conversation_comes_true_but_those_that_are_listed(stack: Stack) -> None:
    outcomes = await hold_all(read_all(), stack)

    assert {outcome.conversation.id for outcome in outcomes if not outcome.came_true} == set(NOT_YET), table(outcomes)


def test_there_are_sixty_conversations_of_people_who_differ() -> None:
    told = read_all()

    assert len(told) >= 60
    assert len({one.id for one in told}) == len(told)
    assert len({one.group for one in told}) >= 6
