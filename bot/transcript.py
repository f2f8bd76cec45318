"""A transcript: what was said, what the assistant understood of it, what it did then, and by which rule.

It is read from the events that Rasa stored, so that nothing is told about a turn that was not so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import Any

from bot.complaints.facts import CHOICES
from bot.hidden.conversation import Line, hidden
from bot.messages import Message, from_rows
from bot.ports import Row

LABELS = ("matter", "nature", "risk", "harm", "language")  # what is heard of a message that tells nobody who it was
LISTENING = "action_listen"  # the end of every turn, and no answer to anything


@dataclass(frozen=True)
class Understood:
    """What the assistant made of one message."""

    intent: str
    confidence: float
    entities: tuple[tuple[str, str, float], ...]  # name, value, confidence

    def without_details(self) -> Understood:
        """What tells nobody who it was: the labels, and of facts only which were heard."""
        return replace(
            self,
            entities=tuple((name, value if name in LABELS else "", sure) for name, value, sure in self.entities),
        )


@dataclass(frozen=True)
class Decided:
    """What the assistant did in answer to one message, and which policy chose each step."""

    steps: tuple[tuple[str, str], ...] = ()  # an action's name, and the policy's
    kept: tuple[tuple[str, str], ...] = ()  # the facts that it noted, with their values

    def without_details(self) -> Decided:
        """Which facts were noted; a value only where it is one of a list, as that tells nobody who it was."""
        return replace(self, kept=tuple((name, value if CHOICES.get(name) else "") for name, value in self.kept))


@dataclass(frozen=True)
class Said:
    """One message with what the console shows beside it."""

    message: Message
    understood: Understood | None = None
    decided: Decided | None = None
    officer: str | None = None
    unreadable: bool = False  # the row is damaged; something was said here
    shown: str = ""  # its text, as this officer may read it now
    read_at: datetime | None = None  # of an officer's message: when the person first had it before them


def transcript(rows: Sequence[Row], steps: Sequence[Row] = ()) -> list[Said]:
    """The messages in these rows, the person's with what `steps` say that was done about them."""
    decided = _decided(rows, steps)
    told = ((row, _one(row)) for row in rows)
    return [replace(said, decided=decided.get(row.seq)) for row, said in told if said is not None]


def as_may_be_read(said: Sequence[Said], shown: bool) -> list[Said]:
    """With the texts as they are, or with what tells who somebody is hidden; in what was made of them too."""
    if shown:
        return [replace(one, shown=one.message.text) for one in said]
    texts = hidden(_lines([one.message for one in said]))
    return [_hidden(one, text) for one, text in zip(said, texts, strict=True)]


def with_read_marks(said: Sequence[Said], read_at: Callable[[datetime], datetime | None]) -> list[Said]:
    """With when the person read each of the officers' messages."""
    return [
        replace(one, read_at=read_at(one.message.at)) if one.message.sender == "officer" and one.message.at else one
        for one in said
    ]


def _hidden(one: Said, text: str) -> Said:
    understood = one.understood.without_details() if one.understood else None
    decided = one.decided.without_details() if one.decided else None
    return replace(one, shown=text, understood=understood, decided=decided)


def _lines(messages: Sequence[Message]) -> list[Line]:
    lines: list[Line] = []
    asked: str | None = None
    for message in messages:
        answers = asked if message.sender == "you" else None
        lines.append(Line(message.sender, message.text, answers, message.kind == "summary"))
        asked = message.asks or (asked if message.sender == "bot" else None)
    return lines


def _one(row: Row) -> Said | None:
    if row.data.get("unreadable"):
        message = Message(row.seq, "you" if row.type == "user" else "bot", "text", "", at=row.at)
        return Said(message, unreadable=True)
    messages = from_rows([row])
    if not messages:
        return None
    name = (row.data.get("metadata") or {}).get("name") if messages[0].sender == "officer" else None
    return Said(messages[0], _understood(row.data.get("parse_data") or {}), officer=name)


def _understood(parsed: Mapping[str, Any]) -> Understood | None:
    intent = parsed.get("intent") or {}
    if not intent.get("name"):
        return None
    entities = tuple(
        (str(entity.get("entity")), str(entity.get("value")), float(entity.get("confidence_entity") or 0.0))
        for entity in parsed.get("entities") or ()
    )
    return Understood(str(intent["name"]), float(intent.get("confidence") or 0.0), entities)


def _decided(rows: Sequence[Row], steps: Sequence[Row]) -> dict[int, Decided]:
    """By the number of each of the person's rows, what was done before the next of them."""
    spoken = [row.seq for row in rows if row.type == "user"]
    return {
        int(begin): Decided(
            tuple(_steps([step for step in steps if begin < step.seq < end])),
            tuple(_kept([step for step in steps if begin < step.seq < end])),
        )
        for begin, end in pairwise([*spoken, float("inf")])
    }


def _steps(steps: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """What was done; only listening, where the assistant did nothing else: that is how it keeps silent."""
    actions = [step for step in steps if step.type == "action" and step.data.get("policy")]
    done = [step for step in actions if step.data.get("name") != LISTENING] or actions[:1]
    yield from ((str(step.data.get("name")), _policy(str(step.data["policy"]))) for step in done)


def _policy(name: str) -> str:
    """The policy's own name: Rasa writes policy_0_SafetyPolicy."""
    return name.rpartition("_")[2]


def _kept(steps: Sequence[Row]) -> Iterator[tuple[str, str]]:
    for step in steps:
        name, value = step.data.get("name"), step.data.get("value")
        if step.type == "slot" and name in CHOICES and value is not None:
            yield str(name), str(value)
