"""Every route, for every role, in every state of a case: what is not listed here is answered 404.

The expectation is written out once more by hand, so that a slip in bot/roles.py does not carry itself over.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import TestServer

from bot.allocations import Allocation, Interest
from bot.case_reports import Paper
from bot.complaints.acts import ACTS
from bot.complaints.errors import NotAllowed
from bot.console.app import create_app
from bot.console.routes import ANYBODY, HALFWAY, ROUTES, SIGNED_IN, Route
from bot.exports import Export
from bot.letters.kinds import KINDS
from bot.ports import Conflict, Officer
from bot.roles import ALLOCATED, MAY, ROLES, NotThere
from bot.settings import Settings
from tests.builders import AT, a_letter, a_pool_person, a_task
from tests.console.conftest import Enter
from tests.console.test_hardening import PARTS, address
from tests.office import CONVERSATION, Office

CASE = "CF-0B1C-2D"
WITHOUT_ACCOUNT = "duty_code"
WHO = (*ROLES, WITHOUT_ACCOUNT)

# What belongs to no case: for each role, always.
ANYWHERE: dict[str, set[str]] = {role: {"read_queue"} for role in ROLES} | {
    "complaints_manager": {
        "read_queue",
        "see_glance",
        "search_cases",
        "read_reports",
        "make_report",
        "keep_answers",
        "read_audit",
        "ask_export",
        "approve_export",
        "see_exports",
        "take_by_telephone",
        "see_pool",
        "keep_pool",
    },
    "complaints_officer": {"read_queue", "see_glance", "search_cases", "take_by_telephone", "see_pool"},
    "safeguarding_lead": {"read_queue", "search_cases"},
    "duty_worker": {"read_queue", "search_cases"},
    "director": {"read_queue", "read_reports", "approve_export", "see_exports"},
    "reports_only": {"read_reports"},
    "administrator": {"manage_officers", "read_metrics", "read_audit", "ask_export", "see_exports"},
    WITHOUT_ACCOUNT: set(),
}
OFFICER = {
    "read_case", "confirm_pathway", "work_case", "open_act", "finish_task", "read_conversation", "show_details",
    "claim_conversation", "reply", "hand_back", "give_new_secret", "give_case", "declare_conflict",
    "show_contact", "propose_decision", "read_access", "check_access", "bring_report", "read_report",
    "read_letter", "draft_letter", "vet_letter", "sign_letter", "send_letter", "send_back_letter",
    "close_conversation", "note_conversation",
}  # fmt: skip
ALERT = {"read_alert", "acknowledge_alert", "note_alert", "release_alert", "close_alert", "give_duty_code"}
LEAD = ALERT | {
    "read_case", "finish_task", "read_conversation", "show_details", "declare_conflict", "note_conversation",
    "show_contact",
}  # fmt: skip
MANAGER = OFFICER | {"take_over_conversation", "decide_proposal", "prepare_access"}
BY_CODE = {"read_alert", "acknowledge_alert", "note_alert", "read_conversation", "show_details"}
GIVEN = {"read_case", "declare_conflict"}
# Who answers at a stage drafts and signs that answer, once the case is given to them as that.
ANSWERS = {
    "responding_manager": "stage_1_answer",
    "adjudicating_officer": "stage_2_answer",
    "director": "stage_3_answer",
}
ANSWERING = GIVEN | {"read_letter", "draft_letter", "sign_letter", "send_back_letter"}
TEAMS = {"complaints_officer": OFFICER, "complaints_manager": MANAGER}

# What belongs to a case, its conversation, its task and its alert: for each state, for each role.
IN_STATE: dict[str, dict[str, set[str]]] = {
    "without an alert": TEAMS,
    "of another team": {"complaints_manager": MANAGER},
    "alerted": {
        "complaints_manager": MANAGER | ALERT,
        "safeguarding_lead": LEAD,
        "duty_worker": LEAD,
        WITHOUT_ACCOUNT: BY_CODE,
    },
    "released": {
        "complaints_officer": OFFICER,
        "complaints_manager": MANAGER | ALERT,
        "safeguarding_lead": LEAD,
        "duty_worker": LEAD,
        WITHOUT_ACCOUNT: BY_CODE,
    },
    "given": TEAMS
    | dict.fromkeys(ALLOCATED, GIVEN)
    | {role: ANSWERING | ({"read_report"} if role != "responding_manager" else set()) for role in ANSWERS}
    | {
        "investigating_officer": GIVEN | {"show_contact", "bring_report", "read_report"},
        "independent_person": GIVEN | {"bring_report", "read_report"},
        "panel_member": GIVEN | {"read_report"},
        "panel_clerk": GIVEN | {"read_report"},
    },
    "given and alerted": {"complaints_manager": MANAGER | ALERT, "safeguarding_lead": LEAD, "duty_worker": LEAD,
                          WITHOUT_ACCOUNT: BY_CODE},
    "given until yesterday": TEAMS,
    "taken back": TEAMS,
    "given, with a conflict of interest": {},
    "about them": {},
    "alerted and about them": {WITHOUT_ACCOUNT: BY_CODE},
}  # fmt: skip
ALERTED = {"alerted", "released", "given and alerted", "alerted and about them"}

# Which acts of stages 2 and 3 somebody does who is not of the team, once the case is given to them.
ACTS_OF: dict[str, set[str]] = {
    "investigating_officer": {"receive_reports"},
    "adjudicating_officer": {"adjudicate"},
    "panel_clerk": {"hold_panel", "receive_panel_report"},
    "director": {"respond_to_panel"},
}
# What only a manager does; an officer of the team proposes the first of these.
PROPOSED = {
    "weigh_lateness", "decide_interest", "limit_contact",
    "review_contact", "lift_contact", "weigh_wishes", "extend_stage_1", "extend_stage_2", "extend_corporate_stage_2",
    "suspend", "look_again", "resume",
}  # fmt: skip
LETTERS_OF_MANAGERS = {
    "stage_1_answer", "refusal", "corporate_stage_2_declined", "closure", "extension", "pause", "resumption",
}  # fmt: skip
BY_LETTER_OR_MANAGER = {
    "adjudicate", "respond_to_panel", "answer_stage_1", "answer_corporate_stage_2", "refuse_to_consider",
    "decline_corporate_stage_2",
}  # fmt: skip
MANAGERS_ALONE = PROPOSED | BY_LETTER_OR_MANAGER

WALKED = [route for route in ROUTES if route.act not in (ANYBODY, HALFWAY, SIGNED_IN)]
OF_A_CASE = [route for route in WALKED if any(part in route.path for part in ("{ref", "{conv", "{alert", "{task"))]
OF_NONE = [route for route in WALKED if route not in OF_A_CASE]


@dataclass
class Walk:
    """One door in front of an office that is exchanged for a fresh one before each step."""

    http: aiohttp.ClientSession
    base: str
    office: Office

    async def answer(self, route: Route, who: Officer, path: str) -> int:
        """The status with which this route answers this officer, who has come through both steps."""
        return (await self.page(route, who, path))[0]

    async def page(self, route: Route, who: Officer, path: str) -> tuple[int, str]:
        """The status, and the page; empty where what is answered is none."""
        sessions = self.office.desk.sessions
        token = sessions.open(who.id, proved=True, name="Duty", alert=who.only_alert)
        signed_in = sessions.who(token)
        assert signed_in
        headers = {"Cookie": f"desk={token}", "X-Forwarded-For": "203.0.113.7"}  # not from this machine
        data = {"csrf": signed_in.session.csrf} if route.method == "POST" else None
        async with self.http.request(
            route.method, f"{self.base}{path}", data=data, headers=headers, allow_redirects=False
        ) as answer:
            is_page = answer.content_type == "text/html"
            return answer.status, await answer.text() if is_page else ""


class Exchanged:
    """Stands where the desk stands, for whichever office is behind it now."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk

    def __getattr__(self, name: str) -> Any:
        return getattr(self.walk.office.desk, name)


@pytest.fixture
async def walk() -> AsyncIterator[Walk]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
        walk = Walk(http, "", Office())
        async with TestServer(create_app(Exchanged(walk), Settings())) as server:  # type: ignore[arg-type]
            walk.base = str(server.make_url("/")).rstrip("/")
            yield walk


def fill(office: Office, state: str, role: str) -> Officer:
    """Something behind every address, in this state; somebody of this role, who stands to the case as it says."""
    about_them = state.endswith("about them")
    facts = {"reporter_role": "child", "team_or_worker": f"It was {role.replace('_', ' ')} one, again!"}
    office.waiting()
    office.case(**({"facts": facts} if about_them else {}), team="East")
    office.work.add_task(a_task(kind="call_back", conversation=CONVERSATION))
    if state in ALERTED:
        office.alerted()
    if state == "released":
        office.desk.alerts.release(office.officer("safeguarding_lead", name="first-lead"), "a1")
    if role == WITHOUT_ACCOUNT:
        return Officer("d-0", "Duty code one", "", (WITHOUT_ACCOUNT,), only_alert="a1")
    who = office.officer(role, name=f"{role} one")
    if state == "of another team":
        office.desk.sign_in.work_for(who, who, ("West",))
    if role in ALLOCATED:
        _give(office, state, role, who)
    if "conflict" in state:
        office.allocations.declare(Interest(CASE, who.id, AT, "o-else"))
    return who


def _give(office: Office, state: str, role: str, who: Officer) -> None:
    if not state.startswith(("given", "taken")):
        return
    until = AT.date() - timedelta(days=1) if "yesterday" in state else AT.date()
    office.allocations.give(Allocation("g1", CASE, who.id, role, AT, "o-else", (0,), until))
    if state == "taken back":
        office.allocations.end("g1", AT)


def step(office: Office, route: Route, state: str, role: str) -> tuple[Officer, str]:
    """A full office; who walks, and where to."""
    who = fill(office, state, role)
    if "{letter}" in route.path:
        office.letters.add(a_letter(kind=ANSWERS.get(role, "acknowledgement")))
    if "{allocation}" in route.path and not office.allocations.of_case(CASE):
        office.allocations.give(Allocation("g1", CASE, "o-else", "panel_clerk", AT, "o-else"))
    if "{export}" in route.path:
        office.exports.ask(Export("e1", who.id if route.path.endswith("take") else "o-else", AT, "For the archive."))
    if "{person}" in route.path:
        office.pool.keep(a_pool_person())
    if "{paper}" in route.path:
        office.papers.keep(Paper("d-1", CASE, "investigation_report", "pdf", AT, "o-else"), b"%PDF-")
    if "{call}" in route.path:
        office.audit.note(who.id, "take_by_telephone", PARTS["call"], AT)
    if "{officer}" in route.path:
        office.officer("administrator")
    return who, address(route)


def test_every_route_declares_who_may_use_it() -> None:
    assert {route.act for route in ROUTES} <= {ANYBODY, HALFWAY, SIGNED_IN, *MAY}
    assert {route.path for route in ROUTES if route.act == ANYBODY} == {
        "/sign-in", "/first", "/code", "/duty", "/sso", "/sso/return", "/healthz", "/static/{name}",
    }  # fmt: skip
    assert {route.path for route in ROUTES if route.act == HALFWAY} == {"/second", "/enrol"}
    assert {route.path for route in ROUTES if route.act == SIGNED_IN} == {
        "/", "/stay", "/sign-out", "/account", "/account/passphrase", "/account/recovery",
        "/account/notices",
    }  # fmt: skip


def test_every_part_of_an_address_has_something_behind_it() -> None:
    assert all(part in PARTS for route in ROUTES for part in route.path.split("{")[1:] for part in [part.split("}")[0]])


@pytest.mark.parametrize("role", WHO)
@pytest.mark.parametrize("state", IN_STATE)
async def test_a_case_and_what_belongs_to_it(walk: Walk, state: str, role: str) -> None:
    allowed = IN_STATE[state].get(role, set())
    wrong = []
    for route in OF_A_CASE:
        if state not in ALERTED and "{alert}" in route.path:
            continue
        walk.office = Office()
        who, path = step(walk.office, route, state, role)
        status = await walk.answer(route, who, path)
        act_is_theirs = route.act != "open_act" or role in ("complaints_officer", "complaints_manager")
        if (status == 404) is (route.act in allowed and act_is_theirs) or status not in (200, 303, 404, 409, 422):
            wrong.append((route.method, route.path, status))
    assert wrong == []


@pytest.mark.parametrize("role", WHO)
async def test_what_belongs_to_no_case(walk: Walk, role: str) -> None:
    wrong = []
    for route in OF_NONE:
        walk.office = Office()
        who, path = step(walk.office, route, "alerted", role)
        status = await walk.answer(route, who, path)
        manager = role == "complaints_manager"  # an officer has no small numbers, and no chart of an alerted case
        theirs = route.act in ANYWHERE[role] and (manager or not route.path.endswith(("/{form}", "/chart")))
        if (status == 404) is theirs or status not in (200, 303, 404, 422):
            wrong.append((route.method, route.path, status))
    assert wrong == []


@pytest.mark.parametrize("role", WHO)
async def test_a_report_without_small_numbers_is_everybodys_who_reads_reports(walk: Walk, role: str) -> None:
    walk.office = Office()
    [file] = [route for route in ROUTES if route.path.endswith("/{form}")]
    status = await walk.answer(file, fill(walk.office, "alerted", role), "/reports/2025/publication/csv")
    assert status == (200 if "read_reports" in ANYWHERE[role] else 404)


@pytest.mark.parametrize("role", WHO)
async def test_small_numbers_are_the_managers_alone_on_the_page_too(walk: Walk, role: str) -> None:
    walk.office = Office()
    [page] = [route for route in ROUTES if route.path == "/reports/{period}" and route.method == "GET"]
    who = fill(walk.office, "alerted", role)
    await walk.answer(page, who, "/reports/2025")  # what is being made first has no numbers yet
    status = await walk.answer(page, who, "/reports/2025?copy=manager")
    assert status == (200 if "make_report" in ANYWHERE[role] else 404)


@pytest.mark.parametrize("role", ["complaints_officer", "complaints_manager", *sorted(ALLOCATED)])
async def test_every_act_on_a_case_that_somebody_has(walk: Walk, role: str) -> None:
    allowed = {
        "complaints_manager": set(ACTS),
        "complaints_officer": set(ACTS) - MANAGERS_ALONE,
    }.get(role, ACTS_OF.get(role, set()))
    walk.office = Office()
    who = fill(walk.office, "given", role)
    [page] = [route for route in ROUTES if route.path == "/cases/{reference}/acts/{act}" and route.method == "GET"]
    opened = {name for name in ACTS if await walk.answer(page, who, f"/cases/{CASE}/acts/{name}") == 200}
    assert opened == allowed | (PROPOSED if role == "complaints_officer" else set())
    case = walk.office.cases.get(CASE)
    assert case and {name for name in ACTS if _may_do(walk.office, who, name)} == allowed


def _may_do(office: Office, who: Officer, name: str) -> bool:
    """Whether the act itself, and not only its page, is theirs: what stops it then is the procedure, or nothing."""
    try:
        office.desk.acts.do(who, CASE, 0, name, {})
    except NotThere:
        return False
    except (Conflict, NotAllowed):  # another version, or an act of letters alone
        return True
    raise AssertionError(name)


@pytest.mark.parametrize("role", ["complaints_officer", "complaints_manager", *sorted(ALLOCATED)])
async def test_every_kind_of_letter_is_drafted_and_signed_by_those_whose_it_is(walk: Walk, role: str) -> None:
    walk.office = Office()
    who = fill(walk.office, "given", role)
    [to_draft] = [route for route in ROUTES if route.path.endswith("/{letter}/text")]
    [to_sign] = [route for route in ROUTES if route.path.endswith("/{letter}/sign")]
    drafts, signs = set(), set()
    for kind in KINDS:
        walk.office.letters.add(a_letter(id=f"l-{kind}", kind=kind))
        for route, found in ((to_draft, drafts), (to_sign, signs)):
            path = route.path.format(reference=CASE, letter=f"l-{kind}")
            if await walk.answer(route, who, path) != 404:
                found.add(kind)
    answer = {ANSWERS[role]} if role in ANSWERS else set()
    if role == "adjudicating_officer":
        answer |= {"corporate_stage_2_answer"}
    team = role in ("complaints_officer", "complaints_manager")
    assert drafts == (set(KINDS) if team else answer)
    managers = set(KINDS) - {"stage_2_answer", "stage_3_answer", "corporate_stage_2_answer"}
    officers = managers - LETTERS_OF_MANAGERS
    assert signs == {"complaints_manager": managers, "complaints_officer": officers}.get(role, answer)


async def test_what_needs_a_case_to_be_given_needs_it_to_be_given_as_that(walk: Walk) -> None:
    office = walk.office
    office.case()
    who = office.officer("adjudicating_officer", "investigating_officer", name="both")
    office.allocations.give(Allocation("g1", CASE, who.id, "investigating_officer", AT, "o-else"))
    [page] = [route for route in ROUTES if route.path == "/cases/{reference}/acts/{act}" and route.method == "GET"]
    answers = [await walk.answer(page, who, f"/cases/{CASE}/acts/{name}") for name in ("receive_reports", "adjudicate")]
    assert answers == [200, 404]


async def test_what_is_not_theirs_looks_exactly_like_what_is_not_there(enter: Enter, office: Office) -> None:
    browser = await enter("complaints_officer")
    fill(office, "alerted", "safeguarding_lead")
    for there, nowhere in (
        (f"/conversations/{CONVERSATION}", "/conversations/c-none"),
        (f"/cases/{CASE}", "/cases/CF-0000-00"),
        ("/tasks/t1", "/tasks/none"),
        ("/alerts/a1", "/alerts/none"),
        ("/officers", "/nowhere"),
    ):
        answers = [await browser.get(path) for path in (there, nowhere)]
        assert [answer.status for answer in answers] == [404, 404]
        assert await answers[0].text() == await answers[1].text()


@pytest.mark.parametrize("state", ["alerted", "given, with a conflict of interest", "about them"])
async def test_a_list_holds_nothing_that_its_pages_refuse(enter: Enter, office: Office, state: str) -> None:
    fill(office, state, "complaints_officer")
    browser = await enter()
    await browser.sign_in("complaints_officer.one@council.test")
    page = await browser.read("/")
    for trace in (CASE, "9abcdef", "/tasks/t1", "/alerts/"):
        assert trace not in page
