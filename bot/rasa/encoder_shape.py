"""The shape of the encoder, which the tuning of it and the writing of it as ONNX have in common."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

LAYERS, HEADS, WIDTH, INNER = 6, 12, 768, 3072
HEAD_WIDTH = WIDTH // HEADS
EPSILON = 1e-5
FAR_BELOW = -10_000.0  # added to the score of padding, which softmax then takes for nothing
FIRST_PLACE = 2  # the row of the first word in the published table of positions
MOST_PIECES = 192  # of a longer text, parts of this length are read one by one
_NEAR, _FAR, _WAYS = 8, 128, 16  # distances told apart one by one, up to here by logarithm, in so many steps each way

Arrays = dict[str, npt.NDArray[np.float32]]
Weights = Mapping[str, npt.NDArray[np.float32]]


def buckets(pieces: int) -> npt.NDArray[np.int64]:
    """Which learned leaning each word has towards each other one, by their distance, [pieces, pieces].

    T5's relative positions (Raffel and others, JMLR 21, 2020), as MPNet was published with them.
    """
    ahead = np.arange(pieces)[None, :] - np.arange(pieces)[:, None]
    distance = np.abs(ahead)
    steps = np.log(np.maximum(distance, 1) / _NEAR) / np.log(_FAR / _NEAR) * (_WAYS - _NEAR)
    grown = np.minimum(_NEAR + steps.astype(np.int64), _WAYS - 1)
    found: npt.NDArray[np.int64] = np.where(ahead > 0, _WAYS, 0) + np.where(distance < _NEAR, distance, grown)
    return found
