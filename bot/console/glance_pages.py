"""Pages of the service at a glance: the tables of a choice with their charts, and each table as CSV."""

from __future__ import annotations

import asyncio
from urllib.parse import urlencode

from aiohttp import web

from bot.console.call import Call
from bot.reporting.at_a_glance import BREAKDOWNS, Choice, Glance
from bot.reporting.table import Table
from bot.reports import charts, page, sheets
from bot.roles import NotThere


async def glance(call: Call) -> web.Response:
    """What is open today, and the period that was chosen."""
    choice = _choice(call)
    seen = await asyncio.to_thread(call.desk.glance.see, call.officer, choice)
    values = {
        "glance": seen,
        "choice": choice,
        "asked": urlencode(_asked(choice)),
        "periods": call.desk.glance.periods(),
        "teams": call.desk.glance.teams(),
        "breakdowns": BREAKDOWNS,
        "charts": {table.key: drawn for table in seen.tables if (drawn := charts.chart_of(table))},
        **page.helpers(),
    }
    return call.page("glance.html", **values)


async def csv(call: Call) -> web.Response:
    """One table of the choice as CSV."""
    choice = _choice(call)
    taken = await asyncio.to_thread(call.desk.glance.take, call.officer, choice)
    table = _table(call, taken)
    name = f"at-a-glance-{choice.period.key}-{table.key}-by-{choice.by}.csv"
    return web.Response(
        body=sheets.csv_file(table),
        headers={
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": f'attachment; filename="{name}"',
        },
    )


async def chart(call: Call) -> web.Response:
    """One chart, as the page shows it."""
    seen = await asyncio.to_thread(call.desk.glance.seen, call.officer, _choice(call))
    drawn = charts.chart_of(_table(call, seen))
    if drawn is None:
        raise NotThere("chart")
    return web.Response(body=await asyncio.to_thread(charts.svg, drawn), content_type="image/svg+xml")


def _choice(call: Call) -> Choice:
    asked = call.request.query
    return call.desk.glance.chosen(asked.get("period", ""), asked.get("team", ""), asked.get("by", ""))


def _asked(choice: Choice) -> dict[str, str]:
    return {"period": choice.period.key, "team": choice.team, "by": choice.by}


def _table(call: Call, of: Glance) -> Table:
    found = of.table(call.part("figure"))
    if found is None:
        raise NotThere("table")
    return found
