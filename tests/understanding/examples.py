"""Examples with the place where each stands: those that the assistant is trained on, and the sets it is measured on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.settings import ROOT
from tests.understanding.figures import Written
from tests.understanding.readings import Readings, read, settled

DATA = ROOT / "data"
NLU, TUNING = DATA / "nlu", DATA / "tuning"
HERE = Path(__file__).parent
EXAM = "exam"
SETS = (EXAM, "development")  # the first was never looked at; the second was, and is measured apart


@dataclass(frozen=True)
class Example:
    """One text with its intent and what else its author said of it."""

    file: Path
    line: int
    text: str
    intent: str
    told: Mapping[str, Any] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """File and line, as editors take them."""
        return f"{self.file.relative_to(ROOT) if self.file.is_relative_to(ROOT) else self.file}:{self.line}"


def training(*folders: Path) -> list[Example]:
    """Every example of every intent in the folders' YAML files."""
    return [one for folder in folders for path in sorted(folder.glob("*.yml")) for one in _of_yaml(path)]


def measured(name: str, folder: Path = HERE) -> list[Example]:
    """A set that is measured on, from its files `name_*.jsonl`; empty where there is none."""
    return [one for path in sorted(folder.glob(f"{name}_*.jsonl")) for one in _of_lines(path)]


def written(name: str) -> list[Written]:
    """The same, with its labels as they are counted: of the exam, those that most of its readers give."""
    told = _as_written(name)
    return [settled(one, given) for one, given in zip(told, read(told), strict=True)] if name == EXAM else told


def readings() -> list[Readings]:
    """What each reader of the exam says of each of its messages."""
    return read(_as_written(EXAM))


def _as_written(name: str) -> list[Written]:
    return [
        Written.of({**one.told, "text": one.text, "intent": one.intent, "place": one.place}) for one in measured(name)
    ]


def _of_yaml(path: Path) -> Iterator[Example]:
    written = path.read_text(encoding="utf-8")
    nodes = yaml.compose(written, Loader=yaml.CSafeLoader)
    for place, block in enumerate(yaml.load(written, Loader=yaml.CSafeLoader)["nlu"]):
        listed = _under(_under(nodes, "nlu").value[place], "examples").value
        for node, one in zip(listed, block["examples"], strict=True):
            line = _under(node, "text").start_mark.line + 1
            yield Example(path, line, one["text"], block["intent"], one.get("metadata") or {})


def _under(node: Any, key: str) -> Any:
    """The node of a mapping's value."""
    return next(value for name, value in node.value if name.value == key)


def _of_lines(path: Path) -> Iterator[Example]:
    for line, written in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        told = json.loads(written)
        yield Example(path, line, told.pop("text"), told.pop("intent"), told)
