"""Every route with every role: what is not listed as allowed is answered 404, and what is not there looks the same."""

from __future__ import annotations

import pytest

from bot.console.routes import ANYBODY, HALFWAY, ROUTES, SIGNED_IN, Route
from bot.roles import MAY, ROLES
from tests.builders import a_task
from tests.console.conftest import Enter
from tests.console.test_hardening import address, named
from tests.office import Office

# For each role what it may do to a conversation with an alert, and to what came from it.
ALERTED = {
    "complaints_officer": set(),
    "complaints_manager": set(MAY) - {"manage_officers", "read_metrics"},
    "safeguarding_lead": {
        "read_queue", "read_case", "finish_task", "read_conversation", "read_alert", "acknowledge_alert",
        "note_alert", "release_alert", "close_alert", "finish_safeguarding_task",
        "show_details",
    },
    "duty_worker": {
        "read_queue", "read_case", "finish_task", "read_conversation", "read_alert", "acknowledge_alert",
        "note_alert", "release_alert", "close_alert", "finish_safeguarding_task",
        "show_details",
    },
    "administrator": {"manage_officers", "read_metrics"},
}  # fmt: skip
# What the complaints officer may do once it is released, or where there never was an alert.
RELEASED = {
    "read_queue", "read_case", "confirm_pathway", "work_case", "finish_task", "read_conversation",
    "claim_conversation", "reply", "hand_back", "give_new_secret", "show_details",
}  # fmt: skip

WALKED = [route for route in ROUTES if route.act not in (ANYBODY, HALFWAY, SIGNED_IN)]


def fill(office: Office) -> None:
    """Something behind every address."""
    office.waiting()
    office.case()
    office.work.add_task(a_task(kind="call_back", conversation="c-0123456789abcdef"))
    office.alerted()


async def refused(enter: Enter, route: Route, role: str) -> bool:
    """Whether this role gets 404 here; from behind a proxy, so that metrics are walked too."""
    browser = await enter(role, name="administrator" if role == "administrator" else "")
    if route.method == "GET":
        answer = await browser.get(address(route), **{"X-Forwarded-For": "203.0.113.7"})
    else:
        answer = await browser.send(address(route), "/nowhere")
    assert answer.status in (200, 303, 404, 409, 422), answer.status
    return answer.status == 404


def test_every_route_declares_who_may_use_it() -> None:
    assert {route.act for route in ROUTES} <= {ANYBODY, HALFWAY, SIGNED_IN, *MAY}
    assert {route.path for route in ROUTES if route.act == ANYBODY} == {
        "/sign-in", "/first", "/code", "/healthz", "/static/{name}",
    }  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("route", WALKED, ids=named)
async def test_an_alerted_conversation_and_what_came_from_it(
    enter: Enter, office: Office, route: Route, role: str
) -> None:
    fill(office)
    allowed = route.act in ALERTED[role] or (route.path == "/live/queue" and role == "complaints_officer")
    if route.path.startswith("/officers/") and role != "administrator":
        office.officer("administrator")
    assert await refused(enter, route, role) is not allowed


@pytest.mark.parametrize("route", WALKED, ids=named)
async def test_what_was_released_is_the_complaints_officers(enter: Enter, office: Office, route: Route) -> None:
    fill(office)
    office.desk.alerts.release(office.officer("safeguarding_lead"), "a1")
    assert await refused(enter, route, "complaints_officer") is (route.act not in RELEASED)


async def test_what_is_not_theirs_looks_exactly_like_what_is_not_there(enter: Enter, office: Office) -> None:
    browser = await enter("complaints_officer")
    fill(office)
    for there, nowhere in (
        ("/conversations/c-0123456789abcdef", "/conversations/c-none"),
        ("/cases/CF-0B1C-2D", "/cases/CF-0000-00"),
        ("/tasks/t1", "/tasks/none"),
        ("/alerts/a1", "/alerts/none"),
        ("/officers", "/nowhere"),
    ):
        answers = [await browser.get(path) for path in (there, nowhere)]
        assert [answer.status for answer in answers] == [404, 404]
        assert await answers[0].text() == await answers[1].text()


async def test_a_list_holds_nothing_that_its_pages_refuse(enter: Enter, office: Office) -> None:
    browser = await enter("complaints_officer")
    fill(office)
    page = await browser.read("/")
    for trace in ("CF-0B1C-2D", "9abcdef", "/tasks/t1", "/alerts/"):
        assert trace not in page
