"""Fact words: what somebody told us, as officers read it and as it stands in a copy of the record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.complaints.plain import plainly
from bot.complaints.written import written
from bot.words import Words


def in_words(words: Words, value: Any, fact: str) -> str:
    """A fact's value as its quick reply reads, as a name of ours or a day says plainly, or as it was said."""
    if isinstance(value, list | tuple):
        return ", ".join(in_words(words, each, fact) for each in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{plainly(str(name))}: {each}" for name, each in value.items())
    return written(words.label(fact, str(value)), fact)
