"""A whole conversation with its details hidden: what was told once is hidden wherever it is said again.

A short answer to "What is your name?" is a name, whatever it looks like. What the bot says is ours, so in it only what
was hidden elsewhere is: it says names and numbers back, and its own sentences tell nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.hidden import details, without
from bot.hidden.span import Span, joined

# What the answer to a question is, by the fact that it asks for.
ANSWERS: Mapping[str, str] = {
    "name": "name",
    "child_name": "name",
    "team_or_worker": "team",
    "email": "email",
    "phone": "phone",
    "postal_address": "address",
    "child_age": "age",
    "must_not_tell": "relation",
}
SHORT = 6  # words; a longer answer is an account, in which details are looked for as anywhere
TOO_COMMON = ("relation", "team")  # the bot speaks of mothers and teams too
FEWEST_LETTERS = 3  # of what is hidden in the bot's own sentences; the summary says back shorter ones


@dataclass(frozen=True)
class Line:
    """One message: who said it, and to which question (by its fact) it is the answer."""

    sender: str  # you | officer | bot
    text: str
    answers: str | None = None
    summary: bool = False


def hidden(lines: Sequence[Line]) -> list[str]:
    """The text of each line without its details."""
    first = [_told(line, ()) for line in lines]
    known = [
        line.text[span.start : span.end]
        for line, spans in zip(lines, first, strict=True)
        for span in spans
        if span.kind == "name"
    ]
    again = [_told(line, known) for line in lines]
    said = dict(_said(lines, again))
    return [
        _echoed(line, said) if line.sender == "bot" else without(line.text, spans)
        for line, spans in zip(lines, again, strict=True)
    ]


def _told(line: Line, known: Sequence[str]) -> list[Span]:
    """The details that a person or an officer tells."""
    if line.sender == "bot":
        return []
    kind = ANSWERS.get(line.answers or "")
    if kind and len(line.text.split()) <= SHORT and not line.text.rstrip().endswith("?"):
        return [Span(kind, 0, len(line.text))]
    return details(line.text, known)


def _said(lines: Sequence[Line], spans: Sequence[Sequence[Span]]) -> Iterator[tuple[str, str]]:
    """Each detail as it was written, small, with its kind."""
    for line, found in zip(lines, spans, strict=True):
        yield from ((line.text[span.start : span.end].strip().casefold(), span.kind) for span in found)


def _echoed(line: Line, said: Mapping[str, str]) -> str:
    """What the bot says, without what was told to it."""
    found = []
    for told, kind in said.items():
        if told and (line.summary or (kind not in TOO_COMMON and len(told) >= FEWEST_LETTERS)):
            pattern = re.compile(rf"(?<!\w){re.escape(told)}(?!\w)", re.IGNORECASE)
            found += [Span(kind, *match.span()) for match in pattern.finditer(line.text)]
    return without(line.text, joined(found))
