"""Masking: a secret is taken out of what somebody typed, before it is kept, passed on or logged."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot import receipts
from bot.messages import MASK, Message

LONGEST_BARE_SECRET = 30  # characters; longer answers to "your secret?" are sentences
MISSPELT_WORDS = (receipts.WORDS - 1, receipts.WORDS + 1)  # so many words, of which most are on the list
WORDS_ONLY = re.compile(r"[AEU]", re.IGNORECASE)  # no code has these letters, nearly every sentence does


@dataclass(frozen=True)
class Masked:
    """What may be kept of a text, and the secret that was in it with the reference that it is for."""

    text: str
    typed: str
    reference: str | None


def mask(text: str, question: Message | None) -> Masked | None:
    """The text without its secret, or None when there is none in it.

    A code is expected where the open question asks for one and beside a reference, five words of the list anywhere.
    """
    if question is not None and question.asks == "secret":
        return _answer(text, question.reference)
    found = receipts.secret_in(text)
    return _without(text, *found, receipts.read_reference(text)) if found else None


def _answer(text: str, reference: str | None) -> Masked | None:
    reference = receipts.read_reference(text) or reference
    found = receipts.secret_in(text)
    if found is None:
        code = next(filter(_like_a_code, receipts.SECRET.finditer(text)), None)
        found = code.span() if code else None
    if found:
        return _without(text, *found, reference)
    return Masked(MASK, text, reference) if _mistyped(text) else None


def _without(text: str, start: int, end: int, reference: str | None) -> Masked:
    return Masked(text[:start] + MASK + text[end:], text[start:end], reference)


def _like_a_code(found: re.Match[str]) -> bool:
    return _has_digit(found[0]) or not WORDS_ONLY.search(found[0])


def _mistyped(text: str) -> bool:
    """Whether an answer was meant for the secret, though it is none: it is kept from everybody all the same."""
    words = receipts.WORD.findall(text)
    fewest, most = MISSPELT_WORDS
    if fewest <= len(words) <= most and sum(map(receipts.is_listed, words)) * 2 > len(words):
        return True
    return len(text) <= LONGEST_BARE_SECRET and _has_digit(text) and not receipts.REFERENCE.fullmatch(text)


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)
