"""The script: the files of static/ and the sentences they need, joined into one, named by its own hash.

There is no build step. Each file is an ES module that can be read and tested alone; the join drops the imports and
exports between them, so one integrity hash covers everything that a page loads.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.words import Words

STATIC = Path(__file__).parent / "static"
# In the order in which they need each other.
FILES = (
    "dom.js", "exit.js", "api.js", "other_ways.js", "stream.js", "receipt.js", "log.js", "choices.js", "cover.js",
    "panel.js", "conversation.js", "idle.js", "case_page.js", "receipt_page.js", "shared.js", "element.js",
)  # fmt: skip
STYLE = "widget.css"
WIDGET_WORDS = "utter_door_widget_"
INSTEAD = "_demonstration"  # what is said in a demonstration in place of the response whose name comes before
IMPORT = re.compile(r"^import .*?;\n", re.MULTILINE | re.DOTALL)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const)\b)", re.MULTILINE)


@dataclass(frozen=True)
class Asset:
    """One file as it is served: never changed under its name, so kept by browsers for good."""

    body: bytes
    kind: str  # js | css

    @property
    def path(self) -> str:
        """Its address, which changes when its body does."""
        return f"/widget/{hashlib.sha256(self.body).hexdigest()[:24]}.{self.kind}"

    @property
    def integrity(self) -> str:
        """What a page's script or link tag says of it, so that a browser runs this and nothing else."""
        return "sha384-" + base64.b64encode(hashlib.sha384(self.body).digest()).decode()


def joined(words: Words, values: Mapping[str, str], *, demonstration: bool, exit_to: str) -> Asset:
    """The widget as one script."""
    told = {
        "words": widget_words(words, values),
        "numbers": help_numbers(words, values).split("\n"),
        "council": council_numbers(words, values),
        "demonstration": words.say("utter_demonstration", **values) if demonstration else "",
        "exitTo": exit_to,
        "css": widget_style(),
    }
    parts = [f"const given = {json.dumps(told, ensure_ascii=False)};\n"]
    parts += [_without_modules((STATIC / name).read_text(encoding="utf-8")) for name in FILES]
    return Asset("".join(parts).encode(), "js")


def help_numbers(words: Words, values: Mapping[str, str]) -> str:
    """Who to call, a line each; the council's own numbers where it has set them."""
    return "\n".join([words.say("utter_door_help", **values), *council_numbers(words, values)])


def council_numbers(words: Words, values: Mapping[str, str]) -> list[str]:
    """The council's own numbers, a line each; none before it has set them."""
    return words.say("utter_door_help_council", **values).split("\n") if values["council_phone"] else []


def widget_words(words: Words, values: Mapping[str, str]) -> dict[str, Any]:
    """The sentences that the widget itself says, by the end of their names."""
    names = [name for name in words.responses if name.startswith(WIDGET_WORDS) and not name.endswith(INSTEAD)]
    return {name.removeprefix(WIDGET_WORDS): words.say(name, **values) for name in names}


def widget_style() -> str:
    """The widget's own style sheet, which travels inside the script."""
    return (STATIC / STYLE).read_text(encoding="utf-8")


def page_style() -> Asset:
    """The style sheet of the demonstration pages."""
    return Asset((STATIC / "page.css").read_bytes(), "css")


def _without_modules(source: str) -> str:
    return EXPORT.sub("", IMPORT.sub("", source))
