"""The console with everything behind it in memory, and officers who use it with browsers of their own."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import pytest
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer

from bot.console.app import create_app
from bot.console.patience import Patience
from bot.settings import Settings
from tests.office import PASSPHRASE, Office

TOKEN = re.compile(r'name="csrf" value="([^"]+)"')


@dataclass
class Browser:
    """One browser at the console: it keeps cookies, follows nothing by itself, and fills in forms from their pages."""

    http: TestClient[web.Request, web.Application]
    office: Office

    async def get(self, path: str, **headers: str) -> ClientResponse:
        """Open a page."""
        return await self.http.get(path, headers=headers, allow_redirects=False)

    async def read(self, path: str) -> str:
        """The text of a page that must be there."""
        answer = await self.get(path)
        assert answer.status == 200, (path, answer.status)
        return await answer.text()

    async def post(self, path: str, fields: dict[str, str] | None = None, **headers: str) -> ClientResponse:
        """Send a form as it is, without any token."""
        return await self.http.post(path, data=fields or {}, headers=headers, allow_redirects=False)

    async def send(self, path: str, page: str = "/officers", **fields: str) -> ClientResponse:
        """Send a form with the token of a page; every page of one session has the same."""
        return await self.post(path, {"csrf": await self.token(page), **fields})

    async def token(self, page: str) -> str:
        """The token in a page's form, whether or not the page is this officer's to see."""
        found = TOKEN.search(await (await self.get(page)).text())
        assert found, page
        return found[1]

    async def sign_in(self, email: str, passphrase: str = PASSPHRASE, to: str = "") -> ClientResponse:
        """Fill in the sign-in form and, when that was right, the form of the second step."""
        answer = await self.send("/sign-in", "/sign-in", email=email, passphrase=passphrase, next=to)
        officer = self.office.officers.by_email(email)
        if answer.status != 303 or officer is None or not officer.totp_secret:
            return answer
        page = answer.headers["Location"]
        onward = page.partition("?next=")[2]
        return await self.send("/second", page, code=self.office.app_code(officer), next=onward)


Enter = Callable[..., Awaitable[Browser]]


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def waits() -> list[float]:
    """How long each try to sign in was made to wait."""
    return []


@pytest.fixture
def settings() -> Settings:
    """A demonstration, as out of the box; a test that needs a real service gives its own."""
    return Settings()


@pytest.fixture
async def server(office: Office, waits: list[float], settings: Settings) -> AsyncIterator[TestServer]:
    async def wait(seconds: float) -> None:
        waits.append(seconds)

    started = TestServer(create_app(office.desk, settings, Patience(wait)))
    await started.start_server()
    yield started
    await started.close()


@pytest.fixture
async def enter(server: TestServer, office: Office) -> AsyncIterator[Enter]:
    """A new browser; with roles, of an officer who has these and has signed in."""
    clients: list[TestClient[web.Request, web.Application]] = []

    async def open_browser(*roles: str, name: str = "") -> Browser:
        client: TestClient[web.Request, web.Application] = TestClient(server)
        clients.append(client)
        browser = Browser(client, office)
        if roles:
            officer = office.officer(*roles, name=name)
            assert (await browser.sign_in(officer.email)).status == 303
        return browser

    yield open_browser
    for client in clients:
        await client.session.close()
