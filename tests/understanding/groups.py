"""Groups: whether some people are understood worse than others, by persona and by groups of personas. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from tests.understanding.figures import (
    Figure,
    Pair,
    Written,
    alarmed,
    fair_intent,
    figure,
    matter_offered,
    of_a_matter,
    quiet,
)

SURE = 1.96  # standard deviations: of twenty groups that are understood alike, one at most is named by chance
WORTH_SAYING = 0.03  # below this distance nobody would notice
FEWEST = 15  # messages; of fewer, nothing can be said

# What is counted for each group: a name, which messages, what is right.
MEASURES: Mapping[str, tuple[Callable[[Pair], bool], Callable[..., bool]]] = {
    "intent": (lambda _: True, fair_intent),
    "matter": (of_a_matter, matter_offered),
    "danger heard": (lambda pair: pair[0].risk != "none", alarmed),
    "no false alarm": (lambda pair: pair[0].risk == "none", quiet),
}


@dataclass(frozen=True)
class Group:
    """One group of people and how well each thing is heard of them."""

    name: str
    messages: int
    figures: Mapping[str, Figure]


def groups(pairs: Sequence[Pair], kind: Callable[[Written], str]) -> list[Group]:
    """Each group with its figures, the one whose intents are heard worst first."""
    members: dict[str, list[Pair]] = {}
    for pair in pairs:
        members.setdefault(kind(pair[0]), []).append(pair)
    found = [Group(name, len(said), _figures(said)) for name, said in members.items()]
    return sorted(found, key=lambda one: one.figures["intent"].share)


def _figures(pairs: Sequence[Pair]) -> dict[str, Figure]:
    return {
        name: figure(name, [pair for pair in pairs if counted(pair)], right, 0.0)
        for name, (counted, right) in MEASURES.items()
    }


def persona(written: Written) -> str:
    """Who writes, as the set says it."""
    return written.persona


def kinds_of(pairs: Sequence[Pair]) -> Callable[[Written], str]:
    """Tells the kind of a persona: codes that begin with one letter are of one kind, which one of them names."""
    named: dict[str, str] = {}
    for written, _ in pairs:
        code, _, who = written.persona.partition(": ")
        named.setdefault(code[:1], f"{code[:1]}, such as {', '.join(who.split(', ')[:2])}")
    return lambda written: named[written.persona[:1]]


def behind(pairs: Sequence[Pair], kind: Callable[[Written], str]) -> list[str]:
    """A sentence for each group that is understood worse than all the others by more than chance, furthest first."""
    whole = _figures(pairs)
    found: list[tuple[float, str]] = []
    for group in groups(pairs, kind):
        for name, one in group.figures.items():
            rest = Figure(name, whole[name].right - one.right, whole[name].of - one.of, 0.0)
            if one.of >= FEWEST and rest.of and _is_behind(one, rest):
                told = f"{group.name}: {name} {one.share:.3f} of {one.of}, the others {rest.share:.3f}"
                found.append((one.share - rest.share, told))
    return [told for _, told in sorted(found)]


def _is_behind(one: Figure, rest: Figure) -> bool:
    """By the test of two shares (pooled), one-sided at SURE."""
    pooled = (one.right + rest.right) / (one.of + rest.of)
    spread = sqrt(pooled * (1 - pooled) * (1 / one.of + 1 / rest.of))
    return rest.share - one.share > max(WORTH_SAYING, SURE * spread)
