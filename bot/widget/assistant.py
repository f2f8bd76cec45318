"""The assistant: Rasa, as this door uses it. One address, and only two answers: the turn is saved, or nothing is."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator

import aiohttp
from aiohttp import web

from bot.widget.refusals import Refused

log = logging.getLogger(__name__)

TURN_SECONDS = aiohttp.ClientTimeout(total=30, connect=3)
HEALTH_SECONDS = aiohttp.ClientTimeout(total=2)


class Assistant:
    """Rasa's channel for the doors."""

    def __init__(self, address: str, secret: str) -> None:
        self._address, self._secret = address, secret
        self._session: aiohttp.ClientSession | None = None

    async def connected(self, _app: web.Application) -> AsyncIterator[None]:
        """Keep connections to Rasa for as long as the application runs."""
        async with aiohttp.ClientSession() as self._session:
            yield

    async def hear(self, conversation: str, message_id: str, text: str, **beside: str | None) -> None:
        """Give Rasa one message; returns when its turn is saved.

        `beside` is what we know of it besides its words: choice, risk, token. A text that begins with a slash would
        be obeyed as a command, so it gets a backslash. Raises Refused("unavailable") when nothing was saved, or
        nobody can tell: the same id may then be sent again.
        """
        told = {"conversation": conversation, "id": message_id, "text": f"\\{text}" if text.startswith("/") else text}
        told |= {name: value for name, value in beside.items() if value is not None}
        try:
            async with self._http.post(
                f"{self._address}/webhooks/door/messages",
                json=told,
                headers={"X-Channel-Secret": self._secret},
                timeout=TURN_SECONDS,
            ) as answer:
                status = str(answer.status)
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            status = type(error).__name__
        if status != "200":
            log.error("Rasa did not take message %s of %s: %s", message_id, conversation, status)
            raise Refused("unavailable")

    async def ready(self) -> bool:
        """Whether Rasa has a model and would answer."""
        try:
            address = f"{self._address}/webhooks/door/health"
            async with self._http.get(address, timeout=HEALTH_SECONDS) as answer:
                return answer.status == 200
        except (TimeoutError, aiohttp.ClientError, OSError):
            return False

    @property
    def _http(self) -> aiohttp.ClientSession:
        assert self._session is not None, "the application is not running"
        return self._session
