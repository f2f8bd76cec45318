"""How well personal details are hidden, on labelled messages: `python -m tests.understanding.personal`.

Each line of personal_details/*.txt is a message with its details in braces ({name:...}); {?:...} may be hidden or not.
The rules were improved by reading what they get wrong in looked_at.txt; of unread.txt nobody reads more than figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.hidden import details, without
from bot.hidden.span import Span

HERE = Path(__file__).parent / "personal_details"
SETS = ("unread", "looked_at")
LABELLED = re.compile(r"\{(?P<kind>[a-z?]+):(?P<text>[^}]+)\}")
WORD = re.compile(r"\w+")
EITHER = "?"


@dataclass(frozen=True)
class Labelled:
    """A message, and what is to be hidden in it."""

    text: str
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, line: str) -> Labelled:
        """From a line of the files."""
        text, spans, end = "", [], 0
        for match in LABELLED.finditer(line):
            text += line[end : match.start()]
            spans.append(Span(match["kind"], len(text), len(text) + len(match["text"])))
            text, end = text + match["text"], match.end()
        return cls(text + line[end:], tuple(spans))


@dataclass(frozen=True)
class Counts:
    """Over a set, by kind: how many details there are and are hidden whole, how many words are hidden for nothing."""

    told: Counter[str]
    hidden: Counter[str]
    for_nothing: Counter[str]
    plain: int  # words that are no details


def labelled(name: str) -> list[Labelled]:
    """The messages of a set."""
    return [Labelled.of(line) for line in (HERE / f"{name}.txt").read_text("utf-8").splitlines()]


def counted(messages: Iterable[Labelled]) -> Counts:
    """What is hidden of these messages. A detail counts as hidden when every word of it is."""
    counts, plain = Counts(Counter(), Counter(), Counter(), 0), 0
    for message in messages:
        found = details(message.text)
        counts.told.update(span.kind for span in message.spans if span.kind != EITHER)
        counts.hidden.update(
            span.kind for span in message.spans if span.kind != EITHER and _whole(span, found, message)
        )
        words = [word for word in _words(message.text) if not _within(word, message.spans)]
        plain += len(words)
        counts.for_nothing.update(span.kind for word in words for span in found if _within(word, [span]))
    return Counts(counts.told, counts.hidden, counts.for_nothing, plain)


def tables() -> str:
    """The part of docs/understanding.md."""
    sets = {name: counted(labelled(name)) for name in SETS}
    told = sets[SETS[0]].told + sets[SETS[1]].told
    lines = [
        "Hidden in what officers read, until they say why they need to see it (`bot/hidden`). On labelled messages of "
        "our own, in slang, small letters and second languages: the rules were improved by reading what they get wrong "
        "in those looked at, never in the unread, which the same author wrote. Recall counts details hidden whole; "
        "hidden for nothing are words that tell nobody.",
        "",
        "| kind | recall, unread | of | recall, looked at | of | hidden for nothing, unread | looked at |",
        "|---|---:|---:|---:|---:|---:|---:|",
        *(_row(kind, sets) for kind, _ in told.most_common()),
        _all(sets),
    ]
    return "\n".join(lines)


def _row(kind: str, sets: dict[str, Counts]) -> str:
    recalls = " | ".join(f"{_share(one.hidden[kind], one.told[kind])} | {one.told[kind]}" for one in sets.values())
    return f"| {kind} | {recalls} | {' | '.join(str(one.for_nothing[kind]) for one in sets.values())} |"


def _all(sets: dict[str, Counts]) -> str:
    recalls = " | ".join(
        f"{_share(one.hidden.total(), one.told.total())} | {one.told.total()}" for one in sets.values()
    )
    nothing = " | ".join(f"{one.for_nothing.total()} of {one.plain} words" for one in sets.values())
    return f"| all | {recalls} | {nothing} |"


def _share(right: int, of: int) -> str:
    return f"{right / of:.3f}" if of else "—"


def _whole(span: Span, found: Sequence[Span], message: Labelled) -> bool:
    words = [word for word in _words(message.text) if _within(word, [span])]
    return all(_within(word, found) for word in words)


def _words(text: str) -> Iterator[Span]:
    return (Span("word", match.start(), match.end()) for match in WORD.finditer(text))


def _within(word: Span, spans: Iterable[Span]) -> bool:
    return any(span.start <= word.start and word.end <= span.end for span in spans)


def main() -> None:
    """Print the figures, and each message of those looked at in which something is wrong."""
    print(tables())
    for message in labelled("looked_at"):
        one = counted([message])
        if one.told != one.hidden or one.for_nothing:
            print(f"{message.text}\n    {without(message.text, details(message.text))}")


if __name__ == "__main__":
    main()
