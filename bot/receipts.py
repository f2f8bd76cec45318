"""Receipts: the reference that finds a case and the secret that opens it.

A reference is CF-XXXX-XX in Crockford's base 32 with a check character and without vowels, so that it spells nothing.
A secret is five words from our own list (55 bits) or twelve such characters (58 bits), as the person likes, and is
kept only as an Argon2id hash.
"""

from __future__ import annotations

import re
import secrets
from functools import cache
from pathlib import Path

ALPHABET = "0123456789BCDFGHJKMNPQRSTVWXYZ"
ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
REFERENCE = re.compile(r"\bC\s*F[\s-]*([0-9A-Z]{4})[\s-]*([0-9A-Z]{2})\b", re.IGNORECASE)
SECRET = re.compile(r"\b[0-9A-Za-z]{4}[\s-]*[0-9A-Za-z]{4}[\s-]*[0-9A-Za-z]{4}\b")
SECRET_LENGTH = 12
WEIGHTS = (1, 7, 11, 13, 17)  # none shares a factor with 30, so that every single slip shows

FORMS = ("words", "code")  # how a person may have their secret
WORDS = 5
WORD_LIST = Path(__file__).with_name("receipt_words.txt")
WORD = re.compile(r"[a-z]+", re.IGNORECASE)
BETWEEN = re.compile(r"[\s,.;_-]*")  # what people put between words and groups; it does not matter


def new_reference() -> str:
    """A reference drawn at random; the store refuses one that is taken."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(5))
    return _written(body + _check_character(body))


def numbered_reference(number: int) -> str:
    """The reference that a number makes, counted round: for made-up cases, which are to be the same every time."""
    body = ""
    for _ in range(5):
        number, digit = divmod(number, len(ALPHABET))
        body += ALPHABET[digit]
    return _written(body + _check_character(body))


def new_secret(form: str = "code") -> str:
    """A secret for the person: five words, or a code in three groups of four. Raises ValueError for another form."""
    if form not in FORMS:
        raise ValueError(form)
    return " ".join(secrets.choice(word_list()) for _ in range(WORDS)) if form == "words" else _code()


@cache
def word_list() -> tuple[str, ...]:
    """The words that secrets are made of: none begins another, so that five of them are told apart without gaps."""
    return tuple(WORD_LIST.read_text(encoding="utf-8").split())


def read_reference(text: str) -> str | None:
    """The reference in a text, however it was typed, or None when there is none or its check character is wrong."""
    for found in REFERENCE.finditer(text):
        body = (found[1] + found[2]).upper().translate(ALIKE)
        if _check_character(body[:5]) == body[5]:
            return _written(body)
    return None


def plain_secret(typed: str) -> str:
    """A secret as it is hashed: case, spaces, hyphens, commas and full stops do not matter."""
    return BETWEEN.sub("", typed).upper().translate(ALIKE)


def has_shape(text: str) -> bool:
    """Whether a text is written as a secret is: five words of the list, or three groups of four, and nothing else."""
    return words_in(text) == (0, len(text)) or bool(SECRET.fullmatch(text))


def secret_in(text: str) -> tuple[int, int] | None:
    """From where to where in a text a secret stands, so that the door can take it out; None when there is none.

    Five words of the list in a row are a secret wherever they stand. A code is looked for beside a reference only, and
    what has no digit is taken for an ordinary word and left alone.
    """
    words = words_in(text)
    reference = REFERENCE.search(text)
    if words or reference is None:
        return words
    for found in SECRET.finditer(text):
        apart = found.end() <= reference.start() or found.start() >= reference.end()
        if apart and any(character.isdigit() for character in found[0]):
            return found.span()
    return None


def words_in(text: str) -> tuple[int, int] | None:
    """From where to where five words of the list stand in a row; None when they do not."""
    row: list[re.Match[str]] = []
    for found in WORD.finditer(text):
        if row and not BETWEEN.fullmatch(text, row[-1].end(), found.start()):
            row = []
        row = [*row, found] if is_listed(found[0]) else []
        if len(row) == WORDS:
            return row[0].start(), row[-1].end()
    return None


def is_listed(word: str) -> bool:
    """Whether a word is one of those that secrets are made of."""
    return word.lower() in _listed()


@cache
def _listed() -> frozenset[str]:
    return frozenset(word_list())


def _code() -> str:
    drawn = ""
    while not any(character.isdigit() for character in drawn):  # a digit tells it from words (secret_in)
        drawn = "".join(secrets.choice(ALPHABET) for _ in range(SECRET_LENGTH))
    return "-".join(drawn[start : start + 4] for start in range(0, SECRET_LENGTH, 4))


def _check_character(body: str) -> str:
    if any(character not in ALPHABET for character in body):
        return ""
    total = sum(weight * ALPHABET.index(character) for weight, character in zip(WEIGHTS, body, strict=True))
    return ALPHABET[total % len(ALPHABET)]


def _written(six: str) -> str:
    return f"CF-{six[:4]}-{six[4:]}"
