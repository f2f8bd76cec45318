"""Pages of the pool: who may be appointed to investigate, to watch over an investigation, or to sit on a panel."""

from __future__ import annotations

import asyncio
from datetime import date

from aiohttp import web

from bot.console.call import Call
from bot.pool import KINDS, PoolPerson
from bot.roles import ALLOCATED, BadEntry

FIELDS = ("person", "name", "kinds", "dbs_on", "until", "other_work", "account")


async def pool(call: Call) -> web.Response:
    """Everybody in it, with a form for one more or, for a manager, to change somebody."""
    return await asyncio.to_thread(_page, call)


async def keep(call: Call) -> web.Response:
    """Add or change somebody."""
    try:
        await asyncio.to_thread(call.desk.pool.keep, call.officer, _told(call))
    except BadEntry as bad:
        return await asyncio.to_thread(_page, call, bad.faults, 422)
    return call.go("/pool")


async def leave(call: Call) -> web.Response:
    """Somebody is not appointed any more."""
    await asyncio.to_thread(call.desk.pool.leave, call.officer, call.part("person"))
    return call.go("/pool")


def _page(call: Call, faults: dict[str, str] | None = None, status: int = 200) -> web.Response:
    people, today = call.desk.pool.read(call.officer), call.desk.casework.today()
    wanted = call.field("person") or call.request.query.get("person", "")
    values = {
        "people": people,
        "changed": next((each for each in people if each.id == wanted), None),
        "kinds": KINDS,
        "why_not": {each.id: {kind: each.why_not(kind, today) for kind in each.kinds} for each in people},
        "accounts": [
            each for each in call.desk.casework.officers.all() if not each.disabled_at and ALLOCATED & set(each.roles)
        ],
    }
    return call.page("pool.html", status=status, faults=faults, **values)


def _told(call: Call) -> PoolPerson:
    """The person in the form. Raises BadEntry for a day that is none."""
    dbs_on, until = (_day(call.field(name)) for name in ("dbs_on", "until"))
    if dbs_on is None or until is None:
        days = {"dbs_on": dbs_on, "until": until}
        raise BadEntry(**{name: "missing" for name, day in days.items() if day is None})
    return PoolPerson(
        id=call.field("person"),
        name=call.field("name"),
        kinds=tuple(call.typed.getall("kinds", [])),
        dbs_on=dbs_on,
        until=until,
        other_work=call.field("other_work").strip(),
        account=call.field("account"),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
