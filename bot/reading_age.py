"""Reading age: how hard a text is to read, by the Flesch-Kincaid grade (Kincaid et al., 1975).

The syllables are counted by their vowels, which needs no word list. On the sentences of this service that is a quarter
of a grade away from a counter with a list, on average, and a test holds it near.
"""

from __future__ import annotations

import re

CHILD_GRADE = 4.0  # read at about age nine
MOST_WORDS = 20  # in a sentence for children
LEAST_WORDS = 7  # of a text that can be measured: whatever is shorter is short

WORD = re.compile(r"\S*\w\S*")
SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")
VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(r"(?:[^laeiouy]e|[^laeiouycgsxz](?<!ch)(?<!sh)es|[aeiouy]les?|[^tdaeiouy]ed)$")


def grade(text: str) -> float:
    """The school grade (4 is about age nine) at which a text is read; 0 for one that is too short to be measured."""
    words = WORD.findall(text)
    if len(words) < LEAST_WORDS:
        return 0.0
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / max(1, len(sentences(text))) + 11.8 * syllables / len(words) - 15.59


def sentences(text: str) -> list[str]:
    """The sentences of a text, a line being the end of one."""
    return [found for found in SENTENCE_ENDS.split(text) if WORD.search(found)]


def is_for_children(text: str) -> bool:
    """Whether a child of nine can read it: easy words, and no sentence of more than twenty words."""
    return grade(text) <= CHILD_GRADE and all(len(each.split()) <= MOST_WORDS for each in sentences(text))


def _syllables(word: str) -> int:
    plain = re.sub(r"[^a-z]", "", word.lower())
    found = len(VOWELS.findall(plain))
    return max(1, found - 1 if SILENT_END.search(plain) else found)
