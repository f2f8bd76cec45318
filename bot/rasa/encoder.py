"""The sentence encoder, tuned on our own examples: a text in, its vector and the scores of all labels out.

models/tuned/ holds what was learned in few bytes and is kept with the code; `make tune` makes it again. The ONNX file
that is read with is made from it at the first training (some seconds).
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from bot.rasa.encoder_shape import MOST_PIECES, WIDTH
from bot.rasa.tuned_labels import Floats, parts
from bot.settings import ROOT

KEPT = ROOT / "models" / "tuned"
FOLDER = ROOT / "models" / "encoder"
BULK = 64  # texts from which on (training) both processors are used


@dataclass(frozen=True)
class Encoder:
    """The tuned network. Read from its files at the first text, not before."""

    kept: Path = KEPT
    folder: Path = FOLDER

    @cached_property
    def labels(self) -> dict[str, list[str]]:
        """The labels of each kind, in the order of the scores."""
        found: dict[str, list[str]] = json.loads((self.kept / "tuned.json").read_text(encoding="utf-8"))["labels"]
        return found

    @cached_property
    def places(self) -> dict[str, slice]:
        """Which scores are of which kind of label."""
        return parts(self.labels)

    def rows(self, texts: Sequence[str]) -> Floats:
        """One row a text, float32 [texts, 768 + labels]: its vector, then its scores.

        The parts of a long text count alike, but the worst part for risk and harm. Raises FileNotFoundError when
        nothing has been tuned.
        """
        _ = self._session, self._tokenizer  # made once, before several threads ask for them
        if len(texts) < BULK:
            found = [self._read(text) for text in texts]
        else:
            with ThreadPoolExecutor(2) as pool:
                found = list(pool.map(self._read, texts))
        return np.array(found, dtype=np.float32).reshape(len(texts), WIDTH + self.places["harm"].stop)

    def _read(self, text: str) -> Floats:
        ids = self._tokenizer.encode(text).ids
        inner, first, last = ids[1:-1], ids[:1], ids[-1:]
        steps = range(0, max(len(inner), 1), MOST_PIECES - 2)
        found = np.stack([self._run([*first, *inner[at : at + MOST_PIECES - 2], *last]) for at in steps])
        together: Floats = found.mean(axis=0)
        scores, whole = found[:, WIDTH:], together[WIDTH:]
        risk, harm = self.places["risk"], self.places["harm"]
        worst = scores[:, risk] - scores[:, risk][:, :1]  # against "none", so that parts can be compared
        whole[risk] = worst[worst.max(axis=1).argmax()]
        whole[harm] = scores[:, harm].max(axis=0)
        return together

    def _run(self, pieces: Sequence[int]) -> Floats:
        """One text at a time: in a batch its eight-bit rounding would depend on its neighbours."""
        vector, labels = self._session.run(["vector", "labels"], {"ids": np.array([pieces], dtype=np.int64)})
        row: Floats = np.concatenate([vector[0], labels[0]])
        return row

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            str(made(self.kept, self.folder)), options, providers=["CPUExecutionProvider"]
        )

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = Tokenizer.from_file(str(self.kept / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer


@cache
def shared() -> Encoder:
    """The one encoder of this process."""
    return Encoder()


def version(kept: Path = KEPT) -> str:
    """The start of the SHA-256 of what was learned: another tuning has another version. "none" before any."""
    path = kept / "encoder.npz.xz"
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12] if path.is_file() else "none"


def made(kept: Path = KEPT, folder: Path = FOLDER) -> Path:
    """The ONNX file of this version, written when it is not there yet (some seconds).

    Raises FileNotFoundError when nothing has been tuned.
    """
    path = folder / f"encoder-{version(kept)}.onnx"
    if path.is_file():
        return path
    from bot.rasa import encoder_build  # onnx takes seconds to import, and is asked for once

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as draft:
        encoder_build.write(kept, Path(draft) / path.name).rename(path)
    for old in folder.glob("*.onnx"):
        if old != path:
            old.unlink()
    return path


def _main(arguments: Sequence[str]) -> Any:
    print(f"The sentence encoder is {made(folder=Path(arguments[0]) if arguments else FOLDER)}")


if __name__ == "__main__":
    _main(sys.argv[1:])
