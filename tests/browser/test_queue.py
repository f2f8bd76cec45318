"""The queue in Chromium: its keys, choosing and paging, finding, hearing of changes; empty, long and strange."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import BrowserContext, Page, expect

from bot.case_queue import ON_A_PAGE
from bot.complaints.clocks import Pause
from bot.console.app import create_app
from bot.settings import Settings
from tests.browser.conftest import session_loop
from tests.browser.test_console import faults_of, sign_in
from tests.builders import AT, a_clock, a_task
from tests.console.test_queue import STRANGE
from tests.office import Office

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one Chromium serves all of the browser tests

ROLES = ("complaints_manager", "complaints_officer", "safeguarding_lead")
FOCUSED = "document.activeElement.id"


@pytest.fixture
def office() -> Office:
    office = Office()
    office.officer(*ROLES, name="manager")
    return office


@session_loop()
async def address(office: Office) -> AsyncIterator[str]:
    async with TestServer(create_app(office.desk, Settings(out_of_hours_phone="01632 960002"))) as server:
        yield str(server.make_url("/")).rstrip("/")


def a_morning(office: Office) -> None:
    today = AT.date()
    office.alerted(conversation="c-alerted")
    office.waiting("c-waiting")
    office.case(clock=a_clock(due=today.replace(day=1)), conversation=None)
    office.case(reference="CF-1111-11", conversation=None, team="Placements", flags=("court", "imminent"))
    stands = a_clock(pauses=(Pause("court: the hearing in April", today, today.replace(month=4)),))
    office.case(reference="CF-2222-22", clock=stands, conversation=None)
    office.work.add_task(a_task(kind="arrange_advocate"))


async def arrive(page: Page, address: str, office: Office) -> None:
    """Sign in and wait until the page's keys are there."""
    await sign_in(page, address, office)
    await expect(page.locator("#keys")).to_be_visible()


async def fits(page: Page, width: int = 320) -> bool:
    await page.set_viewport_size({"width": width, "height": 700})
    return bool(await page.evaluate("document.documentElement.scrollWidth") <= width)


async def test_keys_go_from_row_to_row_and_enter_opens(page: Page, address: str, office: Office, shots: Path) -> None:
    a_morning(office)
    await arrive(page, address, office)
    await page.screenshot(path=shots / "queue-morning.png", full_page=True)
    for key, row in (("j", "alert-a1"), ("j", "talk-c-waiting"), ("k", "alert-a1"), ("k", "alert-a1"),
                     ("c", "case-CF-0B1C-2D"), ("j", "case-CF-1111-11"), ("a", "alert-a1")):  # fmt: skip
        await page.keyboard.press(key)
        assert await page.evaluate(FOCUSED) == row, key
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Alert: emergency")


async def test_keys_write_in_a_field_and_do_nothing_there(page: Page, address: str, office: Office) -> None:
    a_morning(office)
    await arrive(page, address, office)
    await page.keyboard.press("/")
    await page.keyboard.type("jack/?")
    await expect(page.get_by_label("Find a case")).to_have_value("jack/?")
    assert await page.evaluate(FOCUSED) == "words"
    await page.keyboard.press("Escape")
    await page.get_by_role("heading", level=1).click()
    await page.keyboard.press("f")
    assert await page.evaluate(FOCUSED) == "whose"


async def test_keys_are_listed_on_the_page_and_can_be_turned_off_for_good(
    page: Page, address: str, office: Office
) -> None:
    a_morning(office)
    await arrive(page, address, office)
    await page.keyboard.press("?")
    await expect(page.get_by_text("Next row")).to_be_visible()
    await page.get_by_label("Use these keys").uncheck()
    await page.reload()
    await expect(page.locator("#keys")).to_be_visible()
    await page.keyboard.press("j")
    assert await page.evaluate(FOCUSED) == ""
    await page.get_by_text("Keys of this page").click()
    await expect(page.get_by_label("Use these keys")).not_to_be_checked()
    await page.get_by_label("Use these keys").check()
    await page.get_by_role("heading", level=1).click()
    await page.keyboard.press("j")
    assert await page.evaluate(FOCUSED) == "alert-a1"


async def test_another_part_of_the_queue_changes_and_what_is_being_chosen_stays(
    page: Page, address: str, office: Office
) -> None:
    a_morning(office)
    await arrive(page, address, office)
    await page.keyboard.press("f")
    await page.get_by_label("Marked").select_option("court")
    office.alerted(id="a2", message_id="m2", conversation="c-2")
    await expect(page.locator("#alert-a2")).to_be_visible()
    await expect(page.get_by_label("Marked")).to_have_value("court")
    await page.get_by_role("button", name="Show", exact=True).click()
    await expect(page.locator("#case-CF-1111-11")).to_be_visible()
    await expect(page.locator("[id^=case-]")).to_have_count(1)
    await expect(page.locator("#alert-a2")).to_be_visible()


async def test_a_line_that_breaks_is_taken_up_again(page: Page, address: str, office: Office) -> None:
    await sign_in(page, address, office)
    await expect(page.get_by_text("No alert is open.")).to_be_visible()
    await page.context.set_offline(True)
    office.alerted()
    await page.context.set_offline(False)
    await expect(page.locator("#alert-a1")).to_be_visible()


async def test_without_scripts_one_chooses_pages_and_takes_by_forms_and_links(
    context: BrowserContext, address: str, office: Office
) -> None:
    for number in range(ON_A_PAGE + 1):
        office.case(reference=f"CF-{number:04}-00", flags=("court",), conversation=None)
    assert context.browser
    plain = await context.browser.new_context(java_script_enabled=False)
    page = await plain.new_page()
    await sign_in(page, address, office)
    await expect(page.get_by_role("link", name="load it now")).to_be_visible()
    await expect(page.locator("#keys")).to_be_hidden()
    await page.locator("#filters").click()
    await page.get_by_label("Marked").select_option("court")
    await page.get_by_role("button", name="Show", exact=True).click()
    await page.get_by_role("link", name="Next page").click()
    await page.get_by_role("button", name="Take CF-0050-00").click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("CF-0050-00")
    await plain.close()


@pytest.mark.parametrize("state", ["empty", "a morning", "narrowed to nothing", "long"])
async def test_the_queue_is_clean_by_axe_and_fits_whatever_is_in_it(
    page: Page, address: str, office: Office, axe: str, shots: Path, state: str
) -> None:
    if state in ("a morning", "narrowed to nothing"):
        a_morning(office)
    if state == "long":
        for number in range(3 * ON_A_PAGE):
            office.case(reference=f"CF-{number:04}-00", conversation=None)
            office.work.add_task(a_task(id=f"t{number}", case=f"CF-{number:04}-00"))
    await sign_in(page, address, office)
    await page.goto(f"{address}/{'?stage=stage_3' if state == 'narrowed to nothing' else '?page=2'}")
    await page.locator("#keys summary").click()
    assert await faults_of(page, axe) == []
    await page.screenshot(path=shots / f"queue-{state.replace(' ', '-')}.png", full_page=state != "long")
    assert await fits(page)


@pytest.mark.parametrize("name", STRANGE.values(), ids=STRANGE)
async def test_strange_words_neither_break_the_page_nor_run(
    page: Page, address: str, office: Office, shots: Path, request: pytest.FixtureRequest, name: str
) -> None:
    stands = a_clock(pauses=(Pause(name, AT.date(), AT.date().replace(month=4)),))
    office.case(facts={"name": name}, team=name, clock=stands, conversation=None)
    await sign_in(page, address, office)
    await expect(page.locator("#case-CF-0B1C-2D")).to_be_visible()
    await page.screenshot(path=shots / f"queue-{request.node.callspec.id.replace(' ', '-')}.png")
    assert await fits(page)
    await page.get_by_label("Find a case").fill("Robin")
    await page.get_by_role("button", name="Find").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("What was found")
    assert await fits(page)


async def test_a_search_and_its_mistakes_are_clean_by_axe_and_said_beside_the_field(
    page: Page, address: str, office: Office, axe: str, shots: Path
) -> None:
    office.case(facts={"name": "Robin Example"})
    await sign_in(page, address, office)
    await page.get_by_role("button", name="Find").click()
    await expect(page.locator("#summary")).to_be_focused()
    await expect(page.locator("#words-fault")).to_contain_text("Enter a reference, a name or an e-mail address")
    assert await faults_of(page, axe) == []
    await page.get_by_label("Find a case").fill("robin")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("link", name="CF-0B1C-2D")).to_be_visible()
    assert await faults_of(page, axe) == []
    assert "robin" not in page.url
    await page.screenshot(path=shots / "search.png")
