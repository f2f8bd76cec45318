"""The sentence encoder: texts in, one vector of length one for each out.

A long account is read in windows of a few sentences, so that its last line counts as much as its first; the windows'
vectors are pooled, or given apart to whoever looks for several matters in one text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, cached_property, partial
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from bot.rasa.encoder_build import DEPTHS, FOLDER, WIDTH

Vectors = npt.NDArray[np.float32]

WINDOW_WORDS = 40
MOST_WINDOWS = 48  # about 1,900 words; of a longer text the beginning and the end are read
MOST_PIECES = 128
BULK = 64  # texts from which on (training) both processors are used

_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")


class SentenceEncoder:
    """all-MiniLM-L6-v2 on one thread. The model is read from the folder at the first sentence, not before."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder

    def encode(self, texts: Sequence[str], pool: str = "mean") -> Vectors:
        """One vector a text, float32 [texts, 384], of length one (an empty text: zeros).

        `pool` says how the windows of a long text come together: "mean", or "max" for the strongest of each number.
        Raises FileNotFoundError with the command to run when the encoder has not been made.
        """
        vectors = [pooled(windows, pool) for windows in self.windows(texts)]
        return np.array(vectors, dtype=np.float32).reshape(len(texts), WIDTH)

    def windows(self, texts: Sequence[str]) -> list[Vectors]:
        """For each text the vectors of its windows in order, float32 [windows, 384]; none for an empty text."""
        return self._read(texts, "vectors", WIDTH)

    def depths(self, texts: Sequence[str]) -> Vectors:
        """One row a text, float32 [texts, 1152]: its mean words after three of the layers, for learning labels from."""
        width = WIDTH * len(DEPTHS)
        rows = [
            windows.mean(axis=0) if len(windows) else np.zeros(width) for windows in self._read(texts, "depths", width)
        ]
        return np.array(rows, dtype=np.float32).reshape(len(texts), width)

    def _read(self, texts: Sequence[str], output: str, width: int) -> list[Vectors]:
        split = [windows_of(text) for text in texts]
        flat = list(chain.from_iterable(split))
        run = partial(self._run, output)
        if len(flat) < BULK:
            found = [run(window) for window in flat]
        else:
            with ThreadPoolExecutor(2) as pool:
                found = list(pool.map(run, flat))
        ends = np.cumsum([len(windows) for windows in split])
        rows = np.array(found, dtype=np.float32).reshape(len(flat), width)
        return [rows[end - len(windows) : end] for windows, end in zip(split, ends, strict=True)]

    def _run(self, output: str, window: str) -> Vectors:
        """One window at a time: in a batch its eight-bit rounding would depend on its neighbours."""
        session = self._session  # first, as it says what to do when the encoder is missing
        ids = np.array([self._tokenizer.encode(window).ids], dtype=np.int64)
        found: Vectors = session.run([output], {"ids": ids, "mask": np.ones_like(ids)})[0]
        first: Vectors = found[0]
        return first

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        path = self.folder / "model.onnx"
        if not path.is_file():
            raise FileNotFoundError(f"There is no sentence encoder in {self.folder}: python -m bot.rasa.encoder_build")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(MOST_PIECES)
        return tokenizer


@cache
def shared(folder: Path = FOLDER) -> SentenceEncoder:
    """The one encoder of this process for a folder."""
    return SentenceEncoder(folder)


def windows_of(text: str) -> list[str]:
    """Cut a text into windows of whole sentences, about WINDOW_WORDS words each; a run-on sentence is cut by words."""
    windows: list[list[str]] = []
    for sentence in _SENTENCE.findall(text):
        words = sentence.split()
        for start in range(0, len(words), WINDOW_WORDS):
            piece = words[start : start + WINDOW_WORDS]
            if windows and len(windows[-1]) + len(piece) <= WINDOW_WORDS:
                windows[-1].extend(piece)
            else:
                windows.append(piece)
    if len(windows) > MOST_WINDOWS:
        windows = windows[: MOST_WINDOWS // 2] + windows[-MOST_WINDOWS // 2 :]
    return [" ".join(words) for words in windows]


def pooled(windows: Vectors, pool: str = "mean") -> Vectors:
    """One vector of length one out of a text's windows; zeros for a text without any."""
    if not len(windows):
        return np.zeros(WIDTH, dtype=np.float32)
    together: Vectors = windows.max(axis=0) if pool == "max" else windows.mean(axis=0)
    length = np.linalg.norm(together)
    return together / length if length else together
