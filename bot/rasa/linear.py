"""Several yes-or-no labels at once, by ridge regression on vectors and word pieces, with honest probabilities.

Solved in its dual form (one matrix of examples by examples), because then the score that each example would get from
a model trained without it comes for free. Thresholds and probabilities are set on those scores, never on scores of
examples that were learned from. Rifkin and Lippert, "Notes on Regularized Least Squares", MIT 2007, section 3.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from scipy.linalg import cho_factor, cho_solve
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import LogisticRegression

Floats = npt.NDArray[np.float32]

DIMENSIONS = 2**17
PIECES_WEIGHT = 0.6  # of word pieces beside the encoder's vector; chosen by the scores described above
_WORDS = HashingVectorizer(ngram_range=(1, 2), token_pattern=r"(?u)\b\w+\b", n_features=DIMENSIONS, norm="l2")
_PIECES = HashingVectorizer(analyzer="char_wb", ngram_range=(2, 5), n_features=DIMENSIONS, norm="l2")


def features(texts: list[str], vectors: Floats) -> sp.csr_matrix:
    """One sparse row a text: its word and character pieces, hashed, and its vector of length one."""
    words, pieces = _WORDS.transform(texts), _PIECES.transform(texts)
    return sp.hstack([sp.csr_matrix(vectors), words * PIECES_WEIGHT, pieces * PIECES_WEIGHT], format="csr")


@dataclass(frozen=True)
class Linear:
    """A trained model: weights [features, labels], and how scores become probabilities."""

    labels: tuple[str, ...]
    weights: Floats
    offset: Floats
    slope: Floats  # probability = sigmoid(slope * score + intercept), a pair a label
    intercept: Floats

    def probabilities(self, rows: sp.csr_matrix) -> Floats:
        """How likely each label is, float32 [texts, labels]."""
        scores = rows @ self.weights + self.offset
        return self.as_probabilities(scores)

    def as_probabilities(self, scores: Floats) -> Floats:
        """Scores to probabilities."""
        result: Floats = 1 / (1 + np.exp(-(self.slope * scores + self.intercept)))
        return result


def fit(rows: sp.csr_matrix, wanted: Floats, labels: tuple[str, ...], penalty: float) -> tuple[Linear, Floats]:
    """Train on rows [examples, features] and 0/1 labels [examples, labels].

    Returns the model and the left-out scores, float32 [examples, labels], as probabilities.
    """
    targets = 2 * wanted - 1
    mean = targets.mean(axis=0)
    gram = np.asarray((rows @ rows.T).todense(), dtype=np.float64)
    gram[np.diag_indices_from(gram)] += penalty
    factor = cho_factor(gram)
    inverse_diagonal = np.diag(cho_solve(factor, np.eye(len(gram))))
    dual = cho_solve(factor, targets - mean)
    left_out = (targets - dual / inverse_diagonal[:, None]).astype(np.float32)
    slope, intercept = np.array([_platt(left_out[:, i], wanted[:, i]) for i in range(len(labels))], np.float32).T
    weights = np.asarray(rows.T @ dual, dtype=np.float32)
    model = Linear(labels, weights, mean.astype(np.float32), slope, intercept)
    return model, model.as_probabilities(left_out)


def _platt(scores: Floats, wanted: Floats) -> tuple[float, float]:
    """Platt's sigmoid for one label; a label that never or always occurs keeps a plain one."""
    if len(np.unique(wanted)) < 2:
        return 4.0, 0.0
    learned = LogisticRegression(C=100.0).fit(scores.reshape(-1, 1), wanted)
    return float(learned.coef_[0, 0]), float(learned.intercept_[0])
