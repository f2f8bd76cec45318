"""Answering: what every route asks for before its handler runs, and how what went wrong is said."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress

from aiohttp import web
from aiohttp.typedefs import Middleware
from multidict import MultiDict

from bot.case_reports import MOST_BYTES
from bot.console.call import FILES, Call, House
from bot.console.refusals import Refused, refusal_of
from bot.console.routes import ANYBODY, HALFWAY, SIGNED_IN, Route
from bot.ports import StoreBusy
from bot.roles import NotThere, may

log = logging.getLogger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
FORM_AROUND = 64 * 1024  # bytes of a form around its file
CALL = "call"  # where a request keeps its call, for the page that says what went wrong


def answering(house: House, route: Route) -> Handler:
    """The route's handler, behind the checks. The order matters: nothing is looked up for a request from elsewhere."""

    async def answer(request: web.Request) -> web.StreamResponse:
        changes = route.method == "POST"
        if changes:
            house.guard.check_origin(request)
        typed, files = await _typed(request, route) if changes else (MultiDict[str](), {})
        request[FILES] = files
        call = request[CALL] = await _call(house, request, typed, acting=not route.polls)
        if changes:
            given = typed.popone("csrf", "")
            _require_session(call, route)
            house.guard.check_token(given, _expected_token(call))
        elif (away := _away(call, route)) is not None:
            return away
        if call.signed_in and route.act not in (ANYBODY, HALFWAY, SIGNED_IN) and not may(call.officer, route.act):
            raise NotThere(route.path)
        return _with_form_cookie(call, await route.handler(call))

    return answer


def refusals(house: House) -> Middleware:
    """Every answer that is no success: a page with a plain sentence, and never a word about our insides."""

    @web.middleware
    async def refuse(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except Refused as refused:
            said = refused
        except NotThere:
            said = Refused("not_there")
        except StoreBusy:
            log.error("%s %s: the store is busy", request.method, request.match_info.handler.__name__)
            said = Refused("unavailable")
        except web.HTTPException as error:
            said = refusal_of(error.status)
            with suppress(StoreBusy):  # an address that is not there looks like one that is not this officer's
                request.setdefault(CALL, await _call(house, request, MultiDict(), acting=False))
        except Exception as error:
            return await _said(house, request, Refused("failed"), _logged(error))
        return await _said(house, request, said)

    return refuse


async def _call(house: House, request: web.Request, typed: MultiDict[str], *, acting: bool) -> Call:
    token = request.cookies.get(house.guard.session_cookie)
    sessions = house.desk.sessions
    who = await asyncio.to_thread(sessions.who, token, acting=acting) if token else None
    halfway = await asyncio.to_thread(sessions.halfway, token) if token and who is None else None
    known = who or halfway
    csrf = known.session.csrf if known else house.guard.form_token(request)
    return Call(house, request, who, csrf, typed, halfway)


async def _typed(request: web.Request, route: Route) -> tuple[MultiDict[str], dict[str, bytes]]:
    """The form's fields and its file; a field that the route does not know, or a file elsewhere, is refused."""
    typed: MultiDict[str] = MultiDict()
    files: dict[str, bytes] = {}
    if route.file:
        request = request.clone(client_max_size=MOST_BYTES + FORM_AROUND)
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField) and name == route.file:
            files[name] = await asyncio.to_thread(value.file.read)
        elif name not in (*route.fields, "csrf") or not isinstance(value, str):
            raise Refused("bad_request")
        else:
            typed.add(name, value.replace("\r\n", "\n"))
    return typed, files


def _require_session(call: Call, route: Route) -> None:
    if route.act != ANYBODY and (call.halfway if route.act == HALFWAY else call.signed_in) is None:
        raise Refused("not_signed_in")


def _expected_token(call: Call) -> str | None:
    """A session's own token, or, before there is one, what the browser holds in a cookie."""
    return call.form_token if call.signed_in or call.halfway else call.request.cookies.get(call.house.guard.form_cookie)


def _away(call: Call, route: Route) -> web.Response | None:
    """Where somebody goes who reads a page without being signed in; None when they may go on."""
    if route.act == HALFWAY:
        return None if call.halfway else call.go("/" if call.signed_in else "/sign-in")
    if call.signed_in or route.act == ANYBODY:
        return None
    if route.this_machine and call.house.guard.from_this_machine(call.request):
        return None
    if route.polls:
        raise Refused("not_signed_in")
    if call.request.headers.get("Sec-Fetch-Site") == "cross-site":
        # A browser keeps a strict cookie back when a link in a mail is followed; from a page of ours it sends it.
        return call.page("onward.html", to=call.request.rel_url.raw_path)
    return call.go("/sign-in" if call.request.path == "/" else f"/sign-in?next={call.request.rel_url.raw_path}")


def _with_form_cookie(call: Call, response: web.StreamResponse) -> web.StreamResponse:
    """A page with a form for somebody who is not signed in comes with the cookie that its token must agree with."""
    guard = call.house.guard
    if call.signed_in is None and response.content_type == "text/html":
        guard.give(response, guard.form_cookie, call.form_token)
    return response


async def _said(house: House, request: web.Request, refused: Refused, mark: str = "") -> web.StreamResponse:
    """The page for a refusal, with what was typed, so that it can be copied."""
    call: Call | None = request.get(CALL)
    if call is None or refused.code == "failed":
        call = Call(house, request, call.signed_in if call else None, "", call.typed if call else MultiDict())
    kept = [call.field(name) for name in ("text", "note", "reason", "how") if call.field(name).strip()]
    return call.page("error.html", status=refused.status, code=refused.code, kept=kept, mark=mark)


def _logged(error: Exception) -> str:
    """Log what failed and where, without what anybody wrote; returns the mark that the page shows."""
    mark = secrets.token_hex(4)
    trace, place = error.__traceback__, "?"
    while trace is not None:
        place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    log.error("error %s: %s at %s", mark, type(error).__name__, place)
    return mark
