"""The council's other hosts: pages there may carry the widget, and nobody else's may.

Origins are compared whole, never by their ends. The hosts have to be of one site (www.example.gov.uk beside
say.example.gov.uk): the conversation's cookie is SameSite=Strict, and no browser sends it from anywhere else.
"""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

SHARED = ("/api/chat", "/widget/")  # beginnings of the addresses that the widget on another host uses
ALLOWED = {
    "Access-Control-Allow-Methods": "GET, POST, DELETE",
    "Access-Control-Allow-Headers": "Content-Type, Last-Event-ID",
    "Access-Control-Max-Age": "600",  # seconds
}


@dataclass(frozen=True)
class OtherHosts:
    """The origins whose pages may carry the widget."""

    origins: tuple[str, ...] = ()

    def has(self, origin: str | None) -> bool:
        """Whether this is one of them."""
        return origin in self.origins

    def allow(self, request: web.Request, response: web.StreamResponse) -> None:
        """Say on an answer who may read it; nothing at all where no other host is named."""
        if not self.origins or not request.path.startswith(SHARED):
            return
        response.headers["Vary"] = "Origin"
        if self.has(origin := request.headers.get("Origin")):
            response.headers["Access-Control-Allow-Origin"] = str(origin)
            response.headers["Access-Control-Allow-Credentials"] = "true"

    def asked_first(self, request: web.Request) -> web.Response | None:
        """The answer to a browser that asks before it sends something from another host; None for anything else."""
        asks = request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers
        if asks and request.path.startswith(SHARED) and self.has(request.headers.get("Origin")):
            return web.Response(status=204, headers=ALLOWED)
        return None
