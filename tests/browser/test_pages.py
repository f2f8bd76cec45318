"""The questions as pages in Chromium: without JavaScript, by keyboard alone, on a small screen, and after leaving.

Rasa is away behind these doors, so the pages ask by themselves, with the law's own questions.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import House, Open, session_loop
from tests.browser.navigator import AXE_TAGS, WEATHER

pytestmark = pytest.mark.asyncio(loop_scope="session")

ACCOUNT = "My social worker never calls back and has cancelled four visits since Easter."
LEAST_RULES = 85  # fewer means that axe did not really look
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
TOO_SMALL = """() => [...document.querySelectorAll("main a, main button, main input:not([type=hidden]), main textarea")]
  .filter((e) => e.checkVisibility() && !e.closest("p:not(.actions)"))
  .map((e) => [e.textContent.trim() || e.id, (e.type === "radio" ? e.parentElement : e).getBoundingClientRect()])
  .filter(([, box]) => box.height < 44 || box.width < 44)
  .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""


@session_loop()
async def address(open_door: Open, house: House) -> str:
    """The first of the questions, at a door behind which Rasa is away."""
    house.rasa.down = True
    return str((await open_door()).http.make_url("/say"))


@session_loop()
async def bare(browser: Browser) -> AsyncIterator[Page]:
    """A page in a browser without JavaScript, on the smallest screen."""
    context = await browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    await context.route(f"{WEATHER}**", lambda route: route.fulfill(body="<title>Weather</title>Weather"))
    context.set_default_timeout(15_000)
    yield await context.new_page()
    await context.close()


async def _answers(page: Page) -> list[str]:
    """Fill in everything up to check-your-answers, as a child would; the headings on the way."""
    headings = []
    await page.get_by_label("Your answer").fill(ACCOUNT)
    await page.get_by_role("button", name="Continue").click()
    while (heading := await page.get_by_role("heading", level=1).inner_text()) != "Is this right?":
        assert heading not in headings, f"asked twice: {heading}"
        headings.append(heading)
        if await page.get_by_role("radio").count():
            await page.get_by_role("radio").first.check()
        else:
            await page.get_by_label("Your answer").fill("Somebody who calls back")
        await page.get_by_role("button", name="Continue").click()
    return headings


async def test_a_concern_is_told_checked_and_sent_without_javascript(bare: Page, address: str, house: House) -> None:
    await bare.goto(address)
    headings = await _answers(bare)
    await bare.get_by_role("button", name="Yes, send it").click()
    await expect(bare.get_by_role("heading", level=1)).to_have_text("It is sent")
    [case] = house.cases.all()
    await expect(bare.get_by_text(case.reference)).to_be_visible()
    assert case.points[0].text == ACCOUNT
    assert len(headings) >= 4


async def test_without_javascript_every_step_can_be_left_at_once_and_going_back_shows_nothing(
    bare: Page, address: str, house: House
) -> None:
    await bare.goto(address)
    await _answers(bare)
    await bare.get_by_role("button", name="Exit this page").click()
    await expect(bare).to_have_title("Weather")
    assert await bare.context.cookies(address) == []
    for _ in range(3):
        await bare.go_back()
        assert ACCOUNT not in await bare.content()


async def test_going_back_after_leaving_shows_nothing_with_javascript_too(page: Page, address: str) -> None:
    await page.goto(address)
    await _answers(page)
    await page.get_by_role("button", name="Exit this page").first.click()
    await expect(page).to_have_title("Weather")
    await page.go_back()
    assert ACCOUNT not in await page.content()


async def test_the_pages_work_when_the_script_never_comes(page: Page, address: str, house: House) -> None:
    await page.route("**/widget/*.js", lambda route: route.abort())
    await page.goto(address)
    await _answers(page)
    await page.get_by_role("button", name="Yes, send it").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("It is sent")


async def test_the_script_going_missing_half_way_loses_nothing(page: Page, address: str) -> None:
    await page.goto(address)
    await page.get_by_label("Your answer").fill(ACCOUNT)
    await page.get_by_role("button", name="Continue").click()
    await expect(page.get_by_role("radio", name="A parent", exact=True)).to_be_visible()
    await page.route("**/widget/*", lambda route: route.abort())
    await page.reload()
    await page.get_by_role("radio", name="A parent", exact=True).check()
    await page.get_by_role("button", name="Send what I have said").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("It is sent")


async def test_a_fault_takes_the_focus_and_leads_to_its_field(page: Page, address: str) -> None:
    await page.goto(address)
    await page.get_by_role("button", name="Continue").click()
    await expect(page).to_have_title("Error: Please tell me what happened, in your own words. It can be long or short. "
                                     "– A council in England")  # fmt: skip
    await expect(page.locator(".faults")).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("Your answer")).to_be_focused()


async def test_a_concern_is_told_and_sent_by_keyboard_alone(page: Page, address: str, house: House) -> None:
    await page.goto(address)
    await _tab_to(page, "answer")
    await page.keyboard.type(ACCOUNT)
    await _tab_to(page, "continue")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("radio").first).to_be_visible()
    await _tab_to(page, "answer")
    await page.keyboard.press("Space")
    await _tab_to(page, "continue")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("radio", name="I am in care")).to_be_visible()
    await _tab_to(page, "send_now")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("It is sent")
    assert [case.facts["reporter_role"] for case in house.cases.all()] == ["child"]


async def test_without_javascript_the_receipt_is_downloaded_and_stands_alone_on_paper(
    bare: Page, address: str, house: House
) -> None:
    await _sent(bare, address)
    secret = await bare.locator(".receipt .secret").inner_text()
    async with bare.expect_download() as started:
        await bare.get_by_role("button", name="Download").click()
    kept = await (await started.value).path()
    assert secret in kept.read_text(encoding="utf-8")
    await expect(bare.get_by_role("button", name="Copy")).to_have_count(0)
    await bare.emulate_media(media="print")
    await expect(bare.locator(".receipt")).to_be_visible()
    assert await bare.locator("h1, header, footer, main > p, .ways, .exit").filter(visible=True).count() == 0
    assert secret not in bare.url


async def test_a_script_adds_copying_and_printing_the_receipt_alone(page: Page, address: str) -> None:
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.add_init_script("window.print = () => { window.onPaper = document.body.lastElementChild.textContent }")
    await _sent(page, address)
    await page.get_by_role("button", name="Give me a code instead").click()
    secret = await page.locator(".receipt .secret").inner_text()
    assert secret.count("-") == 2
    await page.get_by_role("button", name="Copy").click()
    await expect(page.get_by_text("Copied.")).to_be_visible()
    assert secret in await page.evaluate("navigator.clipboard.readText()")
    await page.get_by_role("button", name="Print").click()
    assert secret in await page.evaluate("window.onPaper")
    kept = "JSON.stringify([location.href, {...localStorage}, {...sessionStorage}])"
    assert secret not in await page.evaluate(kept)


async def _sent(page: Page, address: str) -> None:
    await page.goto(address)
    await page.get_by_label("Your answer").fill(ACCOUNT)
    await page.get_by_role("button", name="Continue").click()
    await page.get_by_role("button", name="Send what I have said").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("It is sent")


async def test_axe_finds_no_fault_on_any_page_of_the_questions_and_nothing_is_too_wide_or_too_small(
    page: Page, address: str, axe: str
) -> None:
    await page.set_viewport_size({"width": 320, "height": 640})
    await page.goto(address)
    faults = {"account": await _looked_at(page, axe)}
    await page.get_by_role("button", name="Continue").click()
    faults["fault"] = await _looked_at(page, axe)
    await page.get_by_label("Your answer").fill("my stepdad hits me " + "w" * 200)
    await page.get_by_role("button", name="Continue").click()
    faults["danger"] = await _looked_at(page, axe)
    await page.get_by_role("button", name="Go on", exact=True).click()
    faults["choices"] = await _looked_at(page, axe)
    while await page.get_by_role("button", name="Skip this").count():
        await page.get_by_role("button", name="Skip this").click()
    faults["check"] = await _looked_at(page, axe)
    await page.get_by_role("link", name="Change").first.click()
    faults["change"] = await _looked_at(page, axe)
    await page.goto(address)
    await page.get_by_role("button", name="Yes, send it").click()
    faults["sent"] = await _looked_at(page, axe)
    assert {state: found for state, found in faults.items() if found} == {}


async def _looked_at(page: Page, axe: str) -> list[str]:
    """What axe finds on a page, whether it is too wide, and which targets are too small."""
    await page.evaluate(axe)
    result: dict[str, Any] = await page.evaluate(
        "(tags) => axe.run(document, { runOnly: { type: 'tag', values: tags } })", AXE_TAGS
    )
    assert sum(len(result[kind]) for kind in ("passes", "violations", "incomplete", "inapplicable")) >= LEAST_RULES
    faults = [f"{fault['id']}: {node['html']}" for fault in result["violations"] for node in fault["nodes"]]
    wide = ["too wide"] if await page.evaluate(TOO_WIDE) else []
    return [*faults, *wide, *await page.evaluate(TOO_SMALL)]


async def _tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the element with this id or value has the focus."""
    for _ in range(60):
        await page.keyboard.press("Tab")
        focused = await page.evaluate("[document.activeElement.id, document.activeElement.value]")
        if wanted in focused:
            return
    raise AssertionError(f"{wanted} is never reached")
