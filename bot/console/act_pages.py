"""The page of one act on a case: what it is, what must be told, and doing it.

The fields come from the act itself, so a new act has its page without anything being written here.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, fields

from aiohttp import web

from bot.complaints.acts import ACTS
from bot.complaints.acts.told import plainly
from bot.complaints.errors import NotAllowed
from bot.console.call import Call
from bot.letters.kinds import ONLY_BY_LETTER, of_act
from bot.ports import Conflict
from bot.roles import NotThere, needed_for

FIELDS = tuple(sorted({field.name for act in ACTS.values() for field in fields(act)} | {"version"}))
_SHORT = ("by", "officer", "person", "reference", "team", "reviewer", "owner", "body", "with", "to")
_HINTS = {
    "findings": "One line for each point, in their order: upheld, partially_upheld, not_upheld or no_finding.",
    "points": "The numbers of the points, counted from 1.",
    "members": "Three names, one a line, the chair first.",
    "bundle": "One document a line.",
    "evidence": "What shows it, one a line.",
    "remedies": "One a line; nothing where there are none.",
    "pence": "In pence: 15000 is £150.",
}


@dataclass(frozen=True)
class Asked:
    """One field of an act's form."""

    name: str
    label: str
    kind: str  # choice | yes | date | line | text
    hint: str
    choices: tuple[str, ...]


async def act(call: Call) -> web.Response:
    """What this act asks for."""
    return await _page(call)


async def do(call: Call) -> web.Response:
    """Do it; what is wrong is said above the form, with everything that was typed still in it."""
    version = call.field("version")
    given = {field.name: call.field(field.name) for field in fields(ACTS[_name(call)])}
    number = int(version) if version.isdecimal() else 0
    try:
        await asyncio.to_thread(call.desk.acts.do, call.officer, call.part("reference"), number, _name(call), given)
    except NotAllowed as no:
        return await _page(call, str(no), 422)
    except Conflict:
        return await _page(call, "Somebody else changed this case meanwhile; look at it again first.", 409)
    return call.go(f"/cases/{call.part('reference')}")


async def _page(call: Call, wrong: str = "", status: int = 200) -> web.Response:
    name, reference = _name(call), call.part("reference")
    await asyncio.to_thread(call.desk.casework.seen, call.officer, reference, needed_for(name))
    file = await asyncio.to_thread(call.desk.casework.case, call.officer, reference)
    says, form = ACTS[name].says(), asked(name, call.desk.profile.teams)
    by_letter, has_letter = name in ONLY_BY_LETTER, of_act(name) is not None
    values = {"case": file.case, "name": name, "says": says, "asked": form, "wrong": wrong}
    values |= {"by_letter": by_letter, "has_letter": has_letter}
    return call.page("act.html", status=status, faults=None, **values)


def _name(call: Call) -> str:
    name = call.part("act")
    if name not in ACTS:
        raise NotThere(name)
    return name


def asked(name: str, teams: tuple[str, ...] = ()) -> tuple[Asked, ...]:
    """The fields of an act's form, in its order; a team is one of the council's."""
    kinds = {"bool": "yes", "date": "date", "date | None": "date", "int": "line"}
    found = []
    for field in fields(ACTS[name]):
        choices = teams if field.name == "team" else ACTS[name].choices.get(field.name, ())
        short = field.name.rpartition("_")[2] in _SHORT
        kind = "choice" if choices else kinds.get(str(field.type), "line" if short else "text")
        found.append(Asked(field.name, plainly(field), kind, _HINTS.get(field.name, ""), choices))
    return tuple(found)
