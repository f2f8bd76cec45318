"""Pages without a session: sign in, open the first account, use a one-time code; and signing out."""

from __future__ import annotations

import asyncio
import re

from aiohttp import web

from bot.console.call import Call
from bot.console.refusals import Refused
from bot.roles import BadEntry

OWN_PATH = re.compile(r"/(?!/)[A-Za-z0-9/_-]{0,200}")


async def sign_in_page(call: Call) -> web.Response:
    """The form; somebody who is signed in goes on to where they wanted."""
    to = onward(call.request.query.get("next", ""))
    if call.signed_in:
        return call.go(to)
    first = await asyncio.to_thread(call.desk.sign_in.awaits_first)
    return call.go("/first") if first else _sign_in(call, to)


async def sign_in(call: Call) -> web.Response:
    """Try an address and a passphrase. Every failure looks the same."""
    email, to = call.field("email").strip(), onward(call.field("next"))
    if not email or not call.field("passphrase"):
        missing = {name: "missing" for name in ("email", "passphrase") if not call.field(name).strip()}
        return _sign_in(call, to, missing, 422)
    async with call.house.patience.turn(email.casefold(), lambda: asyncio.to_thread(call.desk.sign_in.wait, email)):
        token = await asyncio.to_thread(call.desk.sign_in.sign_in, email, call.field("passphrase"))
    if token is None:
        return _sign_in(call, to, {"email": "wrong"}, 422)
    return enter(call, token, f"/second?next={to}" if to != "/" else "/second")


async def sign_out(call: Call) -> web.Response:
    """End the officer's sessions on the server, and this one in the browser."""
    assert call.signed_in is not None
    await asyncio.to_thread(call.desk.sign_in.sign_out, call.signed_in)
    response = call.go("/sign-in")
    call.house.guard.take(response, call.house.guard.session_cookie)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


async def stay(_call: Call) -> web.Response:
    """The officer is still here: the call itself has put the session's end off."""
    return web.Response(status=204)


async def first_page(call: Call) -> web.Response:
    """The first account's form, as long as there is no account."""
    await _only_before_the_first(call)
    return call.page("first.html")


async def first(call: Call) -> web.Response:
    """Open the first account with the code that the service printed."""
    await _only_before_the_first(call)
    told = [call.field(name) for name in ("code", "name", "email", "passphrase")]
    try:
        async with call.house.patience.turn("", lambda: asyncio.to_thread(call.desk.sign_in.wait, "")):
            token = await asyncio.to_thread(call.desk.sign_in.open_first, *told)
    except BadEntry as bad:
        return call.page("first.html", status=422, faults=bad.faults)
    return enter(call, token, "/second")


async def code_page(call: Call) -> web.Response:
    """The form for a one-time code."""
    return call.page("code.html")


async def code(call: Call) -> web.Response:
    """Set a passphrase with a one-time code."""
    email = call.field("email").strip()
    told = email, call.field("code"), call.field("passphrase")
    try:
        async with call.house.patience.turn(email.casefold(), lambda: asyncio.to_thread(call.desk.sign_in.wait, email)):
            token = await asyncio.to_thread(call.desk.sign_in.redeem, *told)
    except BadEntry as bad:
        return call.page("code.html", status=422, faults=bad.faults)
    return enter(call, token, "/second")


def _sign_in(call: Call, to: str, faults: dict[str, str] | None = None, status: int = 200) -> web.Response:
    on = call.desk.single_sign_on.is_on
    return call.page("sign_in.html", status=status, faults=faults, to=to, single_sign_on=on)


def enter(call: Call, token: str, to: str) -> web.Response:
    """On to a page, with a new session."""
    response, guard = call.go(to), call.house.guard
    guard.give(response, guard.session_cookie, token)
    guard.take(response, guard.form_cookie)
    return response


def onward(path: str) -> str:
    """Where to go after signing in: a page of ours, never somebody else's."""
    return path if OWN_PATH.fullmatch(path) and not path.startswith(("/sign-", "/live/", "/sso")) else "/"


async def _only_before_the_first(call: Call) -> None:
    if not await asyncio.to_thread(call.desk.sign_in.awaits_first):
        raise Refused("not_there")
