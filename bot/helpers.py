"""Use cases of the person who lets somebody help with their case, an advocate most of all, and lets them out again.

The helper gets a secret of their own, for what the person has chosen and no more. It dies the moment the person says
so, and whatever it had open with it. (Children Act 1989 s26A: the advocate acts as the child wishes.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot import receipts
from bot.complaints.case import Event
from bot.intake import Hasher, Secret
from bot.ports import Cases, Chats, Clock, Helper

SCOPES = ("read", "write")  # what the person and the team write to each other; and to write for the person


@dataclass(frozen=True)
class Helpers:
    """Who may help with which case. How it is going they see in any case."""

    cases: Cases
    chats: Chats
    clock: Clock
    hasher: Hasher

    def of(self, reference: str) -> Helper | None:
        """Whoever is let into this case, or None."""
        return self.chats.helper(reference)

    def let_in(self, reference: str, scope: Sequence[str]) -> Secret:
        """A secret for a helper, to be told once; what another helper had dies. Takes about 25 ms of hashing.

        Raises ValueError for a scope that is not of SCOPES.
        """
        if not set(scope) <= set(SCOPES):
            raise ValueError(scope)
        secret, now = receipts.new_secret("words"), self.clock.now()
        kept = self.hasher.hash(receipts.plain_secret(secret))
        self.chats.let_in(Helper(reference, kept, tuple(scope), now))
        self._note(reference, "helper_let_in", scope=list(scope))
        return Secret(secret)

    def let_out(self, reference: str) -> None:
        """The helper's secret opens nothing any more; nothing happens where there is none."""
        if self.of(reference):
            self.chats.let_out(reference)
            self._note(reference, "helper_let_out")

    def _note(self, reference: str, what: str, **detail: object) -> None:
        case = self.cases.get(reference)
        assert case is not None, "a secret opened it"
        self.cases.save(case.noting(Event(self.clock.now(), "person", what, detail)))
