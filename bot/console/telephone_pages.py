"""Pages on which an officer takes a concern by telephone: one question a page, to be read out to the caller."""

from __future__ import annotations

import asyncio
from uuid import UUID, uuid4

from aiohttp import web

from bot.answers import free_answer
from bot.asking import Views, account_of
from bot.complaints.facts import ALL_FACTS
from bot.console.call import Call
from bot.drafts import Draft
from bot.kept_from import SoFar
from bot.ports import Held
from bot.roles import BadEntry
from bot.told import ACCOUNT_AGAIN

FIELDS = ("id", "page", "text", "choice", "do")
PAGES = (*ALL_FACTS, ACCOUNT_AGAIN, "go_on", "confirm")
LONGEST = 10_000  # characters of one answer


async def first(call: Call) -> web.Response:
    """What a call is for, and the button that begins one."""
    return call.page("telephone.html")


async def begin(call: Call) -> web.Response:
    """Somebody is on the telephone."""
    return call.go(f"/telephone/{await asyncio.to_thread(call.desk.telephone.begin, call.officer)}")


async def question(call: Call) -> web.Response:
    """The next question, what was told so far, and any line of it to be changed."""
    return await _page(call)


async def answer(call: Call) -> web.Response:
    """Keep one answer; when that sends it, show the receipt to be read out, this once."""
    name = call.part("call")
    try:
        if call.field("do") == "do:stop":
            await asyncio.to_thread(call.desk.telephone.stop, call.officer, name)
            return call.page("telephone.html", stopped=True)
        told = await asyncio.to_thread(_told, call)
        case = await asyncio.to_thread(call.desk.telephone.answer, call.officer, name, told)
    except BadEntry as bad:
        return await _page(call, bad.faults, 422)
    if case is None:
        return call.go(f"/telephone/{name}")
    secret = await asyncio.to_thread(call.desk.telephone.secret, call.officer, name, case.reference)
    return call.page("telephone_sent.html", case=case, secret=secret)


async def _page(call: Call, faults: dict[str, str] | None = None, status: int = 200) -> web.Response:
    return await asyncio.to_thread(_filled, call, faults, status)


def _filled(call: Call, faults: dict[str, str] | None, status: int) -> web.Response:
    desk, name = call.desk, call.part("call")
    draft, views = desk.telephone.draft(call.officer, name), Views(desk.words)
    page = _asked_for(call, draft)
    values = views.question(draft, page)
    lines = views.read_back(draft)
    last = draft.pause if page == "go_on" else None
    safety = desk.words.say("utter_safety", draft.audience, told="").strip() if last else ""
    text = account_of(draft) if page == ACCOUNT_AGAIN else ""
    sent = desk.telephone.sent(call.officer, name)
    return call.page(
        "telephone_question.html", status=status, faults=faults, **{**values, "text": text}, call=name, lines=lines,
        so_far=SoFar(draft.facts), safety=safety, last=last, message=str(uuid4()), sent=sent,
    )  # fmt: skip


def _asked_for(call: Call, draft: Draft) -> str:
    """The question that is open, or the line that the officer goes back to."""
    wanted = call.field("page") or call.request.query.get("page", "")
    return wanted if wanted in PAGES and draft.facts.points else draft.question


def _told(call: Call) -> Held:
    """The answer that the form holds. Raises BadEntry."""
    desk, name, page = call.desk, call.part("call"), call.field("page")
    views, draft = Views(desk.words), desk.telephone.draft(call.officer, name)
    text, choice = call.field("text").strip(), call.field("do") or call.field("choice") or None
    if page not in PAGES:
        raise BadEntry(text="missing")
    offered = dict([*views.choices(draft, page), *views.buttons(draft, page)])
    if choice is not None and choice not in offered:
        raise BadEntry(text="choose")
    if len(text) > LONGEST:
        raise BadEntry(text="too_long")
    if choice is None and not text:
        raise BadEntry(text="missing")
    if choice is None and free_answer(page, text, desk.casework.today()) is None:
        raise BadEntry(text="not_that")
    if text and choice and not choice.startswith("do:"):
        text, choice = f"{offered[choice]}: {text}", None  # words are never lost to a choice beside them
    return Held(name, _id(call), desk.clock.now(), page, text if choice is None else "", choice)


def _id(call: Call) -> str:
    try:
        return str(UUID(call.field("id")))
    except ValueError:
        raise BadEntry(text="missing") from None
