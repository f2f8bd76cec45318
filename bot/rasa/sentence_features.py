"""Sentence features: what the tuned encoder makes of a message, as one row of numbers for the ear."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.rasa.encoder import FOLDER, shared, version
from bot.rasa.kept_rows import rows_of
from bot.rasa.tuned_labels import Floats


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceFeatures(DenseFeaturizer, GraphComponent):
    """One dense row a message, its vector and then its scores; no features of words, which nothing here asks for."""

    @classmethod
    def required_components(cls) -> list[type]:
        """A tokenizer, as for every featurizer."""
        return [Tokenizer]

    @staticmethod
    def required_packages() -> list[str]:
        """What runs the encoder."""
        return ["onnxruntime", "tokenizers"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`encoder` names the tuning, so that Rasa trains again after another one."""
        return {**DenseFeaturizer.get_default_config(), "encoder": version()}

    def __init__(self, config: dict[str, Any], name: str) -> None:
        super().__init__(name, config)
        self._encoder = shared()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceFeatures:
        """Made by Rasa from config.yml; nothing is kept in the model."""
        return cls(config, execution_context.node_name)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing that could be wrong."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the row of features to every message."""
        self._add(messages, self._encoder.rows(_texts(messages)))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the row of features to every example that has a text."""
        examples = [example for example in training_data.training_examples if example.get(TEXT)]
        self._add(examples, rows_of(_texts(examples), FOLDER / f"rows-{version()}.npz", self._encoder.rows))
        return training_data

    def _add(self, messages: list[Message], rows: Floats) -> None:
        for message, row in zip(messages, rows, strict=True):
            features = row.reshape(1, -1)
            message.add_features(Features(features, FEATURE_TYPE_SENTENCE, TEXT, self._config[FEATURIZER_CLASS_ALIAS]))


def _texts(messages: list[Message]) -> list[str]:
    return [message.get(TEXT) or "" for message in messages]
