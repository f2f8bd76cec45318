"""Random walks: whatever is typed at any moment, nobody meets silence, a traceback, a loop or a lost word."""

from __future__ import annotations

import pytest

from tests.journeys.person import Person
from tests.journeys.stack import Stack
from tests.journeys.walk_checks import Checks, Line
from tests.journeys.walks import walk_many

# Enough to meet every kind of line many times; `python -m tests.journeys.walks --turns 5000` goes for longer.
TURNS, SEED = 500, 20_260_302


@pytest.mark.timeout(1_800)
async def test_turns_of_anything_at_any_time_break_no_rule(stack: Stack) -> None:
    assert await walk_many(stack, TURNS, SEED) == []


async def test_a_walk_that_breaks_a_rule_is_seen(person: Person) -> None:
    checks, account = Checks(), "my key worker promised me a bike and now she says there was never any money for it"
    first = await person.say(account)
    assert checks.seen(Line("account", account), first) == []
    checks.told.facts[str(first.asks)] = None  # as if the question that is asked had been answered before
    again = await person.say("who will see this?")

    assert checks.seen(Line("stop", "stop"), again) == [
        f"{first.asks} was asked although it was told",
        f"asked {first.asks} after stop",
    ]
