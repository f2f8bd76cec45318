"""Housekeeping: a conversation that was left without a receipt is erased after the council's number of hours.

People are told so before they leave. Never erased is what somebody may still need: a conversation with an alert, one
in the officers' queue, one in which an officer has written, and one that opened a case.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta

from bot.messages import from_rows
from bot.ports import Cases, Chats, Clock, Transcripts, Work

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Housekeeping:
    """Erases what has been left. A door runs `round` every few minutes."""

    cases: Cases
    work: Work
    chats: Chats
    transcripts: Transcripts
    clock: Clock
    erase_after_hours: int

    def round(self) -> int:
        """Erase every conversation that is due; returns how many."""
        before = self.clock.now() - timedelta(hours=self.erase_after_hours)
        due = [conversation for conversation in self.chats.idle_since(before) if not self._is_needed(conversation)]
        for conversation in due:
            self.transcripts.erase(conversation)
            self.chats.forget(conversation)
            log.info("conversation %s erased: left without a receipt", conversation)
        return len(due)

    def _is_needed(self, conversation: str) -> bool:
        return bool(
            self.work.alerts_of(conversation)
            or self.work.handoff(conversation)
            or self.cases.of_conversation(conversation)
            or any(message.sender == "officer" for message in from_rows(self.transcripts.rows(conversation)))
        )
