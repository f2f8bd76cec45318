"""Access sight: the pieces of a record as an officer reads them who has not said why they need to reach the person.

The page of an access request shows what the page of the case shows, and hides what that hides: the ways to reach
somebody. They stand in facts of their own, and as numbers, addresses on the net, postcodes and streets in whatever was
said or noted.
"""

from __future__ import annotations

from dataclasses import replace

from bot.access_items import Item
from bot.contact import HIDDEN
from bot.hidden import without
from bot.hidden.numbers import numbers
from bot.hidden.places import addresses
from bot.hidden.span import joined

MARK = "[hidden]"
_WAYS = frozenset(f"fact-{name}" for name in HIDDEN)


def without_contact(item: Item) -> Item:
    """The piece without the ways to reach anybody."""
    return replace(item, text=text_without_contact(item.id, item.text))


def text_without_contact(piece: str, text: str) -> str:
    """The text of the piece with this id, likewise."""
    return MARK if piece in _WAYS else without(text, joined([*numbers(text), *addresses(text)]))
