"""The ear: Rasa's component around what is heard in messages. Gives the intent, and labels as entities."""

from __future__ import annotations

from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, METADATA, METADATA_EXAMPLE, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.rasa.concern_labels import ConcernLabels, Told
from bot.rasa.encoder import shared
from bot.rasa.encoder_shape import WIDTH
from bot.rasa.hearing import Hearing, Understood
from bot.rasa.sentence_features import SentenceFeatures
from bot.rasa.tuned_labels import Floats

FILE = "labels.joblib"
RANKED = 5  # intents kept with each message; every one of them lies in the tracker for good


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=True,
)
class Ear(GraphComponent, IntentClassifier, EntityExtractorMixin):
    """Learns from the examples in data/nlu with the metadata `matter`, `nature`, `risk` and `harm`."""

    @classmethod
    def required_components(cls) -> list[type]:
        """The encoder's rows must be on the message."""
        return [SentenceFeatures]

    @staticmethod
    def required_packages() -> list[str]:
        """What it learns with."""
        return ["sklearn", "scipy", "joblib"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`version` of what is learned: raise it when concern_labels or likeness change, so that Rasa trains again."""
        return {"version": 3}

    def __init__(self, storage: ModelStorage, resource: Resource, labels: ConcernLabels | None = None) -> None:
        self._storage, self._resource = storage, resource
        self._hearing = Hearing(shared().labels, shared().places, labels) if labels else None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Ear:
        """An ear that has learned nothing yet."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> Ear:
        """The ear of a trained model."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, joblib.load(folder / FILE))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has a text and an intent, and keep what was learned in the model."""
        examples = [one for one in training_data.intent_examples if one.get(TEXT)]
        told = [Told.of(one.get(INTENT), (one.get(METADATA) or {}).get(METADATA_EXAMPLE) or {}) for one in examples]
        vectors = np.stack([_row(one)[:WIDTH] for one in examples])
        labels = ConcernLabels.learn([one.get(TEXT) for one in examples], vectors, told)
        self._hearing = Hearing(shared().labels, shared().places, labels)
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(labels, folder / FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Give each message its intent, the likeliest others, and what it tells."""
        assert self._hearing is not None, "an ear hears only after training"
        for message in messages:
            understood = self._hearing.understand(message.get(TEXT) or "", _row(message))
            ranking = [{"name": name, "confidence": sure} for name, sure in understood.intents[:RANKED]]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
            heard = self.add_extractor_name(entities(understood, len(message.get(TEXT) or "")))
            message.set(ENTITIES, message.get(ENTITIES, []) + heard, add_to_output=True)
        return messages


def entities(understood: Understood, length: int) -> list[dict[str, Any]]:
    """The labels as Rasa's entities; they are of the whole text, so each spans it."""
    found = [("matter", *label) for label in understood.matter] + [("nature", *label) for label in understood.nature]
    if understood.risk:
        found.append(("risk", *understood.risk))
    if understood.harm is not None:
        found.append(("harm", "yes", understood.harm))
    return [
        {"entity": kind, "value": value, "confidence_entity": round(sure, 3), "start": 0, "end": length}
        for kind, value, sure in found
    ]


def _row(message: Message) -> Floats:
    """The encoder's numbers for a message."""
    _, sentence = message.get_dense_features(TEXT, [])
    assert sentence is not None, "SentenceFeatures comes before the ear in config.yml"
    row: Floats = sentence.features[0]
    return row
