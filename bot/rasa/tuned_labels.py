"""The labels that the tuned network knows, and its scores of them as probabilities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

KINDS = ("intent", "matter", "nature", "risk", "harm")


def parts(labels: Mapping[str, Sequence[str]]) -> dict[str, slice]:
    """Which of the network's outputs are of which kind of label."""
    places, start = {}, 0
    for kind in KINDS:
        places[kind] = slice(start, start + len(labels[kind]))
        start += len(labels[kind])
    return places


def shares(scores: Floats) -> Floats:
    """Scores of labels of which one is right, [..., labels], to probabilities."""
    grown = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Floats = (grown / grown.sum(axis=-1, keepdims=True)).astype(np.float32)
    return result


def sigmoid(scores: Floats) -> Floats:
    """Scores of labels that may or may not be right to probabilities."""
    result: Floats = (1 / (1 + np.exp(-scores))).astype(np.float32)
    return result
