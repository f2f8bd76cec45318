"""The page of the audit."""

from __future__ import annotations

import asyncio

from aiohttp import web

from bot.console.call import Call


async def audit(call: Call) -> web.Response:
    """Who did what to one thing."""
    about = call.request.query.get("about", "")
    lines = await asyncio.to_thread(call.desk.audit.about, call.officer, about)
    names = await asyncio.to_thread(call.desk.casework.names)
    return call.page("audit.html", about=about, lines=lines, names=names)
