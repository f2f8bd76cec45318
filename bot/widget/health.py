"""Health: alive, and what this door can reach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from bot.intake import Intake
from bot.visits import Visits
from bot.widget.assistant import Assistant
from bot.widget.off_loop import ask
from bot.widget.refusals import Refused


@dataclass(frozen=True)
class Health:
    """The handlers of /healthz and /readyz."""

    intake: Intake
    visits: Visits
    assistant: Assistant

    async def alive(self, _request: web.Request) -> web.Response:
        """GET /healthz: this process answers."""
        return web.json_response({"alive": True})

    async def ready(self, _request: web.Request) -> web.Response:
        """GET /readyz: 200 when everything can be reached, else 503; it says which part cannot."""
        parts = {
            "rasa": await self.assistant.ready(),
            "store": await _answers(lambda: self.visits.of("nobody")),
            "spool": await _answers(self.intake.spool.waiting),
        }
        ready = all(parts.values())
        return web.json_response({"ready": ready, **parts}, status=200 if ready else 503)


async def _answers(call: Callable[[], object]) -> bool:
    try:
        await ask(call)
    except Refused:
        return False
    return True
