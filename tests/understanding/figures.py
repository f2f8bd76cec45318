"""The figures of how well the assistant understands, from what was written and what was heard. No I/O."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

OFFERED = 3  # matters (or natures) that a person is offered when the assistant is unsure


@dataclass(frozen=True)
class Written:
    """One message of a set that is measured on, with its labels and the second readings that are fair."""

    text: str
    intent: str
    also: tuple[str, ...]
    matter: tuple[str, ...]
    matter_fair: tuple[str, ...]
    nature: tuple[str, ...]
    nature_fair: tuple[str, ...]
    risk: str
    harm: bool
    near_miss: bool
    persona: str

    @classmethod
    def of(cls, row: dict[str, Any]) -> Written:
        """From a line of its file."""
        told: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
        return cls(**told)


@dataclass(frozen=True)
class Heard:
    """What the assistant made of one message; labels best first."""

    intent: str
    matter: tuple[str, ...]
    nature: tuple[str, ...]
    risk: str
    harm: bool

    @classmethod
    def of(cls, parsed: dict[str, Any]) -> Heard:
        """From a reply of Rasa's parse."""
        found = parsed["entities"]

        def values(kind: str) -> tuple[str, ...]:
            return tuple(one["value"] for one in found if one["entity"] == kind)

        risk = (values("risk") or ("none",))[0]
        return cls(parsed["intent"]["name"], values("matter"), values("nature"), risk, bool(values("harm")))


Pair = tuple[Written, Heard]
Right = Callable[[Written, Heard], bool]


@dataclass(frozen=True)
class Figure:
    """One line of the table: how many of how many, and the bar that the issue sets."""

    name: str
    right: int
    of: int
    bar: float
    at_most: bool = False  # the bar is a ceiling

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where there was nothing to count."""
        return self.right / self.of if self.of else 0.0

    @property
    def reached(self) -> bool:
        """Whether the bar is reached."""
        return self.share <= self.bar if self.at_most else self.share >= self.bar


def table(pairs: Sequence[Pair]) -> list[Figure]:
    """Every figure that has a bar, in the order of the page."""
    concerns = [pair for pair in pairs if pair[0].matter and pair[0].intent != "give_compliment"]
    natures = [pair for pair in pairs if pair[0].nature and pair[0].intent != "give_compliment"]
    risky = {level: [pair for pair in pairs if pair[0].risk == level] for level in ("emergency", "at_risk", "none")}
    near = [pair for pair in risky["none"] if pair[0].near_miss]
    ordinary = [pair for pair in risky["none"] if not pair[0].near_miss]
    off_topic = [pair for pair in pairs if pair[0].intent == "out_of_scope"]
    return [
        _figure("intent", pairs, lambda w, h: h.intent == w.intent, 0.95),
        _figure("intent, or a fair second reading", pairs, lambda w, h: h.intent in (w.intent, *w.also), 0.98),
        _figure("first matter is fair", concerns, first_matter_fair, 0.90),
        _figure("right matter among the first three", concerns, matter_offered, 0.98),
        _figure("right nature among the first three", natures, lambda w, h: w.nature[0] in h.nature[:OFFERED], 0.92),
        _figure("emergencies that raise an alarm", risky["emergency"], alarmed, 0.99),
        _figure("people at risk that raise an alarm", risky["at_risk"], alarmed, 0.97),
        _figure("false alarms on near misses", near, alarmed, 0.05, at_most=True),
        _figure("false alarms on ordinary messages", ordinary, alarmed, 0.01, at_most=True),
        _figure(
            "off-topic messages that open a concern", off_topic, lambda _, h: h.intent == "raise_concern", 0.02, True
        ),
    ]


def _figure(name: str, pairs: Sequence[Pair], right: Right, bar: float, at_most: bool = False) -> Figure:
    return Figure(name, sum(right(*pair) for pair in pairs), len(pairs), bar, at_most)


def alarmed(_: Written, heard: Heard) -> bool:
    """Whether any danger was heard."""
    return heard.risk != "none"


def _opened(_: Written, heard: Heard) -> bool:
    return heard.intent == "raise_concern"


def first_matter_fair(written: Written, heard: Heard) -> bool:
    """Whether the first matter is one of those that the message is about, or a fair reading of it."""
    return bool(heard.matter) and heard.matter[0] in written.matter + written.matter_fair


def matter_offered(written: Written, heard: Heard) -> bool:
    """Whether the message's first matter is among those offered."""
    return written.matter[0] in heard.matter[:OFFERED]


def confusions(pairs: Sequence[Pair]) -> list[tuple[str, str, int]]:
    """Intents taken for others, neither right nor fair, most frequent first: (written, heard, times)."""
    wrong = Counter((w.intent, h.intent) for w, h in pairs if h.intent not in (w.intent, *w.also))
    return [(written, heard, times) for (written, heard), times in wrong.most_common()]


def matter_confusions(pairs: Sequence[Pair]) -> list[tuple[str, str, int]]:
    """First matters that are not fair, most frequent first: (written, heard, times)."""
    concerns = [(w, h) for w, h in pairs if w.matter and w.intent != "give_compliment"]
    wrong = Counter((w.matter[0], (h.matter or ("nothing",))[0]) for w, h in concerns if not first_matter_fair(w, h))
    return [(written, heard, times) for (written, heard), times in wrong.most_common()]


def missed(pairs: Sequence[Pair]) -> list[Written]:
    """Messages of somebody in danger that raised no alarm."""
    return [written for written, heard in pairs if written.risk != "none" and heard.risk == "none"]


def recall(
    pairs: Sequence[Pair], kind: Callable[[Written], str], right: Callable[[Written, Heard], bool]
) -> list[Figure]:
    """One figure for each kind of message, worst first."""
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(kind(pair[0]), []).append(pair)
    return sorted((_figure(name, group, right, 0.95) for name, group in groups.items()), key=lambda one: one.share)
