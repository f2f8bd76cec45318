"""Use cases of the officer, for conversations: read, claim, reply, note, hand back, close.

Two officers never have the same one. How a transcript is read stands in bot/transcript.py.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from bot.complaints.case import Case
from bot.complaints.facts import CHOICES, Facts
from bot.complaints.trace import Passed, trace
from bot.correspondence import Correspondence
from bot.ports import Alert, Audit, Cases, Clock, Conversations, Handoff, Officer, Task, Transcripts, Work
from bot.roles import BadEntry, NotThere, entered, may, require
from bot.sight import Sight
from bot.talk_notes import TalkNote, TalkNotes
from bot.told import facts_from
from bot.transcript import Said, as_may_be_read, transcript, with_read_marks
from bot.words import Words

# Why an officer needs to see personal details; a reason of their own could itself tell somebody's name.
WHY_SHOWN = ("to_answer", "to_keep_safe", "to_open_case", "to_find_records", "person_asked")
HIDDEN = "hidden"
SHOWN, SHOWN_FOR = "show_details_", timedelta(hours=1)


class Taken(Exception):
    """Somebody else has the conversation, or nobody waits in it any more."""


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
    audience: str | None = None  # child | adult, or None while nobody knows
    notes: tuple[TalkNote, ...] = ()
    told: Facts = field(default_factory=Facts)  # so far, by what the assistant understood
    leads: tuple[Passed, ...] = ()  # the rows of triage that the facts so far have passed
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
    correspondence: Correspondence
    notes: TalkNotes
    words: Words

    def read(self, officer: Officer, conversation: str) -> Talk:
        """The whole conversation. That it was read is noted; raises NotThere."""
        talk = self._known(officer, conversation)
        self.audit.note(officer.id, "read_conversation", conversation, self.clock.now())
        shown = self._details_shown(officer, conversation)
        said = with_read_marks(as_may_be_read(talk.said, shown), self.correspondence.read_at(conversation))
        slots = self.transcripts.slots(conversation)
        told = facts_from(slots)
        return replace(
            talk,
            told=told,
            said=tuple(said),
            audience=slots.get("audience"),
            notes=tuple(self.notes.of(conversation)) if may(officer, "note_conversation") else (),
            leads=tuple(_without_details(row, shown) for row in trace(told, self.sight.today())),
            details_shown=shown,
        )

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
        if not transcript(self.transcripts.rows(conversation, after)):
            return []
        self.audit.note(officer.id, "read_conversation", conversation, self.clock.now())
        # What is hidden in a message may have been told in an earlier one.
        shown = self._details_shown(officer, conversation)
        said = as_may_be_read(self._said(conversation), shown)
        return [
            one for one in with_read_marks(said, self.correspondence.read_at(conversation)) if one.message.seq > after
        ]

    def state(self, officer: Officer, conversation: str) -> Talk:
        """Who has it, and what the person has read, without any words of it. Raises NotThere."""
        talk = self._known(officer, conversation)
        said = with_read_marks(talk.said, self.correspondence.read_at(conversation))
        return replace(talk, said=tuple(one for one in said if one.officer))

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

    def note(self, officer: Officer, conversation: str, text: str) -> None:
        """Note something for the other officers; the person never sees it. Raises BadEntry and NotThere."""
        text = entered(text, "note")
        self._allowed(officer, conversation, "note_conversation")
        self.notes.add(TalkNote(conversation, self.clock.now(), officer.id, text))

    async def close(self, officer: Officer, conversation: str, text: str) -> None:
        """The talk is over, with a note on how; the person is told, and the bot answers again.

        Raises BadEntry, NotThere, Taken and RasaUnavailable.
        """
        text = entered(text, "how")
        await asyncio.to_thread(self._have, officer, conversation, "close_conversation")
        audience = (await asyncio.to_thread(self.transcripts.slots, conversation)).get("audience")
        await self.conversations.wake(conversation, self.words.say("utter_talk_closed", audience), waits=False)
        await asyncio.to_thread(self._closed, officer, conversation, text)

    def _closed(self, officer: Officer, conversation: str, text: str) -> None:
        now = self.clock.now()
        self.notes.add(TalkNote(conversation, now, officer.id, text))
        self.work.close_handoff(conversation, now)

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

    def _said(self, conversation: str) -> list[Said]:
        return transcript(self.transcripts.rows(conversation), self.transcripts.steps(conversation))

    def _known(self, officer: Officer, conversation: str, *, with_rows: bool = True) -> Talk:
        """Only what was handed over, sent, alerted or to be done is the officers' to read, never mere chats."""
        require(officer, "read_conversation")
        self.sight.require(officer, conversation)
        alerts = self.work.alerts_of(conversation)
        talk = Talk(
            conversation=conversation,
            said=tuple(self._said(conversation)) if with_rows else (),
            handoff=self.work.handoff(conversation),
            cases=tuple(self.cases.of_conversation(conversation)),
            alerts=tuple(alerts) if may(officer, "read_alert") else (),
            tasks=tuple(self.work.tasks_of(conversation)),
            at=self.clock.now(),
        )
        if not (talk.handoff or talk.cases or alerts or talk.tasks):
            raise NotThere(conversation)
        return talk


def _without_details(row: Passed, shown: bool) -> Passed:
    """A row of triage; what it saw that could tell who somebody is stays hidden with the rest."""
    return row if shown else replace(row, saw={name: _if_listed(name, value) for name, value in row.saw.items()})


def _if_listed(name: str, value: Any) -> Any:
    """A value as it is where it is one of a list that everybody knows, or a mark that it is hidden."""
    free = name in CHOICES and CHOICES[name] is None
    return HIDDEN if free and value is not None else value
