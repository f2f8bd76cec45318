"""Sentence features: the encoder's vector of a message, for Rasa's intent classifier."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
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

from bot.rasa.encoder import Vectors, pooled, shared
from bot.rasa.encoder_build import FOLDER, VERSION

WINDOWS = "sentence_windows"  # on a message that is being understood: its windows' vectors, for the components after


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceFeatures(DenseFeaturizer, GraphComponent):
    """One dense vector of 384 numbers a message; no features of single words, which nothing here asks for."""

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
        """`encoder` names the encoder's version, so that Rasa trains again when that changes.

        `scale` multiplies the vectors: the larger, the less the classifier holds back from trusting them.
        """
        return {**DenseFeaturizer.get_default_config(), "folder": str(FOLDER), "encoder": VERSION, "scale": 1.0}

    def __init__(self, config: dict[str, Any], name: str) -> None:
        super().__init__(name, config)
        self._encoder = shared(Path(config["folder"]))
        self._scale = float(config["scale"])

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
        """Add the vector, and leave the windows' vectors on the message so that they are worked out once."""
        for message, windows in zip(messages, self._windows(messages), strict=True):
            message.set(WINDOWS, windows)
            self._add(message, windows)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the vectors to every example that has a text; the windows are not left there, as Rasa hashes them."""
        examples = [example for example in training_data.training_examples if example.get(TEXT)]
        for example, windows in zip(examples, self._windows(examples), strict=True):
            self._add(example, windows)
        return training_data

    def _windows(self, messages: Sequence[Message]) -> list[Vectors]:
        return self._encoder.windows([message.get(TEXT) or "" for message in messages])

    def _add(self, message: Message, windows: Vectors) -> None:
        vector = pooled(windows).reshape(1, -1) * self._scale
        message.add_features(Features(vector, FEATURE_TYPE_SENTENCE, TEXT, self._config[FEATURIZER_CLASS_ALIAS]))
