"""Housekeeping: a conversation that was left without a receipt is erased after the council's number of hours.

People are told so before they leave. Never erased is what somebody may still need: a conversation with an alert, one
that officers have something to do with, one with a reply that the person has not seen, and one that opened a case.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta

from bot.correspondence import Correspondence
from bot.ports import Cases, Chats, Clock, Spool, Transcripts, Work

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Housekeeping:
    """Erases what has been left. A door runs `round` every few minutes."""

    cases: Cases
    work: Work
    chats: Chats
    transcripts: Transcripts
    spool: Spool
    correspondence: Correspondence
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
            or any(alert.conversation == conversation for alert in self.spool.waiting())
            or self.work.handoff(conversation)
            or any(task.done_at is None for task in self.work.tasks_of(conversation))
            or self.cases.of_conversation(conversation)
            or self.correspondence.unread_in_chat(conversation)
        )
