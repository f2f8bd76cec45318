"""A call: one request with the officer who makes it, what they typed, and the ways to answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from aiohttp import web
from multidict import MultiMapping

from bot.console.beat import Beat
from bot.console.desk import Desk
from bot.console.guard import Guard
from bot.console.patience import Patience
from bot.console.render import Renderer
from bot.ports import Officer
from bot.roles import NotThere, may
from bot.sessions import SignedIn

ID = re.compile(r"[A-Za-z0-9_-]{1,128}")
FILES = "files"  # where a request keeps the file of its form
WATCH_LATE = timedelta(seconds=60)  # it goes round every few seconds


@dataclass(frozen=True)
class House:
    """What every call of the console shares."""

    desk: Desk
    guard: Guard
    renderer: Renderer
    patience: Patience
    beat: Beat
    out_of_hours_phone: str = ""  # where somebody is reached when nobody acknowledges an alert


@dataclass(frozen=True)
class Call:
    """One request. `typed` holds the form's fields and nothing that its route does not know."""

    house: House
    request: web.Request
    signed_in: SignedIn | None
    form_token: str
    typed: MultiMapping[str]
    halfway: SignedIn | None = None  # who has given a passphrase and not yet the second factor

    @property
    def desk(self) -> Desk:
        """The use cases."""
        return self.house.desk

    @property
    def officer(self) -> Officer:
        """Who calls; only where the route asks for somebody signed in."""
        assert self.signed_in is not None
        return self.signed_in.officer

    def field(self, name: str) -> str:
        """What was typed into a field; empty when it was left out."""
        return self.typed.get(name, "")

    def number(self, name: str) -> int:
        """The whole number in a field; 0 for what is none, or far too long to be a version of ours."""
        typed = self.field(name)
        return int(typed) if typed.isdecimal() and len(typed) < 10 else 0

    def file(self, name: str) -> bytes:
        """What a file holds that came with the form; nothing when none was chosen."""
        files: Mapping[str, bytes] = self.request[FILES]
        return files.get(name, b"")

    def part(self, name: str) -> str:
        """A part of the address, always an id of ours; raises NotThere for what cannot be one."""
        part = self.request.match_info[name]
        if not ID.fullmatch(part):
            raise NotThere(name)
        return part

    def page(
        self, template: str, *, status: int = 200, faults: Mapping[str, str] | None = None, **values: Any
    ) -> web.Response:
        """A page; `faults` says for each field what is wrong with it."""
        common = {
            "me": self.signed_in.officer if self.signed_in else None,
            "ends_at": self.signed_in.ends_at if self.signed_in else None,
            "may": self._may,
            "csrf": self.form_token,
            "now": self.desk.clock.now(),
            "watch_late": self._watch_is_late(),
            "faults": faults or {},
            "typed": self.typed,
        }
        text = self.house.renderer.page(template, common | values)
        return web.Response(text=text, status=status, content_type="text/html")

    def go(self, to: str) -> web.Response:
        """Send the browser to another page of ours, so that reloading does nothing twice."""
        return web.Response(status=303, headers={"Location": to})

    def _may(self, act: str) -> bool:
        return self.signed_in is not None and may(self.signed_in.officer, act)

    def _watch_is_late(self) -> bool:
        if self.desk.watched_at is None:
            return False
        at = self.desk.watched_at()
        return at is None or self.desk.clock.now() - at > WATCH_LATE
