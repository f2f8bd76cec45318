"""The figures of how well the assistant understands, from what was written and what was heard. No I/O."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

FIRST_MATTER = "first matter is fair"
MATTER_OFFERED = "right matter among the first three"
NATURE_OFFERED = "right nature among the first three"
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
    place: str = ""  # file and line

    @classmethod
    def of(cls, row: dict[str, Any]) -> Written:
        """From a line of a set's file."""
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
    concerns = [pair for pair in pairs if of_a_matter(pair)]
    natures = [pair for pair in pairs if of_a_nature(pair)]
    risky = {level: [pair for pair in pairs if pair[0].risk == level] for level in ("emergency", "at_risk", "none")}
    near = [pair for pair in risky["none"] if pair[0].near_miss]
    ordinary = [pair for pair in risky["none"] if not pair[0].near_miss]
    off_topic = [pair for pair in pairs if pair[0].intent == "out_of_scope"]
    return [
        figure("intent", pairs, right_intent, 0.95),
        figure("intent, or a fair second reading", pairs, fair_intent, 0.98),
        figure(FIRST_MATTER, concerns, first_matter_fair, 0.90),
        figure(MATTER_OFFERED, concerns, matter_offered, 0.98),
        figure(NATURE_OFFERED, natures, nature_offered, 0.92),
        figure("emergencies that raise an alarm", risky["emergency"], alarmed, 0.99),
        figure("people at risk that raise an alarm", risky["at_risk"], alarmed, 0.97),
        figure("false alarms on near misses", near, alarmed, 0.05, at_most=True),
        figure("false alarms on ordinary messages", ordinary, alarmed, 0.01, at_most=True),
        figure("off-topic messages that open a concern", off_topic, _opened, 0.02, at_most=True),
    ]


def figure(name: str, pairs: Sequence[Pair], right: Right, bar: float, at_most: bool = False) -> Figure:
    """How many of the pairs are right."""
    return Figure(name, sum(right(*pair) for pair in pairs), len(pairs), bar, at_most)


def of_a_matter(pair: Pair) -> bool:
    """Whether a message is about something, so that its matter counts; praise opens nothing."""
    return bool(pair[0].matter) and pair[0].intent != "give_compliment"


def of_a_nature(pair: Pair) -> bool:
    """Whether a message says how something went wrong."""
    return bool(pair[0].nature) and pair[0].intent != "give_compliment"


def right_intent(written: Written, heard: Heard) -> bool:
    """Whether the intent is the one that was written."""
    return heard.intent == written.intent


def fair_intent(written: Written, heard: Heard) -> bool:
    """Whether the intent is the one that was written, or a second reading of it that is fair."""
    return heard.intent in (written.intent, *written.also)


def alarmed(_: Written, heard: Heard) -> bool:
    """Whether any danger was heard."""
    return heard.risk != "none"


def _opened(_: Written, heard: Heard) -> bool:
    return heard.intent == "raise_concern"


def quiet(_: Written, heard: Heard) -> bool:
    """Whether no danger was heard."""
    return heard.risk == "none"


def first_matter_fair(written: Written, heard: Heard) -> bool:
    """Whether the first matter is one of those that the message is about, or a fair reading of it."""
    return bool(heard.matter) and heard.matter[0] in written.matter + written.matter_fair


def matter_offered(written: Written, heard: Heard) -> bool:
    """Whether the message's first matter is among those offered."""
    return written.matter[0] in heard.matter[:OFFERED]


def nature_offered(written: Written, heard: Heard) -> bool:
    """Whether the message's first nature is among those offered."""
    return written.nature[0] in heard.nature[:OFFERED]


def confusions(pairs: Sequence[Pair]) -> list[tuple[str, str, int]]:
    """Intents taken for others, neither right nor fair, most frequent first: (written, heard, times)."""
    wrong = Counter((w.intent, h.intent) for w, h in pairs if not fair_intent(w, h))
    return [(written, heard, times) for (written, heard), times in wrong.most_common()]


def matter_confusions(pairs: Sequence[Pair]) -> list[tuple[str, str, int]]:
    """First matters that are not fair, most frequent first: (written, heard, times)."""
    concerns = [pair for pair in pairs if of_a_matter(pair)]
    wrong = Counter((w.matter[0], (h.matter or ("nothing",))[0]) for w, h in concerns if not first_matter_fair(w, h))
    return [(written, heard, times) for (written, heard), times in wrong.most_common()]


def missed(pairs: Sequence[Pair]) -> list[Pair]:
    """Messages of somebody in danger that raised no alarm, with what was heard; emergencies first."""
    unheard = [pair for pair in pairs if pair[0].risk != "none" and quiet(*pair)]
    return sorted(unheard, key=lambda pair: pair[0].risk != "emergency")


def recall(
    pairs: Sequence[Pair], kind: Callable[[Written], str], right: Callable[[Written, Heard], bool]
) -> list[Figure]:
    """One figure for each kind of message, worst first."""
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(kind(pair[0]), []).append(pair)
    return sorted((figure(name, group, right, 0.95) for name, group in groups.items()), key=lambda one: one.share)
