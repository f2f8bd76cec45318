"""Holding: an answer that Rasa cannot take now is kept, and what must not wait for Rasa is done and said at once."""

from __future__ import annotations

from dataclasses import dataclass

from bot.complaints.danger_signs import AFTER_A_DISCLOSURE, HELP_NOW, Danger
from bot.drafts import Draft, Drafts
from bot.ports import Held
from bot.widget.incoming import Said
from bot.widget.masking import mask
from bot.widget.off_loop import ask
from bot.widget.safety import Safety, Seen
from bot.words import Words


@dataclass(frozen=True)
class Holding:
    """Takes answers while Rasa is away."""

    drafts: Drafts
    safety: Safety
    words: Words

    async def hold(self, conversation: str, said: Said, seen: Seen | None) -> str | None:
        """Keep an answer; the reference when it sends a case. Raises Refused when it could not be kept."""
        masked = mask(said.text, None)
        text = masked.text if masked else said.text
        danger = None if seen else _danger_of(said)
        if danger:
            seen = await self.safety.note(conversation, said.id, text, danger)
        answer = Held(
            conversation=conversation,
            message_id=said.id,
            at=self.drafts.intake.clock.now(),
            page=said.page or "",
            text=text,
            choice=said.choice,
            risk=seen.danger.risk if seen and danger is not AFTER_A_DISCLOSURE else None,
            harm=bool(seen and seen.danger.harm),
            spooled=seen.spooled if seen else True,
        )
        return await ask(self.drafts.hold, answer)

    def said(self, draft: Draft, last: Held) -> list[str]:
        """What the held answer that pauses a draft is answered with: the safety words, and what is true about them."""
        if last.risk:
            words = self.safety.words_for(last.spooled, draft.audience)
            first = sum(bool(answer.risk) for answer in draft.held) == 1 and last.choice is None
            return [words, self.words.say("utter_safety_prompts", draft.audience)] if first else [words]
        if not last.spooled:
            return [self.safety.words_for(False, draft.audience)]
        name = "utter_not_meant" if last.choice == "not_meant" else "utter_safety_added"
        return [self.words.say(name, draft.audience)]


def _danger_of(said: Said) -> Danger | None:
    if said.choice == "help_now":
        return HELP_NOW
    if said.choice == "not_meant" or (said.page == "go_on" and said.choice is None):
        return AFTER_A_DISCLOSURE
    return None
