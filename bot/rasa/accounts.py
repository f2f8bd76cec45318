"""Accounts: a long text about something is a concern, unless a wish was heard in it for sure.

Somebody who tells in sixty words what went wrong, and asks at the end who will see it, must not have the account
dropped for the question: what was told is never asked for twice. And a few short messages mean what their words say.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import (
    ENTITIES,
    ENTITY_ATTRIBUTE_TYPE,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.plain import Plain
from bot.rasa.said_plainly import plain_intent

TELLS = ("raise_concern", "disclose_risk", "give_compliment", "request_service")
LONG_WORDS = 12
SURE = 0.7  # of a wish that is heard in a long text
LIKELY = 0.3  # that it tells something, of all that it may be; a long letter about the bins is no concern of ours


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Accounts(Plain):
    """Stands after the ear and the fallback."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Give long accounts the intent raise_concern, with what was sure of the wish left over; plain words theirs."""
        for message in messages:
            intent = message.get(INTENT) or {}
            plain = plain_intent(message.get(TEXT) or "", str(intent.get(INTENT_NAME_KEY)))
            if plain is not None:
                message.set(INTENT, {INTENT_NAME_KEY: plain, PREDICTED_CONFIDENCE_KEY: 1.0}, add_to_output=True)
                continue
            sure = float(intent.get(PREDICTED_CONFIDENCE_KEY) or 0.0)
            if intent.get(INTENT_NAME_KEY) not in TELLS and sure < SURE and _is_account(message):
                concern = {INTENT_NAME_KEY: TELLS[0], PREDICTED_CONFIDENCE_KEY: 1.0 - sure}
                message.set(INTENT, concern, add_to_output=True)
        return messages

    def process_training_data(self, training_data: Any) -> Any:
        """Training data is as its authors labelled it."""
        return training_data


def _is_account(message: Message) -> bool:
    about = any(entity.get(ENTITY_ATTRIBUTE_TYPE) == "matter" for entity in message.get(ENTITIES) or ())
    ranking = message.get(INTENT_RANKING_KEY) or ()
    telling = sum(one[PREDICTED_CONFIDENCE_KEY] for one in ranking if one[INTENT_NAME_KEY] in TELLS)
    return about and telling >= LIKELY and len((message.get(TEXT) or "").split()) >= LONG_WORDS
