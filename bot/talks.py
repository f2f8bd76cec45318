"""Use cases of the officer, for conversations: read, claim, reply, hand back. Two officers never have the same one."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.complaints.case import Case
from bot.hidden.conversation import Line, hidden
from bot.messages import Message, from_rows
from bot.ports import Alert, Audit, Cases, Clock, Conversations, Handoff, Officer, Row, Task, Transcripts, Work
from bot.roles import BadEntry, NotThere, entered, may, require
from bot.sight import Sight

LABELS = ("matter", "nature", "risk", "harm", "language")  # what is heard of a message that tells nobody who it was
# Why an officer needs to see personal details; a reason of their own could itself tell somebody's name.
WHY_SHOWN = ("to_answer", "to_keep_safe", "to_open_case", "to_find_records", "person_asked")
SHOWN, SHOWN_FOR = "show_details_", timedelta(hours=1)


class Taken(Exception):
    """Somebody else has the conversation, or nobody waits in it any more."""


@dataclass(frozen=True)
class Understood:
    """What the assistant made of one message."""

    intent: str
    confidence: float
    entities: tuple[tuple[str, str, float], ...]  # name, value, confidence

    def without_details(self) -> Understood:
        """What tells nobody who it was: the labels, and of facts only which were heard."""
        return replace(
            self,
            entities=tuple((name, value if name in LABELS else "", sure) for name, value, sure in self.entities),
        )


@dataclass(frozen=True)
class Said:
    """One message with what the console shows beside it."""

    message: Message
    understood: Understood | None = None
    officer: str | None = None
    unreadable: bool = False  # the row is damaged; something was said here
    shown: str = ""  # its text, as this officer may read it now


@dataclass(frozen=True)
class Talk:
    """A conversation with what belongs to it."""

    conversation: str
    said: tuple[Said, ...]
    handoff: Handoff | None
    cases: tuple[Case, ...]
    alerts: tuple[Alert, ...]
    tasks: tuple[Task, ...]
    at: datetime
    details_shown: bool = False  # this officer said why they need to see personal details


@dataclass(frozen=True)
class Talks:
    """What officers do with conversations. The methods that speak to Rasa are coroutines; the others block."""

    work: Work
    sight: Sight
    cases: Cases
    transcripts: Transcripts
    conversations: Conversations
    audit: Audit
    clock: Clock

    def read(self, officer: Officer, conversation: str) -> Talk:
        """The whole conversation. That it was read is noted; raises NotThere."""
        talk = self._known(officer, conversation)
        self.audit.note(officer.id, "read_conversation", conversation, self.clock.now())
        shown = self._details_shown(officer, conversation)
        return replace(talk, said=tuple(_as_may_be_read(talk.said, shown)), details_shown=shown)

    def show_details(self, officer: Officer, conversation: str, reason: str) -> None:
        """Show this officer the personal details in a conversation for an hour. Raises BadEntry and NotThere.

        The reason is one of WHY_SHOWN, so that the audit, which holds no words, can hold it.
        """
        require(officer, "show_details")
        self._known(officer, conversation, with_rows=False)
        if reason not in WHY_SHOWN:
            raise BadEntry(reason="missing")
        self.audit.note(officer.id, f"{SHOWN}{reason}", conversation, self.clock.now())

    def newer(self, officer: Officer, conversation: str, after: int) -> Sequence[Said]:
        """What was said since row `after`; noted as read when there is something. Raises NotThere."""
        require(officer, "read_conversation")
        self.sight.require(officer, conversation)
        if self.work.handoff(conversation) is None:
            self._known(officer, conversation, with_rows=False)
        if not _said(self.transcripts.rows(conversation, after)):
            return []
        self.audit.note(officer.id, "read_conversation", conversation, self.clock.now())
        # What is hidden in a message may have been told in an earlier one.
        shown = self._details_shown(officer, conversation)
        said = _as_may_be_read(_said(self.transcripts.rows(conversation)), shown)
        return [one for one in said if one.message.seq > after]

    async def claim(self, officer: Officer, conversation: str) -> None:
        """Take a waiting conversation, and make the bot silent in it.

        Raises Taken, NotThere, and RasaUnavailable: then the officer has it, and claiming again tells the bot.
        """
        await asyncio.to_thread(self._claim, officer, conversation)
        await self.conversations.officer_takes(conversation)

    async def take_over(self, officer: Officer, conversation: str) -> None:
        """A manager takes a conversation from the officer who has it. Raises as `claim` does."""
        await asyncio.to_thread(self._take_over, officer, conversation)
        await self.conversations.officer_takes(conversation)

    async def reply(self, officer: Officer, conversation: str, text: str) -> None:
        """Say something to the person. Raises BadEntry, NotThere, Taken and RasaUnavailable."""
        text = entered(text, "text")
        await asyncio.to_thread(self._have, officer, conversation, "reply")
        await self.conversations.officer_says(conversation, text, officer.name)

    async def hand_back(self, officer: Officer, conversation: str) -> None:
        """Let the bot take the thread up again. Raises NotThere, Taken and RasaUnavailable."""
        await asyncio.to_thread(self._have, officer, conversation, "hand_back")
        await self.conversations.hand_back(conversation)
        await asyncio.to_thread(self.work.close_handoff, conversation, self.clock.now())

    def _claim(self, officer: Officer, conversation: str) -> None:
        self._allowed(officer, conversation, "claim_conversation")
        now = self.clock.now()
        if not self.work.claim(conversation, officer.id, now):
            raise Taken(conversation)

    def _take_over(self, officer: Officer, conversation: str) -> None:
        self._allowed(officer, conversation, "take_over_conversation")
        now, handoff = self.clock.now(), self.work.handoff(conversation)
        if handoff is None:
            raise Taken(conversation)
        if handoff.claimed_by is None:
            taken = self.work.claim(conversation, officer.id, now)
        else:
            taken = self.work.take_over(conversation, handoff.claimed_by, officer.id, now)
        if not taken:
            raise Taken(conversation)

    def _have(self, officer: Officer, conversation: str, act: str) -> None:
        self._allowed(officer, conversation, act)
        handoff = self.work.handoff(conversation)
        if handoff is None or handoff.claimed_by != officer.id:
            raise Taken(conversation)

    def _allowed(self, officer: Officer, conversation: str, act: str) -> None:
        require(officer, act)
        self._known(officer, conversation, with_rows=False)
        self.audit.note(officer.id, act, conversation, self.clock.now())

    def _details_shown(self, officer: Officer, conversation: str) -> bool:
        """Whether this officer said within the hour why they need to see personal details here."""
        since = self.clock.now() - SHOWN_FOR
        lines = self.audit.about(conversation)
        return any(line.who == officer.id and line.what.startswith(SHOWN) and line.at > since for line in lines)

    def _known(self, officer: Officer, conversation: str, *, with_rows: bool = True) -> Talk:
        """Only what was handed over, sent, alerted or to be done is the officers' to read, never mere chats."""
        require(officer, "read_conversation")
        self.sight.require(officer, conversation)
        alerts, tasks = self.work.alerts_of(conversation), self.work.tasks(open_only=False)
        talk = Talk(
            conversation=conversation,
            said=tuple(_said(self.transcripts.rows(conversation))) if with_rows else (),
            handoff=self.work.handoff(conversation),
            cases=tuple(self.cases.of_conversation(conversation)),
            alerts=tuple(alerts) if may(officer, "read_alert") else (),
            tasks=tuple(task for task in tasks if task.conversation == conversation),
            at=self.clock.now(),
        )
        if not (talk.handoff or talk.cases or alerts or talk.tasks):
            raise NotThere(conversation)
        return talk


def _as_may_be_read(said: Sequence[Said], shown: bool) -> list[Said]:
    """With the texts as they are, or with what tells who somebody is hidden; in what was understood of them too."""
    if shown:
        return [replace(one, shown=one.message.text) for one in said]
    texts = hidden(_lines([one.message for one in said]))
    return [
        replace(one, shown=text, understood=one.understood and one.understood.without_details())
        for one, text in zip(said, texts, strict=True)
    ]


def _lines(messages: Sequence[Message]) -> list[Line]:
    lines, asked = [], None
    for message in messages:
        lines.append(
            Line(message.sender, message.text, asked if message.sender == "you" else None, message.kind == "summary")
        )
        asked = message.asks or (asked if message.sender == "bot" else None)
    return lines


def _said(rows: Sequence[Row]) -> list[Said]:
    return [said for row in rows if (said := _one(row)) is not None]


def _one(row: Row) -> Said | None:
    if row.data.get("unreadable"):
        message = Message(row.seq, "you" if row.type == "user" else "bot", "text", "", at=row.at)
        return Said(message, unreadable=True)
    messages = from_rows([row])
    if not messages:
        return None
    name = (row.data.get("metadata") or {}).get("name") if messages[0].sender == "officer" else None
    return Said(messages[0], _understood(row.data.get("parse_data") or {}), name)


def _understood(parsed: Mapping[str, Any]) -> Understood | None:
    intent = parsed.get("intent") or {}
    if not intent.get("name"):
        return None
    entities = tuple(
        (str(entity.get("entity")), str(entity.get("value")), float(entity.get("confidence_entity") or 0.0))
        for entity in parsed.get("entities") or ()
    )
    return Understood(str(intent["name"]), float(intent.get("confidence") or 0.0), entities)
