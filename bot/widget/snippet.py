"""The snippet: what a council puts into its own pages, and the script that it names."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from aiohttp import web

from bot.settings import Settings
from bot.widget.pages import Pages, as_response
from bot.widget.refusals import Refused
from bot.widget.versions import Versions

SNIPPET = "/widget/snippet"


@dataclass(frozen=True)
class Snippet:
    """The handlers of the script and of the snippet."""

    pages: Pages
    settings: Settings

    @property
    def _versions(self) -> Versions:
        return Versions(self.settings.data_dir / "widget", self.pages.script)

    def routes(self) -> list[web.RouteDef]:
        """Their addresses."""
        return [web.get(SNIPPET, self.show), web.get("/widget/{name}.js", self.script)]

    async def keep(self, _app: web.Application) -> None:
        """When the door opens: keep what is served now for pages that go on naming it after the next release."""
        await asyncio.to_thread(self._versions.keep)

    async def script(self, request: web.Request) -> web.Response:
        """GET /widget/<hash>.js: the script of this release, or of one before it."""
        found = await asyncio.to_thread(self._versions.of, request.match_info["name"])
        if found is None:
            raise Refused("not_found")
        return as_response(found)

    async def show(self, request: web.Request) -> web.Response:
        """GET /widget/snippet: HTML to copy, with the script's address and integrity hash of this release."""
        door = self.settings.public_url.rstrip("/") or str(request.url.origin())
        return web.Response(text=self.pages.text("snippet.html", door=door), content_type="text/plain", charset="utf-8")
