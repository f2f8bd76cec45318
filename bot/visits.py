"""Use cases of the public door itself: a browser's conversation, and the proof that somebody holds a case's secret.

The browser holds a random token, Rasa knows a conversation id, and neither can be worked out from the other.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from bot.intake import Intake
from bot.ports import Chat, Chats, Clock, OpenedCase
from bot.shared_screens import Hidden, Screens
from bot.tries import Tries

# How long a case stays open on the pages about it: since the person last did something, and in all.
CASE_IDLE = timedelta(minutes=20)
CASE_OPEN = timedelta(hours=2)


@dataclass(frozen=True)
class Proof:
    """A one-use token for Rasa, the same to look at for a right and a wrong secret, and how long to wait with it."""

    token: str
    wait_seconds: float


@dataclass(frozen=True)
class Entry:
    """The token of a case that was opened on the pages, or None; and how long to wait with the answer."""

    token: str | None
    wait_seconds: float


@dataclass(frozen=True)
class Visits:
    """Who is at the door."""

    chats: Chats
    clock: Clock
    intake: Intake

    def begin(self) -> tuple[str, Chat]:
        """Start a conversation; returns the browser's token and what is kept of it."""
        token, now = secrets.token_urlsafe(32), self.clock.now()
        chat = Chat(f"c-{secrets.token_hex(16)}", mark(token), now, now)
        self.chats.open(chat)
        return token, chat

    @property
    def screens(self) -> Screens:
        """What is hidden on screens that others use too."""
        return Screens(self.chats, self.clock, self.intake)

    def of(self, token: str | None) -> Chat | None:
        """The conversation of a browser's token, or None when it is made up, or the person has left.

        Raises Hidden while what was said is hidden on their screen.
        """
        chat = self.whose(token)
        if chat and self.screens.hides(chat):
            raise Hidden
        return chat

    def whose(self, token: str | None) -> Chat | None:
        """Like `of`, hidden or not: for what gives nothing of the conversation out."""
        return self.chats.by_mark(mark(token)) if token else None

    def seen(self, chat: Chat) -> None:
        """The person did something."""
        self.chats.seen(chat.conversation, self.clock.now())
        self.screens.attend(chat)

    def leave(self, chat: Chat) -> None:
        """The person left: the token opens nothing any more."""
        self.chats.leave(chat.conversation, self.clock.now())

    def prove(self, chat: Chat, reference: str | None, typed: str) -> Proof:
        """Check a secret for Rasa, which never sees it: Rasa gets a token that opens the case, or nothing.

        Takes about 25 ms of hashing, right or wrong; run it off the event loop.
        """
        right, wait = self._try(f"conversation:{chat.conversation}", reference, typed)
        token = secrets.token_urlsafe(24)
        self.chats.put_token(mark(token), reference if right else None, self.clock.now())
        return Proof(token, wait)

    def ticket(self, reference: str) -> str:
        """A one-use token for whoever has just opened this case, to be shown its receipt with it."""
        token = secrets.token_urlsafe(24)
        self.chats.put_token(mark(token), reference, self.clock.now())
        return token

    def redeem(self, token: str | None) -> str | None:
        """Use a token up: the reference of the case that it opens, or None."""
        return self.chats.take_token(mark(token), self.clock.now()) if token else None

    # --- the pages about a case ---

    def open_case(self, who: str, reference: str | None, typed: str) -> Entry:
        """Check a secret for the pages about a case. `who` is what one browser's tries are counted under.

        The same work for a wrong secret and an unknown reference, about 25 ms of hashing: run it off the event loop.
        """
        right, wait = self._try(f"pages:{who}", reference, typed)
        if not right or reference is None:
            return Entry(None, wait)
        token, now = secrets.token_urlsafe(32), self.clock.now()
        self.chats.open_case(OpenedCase(mark(token), reference, self._lock(reference), now, now))
        return Entry(token, wait)

    def case_of(self, token: str | None) -> str | None:
        """The reference of the case that a browser has open; None when it has none, or has had it for too long.

        Whoever came in with a secret that has been replaced meanwhile is outside.
        """
        opened = self.chats.opened_case(mark(token)) if token else None
        if opened is None:
            return None
        now = self.clock.now()
        over = now - opened.seen_at > CASE_IDLE or now - opened.opened_at > CASE_OPEN
        if over or opened.lock != self._lock(opened.reference):
            self.chats.close_case(opened.token_mark)
            return None
        self.chats.seen_case(opened.token_mark, now)
        return opened.reference

    def case_before(self, token: str | None) -> str | None:
        """The reference of the case that a browser opened, in time or not: for what is sent too late, never to show."""
        opened = self.chats.opened_case(mark(token)) if token else None
        return opened.reference if opened else None

    def close_case(self, token: str | None) -> None:
        """The person is done with the case."""
        if token:
            self.chats.close_case(mark(token))

    # --- what both need ---

    def _try(self, who: str, reference: str | None, typed: str) -> tuple[bool, float]:
        """Whether a secret opens a case, and how many seconds the answer has to wait, whether right or wrong."""
        keys = (who, f"reference:{reference}") if reference else (who,)
        tries = Tries(self.chats, self.clock, keys)
        wait, right = tries.wait_seconds(), self.intake.opens(reference, typed)
        if not right:
            tries.failed()
        return right, wait

    def _lock(self, reference: str) -> str:
        return mark(self.intake.cases.secret_hash(reference) or "")


def mark(token: str) -> str:
    """What is kept of a token: enough to know it again, not to use it."""
    return hashlib.sha256(token.encode()).hexdigest()
