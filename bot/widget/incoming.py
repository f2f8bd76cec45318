"""Incoming: what a browser sent, read from its JSON and held to the limits."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from aiohttp import web

from bot import receipts
from bot.widget.refusals import Refused, refusal_of

LARGEST_BODY = 64 * 1024  # bytes
LONGEST_TEXT = 5_000  # characters
LONGEST_CHOICE = 200
KEPT_CONTROLS = "\n\t"


@dataclass(frozen=True)
class Said:
    """One message: words of the person's own, or the value of a quick reply."""

    id: str
    text: str = ""  # with a choice made on a page: what the quick reply said
    choice: str | None = None
    page: str | None = None  # the question that a page asked

    @property
    def refusal(self) -> Refused | None:
        """Why these words cannot be taken, or None. Looked at after the danger signs: help is never too long."""
        if len(self.text) > LONGEST_TEXT:
            return Refused("too_long")
        return Refused("empty") if self.choice is None and not self.text else None


async def read(request: web.Request) -> Said:
    """The message in a request. Raises Refused: too_large, not_understood or bad_id."""
    return _said(await _told(request))


async def read_receipt_wish(request: web.Request) -> tuple[str, str]:
    """The reference of a receipt and the form that its secret should have. Raises Refused as `read` does."""
    told = await _told(request)
    reference = told.get("reference") if isinstance(told, dict) else None
    found = receipts.read_reference(reference) if isinstance(reference, str) else None
    if found is None or told.get("form") not in receipts.FORMS:
        raise Refused("not_understood")
    return found, told["form"]


async def read_word(request: web.Request) -> str:
    """The word in a request about a shared screen, which may be a secret. Raises Refused: too_large, not_understood."""
    told = await _told(request)
    word = told.get("word") if isinstance(told, dict) else None
    if not isinstance(word, str) or len(word) > LONGEST_CHOICE:
        raise Refused("not_understood")
    return word


async def _told(request: web.Request) -> Any:
    try:
        return json.loads(await request.read())
    except web.HTTPException as error:
        raise refusal_of(error.status) from None
    except (ValueError, RecursionError):
        raise Refused("not_understood") from None


def _said(told: Any) -> Said:
    if not isinstance(told, dict) or ("text" in told) == ("choice" in told):
        raise Refused("not_understood")
    message_id, value = _uuid(told.get("id")), told.get("text", told.get("choice"))
    if not isinstance(value, str):
        raise Refused("not_understood")
    if "choice" in told:
        return Said(message_id, choice=value[:LONGEST_CHOICE])
    return Said(message_id, text=clean(value))


def _uuid(value: Any) -> str:
    try:
        return str(UUID(value)) if isinstance(value, str) and len(value) == 36 else _bad_id()
    except ValueError:
        return _bad_id()


def _bad_id() -> str:
    raise Refused("bad_id")


def clean(text: str) -> str:
    """A text without what no keyboard writes: control characters, halves of characters; "" when nothing shows."""
    whole = text.encode("utf-8", "replace").decode()
    kept = "".join(c for c in whole if c in KEPT_CONTROLS or unicodedata.category(c) != "Cc").strip()
    return kept if any(unicodedata.category(c)[0] not in "CZ" for c in kept) else ""
