"""What is typed into the forms of the pages about a case, and where their answers lead."""

from __future__ import annotations

from aiohttp import web

from bot.widget.refusals import Refused

FORM, CASE = "/status", "/status/case"
LONGEST_ENTRY = 200  # characters of a reference or a secret


async def typed_into(request: web.Request) -> dict[str, str]:
    """What was typed into a form, without the blanks around it. Raises Refused for what is no form."""
    try:
        told = await request.post()
    except ValueError:
        raise Refused("not_understood") from None
    typed = {name: value.replace("\r\n", "\n").strip() for name, value in told.items() if isinstance(value, str)}
    for name in ("reference", "secret"):
        if len(typed.get(name, "")) > LONGEST_ENTRY:
            raise Refused("too_long")
    return typed


def go(to: str) -> web.Response:
    """Send the browser on, so that reloading does nothing twice."""
    return web.Response(status=303, headers={"Location": to})
