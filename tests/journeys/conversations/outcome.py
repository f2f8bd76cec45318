"""What became of a conversation: it is held, turn by turn, and then looked at against what must be true."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.complaints.case import Case
from bot.ports import Alert
from tests.journeys.conversations.told import Conversation, Ends, pressed
from tests.journeys.person import WAYS_ON, Answer, Person, person_at
from tests.journeys.stack import Stack, eventually

MOST_TURNS = 30


@dataclass
class Outcome:
    """One conversation as it went: `wrong` names what is not as it must be."""

    conversation: Conversation
    wrong: list[str] = field(default_factory=list)
    called: bool = False  # a person was called
    shown: list[str] = field(default_factory=list)

    @property
    def came_true(self) -> bool:
        """Whether everything is as it must be."""
        return not self.wrong


async def hold(conversation: Conversation, stack: Stack) -> Outcome:
    """Hold one conversation and look at what came of it."""
    outcome = Outcome(conversation)
    before = await asyncio.to_thread(stack.services.store.work.alerts)
    async with person_at(stack.address) as person:
        await _talk(conversation, person, outcome)
        reference = person.last.receipt["reference"] if person.last.receipt else None
    case = stack.services.store.cases.get(reference) if reference else None
    alerts = await asyncio.to_thread(_alerts, stack, outcome, person, {alert.id for alert in before})
    outcome.wrong += [*_of_the_talk(outcome, person, alerts), *_of_the_case(conversation.ends, case)]
    return outcome


async def _talk(conversation: Conversation, person: Person, outcome: Outcome) -> None:
    for line in conversation.turns:
        await _turn(line, person, outcome)
    if not conversation.ends.receipt:
        return
    waiting = {fact: list(lines) for fact, lines in conversation.when.items()}
    for _ in range(MOST_TURNS):
        if person.last.receipt:
            return
        lines = waiting.get(_open_question(person) or "", [])
        await _turn(lines.pop(0) if lines else _way_on(person.last), person, outcome)
    outcome.wrong.append(f"no receipt; last asked {person.asked[-3:]}")


async def _turn(line: str, person: Person, outcome: Outcome) -> None:
    value = pressed(line)
    answer = await (person.choose(value) if value else person.say(line))
    outcome.called = outcome.called or "handoff" in answer.kinds
    outcome.shown += [f"> {line}", *(f"  {message['text']}" for message in answer.messages)]
    if answer.status != 200:
        outcome.wrong.append(f"status {answer.status} to {line!r}")


def _way_on(last: Answer) -> str:
    for value in ("yes",) if last.asks == "confirm" else WAYS_ON:
        if value in last.choices:
            return f"[{value}]"
    return "skip"


def _open_question(person: Person) -> str | None:
    """What they answer: a question that was left open is still the one that was asked before."""
    left_open = person.last.asks == "go_on" and not person.last.of_kind("safety")
    return (
        next((asked for asked in reversed(person.asked) if asked != "go_on"), None) if left_open else person.last.asks
    )


def _alerts(stack: Stack, outcome: Outcome, person: Person, before: set[str]) -> Sequence[Alert]:
    """The alerts of this conversation. The watch brings them to the store soon after the safety words."""
    typed = {line.removeprefix("> ") for line in outcome.shown if line.startswith("> ")}

    def of_it() -> list[Alert]:
        return [
            alert for alert in stack.services.store.work.alerts() if alert.id not in before and alert.words in typed
        ]

    return eventually(of_it) if person.was_helped else of_it()


def _of_the_talk(outcome: Outcome, person: Person, alerts: Sequence[Alert]) -> Iterator[str]:
    ends = outcome.conversation.ends
    if ends.receipt != bool(person.last.receipt):
        yield "a receipt was given" if not ends.receipt else "no receipt was given"
    if ends.alert is not None and ends.alert != bool(alerts):
        yield f"alert {'raised' if alerts else 'not raised'}"
    if ends.handoff is not None and ends.handoff != outcome.called:
        yield f"a person was {'' if outcome.called else 'not '}called"
    if ends.said and ends.said not in "\n".join(person.heard):
        yield f"never said {ends.said!r}"
    for fact in ends.not_asked:
        if fact in person.asked:
            yield f"asked {fact}, which was told"


def _of_the_case(ends: Ends, case: Case | None) -> Iterator[str]:
    if case is None:
        return
    text = "\n".join(point.text for point in case.points)
    if ends.pathway and case.pathway not in ends.pathway:
        yield f"pathway {case.pathway}, not {' or '.join(ends.pathway)}"
    if ends.signposted_to and case.signposted_to != ends.signposted_to:
        yield f"signposted to {case.signposted_to}, not {ends.signposted_to}"
    if ends.role and case.reporter_role != ends.role:
        yield f"role {case.reporter_role}, not {ends.role}"
    for name, value in ends.facts.items():
        if case.facts.get(name) != value:
            yield f"{name} is {case.facts.get(name)!r}, not {value!r}"
    if not set(ends.flags) <= set(case.flags):
        yield f"flags {list(case.flags)}, not {list(ends.flags)}"
    if ends.matter and ends.matter not in case.points[0].matter[:1]:
        yield f"matter {list(case.points[0].matter)}, not {ends.matter}"
    if len(case.points) < ends.points:
        yield f"{len(case.points)} points, not {ends.points}"
    if ends.advocate and case.advocacy.status != "to_arrange":
        yield f"advocate {case.advocacy.status}"
    if ends.text not in text or (ends.not_text and ends.not_text in text):
        yield "the account is not what was told"
