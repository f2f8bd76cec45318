"""Receipts: the reference that finds a case and the secret that opens it.

A reference is CF-XXXX-XX in Crockford's base 32 with a check character and without vowels, so that it spells nothing.
A secret is twelve such characters, 58 bits, kept only as an Argon2id hash.
"""

from __future__ import annotations

import re
import secrets

ALPHABET = "0123456789BCDFGHJKMNPQRSTVWXYZ"
ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
REFERENCE = re.compile(r"\bC\s*F[\s-]*([0-9A-Z]{4})[\s-]*([0-9A-Z]{2})\b", re.IGNORECASE)
SECRET = re.compile(r"\b[0-9A-Za-z]{4}[\s-]*[0-9A-Za-z]{4}[\s-]*[0-9A-Za-z]{4}\b")
SECRET_LENGTH = 12
WEIGHTS = (1, 7, 11, 13, 17)  # none shares a factor with 30, so that every single slip shows


def new_reference() -> str:
    """A reference drawn at random; the store refuses one that is taken."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(5))
    return _written(body + _check_character(body))


def new_secret() -> str:
    """A secret for the person, in three groups of four."""
    drawn = ""
    while not any(character.isdigit() for character in drawn):  # a digit tells it from words (secret_in)
        drawn = "".join(secrets.choice(ALPHABET) for _ in range(SECRET_LENGTH))
    return "-".join(drawn[start : start + 4] for start in range(0, SECRET_LENGTH, 4))


def read_reference(text: str) -> str | None:
    """The reference in a text, however it was typed, or None when there is none or its check character is wrong."""
    for found in REFERENCE.finditer(text):
        body = (found[1] + found[2]).upper().translate(ALIKE)
        if _check_character(body[:5]) == body[5]:
            return _written(body)
    return None


def plain_secret(typed: str) -> str:
    """A secret as it is hashed: case, spaces and hyphens do not matter."""
    return re.sub(r"[\s-]+", "", typed).upper().translate(ALIKE)


def secret_in(text: str) -> re.Match[str] | None:
    """Where in a text that also names a reference a secret stands, so that the door can take it out.

    Something without a digit is taken for ordinary words and left alone.
    """
    reference = REFERENCE.search(text)
    if reference is None:
        return None
    for found in SECRET.finditer(text):
        apart = found.end() <= reference.start() or found.start() >= reference.end()
        if apart and any(character.isdigit() for character in found[0]):
            return found
    return None


def _check_character(body: str) -> str:
    if any(character not in ALPHABET for character in body):
        return ""
    total = sum(weight * ALPHABET.index(character) for weight, character in zip(WEIGHTS, body, strict=True))
    return ALPHABET[total % len(ALPHABET)]


def _written(six: str) -> str:
    return f"CF-{six[:4]}-{six[4:]}"
