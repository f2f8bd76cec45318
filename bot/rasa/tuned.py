"""What tuning learned, as one ONNX file: the published encoder with our layers, and the labels read from its vector.

models/tuned/ holds only what differs from the published weights, in sixteen bits, and is kept with the code; the word
table comes from the published weights when the file is made. `make tune` makes models/tuned/ again.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from bot.rasa.tuned_lines import Floats, parts
from bot.settings import ROOT

KEPT = ROOT / "models" / "tuned"
FOLDER = ROOT / "models" / "encoder"
MOST_PIECES = 192  # of a longer text, parts of this length are read one by one


@dataclass(frozen=True)
class Tuned:
    """The tuned network: texts in, scores of all labels out. Read from its files at the first text."""

    kept: Path = KEPT
    folder: Path = FOLDER

    @cached_property
    def told(self) -> dict[str, Any]:
        """tuned.json: the labels in the order of the scores, the lines, and the fingerprint of the data."""
        found: dict[str, Any] = json.loads((self.kept / "tuned.json").read_text(encoding="utf-8"))
        return found

    @cached_property
    def places(self) -> dict[str, slice]:
        """Which scores are of which kind of label."""
        return parts(self.told["labels"])

    def scores(self, texts: Sequence[str]) -> Floats:
        """Scores, float32 [texts, labels]. The parts of a long text count alike, but the worst for risk and harm."""
        rows = [self._read(text) for text in texts]
        return np.array(rows, dtype=np.float32).reshape(len(texts), self.places["harm"].stop)

    def _read(self, text: str) -> Floats:
        ids = self._tokenizer.encode(text).ids
        inner, first, last = ids[1:-1], ids[:1], ids[-1:]
        steps = range(0, max(len(inner), 1), MOST_PIECES - 2)
        found = np.stack([self._run([*first, *inner[at : at + MOST_PIECES - 2], *last]) for at in steps])
        together: Floats = found.mean(axis=0)
        risk, harm = self.places["risk"], self.places["harm"]
        worst = found[:, risk] - found[:, risk][:, :1]  # against "none", so that parts can be compared
        together[risk] = worst[worst.max(axis=1).argmax()]
        together[harm] = found[:, harm].max(axis=0)
        return together

    def _run(self, pieces: Sequence[int]) -> Floats:
        ids = np.array([pieces], dtype=np.int64)
        found: Floats = self._session.run(["labels"], {"ids": ids, "mask": np.ones_like(ids)})[0]
        row: Floats = found[0]
        return row

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        path = made(self.kept, self.folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer


def version(kept: Path = KEPT) -> str:
    """The start of the SHA-256 of what was learned: another tuning has another version. "none" before any."""
    path = kept / "layers.safetensors"
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12] if path.is_file() else "none"


def made(kept: Path = KEPT, folder: Path = FOLDER) -> Path:
    """The ONNX file of this version, written when it is not there yet (some seconds).

    Raises FileNotFoundError when nothing has been tuned, WrongWeights as `encoder_build.build` does.
    """
    path = folder / f"tuned-{version(kept)}.onnx"
    if path.is_file():
        return path
    from bot.rasa import tuned_build  # onnx takes seconds to import, and is asked for once

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as draft:
        tuned_build.write(kept / "layers.safetensors", Path(draft) / path.name).rename(path)
    for old in folder.glob("tuned-*.onnx"):
        if old != path:
            old.unlink()
    return path
