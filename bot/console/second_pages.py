"""Pages of the second factor and of one's own account."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import TypeVar

from aiohttp import web

from bot.console.call import Call
from bot.console.signing import enter, onward
from bot.ports import Officer
from bot.roles import BadEntry, NotThere
from bot.sessions import SignedIn

Answer = TypeVar("Answer")


async def second_page(call: Call) -> web.Response:
    """The form for the code; somebody who has no second factor yet sets it up first."""
    if not _halfway(call).officer.totp_secret:
        return call.go("/enrol")
    return call.page("second.html", to=onward(call.request.query.get("next", "")))


async def second(call: Call) -> web.Response:
    """Try a code, from the app or a recovery code."""
    to, halfway = onward(call.field("next")), _halfway(call)
    try:
        token = await _in_turn(
            call, halfway.officer, lambda: call.desk.second_factor.prove(halfway, call.field("code"))
        )
    except BadEntry as bad:
        return call.page("second.html", status=422, faults=bad.faults, to=to)
    return enter(call, token, to)


async def enrol_page(call: Call) -> web.Response:
    """What to put into the app, and the form for its first code."""
    return _enrol(call)


async def enrol(call: Call) -> web.Response:
    """Keep the second factor; the recovery codes are shown in this answer and nowhere else."""
    halfway = _halfway(call)
    try:
        done = await _in_turn(call, halfway.officer, lambda: call.desk.second_factor.enrol(halfway, call.field("code")))
    except BadEntry as bad:
        return _enrol(call, bad.faults, 422)
    response = call.page("recovery.html", codes=done.recovery_codes)
    call.house.guard.give(response, call.house.guard.session_cookie, done.token)
    return response


async def account(call: Call) -> web.Response:
    """One's own account."""
    return await _account(call)


async def passphrase(call: Call) -> web.Response:
    """Change one's passphrase; every other session ends."""
    me, told = _me(call), (call.field("passphrase"), call.field("new_passphrase"))
    try:
        async with _turn(call, me.officer.email.casefold(), lambda: call.desk.sign_in.wait(me.officer.email)):
            token = await asyncio.to_thread(call.desk.sign_in.change_passphrase, me, *told)
    except BadEntry as bad:
        return await _account(call, bad.faults, 422)
    return enter(call, token, "/account")


async def recovery(call: Call) -> web.Response:
    """New recovery codes, shown in this answer and nowhere else."""
    me = _me(call)
    try:
        codes = await _in_turn(call, me.officer, lambda: call.desk.second_factor.renew_recovery(me, call.field("code")))
    except BadEntry as bad:
        return await _account(call, bad.faults, 422)
    return call.page("recovery.html", codes=codes)


def _me(call: Call) -> SignedIn:
    """Who has an account; raises NotThere for a duty worker who came with a code and has none."""
    if call.signed_in is None or call.officer.only_alert:
        raise NotThere("account")
    return call.signed_in


def _halfway(call: Call) -> SignedIn:
    assert call.halfway is not None
    return call.halfway


def _enrol(call: Call, faults: dict[str, str] | None = None, status: int = 200) -> web.Response:
    setup = call.desk.second_factor.setup(_halfway(call))
    return call.page("enrol.html", status=status, faults=faults, setup=setup) if setup else call.go("/second")


async def _account(call: Call, faults: dict[str, str] | None = None, status: int = 200) -> web.Response:
    left = await asyncio.to_thread(call.desk.second_factor.recovery_left, _me(call).officer)
    return call.page("account.html", status=status, faults=faults, left=left)


async def _in_turn(call: Call, officer: Officer, does: Callable[[], Answer]) -> Answer:
    """Try a code after the wait of this officer's second factor."""
    async with _turn(call, f"second:{officer.id}", lambda: call.desk.second_factor.wait(officer)):
        return await asyncio.to_thread(does)


def _turn(call: Call, account: str, seconds: Callable[[], float]) -> AbstractAsyncContextManager[None]:
    return call.house.patience.turn(account, lambda: asyncio.to_thread(seconds))
