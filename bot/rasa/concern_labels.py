"""What likeness to our examples says of a message: its intent, matters and natures, risk and harm.

It is learned anew at every training, so an example that is added counts at once; what the tuned encoder says beside it
changes only with a new tuning (hearing.py has how the two are heard together).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.rasa.certainty import Ranking, Sigmoids
from bot.rasa.likeness import Likeness
from bot.rasa.tuned_labels import Floats

DANGERS = ("risk", "harm")


@dataclass(frozen=True)
class Told:
    """What one training example says, as its author labelled it."""

    intent: str
    matter: tuple[str, ...] = ()
    nature: tuple[str, ...] = ()
    risk: str | None = None
    harm: bool = False

    @classmethod
    def of(cls, intent: str, metadata: Mapping[str, Any]) -> Told:
        """From an example's metadata, where one name may stand for a list of one."""
        return cls(
            intent,
            _listed(metadata.get("matter")),
            _listed(metadata.get("nature")),
            metadata.get("risk"),
            bool(metadata.get("harm")),
        )


@dataclass(frozen=True)
class Likely:
    """How likely each label is, by name."""

    intent: dict[str, float]
    matter: dict[str, float]
    nature: dict[str, float]
    risk: float
    harm: float


@dataclass(frozen=True)
class ConcernLabels:
    """The trained whole: one likeness for everything, and how its scores are read."""

    likeness: Likeness
    matters: tuple[str, ...]
    natures: tuple[str, ...]
    intents: Ranking
    labels: Sigmoids  # over matters, natures and DANGERS, in this order

    @classmethod
    def learn(cls, texts: Sequence[str], rows: Floats, told: Sequence[Told]) -> ConcernLabels:
        """Train on texts, their encoder's vectors [texts, numbers] and labels. Takes seconds."""
        intents = sorted({one.intent for one in told})
        matters = tuple(sorted({name for one in told for name in one.matter}))
        natures = tuple(sorted({name for one in told for name in one.nature}))
        named = np.array([[one.intent == name for name in intents] for one in told], dtype=np.float32)
        wanted = np.array([_wanted(one, matters, natures) for one in told], dtype=np.float32)
        likeness = Likeness(texts, rows, np.hstack([named, wanted]))
        left_out, likeness.left_out = likeness.left_out, None
        assert left_out is not None
        ranking = Ranking.learn(left_out[:, : len(intents)], [one.intent for one in told])
        return cls(likeness, matters, natures, ranking, Sigmoids.learn(left_out[:, len(intents) :], wanted))

    def likely(self, text: str, row: Floats) -> Likely:
        """How likely each label of a text is; `row` is the encoder's vector, [numbers]."""
        scores = self.likeness.scores([text], row.reshape(1, -1))
        named = len(self.intents.names)
        intents = self.intents.probabilities(scores[:, :named])[0]
        likely = [float(one) for one in self.labels.probabilities(scores[:, named:])[0]]
        natures = len(self.matters) + len(self.natures)
        return Likely(
            {name: float(sure) for name, sure in zip(self.intents.names, intents, strict=True)},
            dict(zip(self.matters, likely, strict=False)),
            dict(zip(self.natures, likely[len(self.matters) :], strict=False)),
            *likely[natures:],
        )


def _wanted(told: Told, matters: Sequence[str], natures: Sequence[str]) -> list[bool]:
    dangers = [told.risk is not None, told.harm]
    return [*(name in told.matter for name in matters), *(name in told.nature for name in natures), *dangers]


def _listed(given: Any) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given or ())
