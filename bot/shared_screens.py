"""Use cases of a screen that others use too: what was said is hidden there while nobody is at it.

Whoever says that others use their screen chooses an unlock word. From then on the words are hidden after five idle
minutes and on closing, and nothing of the conversation is given out again before the word, or the secret of a case
that was sent in it, is typed. The browser counts the minutes and says when it closes; for one that vanished without a
word the door counts them itself, a little longer, as a browser tells of life only once a minute.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import receipts
from bot.intake import Intake
from bot.ports import Chat, Chats, Clock, Screen
from bot.tries import Tries

VANISHED_AFTER = timedelta(minutes=6)
SHORTEST_WORD = 4  # letters and figures; guessing is slowed down, so a word that a child remembers is enough


class Hidden(Exception):
    """What was said is hidden on this screen. Carries nothing of it."""


class TooShort(ValueError):
    """The unlock word has fewer than four letters and figures."""


@dataclass(frozen=True)
class Screens:
    """Shared screens, and who may see what is hidden on them."""

    chats: Chats
    clock: Clock
    intake: Intake

    def share(self, chat: Chat, word: str) -> None:
        """Others use this screen: from now on its words are hidden when nobody is there. Raises TooShort.

        Takes about 25 ms of hashing; run it off the event loop.
        """
        plain = receipts.plain_secret(word)
        if len(plain) < SHORTEST_WORD:
            raise TooShort
        self.chats.share_screen(Screen(chat.conversation, self.intake.hasher.hash(plain), self.clock.now()))

    def attend(self, chat: Chat) -> None:
        """Somebody is at the screen."""
        if chat.screen:
            self.chats.attended(chat.conversation, self.clock.now())

    def hide(self, chat: Chat) -> None:
        """Hide the words now; nothing happens on a screen that nobody else uses."""
        self.chats.hide_screen(chat.conversation, hidden=True)

    def hides(self, chat: Chat) -> bool:
        """Whether what was said in this conversation is hidden."""
        return is_hidden(chat.screen, self.clock.now())

    def show(self, chat: Chat, typed: str) -> tuple[bool, float]:
        """Whether this word or secret shows the words again, and how many seconds the answer has to wait.

        About 25 ms of hashing for the word and for each case: run it off the event loop, and one try at a time.
        """
        tries = Tries(self.chats, self.clock, (f"screen:{chat.conversation}",))
        right, wait = self._opens(chat, typed), tries.wait_seconds()
        if right:
            self.chats.attended(chat.conversation, self.clock.now())
            self.chats.hide_screen(chat.conversation, hidden=False)
        else:
            tries.failed()
        return right, wait

    def _opens(self, chat: Chat, typed: str) -> bool:
        word_hash = chat.screen.word_hash if chat.screen else None
        if self.intake.hasher.matches(receipts.plain_secret(typed), word_hash):
            return True
        cases = self.intake.cases.of_conversation(chat.conversation)
        return any(self.intake.opens(case.reference, typed) for case in cases)


def is_hidden(screen: Screen | None, now: datetime) -> bool:
    """Whether a screen is hidden at this moment: somebody hid it, or nobody has been at it."""
    return screen is not None and (screen.hidden or now - screen.attended_at > VANISHED_AFTER)
