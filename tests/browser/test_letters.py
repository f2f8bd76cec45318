"""Letters in Chromium: a manager drafts, an officer sends it back and vets it, the manager signs, a child reads it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, Page, expect

from bot.allocations import Allocation
from bot.console.app import create_app
from bot.settings import Settings
from tests.browser.conftest import House, Open, session_loop
from tests.browser.test_console import faults_of, sign_in
from tests.builders import AT
from tests.office import Office
from tests.widget.test_own_pages import REFERENCE, SECRET, keep

pytestmark = pytest.mark.asyncio(loop_scope="session")

LETTERS = f"/cases/{REFERENCE}/letters"
SORRY = "We are sorry that nobody came. From now on we ring you before each visit."


@pytest.fixture
def office(house: House) -> Office:
    """The officers' side of the house at whose public door the child stands: the same cases and the same clock."""
    office = Office()
    house.cases, house.work, house.clock = office.cases, office.work, office.clock
    house.audit, house.chats = office.audit, office.tries
    keep(house, conversation=None, flags=())
    officer = office.officer("complaints_officer", name="officer")
    manager = office.officer("responding_manager", name="manager")
    office.desk.casework.confirm_pathway(officer, REFERENCE, 1, "statutory", "In care.")
    office.allocations.give(Allocation("g1", REFERENCE, manager.id, "responding_manager", AT, officer.id, (0,)))
    return office


@session_loop()
async def address(office: Office) -> AsyncIterator[str]:
    async with TestServer(create_app(office.desk, Settings())) as server:
        yield str(server.make_url("/")).rstrip("/")


async def _signed_in(browser: Browser, address: str, office: Office, name: str) -> Page:
    page = await (await browser.new_context()).new_page()
    await sign_in(page, address, office, name)
    await page.goto(f"{address}{LETTERS}")
    return page


async def _warned(page: Page) -> None:
    await expect(page.get_by_text("Must not be told about this:")).to_be_visible()


async def _does(page: Page, button: str, then: str) -> None:
    await page.get_by_role("button", name=button).click()
    await expect(page.locator(".tags .tag")).to_have_text(then)
    await _warned(page)


async def test_from_the_managers_draft_to_the_childs_page(
    browser: Browser, page: Page, open_door: Open, address: str, office: Office, axe: str, shots: Path
) -> None:
    manager = await _signed_in(browser, address, office, "manager")
    await _warned(manager)
    await manager.get_by_label("Answer of stage 1").check()
    await manager.get_by_role("button", name="Begin").click()
    await _warned(manager)
    await manager.screenshot(path=shots / "console-letter-draft.png", full_page=True)
    await manager.get_by_role("button", name="Hand in to be vetted").click()
    await expect(manager.locator("#summary")).to_contain_text("Still to be written")
    await _writes(manager, "We will do better.")
    await _does(manager, "Hand in to be vetted", "To be vetted")

    officer = await _signed_in(browser, address, office, "officer")
    await officer.get_by_role("link", name="Answer of stage 1").click()
    await _warned(officer)
    await officer.get_by_label("what has to be mended").fill("Say sorry, and what is different from now on.")
    await officer.screenshot(path=shots / "console-letter-vetting.png", full_page=True)
    assert await faults_of(officer, axe) == []
    await _does(officer, "Send the letter back", "Being written")

    await manager.reload()
    await expect(manager.get_by_text("Say sorry, and what is different from now on.").first).to_be_visible()
    await _writes(manager, SORRY)
    await _does(manager, "Hand in to be vetted", "To be vetted")
    await officer.reload()
    await _does(officer, "Vetted: this can be signed", "To be signed")
    await manager.reload()
    await _does(manager, "Sign it", "To be sent")
    await officer.reload()
    await officer.screenshot(path=shots / "console-letter-sending.png", full_page=True)
    await _does(officer, "Send it", "Sent")

    door = await open_door()
    await page.goto(f"{door.http.make_url('/status')}")
    await page.get_by_label("Your reference", exact=True).fill(REFERENCE)
    await page.get_by_label("Your secret", exact=True).fill(SECRET)
    await page.get_by_role("button", name="Open my case").click()
    await expect(page.get_by_text(SORRY)).to_be_hidden()  # names, and what was told, are opened apart
    await page.get_by_text("Your complaint under the law for children, stage 1: our answer").click()
    await expect(page.get_by_text(SORRY)).to_be_visible()
    await expect(page.get_by_text("Part 1: you were right. This went wrong.")).to_be_visible()
    await page.screenshot(path=shots / "letter-for-the-child.png", full_page=True)
    await officer.goto(f"{address}/cases/{REFERENCE}")
    await expect(officer.get_by_text("Stage 1, answered")).to_be_visible()
    for opened in (manager, officer):
        await opened.context.close()


async def _writes(manager: Page, words: str) -> None:
    """In the place of everything that the wording leaves to its writer."""
    await manager.get_by_label("Finding on point 1").select_option("upheld")
    text = manager.get_by_label("Text", exact=True)
    lines = [words if line.startswith("[") else line for line in (await text.input_value()).split("\n")]
    if words not in lines:
        lines.insert(2, words)
    await text.fill("\n".join(lines))
    await manager.get_by_role("button", name="Keep").click()
    await expect(manager.get_by_role("article").get_by_text(words).first).to_be_visible()


@pytest.mark.parametrize("path", [LETTERS, f"{LETTERS}/l1"], ids=["list", "letter"])
async def test_the_pages_of_letters_are_clean_by_axe_and_fit_a_telephone(
    page: Page, address: str, office: Office, axe: str, path: str
) -> None:
    officer = office.officers.by_email("officer@council.test")
    assert officer
    letter = office.desk.letters.begin(officer, REFERENCE, "acknowledgement")
    await sign_in(page, address, office, "officer")
    await page.set_viewport_size({"width": 320, "height": 800})
    await page.goto(f"{address}{path.replace('l1', letter.id)}")
    assert await faults_of(page, axe) == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
