"""What is written in domain.yml, as the tests of its sentences read it."""

from __future__ import annotations

from typing import Any

import yaml

from bot.settings import ROOT

WHOLE_DOMAIN: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
RESPONSES: dict[str, list[dict[str, Any]]] = WHOLE_DOMAIN["responses"]
AUDIENCES = ("child", "adult")

# The languages that we know by name; whatever else is clearly not English is "other".
LANGUAGES = (
    "pl", "ro", "ur", "ar", "bn", "pa", "gu", "so", "pt", "es", "fr", "uk", "ru", "tr", "sq", "it", "lt", "fa", "ps",
    "zh", "ta", "other",
)  # fmt: skip
# Those that a speaker may sign our phrases in.
PHRASES_IN = ("pl", "ro", "pa", "ur", "pt", "es", "ar", "bn", "gu", "it")


def text_of(name: str) -> str:
    """What a response says, in all its wordings."""
    return "\n".join(wording["text"] for wording in RESPONSES[name])
