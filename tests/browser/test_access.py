"""The pages of an access request, looked at with axe in each of their states, and with what an officer sees in them."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.test_console import address, faults_of, office, sign_in
from tests.office import Office

__all__ = ["address", "office"]
pytestmark = pytest.mark.asyncio(loop_scope="session")
PAGE = "/cases/CF-0B1C-2D/access"
PHONE = "07700 900123"


async def is_clean(page: Page, axe: str) -> None:
    """Nothing for axe to find, and no scrolling sideways on a small telephone."""
    assert await faults_of(page, axe) == []
    await page.set_viewport_size({"width": 320, "height": 700})
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
    await page.set_viewport_size({"width": 1000, "height": 700})


async def test_an_access_request_is_clean_in_each_state_and_shows_contact_details_with_a_reason(
    page: Page, address: str, office: Office, axe: str
) -> None:
    office.person_says(f"Ring me on {PHONE}.")
    await sign_in(page, address, office)
    await page.goto(address + PAGE)
    await is_clean(page, axe)
    await page.get_by_role("button", name="Note the request").click()
    await expect(page.locator("#summary")).to_contain_text("Say how you know that it is they who ask")
    await is_clean(page, axe)
    await page.get_by_label("The day on which they asked").fill("2026-03-02")
    await page.get_by_label("How you know that it is they who ask").fill("Their reference and secret.")
    await page.get_by_role("button", name="Note the request").click()
    await page.get_by_role("button", name="Put the copy together").click()
    await expect(page.get_by_role("heading", name="What goes out")).to_be_visible()
    await expect(page.locator("main")).not_to_contain_text(PHONE)
    await is_clean(page, axe)
    await page.get_by_role("button", name="Show for an hour").click()
    await expect(page.locator("#why-fault")).to_contain_text("Choose why")
    await is_clean(page, axe)
    await page.get_by_label("Why do you need to see this?").select_option("person_asked")
    await page.get_by_role("button", name="Show for an hour").click()
    await expect(page.locator("main")).to_contain_text(PHONE)
    await is_clean(page, axe)
