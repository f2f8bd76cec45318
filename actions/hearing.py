"""Hearing: what one message of a person's tells, apart from what is done about it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from rasa_sdk import Tracker

from bot.complaints.facts import CHOICES, Facts, Point

# A matter that the ear is at least this sure of is taken; the best three are kept to offer otherwise.
SURE = 0.3
ALSO_SURE = 0.5
MORE_SURE_THAN_NOT = 0.5
ALONE_SURE = 0.12  # and at least twice as likely as any other
# Shorter than this a message is an answer or a wish, not an account.
ACCOUNT_WORDS = 4
LONG_ANSWER_WORDS = 12
LONGEST_CHOICE = 120  # characters; comparing takes the square of them
FACT_ENTITIES = (
    "child_age", "reporter_role", "care_status", "child_name", "name", "email", "phone", "team_or_worker",
    "which_council", "already_answered", "court_involved", "imminent", "when_happened",
)  # fmt: skip
# After these a form hears a message for the first time. Rasa runs action_restart before any form; where nobody wants to
# start over, the form is called after it.
HEARING_FOLLOWS = ("action_listen", "action_session_start", "action_deactivate_loop", "action_restart")
ONLY_ANNOUNCES = re.compile(
    r"^(hi|hello|hey|good \w+|please)?[\s,.!]*(so )?(i|we|can i|could i|how do i|id|i'd|i would|i'm|im)?\s*"
    r"(want|need|like|wish|would like|have|going|wanting)?\s*(to|a|2)?\s*"
    r"(make|raise|submit|report|file|put in|do|talk about|say)?\s*(a|an|my|some)?\s*(formal )?"
    r"(complaint|complain|concern|problem|issue|something|sumthing)s?[\s.!?]*(please|pls|plz)?[\s.!?]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Heard:
    """One message, as the ear understood it."""

    text: str
    message_id: str
    intent: str
    sure: float
    choice: str | None
    entities: Sequence[Mapping[str, Any]]
    token: str | None = None
    door_risk: str | None = None
    page: str | None = None  # the question of the page on which this was answered

    @property
    def risk(self) -> str | None:
        """The risk that the door or the ear saw, if any."""
        return self.door_risk or self._first("risk")

    @property
    def harm(self) -> bool:
        """Whether this tells of harm to a child by somebody, whenever that was."""
        return self._first("harm") is not None

    @property
    def language(self) -> str | None:
        """The language's code when this is clearly not English."""
        return self._first("language")

    @property
    def writes_otherwise(self) -> bool:
        """Whether somebody wrote this themselves in another language; a quick reply is our own words."""
        return self.choice is None and self.language is not None

    @property
    def words(self) -> int:
        """How many words were written."""
        return len(self.text.split())

    def means(self, intent: str) -> bool:
        """Whether the message is of this intent, and the ear more sure of that than not."""
        return self.intent == intent and self.sure >= MORE_SURE_THAN_NOT

    def labels(self, kind: str) -> list[tuple[str, float]]:
        """Matters or natures, best first, each with how sure the ear is."""
        found = [e for e in self.entities if e.get("entity") == kind]
        return [(str(e["value"]), float(e.get("confidence_entity") or 1.0)) for e in found]

    def facts(self) -> dict[str, str]:
        """The facts that were told by the way, each with a value that its list allows."""
        told: dict[str, str] = {}
        for entity in self.entities:
            name, value = entity.get("entity"), str(entity.get("value"))
            allowed = CHOICES.get(str(name))
            if name in FACT_ENTITIES and name not in told and (allowed is None or value in allowed):
                told[str(name)] = value
        return told

    def _first(self, kind: str) -> str | None:
        return next((str(e["value"]) for e in self.entities if e.get("entity") == kind), None)


def heard(tracker: Tracker) -> Heard:
    """The person's latest message."""
    return heard_in(tracker.get_last_event_for("user") or {}, tracker.latest_message or {})


def heard_in(event: Mapping[str, Any], parsed: Mapping[str, Any]) -> Heard:
    """A message of the person's from its event, and what the ear made of it."""
    metadata, intent = event.get("metadata") or {}, parsed.get("intent") or {}
    return Heard(
        text=(event.get("text") or "").removeprefix("\\"),
        message_id=event.get("message_id") or "",
        intent=intent.get("name") or "",
        sure=1.0 if intent.get("confidence") is None else float(intent["confidence"]),  # none: an event of ours
        choice=metadata.get("choice"),
        entities=parsed.get("entities") or (),
        token=metadata.get("token"),
        door_risk=metadata.get("risk"),
        page=metadata.get("page"),
    )


def coming_back(tracker: Tracker, form: str) -> bool:
    """Whether a form is called again in the same turn, after another action has answered the message."""
    actions = [event["name"] for event in tracker.events if event["event"] == "action"]
    others = [name for name in actions if name not in (form, None)]
    return bool(others) and others[-1] not in HEARING_FOLLOWS


def only_announces(text: str) -> bool:
    """Whether somebody says that they would like to tell something, and nothing of it yet."""
    return ONLY_ANNOUNCES.match(text.strip()) is not None


def is_account(message: Heard) -> bool:
    """Whether a message already tells what happened, rather than saying that somebody would like to tell."""
    if message.choice or message.words < ACCOUNT_WORDS or only_announces(message.text):
        return False
    return bool(message.labels("matter") or message.language) or message.words >= LONG_ANSWER_WORDS


def adds(message: Heard) -> bool:
    """Whether somebody adds to what they are telling: "oh and another thing"."""
    return message.choice is None and message.words >= ACCOUNT_WORDS and message.means("add_information")


def point_from(message: Heard) -> Point:
    """A point in the person's own words, with what the ear made of it."""
    return Point(message.text.strip(), _taken(message.labels("matter")), _taken(message.labels("nature")))


def _taken(labels: list[tuple[str, float]]) -> tuple[str, ...]:
    """The labels that we take as said: the first if it is likely or stands alone, others only when likely."""
    if not labels:
        return ()
    (first, sure), *others = labels
    alone = sure >= ALONE_SURE and all(sure >= 2 * other for _, other in others)
    if sure < SURE and not alone:
        return ()
    return (first, *(name for name, other in others if other >= ALSO_SURE))


def with_account(facts: Facts, message: Heard) -> Facts:
    """These facts with the message put to the account: a new point when it is clearly about something else."""
    new = point_from(message)
    if not facts.points:
        return Facts(facts.known, facts.refused, (new,))
    last = facts.points[-1]
    if new.matter and last.matter and new.matter[0] not in last.matter and message.words >= LONG_ANSWER_WORDS:
        return Facts(facts.known, facts.refused, (*facts.points, new))
    joined = Point(
        f"{last.what_happened}\n{new.what_happened}".strip(),
        last.matter or new.matter,
        last.nature or new.nature,
        last.wanted_outcome,
    )
    return Facts(facts.known, facts.refused, (*facts.points[:-1], joined))


def chosen_by_words(text: str, choices: Sequence[tuple[str, str]]) -> str | None:
    """The value of the quick reply that was typed instead of pressed, small slips allowed."""
    if len(text) > LONGEST_CHOICE:
        return None
    labels = {_plain(label): value for label, value in choices}
    close = get_close_matches(_plain(text), labels, n=1, cutoff=0.84)
    return labels[close[0]] if close else None


def _plain(text: str) -> str:
    return re.sub(r"[^\w ]+", "", text.lower()).strip()
