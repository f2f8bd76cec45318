"""Pages of the two reports of stage 2: the investigating officer's and the independent person's."""

from __future__ import annotations

import asyncio

from aiohttp import web

from bot.case_reports import TYPES
from bot.console.call import Call
from bot.roles import BadEntry


async def papers(call: Call) -> web.Response:
    """The reports that were brought, and the form for one."""
    return await asyncio.to_thread(_page, call)


async def bring(call: Call) -> web.Response:
    """Keep a report."""
    reference = call.part("reference")
    told = reference, call.field("kind"), call.file("report")
    try:
        await asyncio.to_thread(call.desk.papers.bring, call.officer, *told)
    except BadEntry as bad:
        return await asyncio.to_thread(_page, call, bad.faults, 422)
    return call.go(f"/cases/{reference}/reports")


async def paper(call: Call) -> web.Response:
    """One report, to be saved and never shown in the page."""
    told = call.part("reference"), call.part("paper")
    found, content = await asyncio.to_thread(call.desk.papers.read, call.officer, *told)
    name = f"{found.case}-{found.kind}-{found.at:%Y-%m-%d}.{found.form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(body=content, content_type=TYPES[found.form], headers=headers)


def _page(call: Call, faults: dict[str, str] | None = None, status: int = 200) -> web.Response:
    reference, desk = call.part("reference"), call.desk
    case = desk.casework.seen(call.officer, reference, "read_report")
    desk.casework.opened(call.officer, reference)  # that it was read is noted
    values = {
        "case": case,
        "papers": desk.papers.of(call.officer, case),
        "bring": desk.papers.may_bring(call.officer, case),
        "names": desk.casework.names(),
    }
    return call.page("papers.html", status=status, faults=faults, **values)
