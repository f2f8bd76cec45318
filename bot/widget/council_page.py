"""A council's own website, played: one page on a host of its own that carries the snippet, as a council's would.

`python -m bot.widget.council_page` serves it on port 8090 beside a door that was started with
WIDGET_ORIGINS=http://127.0.0.1:8090. The page has a content policy as strict as a council's may be.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, web
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot import settings
from bot.widget.snippet import SNIPPET

PORT = 8090
TEMPLATES = Path(__file__).parent / "pages"
STYLE = Path(__file__).parent / "static" / "council.css"
PART = re.compile(r"<(script|form|have-your-say)\b.*?</\1>", re.DOTALL)


@dataclass(frozen=True)
class CouncilPage:
    """The page, with the snippet of the door at this address."""

    door: str
    reached_at: str = ""  # where this machine reaches the door, if browsers know it by another name

    def app(self) -> web.Application:
        """The website, ready to be served."""
        app = web.Application()
        app.add_routes([web.get("/", self.show), web.get("/council.css", self.style)])
        return app

    async def show(self, _request: web.Request) -> web.Response:
        """The page. With the door away it has no snippet, as on the day on which a council has not put it in yet."""
        found = {part[1].replace("-", "_"): Markup(part[0]) for part in PART.finditer(await self._snippet())}  # noqa: S704 our own
        parts = {"script": "", "form": "", "have_your_say": "", **found}
        templates = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
        page = templates.get_template("council.html").render(parts=parts)
        return web.Response(text=page, content_type="text/html", headers={"Content-Security-Policy": self._policy()})

    async def style(self, _request: web.Request) -> web.Response:
        """The council's own style sheet, with its colours for the widget."""
        return web.Response(text=STYLE.read_text(encoding="utf-8"), content_type="text/css")

    async def _snippet(self) -> str:
        address, host = (self.reached_at or self.door) + SNIPPET, urlsplit(self.door).netloc
        try:
            async with ClientSession() as session, session.get(address, headers={"Host": host}) as answer:
                return await answer.text() if answer.ok else ""
        except ClientError:
            return ""

    def _policy(self) -> str:
        door = "{0.scheme}://{0.netloc}".format(urlsplit(self.door))
        return (
            f"default-src 'none'; style-src 'self'; script-src {door}; connect-src {door}; img-src data:; "
            f"form-action {door} https://www.bbc.co.uk; base-uri 'none'; frame-ancestors 'none'; "
            "require-trusted-types-for 'script'"
        )


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else PORT
    web.run_app(CouncilPage(settings.read().widget_address).app(), host="127.0.0.1", port=port)
