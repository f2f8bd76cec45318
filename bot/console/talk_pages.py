"""Pages of conversations: read, take, answer, note, hand back, close."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web

from bot.console.call import Call
from bot.kept_answers import KeptAnswer
from bot.kept_from import SoFar
from bot.ports import Officer, RasaUnavailable
from bot.roles import BadEntry
from bot.talks import WHY_SHOWN, Taken

Faults = dict[str, str]


async def conversation(call: Call) -> web.Response:
    """The whole conversation."""
    return await _conversation(call)


async def live_conversation(call: Call) -> web.Response:
    """What was said since a message, for a page that keeps itself up to date."""
    after = call.request.query.get("after", "0")
    number = int(after) if after.isdecimal() and len(after) < 16 else 0
    said = await asyncio.to_thread(call.desk.talks.newer, call.officer, call.part("conversation"), number)
    return call.page("_messages.html", said=said)


async def live_state(call: Call) -> web.Response:
    """Who has it and what the person has read, for a page that keeps itself up to date."""
    talk = await asyncio.to_thread(call.desk.talks.state, call.officer, call.part("conversation"))
    names = await asyncio.to_thread(call.desk.casework.names)
    return call.page("_talk_state.html", talk=talk, names=names)


async def show_details(call: Call) -> web.Response:
    """Show the personal details in it, with the reason in the audit."""
    return await _entered(call, call.desk.talks.show_details, "reason")


async def claim(call: Call) -> web.Response:
    """Take it from those that wait."""
    return await _with_rasa(call, call.desk.talks.claim)


async def take_over(call: Call) -> web.Response:
    """Take it from another officer."""
    return await _with_rasa(call, call.desk.talks.take_over)


async def reply(call: Call) -> web.Response:
    """Say something to the person."""

    async def say(officer: Officer, conversation: str) -> None:
        await call.desk.talks.reply(officer, conversation, call.field("text"))

    return await _with_rasa(call, say)


async def draft(call: Call) -> web.Response:
    """Put a kept answer into the box, behind what was typed there. Nothing is sent."""
    offered = await asyncio.to_thread(_offered, call)
    chosen = [answer.text for answer in offered if answer.id == call.field("answer")]
    if not chosen:
        return await _conversation(call, {"answer": "missing"}, 422)
    return await _conversation(call, draft="\n\n".join(filter(None, [call.field("text").strip(), *chosen])))


async def note(call: Call) -> web.Response:
    """Note something for the other officers."""
    return await _entered(call, call.desk.talks.note, "note", "#notes")


async def close(call: Call) -> web.Response:
    """End the talk, with a note on how; the officer goes on with the queue."""

    async def end(officer: Officer, conversation: str) -> None:
        await call.desk.talks.close(officer, conversation, call.field("how"))

    return await _with_rasa(call, end, "/")


async def hand_back(call: Call) -> web.Response:
    """The bot takes it up again; the officer goes on with the queue."""
    return await _with_rasa(call, call.desk.talks.hand_back, "/")


async def _entered(call: Call, act: Callable[[Officer, str, str], object], field: str, place: str = "") -> web.Response:
    """Do what one field says and come back to a place of the page; with what was wrong beside the field."""
    conversation = call.part("conversation")
    try:
        await asyncio.to_thread(act, call.officer, conversation, call.field(field))
    except BadEntry as bad:
        return await _conversation(call, bad.faults, 422)
    return call.go(f"/conversations/{conversation}{place}")


async def _with_rasa(call: Call, act: Callable[[Officer, str], Awaitable[None]], to: str = "") -> web.Response:
    """Do it; when it cannot be done the page comes back with what was typed still in the box."""
    conversation = call.part("conversation")
    try:
        await act(call.officer, conversation)
    except BadEntry as bad:
        return await _conversation(call, bad.faults, 422)
    except Taken:
        return await _conversation(call, {"text": "taken"}, 409)
    except RasaUnavailable:
        return await _conversation(call, {"text": "not_reached"}, 503)
    return call.go(to or f"/conversations/{conversation}")


async def _conversation(
    call: Call, faults: Faults | None = None, status: int = 200, *, draft: str | None = None
) -> web.Response:
    talk = await asyncio.to_thread(call.desk.talks.read, call.officer, call.part("conversation"))
    values = {
        "talk": talk,
        "concerns": talk.cases or (SoFar(talk.told),),
        "names": await asyncio.to_thread(call.desk.casework.names),
        "why_shown": WHY_SHOWN,
        "answers": await asyncio.to_thread(call.desk.answers.offered, talk.audience),
        "draft": call.field("text") if draft is None else draft,
    }
    return call.page("conversation.html", status=status, faults=faults, **values)


def _offered(call: Call) -> Sequence[KeptAnswer]:
    """The kept answers for whoever is in this conversation, which is noted as read."""
    talk = call.desk.talks.read(call.officer, call.part("conversation"))
    return call.desk.answers.offered(talk.audience)
