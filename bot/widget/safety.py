"""Safety: danger signs are looked for at the door, before Rasa, so that help is shown whatever else is down.

A sure sign raises its alert at once. A doubtful one is held while Rasa hears the message: the ear there raises it when
the classifier agrees, and when Rasa cannot be asked the door does.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from bot.complaints import danger_signs
from bot.complaints.danger_signs import Danger
from bot.intake import Intake
from bot.messages import Message
from bot.settings import Settings
from bot.widget.incoming import LONGEST_TEXT
from bot.widget.off_loop import SAFETY, spooled
from bot.words import Words


@dataclass(frozen=True)
class Seen:
    """A danger sign in a message, and whether it could be written down for the people on duty."""

    conversation: str
    message_id: str
    words: str
    danger: Danger
    spooled: bool


@dataclass(frozen=True)
class Safety:
    """The door's own watch over what is written."""

    intake: Intake
    words: Words
    settings: Settings

    async def look(self, text: str) -> Danger | None:
        """The danger in a text, or None."""
        if len(text) <= LONGEST_TEXT:
            return danger_signs.look(text)
        # Up to half a second for the longest that a body can hold: nobody else should wait for that.
        return await asyncio.get_running_loop().run_in_executor(SAFETY, danger_signs.look, text)

    async def note(self, conversation: str, message_id: str, words: str, danger: Danger) -> Seen:
        """Write an alert to the spool, raised or held, whatever becomes of the message."""
        write = self.intake.raise_alert if danger.sure else self.intake.hold_alert
        kept = await spooled(write, conversation, message_id, words, danger)
        return Seen(conversation, message_id, words, danger, kept)

    async def heard(self, seen: Seen) -> None:
        """Rasa has answered: what it agreed to is raised already, and nothing is held any more."""
        if not seen.danger.sure:
            await spooled(self.intake.let_go, seen.conversation, seen.message_id)

    async def unheard(self, seen: Seen) -> Seen:
        """Rasa could not be asked, so a doubtful sign counts: it is raised, and held no longer once that is written."""
        if seen.danger.sure:
            return seen
        raised = await self.note(seen.conversation, seen.message_id, seen.words, replace(seen.danger, sure=True))
        if raised.spooled:
            await spooled(self.intake.let_go, seen.conversation, seen.message_id)
        return raised

    def instead(self, seen: Seen, refusal: str) -> list[Message]:
        """What is said when the message cannot go to Rasa: the safety words, what is true, and what went wrong.

        Nobody knows here who is writing, so the words are those for everybody.
        """
        safety = self.words_for(seen.spooled, None)
        return [Message(0, "bot", "safety", safety), Message(0, "bot", "error", self.words.say(refusal))]

    def words_for(self, spooled: bool, audience: str | None) -> str:
        """The safety words with what is true about the alert, for a child, an adult or whoever it may be."""
        return self.words.say("utter_safety", audience, told=self._told(spooled))

    def _told(self, spooled: bool) -> str:
        true = self.intake.true_of_alert(spooled=spooled)
        phone, out_of_hours = self.settings.council_phone, self.settings.out_of_hours_phone
        return self.words.say(true.response, time=true.time, phone=phone, out_of_hours=out_of_hours)
