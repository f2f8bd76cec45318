"""What must hold on every address: headers, tokens, origins, methods, unknown fields, planted script."""

from __future__ import annotations

import pytest

from bot.console.guard import HEADERS
from bot.console.routes import ANYBODY, HALFWAY, ROUTES, Route
from tests.builders import a_point
from tests.console.conftest import Enter
from tests.office import CONVERSATION, Office

POSTS = [route for route in ROUTES if route.method == "POST"]
GETS = [route for route in ROUTES if route.method == "GET"]
PARTS = {
    "alert": "a1",
    "conversation": CONVERSATION,
    "reference": "CF-0B1C-2D",
    "act": "ask_withdrawal",
    "task": "t1",
    "call": "telephone-1",
    "person": "p-1",
    "paper": "d-1",
    "answer": "k1",
    "allocation": "g1",
    "letter": "l1",
    "export": "e1",
    "officer": "o-administrator",
    "name": "app.css",
    "period": "2025",
    "copy": "manager",
    "form": "csv",
    "table": "stage_1_by_service",
    "figure": "open",
}
SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }}"


def address(route: Route) -> str:
    """The route's path with something in its place for every part."""
    return route.path.format_map(PARTS)


def named(route: Route) -> str:
    return f"{route.method} {route.path}"


ELSEWHERE: tuple[dict[str, str], ...] = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://evil.test"},
    {"Origin": "null"},
    {"Origin": "https://evil.test", "Sec-Fetch-Site": "same-origin"},
)
ALL_ROLES = ("complaints_manager", "complaints_officer", "safeguarding_lead", "duty_worker", "administrator")


@pytest.mark.parametrize("route", POSTS, ids=named)
async def test_a_form_without_its_token_is_refused(enter: Enter, office: Office, route: Route) -> None:
    browser = await enter(*ALL_ROLES, name="administrator")
    other = await enter("administrator", name="other")
    for token in ({}, {"csrf": "made up"}, {"csrf": await other.token("/officers")}):
        refusal = 401 if route.act == HALFWAY else 403  # whoever is all the way in is halfway nowhere
        assert (await browser.post(address(route), token)).status == refusal


@pytest.mark.parametrize("route", POSTS, ids=named)
async def test_a_form_from_elsewhere_is_refused(enter: Enter, office: Office, route: Route) -> None:
    browser = await enter(*ALL_ROLES, name="administrator")
    token = await browser.token("/officers")
    for headers in ELSEWHERE:
        assert (await browser.post(address(route), {"csrf": token}, **headers)).status == 403, headers


async def test_a_form_of_our_own_page_is_taken_as_browsers_send_it(enter: Enter) -> None:
    browser = await enter("complaints_officer")
    token = await browser.token("/")
    own = str(browser.http.make_url("/")).rstrip("/")
    for origin in (own, "null"):
        headers = {"Origin": origin, "Sec-Fetch-Site": "same-origin"}
        assert (await browser.post("/stay", {"csrf": token}, **headers)).status == 204


@pytest.mark.parametrize("route", [route for route in POSTS if route.act != ANYBODY], ids=named)
async def test_nothing_changes_for_somebody_who_is_not_signed_in(enter: Enter, route: Route, office: Office) -> None:
    office.officer("administrator")
    browser = await enter()
    answer = await browser.send(address(route), "/sign-in")
    assert answer.status == 401


@pytest.mark.parametrize("route", [route for route in GETS if route.act != ANYBODY], ids=named)
async def test_nothing_is_shown_to_somebody_who_is_not_signed_in(enter: Enter, route: Route, office: Office) -> None:
    office.officer("administrator")
    answer = await (await enter()).get(address(route), **{"X-Forwarded-For": "203.0.113.7"})
    assert answer.status in (303, 401)


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
async def test_every_answer_has_the_headers(enter: Enter, office: Office, method: str) -> None:
    browser = await enter(*ALL_ROLES, name="administrator")
    paths = {address(route) for route in ROUTES} | {"/nowhere"}
    for path in sorted(paths):
        answer = await browser.http.request(method, path, allow_redirects=False)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, (method, path)
        cached = "immutable" if path.startswith("/static/") and answer.status == 200 else "no-store"
        assert cached in answer.headers["Cache-Control"], (method, path)
        assert "aiohttp" not in answer.headers["Server"].lower()


async def test_a_field_that_a_form_does_not_have_is_refused(enter: Enter, office: Office) -> None:
    browser = await enter("administrator")
    told = {"name": "Sam", "email": "sam@council.test", "roles": "complaints_officer", "passphrase_hash": "x"}
    assert (await browser.send("/officers", **told)).status == 400
    assert [officer.name for officer in office.officers.all()] == ["Administrator"]


async def test_a_role_that_does_not_exist_is_not_given(enter: Enter, office: Office) -> None:
    browser = await enter("administrator")
    answer = await browser.send("/officers", name="Sam", email="sam@council.test", roles="root")
    assert answer.status == 422


async def test_a_form_that_is_too_large_is_refused(enter: Enter, office: Office) -> None:
    browser = await enter("complaints_officer")
    office.waiting()
    answer = await browser.send(f"/conversations/{CONVERSATION}/reply", "/", text="x" * 100_000)
    assert answer.status == 413


async def test_what_people_write_is_never_markup(enter: Enter, office: Office) -> None:
    browser = await enter(*ALL_ROLES, name="administrator")
    point = a_point(text=SCRIPT, wanted_outcome=SCRIPT)
    office.case(facts={"name": SCRIPT, "must_not_tell": SCRIPT}, points=(point,))
    office.waiting()
    office.person_says(SCRIPT)
    office.alerted(words=SCRIPT, notes=(SCRIPT,))
    for path in ("/", "/cases/CF-0B1C-2D", f"/conversations/{CONVERSATION}", "/alerts/a1"):
        page = await browser.read(path)
        assert "<script>alert" not in page and "<img" not in page
    assert "&lt;script&gt;" in await browser.read("/alerts/a1")


async def test_a_busy_store_is_said_plainly_and_what_was_typed_is_given_back(enter: Enter, office: Office) -> None:
    browser = await enter("safeguarding_lead")
    office.alerted()
    token = await browser.token("/")
    office.work.busy = True
    answer = await browser.post("/alerts/a1/note", {"csrf": token, "note": "Rang the school"})
    page = await answer.text()
    assert answer.status == 503
    assert "Nothing was changed" in page and "Rang the school" in page


async def test_a_fault_of_ours_shows_a_number_and_no_word_of_a_case(
    enter: Enter, office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    browser = await enter("complaints_officer")
    office.case(reasons=("12345",))
    answer = await browser.get("/cases/CF-0B1C-2D")
    page = await answer.text()
    assert answer.status == 500
    assert "Traceback" not in page
    [line] = [record.getMessage() for record in caplog.records if record.name == "bot.console.answering"]
    assert line.split()[1].rstrip(":") in page
    assert "12345" not in caplog.text


async def test_the_demonstration_says_so_on_every_page(enter: Enter, office: Office) -> None:
    browser = await enter(*ALL_ROLES, name="administrator")
    office.case()
    office.waiting()
    office.alerted()
    for path in ("/", "/cases/CF-0B1C-2D", f"/conversations/{CONVERSATION}", "/alerts/a1", "/officers", "/nowhere"):
        assert "<strong>Demonstration.</strong>" in await (await browser.get(path)).text()


async def test_metrics_are_for_this_machine_and_administrators(enter: Enter, office: Office) -> None:
    office.alerted()
    stranger, officer, administrator = await enter(), await enter("complaints_officer"), await enter("administrator")
    assert "have_your_say_alerts_unacknowledged 1\n" in await stranger.read("/metrics")
    behind_a_proxy = {"X-Forwarded-For": "203.0.113.7"}
    assert (await stranger.get("/metrics", **behind_a_proxy)).status == 303
    assert (await officer.get("/metrics", **behind_a_proxy)).status == 404
    assert (await administrator.get("/metrics", **behind_a_proxy)).status == 200
