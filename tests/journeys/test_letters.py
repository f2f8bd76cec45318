"""A letter all the way, with real Rasa: a child sends, a manager answers by letter, the child reads it in the chat."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.allocations import Allocation
from bot.console.desk import Desk
from bot.doors import desk
from bot.ports import Officer
from tests.builders import an_officer
from tests.journeys.person import Person
from tests.journeys.stack import Stack
from tests.journeys.test_status import CHILD, look_up, sent

Newcomer = Callable[[Stack], Awaitable[Person]]


def an_answer(stack: Stack, reference: str) -> None:
    """The answer of stage 1, drafted, vetted, signed and sent by two people."""
    team, manager = (_opened(stack, reference, role) for role in ("complaints_officer", "responding_manager"))
    at = desk(stack.services)
    case = at.casework.case(team, reference).case
    at.casework.confirm_pathway(team, reference, case.version, "statutory", "The child is in care.")
    points = tuple(range(len(case.points)))
    given = Allocation(f"g-{reference}", reference, manager.id, "responding_manager", at.clock.now(), team.id, points)
    stack.services.store.allocations.give(given)
    letter = at.letters.begin(manager, reference, "stage_1_answer")
    text = letter.latest.text.replace("[", "").replace("]", "")
    at.letters.write(manager, reference, letter.id, 1, text, {"findings": "\n".join(["upheld"] * len(points))})
    for move, who in (("hand_in", manager), ("vet", team), ("sign", manager), ("send", team)):
        at.letters.move(who, reference, letter.id, _revision(at, letter.id), move)


def _opened(stack: Stack, reference: str, role: str) -> Officer:
    """An account for somebody of this role."""
    who = an_officer(
        id=f"{role}-{reference}", name=f"{role} of it".capitalize(), email=f"{role}@{reference}.test", roles=(role,)
    )
    stack.services.store.officers.add(who)
    return who


def _revision(at: Desk, letter_id: str) -> int:
    letter = at.letters.letters.get(letter_id)
    assert letter
    return letter.revision


async def test_a_child_reads_the_answer_in_the_chat(person: Person, newcomer: Newcomer, stack: Stack) -> None:
    reference, secret = await sent(person, CHILD, "child")
    an_answer(stack, reference)
    told = (await look_up(await newcomer(stack), reference, secret)).text
    assert "stage 1: our answer" in told and "you were right. This went wrong." in told
    assert "Responding_manager of it" in told
    case = stack.services.store.cases.get(reference)
    assert case and case.stage == "stage_1_answered"
    [letter] = stack.services.correspondence.of(case)[-1:]
    assert letter.heading and letter.read_at, "that it was read is seen by the team"
