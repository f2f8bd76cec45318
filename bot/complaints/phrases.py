"""Phrases: a small pattern language over words, matched in time linear in the text whatever is in it.

A phrase is words with single spaces. `a|b` is one word or the other; `@name` any word of a named list; `word?` may be
missing; `..3` lets up to three other words stand between; `!word` counts only when it is not denied ("never hit");
`.` is the end of a sentence, which no gap crosses. Every word of a text is one bit, so a phrase is followed through
the whole text with a few shifts of one number: no backtracking, nothing that a long message could blow up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cached_property

from bot.complaints.plain_words import STOP

_BROKEN = re.compile(r"\|\s+")
DENIALS = frozenset(
    ("never", "not", "nobody", "nobodys", "noone", "nothing", "didnt", "doesnt", "dont", "isnt", "wasnt", "hasnt",
     "havent", "hadnt", "arent", "werent", "wouldnt", "without", "cant", "wont",)
)  # fmt: skip
_SUBJECTS = frozenset(
    ("he", "she", "they", "hes", "shes", "theyre", "i", "im", "who", "and", "but", "dad", "mum", "because", "so",
     "when",)
)  # fmt: skip
_STILL_MEANT = frozenset(
    ("stop", "only", "just", "stopped", "enough", "stops",)
)  # fmt: skip  # "doesn't stop hitting" denies nothing


@dataclass(frozen=True)
class Step:
    """One word of a phrase: what it may be, how many words may stand before it, whether a denial undoes it."""

    words: frozenset[str]
    gap: int = 0
    deniable: bool = False
    optional: bool = False


@dataclass(frozen=True)
class Phrase:
    """A phrase ready to be looked for."""

    steps: tuple[Step, ...]
    written: str

    @cached_property
    def rarest(self) -> frozenset[str]:
        """The fewest words of which one must be there: most phrases are ruled out by looking for these alone."""
        return min((step.words for step in self.steps if not step.optional), key=len)


def read_all(lines: str, lists: Mapping[str, frozenset[str]]) -> tuple[Phrase, ...]:
    """Read phrases, one a line. A line that was broken after a `|` is one line again."""
    return tuple(read(_BROKEN.sub("|", line), lists) for line in lines.strip().splitlines())


def read(written: str, lists: Mapping[str, frozenset[str]]) -> Phrase:
    """Read a phrase; raises KeyError for a list that does not exist."""
    steps: list[Step] = []
    gap = 0
    for part in written.split():
        if part.startswith(".."):
            gap = int(part[2:])
            continue
        name = part.strip("!?")
        steps.append(Step(_words(name, lists), gap, part.startswith("!"), part.endswith("?")))
        gap = 0
    return Phrase(tuple(steps), written)


def _words(name: str, lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    words: set[str] = set()
    for choice in name.split("|"):
        words |= lists[choice[1:]] if choice.startswith("@") else {choice}
    return frozenset(words)


def vocabulary(phrases: Iterable[Phrase]) -> frozenset[str]:
    """Every word that some phrase knows."""
    return frozenset().union(*(step.words for phrase in phrases for step in phrase.steps), DENIALS, _STILL_MEANT)


class Heard:
    """A text as bits: for each word the places where it stands."""

    def __init__(self, words: list[str]) -> None:
        """`words` come from plain_words, with STOP between sentences."""
        self._size = len(words)
        places: dict[str, list[int]] = {}
        for at, word in enumerate(words):
            places.setdefault(word, []).append(at)
        self._places = {word: _bits(where, len(words)) for word, where in places.items()}
        self._words = frozenset(places)
        self._masks: dict[frozenset[str], int] = {}
        self._harmless = 0

    def places(self, words: frozenset[str]) -> int:
        """Where any of these words stands, as bits."""
        if words not in self._masks:
            few, many = (words, self._places) if len(words) < len(self._places) else (self._places, words)
            mask = 0
            for word in few:
                if word in many:
                    mask |= self._places[word]
            self._masks[words] = mask
        return self._masks[words]

    @cached_property
    def _within(self) -> int:
        return ((1 << self._size) - 1) & ~self.places(frozenset({STOP}))

    @cached_property
    def _denied(self) -> int:
        """The words that a denial reaches: the next three, up to the next subject."""
        reach = self.places(DENIALS) & ~(self.places(_STILL_MEANT) >> 1)
        denied = 0
        for _ in range(3):
            reach = (reach << 1) & self._within & ~self.places(_SUBJECTS)
            denied |= reach
        return denied

    def ends(self, phrase: Phrase) -> int:
        """The places where the phrase ends, as bits; 0 when it is not there."""
        return self._follow(phrase)[-1]

    def ends_of(self, phrases: Iterable[Phrase]) -> int:
        """The places where any of the phrases ends, as bits."""
        ends = 0
        for phrase in phrases:
            if not phrase.rarest.isdisjoint(self._words):
                ends |= self.ends(phrase)
        return ends

    def without(self, phrases: Iterable[Phrase]) -> Heard:
        """The same text with the words of these phrases taken out: they are meant harmlessly here."""
        harmless = self._harmless
        for phrase in phrases:
            harmless |= self._covered(phrase)
        other = copy(self)
        other._harmless = harmless
        return other

    def near(self, ends: int, words: frozenset[str], distance: int) -> bool:
        """True when any of the words stands within `distance` words of an end, in the same sentence."""
        before = after = ends
        for _ in range(distance):
            before = (before >> 1) & self._within
            after = (after << 1) & self._within
            ends |= before | after
        return bool(ends & self.places(words))

    def around(self, places: int, distance: int) -> int:
        """Every place within `distance` words of one of these, in whatever sentence."""
        for _ in range(distance):
            places |= places << 1 | places >> 1
        return places

    def _follow(self, phrase: Phrase) -> list[int]:
        if phrase.rarest.isdisjoint(self._words):
            return [0]
        reached: list[int] = []
        last = -1  # before the first step, everywhere
        for step in phrase.steps:
            here = self._here(step)
            if not here and not step.optional:
                return [0]
            arrived = here if last == -1 else here & self._spread(last, step.gap)
            last = arrived if not step.optional else (arrived | max(last, 0))
            if not last:
                return [0]
            reached.append(last)
        return reached

    def _here(self, step: Step) -> int:
        here = self.places(step.words) & ~self._harmless
        return here & ~self._denied if step.deniable else here

    def _spread(self, from_: int, gap: int) -> int:
        """Where the next word may stand: right after, or after at most `gap` words of the same sentence."""
        edge = from_ << 1
        spread = edge
        for _ in range(gap):
            edge = (edge & self._within) << 1
            spread |= edge
        return spread

    def _covered(self, phrase: Phrase) -> int:
        """Every word that belongs to a whole match, found by going back from its ends."""
        reached = self._follow(phrase)
        covered = last = reached[-1]
        if not last:
            return 0
        for step, here in zip(reversed(phrase.steps[1:]), reversed(reached[:-1]), strict=True):
            spread = edge = last >> 1
            for _ in range(step.gap):
                edge = (edge & self._within) >> 1
                spread |= edge
            last = here & (spread | last if step.optional else spread)
            covered |= last
        return covered & self._within


def _bits(where: list[int], size: int) -> int:
    marks = bytearray((size >> 3) + 1)
    for at in where:
        marks[at >> 3] |= 1 << (at & 7)
    return int.from_bytes(marks, "little")
