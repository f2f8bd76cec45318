"""The page on which officers say which notices they want."""

from __future__ import annotations

import asyncio

from aiohttp import web

from bot.console.call import Call


async def notices(call: Call) -> web.Response:
    """Every kind that is theirs, with what they want of it."""
    choices = await asyncio.to_thread(call.desk.own_notices.of, call.officer)
    return call.page("notices.html", choices=choices, kept="kept" in call.request.query)


async def choose(call: Call) -> web.Response:
    """Keep what they want."""
    await asyncio.to_thread(call.desk.own_notices.choose, call.officer, call.typed.getall("kind", []))
    return call.go("/account/notices?kept")
