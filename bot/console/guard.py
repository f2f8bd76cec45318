"""The guard: cookies, where a request may come from, and what every answer says to the browser about itself."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from urllib.parse import urlsplit

from aiohttp import web

from bot.console.refusals import Refused

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types console"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}
STRICT_TRANSPORT = "max-age=63072000; includeSubDomains"
ERRAND_SECONDS = 600
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-IP")
LOOPBACK = ("127.0.0.1", "::1")


@dataclass(frozen=True)
class Guard:
    """What this door knows of itself: the address under which officers reach it."""

    address: str

    @property
    def secure(self) -> bool:
        """Whether officers reach this door over HTTPS."""
        return self.address.startswith("https://")

    @property
    def session_cookie(self) -> str:
        """The session's cookie; the prefix makes browsers hold it to this host and to HTTPS."""
        return "__Host-desk" if self.secure else "desk"

    @property
    def form_cookie(self) -> str:
        """The cookie that a form's token must agree with while nobody is signed in."""
        return "__Host-desk-form" if self.secure else "desk-form"

    @property
    def errand_cookie(self) -> str:
        """The cookie of a browser that is on its way to the single sign-on and back."""
        return "__Host-desk-errand" if self.secure else "desk-errand"

    def check_origin(self, request: web.Request) -> None:
        """Refuse a change that another site asks for. Raises Refused.

        Browsers say `Origin: null` for forms of pages that send no referrer, as ours do; then Sec-Fetch-Site decides.
        """
        site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
        if site not in (None, "same-origin"):
            raise Refused("from_elsewhere")
        if origin == "null" and site == "same-origin":
            return
        if origin is not None and origin not in (f"{request.scheme}://{request.host}", self._own_origin):
            raise Refused("from_elsewhere")

    def check_token(self, given: str, expected: str | None) -> None:
        """Refuse a form without the token that its page was given. Raises Refused."""
        if not expected or not hmac.compare_digest(given.encode(), expected.encode()):
            raise Refused("forged")

    def from_this_machine(self, request: web.Request) -> bool:
        """Whether nobody but this machine asks; a proxy on it does not count."""
        return request.remote in LOOPBACK and not any(name in request.headers for name in FORWARDED)

    def form_token(self, request: web.Request) -> str:
        """The form's token of somebody who is not signed in."""
        return request.cookies.get(self.form_cookie) or secrets.token_urlsafe(32)

    def give(self, response: web.StreamResponse, name: str, value: str) -> None:
        """Set a cookie that ends with the browser's session and that no script can read."""
        response.set_cookie(name, value, httponly=True, samesite="Strict", secure=self.secure, path="/")

    def give_errand(self, response: web.StreamResponse, value: str) -> None:
        """Set the cookie that comes back from the provider's site: not a strict one, then, and not for long."""
        response.set_cookie(
            self.errand_cookie,
            value,
            max_age=ERRAND_SECONDS,
            httponly=True,
            samesite="Lax",
            secure=self.secure,
            path="/",
        )

    def take(self, response: web.StreamResponse, name: str) -> None:
        """Clear a cookie."""
        response.del_cookie(name, httponly=True, samesite="Strict", secure=self.secure, path="/")

    async def headers(self, _request: web.Request, response: web.StreamResponse) -> None:
        """Put the headers on every answer, errors too."""
        for name, value in HEADERS.items():
            response.headers[name] = value
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers["Server"] = "console"
        if self.secure:
            response.headers["Strict-Transport-Security"] = STRICT_TRANSPORT

    @property
    def _own_origin(self) -> str:
        address = urlsplit(self.address)
        return f"{address.scheme}://{address.netloc}"
