"""How hard something is to read, and which of our sentences children are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import textstat
import yaml

from bot.settings import ROOT
from tests.written import RESPONSES, text_of

# Flesch-Kincaid says nothing about a label of a few words; whatever is too short to be measured is short.
LEAST_WORDS = 7
IN_THE_BRACES = "Monday"  # an average word, wherever a date, a name or a number is filled in

TEMPLATES = ROOT / "bot" / "widget" / "pages"
LISTS: Mapping[str, Any] = yaml.safe_load((ROOT / "tests" / "reading.yml").read_text(encoding="utf-8"))


def filled_in(text: str) -> str:
    """A text with something in every brace."""
    return re.sub(r"\{\w+\}", IN_THE_BRACES, text)


def sentences(text: str) -> list[str]:
    """The sentences of a text, a line being the end of one."""
    return [found for found in re.split(r"(?<=[.!?:])\s+|\n+", text) if found.strip()]


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text: 4 is read at about age nine. 0 for what is too short to be measured."""
    text = filled_in(text)
    return float(textstat.flesch_kincaid_grade(text)) if len(text.split()) >= LEAST_WORDS else 0.0


def unglossed(text: str) -> list[str]:
    """The words of the do-not-say list that stand in a text without what explains them."""
    return [word for word, rule in LISTS["not_said"].items() if _found(word, text) and not _glossed(rule, text)]


def _found(words: str, text: str) -> bool:
    return bool(re.search(rf"\b(?:{words})\b", text, re.IGNORECASE))


def _glossed(rule: Mapping[str, str], text: str) -> bool:
    return "gloss" in rule and bool(re.search(rule["gloss"], text, re.IGNORECASE))


def listed(name: str, which: str) -> bool:
    """Whether one of the lists names this response."""
    return any(re.fullmatch(pattern, name) for pattern in LISTS[which])


def for_adults(name: str) -> bool:
    """Whether a child reads another wording of this response, or none."""
    return name.endswith("_adult") or f"{name}_child" in RESPONSES or listed(name, "adults_only")


def in_another_language(name: str) -> bool:
    """Whether a response is written in another language than English, or is the name of one."""
    return bool(re.fullmatch(r"utter_language_(?:name_)?\w+", name))


def shown_to_children() -> dict[str, str]:
    """Every text that a child may be shown, by its name: responses, their quick replies, and the pages' own words."""
    names = [name for name in RESPONSES if not for_adults(name) and not in_another_language(name)]
    shown = {name: text_of(name) for name in names}
    shown |= {f"{name} [{label}]": label for name in names for label in _labels(name)}
    pages = [path for path in sorted(TEMPLATES.glob("*.html")) if path.name not in LISTS["adults_pages"]]
    return shown | {f"{page.name}:{at}": text for page in pages for at, text in enumerate(written_in(page), start=1)}


def _labels(name: str) -> list[str]:
    return [button["title"] for button in RESPONSES[name][0].get("buttons", [])]


def written_in(template: Path) -> list[str]:
    """The sentences that stand in a template itself, a paragraph each; what it takes from domain.yml is left out."""
    source = re.sub(
        r"\{#.*?#\}|\{%.*?%\}|<style>.*?</style>", "", template.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    reader = _Paragraphs()
    reader.feed(re.sub(r"\{\{.*?\}\}", IN_THE_BRACES, source, flags=re.DOTALL))
    reader.close()
    return [text for text in reader.texts() if set(re.findall(r"\w+", text)) - {IN_THE_BRACES}]


class _Paragraphs(HTMLParser):
    """The text of a page, apart where a block begins or ends."""

    INLINE = ("a", "abbr", "b", "code", "em", "i", "span", "strong")

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.INLINE:
            self._parts.append("\0")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.INLINE:
            self._parts.append("\0")

    def handle_data(self, data: str) -> None:
        self._parts.append(data)

    def texts(self) -> Iterator[str]:
        for text in "".join(self._parts).split("\0"):
            if text.strip():
                yield " ".join(text.split())
