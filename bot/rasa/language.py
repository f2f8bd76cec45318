"""Language: says which one a message is written in when that is clearly not English, and otherwise nothing."""

from __future__ import annotations

import re
from collections import Counter

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.language_words import ENGLISH, LETTERS, PASHTO, PERSIAN, SCRIPTS, WORDS
from bot.rasa.plain import Plain

FEWEST_WORDS = 3
FEWEST_KNOWN = 2  # short words of the language that must be there
SHARE_KNOWN = 0.25  # and what part of all the words they must be
MOST_READ = 2_000  # characters

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class Language(Plain, EntityExtractorMixin):
    """Adds the entity `language`, an ISO 639-1 code (Pashto: ps)."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the language to the messages that are clearly not English."""
        for message in messages:
            text = message.get(TEXT) or ""
            code = language_of(text)
            if code:
                found = {"entity": "language", "value": code, "confidence_entity": 1.0, "start": 0, "end": len(text)}
                message.set(ENTITIES, message.get(ENTITIES, []) + self.add_extractor_name([found]), add_to_output=True)
        return messages


def language_of(text: str) -> str | None:
    """The code of the language of a text of three words or more, or None for English and for what is unclear."""
    text = text[:MOST_READ]
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < FEWEST_WORDS and not _without_spaces(text):
        return None
    return _by_script(text) or _by_words(words)


def _without_spaces(text: str) -> bool:
    return sum("\u4e00" <= letter <= "\u9fff" for letter in text) >= FEWEST_WORDS * 2


def _by_script(text: str) -> str | None:
    """A script other than the Latin, when most letters are of it."""
    letters = [letter for letter in text if letter.isalpha()]
    counted = Counter(script for letter in letters if (script := _script(letter)))
    if not counted:
        return None
    script, most = counted.most_common(1)[0]
    if most * 2 < len(letters):
        return None
    return _within(script, text.lower())


def _script(letter: str) -> str | None:
    return next((code for code, first, last in SCRIPTS if first <= letter <= last), None)


def _within(script: str, text: str) -> str:
    """Which of a script's languages: by the letters that only it has, and short words."""
    if script == "ar" and any(letter in PASHTO for letter in text):
        return "ps"
    if script == "ar" and sum(word in PERSIAN for word in text.split()) >= FEWEST_KNOWN:
        return "fa"
    counted = {code: sum(text.count(letter) for letter in only) for code, only in LETTERS.get(script, ())}
    best = max(counted, key=lambda code: counted[code], default=script)
    return best if counted.get(best) else script


def _by_words(words: list[str]) -> str | None:
    """The language whose short words are most of the text's, when they clearly outnumber the English ones."""
    english = sum(word in ENGLISH for word in words)
    counted = {code: [word for word in words if word in known] for code, known in WORDS.items()}
    best = max(counted, key=lambda code: len(counted[code]))
    known = counted[best]
    only = {word for word in known if word not in ENGLISH}
    enough = len(only) >= FEWEST_KNOWN and len(known) >= SHARE_KNOWN * len(words)
    return best if enough and len(known) > english * 1.5 else None
