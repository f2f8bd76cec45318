"""Choices: a quick reply that is a wish ("do:stop") is that wish, whatever its label sounds like."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, METADATA, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.plain import Plain

WISH = "do:"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Choices(Plain):
    """Stands last in the pipeline. The door mints the choice; nothing that is typed can name one."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Give each message whose choice is a wish that intent, for sure."""
        for message in messages:
            choice = (message.get(METADATA) or {}).get("choice")
            if isinstance(choice, str) and choice.startswith(WISH):
                intent = {INTENT_NAME_KEY: choice.removeprefix(WISH), PREDICTED_CONFIDENCE_KEY: 1.0}
                message.set(INTENT, intent, add_to_output=True)
        return messages

    def process_training_data(self, training_data: Any) -> Any:
        """Training data has no choices."""
        return training_data
