"""Correspondence: what the person and the complaints team wrote to each other about a case, and when it was read.

The words lie in the case's history and in its conversation. When they were read is in the audit, which notes every
reading: an officer's of the case, and the person's of their own messages. So nothing has to be marked as read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.complaints.case import Case
from bot.messages import Message, from_rows
from bot.ports import Audit, Chats, Clock, Transcripts

MESSAGE = "message"  # the event of an officer who writes to the person
FROM_PERSON = ("submitted", "added", "added_by_helper", "asks_next_stage", "asks_withdrawal")
PERSON = "person"
READ_BY_PERSON, READ_BY_TEAM = "read_own_messages", "read_case"


@dataclass(frozen=True)
class Letter:
    """One message about a case. `read_at` is when the other side first opened the case after it, or None."""

    at: datetime
    sender: str  # team | person
    what: str  # the event that it came with, or "reply" for what an officer said in the chat
    words: str
    read_at: datetime | None
    heading: str = ""  # of a letter, which is opened apart: it holds names and what was told

    @property
    def is_new(self) -> bool:
        """Whether it is from the team and the person has not seen it."""
        return self.sender == "team" and self.read_at is None


@dataclass(frozen=True)
class Correspondence:
    """Reads what was written, and notes that the person has read it."""

    transcripts: Transcripts
    chats: Chats
    audit: Audit
    clock: Clock

    def of(self, case: Case) -> Sequence[Letter]:
        """Everything that was written about a case, oldest first."""
        noted = self.audit.about(case.reference)
        by_team = [line.at for line in noted if line.what == READ_BY_TEAM]
        by_person = [line.at for line in noted if line.what == READ_BY_PERSON]
        letters = [*_in_history(case, by_team, by_person), *self._in_chat(case, by_person)]
        return sorted(letters, key=lambda letter: letter.at)

    def unread(self, case: Case) -> Sequence[Letter]:
        """What the team wrote and the person has not read."""
        return [letter for letter in self.of(case) if letter.is_new]

    def read(self, case: Case) -> Sequence[Letter]:
        """Everything that was written, for the person, as it was before; notes that they have read it."""
        letters = self.of(case)
        if any(letter.is_new for letter in letters):
            self.audit.note(PERSON, READ_BY_PERSON, case.reference, self.clock.now())
        return letters

    def unread_in_chat(self, conversation: str) -> Sequence[datetime]:
        """When an officer said something in a conversation that the person has not come back to since."""
        read_at = self.read_at(conversation)
        said = [message.at for message in self._replies(conversation) if message.at]
        return [at for at in said if read_at(at) is None]

    def read_in_chat(self, conversation: str) -> None:
        """The person has the conversation before them; noted when an officer said something that is new to them."""
        last_said = max((message.at for message in self._replies(conversation) if message.at), default=None)
        if last_said is None or self.read_at(conversation)(last_said):
            return
        self.audit.note(PERSON, READ_BY_PERSON, conversation, self.clock.now())
        self.chats.seen(conversation, self.clock.now())

    def read_at(self, conversation: str) -> Callable[[datetime], datetime | None]:
        """Says when the person first had before them what was said in a conversation at a moment, or None.

        They were there each time that it is noted that they read, and the last time that they did something.
        """
        chat = self.chats.of(conversation)
        noted = [line.at for line in self.audit.about(conversation) if line.what == READ_BY_PERSON]

        def found(said_at: datetime) -> datetime | None:
            here = [chat.seen_at] if chat and chat.seen_at > said_at else []
            return _after(said_at, [*noted, *here])

        return found

    def _in_chat(self, case: Case, by_person: Sequence[datetime]) -> Iterable[Letter]:
        if case.conversation is None:
            return
        read_there = self.read_at(case.conversation)
        for message in self._replies(case.conversation):
            if message.at:
                here = [at for at in [read_there(message.at)] if at]
                yield Letter(message.at, "team", "reply", message.text, _after(message.at, [*here, *by_person]))

    def _replies(self, conversation: str) -> Sequence[Message]:
        return [said for said in from_rows(self.transcripts.rows(conversation)) if said.sender == "officer"]


def _in_history(case: Case, by_team: Sequence[datetime], by_person: Sequence[datetime]) -> Iterable[Letter]:
    for event in case.history:
        words = str(event.detail.get("words") or "")
        if event.what == MESSAGE:
            heading = str(event.detail.get("heading") or "")
            yield Letter(event.at, "team", MESSAGE, words, _after(event.at, by_person), heading)
        elif event.who == PERSON and event.what in FROM_PERSON:
            yield Letter(event.at, PERSON, event.what, words, _after(event.at, by_team))


def _after(at: datetime, readings: Iterable[datetime]) -> datetime | None:
    return min((reading for reading in readings if reading >= at), default=None)
