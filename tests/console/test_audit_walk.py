"""Every read, change and export is in the audit: each route is used once as it is meant, and the audit read."""

from __future__ import annotations

import pytest

from bot.allocations import Allocation
from bot.case_reports import Paper
from bot.complaints.records import Record
from bot.console.routes import ANYBODY, HALFWAY, ROUTES, SIGNED_IN, Route
from bot.exports import Export
from bot.kept_answers import KeptAnswer
from bot.letters.letter import Mark
from bot.roles import ROLES
from tests.builders import AT, a_letter, a_pool_person, a_proposal, a_task
from tests.console.conftest import Enter
from tests.console.test_hardening import named
from tests.office import CONVERSATION, Office

CASE = "CF-0B1C-2D"
ME = "o-everything"
# What each route is about, and what is typed into its form; a new route is not in here and fails until it is.
USED: dict[str, tuple[str, dict[str, str]]] = {
    "GET /alerts/a1": ("a1", {}),
    "POST /alerts/a1/acknowledge": ("a1", {}),
    "POST /alerts/a1/note": ("a1", {"note": "Rang the school."}),
    "POST /alerts/a1/release": ("a1", {}),
    "POST /alerts/a1/close": ("a1", {"reason": "Seen, and safe."}),
    "POST /alerts/a1/duty-code": ("a1", {}),
    f"GET /conversations/{CONVERSATION}": (CONVERSATION, {}),
    f"GET /live/conversations/{CONVERSATION}": (CONVERSATION, {}),
    f"POST /conversations/{CONVERSATION}/details": (CONVERSATION, {"reason": "to_answer"}),
    f"POST /conversations/{CONVERSATION}/claim": (CONVERSATION, {}),
    f"POST /conversations/{CONVERSATION}/take-over": (CONVERSATION, {}),
    f"POST /conversations/{CONVERSATION}/draft": (CONVERSATION, {"answer": "k1"}),
    f"POST /conversations/{CONVERSATION}/note": (CONVERSATION, {"note": "They ring in the evening."}),
    f"POST /conversations/{CONVERSATION}/close": (CONVERSATION, {"how": "All was said."}),
    "POST /answers/k1/remove": ("k1", {}),
    f"POST /conversations/{CONVERSATION}/reply": (CONVERSATION, {"text": "Hello."}),
    f"POST /conversations/{CONVERSATION}/hand-back": (CONVERSATION, {}),
    f"GET /cases/{CASE}": (CASE, {}),
    f"POST /cases/{CASE}/pathway": (CASE, {"version": "1", "pathway": "statutory", "reason": "In care."}),
    f"GET /cases/{CASE}/acts/ask_withdrawal": (CASE, {}),
    f"POST /cases/{CASE}/acts/ask_withdrawal": (CASE, {"version": "1", "words": "I want to stop."}),
    f"POST /cases/{CASE}/acts/extend_stage_1/decline": (CASE, {"version": "1", "reason": "There is time."}),
    f"POST /cases/{CASE}/contact": (CASE, {"why": "to_answer"}),
    f"GET /cases/{CASE}/people": (CASE, {}),
    f"POST /cases/{CASE}/people": (CASE, {"to": "o-clerk", "capacity": "panel_clerk", "until": "2026-03-31"}),
    f"POST /cases/{CASE}/take": (CASE, {}),
    "POST /search": (CASE, {"words": CASE}),
    f"POST /cases/{CASE}/people/g1/end": (CASE, {}),
    f"POST /cases/{CASE}/conflict": (CASE, {"officer": "o-clerk"}),
    f"POST /cases/{CASE}/message": (CASE, {"text": "We have asked the team."}),
    f"GET /cases/{CASE}/secret": (CASE, {}),
    f"POST /cases/{CASE}/secret": (CASE, {"through": "person", "note": "They knew.", "task": ""}),
    "GET /telephone/telephone-1": ("telephone-1", {}),
    "POST /telephone/telephone-1": (
        "telephone-1",
        {"id": "0b9c1d7e-5a55-4d0c-9d52-0c1f8f0d0001", "page": "what_happened", "text": "She never comes."},
    ),
    f"GET /cases/{CASE}/letters": (CASE, {}),
    f"POST /cases/{CASE}/letters": (CASE, {"kind": "acknowledgement"}),
    f"GET /cases/{CASE}/letters/l-draft": (CASE, {}),
    f"GET /cases/{CASE}/letters/l-draft/letter.docx": (CASE, {}),
    f"POST /cases/{CASE}/letters/l-draft/text": (CASE, {"revision": "1", "text": "We have it."}),
    f"POST /cases/{CASE}/letters/l-draft/hand-in": (CASE, {"revision": "1"}),
    f"POST /cases/{CASE}/letters/l-draft/drop": (CASE, {"revision": "1"}),
    f"POST /cases/{CASE}/letters/l-drafted/vet": (CASE, {"revision": "1"}),
    f"POST /cases/{CASE}/letters/l-drafted/send-back": (CASE, {"revision": "1", "reason": "Too long."}),
    f"POST /cases/{CASE}/letters/l-vetted/sign": (CASE, {"revision": "1"}),
    f"POST /cases/{CASE}/letters/l-signed/send": (CASE, {"revision": "1"}),
    "GET /pool": ("pool", {}),
    "POST /pool": (
        "p-1",
        {"person": "p-1", "name": "C", "kinds": "panel_member", "dbs_on": "2025-01-06", "until": "2027-01-06"},
    ),
    "POST /pool/p-1/leave": ("p-1", {}),
    f"GET /cases/{CASE}/reports": (CASE, {}),
    f"GET /cases/{CASE}/reports/d-1": (CASE, {}),
    f"GET /cases/{CASE}/access": (CASE, {}),
    f"POST /cases/{CASE}/access": (CASE, {"version": "1", "asked_on": "2026-03-02", "known_by": "Their secret."}),
    f"POST /cases/{CASE}/access/extend": (CASE, {"version": "1", "extend_reason": "Many letters."}),
    f"POST /cases/{CASE}/access/prepare": (CASE, {"version": "1", "reason": ""}),
    f"POST /cases/{CASE}/access/contact": (CASE, {"why": "to_answer"}),
    f"POST /cases/{CASE}/access/check": (CASE, {"version": "1"}),
    f"POST /cases/{CASE}/access/take": (CASE, {}),
    "GET /tasks/t1": ("t1", {}),
    "GET /glance": ("2025-q4", {}),
    "GET /glance/open/csv": ("2025-q4", {}),
    "GET /glance/open/chart": ("2025-q4", {}),
    "POST /tasks/t1": ("t1", {"note": "Rang them."}),
    "POST /officers/o-clerk/code": ("o-clerk", {}),
    "POST /officers/o-clerk/subject": ("o-clerk", {"subject": "s1"}),
    "POST /officers/o-clerk/teams": ("o-clerk", {}),
    "POST /officers/o-clerk/start-again": ("o-clerk", {}),
    "POST /officers/o-clerk/disable": ("o-clerk", {}),
    "POST /exports/e1/take": ("e1", {}),
    "POST /exports/e2/approve": ("e2", {}),
}
# These show nothing that is somebody's, or are about what they themselves make; tests/test_*.py look at those.
NOT_WALKED = {
    "/telephone", "/live/queue", "/live/queue/events", "/live/conversations/{conversation}/state", "/answers",
    "/officers", "/exports", "/audit", "/metrics", "/reports",
}  # fmt: skip
PARTS = {
    "alert": "a1", "conversation": CONVERSATION, "reference": CASE, "act": "ask_withdrawal", "allocation": "g1",
    "task": "t1", "call": "telephone-1", "person": "p-1", "paper": "d-1", "officer": "o-clerk",
    "figure": "open", "answer": "k1",
}  # fmt: skip

# In which state a letter is to which this is done; otherwise it is a draft.
LETTER_IN = {"vet": "drafted", "send-back": "drafted", "sign": "vetted", "send": "signed"}

ACCESS_IN = {"extend": "asked", "prepare": "asked", "contact": "prepared", "check": "prepared", "take": "checked"}


def use(route: Route) -> str:
    """The route with something in its place for every part, as it stands in USED."""
    export = "e2" if route.path.endswith("approve") else "e1"
    act = "extend_stage_1" if route.path.endswith("/decline") else PARTS["act"]
    letter = f"l-{LETTER_IN.get(route.path.rpartition('/')[2], 'draft')}"
    return f"{route.method} {route.path.format_map(PARTS | {'export': export, 'letter': letter, 'act': act})}"


def _is_left_out(route: Route) -> bool:
    """Reports hold no case: tests/reporting looks at what is noted of them; test_pool.py looks at files."""
    return route.path in NOT_WALKED or "{period}" in route.path or bool(route.file)


WALKED = [route for route in ROUTES if route.act not in (ANYBODY, HALFWAY, SIGNED_IN) and not _is_left_out(route)]


def access_request(route: Route) -> tuple[Record, ...]:
    """An access request in the state in which this is done to it; none where one is noted."""
    if "/access/" not in route.path:
        return ()
    state = ACCESS_IN[route.path.rpartition("/")[2]]
    details = {
        "asked_on": "2026-03-02",
        "due": "2026-04-02",
        "by": "o-else",
        "checked_by": "",
        "also": [],
        "pieces": [],
    }
    return (Record(1, "access_request", state, AT.date(), details=details),)


def fill(office: Office, route: Route) -> None:
    """Something behind every address."""
    office.officer("panel_clerk", name="clerk")
    office.case(records=(a_proposal(), *access_request(route)))
    if route.path.endswith("/access/check"):  # the second look is at all of it
        office.audit.note(ME, "show_contact_to_answer", CASE, office.clock.now())
    office.waiting()
    office.work.claim(CONVERSATION, ME, AT)
    office.work.add_task(a_task(kind="call_back", conversation=CONVERSATION))
    office.alerted()
    office.pool.keep(a_pool_person())
    office.papers.keep(Paper("d-1", CASE, "investigation_report", "pdf", AT, "o-else"), b"%PDF-")
    office.audit.note(ME, "take_by_telephone", "telephone-1", AT)
    office.allocations.give(Allocation("g1", CASE, "o-clerk", "panel_clerk", AT, "o-else", (), AT.date()))
    for state in ("draft", "drafted", "vetted", "signed"):
        marks = (Mark(AT, ME, "sign", 1),) if state == "signed" else ()
        office.letters.add(a_letter(id=f"l-{state}", state=state, marks=marks))
    office.exports.ask(Export("e1", ME, AT, "For the court.", "o-else", AT))
    office.kept_answers.put(KeptAnswer("k1", "Hello", "Hello.", True, AT, "o-else"))
    office.exports.ask(Export("e2", "o-else", AT, "For the court."))


@pytest.mark.parametrize("route", WALKED, ids=named)
async def test_what_is_read_changed_or_taken_out_is_in_the_audit(enter: Enter, office: Office, route: Route) -> None:
    about, fields = USED[use(route)]
    fill(office, route)
    browser = await enter(*ROLES, name="everything")
    token = await browser.token("/account")
    before = len(office.acts(about))
    method, path = use(route).split(" ")
    answer = await (browser.get(path) if method == "GET" else browser.post(path, {"csrf": token, **fields}))
    assert answer.status in (200, 303), await answer.text()
    assert [who for who, _ in office.acts(about)[before:]][:1] == [ME]


@pytest.mark.parametrize("route", WALKED, ids=named)
async def test_what_cannot_be_noted_is_neither_shown_nor_done(enter: Enter, office: Office, route: Route) -> None:
    _, fields = USED[use(route)]
    fill(office, route)
    browser = await enter(*ROLES, name="everything")
    token = await browser.token("/account")
    office.audit.busy = True
    method, path = use(route).split(" ")
    answer = await (browser.get(path) if method == "GET" else browser.post(path, {"csrf": token, **fields}))
    assert answer.status == 503
    office.audit.busy = False
    case = office.cases.get(CASE)
    assert case and case.version == 1


async def test_the_audit_is_read_by_who_may_and_that_is_noted(enter: Enter, office: Office) -> None:
    office.case()
    officer, administrator = await enter("complaints_officer"), await enter("administrator")
    await officer.read(f"/cases/{CASE}")
    page = await administrator.read(f"/audit?about={CASE}")
    assert "Complaints officer, read case" in page
    assert office.acts(CASE)[-1] == ("o-administrator", "read_audit")
    assert (await officer.get(f"/audit?about={CASE}")).status == 404
