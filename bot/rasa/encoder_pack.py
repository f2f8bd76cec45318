"""The tuned encoder in few bytes: every number in five bits' worth of steps, and only the word pieces of our alphabet.

Each run of numbers has a scale of its own, so a step is small beside the numbers around it. The steps lie near zero far
more often than not, which is what LZMA makes use of: about 4.7 bits a number are left. What is lost is measured in
docs/understanding.md.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.rasa.encoder_shape import LAYERS, Arrays

FILE = "encoder.npz.xz"
STEPS, WORD_STEPS = 15, 7  # on either side of zero; the word table, half of whose words hardly occur, gets fewer
RUN = 64  # numbers with one scale
LEAST_SCALE = 1e-6  # above what sixteen bits take for nothing
LEAST = 10_000  # smaller arrays (offsets, scales) are kept in sixteen bits
WORDS = "embeddings.word_embeddings.weight"


def pack(weights: Mapping[str, npt.NDArray[np.float32]], tokenizer: Path, folder: Path) -> None:
    """Write the weights and the tokenizer, both without pieces outside ASCII, into the folder."""
    told = json.loads(tokenizer.read_text(encoding="utf-8"))
    kept = _kept_pieces(told)
    (folder / "tokenizer.json").write_text(json.dumps(_renumbered(told, kept), ensure_ascii=False) + "\n")
    arrays: dict[str, npt.NDArray[Any]] = {}
    for name, value in weights.items():
        if _is_read(name):
            arrays |= _steps(name, value[kept] if name == WORDS else value)
    plain = BytesIO()
    np.savez(plain, **arrays)  # type: ignore[arg-type]
    (folder / FILE).write_bytes(lzma.compress(plain.getvalue(), preset=6))


def unpack(folder: Path) -> Arrays:
    """The weights as they are read with, float32, by their published names."""
    with np.load(BytesIO(lzma.decompress((folder / FILE).read_bytes()))) as arrays:
        names = [name for name in arrays.files if not name.endswith(":scale")]
        return {name: _numbers(arrays, name) for name in names}


def _steps(name: str, value: npt.NDArray[np.float32]) -> dict[str, npt.NDArray[Any]]:
    if value.size < LEAST:
        return {name: value.astype(np.float16)}
    runs = value.reshape(-1, RUN)
    most = WORD_STEPS if name == WORDS else STEPS
    scale = np.maximum(np.abs(runs).max(axis=1) / most, LEAST_SCALE).astype(np.float16)
    steps = np.rint(runs / scale[:, None].astype(np.float32)).clip(-most, most).astype(np.int8)
    return {name: steps.reshape(value.shape), f"{name}:scale": scale}


def _numbers(arrays: Mapping[str, npt.NDArray[Any]], name: str) -> npt.NDArray[np.float32]:
    value = arrays[name].astype(np.float32)
    if f"{name}:scale" not in arrays:
        return value
    scale = arrays[f"{name}:scale"].astype(np.float32)
    return (value.reshape(-1, RUN) * scale[:, None]).reshape(value.shape)


def _is_read(name: str) -> bool:
    """Whether reading takes it: the upper half of the layers and the pooler are left behind."""
    at = name.split(".")
    return not name.startswith("pooler") and not (at[1] == "layer" and int(at[2]) >= LAYERS)


def _kept_pieces(told: Mapping[str, Any]) -> list[int]:
    """The numbers of the pieces that are kept, in their order: those in ASCII, and the ones with a meaning."""
    special = {one["content"] for one in told["added_tokens"]}
    pieces = sorted(told["model"]["vocab"].items(), key=lambda one: one[1])
    return [at for piece, at in pieces if piece in special or (piece.isascii() and not piece.startswith("[unused"))]


def _renumbered(told: dict[str, Any], kept: list[int]) -> dict[str, Any]:
    places = {at: place for place, at in enumerate(kept)}
    vocabulary = {piece: places[at] for piece, at in told["model"]["vocab"].items() if at in places}
    added = [one | {"id": places[one["id"]]} for one in told["added_tokens"]]
    ends = {end: [told["post_processor"][end][0], places[told["post_processor"][end][1]]] for end in ("sep", "cls")}
    model = told["model"] | {"vocab": vocabulary}
    return told | {"added_tokens": added, "post_processor": told["post_processor"] | ends, "model": model}
