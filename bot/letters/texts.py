"""The wordings of the letters: one file a kind in texts/, and what they share in words.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent / "texts"
AUDIENCES = ("adult", "child")


@dataclass(frozen=True)
class Wording:
    """A letter as it begins, with its braces: for one audience."""

    heading: str
    text: str
    choices: Mapping[str, Mapping[str, str]]  # what a value from a closed list reads like in this letter


@cache
def label(kind: str) -> str:
    """What officers call this kind of letter."""
    return str(_read(kind)["label"])


@cache
def wording(kind: str, audience: str) -> Wording:
    """The wording of a kind for an audience of AUDIENCES. Raises FileNotFoundError for a kind without a file."""
    kept = _read(kind)[audience]
    return Wording(kept["heading"], kept["text"].strip(), kept.get("choices", {}))


@cache
def words(audience: str) -> Mapping[str, Any]:
    """What the letters of an audience share."""
    shared: Mapping[str, Any] = _read("words")[audience]
    return shared


def _read(name: str) -> Mapping[str, Any]:
    kept: Mapping[str, Any] = yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8"))
    return kept
