"""Rasa as the console uses it: an officer's words and the hand-off go in over Rasa's HTTP API.

Both calls wait for the conversation's lock and are committed before they answer. `include_events=NONE`, because the
whole tracker would come back otherwise.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import aiohttp

from bot.ports import RasaUnavailable

log = logging.getLogger(__name__)

PATIENCE = aiohttp.ClientTimeout(total=15)  # longer than a turn of the bot, whose lock we wait for
SILENT: Mapping[str, Any] = {"event": "slot", "name": "handoff_state", "value": "with_officer"}
AWAKE: Mapping[str, Any] = {"event": "slot", "name": "handoff_state", "value": "waiting"}
ALONE: Mapping[str, Any] = {"event": "slot", "name": "handoff_state", "value": None}


@dataclass(frozen=True)
class RasaConversations:
    """The port Conversations over HTTP; `address` is Rasa's own, `token` what guards it."""

    address: str
    token: str

    async def officer_takes(self, conversation: str) -> None:
        """From now on the bot is silent, but for danger signs."""
        await self._append(conversation, [SILENT])

    async def officer_says(self, conversation: str, text: str, name: str) -> None:
        """Append an officer's message. The bot is told again that it is silent, in case it missed the claim."""
        said = {"event": "bot", "text": text, "metadata": {"from": "officer", "name": name}}
        await self._append(conversation, [SILENT, said])

    async def wake(self, conversation: str, text: str, *, waits: bool = True) -> None:
        """The bot is silent no more and says this; one request, so that neither happens without the other."""
        state = AWAKE if waits else ALONE
        await self._append(
            conversation, [state, {"event": "bot", "text": text, "data": {"custom": {"kind": "handoff"}}}]
        )

    async def hand_back(self, conversation: str) -> None:
        """The bot takes the thread up again."""
        await self._post(conversation, "trigger_intent", {"name": "hand_back"})

    async def _append(self, conversation: str, events: Sequence[Mapping[str, Any]]) -> None:
        await self._post(conversation, "tracker/events", events)

    async def _post(self, conversation: str, what: str, body: object) -> None:
        """Post, or raise RasaUnavailable. The error carries no address: the token is part of it."""
        url = f"{self.address}/conversations/{quote(conversation, safe='')}/{what}"
        asked = {"include_events": "NONE", "token": self.token}
        try:
            async with (
                aiohttp.ClientSession(timeout=PATIENCE) as session,
                session.post(url, params=asked, json=body) as answer,
            ):
                status = answer.status
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            log.error("%s of conversation %s failed: %s", what, conversation, type(error).__name__)
            raise RasaUnavailable("Rasa cannot be reached") from None
        if status >= 400:
            log.error("%s of conversation %s refused: %d", what, conversation, status)
            raise RasaUnavailable(f"Rasa answered {status}")
