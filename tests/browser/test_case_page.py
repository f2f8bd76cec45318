"""The page of an open case: it warns before it closes, and what was being written is not lost."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import House, Open
from tests.widget.test_own_pages import REFERENCE, SECRET, keep

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def _opened(page: Page, open_door: Open, house: House) -> None:
    keep(house)
    door = await open_door()
    await page.clock.install()
    await page.goto(f"{door.http.make_url('/status')}")
    await _enters(page)


async def _enters(page: Page) -> None:
    await page.get_by_label("Your reference", exact=True).fill(REFERENCE)
    await page.get_by_label("Your secret", exact=True).fill(SECRET)
    await page.get_by_role("button", name="Open my case").click()
    await expect(page.locator(".visit > .warning")).to_be_attached()  # from here on its time runs


async def test_the_page_warns_two_minutes_before_it_closes_and_stays_open_for_whoever_is_there(
    page: Page, open_door: Open, house: House
) -> None:
    await _opened(page, open_door, house)
    warning = page.get_by_text("In 2 minutes this page closes")
    await page.clock.fast_forward("16:55")
    await expect(warning).to_be_hidden()
    await page.clock.fast_forward("00:10")
    await expect(warning).to_be_visible()
    house.clock.forward(minutes=17)
    async with page.expect_response(re.compile("/status/case/stay")) as told:
        await page.get_by_role("button", name="I am still here").click()
    assert (await told.value).status == 204
    await expect(warning).to_be_hidden()
    house.clock.forward(minutes=17)
    await page.reload()
    await expect(page.get_by_role("button", name="Close my case page")).to_be_visible()


async def test_what_is_sent_from_a_page_that_has_closed_comes_back_after_the_secret(
    page: Page, open_door: Open, house: House
) -> None:
    await _opened(page, open_door, house)
    await page.get_by_text("Add something", exact=True).click()
    await page.get_by_label("What would you like to add?").fill("One more thing")
    house.clock.forward(minutes=21)
    await page.clock.fast_forward("21:00")
    await expect(page.get_by_text("This page has closed. What you wrote is still here.")).to_be_visible()
    await expect(page.get_by_role("button", name="I am still here")).to_be_hidden()
    await page.get_by_role("button", name="Send", exact=True).first.click()
    told = page.locator(".done", has_text="not in your case yet")
    await expect(told).to_be_focused()
    await _enters(page)
    await expect(page.get_by_label("What would you like to add?")).to_have_value("One more thing")
