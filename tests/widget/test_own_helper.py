"""An advocate, or whoever else helps: let in by the person, for what the person chose, and out again at once."""

from __future__ import annotations

import re
from html import unescape

import pytest

from bot.settings import Settings
from bot.widget.app import create_app
from bot.words import words
from tests.builders import ACCOUNT
from tests.widget.conftest import House, Open, Person
from tests.widget.test_own_pages import REFERENCE, SECRET, enter, keep, officer_writes, page, send

TEAM_WROTE = "We have asked the team for an answer."


@pytest.fixture
async def child(open_door: Open, house: House) -> Person:
    """The browser of the person whose case it is, with the case open."""
    keep(house, facts={"reporter_role": "child", "name": "Robin", "email": "me@example.org"})
    officer_writes(house, TEAM_WROTE)
    person = await open_door()
    await enter(person)
    return person


async def lets_in(child: Person, *scope: str) -> str:
    """The words for a helper."""
    html = await (await send(child, "/status/case/helper", dict.fromkeys(scope, "yes"))).text()
    [secret] = re.findall(r'<dd class="secret">([a-z]+(?: [a-z]+){4})</dd>', html)
    return str(secret)


async def helper_with(open_door: Open, secret: str) -> Person:
    """The helper's own browser, with the case open."""
    helper = await open_door()
    assert (await enter(helper, secret=secret)).status == 303
    return helper


@pytest.mark.parametrize("scope", [(), ("read",), ("write",), ("read", "write")])
async def test_a_helper_sees_and_does_what_the_person_chose_and_nothing_else(
    child: Person, open_door: Open, house: House, scope: tuple[str, ...]
) -> None:
    helper = await helper_with(open_door, await lets_in(child, *scope))
    html = await page(helper)
    assert REFERENCE in html
    assert (TEAM_WROTE in html) is ("read" in scope)
    assert ("They sent us what happened." in html) is ("read" in scope)
    assert "You sent us what happened." not in html
    assert ('action="/status/case/add"' in html) is ("write" in scope)
    assert [
        word for word in (ACCOUNT, "Robin", "me@example.org", "record.", "/withdraw", "/helper") if word in html
    ] == []
    added = await send(helper, "/status/case/add", {"words": "Robin asks for a date."})
    assert (added.status == 303) is ("write" in scope)


async def test_whatever_else_the_person_may_do_is_closed_to_a_helper(
    child: Person, open_door: Open, house: House
) -> None:
    helper = await helper_with(open_door, await lets_in(child, "read", "write"))
    history = house.cases.get(REFERENCE)
    app = create_app(house.door(demonstration=False), Settings())
    routes = {(route.method, route.resource.canonical) for route in app.router.routes() if route.resource}
    below = {(method, path) for method, path in routes if path.startswith("/status/case/") and method != "HEAD"}
    open_to_helpers = {"/status/case/add", "/status/case/stay", "/status/case/close"}
    assert len(below) > 8
    for method, path in below:
        if path not in open_to_helpers:
            answer = await helper.http.request(method, path, data={"words": "x"}, allow_redirects=False)
            assert answer.status == 404 or answer.headers.get("Location") == "/status", path
    assert house.cases.get(REFERENCE) == history


async def test_what_a_helper_adds_is_kept_as_theirs_and_the_person_sees_that(
    child: Person, open_door: Open, house: House
) -> None:
    helper = await helper_with(open_door, await lets_in(child, "write"))
    await send(helper, "/status/case/add", {"words": "Robin asks for a date."})
    case = house.cases.get(REFERENCE)
    assert case and (case.history[-1].what, case.history[-1].detail["words"]) == (
        "added_by_helper", "Robin asks for a date.",
    )  # fmt: skip
    html = await page(child)
    assert words().say("utter_door_case_by_helper") in html and "Robin asks for a date." in html


async def test_whoever_is_let_out_is_outside_with_their_next_request_and_cannot_come_back(
    child: Person, open_door: Open, house: House
) -> None:
    secret = await lets_in(child, "read", "write")
    helper = await helper_with(open_door, secret)
    assert "Somebody may help you with this since Monday 2 March 2026" in await page(child)
    ended = await send(child, "/status/case/helper/end")
    assert words().say("utter_case_helper_out") in await page(child, ended.headers["Location"])
    for method, path in (("GET", "/status/case"), ("POST", "/status/case/add")):
        answer = await helper.http.request(method, path, data={"words": "Still here"}, allow_redirects=False)
        assert answer.status == 200 or answer.headers["Location"] == "/status"
        assert TEAM_WROTE not in await answer.text()
    assert (await enter(helper, secret=secret)).status == 422
    assert "Still here" not in str(house.cases.get(REFERENCE))
    assert (await enter(child)).status == 303


async def test_a_new_helper_takes_the_place_of_the_one_before(child: Person, open_door: Open) -> None:
    first = await lets_in(child, "read")
    helper = await helper_with(open_door, first)
    await helper_with(open_door, await lets_in(child, "read"))
    assert (await helper.http.get("/status/case", allow_redirects=False)).headers["Location"] == "/status"
    assert (await enter(helper, secret=first)).status == 422


async def test_a_helpers_words_open_nothing_in_the_chat_and_make_no_new_ones(
    child: Person, open_door: Open, house: House
) -> None:
    secret = await lets_in(child, "read", "write")
    intake = house.door(demonstration=False).intake
    assert not intake.opens(REFERENCE, secret)
    assert intake.opens(REFERENCE, SECRET)


async def test_that_somebody_reads_along_counts_not_as_read_by_the_person(
    child: Person, open_door: Open, house: House
) -> None:
    secret = await lets_in(child, "read")
    officer_writes(house, "One thing more.")
    await page(await helper_with(open_door, secret))
    case = house.cases.get(REFERENCE)
    assert case
    unread = house.door(demonstration=False).correspondence.unread(case)
    assert [letter.words for letter in unread][-1] == "One thing more."


async def test_danger_in_what_a_helper_writes_is_heard(child: Person, open_door: Open, house: House) -> None:
    helper = await helper_with(open_door, await lets_in(child, "write"))
    html = unescape(await (await send(helper, "/status/case/add", {"words": "her dad is hitting her now"})).text())
    assert "0800 1111" in html
    assert len(house.spool.waiting()) == 1


async def test_only_hashes_are_kept_and_when_it_was_given_and_ended_is_in_the_history(
    child: Person, house: House
) -> None:
    secret = await lets_in(child, "read")
    await send(child, "/status/case/helper/end")
    case = house.cases.get(REFERENCE)
    assert case and secret not in str(case.history)
    kept = [(event.what, event.detail.get("scope")) for event in case.history if event.what.startswith("helper_")]
    assert kept == [("helper_let_in", ["read"]), ("helper_let_out", None)]
