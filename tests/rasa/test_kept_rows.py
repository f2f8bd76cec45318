"""A text is read once, however often there is training, and an old tuning's rows are never taken for a new one's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.rasa.kept_rows import rows_of
from bot.rasa.tuned_labels import Floats


class Reader:
    """Reads a text as its length, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> Floats:
        self.asked += texts
        return np.array([[len(text)] for text in texts], dtype=np.float32).reshape(len(texts), 1)


@pytest.fixture
def read() -> Reader:
    return Reader()


def test_only_new_texts_are_read_again(tmp_path: Path, read: Reader) -> None:
    rows_of(["a", "bb"], tmp_path / "rows-1.npz", read)
    found = rows_of(["bb", "ccc", "a", "bb"], tmp_path / "rows-1.npz", read)

    assert ["a", "bb", "ccc"] == read.asked
    assert [2, 3, 1, 2] == found[:, 0].tolist()


def test_another_tuning_reads_everything_and_takes_the_old_rows_away(tmp_path: Path, read: Reader) -> None:
    rows_of(["a"], tmp_path / "rows-1.npz", read)
    rows_of(["a"], tmp_path / "rows-2.npz", read)

    assert ["a", "a"] == read.asked
    assert ["rows-2.npz"] == [path.name for path in tmp_path.iterdir()]


def test_no_text_has_no_row(tmp_path: Path, read: Reader) -> None:
    assert (0, 1) == rows_of([], tmp_path / "rows-1.npz", read).shape
