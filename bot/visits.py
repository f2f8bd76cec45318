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
from bot.receipts import plain_secret
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
class Opened:
    """A case that a browser has open. `scope` is what a helper may do with it; None for the person, who may do all."""

    reference: str
    scope: tuple[str, ...] | None = None


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
        """Check a secret for the pages about a case: the person's own, or that of somebody whom they let in.

        `who` is what one browser's tries are counted under. The same work for a wrong secret and an unknown reference,
        about 50 ms of hashing: run it off the event loop.
        """
        helper = self.chats.helper(reference) if reference else None
        helps = self.intake.hasher.matches(plain_secret(typed), helper.secret_hash if helper else None)
        right, wait = self._try(f"pages:{who}", reference, typed, helps=helps)
        if not right or reference is None:
            return Entry(None, wait)
        token, now = secrets.token_urlsafe(32), self.clock.now()
        lock = mark(helper.secret_hash) if helps and helper else self._lock(reference)
        self.chats.open_case(OpenedCase(mark(token), reference, lock, now, now))
        return Entry(token, wait)

    def case_of(self, token: str | None) -> str | None:
        """The reference of the case that a browser has open with the person's own secret, or None."""
        opened = self.open_now(token)
        return opened.reference if opened and opened.scope is None else None

    def open_now(self, token: str | None) -> Opened | None:
        """The case that a browser has open; None when it has none, or has had it for too long.

        Whoever came in with a secret that has been replaced meanwhile, or was let out, is outside.
        """
        opened = self.chats.opened_case(mark(token)) if token else None
        if opened is None:
            return None
        now = self.clock.now()
        over = now - opened.seen_at > CASE_IDLE or now - opened.opened_at > CASE_OPEN
        helper = self.chats.helper(opened.reference)
        helps = helper is not None and opened.lock == mark(helper.secret_hash)
        if over or not (helps or opened.lock == self._lock(opened.reference)):
            self.chats.close_case(opened.token_mark)
            return None
        self.chats.seen_case(opened.token_mark, now)
        return Opened(opened.reference, helper.scope if helps and helper else None)

    def case_before(self, token: str | None) -> str | None:
        """The reference of the case that a browser opened, in time or not: for what is sent too late, never to show."""
        opened = self.chats.opened_case(mark(token)) if token else None
        return opened.reference if opened else None

    def close_case(self, token: str | None) -> None:
        """The person is done with the case."""
        if token:
            self.chats.close_case(mark(token))

    # --- what both need ---

    def _try(self, who: str, reference: str | None, typed: str, *, helps: bool = False) -> tuple[bool, float]:
        """Whether a secret opens a case, and how many seconds the answer has to wait, whether right or wrong.

        `helps` when it is known to be a helper's already; the work is the same.
        """
        keys = (who, f"reference:{reference}") if reference else (who,)
        tries = Tries(self.chats, self.clock, keys)
        wait, right = tries.wait_seconds(), self.intake.opens(reference, typed) or helps
        if not right:
            tries.failed()
        return right, wait

    def _lock(self, reference: str) -> str:
        return mark(self.intake.cases.secret_hash(reference) or "")


def mark(token: str) -> str:
    """What is kept of a token: enough to know it again, not to use it."""
    return hashlib.sha256(token.encode()).hexdigest()
