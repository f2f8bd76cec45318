"""The printed examples: `python -m tests.journeys.printed_examples` runs them and writes docs/printed-examples.md.

Each concern that a council printed goes through the running stack as its person would have said it. What comes out is
held against our own reading of the law, which was written down before; where they differ, the page says so.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.settings import ROOT
from tests.journeys.person import Person, Stuck, person_at
from tests.journeys.printed_page import page
from tests.journeys.stack import Stack, running

EXAMPLES = Path(__file__).with_suffix(".yml")
PAGE = ROOT / "docs" / "printed-examples.md"
USUAL = {
    "court_involved": "no",
    "already_answered": "no",
    "imminent": "no",
    "on_behalf_of_child": "no",
    "has_parental_responsibility": "yes",
    "wants_advocate": "no",
    "contact_preference": "chat",
    "kind": "complaint",
}


@dataclass(frozen=True)
class Example:
    """One printed concern: where it is printed, who says it and how, and where we say that it belongs."""

    id: str
    source: str
    role: str
    says: str
    answers: Mapping[str, str]
    belongs: Mapping[str, Any]
    matter: str | None = None
    nature: str | None = None

    def told(self) -> dict[str, str | Sequence[str]]:
        """What this person answers when asked; what is not here they skip; a label not on offer is "other"."""
        labels = {name: (value, "other") for name, value in (("matter", self.matter), ("nature", self.nature)) if value}
        return {**USUAL, "reporter_role": self.role, "what_happened": self.says, **labels, **self.answers}


@dataclass(frozen=True)
class Outcome:
    """What became of one example. `case` is its line of the export, None when no receipt came."""

    example: Example
    asked: Sequence[str]
    case: Mapping[str, Any] | None
    helped: bool
    trouble: str = ""

    def first_point(self, kind: str) -> list[str]:
        """The first point's matters or natures, the main one first."""
        points = self.case["points"] if self.case else ()
        found = points[0][kind] if points else ()
        return [found] if isinstance(found, str) else list(found or ())

    def took(self, kind: str) -> bool:
        """Whether the main matter or nature is the one that we would have given it."""
        return self.first_point(kind)[:1] == [getattr(self.example, kind)]

    @property
    def went_right(self) -> bool:
        """Whether pathway, signpost and the flags that matter are as we read the law."""
        belongs = self.example.belongs
        if self.case is None or self.case["pathway"] != belongs["pathway"]:
            return False
        if (self.case["signposted_to"] or None) != belongs.get("signposted_to"):
            return False
        return set(belongs.get("flags", ())) <= set(self.case["flags"])


def read_examples(path: Path = EXAMPLES) -> list[Example]:
    """The examples of the YAML beside this file, in its order."""
    return [Example(**told) for told in yaml.safe_load(path.read_text(encoding="utf-8"))]


async def run(example: Example, address: str) -> tuple[Person, str | None, str]:
    """One conversation; the person as they came out of it, the reference, and what went wrong if anything."""
    async with person_at(address) as person:
        try:
            await person.say(example.says)
            receipt = await person.answer(example.told())
        except (TimeoutError, Stuck, KeyError, OSError) as error:
            return person, None, " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return person, str(receipt["reference"]), ""


def outcomes(stack: Stack, examples: Sequence[Example]) -> list[Outcome]:
    """Run every example, one after the other, and look its case up in the export."""

    async def all_of_them() -> list[tuple[Person, str | None, str]]:
        return [await run(example, stack.address) for example in examples]

    ran, found = asyncio.run(all_of_them()), []
    cases = stack.cases()
    for example, (person, reference, trouble) in zip(examples, ran, strict=True):
        case = cases.get(reference or "")
        found.append(Outcome(example, tuple(person.asked), case, person.was_helped, trouble))
    return found


def main() -> int:
    """Start a stack, run the examples, write the page; 0 also when examples came out wrong: the page shows them."""
    examples = read_examples()
    with tempfile.TemporaryDirectory(prefix="printed-examples-") as folder, running(Path(folder)) as stack:
        done = outcomes(stack, examples)
    PAGE.write_text(page(done), encoding="utf-8")
    right = sum(outcome.went_right for outcome in done)
    print(f"{len(done)} printed examples, {right} went where we say that they belong; see {PAGE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
