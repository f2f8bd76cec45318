"""Secrets: people's secrets and officers' passphrases are kept as Argon2id hashes and nothing else."""

from __future__ import annotations

import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# OWASP's cheat sheet on password storage: Argon2id with 19 MiB, two passes, one lane. About 25 ms on one core.
MEMORY_KIB = 19 * 1024
PASSES = 2
LANES = 1


class Argon2Hasher:
    """Makes and checks the hashes. Each call takes about 25 ms: run it off the event loop."""

    def __init__(self) -> None:
        self._argon2 = PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES)
        self._nobody = self._argon2.hash("the secret of no case")  # checked where there is no hash

    def hash(self, secret: str) -> str:
        """The hash to keep, with its salt and costs in it."""
        return self._argon2.hash(_as_bytes(secret))

    def matches(self, secret: str, kept: str | None) -> bool:
        """Whether the secret is the one that was hashed; takes as long when there is no hash, and is then False."""
        try:
            right = self._argon2.verify(kept or self._nobody, _as_bytes(secret))
        except (VerificationError, InvalidHashError):
            return False
        return right and bool(kept)


def _as_bytes(secret: str) -> bytes:
    """The same characters give the same bytes, whichever keyboard composed them."""
    return unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
