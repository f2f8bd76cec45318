"""Alike: pairs of texts that share most of their words and pairs of words, found without comparing every pair.

Two sets with a share of at least `s` in common have a member in common among the rarest (1 - s) of each, so only texts
that share one of those are compared (Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins in data
cleaning", ICDE 2006). Twenty thousand texts take a few seconds.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil

WORD = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """A text without capitals, punctuation, emoji and apostrophes: what is left when it was only dressed otherwise.

    A text that has no word in it is left as it is, so that two different emoji differ.
    """
    return " ".join(WORD.findall(re.sub("['’`]", "", text.casefold()))) or text.strip()


def pieces(text: str) -> frozenset[str]:
    """The words of a text and the pairs of words that stand side by side in it."""
    words = plain(text).split()
    return frozenset(words) | {" ".join(pair) for pair in pairwise(words)}


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of what either has is common to both, from 0 to 1 (Jaccard's index)."""
    return len(one & other) / len(one | other)


def pairs(texts: Sequence[str], least: float, left: int = 0) -> Iterator[tuple[int, int, float]]:
    """Pairs of places (earlier, later) of texts whose share is at least `least`, with that share.

    With `left`, only pairs of one text before that place and one at or after it are looked for.
    """
    cut = [pieces(text) for text in texts]
    told = Counter(piece for one in cut for piece in one)
    having: defaultdict[str, list[int]] = defaultdict(list)
    for later, one in enumerate(cut):
        rarest = sorted(one, key=lambda piece: (told[piece], piece))[: len(one) - ceil(least * len(one)) + 1]
        if not left or later >= left:
            for earlier in sorted({earlier for piece in rarest for earlier in having[piece]}):
                if (common := share(cut[earlier], one)) >= least:
                    yield earlier, later, common
        if not left or later < left:
            for piece in rarest:
                having[piece].append(later)
