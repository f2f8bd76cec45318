"""An officer at the console: a browser that fills in the forms of its pages, at the officers' real door."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp

from tests.journeys.stack import Stack

TOKEN = re.compile(r'name="csrf" value="([^"]+)"')
CONVERSATION = re.compile(r'href="/conversations/([A-Za-z0-9_-]+)"')
CODE = re.compile(r"one-time code (\S+)")
EMAIL = "first.officer@council.test"
PASSPHRASE = "seven green kettles on a narrow shelf"


@dataclass
class OfficerAtConsole:
    """Somebody of the complaints team with a browser of their own."""

    http: aiohttp.ClientSession
    address: str

    async def read(self, path: str) -> str:
        """The text of a page that must be there."""
        async with self.http.get(f"{self.address}{path}") as page:
            assert page.status == 200, (path, page.status)
            return await page.text()

    async def send(self, path: str, page: str = "/", **fields: str) -> tuple[int, str]:
        """Send a form with the token of a page; the status and text of where it leads."""
        found = TOKEN.search(await self.read(page))
        assert found, f"{page} has no form"
        async with self.http.post(f"{self.address}{path}", data={"csrf": found[1], **fields}) as answer:
            return answer.status, await answer.text()

    async def sign_in(self, stack: Stack) -> None:
        """Open the first account with the service's one-time code, or sign in to it when it is there."""
        async with self.http.get(f"{self.address}/sign-in") as page:
            first = page.url.path == "/first"
        if first:
            code = CODE.search(stack.command("officer", "code"))
            assert code, "no one-time code was printed"
            told = {"code": code[1], "name": "First Officer", "email": EMAIL, "passphrase": PASSPHRASE}
            status, text = await self.send("/first", "/first", **told)
        else:
            status, text = await self.send("/sign-in", "/sign-in", email=EMAIL, passphrase=PASSPHRASE)
        assert status == 200 and "Queue" in text, (status, text[:500])

    async def waiting(self) -> set[str]:
        """The conversations that the queue links to."""
        return set(CONVERSATION.findall(await self.read("/")))

    async def claim(self, conversation: str) -> tuple[int, str]:
        """Take a waiting conversation."""
        return await self._act(conversation, "claim")

    async def reply(self, conversation: str, text: str) -> tuple[int, str]:
        """Answer in a conversation that one has."""
        return await self._act(conversation, "reply", text=text)

    async def hand_back(self, conversation: str) -> tuple[int, str]:
        """Let the assistant go on."""
        return await self._act(conversation, "hand-back")

    async def _act(self, conversation: str, act: str, **fields: str) -> tuple[int, str]:
        page = f"/conversations/{conversation}"
        return await self.send(f"{page}/{act}", page, **fields)


@asynccontextmanager
async def officer_at(stack: Stack) -> AsyncIterator[OfficerAtConsole]:
    """The first officer, signed in at this stack's console."""
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar, timeout=aiohttp.ClientTimeout(total=60)) as http:
        officer = OfficerAtConsole(http, stack.settings.console_address)
        await officer.sign_in(stack)
        yield officer
