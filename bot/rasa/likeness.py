"""Likeness: learns labels from examples by how much a new text is like some of them.

Kernel ridge regression over landmarks, examples drawn by lot to which every text is compared (the Nyström method:
Williams and Seeger, NIPS 2000). One matrix serves every label at once, and the score that an example would have got
from a model trained without it comes with it for nothing (Rifkin and Lippert, "Notes on Regularized Least Squares",
MIT 2007, section 3). Probabilities and thresholds are set on those scores, never on scores of examples that were
learned from. Trains on 19,000 examples in seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import scipy.sparse as sp
from scipy.linalg import cho_factor, cho_solve
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.rasa.tuned_labels import Floats

# Chosen on left-out scores of our own examples, in a coarse search: nothing sharper than a factor of two mattered.
PENALTY = 0.3
SHARPNESS = 0.3  # how fast likeness falls with distance
LANDMARKS = 2_000
JITTER = 1e-6  # keeps the factor of nearly equal landmarks positive
_WORD = r"(?u)\b\w+\b"  # of one letter too: people write "u" and "n"
OFFSET = 1.0  # lets every score have a constant part


@dataclass(frozen=True)
class Meaning:
    """The examples as points: the encoder's numbers, brought to one scale, and how to bring others to it."""

    mean: Floats
    scale: Floats

    @classmethod
    def of(cls, rows: Floats) -> Meaning:
        """Learn the scale from the examples' rows."""
        return cls(rows.mean(axis=0), 1 / ((rows.std(axis=0) + 1e-6) * np.sqrt(np.float32(rows.shape[1]))))

    def scaled(self, rows: Floats) -> Floats:
        """Rows on that scale; their squared length is about one."""
        result: Floats = ((rows - self.mean) * self.scale).astype(np.float32)
        return result


@dataclass
class Spelling:
    """Words and pieces of words, which know slang and misspellings that the encoder never met."""

    words: TfidfVectorizer = field(
        default_factory=lambda: TfidfVectorizer(
            ngram_range=(1, 2), token_pattern=_WORD, min_df=2, sublinear_tf=True, dtype=np.float32
        )
    )
    pieces: TfidfVectorizer = field(
        default_factory=lambda: TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 4), min_df=3, sublinear_tf=True, dtype=np.float32
        )
    )

    def learn(self, texts: Sequence[str]) -> sp.csr_matrix:
        """Learn which words and pieces there are; the texts' rows."""
        return self._joined(self.words.fit_transform(texts), self.pieces.fit_transform(texts))

    def rows(self, texts: Sequence[str]) -> sp.csr_matrix:
        """One row a text, of squared length one (less where nothing is known)."""
        return self._joined(self.words.transform(texts), self.pieces.transform(texts))

    @staticmethod
    def _joined(words: sp.csr_matrix, pieces: sp.csr_matrix) -> sp.csr_matrix:
        return sp.hstack([words, pieces], format="csr") * np.float32(0.5**0.5)


class Likeness:
    """A trained model: the landmarks, and for each label how much likeness to each of them says for or against it."""

    def __init__(self, texts: Sequence[str], rows: Floats, wanted: Floats) -> None:
        """Train on texts, their encoder rows [examples, numbers] and 0/1 labels [examples, labels].

        `left_out` then holds each example's scores from a model that never saw it; drop it before keeping the model.
        """
        self._meaning, self._spelling = Meaning.of(rows), Spelling()
        points, spelt = self._meaning.scaled(rows), self._spelling.learn(texts)
        marks = np.random.default_rng(0).permutation(len(texts))[:LANDMARKS]
        self._points = points[marks]
        self._spelt = spelt[marks].T.tocsr()  # turned once: turning it at every message takes twenty times the product
        self._lengths = _squared(points, spelt)[marks]
        alike = self._likeness(points, spelt).astype(np.float64)  # sums over all examples want the precision
        between = alike[marks]
        factor = cho_factor(alike.T @ alike + PENALTY * between + JITTER * np.eye(len(marks)))
        targets = (2 * wanted - 1).astype(np.float32)
        self._weights: Floats = cho_solve(factor, alike.T @ targets).astype(np.float32)
        pull = np.einsum("ij,ji->i", alike, cho_solve(factor, alike.T))  # of each example on its own score
        left = (targets - alike @ self._weights) / (1 - np.minimum(pull, 1 - JITTER))[:, None]
        self.left_out: Floats | None = (targets - left).astype(np.float32)

    def scores(self, texts: Sequence[str], rows: Floats) -> Floats:
        """How much speaks for each label, float32 [texts, labels]; about -1 to 1."""
        points, spelt = self._meaning.scaled(rows), self._spelling.rows(texts)
        scores: Floats = self._likeness(points, spelt) @ self._weights
        return scores

    def _likeness(self, points: Floats, spelt: sp.csr_matrix) -> Floats:
        """Between texts and the landmarks: one more where they are the same, near one where they are nothing alike."""
        inner = points @ self._points.T + (spelt @ self._spelt).toarray()
        distance = _squared(points, spelt)[:, None] + self._lengths[None, :] - 2 * inner
        likeness: Floats = np.exp(-SHARPNESS * distance, dtype=np.float32) + np.float32(OFFSET)
        return likeness


def _squared(points: Floats, spelt: sp.csr_matrix) -> Floats:
    spelling = np.asarray(spelt.multiply(spelt).sum(axis=1)).ravel()
    result: Floats = (np.einsum("ij,ij->i", points, points) + spelling).astype(np.float32)
    return result
