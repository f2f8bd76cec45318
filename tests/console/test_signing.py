"""Signing in and out, the first account, one-time codes."""

from __future__ import annotations

import asyncio
import re

import pyotp
import pytest
from aiohttp.test_utils import TestServer

from bot.console.app import create_app
from bot.settings import Settings
from tests.console.conftest import Browser, Enter
from tests.office import PASSPHRASE, Office

KEY = re.compile(r'id="key">([A-Z2-7 ]+)<')


async def set_up(browser: Browser) -> str:
    """Set up the second factor that the page asks for; the page with the recovery codes."""
    assert (await browser.get("/second")).headers["Location"] == "/enrol"
    key = KEY.search(await browser.read("/enrol"))
    assert key
    code = pyotp.TOTP(key[1].replace(" ", "")).at(browser.office.clock.now())
    answer = await browser.send("/enrol", "/enrol", code=code)
    assert answer.status == 200
    return await answer.text()


async def test_before_anybody_has_an_account_the_door_leads_to_the_first(enter: Enter, office: Office) -> None:
    browser = await enter()
    assert (await browser.get("/")).headers["Location"] == "/sign-in"
    assert (await browser.get("/sign-in")).headers["Location"] == "/first"
    code = office.desk.sign_in.first_code() or ""
    told = {"code": code, "name": "Robin", "email": "robin@council.test", "passphrase": PASSPHRASE}
    answer = await browser.send("/first", "/first", **told)
    assert (answer.status, answer.headers["Location"]) == (303, "/second")
    assert (await browser.get("/")).headers["Location"] == "/sign-in"
    assert "Recovery codes" in await set_up(browser)
    assert "Robin" in await browser.read("/")


async def test_the_first_page_says_that_one_person_gets_every_role_to_start(enter: Enter) -> None:
    page = await (await enter()).read("/first")
    for role in ("complaints manager", "complaints officer", "safeguarding lead", "administrator"):
        assert role in page


async def test_once_there_is_an_officer_there_is_no_first_page(enter: Enter, office: Office) -> None:
    office.officer("complaints_officer")
    browser = await enter()
    assert (await browser.get("/first")).status == 404
    assert (await browser.send("/first", "/sign-in", code="x")).status == 404


async def test_a_wrong_first_code_says_so_beside_its_field(enter: Enter, office: Office) -> None:
    browser = await enter()
    office.desk.sign_in.first_code()
    told = {"code": "0000-0000-0000", "name": "Robin", "email": "robin@council.test", "passphrase": PASSPHRASE}
    answer = await browser.send("/first", "/first", **told)
    page = await answer.text()
    assert answer.status == 422
    assert 'href="#code"' in page and 'id="code-fault"' in page and "<title>Error: " in page
    assert PASSPHRASE not in page


@pytest.mark.parametrize("email", ["complaints_officer@council.test", "nobody@council.test"])
async def test_a_wrong_passphrase_and_an_unknown_address_look_the_same(
    enter: Enter, office: Office, email: str
) -> None:
    office.officer("complaints_officer")
    answer = await (await enter()).sign_in(email, "wrong wrong wrong")
    assert answer.status == 422
    assert "do not belong together" in await answer.text()


async def test_every_wrong_try_makes_the_next_one_wait_longer(enter: Enter, office: Office, waits: list[float]) -> None:
    office.officer("complaints_officer")
    browser = await enter()
    for _ in range(6):
        await browser.sign_in("complaints_officer@council.test", "wrong wrong wrong")
    assert (await browser.sign_in("complaints_officer@council.test")).status == 303
    assert waits == [0, 0, 0, 1, 2, 4, 8, 0]  # the second step has a line of its own


async def test_tries_at_once_get_no_further_than_tries_in_a_row(
    enter: Enter, office: Office, waits: list[float]
) -> None:
    office.officer("complaints_officer")
    browser = await enter()
    token = await browser.token("/sign-in")
    told = {"csrf": token, "email": "complaints_officer@council.test", "passphrase": "wrong wrong wrong"}
    answers = await asyncio.gather(*(browser.post("/sign-in", told) for _ in range(20)))
    statuses = [answer.status for answer in answers]
    assert set(statuses) == {422, 429}
    assert waits == [0, 0, 0, 1, 2, 4, 8, 16, 30][: len(waits)]
    assert (await browser.sign_in("complaints_officer@council.test")).status == 303


async def test_signing_in_leads_to_the_page_that_was_asked_for(enter: Enter, office: Office) -> None:
    office.officer("safeguarding_lead")
    office.alerted()
    browser = await enter()
    asked = await browser.get("/alerts/a1")
    assert asked.headers["Location"] == "/sign-in?next=/alerts/a1"
    assert 'value="/alerts/a1"' in await browser.read("/sign-in?next=/alerts/a1")
    answer = await browser.sign_in("safeguarding_lead@council.test", to="/alerts/a1")
    assert answer.headers["Location"] == "/alerts/a1"


@pytest.mark.parametrize("to", ["//evil.test", "https://evil.test", "/\\evil.test", "/x?y=//evil.test", "javascript:1"])
async def test_signing_in_never_leads_to_another_site(enter: Enter, office: Office, to: str) -> None:
    office.officer("complaints_officer")
    answer = await (await enter()).sign_in("complaints_officer@council.test", to=to)
    assert answer.headers["Location"] == "/"


async def test_a_link_in_a_mail_is_opened_from_a_page_of_ours_so_that_the_cookie_comes_along(enter: Enter) -> None:
    answer = await (await enter()).get("/alerts/a1", **{"Sec-Fetch-Site": "cross-site"})
    assert answer.status == 200
    assert '<meta http-equiv="refresh" content="0;url=/alerts/a1">' in await answer.text()


async def test_signing_in_gives_a_new_session_and_signing_out_ends_it(enter: Enter, office: Office) -> None:
    browser = await enter("complaints_officer")
    first = browser.http.session.cookie_jar.filter_cookies(browser.http.make_url("/"))["desk"].value
    answer = await browser.send("/sign-out", "/")
    assert answer.status == 303
    assert (await browser.get("/", Cookie=f"desk={first}")).headers["Location"] == "/sign-in"
    await browser.sign_in("complaints_officer@council.test")
    second = browser.http.session.cookie_jar.filter_cookies(browser.http.make_url("/"))["desk"].value
    assert first != second


async def test_a_page_that_polls_does_not_keep_the_session_alive(enter: Enter, office: Office) -> None:
    browser = await enter("complaints_officer")
    for _ in range(6):
        assert (await browser.get("/live/queue")).status == 200
        office.clock.forward(minutes=5)
    assert (await browser.get("/live/queue")).status == 401


async def test_staying_puts_the_end_of_the_session_off(enter: Enter, office: Office) -> None:
    browser = await enter("complaints_officer")
    token = await browser.token("/")
    for _ in range(4):
        office.clock.forward(minutes=20)
        assert (await browser.post("/stay", {"csrf": token})).status == 204


async def test_after_the_session_ended_what_was_typed_is_given_back(enter: Enter, office: Office) -> None:
    browser = await enter("complaints_officer")
    office.waiting()
    token = await browser.token("/")
    office.clock.forward(hours=1)
    answer = await browser.post("/conversations/c-0123456789abcdef/reply", {"csrf": token, "text": "My long answer"})
    assert answer.status == 401
    assert "My long answer" in await answer.text()


async def test_an_administrator_adds_an_officer_who_begins_with_a_code(enter: Enter, office: Office) -> None:
    administrator = await enter("administrator")
    answer = await administrator.send("/officers", name="Sam", email="sam@council.test", roles="safeguarding_lead")
    page = await answer.text()
    code = page.split('<p class="secret">')[1].split("<")[0]
    assert code not in await administrator.read("/officers")
    sam = await enter()
    told = {"email": "sam@council.test", "code": code, "passphrase": "seven lilac tractors hum"}
    assert (await sam.send("/code", "/code", **told)).headers["Location"] == "/second"
    await set_up(sam)
    assert "Alerts" in await sam.read("/")


async def test_a_shut_account_is_out_at_the_next_click(enter: Enter, office: Office) -> None:
    administrator, officer = await enter("administrator"), await enter("complaints_officer")
    assert (await administrator.send("/officers/o-complaints-officer/disable")).status == 303
    assert (await officer.get("/")).headers["Location"] == "/sign-in"


async def test_over_https_the_cookies_are_held_to_host_and_https(office: Office) -> None:
    officer = office.officer("complaints_officer")
    app = create_app(office.desk, Settings(console_url="https://desk.council.test"))
    async with TestServer(app) as server:
        import aiohttp

        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
            page = await session.get(server.make_url("/sign-in"))
            form = page.cookies["__Host-desk-form"]
            assert form["secure"] and form["httponly"] and form["samesite"] == "Strict" and form["path"] == "/"
            told = {"csrf": form.value, "email": officer.email, "passphrase": PASSPHRASE}
            answer = await session.post(
                server.make_url("/sign-in"),
                data=told,
                headers={"Cookie": f"__Host-desk-form={form.value}", "Origin": "https://desk.council.test"},
                allow_redirects=False,
            )
            desk = answer.cookies["__Host-desk"]
            assert answer.headers["Location"] == "/second"
            assert desk["secure"] and desk["httponly"] and desk["samesite"] == "Strict" and not desk["domain"]
            assert "max-age=63072000" in answer.headers["Strict-Transport-Security"]
