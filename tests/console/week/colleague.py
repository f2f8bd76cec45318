"""An officer with a browser of their own at the console, who uses it as people do: page by page, form by form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pyotp
from aiohttp.test_utils import TestClient

from tests.fakes import FixedClock
from tests.office import PASSPHRASE

_TOKEN = re.compile(r'name="csrf" value="([^"]+)"')
_VERSION = re.compile(r'name="version" value="(\d+)"')
_REVISION = re.compile(r'name="revision" value="(\d+)"')
_KEY = re.compile(r'id="key"[^>]*>([^<]+)<')


@dataclass
class Colleague:
    """An officer with a browser of their own, who signs in with both steps whenever the clock has moved."""

    http: TestClient[Any, Any]
    clock: FixedClock
    email: str
    key: str = ""  # of the second factor
    signed_in_at: datetime | None = None

    async def opens(self, path: str) -> tuple[int, str]:
        """The status and text of a page."""
        await self._at_work()
        async with self.http.get(path, allow_redirects=False) as answer:
            return answer.status, await answer.text()

    async def sends(self, path: str, page: str, **typed: str) -> int:
        """Send a form with the token of a page, and the version or revision that the page shows; the status."""
        status, _ = await self.is_sent(path, page, **typed)
        return status

    async def is_sent(self, path: str, page: str, **typed: str) -> tuple[int, str]:
        """The same; the status, and where the browser is sent on to."""
        status, text = await self.opens(page)
        token = _TOKEN.search(text)
        if status != 200 or token is None:
            return status, ""
        seen = {"version": _VERSION.search(text), "revision": _REVISION.search(text)}
        told = {"csrf": token[1], **{name: found[1] for name, found in seen.items() if found}, **typed}
        async with self.http.post(path, data=told, allow_redirects=False) as answer:
            return answer.status, answer.headers.get("Location", "")

    async def does(self, reference: str, act: str, **told: str) -> int:
        """Open the page of an act, fill in its form and send it; the status."""
        page = f"/cases/{reference}/acts/{act}"
        return await self.sends(page, page, **told)

    async def first_steps(self, page: str, **typed: str) -> None:
        """Open the account with a one-time code, and set up the second factor on the page that follows."""
        token = await self.token(page)
        async with self.http.post(page, data={"csrf": token, "passphrase": PASSPHRASE, **typed}) as answer:
            found = _KEY.search(await answer.text())
        assert found, (page, typed)
        self.key = found[1].replace(" ", "")
        code = pyotp.TOTP(self.key).at(self.clock.now())
        async with self.http.post("/enrol", data={"csrf": await self.token("/enrol"), "code": code}) as answer:
            assert answer.status == 200
        self.signed_in_at = self.clock.now()

    async def _at_work(self) -> None:
        if self.signed_in_at == self.clock.now():
            return
        told = {"csrf": await self.token("/sign-in"), "email": self.email, "passphrase": PASSPHRASE, "next": ""}
        async with self.http.post("/sign-in", data=told) as answer:
            assert answer.url.path == "/second", self.email
        told = {"csrf": await self.token("/second"), "code": pyotp.TOTP(self.key).at(self.clock.now()), "next": ""}
        async with self.http.post("/second", data=told) as answer:
            assert answer.url.path != "/second", self.email
        self.signed_in_at = self.clock.now()

    async def token(self, page: str) -> str:
        """The token in a page's form."""
        async with self.http.get(page) as answer:
            found = _TOKEN.search(await answer.text())
        assert found, page
        return found[1]
