"""Pages of access requests: noting one, what is left out and why, the second look, and the copy itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from aiohttp import web

from bot.console.call import Call
from bot.console.case_pages import Faults
from bot.ports import Conflict
from bot.roles import BadEntry
from bot.talks import WHY_SHOWN


async def access(call: Call) -> web.Response:
    """The request, and every piece of the record with why it is left out."""
    return await _page(call)


async def ask(call: Call) -> web.Response:
    """Note a request."""
    on = _day(call.field("asked_on"))
    return await _do(call, call.desk.access.ask, call.number("version"), on, call.field("known_by"))


async def extend(call: Call) -> web.Response:
    """Two months more."""
    return await _do(call, call.desk.access.extend, call.number("version"), call.field("extend_reason"))


async def prepare(call: Call) -> web.Response:
    """Put together what goes out."""
    also = frozenset(call.typed.getall("also", []))
    return await _do(call, call.desk.access.prepare, call.number("version"), also, call.field("reason"))


async def check(call: Call) -> web.Response:
    """The second look."""
    return await _do(call, call.desk.access.check, call.number("version"))


async def contact(call: Call) -> web.Response:
    """Show the ways to reach the person, with the reason in the audit."""
    try:
        await asyncio.to_thread(call.desk.access.show_contact, call.officer, call.part("reference"), call.field("why"))
    except BadEntry as bad:
        return await _page(call, bad.faults, 422)
    return call.go(f"/cases/{call.part('reference')}/access")


async def take(call: Call) -> web.Response:
    """The copy, as a page that is saved and given to the person."""
    reference = call.part("reference")
    try:
        pieces = await asyncio.to_thread(call.desk.access.take, call.officer, reference)
    except BadEntry as bad:
        return await _page(call, bad.faults, 422)
    told = [{**piece, "at": datetime.fromisoformat(piece["at"]) if piece["at"] else None} for piece in pieces]
    answer = call.page("access_copy.html", reference=reference, pieces=told)
    answer.headers["Content-Disposition"] = f'attachment; filename="{reference}-your-data.html"'
    return answer


async def _do(call: Call, act: Callable[..., Any], *told: Any) -> web.Response:
    try:
        await asyncio.to_thread(act, call.officer, call.part("reference"), *told)
    except BadEntry as bad:
        return await _page(call, bad.faults, 422)
    except Conflict:
        return await _page(call, {"version": "changed_meanwhile"}, 409)
    return call.go(f"/cases/{call.part('reference')}/access")


async def _page(call: Call, faults: Faults | None = None, status: int = 200) -> web.Response:
    file = await asyncio.to_thread(call.desk.access.of, call.officer, call.part("reference"))
    names = await asyncio.to_thread(call.desk.casework.names)
    values = {"file": file, "names": names, "why_shown": WHY_SHOWN}
    return call.page("access.html", status=status, faults=faults, **values)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
