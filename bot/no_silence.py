"""No silence: a conversation stays with an officer only as long as that officer may see it, and answers.

While an officer has a conversation the bot is silent. An alert takes it out of most officers' sight at once, people go
home, and accounts are shut: then nobody would speak. So it goes back into the queue, the bot speaks again, and the
person is told what is true. docs/decisions/ says why.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.complaints.office_hours import opening
from bot.complaints.profile import Profile
from bot.complaints.working_days import Calendar
from bot.messages import Message, from_rows
from bot.ports import Audit, Clock, Conversations, Handoff, Officers, RasaUnavailable, Transcripts, Work
from bot.roles import may
from bot.sight import Sight
from bot.team_hours import team_hours
from bot.words import Words

log = logging.getLogger(__name__)

MACHINE = "machine"  # who it is in the audit
UNANSWERED = timedelta(minutes=30)  # long enough to look something up; a child at a silent chat waits no longer
UNANSWERED_AFTER_HOURS = timedelta(minutes=5)  # an officer may finish a sentence when the office closes
WITH_OFFICER = "with_officer"


@dataclass(frozen=True)
class NoSilence:
    """Gives back what officers cannot answer any more. A door runs `round` every few seconds."""

    work: Work
    sight: Sight
    officers: Officers
    transcripts: Transcripts
    conversations: Conversations
    audit: Audit
    clock: Clock
    profile: Profile
    calendar: Calendar
    words: Words

    async def round(self) -> None:
        """Give back what is due; wake the bot wherever it is silent and nobody has the conversation.

        The second half needs nothing of the first: it also mends what was cut off between two steps.
        """
        for handoff in self.work.handoffs():
            if handoff.claimed_by:
                self._give_back(handoff, handoff.claimed_by)
        for handoff in self.work.handoffs():
            if not handoff.claimed_by:
                await self._wake(handoff)

    def _give_back(self, handoff: Handoff, officer: str) -> None:
        reason = self._why(handoff, officer)
        if reason is None:
            return
        self.audit.note(MACHINE, "give_back_conversation", handoff.conversation, self.clock.now())
        if self.work.unclaim(handoff.conversation, officer, reason):
            log.info("conversation %s is back in the queue: %s", handoff.conversation, reason)

    def _why(self, handoff: Handoff, officer_id: str) -> str | None:
        """Why the officer cannot go on with it, as the reason with which it waits again; None when they can."""
        officer = self.officers.get(officer_id)
        if officer is None or officer.disabled_at or not may(officer, "reply"):
            return "left"
        if not self.sight.of(officer).conversation(handoff.conversation):
            return "disclosure" if self._is_alerted(handoff.conversation) else "left"
        since = self._unanswered_since(handoff)
        patience = UNANSWERED if self._team_is_there() else UNANSWERED_AFTER_HOURS
        return "left" if since and self.clock.now() - since >= patience else None

    def _is_alerted(self, conversation: str) -> bool:
        alerts = (*self.sight.spool.waiting(), *self.work.alerts_of(conversation))
        return any(alert.conversation == conversation and alert.released_at is None for alert in alerts)

    def _unanswered_since(self, handoff: Handoff) -> datetime | None:
        """When the person first wrote something that the officer who has it has not answered."""
        unanswered: Message | None = None
        for message in from_rows(self.transcripts.rows(handoff.conversation)):
            if message.sender == "officer":
                unanswered = None
            elif message.sender == "you" and unanswered is None and _is_after(message, handoff.claimed_at):
                unanswered = message
        return unanswered.at if unanswered else None

    def _team_is_there(self) -> bool:
        hours = self.profile.contacts.office_hours
        now = self._local_now()
        return opening(now, hours, self.calendar).is_open if hours else self.calendar.is_open(now.date())

    async def _wake(self, handoff: Handoff) -> None:
        """Have the bot speak again, unless it does. With Rasa away the next round tries again."""
        conversation = handoff.conversation
        slots = self.transcripts.slots(conversation)
        if slots.get("handoff_state") != WITH_OFFICER:
            return
        alerted = handoff.reason == "disclosure"
        with suppress(RasaUnavailable):
            await self.conversations.wake(conversation, self._said(alerted, slots.get("audience")))
            if self._is_claimed(conversation):  # somebody took it meanwhile
                await self.conversations.officer_takes(conversation)
            elif not alerted:  # after a disclosure no question follows by itself
                await self.conversations.hand_back(conversation)

    def _is_claimed(self, conversation: str) -> bool:
        handoff = self.work.handoff(conversation)
        return handoff is not None and handoff.claimed_by is not None

    def _said(self, alerted: bool, audience: str | None) -> str:
        if alerted:
            return self.words.say("utter_officer_gone_for_safety", audience)
        return self.words.say("utter_officer_gone", audience, hours=self._hours(audience))

    def _hours(self, audience: str | None) -> str:
        return team_hours(self._local_now(), self.profile, self.calendar, self.words, audience)

    def _local_now(self) -> datetime:
        return self.clock.now().astimezone(self.profile.timezone)


def _is_after(message: Message, at: datetime | None) -> bool:
    return message.at is not None and (at is None or message.at >= at)
