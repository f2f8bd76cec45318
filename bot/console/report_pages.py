"""Pages of the reports: which there are, a draft with its tables and boxes, its files, and issuing it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from aiohttp import web

from bot.console.call import Call
from bot.console.report_jobs import Job
from bot.reporting import period as periods
from bot.reporting.drafting import COUNTED, MADE_UP, USERS, Draft, told_in
from bot.reporting.period import Period
from bot.reports import charts, document, page, sheets
from bot.reports.content import Content, content_of
from bot.roles import BadEntry, NotThere, require

COPIES = ("publication", "manager")
_FORMS: Mapping[str, tuple[str, str, Callable[[Content], bytes]]] = {  # how it ends, its type, who makes it
    "page": ("html", "text/html; charset=utf-8", lambda content: page.html(content).encode()),
    "pdf": ("pdf", "application/pdf", page.pdf),
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", document.docx),
    "xlsx": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheets.workbook),
    "csv": ("zip", "application/zip", sheets.all_csv),
}
_PATIENCE_SECONDS = 1.5  # most drafts are there by then; others show how far they are
_YEARS = 4  # how many years the list of reports goes back


async def reports(call: Call) -> web.Response:
    """The reports that can be made: years, quarters of this year, and the last weeks."""
    today = call.desk.clock.now().astimezone(call.desk.profile.timezone).date()
    start, _ = periods.start_of(today)
    years = [periods.year(start - back) for back in range(_YEARS)]
    quarters = [made for number in (4, 3, 2, 1) if (made := periods.quarter(start, number)).first <= today]
    weeks = [periods.week(today).before(back) for back in range(4)]
    return call.page("reports.html", groups={"Years": years, "Quarters of this year": quarters, "Weeks": weeks})


async def report(call: Call) -> web.Response:
    """A draft, or how far it is."""
    return await _report(call)


async def live_report(call: Call) -> web.Response:
    """How far a draft is, for a page that keeps itself up to date."""
    return call.page("_report_making.html", period=_period(call), job=_job(call, again=False))


async def anew(call: Call) -> web.Response:
    """Make the draft again from the cases as they are now."""
    period = _period(call)
    call.desk.reports.forget(period)
    return call.go(f"/reports/{period.key}")


async def write(call: Call) -> web.Response:
    """Keep what the manager wrote in a box; what changes figures makes another draft."""
    period, box = _period(call), call.field("box")
    try:
        await asyncio.to_thread(call.desk.drafting.write, call.officer, period, box, call.field("text"))
    except BadEntry as bad:
        return await _report(call, bad.faults, 422)
    if box in (USERS, MADE_UP):
        call.desk.reports.forget(period)
    return call.go(f"/reports/{period.key}#{box}")


async def quote(call: Call) -> web.Response:
    """Add a quotation: first it is shown with what was found in it, then it is kept as the manager chooses."""
    period, text, choice = _period(call), call.field("quotation"), call.field("choice")
    found = told_in(text)
    if found and choice not in ("hidden", "checked"):
        return await _report(call, status=422, found=found, quotation=text)
    try:
        await asyncio.to_thread(call.desk.drafting.quote, call.officer, period, text, checked=choice == "checked")
    except BadEntry as bad:
        return await _report(call, bad.faults, 422)
    return call.go(f"/reports/{period.key}#quotations")


async def unquote(call: Call) -> web.Response:
    """Take a quotation out."""
    period, place = _period(call), call.field("place")
    if place.isdecimal():
        await asyncio.to_thread(call.desk.drafting.unquote, call.officer, period, int(place))
    return call.go(f"/reports/{period.key}#quotations")


async def issue(call: Call) -> web.Response:
    """Note that this draft was issued."""
    period, job = _period(call), _job(call)
    if job.draft is not None:
        try:
            await asyncio.to_thread(call.desk.drafting.issue, call.officer, job.draft)
        except BadEntry as bad:
            return await _report(call, bad.faults, 422)
        call.desk.reports.forget(period)
    return call.go(f"/reports/{period.key}")


async def file(call: Call) -> web.Response:
    """The report as a file, for publication or with small numbers."""
    form, published = call.part("form"), _is_published(call, call.part("copy"))
    if form not in _FORMS:
        raise NotThere(form)
    told = call.officer, _period(call)
    await asyncio.to_thread(call.desk.drafting.taking, *told, published=published)
    draft = await _draft(call)
    ending, kind, make = _FORMS[form]
    content = await asyncio.to_thread(_content, call, draft, published=published)
    try:
        made = await asyncio.to_thread(make, content)
    except page.NoPdf:
        return await _report(call, {"pdf": "no_pango"}, 503)
    marks = ("-made-up" if draft.counts_made_up else "") + ("" if published else "-with-small-numbers")
    name = f"{draft.report.council}-{draft.report.period.key}{marks}.{ending}"
    return web.Response(
        body=made, headers={"Content-Type": kind, "Content-Disposition": f'attachment; filename="{name}"'}
    )


async def chart(call: Call) -> web.Response:
    """One chart, as the page shows it."""
    draft = await _draft(call)
    table = draft.tables(published=_is_published(call, call.part("copy"))).get(call.part("table"))
    drawn = charts.chart_of(table) if table else None
    if drawn is None:
        raise NotThere("chart")
    picture = await asyncio.to_thread(charts.svg, drawn)
    return web.Response(body=picture, content_type="image/svg+xml")


def _is_published(call: Call, copy: str) -> bool:
    """Whether a copy is the one for publication. The other, with small numbers, is there for the manager alone."""
    if copy not in COPIES:
        raise NotThere(copy)
    if copy != COPIES[0]:
        require(call.officer, "make_report")
    return copy == COPIES[0]


async def _report(call: Call, faults: dict[str, str] | None = None, status: int = 200, **quoting: Any) -> web.Response:
    period, job = _period(call), _job(call)
    await job.wait(_PATIENCE_SECONDS)
    if job.draft is None:
        return call.page("report_making.html", status=500 if job.failed else status, period=period, job=job)
    copy = call.request.query.get("copy", COPIES[0])
    content = await asyncio.to_thread(_content, call, job.draft, published=_is_published(call, copy))
    values = {
        "period": period,
        "draft": job.draft,
        "content": content,
        "copy": copy,
        "charts": {table.key: drawn for table in content.tables() if (drawn := charts.chart_of(table))},
        "texts": await asyncio.to_thread(call.desk.drafting.texts, period),
        "users_box": USERS,
        "made_up_box": MADE_UP,
        "counted": COUNTED,
        "found": (),
        "quotation": "",
        **page.helpers(),
        **quoting,
    }
    return call.page("report.html", status=status, faults=faults, **values)


def _content(call: Call, draft: Draft, *, published: bool) -> Content:
    period = draft.report.period
    return content_of(
        draft.report,
        draft.tables(published=published),
        published=published,
        commentary=call.desk.drafting.texts(period),
        quotations=call.desk.drafting.quotations(period),
    )


def _job(call: Call, *, again: bool = True) -> Job:
    period, officer = _period(call), call.officer
    today = call.desk.clock.now().astimezone(call.desk.profile.timezone).date()
    if period.first > today:
        raise NotThere(period.key)
    drafting = call.desk.drafting
    return call.desk.reports.of(period, lambda progress: drafting.draft(officer, period, progress), again=again)


async def _draft(call: Call) -> Draft:
    job = _job(call)
    await job.wait(None)
    if job.draft is None:
        raise NotThere("draft")
    return job.draft


def _period(call: Call) -> Period:
    try:
        return periods.read(call.part("period"))
    except ValueError as bad:
        raise NotThere(call.part("period")) from bad
