"""A made-up conversation, as Rasa would have stored it: what was told, asked, answered, read back and receipted.

The bot's side is said in the words of domain.yml, as it would have been.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from bot.complaints.case import Case
from bot.complaints.facts import CHILD_ROLES
from bot.words import Words

StoredEvent = Mapping[str, Any]
_ASKED = ("reporter_role", "care_status", "wanted_outcome", "contact_preference")
_SECONDS = (15, 90)  # between two messages


@dataclass
class _Talk:
    """One conversation as it goes on."""

    words: Words
    audience: str
    drawn: Random
    now: datetime

    def person(self, text: str, intent: str) -> StoredEvent:
        """Something that the person says or presses."""
        self.now += timedelta(seconds=self.drawn.randint(*_SECONDS))
        heard = {"text": text, "intent": {"name": intent, "confidence": 1.0}, "entities": []}
        return {
            "event": "user",
            "timestamp": self.now.timestamp(),
            "text": text,
            "parse_data": heard,
            "input_channel": "door",
            "message_id": str(UUID(int=self.drawn.getrandbits(128), version=4)),
            "metadata": {},
        }

    def bot(self, name: str, kind: str = "text", *, asks: str | None = None, **values: str) -> StoredEvent:
        """One of the bot's sentences, with its quick replies."""
        self.now += timedelta(seconds=1)
        buttons = [{"title": label, "payload": value} for label, value in self.words.choices(name, self.audience)]
        custom = {"kind": kind, "asks": asks, **({"reference": values["reference"]} if kind == "receipt" else {})}
        return {
            "event": "bot",
            "timestamp": self.now.timestamp(),
            "text": self.words.say(name, self.audience, **values),
            "data": {"custom": custom, "buttons": buttons},
            "metadata": {},
        }


def said(case: Case, words: Words, drawn: Random) -> tuple[StoredEvent, ...]:
    """The conversation that a made-up case came from; it ends with the case's receipt at its time of receipt."""
    audience = "child" if case.reporter_role in CHILD_ROLES else "adult"
    return tuple(_said(case, _Talk(words, audience, drawn, case.received_at - timedelta(minutes=8))))


def _said(case: Case, talk: _Talk) -> Iterator[StoredEvent]:
    account = case.points[0].text
    praise = case.pathway == "compliment"
    answers: dict[str, str] = {name: case.facts[name] for name in _ASKED if name in case.facts}
    yield talk.person(account, "give_compliment" if praise else "raise_concern")
    for name, value in answers.items():
        yield talk.bot(f"utter_question_{name}", "question", asks=name)
        yield talk.person(talk.words.label(name, value, talk.audience), "raise_concern")
    yield talk.bot("utter_summary", "summary", asks="confirm", lines=_lines(account, answers, talk))
    yield talk.person(_yes(talk), "affirm")
    yield talk.bot("utter_receipt", "receipt", reference=case.reference)
    yield talk.bot("utter_after")


def _lines(account: str, answers: Mapping[str, str], talk: _Talk) -> str:
    told = [talk.words.say("utter_summary_point", talk.audience, value=account)]
    for name, value in answers.items():
        label = talk.words.label(name, value, talk.audience)
        told.append(talk.words.say(f"utter_summary_{name}", talk.audience, value=label))
    return "\n".join(told)


def _yes(talk: _Talk) -> str:
    choices: Sequence[tuple[str, str]] = talk.words.choices("utter_summary", talk.audience)
    return next(label for label, value in choices if value == "yes")
