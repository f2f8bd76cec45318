"""Examples for tuning the encoder: read from data/, disturbed as people's typing is, and joined to longer ones."""

from __future__ import annotations

import hashlib
import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

RISKS = ("none", "at_risk", "emergency")
JOINED = 0.15  # joined examples made, as a share of all
JOINED_LETTERS = 500
TELLING = ("raise_concern", "disclose_risk")

# How people shorten what they type. Our examples have far more ways; this only keeps a spelling from being a label.
_PAIRS = (
    "with:wiv because:cos please:pls you:u your:ur are:r what:wot think:fink nothing:nuffin tonight:tonite there:their "
    "their:there someone:some1 know:no to:2 for:4 before:b4 would:wud could:cud should:shud and:n about:bout my:me "
    "people:ppl really:rly though:tho don't:dont i'm:im can't:cant isn't:aint"
)
SHORTENED = dict(pair.split(":") for pair in _PAIRS.split())


@dataclass(frozen=True)
class Example:
    """A text and what it says; `matter` and `nature` with shares that add up to one."""

    text: str
    file: str
    intent: str
    matter: Mapping[str, float]
    nature: Mapping[str, float]
    risk: str = "none"
    harm: bool = False


@dataclass(frozen=True)
class Labels:
    """Every label there is, in the order of the network's outputs."""

    intent: tuple[str, ...]
    matter: tuple[str, ...]
    nature: tuple[str, ...]
    risk: tuple[str, ...] = RISKS
    harm: tuple[str, ...] = ("harm",)

    @classmethod
    def of(cls, examples: Sequence[Example]) -> Labels:
        """Those that occur in the examples."""
        return cls(
            tuple(sorted({one.intent for one in examples})),
            tuple(sorted({name for one in examples for name in one.matter})),
            tuple(sorted({name for one in examples for name in one.nature})),
        )


def read(*folders: Path) -> list[Example]:
    """Every example in the folders with the labels in its metadata."""
    examples = []
    for path in _files(folders):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            for one in block.get("examples", ()) if "intent" in block else ():
                examples.append(_example(path.name, block["intent"], one["text"], one.get("metadata") or {}))
    return examples


def fingerprint(*folders: Path) -> str:
    """SHA-256 over the names and contents of the files that the encoder is tuned on."""
    total = hashlib.sha256()
    for path in _files(folders):
        contents = path.read_bytes()
        total.update(f"{path.name}\0{len(contents)}\0".encode() + contents)
    return total.hexdigest()


def _files(folders: Sequence[Path]) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.glob("*.yml"))]


def round_of(examples: Sequence[Example], chance: random.Random) -> list[Example]:
    """One round's examples: each disturbed anew, and some pairs joined to longer accounts."""
    telling = [one for one in examples if one.intent in TELLING]
    pairs = [(chance.choice(telling), chance.choice(telling)) for _ in range(int(len(examples) * JOINED))]
    joined_up = [joined(*pair, chance) for pair in pairs if sum(len(one.text) for one in pair) <= JOINED_LETTERS]
    return [replace(one, text=disturbed(one.text, chance)) for one in [*examples, *joined_up]]


def joined(first: Example, second: Example, chance: random.Random) -> Example:
    """Two accounts told as one: the first weighs a little more, and the worse risk counts."""
    concern = "raise_concern" in (first.intent, second.intent)
    return Example(
        text=first.text + chance.choice((" ", ". ", "\n", " and also ")) + second.text,
        file=first.file,
        intent="raise_concern" if concern else "disclose_risk",
        matter=_mixed(first.matter, second.matter),
        nature=_mixed(first.nature, second.nature),
        risk=max(first.risk, second.risk, key=RISKS.index),
        harm=first.harm or second.harm,
    )


def disturbed(text: str, chance: random.Random) -> str:
    """A text as somebody in a hurry might have typed it; about a third stay as they are."""
    if chance.random() < 0.35:
        return text
    if chance.random() < 0.5:
        text = text.lower()
    elif chance.random() < 0.06:
        text = text.upper()
    if chance.random() < 0.4:
        text = re.sub(r"[.,!?;:'\"]", "", text)
    if chance.random() < 0.3:
        text = re.sub(r"[\w']+", lambda word: _shortened(word[0], chance), text)
    return _mistyped(text, chance.choice((0, 0, 0.02, 0.05)), chance)


def _shortened(word: str, chance: random.Random) -> str:
    return SHORTENED.get(word.lower(), word) if chance.random() < 0.5 else word


def _mistyped(text: str, rate: float, chance: random.Random) -> str:
    """Letters left out, doubled or swapped with the next one."""
    letters = list(text)
    for place in range(len(letters) - 1):
        if letters[place].isalpha() and chance.random() < rate:
            here, following = letters[place], letters[place + 1]
            letters[place], letters[place + 1] = chance.choice(
                (("", following), ("", following), (following, here), (here + here, following))
            )
    return "".join(letters)


def _example(file: str, intent: str, text: str, told: Mapping[str, Any]) -> Example:
    risk, harm = told.get("risk", "none"), bool(told.get("harm"))
    return Example(text, file, intent, _shares(told.get("matter")), _shares(told.get("nature")), risk, harm)


def _shares(given: Any) -> dict[str, float]:
    """Equal shares, but half as much again for the first, which the text is mostly about."""
    names = [given] if isinstance(given, str) else list(given or ())
    total = len(names) + 0.5
    return {name: (1.0 if place else 1.5) / total for place, name in enumerate(names)}


def _mixed(first: Mapping[str, float], second: Mapping[str, float]) -> dict[str, float]:
    if not first or not second:
        return dict(first or second)
    mixed = Counter({name: 0.55 * share for name, share in first.items()})
    mixed.update({name: 0.45 * share for name, share in second.items()})
    return dict(mixed)
