"""The data check: what the training data may not have, and what the sets that are measured on may not share with it.

`python -m tests.understanding.data_check` prints every fault with its file and line, and fails where there is one;
`make test` runs the same. Of the sets that are measured on it prints places, never words: who writes training data
must not read them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rasa.shared.nlu.training_data.entities_parser import replace_entities

from bot.complaints.facts import MATTERS, NATURES
from bot.rasa.tune_examples import RISKS
from tests.understanding.alike import pairs, plain
from tests.understanding.examples import NLU, SETS, TUNING, Example, measured, training
from tests.written import WHOLE_DOMAIN

PERSONAS = (
    "child", "care_leaver", "parent", "second_language_parent", "relative", "foster_carer", "special_guardian",
    "adopter", "advocate", "solicitor", "professional", "other",
)  # fmt: skip
INTENTS = tuple(intent if isinstance(intent, str) else next(iter(intent)) for intent in WHOLE_DOMAIN["intents"])
Lists = Mapping[str, tuple[str, ...] | None]  # what each label may be; None where it is free
LABELS: Lists = {"matter": MATTERS, "nature": NATURES, "risk": RISKS, "persona": PERSONAS}
# The sets that are measured on know second readings that are fair, and say of whom they are in their own words.
SET_LABELS: Lists = {**LABELS, "also": INTENTS, "matter_fair": MATTERS, "nature_fair": NATURES, "persona": None}
FLAGS = ("harm", "near_miss")

FRAME = 5  # words at the beginning, or the end, that make a frame
SAME_FRAME = 7  # examples that may share one: people do begin alike now and then
TOO_ALIKE = 0.6  # of the words and pairs of words of two texts; chosen by reading pairs at every tenth
ALIKE_WORDS = 5  # in fewer, being alike says nothing: "thanks bye" and "thanks, bye now" are both people's own
EVERYBODYS_WORDS = 3  # a text this short ("good morning", "dunno") is in any two sets, and neither has it of the other


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, and where."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


def faults(examples: Sequence[Example], sets: Mapping[str, Sequence[Example]]) -> list[Fault]:
    """Everything that is wrong with the training data and the sets beside it."""
    found = [*_labels(examples, LABELS), *_markup(examples), *_repeated(examples), *_frames(examples), *_near(examples)]
    for told in sets.values():
        found += [*_labels(told, SET_LABELS), *_repeated(told), *_leaks(examples, told)]
    return found


def shared_short(examples: Sequence[Example], told: Sequence[Example]) -> set[str]:
    """The short texts of a set, made plain, that stand in the training data too, as in any data."""
    known = {plain(one.text) for one in examples}
    return {text for one in told if (text := plain(one.text)) in known and len(text.split()) <= EVERYBODYS_WORDS}


def _labels(examples: Iterable[Example], lists: Lists) -> Iterator[Fault]:
    for one in examples:
        if one.intent not in INTENTS:
            yield Fault(one.place, f"no intent is called {one.intent}")
        for kind, given in one.told.items():
            yield from (Fault(one.place, what) for what in _wrong_label(kind, given, lists))


def _wrong_label(kind: str, given: object, lists: Lists) -> Iterator[str]:
    if kind in FLAGS:
        if not isinstance(given, bool):
            yield f"{kind} is yes or no, not {given}"
    elif kind not in lists:
        yield f"an example has no {kind}"
    elif (allowed := lists[kind]) is not None:
        values = given if isinstance(given, list) else [given]
        yield from (f"no {kind} is called {value}" for value in values if value not in allowed)


def _markup(examples: Iterable[Example]) -> Iterator[Fault]:
    for one in examples:
        if "[" in one.text and replace_entities(one.text) != one.text:
            yield Fault(one.place, "Rasa would read its brackets as an annotation")
        if "\n" in one.text.strip():
            yield Fault(one.place, "a text is one line")


def _repeated(examples: Iterable[Example]) -> Iterator[Fault]:
    first: dict[str, Example] = {}
    for one in examples:
        text = plain(one.text)
        if text in first:
            yield Fault(one.place, f"the same as {first[text].place}")
        first.setdefault(text, one)


def _frames(examples: Sequence[Example]) -> Iterator[Fault]:
    yield from _too_often(examples, "begin", lambda words: words[:FRAME])
    yield from _too_often(examples, "end", lambda words: words[-FRAME:])


def _too_often(examples: Iterable[Example], verb: str, part: Callable[[list[str]], list[str]]) -> Iterator[Fault]:
    times: Counter[str] = Counter()
    for one in examples:
        words = plain(one.text).split()
        if len(words) >= FRAME:
            frame = " ".join(part(words))
            times[frame] += 1
            if times[frame] > SAME_FRAME:
                yield Fault(one.place, f'{times[frame]} examples {verb} with "{frame}"')


def _near(examples: Sequence[Example]) -> Iterator[Fault]:
    long = [one for one in examples if _is_long(one)]
    for earlier, later, common in pairs([one.text for one in long], TOO_ALIKE):
        one, other = long[earlier], long[later]
        if plain(one.text) != plain(other.text) and _labelled_alike(one, other):
            yield Fault(other.place, f"{common:.0%} the same as {one.place}")


def _labelled_alike(one: Example, other: Example) -> bool:
    """Two texts that are nearly the same and mean something else are worth more than any other: they show the line."""
    return one.intent == other.intent and all(one.told.get(kind) == other.told.get(kind) for kind in ("risk", "matter"))


def _leaks(examples: Sequence[Example], told: Sequence[Example]) -> Iterator[Fault]:
    known = {plain(one.text): one for one in examples}
    for one in told:
        text = plain(one.text)
        if text in known and len(text.split()) > EVERYBODYS_WORDS:
            yield Fault(known[text].place, f"stands in what is measured on: {one.place}")
    learned, asked = [one for one in examples if _is_long(one)], [one for one in told if _is_long(one)]
    both = [*learned, *asked]
    for earlier, later, common in pairs([one.text for one in both], TOO_ALIKE, left=len(learned)):
        if plain(both[earlier].text) != plain(both[later].text):
            yield Fault(both[earlier].place, f"{common:.0%} the same as one that is measured on: {both[later].place}")


def _is_long(one: Example) -> bool:
    return len(plain(one.text).split()) >= ALIKE_WORDS


def main() -> None:
    """Print the faults; exit with 1 where there are any."""
    found = faults(training(NLU, TUNING), {name: measured(name) for name in SETS})
    print("\n".join(map(str, found)) or "No faults.")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
