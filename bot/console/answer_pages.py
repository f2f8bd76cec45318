"""Pages of the kept answers, which officers may begin with."""

from __future__ import annotations

import asyncio

from aiohttp import web

from bot.console.call import Call
from bot.roles import BadEntry


async def answers(call: Call) -> web.Response:
    """Every kept answer, with the form for another."""
    return await _answers(call)


async def keep(call: Call) -> web.Response:
    """Keep a new answer, or change one."""
    for_children = call.field("for_children") == "yes"
    told = call.field("answer"), call.field("title"), call.field("text")
    try:
        await asyncio.to_thread(_keep, call, *told, for_children)
    except BadEntry as bad:
        return await _answers(call, bad.faults, 422)
    return call.go("/answers")


async def remove(call: Call) -> web.Response:
    """Forget one."""
    await asyncio.to_thread(call.desk.answers.remove, call.officer, call.part("answer"))
    return call.go("/answers")


def _keep(call: Call, answer: str, title: str, text: str, for_children: bool) -> None:
    call.desk.answers.keep(call.officer, answer, title, text, for_children=for_children)


async def _answers(call: Call, faults: dict[str, str] | None = None, status: int = 200) -> web.Response:
    kept = await asyncio.to_thread(call.desk.answers.all, call.officer)
    wanted = call.request.query.get("change", "")
    changing = next((answer for answer in kept if answer.id == wanted), None)
    return call.page("answers.html", status=status, faults=faults, kept=kept, changing=changing)
