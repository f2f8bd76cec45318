"""The words that are known: given names, names that are words too, and words that are no names.

given_names.txt and names_that_are_words.txt are names that are given in England, of whatever origin; capital_words.txt
is what is written with a capital and names no person. plain_words.txt are the words that at least three of our
examples write small (`python -m tests.understanding.plain_words` gathers them): misspelt ones and slang too, as people
who write without capitals write those.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def given_names() -> frozenset[str]:
    """Names that are nothing else."""
    return _words("given_names")


@cache
def names_that_are_words() -> frozenset[str]:
    """Names that are ordinary words too: may, will, rose."""
    return _words("names_that_are_words")


@cache
def plain_words() -> frozenset[str]:
    """Words that are no names, unless they are in the list of those that are both."""
    return _words("plain_words") | _words("capital_words")


def word_set(words: str) -> frozenset[str]:
    """The words in a text, for tables of them."""
    return frozenset(words.split())


def _words(name: str) -> frozenset[str]:
    return word_set((HERE / f"{name}.txt").read_text(encoding="utf-8"))
