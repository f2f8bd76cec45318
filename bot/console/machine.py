"""What machines ask of the console: is it alive, how much waits, and the static files."""

from __future__ import annotations

import asyncio
from dataclasses import asdict

from aiohttp import web

from bot.console.call import Call
from bot.console.refusals import Refused
from bot.console.render import STATIC

A_YEAR = "public, max-age=31536000, immutable"  # the address changes with the file


async def healthz(_call: Call) -> web.Response:
    """It is alive."""
    return web.json_response({"alive": True})


async def metrics(call: Call) -> web.Response:
    """How much waits, in Prometheus' text format."""
    counts = asdict(await asyncio.to_thread(call.desk.casework.figures))
    watched_at = call.desk.watched_at() if call.desk.watched_at else None
    if watched_at:
        counts["watch_age_seconds"] = int((call.desk.clock.now() - watched_at).total_seconds())
    lines = [f"# TYPE have_your_say_{name} gauge\nhave_your_say_{name} {count}\n" for name, count in counts.items()]
    return web.Response(text="".join(lines), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})


async def static(call: Call) -> web.Response:
    """A static file."""
    name = call.request.match_info["name"]
    if name not in STATIC:
        raise Refused("not_there")
    content = call.house.renderer.files[name]
    return web.Response(body=content, content_type=STATIC[name], charset="utf-8", headers={"Cache-Control": A_YEAR})
