"""Masking: a secret is taken out of what somebody typed, before it is kept, passed on or logged."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot import receipts
from bot.messages import MASK, Message

LONGEST_BARE_SECRET = 30  # characters; longer answers to "your secret?" are sentences
WORDS_ONLY = re.compile(r"[AEU]", re.IGNORECASE)  # no secret has these letters, nearly every sentence does


@dataclass(frozen=True)
class Masked:
    """What may be kept of a text, and the secret that was in it with the reference that it is for."""

    text: str
    typed: str
    reference: str | None


def mask(text: str, question: Message | None) -> Masked | None:
    """The text without its secret, or None when there is none in it.

    A secret is expected where the open question asks for one, and wherever a text names a reference beside it.
    """
    if question is not None and question.asks == "secret":
        return _answer(text, question.reference)
    found = receipts.secret_in(text)
    return _without(text, found, receipts.read_reference(text)) if found else None


def _answer(text: str, reference: str | None) -> Masked | None:
    reference = receipts.read_reference(text) or reference
    found = receipts.secret_in(text) or next(filter(_like_a_secret, receipts.SECRET.finditer(text)), None)
    if found:
        return _without(text, found, reference)
    mistyped = len(text) <= LONGEST_BARE_SECRET and _has_digit(text) and not receipts.REFERENCE.fullmatch(text)
    return Masked(MASK, text, reference) if mistyped else None


def _without(text: str, found: re.Match[str], reference: str | None) -> Masked:
    return Masked(text[: found.start()] + MASK + text[found.end() :], found[0], reference)


def _like_a_secret(found: re.Match[str]) -> bool:
    return _has_digit(found[0]) or not WORDS_ONLY.search(found[0])


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)
