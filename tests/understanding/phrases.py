"""Measures the danger phrases alone, without Rasa: what they hear surely, and what they hear at all.

`python -m tests.understanding.phrases`. "Surely" is what raises an alert at the door at once; "at all" is what raises
one while Rasa is down. On the development set, and on the training data, from which the phrases learn nothing. Takes
a minute or two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.complaints.danger_signs import look
from bot.rasa.tune_examples import read
from bot.settings import ROOT
from tests.understanding.examples import written

NEAR_MISSES = "risk_near_miss"  # in the names of the files of training data that hold them
KINDS = ("emergency", "at_risk", "near miss", "ordinary")


@dataclass(frozen=True)
class Heard:
    """Of how many messages of one kind the phrases heard how many."""

    kind: str
    of: int
    surely: int
    at_all: int


def tally(messages: Iterable[tuple[str, str]]) -> list[Heard]:
    """Count, for (kind, text) of each message; only the kinds that occur."""
    found = [(kind, look(text)) for kind, text in messages]
    tallied = []
    for kind in KINDS:
        seen = [danger for one, danger in found if one == kind]
        if seen:
            surely = sum(danger is not None and danger.sure for danger in seen)
            tallied.append(Heard(kind, len(seen), surely, sum(danger is not None for danger in seen)))
    return tallied


def development_messages() -> list[tuple[str, str]]:
    """The development set, each message with its kind."""
    return [(_kind(one.risk, near=one.near_miss), one.text) for one in written("development")]


def training_messages() -> list[tuple[str, str]]:
    """The training data, each message with its kind."""
    return [(_kind(one.risk, near=NEAR_MISSES in one.file), one.text) for one in read(ROOT / "data" / "nlu")]


def table(name: str, tallied: Sequence[Heard]) -> str:
    """The counts as a table of Markdown."""
    rows = [f"| {one.kind} | {one.of} | {one.surely / one.of:.3f} | {one.at_all / one.of:.3f} |" for one in tallied]
    return "\n".join([f"| {name} | of | surely | at all |", "|---|---:|---:|---:|", *rows])


def _kind(risk: str, *, near: bool) -> str:
    if risk != "none":
        return risk
    return "near miss" if near else "ordinary"


def main() -> None:
    """Measure and print."""
    print(table("development set", tally(development_messages())))
    print()
    print(table("training data", tally(training_messages())))


if __name__ == "__main__":
    main()
