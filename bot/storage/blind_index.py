"""The blind index: HMAC-SHA256 marks of the words that a case is found by, under a key of their own.

Whoever has the database without the key can neither read a word nor test a guess. What equal marks give away all the
same stands in docs/search.md. The key is apart from the keys that seal, so that one can be changed without the other.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.storage.sealing import KEY_BYTES, Unreadable, write_once

KEPT_CHARACTERS = 32  # 128 bits of each mark: no two words meet by chance


@dataclass(frozen=True)
class BlindIndex:
    """Makes the marks. Without a key given it has one of its own, which finds nothing that another marked."""

    key: bytes = field(default_factory=lambda: os.urandom(KEY_BYTES), repr=False)

    def mark(self, way: str, word: str) -> str:
        """The mark of a word; the same word found in another way has another mark."""
        said = f"{way}\0{word}".encode("utf-8", "surrogatepass")
        return hmac.new(self.key, said, hashlib.sha256).hexdigest()[:KEPT_CHARACTERS]

    def marks(self, look_ups: Mapping[str, Collection[str]]) -> set[str]:
        """The marks of all that a case is found by (case_list.look_ups)."""
        return {self.mark(way, word) for way, words in look_ups.items() for word in words}


def open_index(path: Path) -> BlindIndex:
    """The index with the key in this file, which is made on first run (mode 0600). Raises Unreadable for a bad one."""
    if not path.exists():
        write_once(path, os.urandom(KEY_BYTES).hex().encode())
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii"))
    except ValueError as error:
        raise Unreadable(f"the key {path} is damaged; put its backup in its place") from error
    if len(key) != KEY_BYTES:
        raise Unreadable(f"the key {path} is damaged; put its backup in its place")
    return BlindIndex(key)
