"""Pages of taking cases out of the service."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.console.call import Call
from bot.export import as_json_lines
from bot.roles import BadEntry, may


async def exports(call: Call) -> web.Response:
    """Every request, and the form for another."""
    return await _exports(call)


async def ask(call: Call) -> web.Response:
    """Ask for an export."""
    return await _do(call, lambda: call.desk.break_glass.ask(call.officer, call.field("reason")))


async def approve(call: Call) -> web.Response:
    """Say yes to somebody else's."""
    return await _do(call, lambda: call.desk.break_glass.approve(call.officer, call.part("export")))


async def take(call: Call) -> web.Response:
    """The cases as a file, once."""
    try:
        cases = await asyncio.to_thread(call.desk.break_glass.take, call.officer, call.part("export"))
    except BadEntry as bad:
        return await _exports(call, bad.faults, 422)
    text = "".join(f"{line}\n" for line in as_json_lines(cases))
    headers = {"Content-Disposition": 'attachment; filename="cases.jsonl"'}
    return web.Response(text=text, content_type="application/x-ndjson", charset="utf-8", headers=headers)


async def _do(call: Call, act: Callable[[], Any]) -> web.Response:
    try:
        await asyncio.to_thread(act)
    except BadEntry as bad:
        return await _exports(call, bad.faults, 422)
    return call.go("/exports")


async def _exports(call: Call, faults: dict[str, str] | None = None, status: int = 200) -> web.Response:
    found = await asyncio.to_thread(call.desk.break_glass.all, call.officer)
    names = await asyncio.to_thread(call.desk.casework.names)
    may_approve = may(call.officer, "approve_export")
    return call.page("exports.html", status=status, faults=faults, exports=found, names=names, may_approve=may_approve)
