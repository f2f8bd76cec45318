"""Spoken patterns: a line of words, as people say them, becomes a pattern of spaCy's matcher.

`my foster? son|daughter` is three words, the second of them optional, the third one of two. `..2` stands for up to
two words of any kind, `#child` and `#adult` for a number of years, in figures or words. spaCy takes "I'm", "im" and
"I am" apart alike, so `i am` in a line covers the three.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

_SAME: Mapping[str, tuple[str, ...]] = {
    "am": ("am", "'m", "’m", "m"),
    "are": ("are", "'re", "’re", "re", "r"),
    "is": ("is", "'s", "’s", "s"),
    "have": ("have", "'ve", "’ve", "ve", "got", "has"),
    "a": ("a", "an", "the"),
    "your": ("your", "ur"),
    "mum": ("mum", "mam", "mom", "mother", "mummy", "mums"),
    "dad": ("dad", "father", "daddy", "dads"),
    "nan": (
        "nan", "nana", "nanna", "nannan", "gran", "granny", "grandma", "grandmother", "grandad", "granddad",
        "grandfather", "grandpa", "grandparent", "grandparents", "nanny",
    ),
    "child": (
        "child", "son", "daughter", "boy", "girl", "lad", "kid", "baby", "toddler", "teenager", "children", "sons",
        "daughters", "kids", "boys", "girls", "twins", "twin", "bairn", "bairns", "babies", "teen", "eldest",
        "youngest",
    ),
    "sw": ("sw", "socialworker", "s.w"),
}  # fmt: skip

NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_YEARS = {"#child": range(5, 18), "#adult": range(18, 26), "#any": range(1, 18)}


@cache
def english() -> Language:
    """spaCy's English without any model: its words and nothing more."""
    return spacy.blank("en")


def matcher(lines: Mapping[str, str]) -> Matcher:
    """A matcher whose labels are the keys; each value holds one pattern a line."""
    made = Matcher(english().vocab)
    for label, block in lines.items():
        made.add(label, [_pattern(line) for line in block.split("\n") if line.strip()])
    return made


def found(made: Matcher, doc: Doc) -> dict[str, list[tuple[int, int]]]:
    """For each label that was met, the words (from, to) of every match, longest first."""
    met: dict[str, list[tuple[int, int]]] = {}
    for label, start, end in sorted(made(doc), key=lambda match: match[1] - match[2]):
        met.setdefault(doc.vocab.strings[label], []).append((start, end))
    return met


def number(word: str) -> int | None:
    """The number that a word is, in figures or letters."""
    if word.isdigit() and len(word) < 4:
        return int(word)
    return NUMBERS.index(word.lower()) if word.lower() in NUMBERS else None


def _pattern(line: str) -> list[dict[str, Any]]:
    return [token for word in line.split() for token in _tokens(word)]


def _tokens(word: str) -> list[dict[str, Any]]:
    if word.startswith(".."):
        return [{"OP": "?"}] * int(word[2:])
    if word in _YEARS:
        years = [*map(str, _YEARS[word]), *(NUMBERS[n] for n in _YEARS[word] if n < len(NUMBERS))]
        return [{"LOWER": {"IN": years}}]
    optional = word.endswith("?")
    words = [same for one in word.rstrip("?").split("|") for same in _SAME.get(one, (one,))]
    return [{"LOWER": {"IN": words}, **({"OP": "?"} if optional else {})}]
