"""Spans: where in a text a detail stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """One detail: what it is, and from which character to which."""

    kind: str
    start: int
    end: int


def joined(spans: Iterable[Span]) -> list[Span]:
    """In order, none within another: of two that overlap, what comes first keeps its kind and takes in the other."""
    result: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].kind, result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result
