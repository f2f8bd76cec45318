"""The tuned ear: the ear, with what the tuned network says beside what likeness says.

The two are wrong about different messages: the network knows meaning, likeness knows spelling and every single
example, new ones too. So the geometric mean of their probabilities counts, which
needs both to be likely. Danger is raised by sure phrases, by that mean, or by
doubtful phrases and a lower mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.complaints.danger_signs import harm_told, look
from bot.rasa.concern_labels import DOUBTFUL_ALARM, ConcernLabels, Understood, describes
from bot.rasa.ear import RANKED, Ear, _row, entities
from bot.rasa.likeness import Floats
from bot.rasa.tuned import KEPT, Tuned, version
from bot.rasa.tuned_lines import sigmoid, softened

MOST_LABELS, LEAST_SURE = 4, 0.03  # how many matters (or natures) are offered, and how unsure the last may be
# From this mean probability of danger on an alarm is raised, besides the phrases; from the lower one where danger now
# is the likelier kind, for an emergency missed costs more. docs/understanding.md has what other lines gave.
ALARM, EMERGENCY_ALARM, HARM = 0.5, 0.3, 0.5


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=True,
)
class TunedEar(Ear):
    """Stands in config.yml where the ear stood; learns what it learns, and asks the tuned network too."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`tuned` names the tuning, so that Rasa takes up another one."""
        return {**Ear.get_default_config(), "tuned": version()}

    def __init__(self, storage: ModelStorage, resource: Resource, labels: ConcernLabels | None = None) -> None:
        super().__init__(storage, resource, labels)
        self._tuned = Tuned(KEPT)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TunedEar:
        """An ear that has learned nothing yet."""
        return cls(model_storage, resource)

    def process(self, messages: list[Message]) -> list[Message]:
        """Give each message its intent, the likeliest others, and what it tells."""
        assert self._labels is not None, "an ear hears only after training"
        hearing = Hearing(self._tuned, self._labels)
        for message in messages:
            text = message.get(TEXT) or ""
            understood = hearing.understand(text, _row(message))
            ranking = [{"name": name, "confidence": sure} for name, sure in understood.intents[:RANKED]]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
            heard = self.add_extractor_name(entities(understood, len(text)))
            message.set(ENTITIES, message.get(ENTITIES, []) + heard, add_to_output=True)
        return messages


@dataclass(frozen=True)
class Hearing:
    """The network and likeness together."""

    tuned: Tuned
    labels: ConcernLabels

    def understand(self, text: str, row: Floats) -> Understood:
        """What a message is and tells; `row` is the frozen encoder's, [numbers]."""
        scores = self.tuned.scores([text])[0]
        alike = self.labels.likeness.scores([text], row.reshape(1, -1))
        named = len(self.labels.intents.names)
        likely = self.labels.labels.probabilities(alike[:, named:])[0]
        matters, natures = len(self.labels.matters), len(self.labels.natures)
        intents = self._together(
            "intent", scores, self.labels.intents.names, self.labels.intents.probabilities(alike[:, :named])[0]
        )
        risk, harm = self._danger(text, scores, likely[matters + natures :])
        if not describes(text, intents):
            return Understood(intents, risk=risk, harm=harm)
        matter = self._together("matter", scores, self.labels.matters, likely[:matters])
        nature = self._together("nature", scores, self.labels.natures, likely[matters : matters + natures])
        return Understood(intents, _offered(matter), _offered(nature), risk, harm)

    def _together(
        self, kind: str, scores: Floats, names: Sequence[str], alike: Floats
    ) -> tuple[tuple[str, float], ...]:
        """The average of both, best first. A label that tuning did not know is likeness's alone."""
        warmth = self.tuned.told["lines"]["temperatures"][kind]
        network = dict(
            zip(self.tuned.told["labels"][kind], softened(scores[self.tuned.places[kind]], warmth), strict=True)
        )
        means = {name: mean(network.get(name, one), one) for name, one in zip(names, alike, strict=True)}
        whole = sum(means.values()) if kind == "intent" else 1.0  # exactly one intent is right
        return tuple(sorted(((name, sure / whole) for name, sure in means.items()), key=lambda one: -one[1]))

    def _danger(self, text: str, scores: Floats, alike: Floats) -> tuple[tuple[str, float] | None, float | None]:
        """Risk and harm: by a sure phrase, as both say together, or by a doubtful phrase with a little of both."""
        places = self.tuned.places
        risk = softened(scores[places["risk"]], 1.0)
        danger = mean(1 - risk[0], alike[0])
        harm = mean(sigmoid(scores[places["harm"]])[0], alike[2])
        seen, now = look(text), float(risk[2]) > float(risk[1])
        sure = seen is not None and seen.sure
        line = EMERGENCY_ALARM if now else ALARM
        raised = sure or danger >= (min(line, DOUBTFUL_ALARM) if seen else line)
        told = harm_told(text) or (raised and seen is not None and seen.harm)
        harmed = 1.0 if told else (harm if harm >= HARM else None)
        if not raised:
            return None, harmed
        urgent = (seen and seen.risk == "emergency") or now
        return ("emergency" if urgent else "at_risk", 1.0 if sure else danger), harmed


def mean(first: float, second: float) -> float:
    """The geometric mean of two probabilities."""
    return float(max(float(first) * float(second), 1e-12) ** 0.5)


def _offered(ranked: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    """The first three, however unsure, and after them what is likely enough to be offered."""
    return ranked[:3] + tuple(label for label in ranked[3:MOST_LABELS] if label[1] >= LEAST_SURE)
