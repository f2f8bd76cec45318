"""The guard: who may write, how often, and what every answer of this door says to the browser about itself."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from aiohttp import web

from bot.widget.other_hosts import OtherHosts
from bot.widget.refusals import Refused

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

READING = ("GET", "HEAD", "OPTIONS")
OWN_SITES = ("same-origin", "none")  # what a browser says in Sec-Fetch-Site of a request from our own pages

# A library, a school or a whole council may come from one address, so this stops a flood and nothing smaller.
MOST_A_MINUTE = 3_000

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
STRICT_TRANSPORT = "max-age=63072000; includeSubDomains"
CLEAR_SITE_DATA = '"cache", "cookies", "storage"'


@dataclass
class Addresses:
    """How often each address has written in the running minute."""

    most: int = MOST_A_MINUTE
    _minute: int = 0
    _counts: dict[str, int] = field(default_factory=dict)

    def count(self, address: str) -> None:
        """Count one request. Raises Refused("too_many")."""
        minute = int(time.monotonic() // 60)
        if minute != self._minute:
            self._minute, self._counts = minute, {}
        self._counts[address] = self._counts.get(address, 0) + 1
        if self._counts[address] > self.most:
            raise Refused("too_many")


@dataclass(frozen=True)
class Guard:
    """What this door knows of itself: the address that people see, and whether that is HTTPS."""

    public_address: str
    other_hosts: OtherHosts = field(default_factory=OtherHosts)
    addresses: Addresses = field(default_factory=Addresses)

    @property
    def secure(self) -> bool:
        """Whether people reach this door over HTTPS."""
        return self.public_address.startswith("https://")

    @property
    def cookie(self) -> str:
        """The name of the conversation's cookie; the prefix makes browsers hold it to this host and to HTTPS."""
        return "__Host-hys" if self.secure else "hys"

    @property
    def case_cookie(self) -> str:
        """The name of the cookie of a case that is open on the pages about it."""
        return "__Host-hys-case" if self.secure else "hys-case"

    def check(self, request: web.Request) -> None:
        """Let a request that would change something through. Raises Refused: from_elsewhere or too_many."""
        if request.method in READING:
            return
        if not self.friendly(request):
            raise Refused("from_elsewhere")
        self.addresses.count(request.remote or "")

    def friendly(self, request: web.Request) -> bool:
        """Whether a request comes from our own pages, or from a page of the council's that may carry the widget."""
        site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
        if not self.may_leave(request):
            return False
        if origin == "null" and site == "same-origin":  # what browsers say of forms on pages that send no referrer
            return True
        own = (f"{request.scheme}://{request.host}", self._own_origin)
        return origin is None or origin in own or self.other_hosts.has(origin)

    def may_leave(self, request: web.Request) -> bool:
        """Whether a request to leave is a person's and not another site's; told by where it comes from alone."""
        site, origin = request.headers.get("Sec-Fetch-Site", "none"), request.headers.get("Origin")
        return site in OWN_SITES or (site == "same-site" and self.other_hosts.has(origin))

    @property
    def _own_origin(self) -> str:
        address = urlsplit(self.public_address)
        return f"{address.scheme}://{address.netloc}"

    def token(self, request: web.Request) -> str | None:
        """The browser's token, as it says."""
        return request.cookies.get(self.cookie)

    def case_token(self, request: web.Request) -> str | None:
        """The token of a case that the browser has open, as it says."""
        return request.cookies.get(self.case_cookie)

    def give(self, response: web.StreamResponse, token: str, name: str = "") -> None:
        """Set the conversation's cookie, or that of another `name`.

        It ends with the browser's session, and no script can read it.
        """
        response.set_cookie(name or self.cookie, token, httponly=True, samesite="Strict", secure=self.secure, path="/")

    def take(self, response: web.StreamResponse) -> None:
        """Clear the cookie and whatever else the browser keeps of this site."""
        for name in (self.cookie, self.case_cookie):
            self.drop(response, name)
        response.headers["Clear-Site-Data"] = CLEAR_SITE_DATA

    def drop(self, response: web.StreamResponse, name: str) -> None:
        """Clear one cookie."""
        response.del_cookie(name, httponly=True, samesite="Strict", secure=self.secure, path="/")

    async def headers(self, request: web.Request, response: web.StreamResponse) -> None:
        """Put the headers on every answer, errors and streams too."""
        self.other_hosts.allow(request, response)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Content-Security-Policy", API_POLICY)
        response.headers.setdefault("Cache-Control", "no-store")
        if self.secure:
            response.headers.setdefault("Strict-Transport-Security", STRICT_TRANSPORT)
