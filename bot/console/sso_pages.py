"""Pages of single sign-on: to the provider and back."""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from bot.console.call import Call
from bot.console.refusals import Refused
from bot.console.signing import onward
from bot.single_sign_on import NotProved

log = logging.getLogger(__name__)


async def leave(call: Call) -> web.Response:
    """Off to the provider, with a cookie that has to come back."""
    if not call.desk.single_sign_on.is_on:
        raise Refused("not_there")
    try:
        address, errand = await call.desk.single_sign_on.begin(onward(call.request.query.get("next", "")))
    except NotProved as no:
        raise _refused(no) from no
    response = call.go(address)
    call.house.guard.give_errand(response, base64.urlsafe_b64encode(json.dumps(dict(errand)).encode()).decode())
    return response


async def arrive(call: Call) -> web.Response:
    """Back from the provider: the page goes on by itself, so that the browser brings the session along."""
    if not call.desk.single_sign_on.is_on:
        raise Refused("not_there")
    asked = call.request.query
    try:
        token, to = await call.desk.single_sign_on.finish(_brought(call), asked.get("state", ""), asked.get("code", ""))
    except NotProved as no:
        raise _refused(no) from no
    halfway = call.desk.sessions.halfway(token)
    response = call.page("onward.html", to=f"/second?next={onward(to)}" if halfway else onward(to))
    guard = call.house.guard
    guard.give(response, guard.session_cookie, token)
    guard.take(response, guard.errand_cookie)
    return response


def _brought(call: Call) -> Mapping[str, str]:
    kept = call.request.cookies.get(call.house.guard.errand_cookie, "")
    try:
        told: Any = json.loads(base64.urlsafe_b64decode(kept.encode()))
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in told.items()} if isinstance(told, dict) else {}


def _refused(no: NotProved) -> Refused:
    log.warning("single sign-on: %s", no)  # our own sentence, with nothing that came from outside
    return Refused("not_proved")
