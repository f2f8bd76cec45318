"""What a conversation is: who types what, and what must be true at its end; read from the files beside this."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
PRESSED = ("[", "]")


@dataclass(frozen=True)
class Ends:
    """What must be true at the end. What is None or empty is not looked at."""

    receipt: bool = True
    pathway: Sequence[str] = ()  # any of these
    signposted_to: str | None = None
    role: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    flags: Sequence[str] = ()
    matter: str | None = None
    points: int = 1
    alert: bool | None = None
    handoff: bool | None = None
    advocate: bool = False
    text: str = ""  # stands in the account
    not_text: str = ""  # does not
    said: str = ""  # the assistant said it
    not_asked: Sequence[str] = ()


@dataclass(frozen=True)
class Conversation:
    """One conversation: `turns` are typed first, then `when` answers what is asked, each line of it once."""

    id: str
    who: str
    turns: Sequence[str]
    ends: Ends
    when: Mapping[str, Sequence[str]] = field(default_factory=dict)
    group: str = ""


def read_all(folder: Path = FOLDER) -> list[Conversation]:
    """Every conversation, file by file. Raises TypeError for a key that nobody knows."""
    return [_read(told, path.stem) for path in sorted(folder.glob("*.yml")) for told in _load(path)]


def _load(path: Path) -> list[dict[str, Any]]:
    return list(yaml.safe_load(path.read_text(encoding="utf-8")))


def _read(told: dict[str, Any], group: str) -> Conversation:
    ends = dict(told.pop("ends"))
    pathway = ends.get("pathway", ())
    ends["pathway"] = (pathway,) if isinstance(pathway, str) else tuple(pathway)
    return Conversation(**told, ends=Ends(**ends), group=group)


def pressed(line: str) -> str | None:
    """The value of the quick reply that a line stands for, or None when it is typed."""
    return line[1:-1] if (line[:1], line[-1:]) == PRESSED else None
