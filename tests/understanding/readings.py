"""What the messages of the exam are, by three readers: their author, and two who labelled them apart from each other.

The two saw the messages alone, in any order, with the labels' definitions and nobody else's labels. What two of the
three say is right; where all differ, what the author says. Every other reading that one of them gives is a fair one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.understanding.figures import Written

HERE = Path(__file__).parent
FILES = (HERE / "reader_one.jsonl", HERE / "reader_two.jsonl")  # in the order of the exam's files, a line a message


@dataclass(frozen=True)
class Reading:
    """One reader's labels of one message."""

    intent: str
    also: tuple[str, ...]
    matter: tuple[str, ...]
    matter_fair: tuple[str, ...]
    nature: tuple[str, ...]
    nature_fair: tuple[str, ...]
    risk: str

    @classmethod
    def of(cls, written: Written) -> Reading:
        """The author's."""
        return cls(*(getattr(written, name) for name in cls.__dataclass_fields__))


Readings = tuple[Reading, ...]  # the author's first


def read(told: Sequence[Written], files: Sequence[Path] = FILES) -> list[Readings]:
    """Every reader's labels of each message. Raises ValueError where a file has not a line for each."""
    others = [[_reading(line) for line in path.read_text("utf-8").splitlines()] for path in files]
    if any(len(labelled) != len(told) for labelled in others):
        raise ValueError(f"{[path.name for path in files]} must have {len(told)} lines each, one a message")
    return list(zip(map(Reading.of, told), *others, strict=True))


def _reading(line: str) -> Reading:
    return Reading(**{name: tuple(one) if isinstance(one, list) else one for name, one in json.loads(line).items()})


def settled(written: Written, readings: Readings) -> Written:
    """The message with the labels that most of its readers give it."""
    intent = most([one.intent for one in readings])
    others = {name for one in readings for name in (one.intent, *one.also)} - {intent}
    matter, matter_fair = _several([(one.matter, one.matter_fair) for one in readings])
    nature, nature_fair = _several([(one.nature, one.nature_fair) for one in readings])
    return replace(
        written,
        intent=intent,
        also=tuple(sorted(others)),
        matter=matter,
        matter_fair=matter_fair,
        nature=nature,
        nature_fair=nature_fair,
        risk=most([one.risk for one in readings]),
    )


def most(said: Sequence[str]) -> str:
    """What more than one says; what the first says where all differ."""
    name, times = Counter(said).most_common(1)[0]
    return name if times > 1 else said[0]


def _several(said: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Several labels at once: the first by most, then what most name too; and all that anybody else finds fair."""
    first = most([(named or ("",))[0] for named, _ in said])
    if not first:
        return (), ()
    times = Counter(name for named, _ in said for name in named)
    right = (first, *sorted(name for name, count in times.items() if count > 1 and name != first))
    fair = {name for named, also in said for name in (*named, *also)}
    return right, tuple(sorted(fair - set(right)))


Same = Callable[[Reading, Reading], bool]
# What two readers can agree on. Of matters and natures only messages count that both find to be about something.
SAME: dict[str, Same] = {
    "intent": lambda one, other: one.intent == other.intent,
    "intent, or a fair second reading": lambda one, other: (
        one.intent in (other.intent, *other.also) or other.intent in (one.intent, *one.also)
    ),
    "whether there is any danger": lambda one, other: (one.risk == "none") == (other.risk == "none"),
    "first matter": lambda one, other: one.matter[:1] == other.matter[:1],
    "first matter is fair": lambda one, other: (
        one.matter[0] in other.matter + other.matter_fair or other.matter[0] in one.matter + one.matter_fair
    ),
}


def agreement(readings: Sequence[Readings], one: int, other: int) -> dict[str, float]:
    """The share of messages on which two of the readers agree, by what they agree on."""
    found = {}
    for name, same in SAME.items():
        both = [(told[one], told[other]) for told in readings]
        if "matter" in name:
            both = [(first, second) for first, second in both if first.matter and second.matter]
        found[name] = sum(same(*pair) for pair in both) / max(len(both), 1)
    return found
