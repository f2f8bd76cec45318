"""The widget on a council's own website, which is another host than the door's."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer, unused_port
from playwright.async_api import BrowserContext, Page, expect

from bot.widget.council_page import CouncilPage
from tests.browser.conftest import House, Open, session_loop
from tests.browser.navigator import WEATHER, Widget

pytestmark = pytest.mark.asyncio(loop_scope="session")


@session_loop()
async def council(open_door: Open) -> AsyncIterator[TestServer]:
    """The council's website; the door names no other host than this one."""
    port = unused_port()
    door = await open_door(widget_origins=f"http://www.council.test:{port}")
    page = CouncilPage(f"http://say.council.test:{door.http.port}", reached_at=str(door.http.make_url("")))
    async with TestServer(page.app(), port=port) as server:
        yield server


@session_loop()
async def embedded(page: Page, council: TestServer) -> Widget:
    return await Widget(page, f"http://www.council.test:{council.port}/").arrives()


async def test_a_conversation_goes_on_across_hosts_and_pages_of_the_council(
    embedded: Widget, context: BrowserContext, house: House, pictures: Path
) -> None:
    assert await context.cookies() == []
    await embedded.page.get_by_role("button", name="Start writing").click()
    await embedded.says("my social worker never comes")
    await embedded.hears("You said: my social worker never comes")
    [cookie] = await context.cookies()
    assert (cookie["domain"], cookie["httpOnly"], cookie["sameSite"]) == ("say.council.test", True, "Strict")
    await embedded.page.screenshot(path=pictures / "council-page.png")
    await embedded.page.reload()
    await embedded.opens()
    await embedded.hears("You said: my social worker never comes")
    assert len(house.rasa.heard) == 1


async def test_the_councils_colours_and_letters_are_the_widgets(embedded: Widget) -> None:
    style = "(button) => [getComputedStyle(button).backgroundColor, getComputedStyle(button).fontFamily]"
    assert await embedded.launcher.evaluate(style) == ["rgb(90, 20, 90)", "Georgia, serif"]


@pytest.mark.parametrize("where", ["widget", "page"])
async def test_leaving_from_the_councils_page_ends_the_chat_and_back_shows_nothing(
    embedded: Widget, house: House, where: str
) -> None:
    await embedded.opens()
    await embedded.says("my secret story")
    await embedded.hears("You said: my secret story")
    if where == "widget":
        await embedded.panel.get_by_role("button", name="Exit this page").click()
    else:
        await embedded.page.keyboard.press("Escape")
        await embedded.page.locator(".leave button").click()
    await embedded.page.wait_for_url(WEATHER)
    assert all(chat.left_at for chat in house.chats._chats.values())
    await embedded.page.go_back()
    assert "my secret story" not in await embedded.page.content()


async def test_without_javascript_the_councils_page_leads_to_the_form_and_its_exit_works(
    context: BrowserContext, council: TestServer
) -> None:
    assert context.browser
    plain = await context.browser.new_context(java_script_enabled=False)
    await plain.route(f"{WEATHER}**", lambda route: route.fulfill(body="Weather"))
    page = await plain.new_page()
    address = f"http://www.council.test:{council.port}/"
    await page.goto(address)
    await page.get_by_role("link", name="Have your say").click()
    await expect(page.get_by_label("Your answer")).to_be_visible()
    await page.goto(address)
    await page.get_by_role("button", name="Exit this page").click()
    await page.wait_for_url(WEATHER)
    await plain.close()


async def test_where_the_script_is_not_the_one_of_the_snippet_it_does_not_run_and_the_link_is_there(
    context: BrowserContext, council: TestServer
) -> None:
    page = await context.new_page()
    await page.route(
        "**/widget/*.js",
        lambda route: route.fulfill(
            body="document.title = 'taken over'",
            content_type="text/javascript",
            headers={"Access-Control-Allow-Origin": f"http://www.council.test:{council.port}"},
        ),
    )
    await page.goto(f"http://www.council.test:{council.port}/")
    await expect(page.get_by_role("link", name="Have your say")).to_be_visible()
    assert "taken over" not in await page.title()


async def test_a_page_on_a_host_that_is_not_named_gets_the_link_and_no_chat(
    context: BrowserContext, council: TestServer, house: House
) -> None:
    page = await context.new_page()
    await page.goto(f"http://www.evil.test:{council.port}/")
    await expect(page.get_by_role("link", name="Have your say")).to_be_visible()
    assert await page.locator("have-your-say .launcher").count() == 0
    assert house.chats._chats == {}


async def test_axe_finds_no_fault_on_the_councils_page(embedded: Widget, axe: str) -> None:
    assert (await embedded.axe(axe))["violations"] == []
    await embedded.opens()
    assert (await embedded.axe(axe))["violations"] == []
