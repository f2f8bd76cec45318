"""The scores that examples are left out of are really those of a model trained without them."""

from __future__ import annotations

import numpy as np
import pytest

from bot.rasa.likeness import Likeness, Meaning, Spelling
from bot.rasa.tuned_labels import Floats

TEXTS = [
    f"{verb} {noun}" for verb in ("lost", "found", "kept", "broke", "moved") for noun in ("key", "bag", "cat", "van")
]


@pytest.fixture
def rows() -> Floats:
    return np.random.default_rng(7).normal(size=(len(TEXTS), 12)).astype(np.float32)


def test_a_left_out_score_is_that_of_a_model_that_never_saw_the_example(
    rows: Floats, monkeypatch: pytest.MonkeyPatch
) -> None:
    scale, spelling = Meaning.of(rows), Spelling()
    spelling.learn(TEXTS)
    monkeypatch.setattr(Meaning, "of", lambda _: scale)  # the same points in both models
    monkeypatch.setattr(Spelling, "learn", lambda _, texts: spelling.rows(texts))
    monkeypatch.setattr(Spelling, "rows", lambda _, texts, known=spelling.rows: known(texts))
    wanted = np.array([["key" in text, "lost" in text] for text in TEXTS], dtype=np.float32)
    whole = Likeness(TEXTS, rows, wanted)
    without = Likeness(TEXTS[1:], rows[1:], wanted[1:])

    assert whole.left_out is not None
    assert without.scores(TEXTS[:1], rows[:1])[0] == pytest.approx(whole.left_out[0], abs=1e-3)


def test_an_example_is_most_like_itself(rows: Floats) -> None:
    labels = np.eye(len(TEXTS), dtype=np.float32)

    assert list(range(len(TEXTS))) == Likeness(TEXTS, rows, labels).scores(TEXTS, rows).argmax(axis=1).tolist()
