"""Wrong tries: guessing gets slower and nobody is locked out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.ports import Chats, Clock

# Three free tries an hour, then a wait that doubles up to ten seconds.
FREE_TRIES = 3
LONGEST_WAIT = 10.0
TRIES_COUNT_FOR = timedelta(hours=1)


@dataclass(frozen=True)
class Tries:
    """The tries under some keys: one for who guesses, one for what is guessed at."""

    chats: Chats
    clock: Clock
    keys: tuple[str, ...]

    def wait_seconds(self) -> float:
        """How long the answer to another try has to wait, right or wrong."""
        since = self.clock.now() - TRIES_COUNT_FOR
        wrong = max(self.chats.tries(key, since) for key in self.keys)
        return min(LONGEST_WAIT, 2.0 ** (wrong - FREE_TRIES)) if wrong >= FREE_TRIES else 0.0

    def failed(self) -> None:
        """Note one wrong try under every key."""
        for key in self.keys:
            self.chats.tried(key, self.clock.now())
