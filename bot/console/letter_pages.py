"""The pages of a case's letters: the list, and one letter with everything that its state and the officer allow."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.complaints.errors import NotAllowed
from bot.console import act_form
from bot.console.act_form import Asked
from bot.console.call import Call
from bot.letter_work import Opened
from bot.letters import texts
from bot.letters.kinds import KINDS
from bot.letters.paper import blocks
from bot.ports import Conflict
from bot.roles import BadEntry

FIELDS = tuple(sorted({*act_form.FIELDS, *(name for kind in KINDS.values() for name in kind.asks)} - {"version"}))
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_CHANGED = "Somebody else changed this letter meanwhile; look at it again first."
_LABELS = {"handled_by": "Who deals with it", "why": "Why it belongs there", "when_and_where": "Day, time and place"}

Handler = Callable[[Call], Awaitable[web.Response]]


async def letters(call: Call) -> web.Response:
    """The letters of a case, and those that may be begun."""
    return await _letters(call)


async def begin(call: Call) -> web.Response:
    """Begin one."""
    reference = call.part("reference")
    try:
        letter = await asyncio.to_thread(call.desk.letters.begin, call.officer, reference, call.field("kind"))
    except BadEntry as bad:
        return await _letters(call, bad.faults, 422)
    return call.go(f"/cases/{reference}/letters/{letter.id}")


async def letter(call: Call) -> web.Response:
    """One letter."""
    return await _letter(call)


async def write(call: Call) -> web.Response:
    """Keep a new version of a draft; what was typed stays when it cannot be kept."""
    given = {name: "\n".join(call.typed.getall(name, [])) for name in FIELDS}
    told = call.part("reference"), call.part("letter"), call.number("revision"), call.field("text"), given
    try:
        await asyncio.to_thread(call.desk.letters.write, call.officer, *told)
    except BadEntry as bad:
        return await _letter(call, faults=bad.faults, status=422)
    except NotAllowed as no:
        return await _letter(call, str(no), status=422)
    except Conflict:
        return await _letter(call, _CHANGED, status=409)
    return call.go(_address(call))


def moving(move: str) -> Handler:
    """The handler of one step of a letter's way: a name of letters.letter.MOVES."""

    async def do(call: Call) -> web.Response:
        told = call.part("reference"), call.part("letter"), call.number("revision"), move, call.field("reason").strip()
        try:
            await asyncio.to_thread(call.desk.letters.move, call.officer, *told)
        except NotAllowed as no:
            return await _letter(call, str(no), status=422)
        except Conflict:
            return await _letter(call, _CHANGED, status=409)
        return call.go(_address(call))

    return do


async def document(call: Call) -> web.Response:
    """The letter as a Word document."""
    told = call.part("reference"), call.part("letter")
    made = await asyncio.to_thread(call.desk.letters.as_docx, call.officer, *told)
    headers = {"Content-Disposition": f'attachment; filename="{told[0]}-{told[1]}.docx"'}
    return web.Response(body=made, content_type=DOCX, headers=headers)


async def _letters(call: Call, faults: dict[str, str] | None = None, status: int = 200) -> web.Response:
    found = await asyncio.to_thread(call.desk.letters.of_case, call.officer, call.part("reference"))
    return await _page(call, "letters.html", status, faults, found=found)


async def _letter(
    call: Call, wrong: str = "", *, faults: dict[str, str] | None = None, status: int = 200
) -> web.Response:
    told = call.part("reference"), call.part("letter")
    opened = await asyncio.to_thread(call.desk.letters.open, call.officer, *told)
    asked = _asked(call, opened)
    values = {"opened": opened, "wrong": wrong, "asked": asked}
    return await _page(call, "letter.html", status, faults, blocks=blocks, **values)


async def _page(call: Call, template: str, status: int, faults: dict[str, str] | None, **values: Any) -> web.Response:
    names = await asyncio.to_thread(call.desk.casework.names)
    kinds = {name: texts.label(name) for name in KINDS}
    return call.page(template, status=status, faults=faults, names=names, kinds=kinds, **values)


def _asked(call: Call, opened: Opened) -> tuple[Asked, ...]:
    """The fields of a draft's form, beside its text."""
    act = opened.letter.act
    of_act = {field.name: field for field in act_form.asked(act, opened.case, call.desk.offers())} if act else {}
    own = {name: Asked(name, _LABELS[name], "text") for name in KINDS[opened.letter.kind].asks}
    return tuple(of_act.get(name) or own[name] for name in opened.fields)


def _address(call: Call) -> str:
    return f"/cases/{call.part('reference')}/letters/{call.part('letter')}"
