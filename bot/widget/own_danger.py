"""Danger in what is written on the pages about a case, also when the visit had ended before it was sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import uuid4

from bot.own_case import OwnCase
from bot.visits import Visits
from bot.widget.off_loop import ask
from bot.widget.refusals import Refused
from bot.widget.safety import Safety


@dataclass(frozen=True)
class OwnDanger:
    """The watch over these pages: written to the spool first, as in the chat."""

    own: OwnCase
    visits: Visits
    safety: Safety

    async def look(self, reference: str | None, token: str | None, words: str) -> str | None:
        """The safety words where somebody may be in danger, once the alert is in the spool; or None.

        `reference` is the case that is open, or was open in this browser; `token` is the browser's of its chat, under
        which the alert goes where nothing is known of a case.
        """
        danger = await self.safety.look(words)
        if danger is None:
            return None
        danger = replace(danger, sure=True)  # Rasa does not hear what is written here, so a doubtful sign counts
        mark = str(uuid4())
        seen = await self.safety.note(await self._conversation(reference, token, mark), mark, words, danger)
        return self.safety.words_for(seen.spooled, None)

    async def _conversation(self, reference: str | None, token: str | None, mark: str) -> str:
        """Where officers find it: the case's conversation, or the browser's. A store that is away stops no alert."""
        unknown = f"case-{reference}" if reference else f"unopened-{mark}"
        try:
            if reference:
                return (await ask(self.own.case, reference)).conversation or unknown
            chat = await ask(self.visits.whose, token)
            return chat.conversation if chat else unknown
        except Refused:
            return unknown
