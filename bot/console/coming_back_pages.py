"""Pages for the person who comes back: write to them, and give a new secret for a lost one."""

from __future__ import annotations

import asyncio

from aiohttp import web

from bot.console.call import Call
from bot.console.case_pages import Faults, case_with
from bot.roles import BadEntry


async def write(call: Call) -> web.Response:
    """Write to the person, who reads it when they next open their case."""
    reference = call.part("reference")
    try:
        await asyncio.to_thread(call.desk.coming_back.write, call.officer, reference, call.field("text"))
    except BadEntry as bad:
        return await case_with(call, bad.faults, 422)
    return call.go(f"/cases/{reference}#messages")


async def secret_form(call: Call) -> web.Response:
    """Who is to be told the new secret, and how the officer knows that it is them."""
    return await _secret(call)


async def new_secret(call: Call) -> web.Response:
    """Make the new secret and show it, this once: the page is kept nowhere, and loading it again asks afresh."""
    told = call.field("through"), call.field("note"), call.field("task")
    try:
        secret = await asyncio.to_thread(call.desk.coming_back.new_secret, call.officer, call.part("reference"), *told)
    except BadEntry as bad:
        return await _secret(call, bad.faults, 422)
    reference = call.part("reference")
    concerns = await asyncio.to_thread(call.desk.kept_from.about, reference, None)
    return call.page("new_secret.html", reference=reference, concerns=concerns, secret=secret)


async def _secret(call: Call, faults: Faults | None = None, status: int = 200) -> web.Response:
    case, asked = await asyncio.to_thread(call.desk.coming_back.lost, call.officer, call.part("reference"))
    return call.page("secret.html", status=status, faults=faults, case=case, asked=asked)
