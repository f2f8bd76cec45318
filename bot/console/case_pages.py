"""Pages of cases, tasks and conversations."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.casework import ADVOCATE_OUTCOMES, CONFIRMABLE, CaseFile
from bot.complaints.acts import ACTS
from bot.complaints.acts.act import live_points, suspended_points
from bot.complaints.acts.voices import in_force
from bot.complaints.assessment import SIGNPOSTS
from bot.complaints.diary import KINDS as DIARY_KINDS
from bot.console.call import Call
from bot.ports import Conflict, Officer, RasaUnavailable
from bot.proposals import waiting
from bot.roles import LETTER_TASKS, BadEntry
from bot.talks import WHY_SHOWN, Taken

Faults = dict[str, str]

# --- cases and tasks ---


async def case(call: Call) -> web.Response:
    """One case."""
    return await case_with(call)


async def pathway(call: Call) -> web.Response:
    """Confirm or change where it belongs."""
    version = call.field("version")
    told = call.field("pathway"), call.field("reason"), call.field("signposted_to")
    try:
        await asyncio.to_thread(
            call.desk.casework.confirm_pathway,
            call.officer,
            call.part("reference"),
            int(version) if version.isdecimal() else 0,
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
        "would_lead": desk.casework.would_lead(call.officer, case),
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
    values = {"task": found, "names": names, "outcomes": ADVOCATE_OUTCOMES, "today": call.desk.casework.today()}
    values |= {"by_act": DIARY_KINDS, "by_letter": LETTER_TASKS}
    return call.page("task.html", status=status, faults=faults, **values)


# --- conversations ---


async def conversation(call: Call) -> web.Response:
    """The whole conversation."""
    return await _conversation(call)


async def live_conversation(call: Call) -> web.Response:
    """What was said since a message, for a page that keeps itself up to date."""
    after = call.request.query.get("after", "0")
    number = int(after) if after.isdecimal() and len(after) < 16 else 0
    said = await asyncio.to_thread(call.desk.talks.newer, call.officer, call.part("conversation"), number)
    return call.page("_messages.html", said=said)


async def show_details(call: Call) -> web.Response:
    """Show the personal details in it, with the reason in the audit."""
    told = call.part("conversation"), call.field("reason")
    try:
        await asyncio.to_thread(call.desk.talks.show_details, call.officer, *told)
    except BadEntry as bad:
        return await _conversation(call, bad.faults, 422)
    return call.go(f"/conversations/{told[0]}")


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


async def hand_back(call: Call) -> web.Response:
    """The bot takes it up again; the officer goes on with the queue."""
    return await _with_rasa(call, call.desk.talks.hand_back, "/")


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


async def _conversation(call: Call, faults: Faults | None = None, status: int = 200) -> web.Response:
    talk = await asyncio.to_thread(call.desk.talks.read, call.officer, call.part("conversation"))
    names = await asyncio.to_thread(call.desk.casework.names)
    return call.page("conversation.html", status=status, faults=faults, talk=talk, names=names, why_shown=WHY_SHOWN)
