"""Pages of who has a case: giving it, taking it back, conflicts of interest."""

from __future__ import annotations

import asyncio
from datetime import date

from aiohttp import web

from bot.case_people import GIVEN_AS
from bot.console.call import Call
from bot.console.case_pages import Faults
from bot.roles import ROLES, BadEntry, may


async def people(call: Call) -> web.Response:
    """Who has it, and the forms for giving it and for a conflict of interest."""
    return await _people(call)


async def give(call: Call) -> web.Response:
    """Give it to somebody."""
    points = [int(number) - 1 for number in call.typed.getall("points", []) if number.isdecimal() and len(number) < 4]
    try:
        until = date.fromisoformat(call.field("until")) if call.field("until").strip() else None
        told = call.field("to"), call.field("capacity"), points, until
        await asyncio.to_thread(call.desk.people.give, call.officer, call.part("reference"), *told)
    except ValueError:
        return await _people(call, {"until": "wrong"}, 422)
    except BadEntry as bad:
        return await _people(call, bad.faults, 422)
    return _back(call)


async def take(call: Call) -> web.Response:
    """From now on whoever asks works the case."""
    try:
        await asyncio.to_thread(call.desk.people.take, call.officer, call.part("reference"))
    except BadEntry as bad:
        return await _people(call, bad.faults, 422)
    return call.go(f"/cases/{call.part('reference')}")


async def take_back(call: Call) -> web.Response:
    """They no longer see it."""
    told = call.part("reference"), call.part("allocation")
    await asyncio.to_thread(call.desk.people.take_back, call.officer, *told)
    return _back(call)


async def conflict(call: Call) -> web.Response:
    """A conflict of interest: one's own when nobody is named. Whoever has it is sent away from the case."""
    about = call.field("officer") or call.officer.id
    try:
        await asyncio.to_thread(call.desk.people.declare, call.officer, call.part("reference"), about)
    except BadEntry as bad:
        return await _people(call, bad.faults, 422)
    return call.go("/") if about == call.officer.id or not may(call.officer, "give_case") else _back(call)


def _back(call: Call) -> web.Response:
    return call.go(f"/cases/{call.part('reference')}/people")


async def _people(call: Call, faults: Faults | None = None, status: int = 200) -> web.Response:
    found = await asyncio.to_thread(call.desk.people.of, call.officer, call.part("reference"))
    names = await asyncio.to_thread(call.desk.casework.names)
    everybody = await asyncio.to_thread(call.desk.sign_in.officers.all)
    capacities = [role for role in ROLES if role in GIVEN_AS]
    values = {"people": found, "names": names, "capacities": capacities, "officers": everybody}
    return call.page("people.html", status=status, faults=faults, **values)
