"""Likeness: learns labels from examples by how much a new text is like each of them.

Kernel ridge regression: one matrix of likenesses between all examples serves every label at once, and the score that
an example would have got from a model trained without it comes with it for nothing (Rifkin and Lippert, "Notes on
Regularized Least Squares", MIT 2007, section 3). Probabilities and thresholds are set on those scores, never on
scores of examples that were learned from. Trains on 4,500 examples in seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from scipy.linalg import lapack
from sklearn.feature_extraction.text import TfidfVectorizer

Floats = npt.NDArray[np.float32]

# Chosen on left-out scores of our own examples, in a coarse search: nothing sharper than a factor of two mattered.
PENALTY = 0.3
SHARPNESS = 0.3  # how fast likeness falls with distance
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
            ngram_range=(1, 2), token_pattern=_WORD, sublinear_tf=True, dtype=np.float32
        )
    )
    pieces: TfidfVectorizer = field(
        default_factory=lambda: TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True, dtype=np.float32
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
    """A trained model: the examples, and for each label how much each of them says for or against it."""

    def __init__(self, texts: Sequence[str], rows: Floats, wanted: Floats) -> None:
        """Train on texts, their encoder rows [examples, numbers] and 0/1 labels [examples, labels].

        `left_out` then holds each example's scores from a model that never saw it; drop it before keeping the model.
        """
        self._meaning, self._spelling = Meaning.of(rows), Spelling()
        self._points, spelt = self._meaning.scaled(rows), self._spelling.learn(texts)
        self._spelt = spelt.T.tocsr()  # turned once: turning it at every message takes twenty times the product
        self._lengths = _squared(self._points, spelt)
        inverse = _inverse(self._likeness(self._points, spelt))
        targets = (2 * wanted - 1).astype(np.float32)
        self._weights: Floats = inverse @ targets
        self.left_out: Floats | None = targets - self._weights / np.diag(inverse)[:, None]

    def scores(self, texts: Sequence[str], rows: Floats) -> Floats:
        """How much speaks for each label, float32 [texts, labels]; about -1 to 1."""
        points, spelt = self._meaning.scaled(rows), self._spelling.rows(texts)
        scores: Floats = self._likeness(points, spelt) @ self._weights
        return scores

    def _likeness(self, points: Floats, spelt: sp.csr_matrix) -> Floats:
        """Between new points and the examples: one where they are the same, near zero where they are nothing alike."""
        inner = points @ self._points.T + (spelt @ self._spelt).toarray()
        distance = _squared(points, spelt)[:, None] + self._lengths[None, :] - 2 * inner
        likeness: Floats = np.exp(-SHARPNESS * distance, dtype=np.float32) + np.float32(OFFSET)
        return likeness


def _squared(points: Floats, spelt: sp.csr_matrix) -> Floats:
    spelling = np.asarray(spelt.multiply(spelt).sum(axis=1)).ravel()
    result: Floats = (np.einsum("ij,ij->i", points, points) + spelling).astype(np.float32)
    return result


def _inverse(likeness: Floats) -> Floats:
    """The inverse of the penalised matrix, by Cholesky in single precision: half the time and memory."""
    likeness[np.diag_indices_from(likeness)] += PENALTY
    factor, failed = lapack.spotrf(likeness, lower=1, overwrite_a=1)
    lower, failed_too = lapack.spotri(factor, lower=1, overwrite_c=1)
    assert not failed and not failed_too, "likenesses plus a penalty can always be inverted"
    result: Floats = np.tril(lower) + np.tril(lower, -1).T
    return result
