"""Pages of the queue: as a whole, the parts of it that keep themselves up to date, and search."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import asdict, replace
from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from bot.case_queue import GROUPS, WHOSE, Chosen, chosen_from
from bot.complaints.assessment import FLAGS, PATHWAYS
from bot.complaints.case import STAGES
from bot.console.beat import sign_of, write
from bot.console.call import Call
from bot.roles import BadEntry, may

FILTERS = {"due": GROUPS, "pathway": PATHWAYS, "stage": STAGES[:-1], "flag": FLAGS}


async def home(call: Call) -> web.Response:
    """The queue, for those who have one; everybody else goes to what they are here for."""
    if may(call.officer, "read_queue"):
        pulse = await asyncio.to_thread(call.desk.queue.pulse)  # before the queue: what changes meanwhile is told again
        whole = {"filters": FILTERS, "whose": _whose(call), "teams": call.desk.profile.teams}
        return await _queue(call, "queue.html", sign=sign_of(pulse), **whole)
    if call.officer.only_alert:
        return call.go(f"/alerts/{call.officer.only_alert}")
    return call.go("/reports" if may(call.officer, "read_reports") else "/officers")


async def live_queue(call: Call) -> web.Response:
    """The queue's own parts of its page, for a page that keeps itself up to date."""
    return await _queue(call, "_queue.html")


async def events(call: Call) -> web.StreamResponse:
    """Server-sent events that tell the page to look again."""
    assert call.signed_in is not None
    token = call.request.cookies.get(call.house.guard.session_cookie)
    known = call.request.headers.get("Last-Event-ID") or call.request.query.get("since", "")
    with call.house.beat.opened(call.signed_in.session.token_mark):
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "X-Accel-Buffering": "no"})
        with contextlib.suppress(ConnectionError):
            await response.prepare(call.request)
            if call.request.method == "GET":  # HEAD asks for the headers alone
                over = lambda: call.desk.sessions.who(token, acting=False) is None  # noqa: E731
                await write(response, call.house.beat, known, over)
        return response


async def search(call: Call) -> web.Response:
    """What a search led to. It is sent as a form, so that no name stands in an address, a history or a log."""
    typed = call.field("words")
    try:
        found = await asyncio.to_thread(call.desk.search.find, call.officer, typed)
    except BadEntry as bad:
        return call.page("search.html", status=422, faults=bad.faults, found=None, words=typed)
    careful = await asyncio.to_thread(call.desk.kept_from.among, [case.reference for case in found.cases])
    return call.page("search.html", found=found, words=typed, careful=careful)


async def _queue(call: Call, template: str, **values: Any) -> web.Response:
    chosen = chosen_from(call.request.query, call.desk.profile)
    queue = await asyncio.to_thread(call.desk.queue.of, call.officer, chosen)
    names = await asyncio.to_thread(call.desk.casework.names)
    values |= {"address": address, "out_of_hours_phone": call.house.out_of_hours_phone}
    return call.page(template, queue=queue, names=names, **values)


def _whose(call: Call) -> list[str]:
    """Whose work can be asked for: a team's by those who work for some teams, nobody's by those who can take it."""
    without = {"team"} if not call.officer.teams else set()
    without |= set() if may(call.officer, "give_case") else {"nobody"}
    return [each for each in WHOSE if each not in without]


def address(path: str, chosen: Chosen, **changes: Any) -> str:
    """The address of the queue with what was chosen, changed; a page other than the first only when it is asked for."""
    turned = {"page", "task_page"} & set(changes)
    there = chosen if turned else replace(chosen, page=1, task_page=1)
    said, unsaid = asdict(replace(there, **changes)), asdict(Chosen())
    told = {name: value for name, value in said.items() if value != unsaid[name]}
    return f"{path}?{urlencode(told)}" if told else path
