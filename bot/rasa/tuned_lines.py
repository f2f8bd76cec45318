"""From the tuned network's scores to probabilities, and where the lines for danger and harm lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

KINDS = ("intent", "matter", "nature", "risk", "harm")
FALSE_ALARMS = 0.05  # of held-out messages written to look like danger; the phrases add theirs
HARM_FOUND = 0.9
TEMPERATURES = np.geomspace(0.3, 3.0, 40)


def parts(labels: Mapping[str, Sequence[str]]) -> dict[str, slice]:
    """Which of the network's outputs are of which kind of label."""
    places, start = {}, 0
    for kind in KINDS:
        places[kind] = slice(start, start + len(labels[kind]))
        start += len(labels[kind])
    return places


def softened(scores: Floats, temperature: float) -> Floats:
    """Scores of labels of which one is right, [..., labels], to probabilities."""
    grown = np.exp((scores - scores.max(axis=-1, keepdims=True)) / temperature)
    result: Floats = (grown / grown.sum(axis=-1, keepdims=True)).astype(np.float32)
    return result


def sigmoid(scores: Floats) -> Floats:
    """Scores of labels that may or may not be right to probabilities."""
    result: Floats = (1 / (1 + np.exp(-scores))).astype(np.float32)
    return result


def choose(scores: Floats, told: Sequence[Any], labels: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """Temperatures and lines, on scores of held-out examples.

    The alarm's line is where FALSE_ALARMS of the near misses are above it.
    """
    places = parts(labels)
    danger = 1 - softened(scores[:, places["risk"]], 1.0)[:, 0]
    harm = sigmoid(scores[:, places["harm"]])[:, 0]
    near = np.array([one.file.startswith("risk_near_miss") and one.risk == "none" for one in told])
    harmed = np.array([one.harm for one in told])
    risky = np.array([one.risk != "none" for one in told])
    alarm = float(np.quantile(danger[near], 1 - FALSE_ALARMS))
    temperatures = {
        kind: temperature(scores[:, places[kind]], [_index(getattr(one, kind), labels[kind]) for one in told])
        for kind in ("intent", "matter", "nature")
    }
    return {
        "temperatures": temperatures,
        "alarm": round(alarm, 4),
        "harm": round(float(np.quantile(harm[harmed], 1 - HARM_FOUND)), 4),
        "recall_on_held_out": round(float((danger[risky] >= alarm).mean()), 4),
        "false_alarms_on_held_out": round(float((danger[~risky] >= alarm).mean()), 4),
    }


def temperature(scores: Floats, right: Sequence[int]) -> float:
    """The temperature at which the right labels are likeliest; examples without one (-1) are left out."""
    known = [place for place, label in enumerate(right) if label >= 0]
    rows, labels = scores[known], np.array([right[place] for place in known])
    if not known:
        return 1.0

    def doubt(tried: float) -> float:
        return float(-np.log(softened(rows, tried)[np.arange(len(rows)), labels] + 1e-9).mean())

    return round(float(min(TEMPERATURES, key=doubt)), 3)


def _index(given: Any, names: Sequence[str]) -> int:
    """The place of the right label, or of the first and weightiest; -1 where there is none."""
    if not given:
        return -1
    return list(names).index(given if isinstance(given, str) else max(given, key=given.get))
