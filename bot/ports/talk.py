"""Conversations: who wrote to whom, what was said, and whom it is passed to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from bot.ports.records import Alert, Chat, Held, Helper, OpenedCase, Row, Screen


class Clock(Protocol):
    """What time it is, in UTC with a time zone."""

    def now(self) -> datetime:
        """The present moment."""
        ...


class Chats(Protocol):
    """The conversations at the public door, and one-use tokens for secrets proved there."""

    def open(self, chat: Chat) -> None:
        """Keep a new conversation."""
        ...

    def by_mark(self, token_mark: str) -> Chat | None:
        """The conversation of a browser's token, or None when unknown or left."""
        ...

    def seen(self, conversation: str, at: datetime) -> None:
        """The person was here."""
        ...

    def leave(self, conversation: str, at: datetime) -> None:
        """The person left; the token opens nothing any more."""
        ...

    def idle_since(self, before: datetime) -> Sequence[str]:
        """Conversations in which nobody has been since then, left or not."""
        ...

    def forget(self, conversation: str) -> None:
        """Delete what is kept of a conversation here."""
        ...

    def of(self, conversation: str) -> Chat | None:
        """What is kept of a conversation, left or not; None when it is forgotten."""
        ...

    def share_screen(self, screen: Screen) -> None:
        """Keep that others use the screen of a conversation; replaces what was kept of it, the word too."""
        ...

    def attended(self, conversation: str, at: datetime) -> None:
        """Somebody is at the shared screen; whether it is hidden stays as it is."""
        ...

    def hide_screen(self, conversation: str, *, hidden: bool) -> None:
        """Hide a shared screen, or show it again; a screen that is not shared stays as it is."""
        ...

    def open_case(self, case: OpenedCase) -> None:
        """Keep that a case was opened; what nobody has used for a day is forgotten."""
        ...

    def opened_case(self, token_mark: str) -> OpenedCase | None:
        """The case that a browser's token has opened, or None."""
        ...

    def seen_case(self, token_mark: str, at: datetime) -> None:
        """The person did something with the case."""
        ...

    def close_case(self, token_mark: str) -> None:
        """The token opens nothing any more."""
        ...

    def let_in(self, helper: Helper) -> None:
        """Keep who helps with a case, in place of whoever did before."""
        ...

    def helper(self, reference: str) -> Helper | None:
        """Who helps with a case, or None."""
        ...

    def let_out(self, reference: str) -> None:
        """Nobody helps with this case any more."""
        ...

    def put_token(self, token_mark: str, reference: str | None, at: datetime) -> None:
        """Keep a one-use token: the case it opens, or None for a secret that was wrong."""
        ...

    def take_token(self, token_mark: str, now: datetime) -> str | None:
        """Use a token up (within ten minutes): the reference it opens, or None."""
        ...

    def tries(self, key: str, since: datetime) -> int:
        """How many wrong secrets were tried under this key since then."""
        ...

    def tried(self, key: str, at: datetime) -> None:
        """Note one wrong try."""
        ...


class Transcripts(Protocol):
    """What was said: the rows that Rasa's tracker store wrote, opened; and the answers that still wait for Rasa."""

    def rows(self, conversation: str, after: int = 0) -> Sequence[Row]:
        """The user and bot rows of a conversation with a higher number than `after`, in order.

        Empty as long as Rasa has not made its table.
        """
        ...

    def steps(self, conversation: str) -> Sequence[Row]:
        """What the assistant did and noted: the action and slot rows of a conversation, in order."""
        ...

    def slots(self, conversation: str) -> Mapping[str, Any]:
        """What Rasa remembers of a conversation: the latest value of every slot that was set."""
        ...

    def hold(self, answer: Held) -> bool:
        """Keep an answer until Rasa has heard it; False when a message with its id is held already."""
        ...

    def held(self, conversation: str) -> Sequence[Held]:
        """The answers of a conversation that Rasa has not heard, in the order in which they were given."""
        ...

    def waiting(self) -> Sequence[str]:
        """The conversations that have such answers, the one that has waited longest first."""
        ...

    def heard(self, message_id: str) -> None:
        """Rasa has heard a held answer; it is kept there now."""
        ...

    def erase(self, conversation: str) -> None:
        """Delete every row of a conversation, every answer that is held for it, and what officers noted about it."""
        ...


class Spool(Protocol):
    """Where an alert is written before anybody is answered: local, sealed, synced to disk."""

    def append(self, alert: Alert) -> None:
        """Write an alert; raises OSError when that cannot be done."""
        ...

    def waiting(self) -> Sequence[Alert]:
        """Alerts not yet delivered, oldest first."""
        ...

    def delivered(self, alert_id: str) -> None:
        """Forget an alert that has reached the store and the duty route."""
        ...

    def hold(self, alert: Alert) -> None:
        """Write an alert that is not raised yet, for the sign is doubtful; raises OSError when that cannot be done."""
        ...

    def held(self) -> Sequence[Alert]:
        """Alerts that are held and neither raised nor let go, oldest first."""
        ...

    def let_go(self, alert_id: str) -> None:
        """Forget an alert that was held: it is raised now, or nothing was the matter."""
        ...

    def damaged(self) -> Sequence[str]:
        """The ids of alerts that do not open and were set aside: somebody must look into these conversations."""
        ...


class Notices(Protocol):
    """Mail to officers. Never carries the words of a case, only a link."""

    async def send(self, to: str, kind: str, facts: Mapping[str, str]) -> None:
        """Send one notice; `kind` names its template. Raises NoticeFailed when the mail server did not take it."""
        ...


class Conversations(Protocol):
    """Rasa, as the console uses it: an officer's words are appended to the one record of what was said.

    Every method raises RasaUnavailable.
    """

    async def officer_takes(self, conversation: str) -> None:
        """From now on the bot is silent."""
        ...

    async def officer_says(self, conversation: str, text: str, name: str) -> None:
        """Append an officer's message."""
        ...

    async def wake(self, conversation: str, text: str, *, waits: bool = True) -> None:
        """The bot is silent no more and says this, in one step; `waits` when the person still waits for somebody."""
        ...

    async def hand_back(self, conversation: str) -> None:
        """The bot takes the thread up again."""
        ...
