"""The page of one act on a case: what it is, what must be told, where it leads, and doing it.

Nobody sets a date that they have not seen: where the day turns on what is typed, the page comes back once with it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.complaints.acts import ACTS
from bot.complaints.acts.leads import Lead
from bot.complaints.errors import NotAllowed
from bot.console.act_form import as_shown, asked, typed_in
from bot.console.call import Call
from bot.ports import Conflict
from bot.roles import NotThere, needed_for

CHANGED = "Somebody else changed this case meanwhile; look at it again first."


@dataclass(frozen=True)
class Shown:
    """What the page shows beside the form."""

    wrong: str = ""
    days: tuple[Lead, ...] | None = None  # None: it turns on what is typed, and nothing was typed yet
    again: bool = False  # the days are not those that the officer had seen


async def act(call: Call) -> web.Response:
    """What this act asks for, and to which days it leads."""
    return await _page(call)


async def do(call: Call) -> web.Response:
    """Do it; what is wrong is said above the form, with everything that was typed still in it."""
    name, reference = _name(call), call.part("reference")
    given, number = typed_in(name, call.typed), _version(call)
    try:
        if "shown" in call.typed:
            days = await asyncio.to_thread(_days, call, name, given)
            if as_shown(days) != call.field("shown"):
                return await _page(call, Shown(days=days, again=True))
        await asyncio.to_thread(call.desk.acts.do, call.officer, reference, number, name, given)
    except NotAllowed as no:
        return await _page(call, Shown(wrong=str(no)), 422)
    except Conflict:
        return await _page(call, Shown(wrong=CHANGED), 409)
    return call.go(f"/cases/{reference}")


def _days(call: Call, name: str, given: Mapping[str, str]) -> tuple[Lead, ...]:
    case = call.desk.casework.seen(call.officer, call.part("reference"), needed_for(name))
    if case.version != _version(call):
        raise Conflict(case.reference)
    return call.desk.acts.leads_to(call.officer, case, name, given)


async def _page(call: Call, shown: Shown | None = None, status: int = 200) -> web.Response:
    return await asyncio.to_thread(_filled, call, shown, status)


def _filled(call: Call, shown: Shown | None, status: int) -> web.Response:
    name, reference, desk = _name(call), call.part("reference"), call.desk
    case = desk.casework.seen(call.officer, reference, needed_for(name))
    desk.casework.case(call.officer, reference)  # who opens the form reads the case, and that is noted
    shown = shown or Shown(days=desk.acts.expected(call.officer, case, name))
    teams = tuple((team, team) for team in desk.profile.teams)
    values: dict[str, Any] = {
        "case": case,
        "name": name,
        "says": ACTS[name].says(),
        "asked": asked(name, case, {"team": teams}),
        "shown": shown,
        "seen": as_shown(shown.days),
        "button": "Do this",
    }
    return call.page("act.html", status=status, **values)


def _version(call: Call) -> int:
    version = call.field("version")
    return int(version) if version.isdecimal() else 0


def _name(call: Call) -> str:
    name = call.part("act")
    if name not in ACTS:
        raise NotThere(name)
    return name
