"""Personal details: what a message tells by the way of who is speaking and about whom, as entities named for the facts.

What is told need not be asked for. Values are those of bot/complaints/facts.py. Precision goes before recall.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.details_told import Detail, told_plainly
from bot.rasa.people_told_of import told_of
from bot.rasa.plain import Plain
from bot.rasa.spoken_patterns import english

MOST_READ = 6_000  # characters


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PersonalDetails(Plain, EntityExtractorMixin):
    """Adds at most one entity a fact."""

    @staticmethod
    def required_packages() -> list[str]:
        """What takes texts apart."""
        return ["spacy"]

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the details to each message's entities."""
        for message in messages:
            found = [_entity(detail) for detail in details(message.get(TEXT) or "")]
            message.set(ENTITIES, message.get(ENTITIES, []) + self.add_extractor_name(found), add_to_output=True)
        return messages


def details(text: str) -> list[Detail]:
    """Every detail that a text tells. What it tells of people is of the whole text and spans it."""
    people = told_of(english()(text[:MOST_READ]))
    return [*(Detail(fact, value, 0, len(text)) for fact, value in people.items()), *told_plainly(text)]


def _entity(detail: Detail) -> dict[str, Any]:
    return {
        "entity": detail.fact,
        "value": detail.value,
        "confidence_entity": 1.0,
        "start": detail.start,
        "end": detail.end,
    }
