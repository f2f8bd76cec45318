"""Pages for somebody on duty who has no account: a one-time code opens one alert."""

from __future__ import annotations

import asyncio

from aiohttp import web

from bot.console.call import Call
from bot.console.pages import alert_with
from bot.console.signing import enter
from bot.roles import BadEntry


async def duty_page(call: Call) -> web.Response:
    """The form for a code."""
    return call.page("duty.html")


async def duty(call: Call) -> web.Response:
    """Use a code, and say who one is."""
    try:
        told = call.field("code"), call.field("name")
        token, alert_id = await asyncio.to_thread(call.desk.duty_codes.enter, *told)
    except BadEntry as bad:
        return call.page("duty.html", status=422, faults=bad.faults)
    return enter(call, token, f"/alerts/{alert_id}")


async def give(call: Call) -> web.Response:
    """Make a code; it is shown in this answer and nowhere else."""
    code = await asyncio.to_thread(call.desk.duty_codes.give, call.officer, call.part("alert"))
    return await alert_with(call, code=code)
