"""Pages of cases and tasks."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp import web

from bot.casework import ADVOCATE_OUTCOMES, CONFIRMABLE, CaseFile
from bot.complaints.acts import ACTS
from bot.complaints.acts.act import live_points, suspended_points
from bot.complaints.acts.voices import in_force
from bot.complaints.assessment import SIGNPOSTS
from bot.complaints.diary import KINDS as DIARY_KINDS
from bot.console.call import Call
from bot.ports import Conflict
from bot.proposals import waiting
from bot.roles import LETTER_TASKS, BadEntry, may
from bot.talks import WHY_SHOWN

Faults = dict[str, str]


async def case(call: Call) -> web.Response:
    """One case."""
    return await case_with(call)


async def pathway(call: Call) -> web.Response:
    """Confirm or change where it belongs."""
    told = call.field("pathway"), call.field("reason"), call.field("signposted_to")
    try:
        await asyncio.to_thread(
            call.desk.casework.confirm_pathway,
            call.officer,
            call.part("reference"),
            call.number("version"),
            *told,
        )
    except BadEntry as bad:
        return await case_with(call, bad.faults, 422)
    except Conflict:
        return await case_with(call, {"pathway": "changed_meanwhile"}, 409)
    return call.go(f"/cases/{call.part('reference')}")


async def case_with(call: Call, faults: Faults | None = None, status: int = 200) -> web.Response:
    """The page of a case, with what was wrong with something typed on it."""
    reached = await asyncio.to_thread(call.desk.contact.read, call.officer, call.part("reference"))
    file = reached.file
    names = await asyncio.to_thread(call.desk.casework.names)
    allowed = {name: ACTS[name].says() for name in call.desk.acts.allowed(call.officer, file.case)}
    letters = await asyncio.to_thread(call.desk.coming_back.letters, file.case)
    values = {
        "letters": letters,
        "file": file,
        "hidden": reached.hidden,
        "why_shown": WHY_SHOWN,
        "names": names,
        "pathways": CONFIRMABLE,
        "signposts": SIGNPOSTS,
        "allowed": allowed,
        **await asyncio.to_thread(_course, call, file),
    }
    return call.page("case.html", status=status, faults=faults, **values)


def _course(call: Call, file: CaseFile) -> dict[str, Any]:
    """How it stands with the case: which points go on, who speaks for the person, what is proposed and would follow."""
    desk, case = call.desk, file.case
    return {
        "back": frozenset(range(len(case.points))) - live_points(case),
        "still": suspended_points(case),
        "speak": in_force(case, file.today),
        "waiting": waiting(case),
        "proposable": {name: ACTS[name].says() for name in desk.proposals.allowed(call.officer, case)},
        "would_lead": desk.casework.would_lead(call.officer, case) if may(call.officer, "confirm_pathway") else {},
    }


async def contact(call: Call) -> web.Response:
    """Show how the person is reached, with the reason in the audit."""
    told = call.part("reference"), call.field("why")
    try:
        await asyncio.to_thread(call.desk.contact.show, call.officer, *told)
    except BadEntry as bad:
        return await case_with(call, bad.faults, 422)
    return call.go(f"/cases/{told[0]}#people")


async def task(call: Call) -> web.Response:
    """One task."""
    return await _task(call)


async def finish_task(call: Call) -> web.Response:
    """It is done."""
    told = call.part("task"), call.field("note"), call.field("outcome")
    try:
        done = await asyncio.to_thread(call.desk.casework.finish_task, call.officer, *told)
    except BadEntry as bad:
        return await _task(call, bad.faults, 422)
    return call.go(f"/cases/{done.case}" if done.case else "/")


async def _task(call: Call, faults: Faults | None = None, status: int = 200) -> web.Response:
    found = await asyncio.to_thread(call.desk.casework.task, call.officer, call.part("task"))
    names = await asyncio.to_thread(call.desk.casework.names)
    concerns = await asyncio.to_thread(call.desk.kept_from.about, found.case, found.conversation)
    values = {
        "task": found,
        "concerns": concerns,
        "names": names,
        "outcomes": ADVOCATE_OUTCOMES,
        "today": call.desk.casework.today(),
    }
    values |= {"by_act": DIARY_KINDS, "by_letter": LETTER_TASKS}
    return call.page("task.html", status=status, faults=faults, **values)
