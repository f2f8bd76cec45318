"""Safety: danger signs are looked for at the door, before Rasa, so that help is shown whatever else is down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.complaints import danger_signs
from bot.complaints.danger_signs import Danger
from bot.intake import Intake
from bot.messages import Message
from bot.widget.off_loop import spooled
from bot.words import Words


@dataclass(frozen=True)
class Seen:
    """A danger sign in a message, and whether it could be written down for the people on duty."""

    danger: Danger
    passed_on: bool


@dataclass(frozen=True)
class Safety:
    """The door's own watch over what is written."""

    intake: Intake
    words: Words
    phones: Mapping[str, str]  # council, council_phone, out_of_hours_phone

    def look(self, text: str) -> Danger | None:
        """The danger in a text, or None."""
        return danger_signs.look(text) if text else None

    async def alert(self, conversation: str, message_id: str, text: str, danger: Danger) -> Seen:
        """Write an alert to the spool, whatever becomes of the message."""
        kept = await spooled(self.intake.raise_alert, conversation, message_id, text, danger)
        return Seen(danger, kept)

    def instead(self, seen: Seen, refusal: str) -> list[Message]:
        """What is said when the message cannot go to Rasa: the safety words, what is true, and what went wrong."""
        safety = f"{self._say('utter_safety')}\n\n{self._say(self._truth(seen))}"
        return [Message(0, "bot", "safety", safety), Message(0, "bot", "error", self._say(refusal))]

    def before(self, seen: Seen) -> list[Message]:
        """What is said before Rasa's own safety words: nothing, unless nobody will read this."""
        if seen.passed_on or self.intake.demonstration:
            return []
        return [Message(0, "bot", "safety", self._say("utter_safety_not_passed_on"))]

    def _truth(self, seen: Seen) -> str:
        if self.intake.demonstration:
            return "utter_safety_demonstration"
        return "utter_door_passed_on" if seen.passed_on else "utter_safety_not_passed_on"

    def _say(self, name: str) -> str:
        return self.words.say(name, **self.phones)
