"""Lately: what was said and asked in the turns just before, so that nobody reads the same thing three times running.

It is kept in a slot and not read from the events, because a long conversation's events are rolled over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from rasa_sdk import Tracker

SLOT = "lately"
TURNS = 2  # turns before this one that are remembered


@dataclass(frozen=True)
class Lately:
    """The turns before this one, the latest last, and what was said in this one by an action that ran before."""

    message_id: str
    before: tuple[Mapping[str, Any], ...] = ()
    now: Mapping[str, Any] | None = None

    @classmethod
    def of(cls, tracker: Tracker) -> Lately:
        """What the conversation remembers."""
        message_id = (tracker.get_last_event_for("user") or {}).get("message_id") or ""
        kept = tuple(tracker.get_slot(SLOT) or ())
        if ((tracker.latest_message or {}).get("intent") or {}).get("name") == "hand_back":
            return cls(message_id)  # an officer spoke in between, and nothing is worn any more
        if kept and kept[-1]["turn"] == message_id:
            return cls(message_id, kept[:-1][-TURNS:], kept[-1])
        return cls(message_id, kept[-TURNS:])

    def wears(self, text: str) -> bool:
        """Whether this text was said in both turns before."""
        return len(self.before) == TURNS and all(_mark(text) in turn["said"] for turn in self.before)

    def asked_running(self, question: str) -> int:
        """How many of the turns just before asked this question, counted back to the first that did not."""
        times = 0
        for turn in reversed(self.before):
            if turn["asks"] != question:
                break
            times += 1
        return times

    def last_asked(self) -> str | None:
        """What the turn before this one asked, if anything."""
        return self.before[-1]["asks"] if self.before else None

    def left_open(self) -> bool:
        """Whether the turn before this one left its question open, so that going on was all it asked."""
        return self.last_asked() == "go_on"

    def after(self, messages: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        """The slot's value once these messages have been said in this turn."""
        said = [*(self.now["said"] if self.now else ()), *(_mark(message["text"]) for message in messages)]
        asked = [custom["asks"] for message in messages if (custom := message.get("custom") or {}).get("asks")]
        asks = asked[-1] if asked else self.now["asks"] if self.now else None
        return [*self.before, {"turn": self.message_id, "said": said, "asks": asks}]


def _mark(text: str) -> int:
    """A number that stands for a text, so that the slot does not hold the whole conversation again."""
    return crc32(text.encode())
