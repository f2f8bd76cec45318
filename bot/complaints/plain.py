"""Our names for things, as people write them: without underscores, and with the capitals that belong to them.

Days are written so too.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

_CAPITALS = {word.lower(): word for word in ("NHS", "MP", "LGSCO", "ICO", "DBS", "LADO")}


def plainly(name: str) -> str:
    """A name as words within a sentence: councillor or MP."""
    return " ".join(_CAPITALS.get(word, word) for word in name.replace("_", " ").split(" "))


def headed(name: str) -> str:
    """A name as words at the beginning of a line: NHS body."""
    words = plainly(name)
    return words[:1].upper() + words[1:]


def all_plainly(names: Iterable[str]) -> str:
    """Several names as words within a sentence."""
    return ", ".join(map(plainly, names))


def day(on: date) -> str:
    """A day in words: Monday 2 March 2026."""
    return f"{on:%A} {on.day} {on:%B %Y}"
