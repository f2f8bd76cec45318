"""The pages of reports in Chromium: every one clean by axe at 320 pixels, and the report as a file by itself."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, Page, expect

from bot.console.app import create_app
from bot.reporting.period import year
from bot.reports import page as report_file
from bot.reports.content import content_of
from bot.settings import Settings
from tests.browser.conftest import session_loop
from tests.browser.test_console import faults_of, sign_in
from tests.builders import AT, a_clock, a_point
from tests.office import Office

pytestmark = pytest.mark.asyncio(loop_scope="session")

REPORT = "/reports/2025"
NARROW: Any = {"width": 320, "height": 800}
TEAMS = ("Fostering", "Adoption", "Short Breaks")


@pytest.fixture
def office() -> Office:
    """A year with enough in it that its charts are drawn, and a few made-up cases beside it."""
    office = Office()
    office.officer("complaints_manager", name="manager")
    office.officer("director", name="reader")
    for number in range(24):
        office.case(
            reference=f"CF-{number:04}-00",
            conversation=None,
            confirmed=True,
            team=TEAMS[number % 3],
            clock=a_clock(met_on=AT.date() if number % 4 else None),
            points=(a_point(nature=("delays",) if number % 2 else ("communication",)),),
        )
    for number in range(3):
        office.case(reference=f"CF-9{number:03}-00", conversation=None, confirmed=True, made_up=True)
    return office


@session_loop()
async def address(office: Office) -> AsyncIterator[str]:
    async with TestServer(create_app(office.desk, Settings())) as server:
        yield str(server.make_url("/")).rstrip("/")


async def clean(page: Page, axe: str, shot: Path) -> None:
    """At 320 pixels nothing sticks out, and axe finds no fault; each chart is there."""
    await page.set_viewport_size(NARROW)
    assert await faults_of(page, axe) == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    drawn = await page.evaluate("Promise.all([...document.images].map((each) => each.decode().then(() => true)))")
    assert all(drawn)
    await page.screenshot(path=shot, full_page=True)


@pytest.mark.parametrize(
    "path", ["/reports", REPORT, f"{REPORT}?copy=manager", "/reports/2025-q4", "/reports/week-2026-03-02"]
)
async def test_every_report_is_clean_by_axe_at_320_pixels(
    page: Page, address: str, office: Office, axe: str, shots: Path, path: str
) -> None:
    await sign_in(page, address, office)
    await page.goto(address + path)
    await expect(page.get_by_role("heading", level=1)).to_contain_text("eport")
    await clean(page, axe, shots / f"report-{path.strip('/').replace('/', '-').replace('?', '-')}.png")


async def test_a_report_with_made_up_cases_commentary_and_a_refused_issue_is_clean(
    page: Page, address: str, office: Office, axe: str, shots: Path
) -> None:
    await sign_in(page, address, office)
    await page.goto(address + REPORT)
    await page.get_by_label("Commentary on What came").fill("Fewer came than last year.")
    await page.get_by_role("button", name="Keep the commentary on What came").click()
    await page.get_by_role("button", name="Count made-up cases too").click()
    await expect(page.get_by_text("They are counted here.")).to_be_visible()
    await page.get_by_role("button", name="Note that this draft was issued").click()
    await expect(page.get_by_role("alert")).to_contain_text("is not issued")
    await clean(page, axe, shots / "report-refused.png")


async def test_the_question_about_a_quotation_is_clean(
    page: Page, address: str, office: Office, axe: str, shots: Path
) -> None:
    await sign_in(page, address, office)
    await page.goto(address + REPORT)
    await page.get_by_label("Add a quotation").fill("Thank you to Priya at Hillview School.")
    await page.get_by_role("button", name="Add the quotation").click()
    await expect(page.get_by_role("group", name="This may tell who somebody is")).to_be_visible()
    await clean(page, axe, shots / "report-quotation.png")


async def test_a_report_under_way_and_one_that_failed_are_clean(
    page: Page, address: str, office: Office, axe: str, shots: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()

    def stuck(*_: object) -> None:
        goes_on.wait()
        raise OSError("the store is away")

    monkeypatch.setattr(type(office.desk.drafting), "draft", stuck)
    await sign_in(page, address, office)
    await page.goto(address + REPORT)
    await expect(page.get_by_text("Tables made: 0")).to_be_visible()
    await clean(page, axe, shots / "report-under-way.png")
    goes_on.set()
    await expect(page.get_by_text("The report could not be made.")).to_be_visible()
    await clean(page, axe, shots / "report-failed.png")


async def test_a_director_finds_the_files_on_a_clean_page(
    page: Page, address: str, office: Office, axe: str, shots: Path
) -> None:
    await sign_in(page, address, office, "reader")
    await page.goto(f"{address}/reports")
    await expect(page.get_by_role("link", name="2025/26, PDF")).to_be_visible()
    await clean(page, axe, shots / "reports-reader.png")


async def test_the_report_as_one_file_is_clean_at_320_pixels(
    browser: Browser, office: Office, axe: str, shots: Path, tmp_path: Path
) -> None:
    draft = office.desk.drafting.made(year(2025))
    content = content_of(draft.report, draft.published, published=True, commentary={"what_came": "Fewer came."})
    (tmp_path / "report.html").write_text(report_file.html(content), encoding="utf-8")
    page = await browser.new_page()
    await page.goto(f"file://{tmp_path / 'report.html'}")
    await clean(page, axe, shots / "report-file.png")
    await page.close()
