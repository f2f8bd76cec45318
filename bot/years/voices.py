"""Voices: what made-up people say, chosen for what their case is about and for who they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bot.complaints.facts import CHILD_ROLES

FILE = Path(__file__).with_name("accounts.yml")
_CARE = {"child": ("in_care", "has_social_worker"), "care_leaver": ("left_care",)}
_CARE_OF_OTHERS = ("has_social_worker", "disabled_services", "asked_for_help", "none")


@dataclass(frozen=True)
class Account:
    """What somebody tells: about what, in which words, and what they would like."""

    matter: str
    says: str
    wants: str | None = None
    care_status: str | None = None


@cache
def _known() -> Mapping[str, Any]:
    told: Mapping[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return told


@cache
def _by_nature() -> Mapping[tuple[str, str], Sequence[Mapping[str, str]]]:
    found: dict[tuple[str, str], list[Mapping[str, str]]] = defaultdict(list)
    for account in _known()["accounts"]:
        found[account["nature"], account["voice"]].append(account)
    return found


def account_of(nature: str, who: str, drawn: Random) -> Account:
    """An account of this nature in somebody's voice; where nobody has one for a child, in a grown-up's."""
    voice = "child" if who in CHILD_ROLES else "adult"
    chosen = drawn.choice(_by_nature().get((nature, voice)) or _by_nature()[nature, "adult"])
    care = drawn.choice(_CARE.get(who, _CARE_OF_OTHERS))
    return Account(chosen["matter"], _filled(chosen["says"], drawn), chosen["wants"], care)


def compliment(drawn: Random) -> Account:
    """Praise."""
    return Account("other", _filled(drawn.choice(_known()["compliments"]), drawn))


def _filled(words: str, drawn: Random) -> str:
    return words.replace("{when}", drawn.choice(_known()["when"]))
