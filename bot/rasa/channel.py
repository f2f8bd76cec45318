"""The doors' way into Rasa: POST /webhooks/door/messages.

A turn is all or nothing: 200 when it is saved, 503 when nothing of it was, and then the same message may be sent
again. What the bot said is not answered here; the doors read it from the rows.
"""

from __future__ import annotations

import hmac
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.rasa.changes import TurnFailed

log = logging.getLogger(__name__)

CONVERSATION = re.compile(r"[A-Za-z0-9_-]{1,64}")
MESSAGE_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
TOLD_BESIDE = ("choice", "risk", "token", "page")  # what a door may say about a message, kept as its metadata


class DoorInput(InputChannel):
    """The input channel named `door`. Only who knows the secret may speak through it."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    @classmethod
    def name(cls) -> str:
        """The name in the address and in the events."""
        return "door"

    @classmethod
    def from_credentials(cls, credentials: Mapping[str, Any] | None) -> DoorInput:
        """Made from credentials.yml, which must give the `secret`."""
        secret = (credentials or {}).get("secret")
        if not secret:
            cls.raise_missing_credentials_exception()
        return cls(str(secret))

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The two addresses of this channel."""
        routes = Blueprint("door")

        @routes.get("/health")  # type: ignore[untyped-decorator]
        async def health(request: Request) -> HTTPResponse:
            ready = _ready(request)
            return json({"ready": ready}, status=200 if ready else 503)

        @routes.post("/messages")  # type: ignore[untyped-decorator]
        async def messages(request: Request) -> HTTPResponse:
            if not hmac.compare_digest(request.headers.get("x-channel-secret", "").encode(), self._secret.encode()):
                return json({}, status=403)
            message = read_message(request.json)
            if message is None:
                return json({}, status=400)
            return json({}, status=200 if _ready(request) and await _heard(on_new_message, message) else 503)

        return routes


def read_message(told: Any) -> UserMessage | None:
    """The message in a request's JSON, or None when it is not one.

    Rasa obeys a text that begins with a slash, so such a text is given a backslash; a door takes it off when showing.
    """
    if not isinstance(told, dict) or not all(isinstance(told.get(key), str) for key in ("conversation", "id", "text")):
        return None
    if not CONVERSATION.fullmatch(told["conversation"]) or not MESSAGE_ID.fullmatch(told["id"]):
        return None
    text = told["text"].strip()
    return UserMessage(
        f"\\{text}" if text.startswith("/") else text,
        sender_id=told["conversation"],
        message_id=told["id"],
        input_channel=DoorInput.name(),
        metadata={key: told[key] for key in TOLD_BESIDE if told.get(key) is not None},
    )


async def _heard(on_new_message: Callable[[UserMessage], Awaitable[Any]], message: UserMessage) -> bool:
    """True when the turn was run and saved. The log gets ids and the kind of failure, never a word."""
    try:
        await on_new_message(message)
    except (Exception, TurnFailed) as error:
        cause = type(error.__cause__ or error).__name__
        log.error("turn failed: conversation %s message %s cause %s", message.sender_id, message.message_id, cause)
        return False
    return True


def _ready(request: Request) -> bool:
    agent = getattr(request.app.ctx, "agent", None)
    return agent is not None and agent.is_ready()
