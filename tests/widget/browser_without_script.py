"""A browser without JavaScript, as far as the pages need one: it follows links and redirects, and fills forms in."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession
from aiohttp.test_utils import TestClient

SAY = "/say"


@dataclass
class Plain:
    """The page that is open, and what can be done on it."""

    http: TestClient[Any, Any] | ClientSession
    status: int = 0
    page: str = ""
    address: str = ""
    visited: list[str] = field(default_factory=list)

    async def goes(self, path: str = SAY) -> Plain:
        """Open an address, following where it leads."""
        async with self.http.get(path) as answer:
            self.status, self.page, self.address = answer.status, await answer.text(), answer.url.path_qs
        return self

    async def sends(self, **given: str) -> Plain:
        """Send the form with its hidden fields; keys are the names of fields and buttons."""
        return await self.posts({**self.hidden, **given})

    async def posts(self, told: dict[str, str], path: str = SAY) -> Plain:
        """Send a form's fields as they stand."""
        async with self.http.post(path, data=told) as answer:
            self.status, self.page, self.address = answer.status, await answer.text(), answer.url.path_qs
        self.visited.append(self.asks)
        return self

    @property
    def hidden(self) -> dict[str, str]:
        """The hidden fields of the form."""
        found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', self.page)
        return {name: html.unescape(value) for name, value in found}

    @property
    def asks(self) -> str:
        """The question that is asked."""
        return self.hidden.get("page", "")

    @property
    def heading(self) -> str:
        return self._between("h1")

    @property
    def title(self) -> str:
        return self._between("title")

    @property
    def text(self) -> str:
        """What there is to read in the main part."""
        main = self.page.split("<main", 1)[-1].split("</main>")[0]
        inline = re.sub(r"</?(?:a|span)\b[^>]*>", "", main)
        return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", inline)))

    @property
    def choices(self) -> list[str]:
        """The values of the radio buttons."""
        return re.findall(r'type="radio" name="choice" value="([^"]*)"', self.page)

    @property
    def buttons(self) -> list[str]:
        """The values of the buttons that are an answer themselves."""
        return re.findall(r'name="do" value="([^"]*)"', self.page)

    def _between(self, tag: str) -> str:
        [found] = re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", self.page, re.DOTALL)
        return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", found))).strip()
