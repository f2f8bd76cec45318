"""Rows of training examples, kept from one training to the next: the encoder reads only texts that are new."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from bot.rasa.tuned_labels import Floats

BYTES = 12  # of a text's SHA-256, enough to tell any number of examples apart


def rows_of(texts: Sequence[str], path: Path, read: Callable[[Sequence[str]], Floats]) -> Floats:
    """One row a text, from the file where it is there and from `read` where not; the file then holds these texts."""
    kept = _kept(path)
    marks = [hashlib.sha256(text.encode()).digest()[:BYTES] for text in texts]
    new = {mark: text for mark, text in zip(marks, texts, strict=True) if mark not in kept}
    if new:
        kept |= dict(zip(new, read(list(new.values())), strict=True))
    if new or len(kept) > len(set(marks)):
        _keep(path, {mark: kept[mark] for mark in marks})
    return np.stack([kept[mark] for mark in marks]) if texts else read([])


def _kept(path: Path) -> dict[bytes, Floats]:
    if not path.is_file():
        return {}
    with np.load(path) as arrays:
        return {mark.tobytes(): row for mark, row in zip(arrays["marks"], arrays["rows"], strict=True)}


def _keep(path: Path, kept: dict[bytes, Floats]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    marks = np.frombuffer(b"".join(kept), dtype=np.uint8).reshape(len(kept), BYTES)
    draft = path.with_suffix(".draft.npz")
    np.savez(draft, marks=marks, rows=np.stack(list(kept.values())))
    draft.replace(path)
    for old in path.parent.glob("rows-*.npz"):
        if old != path:
            old.unlink()
