"""Safety: danger signs are looked for at the door, before Rasa, so that help is shown whatever else is down."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.complaints import danger_signs
from bot.complaints.danger_signs import Danger
from bot.intake import Intake
from bot.messages import Message
from bot.safeguarding import truth
from bot.settings import Settings
from bot.widget.incoming import LONGEST_TEXT
from bot.widget.off_loop import SAFETY, spooled
from bot.words import Words


@dataclass(frozen=True)
class Seen:
    """A danger sign in a message, and whether it could be written down for the people on duty."""

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

    async def alert(self, conversation: str, message_id: str, text: str, danger: Danger) -> Seen:
        """Write an alert to the spool, whatever becomes of the message."""
        return Seen(danger, await spooled(self.intake.raise_alert, conversation, message_id, text, danger))

    def instead(self, seen: Seen, refusal: str) -> list[Message]:
        """What is said when the message cannot go to Rasa: the safety words, what is true, and what went wrong.

        Nobody knows here who is writing, so the words are those for everybody.
        """
        return [Message(0, "bot", "safety", self.words_for(seen)), Message(0, "bot", "error", self.words.say(refusal))]

    def words_for(self, seen: Seen) -> str:
        """The safety words for everybody, and what is true about who will read it."""
        return self.words.say("utter_safety", told=self._told(seen))

    def _told(self, seen: Seen) -> str:
        intake = self.intake
        true = truth(
            intake.clock.now().astimezone(intake.profile.timezone),
            self.settings.duty_hours,
            intake.calendar,
            demonstration=intake.demonstration,
            spooled=seen.spooled,
        )
        return self.words.say(true.response, time=true.time, phone=self.settings.council_phone)
