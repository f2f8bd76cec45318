"""Pages of alerts and officers' accounts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from aiohttp import web

from bot.console.call import Call
from bot.ports import Officer
from bot.roles import ROLES, BadEntry, NotThere

# --- alerts ---


async def alert(call: Call) -> web.Response:
    """One alert."""
    return await alert_with(call)


async def acknowledge(call: Call) -> web.Response:
    """Somebody acts on it."""
    return await _on_alert(call, lambda: call.desk.alerts.acknowledge(call.officer, call.part("alert")))


async def note_alert(call: Call) -> web.Response:
    """Add a note."""
    return await _on_alert(call, lambda: call.desk.alerts.note(call.officer, call.part("alert"), call.field("note")))


async def release(call: Call) -> web.Response:
    """Let the complaints team see the conversation."""
    return await _on_alert(call, lambda: call.desk.alerts.release(call.officer, call.part("alert")))


async def close_alert(call: Call) -> web.Response:
    """Nothing more is to be done."""
    reason = call.field("reason")
    return await _on_alert(call, lambda: call.desk.alerts.close(call.officer, call.part("alert"), reason))


async def _on_alert(call: Call, change: Callable[[], None]) -> web.Response:
    try:
        await asyncio.to_thread(change)
    except BadEntry as bad:
        return await alert_with(call, bad.faults, 422)
    return call.go(f"/alerts/{call.part('alert')}")


async def alert_with(
    call: Call, faults: dict[str, str] | None = None, status: int = 200, *, code: str = ""
) -> web.Response:
    """The page of an alert, with what was wrong with something typed on it, or a code to read out."""
    file = await asyncio.to_thread(call.desk.alerts.read, call.officer, call.part("alert"))
    values = {
        "file": file,
        "names": await asyncio.to_thread(call.desk.casework.names),
        "concerns": await asyncio.to_thread(call.desk.kept_from.about, None, file.alert.conversation),
        "code": code,
    }
    return call.page("alert.html", status=status, faults=faults, **values)


# --- officers' accounts ---


async def officers(call: Call) -> web.Response:
    """Who has an account, and the form for another."""
    return await _officers(call)


async def add_officer(call: Call) -> web.Response:
    """Open an account; the one-time code is shown in this answer and nowhere else."""
    roles = tuple(role for role in ROLES if role in call.typed.getall("roles", []))
    told = call.field("name"), call.field("email"), roles
    try:
        code = await asyncio.to_thread(call.desk.sign_in.add, call.officer, *told)
    except BadEntry as bad:
        return await _officers(call, faults=bad.faults, status=422)
    return await _officers(call, code=code, email=call.field("email").strip())


async def new_code(call: Call) -> web.Response:
    """A new one-time code for somebody who lost their passphrase."""
    officer = await _officer(call)
    code = await asyncio.to_thread(call.desk.sign_in.new_code, call.officer, officer)
    return await _officers(call, code=code, email=officer.email)


async def start_again(call: Call) -> web.Response:
    """A one-time code for somebody who lost telephone and recovery codes."""
    officer = await _officer(call)
    code = await asyncio.to_thread(call.desk.sign_in.start_again, call.officer.id, officer)
    return await _officers(call, code=code, email=officer.email)


async def link(call: Call) -> web.Response:
    """Say who they are to the council's single sign-on."""
    officer = await _officer(call)
    try:
        await asyncio.to_thread(call.desk.sign_in.link, call.officer, officer, call.field("subject"))
    except BadEntry as bad:
        return await _officers(call, faults=bad.faults, status=422)
    return call.go("/officers")


async def teams(call: Call) -> web.Response:
    """Say for which teams they work cases."""
    officer, chosen = await _officer(call), call.typed.getall("teams", [])
    kept = tuple(team for team in call.desk.profile.teams if team in chosen)
    await asyncio.to_thread(call.desk.sign_in.work_for, call.officer, officer, kept)
    return call.go("/officers")


async def disable(call: Call) -> web.Response:
    """Shut an account."""
    try:
        await asyncio.to_thread(call.desk.sign_in.disable, call.officer, await _officer(call))
    except BadEntry as bad:
        return await _officers(call, faults=bad.faults, status=422)
    return call.go("/officers")


async def _officers(
    call: Call, *, faults: dict[str, str] | None = None, status: int = 200, code: str = "", email: str = ""
) -> web.Response:
    everybody = await asyncio.to_thread(call.desk.sign_in.officers.all)
    values: dict[str, object] = {"officers": everybody, "roles": ROLES, "code": code, "code_for": email}
    values["teams"] = call.desk.profile.teams
    values["single_sign_on"] = call.desk.single_sign_on.is_on
    return call.page("officers.html", status=status, faults=faults, **values)


async def _officer(call: Call) -> Officer:
    found = await asyncio.to_thread(call.desk.sign_in.officers.get, call.part("officer"))
    if found is None:
        raise NotThere(call.part("officer"))
    return found
