"""The page of one act on a case: what it is, what must be told, where it leads, and doing it.

Nobody sets a date that they have not seen: where the day turns on what is typed, the page comes back once with it. What
an officer may not do they may propose here, and whoever decides it finds what was proposed filled in.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from aiohttp import web
from multidict import MultiDict, MultiMapping

from bot.case_reports import RECEIVES
from bot.complaints.acts import ACTS
from bot.complaints.acts.leads import Lead
from bot.complaints.case import Case
from bot.complaints.errors import NotAllowed, WrongFields
from bot.complaints.records import Record
from bot.console.act_form import as_shown, asked, typed_in
from bot.console.act_labels import act_label
from bot.console.call import Call
from bot.letters import kinds
from bot.ports import Conflict
from bot.proposals import of_act
from bot.roles import LETTER_NEEDS, MAY, BadEntry, NotThere, needed_for

CHANGED = "Somebody else changed this case meanwhile; look at it again first."


@dataclass(frozen=True)
class Shown:
    """What the page shows beside the form."""

    wrong: str = ""
    days: tuple[Lead, ...] | None = None  # None: it turns on what is typed, and nothing was typed yet
    faults: Mapping[str, str] = field(default_factory=dict)  # what cannot be taken, by the field that it stands beside
    again: bool = False  # the days are not those that the officer had seen

    @property
    def sentences(self) -> Mapping[str, Mapping[str, str]]:
        """The sentence of each fault as templates look it up, by field and fault: here each is its own."""
        return {name: {sentence: sentence} for name, sentence in self.faults.items()}


async def act(call: Call) -> web.Response:
    """What this act asks for, and to which days it leads."""
    return await _page(call)


async def do(call: Call) -> web.Response:
    """Do or propose it; what is wrong is said above the form and beside its field, with all that was typed."""
    try:
        days = await asyncio.to_thread(_done_or_seen, call)
    except WrongFields as wrong:
        return await _page(call, Shown(faults=wrong.faults), 422)
    except NotAllowed as no:
        return await _page(call, Shown(wrong=str(no)), 422)
    except Conflict:
        return await _page(call, Shown(wrong=CHANGED), 409)
    return (
        call.go(f"/cases/{call.part('reference')}") if days is None else await _page(call, Shown(days=days, again=True))
    )


async def decline(call: Call) -> web.Response:
    """Say no to what an officer proposed."""
    told = call.part("reference"), call.number("version"), _name(call), call.field("reason")
    try:
        await asyncio.to_thread(call.desk.proposals.decline, call.officer, *told)
    except BadEntry:
        return await _page(call, Shown(wrong="Give a reason: whoever proposed it reads it."), 422)
    except Conflict:
        return await _page(call, Shown(wrong=CHANGED), 409)
    return call.go(f"/cases/{told[0]}")


def _done_or_seen(call: Call) -> tuple[Lead, ...] | None:
    """Do it, or propose it; or give the days that must be seen first, and do nothing."""
    name, given, version = _name(call), typed_in(_name(call), call.typed), call.number("version")
    case, proposes = _case(call, name)
    if "shown" in call.typed and case.version == version:
        days = call.desk.acts.leads_to(call.officer, case, name, given)
        if as_shown(days) != call.field("shown"):
            return days
    todo = call.desk.proposals.propose if proposes else call.desk.acts.do
    todo(call.officer, case.reference, version, name, given)
    return None


def _case(call: Call, name: str) -> tuple[Case, bool]:
    """The case, and whether this officer may only propose the act. Raises NotThere."""
    seen, reference = call.desk.casework.seen, call.part("reference")
    try:
        return seen(call.officer, reference, needed_for(name)), False
    except NotThere:
        if not call.desk.proposals.is_proposed(name):
            raise
        return seen(call.officer, reference, "propose_decision"), True


async def _page(call: Call, shown: Shown | None = None, status: int = 200) -> web.Response:
    return await asyncio.to_thread(_filled, call, shown, status)


def _filled(call: Call, shown: Shown | None, status: int) -> web.Response:
    name, desk = _name(call), call.desk
    case, proposes = _case(call, name)
    desk.casework.opened(call.officer, case.reference)  # who opens the form reads the case, and that is noted
    if shown is None or not shown.again:
        shown = replace(shown or Shown(), days=desk.acts.expected(call.officer, case, name))
    proposal = None if proposes else of_act(case, name)
    known = desk.papers.brought(case, name)
    values: dict[str, Any] = {
        "case": case,
        "name": name,
        "says": ACTS[name].says(),
        "asked": asked(name, case, desk.offers(), known),
        "known": known,
        "looks_at_reports": name == RECEIVES,
        "shown": shown,
        "seen": as_shown(shown.days),
        "proposes": proposes,
        "button": f"{'Propose' if proposes else 'Do'} this: {act_label(name)}",
        "proposal": proposal,
        "names": desk.casework.names(),
        "by_letter": name in kinds.ONLY_BY_LETTER,
        "has_letter": kinds.of_act(name) is not None,
        "signers": _signers(name),
    }
    call = replace(call, typed=_proposed(proposal, call.typed)) if call.request.method == "GET" else call
    return call.page("act.html", status=status, **values)


def _proposed(proposal: Record | None, typed: MultiMapping[str]) -> MultiMapping[str]:
    """A form that nobody filled in yet, with what was proposed in it; of a field with several answers, one a line."""
    if proposal is None:
        return typed
    given: Mapping[str, str] = proposal.details["given"]
    return MultiDict((name, text) for name, text in given.items())


def _signers(name: str) -> str:
    """Who signs the letter with which an act goes out, as words; empty where none does."""
    kind = kinds.of_act(name)
    roles = sorted(MAY[LETTER_NEEDS[kind.name]["sign"]]) if kind else []
    return " or ".join(f"the {role.replace('_', ' ')}" for role in roles)


def _name(call: Call) -> str:
    name = call.part("act")
    if name not in ACTS:
        raise NotThere(name)
    return name
