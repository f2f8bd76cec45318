"""Gathers bot/hidden/plain_words.txt: the words that several of our examples write small, and that are no names.

`python -m tests.understanding.plain_words`. Run it when the examples have grown, and read what it adds: a name that
three examples write small would be shown.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable

from bot.hidden.words import HERE, given_names
from tests.understanding.examples import NLU, TUNING, training

OFTEN = 3  # examples
MOSTLY = 0.6  # of the examples that have it inside a sentence, this share writes it small
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def plain_words(texts: Iterable[str]) -> list[str]:
    """The words, without apostrophes, in order."""
    small, capital = Counter[str](), Counter[str]()
    for text in texts:
        met = {match[0] for match in WORD.finditer(text) if not _opens(text, match.start())}
        capital.update(_plain(word) for word in met if word[0].isupper())
        small.update(_plain(word) for word in met if word[0].islower())
    often = {word for word, times in small.items() if times >= max(OFTEN, MOSTLY * (times + capital[word]))}
    return sorted(word for word in often if len(word) > 1 and word not in given_names())


def _opens(text: str, place: int) -> bool:
    before = text[:place].rstrip()
    return (not before or before[-1] in ".!?:") and text[place].isupper()


def _plain(word: str) -> str:
    return word.casefold().replace("’", "").replace("'", "")


def main() -> None:
    """Write the file, and print the words that are new in it."""
    path = HERE / "plain_words.txt"
    before = set(path.read_text(encoding="utf-8").split())
    words = plain_words(one.text for one in training(NLU, TUNING) if not one.text.isupper())
    path.write_text("\n".join(textwrap.wrap(" ".join(words), 118)) + "\n", encoding="utf-8")
    print("new:", *sorted(set(words) - before))


if __name__ == "__main__":
    main()
