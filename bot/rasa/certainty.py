"""Certainty: from scores to honest probabilities, and where a line is drawn between yes and no."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.rasa.tuned_labels import Floats

STEEPNESS = 4.0  # scores lie within about -1 and 1; the regressions below want numbers of a few units


@dataclass(frozen=True)
class Ranking:
    """Exactly one of several names is right: how likely each is."""

    names: tuple[str, ...]
    weights: Floats  # [scores, names]
    offset: Floats

    @classmethod
    def learn(cls, scores: Floats, right: Sequence[str]) -> Ranking:
        """From left-out scores and the right names. Rare names count for more, by the root of their rarity."""
        counted = Counter(right)
        weight = {name: (len(right) / len(counted) / count) ** 0.5 for name, count in counted.items()}
        learned = LogisticRegression(C=0.3, max_iter=1000, tol=1e-3, class_weight=weight, multi_class="multinomial")
        learned.fit(scores * STEEPNESS, np.array(right))
        return cls(tuple(learned.classes_), learned.coef_.T.astype(np.float32), learned.intercept_.astype(np.float32))

    def probabilities(self, scores: Floats) -> Floats:
        """How likely each name is, float32 [texts, names]; each row adds up to one."""
        powers = scores * STEEPNESS @ self.weights + self.offset
        grown = np.exp(powers - powers.max(axis=1, keepdims=True))
        result: Floats = grown / grown.sum(axis=1, keepdims=True)
        return result


@dataclass(frozen=True)
class Sigmoids:
    """Any number of labels may be right: how likely each is, by Platt's sigmoid of its own score."""

    slope: Floats
    offset: Floats

    @classmethod
    def learn(cls, scores: Floats, wanted: Floats) -> Sigmoids:
        """From left-out scores and 0/1 labels, both [examples, labels]."""
        pairs = [_platt(scores[:, label], wanted[:, label]) for label in range(wanted.shape[1])]
        return cls(*np.array(pairs, dtype=np.float32).reshape(-1, 2).T)

    def probabilities(self, scores: Floats) -> Floats:
        """How likely each label is, float32 [texts, labels]."""
        result: Floats = 1 / (1 + np.exp(-(scores * self.slope + self.offset)))
        return result


def _platt(scores: Floats, wanted: Floats) -> tuple[float, float]:
    """One label's sigmoid; a label that every or no example has gets a plain one."""
    if len(np.unique(wanted)) < 2:
        return STEEPNESS, 0.0
    learned = LogisticRegression(C=100.0).fit(scores.reshape(-1, 1), wanted)
    return float(learned.coef_[0, 0]), float(learned.intercept_[0])
