"""Sealing: AES-256-GCM for every word that people give us, bound to the row that holds it.

A sealed value is one byte of key number, twelve of nonce, then the ciphertext. What it is bound to (table, column,
row) is authenticated with it, so a value moved to another row does not open.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import tempfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
KEY_BYTES = 32


class Unreadable(Exception):
    """A sealed value does not open: wrong key, wrong row, or damaged.

    Not a ValueError: Rasa's tracker store takes those for a missing schema and ends its process.
    """


def bound_to_row(table: str, row: str) -> str:
    """What the `sealed` column of a row is bound to."""
    return f"{table}\0sealed\0{row}"


def bound_to_event(sender_id: str, type_name: str, timestamp: float) -> str:
    """What the data of one of Rasa's tracker rows is bound to; its number is not known before it is stored.

    `timestamp` is the column's double, which SQLite and PostgreSQL give back exactly.
    """
    return f"{sender_id}\0{type_name}\0{float(timestamp)!r}"


@dataclass(frozen=True)
class Keyring:
    """The keys by number, and which of them seals; older ones still open."""

    keys: Mapping[int, bytes]
    current: int

    def __repr__(self) -> str:
        return f"Keyring(numbers={sorted(self.keys)}, current={self.current})"  # a key in a log is a key lost

    def seal(self, plain: bytes, bound_to: str) -> bytes:
        """Seal bytes so that they open only with the same `bound_to`."""
        nonce = os.urandom(NONCE_BYTES)
        body = AESGCM(self.keys[self.current]).encrypt(nonce, zlib.compress(plain, 1), bound_to.encode())
        return bytes([self.current]) + nonce + body

    def open(self, sealed: bytes, bound_to: str) -> bytes:
        """Open what `seal` sealed; raises Unreadable."""
        try:
            key = self.keys[sealed[0]]
            nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
            return zlib.decompress(AESGCM(key).decrypt(nonce, body, bound_to.encode()))
        except (InvalidTag, KeyError, IndexError, ValueError, zlib.error) as error:
            raise Unreadable(f"a sealed value bound to {bound_to!r} does not open") from error

    def seal_json(self, value: Any, bound_to: str) -> bytes:
        """Seal anything that JSON can write, halves of a broken emoji included."""
        return self.seal(json.dumps(value).encode("ascii"), bound_to)

    def open_json(self, sealed: bytes, bound_to: str) -> Any:
        """Open what `seal_json` sealed; raises Unreadable."""
        try:
            return json.loads(self.open(sealed, bound_to))
        except ValueError as error:
            raise Unreadable(f"a sealed value bound to {bound_to!r} holds no JSON") from error

    def fingerprint(self, value: str, purpose: str) -> str:
        """A keyed, one-way mark of a value, for finding it again without storing it.

        Made with the lowest key number, so that a new key does not orphan the marks that are stored.
        """
        key = hashlib.sha256(b"fingerprint" + self.keys[min(self.keys)]).digest()
        return hmac.new(key, f"{purpose}\0{value}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def open_keyring(path: Path) -> Keyring:
    """Read the keyring, making one with a single key on first run (mode 0600); two processes agree on one.

    Raises Unreadable when the file is there but holds no usable keys: a new key would not open what is stored.
    """
    if not path.exists():
        _make_keyring(path)
    try:
        kept = json.loads(path.read_text())
        keys = {int(number): base64.b64decode(key, validate=True) for number, key in kept["keys"].items()}
        current = int(kept["current"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unreadable(f"the keyring {path} is damaged; put its backup in its place") from error
    if current not in keys or any(len(key) != KEY_BYTES or not 0 <= number < 256 for number, key in keys.items()):
        raise Unreadable(f"the keyring {path} has no usable current key; put its backup in its place")
    return Keyring(keys, current)


def sync_folder(folder: Path) -> None:
    """Make a new or renamed file's name in this folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_once(path: Path, content: bytes) -> None:
    """Write a file of secrets whole and synced, then link it into place; whichever process was first, its stays."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-")  # mkstemp makes it 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
        sync_folder(path.parent)
    except FileExistsError:
        pass
    finally:
        Path(draft).unlink()


def _make_keyring(path: Path) -> None:
    fresh = {"current": 1, "keys": {"1": base64.b64encode(os.urandom(KEY_BYTES)).decode()}}
    write_once(path, json.dumps(fresh).encode())
