"""Words: the sentences of domain.yml, for whoever must say one while Rasa cannot.

Rasa says its own. The actions need single pieces for a read-back, and the door needs the safety words with Rasa down;
both read them here, so that each sentence is written once.

In a demonstration nobody reads what is written, and no sentence may say otherwise. What would be false then has a
wording of its own (`utter_x_demonstration`), or says of itself in domain.yml that it promises a reader, and is told as
what the real thing would say.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import yaml

from bot.settings import ROOT

WOULD_SAY = "utter_would_say"


@dataclass(frozen=True)
class Words:
    """The responses of domain.yml by name."""

    responses: Mapping[str, list[dict[str, Any]]]
    demonstration: bool = False

    def has(self, name: str) -> bool:
        """Whether domain.yml has a response of this name."""
        return name in self.responses

    def name_for(self, name: str, audience: str | None) -> str:
        """The response's name for an audience: its own wording (`utter_x_child`) where there is one."""
        own = f"{name}_{audience}"
        return own if audience and own in self.responses else name

    def _true_name(self, name: str, audience: str | None) -> str:
        """Like `name_for`, but in a demonstration what is said there instead, to everybody alike."""
        instead = f"{name}_demonstration"
        return instead if self.demonstration and instead in self.responses else self.name_for(name, audience)

    def say(self, name: str, audience: str | None = None, **values: object) -> str:
        """The text of a response for an audience (child, adult or None when nobody knows), its braces filled in.

        Raises KeyError for a response that domain.yml does not have.
        """
        return self.wordings(name, audience, **values)[0]

    def wordings(self, name: str, audience: str | None = None, **values: object) -> list[str]:
        """Every wording of a response, the usual one first; raises as `say` does."""
        written = self.responses[self._true_name(name, audience)]
        texts = [_filled(wording["text"], values).strip() for wording in written]
        if self.demonstration and promises_a_reader(written):
            return [f"{self.say(WOULD_SAY)}\n{text}" for text in texts]
        return texts

    def choices(self, name: str, audience: str | None = None, **values: object) -> list[tuple[str, str]]:
        """The quick replies of a response as (label, value), the labels' braces filled in."""
        buttons = self.responses[self.name_for(name, audience)][0].get("buttons", [])
        return [(_filled(button["title"], values), button["payload"]) for button in buttons]

    def mark(self, name: str) -> str:
        """Eight signs that stand for a response's very words and quick replies: other words have another mark."""
        written = "\n".join([self.say(name), *(label for label, _ in self.choices(name))])
        return hashlib.sha256(written.encode()).hexdigest()[:8]

    def label(self, fact: str, value: str, audience: str | None = None) -> str:
        """How the quick reply for a fact's value reads; the value itself when there is none."""
        name = f"utter_question_{fact}"
        if not self.has(name):
            return value
        return next((label for label, given in self.choices(name, audience) if given == value), value)


def promises_a_reader(written: list[dict[str, Any]]) -> bool:
    """Whether a response, as domain.yml says of it, tells somebody that a person reads, decides or answers."""
    return (written[0].get("metadata") or {}).get("promises") == "reader"


def _filled(text: str, values: Mapping[str, object]) -> str:
    for key, value in values.items():
        text = text.replace("{" + key + "}", str(value))
    return text


@cache
def words(*, demonstration: bool = False) -> Words:
    """The words of domain.yml, read once."""
    if demonstration:
        return replace(words(), demonstration=True)
    return Words(yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["responses"])
