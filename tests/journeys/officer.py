"""An officer at the console: a browser that fills in the forms of its pages, at the officers' real door."""

from __future__ import annotations

import asyncio
import re
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pyotp

from bot.bootstrap import SystemClock
from bot.ports import Officer
from bot.second_factor import STEP_SECONDS
from bot.sessions import Sessions
from tests.journeys.stack import Stack

TOKEN = re.compile(r'name="csrf" value="([^"]+)"')
CONVERSATION = re.compile(r'href="/conversations/([A-Za-z0-9_-]+)"')
KEY = re.compile(r'id="key">([A-Z2-7 ]+)<')
CODE = re.compile(r"one-time code (\S+)")
EMAIL = "first.officer@council.test"
PASSPHRASE = "seven green kettles on a narrow shelf"


@dataclass
class App:
    """The authenticator app of the first officer: it keeps its key and the codes that were used beside the stack."""

    stack: Stack

    def learn(self, key: str) -> None:
        """Keep the key that the console showed."""
        self._file.write_text(key)

    async def shows(self) -> str:
        """A code that is right now and was not used before; when three were, the next one is waited for."""
        key, *used = self._file.read_text().split()
        while True:
            now = int(time.time()) // STEP_SECONDS
            free = [step for step in (now, now + 1, now - 1) if str(step) not in used]
            if free:
                break
            await asyncio.sleep(STEP_SECONDS - time.time() % STEP_SECONDS)
        self._file.write_text(" ".join([key, *used, str(free[0])]))
        return pyotp.TOTP(key).generate_otp(free[0])

    @property
    def _file(self) -> Path:
        return self.stack.folder / "first-officers-app"


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
            status, _ = await self.send("/first", "/first", **told)
        else:
            status, _ = await self.send("/sign-in", "/sign-in", email=EMAIL, passphrase=PASSPHRASE)
        assert status == 200, status
        await self._second_step(App(stack), first=first)
        assert "Queue" in await self.read("/")

    async def _second_step(self, app: App, *, first: bool) -> None:
        page = "/enrol" if first else "/second"
        if first:
            key = KEY.search(await self.read(page))
            assert key, "no key to put into the app"
            app.learn(key[1].replace(" ", ""))
        status, text = await self.send(page, page, code=await app.shows())
        assert status == 200, (status, text[:500])

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


def session_of(stack: Stack, *roles: str, name: str) -> str:
    """The token of a session of a new colleague's with these roles; signing in itself is tested with the first one."""
    officers, sessions = stack.services.store.officers, Sessions(stack.services.store.officers, SystemClock())
    email = f"{name.lower().replace(' ', '.')}@council.test"
    known = officers.by_email(email)
    if known is None:
        known = Officer(f"o-{secrets.token_hex(6)}", name, email, roles, totp_secret=pyotp.random_base32())
        officers.add(known)
    return sessions.open(known.id, proved=True)


@asynccontextmanager
async def colleague_at(stack: Stack, *roles: str, name: str) -> AsyncIterator[OfficerAtConsole]:
    """A colleague with these roles, at this stack's console."""
    cookies = {"desk": session_of(stack, *roles, name=name)}
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookies=cookies, cookie_jar=jar, timeout=aiohttp.ClientTimeout(total=60)) as http:
        yield OfficerAtConsole(http, stack.settings.console_address)
