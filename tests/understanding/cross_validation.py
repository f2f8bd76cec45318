"""Cross-validation on the training data: each example heard by a likeness that learned from the other folds alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.rasa.encoder import shared
from bot.rasa.encoder_shape import WIDTH
from bot.rasa.likeness import Likeness
from bot.rasa.tuned_labels import Floats
from tests.understanding.examples import Example
from tests.understanding.figures import OFFERED, Figure

FOLDS = 5
RINGING = 0.05  # of the examples without risk: where an alarm's line is drawn
KINDS = {"intent": 1, "matter": OFFERED, "nature": OFFERED}  # in how many of the best the right one must be
DANGER = "danger"

Found = dict[str, list[Figure]]  # kind of label -> a figure a label


@dataclass(frozen=True)
class CrossValidated:
    """What was heard by spelling alone, and with the encoder's vectors too."""

    folds: int
    examples: int
    by_spelling: Found
    with_encoder: Found


def cross_validate(examples: Sequence[Example], folds: int = FOLDS) -> CrossValidated:
    """Draw the folds by lot, always the same. Takes minutes, most of them for the encoder's vectors."""
    texts = [one.text for one in examples]
    spelling = np.zeros((len(texts), 1), dtype=np.float32)
    found = [_found(examples, rows, folds) for rows in (spelling, shared().rows(texts)[:, :WIDTH])]
    return CrossValidated(folds, len(examples), *found)


def _found(examples: Sequence[Example], rows: Floats, folds: int) -> Found:
    texts = [one.text for one in examples]
    told = {kind: [_labels(one, kind) for one in examples] for kind in KINDS}
    names = {kind: sorted({label for labels in told[kind] for label in labels}) for kind in KINDS}
    risks = [str(one.told.get("risk", "none")) for one in examples]
    wanted = [
        [name in labels[place] for kind, labels in told.items() for name in names[kind]] for place in range(len(texts))
    ]
    danger = np.array([[risk != "none"] for risk in risks], dtype=np.float32)
    scores = _left_out(texts, rows, np.hstack([np.array(wanted, dtype=np.float32), danger]), folds)
    found, start = {}, 0
    for kind, most in KINDS.items():
        part = scores[:, start : start + len(names[kind])]
        start += len(names[kind])
        best = [{names[kind][at] for at in row} for row in np.argsort(-part, axis=1)[:, :most]]
        found[kind] = _figures(
            [(labels[0], labels[0] in top) for labels, top in zip(told[kind], best, strict=True) if labels]
        )
    return {**found, DANGER: _alarms(scores[:, -1], risks)}


def _left_out(texts: Sequence[str], rows: Floats, wanted: Floats, folds: int) -> Floats:
    """Each example's scores [examples, labels] from what learned without its fold."""
    fold = np.random.default_rng(0).permutation(len(texts)) % folds
    scores = np.zeros_like(wanted)
    for held in range(folds):
        others, here = np.flatnonzero(fold != held), np.flatnonzero(fold == held)
        likeness = Likeness([texts[at] for at in others], rows[others], wanted[others])
        scores[here] = likeness.scores([texts[at] for at in here], rows[here])
    return scores


def _alarms(scores: npt.NDArray[np.float32], risks: Sequence[str]) -> list[Figure]:
    line = np.quantile(scores[np.array(risks) == "none"], 1 - RINGING)
    return _figures([(risk, bool(score > line)) for risk, score in zip(risks, scores, strict=True)])


def _figures(heard: Sequence[tuple[str, bool]]) -> list[Figure]:
    """A figure for each label, the worst first, and one for all."""
    of, right = Counter(label for label, _ in heard), Counter(label for label, is_right in heard if is_right)
    single = [Figure(label, right[label], of[label], 0.0) for label in of]
    return [Figure("all", right.total(), of.total(), 0.0), *sorted(single, key=lambda one: one.share)]


def _labels(one: Example, kind: str) -> tuple[str, ...]:
    given: Mapping[str, object] = {**one.told, "intent": one.intent}
    label = given.get(kind) or ()
    return (label,) if isinstance(label, str) else tuple(label)  # type: ignore[arg-type]
