"""Our names for things, as people write them: without underscores, and with the capitals that belong to them."""

from __future__ import annotations

_CAPITALS = {word.lower(): word for word in ("NHS", "MP", "LGSCO", "ICO", "DBS", "LADO")}


def plainly(name: str) -> str:
    """A name as words within a sentence: councillor or MP."""
    return " ".join(_CAPITALS.get(word, word) for word in name.replace("_", " ").split(" "))


def headed(name: str) -> str:
    """A name as words at the beginning of a line: NHS body."""
    words = plainly(name)
    return words[:1].upper() + words[1:]
