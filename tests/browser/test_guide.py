"""The pictures of the officers' guide, taken of the real pages. With PICTURES=1 they replace those of the docs."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import BrowserContext, expect

from bot.console.app import create_app
from bot.ports import Officer
from bot.settings import Settings
from tests.browser.guide_pictures import CALL, FOLDER, HIGHEST, LARGEST, LETTER, PICTURED, WIDTH, Picture, small
from tests.browser.test_console import EVERYTHING, office
from tests.builders import a_pool_person
from tests.office import Office, national
from tests.reporting.builders import a_year
from tests.widget.conftest import SERVICE

__all__ = ["office"]
pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Where the pictures go."""
    return FOLDER if os.environ.get("PICTURES") else tmp_path


def a_year_of_cases() -> Office:
    """An office with a year of cases behind it, none of which has a conversation."""
    made = Office()
    made.officer(*EVERYTHING, name="manager")
    for case in a_year(national()[0], 2025, 120, seed=3):
        if case.received_at < made.clock.now():
            made.cases.add(case, case.reference, [])
    return made


def with_a_letter(office: Office) -> Office:
    """The morning's office, with the case confirmed and its answer begun."""
    casework, manager = office.desk.casework, office.officers.get("o-manager")
    assert manager
    casework.confirm_pathway(manager, "CF-0B1C-2D", 1, "statutory", "A child in care, about a service to them.")
    office.pool.keep(a_pool_person())
    office.desk.letters.begin(manager, "CF-0B1C-2D", "stage_1_answer")
    with_an_access_request(office, manager)
    return office


def with_an_access_request(office: Office, manager: Officer) -> None:
    """The case with a request for a copy, put together and not looked at by anybody else yet."""
    case = office.cases.get("CF-0B1C-2D")
    assert case
    access, reference = office.desk.access, case.reference
    access.ask(manager, reference, case.version, office.desk.casework.today(), "They gave their reference and secret.")
    access.prepare(manager, reference, case.version + 1, (), "")


@pytest.mark.parametrize("picture", PICTURED.values(), ids=lambda picture: picture.name)
async def test_a_page_is_as_the_guide_shows_it(
    context: BrowserContext, office: Office, shelf: Path, picture: Picture
) -> None:
    offices: Mapping[str, Callable[[], Office]] = {
        "morning": lambda: with_a_letter(office),
        "year": a_year_of_cases,
        "empty": Office,
    }
    behind = offices[picture.office]()
    async with TestServer(create_app(behind.desk, Settings(**SERVICE))) as server:
        address = str(server.make_url("/")).rstrip("/")
        if token := _session(behind, picture.who):
            await context.add_cookies([{"name": "desk", "value": token, "url": address}])
        page = await context.new_page()
        await page.set_viewport_size({"width": WIDTH, "height": 700})
        answer = await page.goto(address + _filled(behind, picture.address))
        assert answer and answer.status == 200
        heading = page.get_by_role("heading", level=1).filter(has_text=picture.heading)
        ready = page.get_by_role(
            "link", name="Open it", exact=True
        )  # a report that takes longer is waited for on a page
        await expect(heading.or_(ready)).to_be_visible(timeout=120_000)
        if await ready.count():
            await ready.click()
        await expect(heading).to_be_visible()
        high = await page.evaluate("document.documentElement.scrollHeight")
        size = {"x": 0, "y": 0, "width": WIDTH, "height": min(high, HIGHEST)}
        shot = small(await page.screenshot(full_page=True, clip=size))
    assert len(shot) < LARGEST
    (shelf / f"{picture.name}.png").write_bytes(shot)


def _filled(behind: Office, address: str) -> str:
    """The address with the ids of this office in it."""
    if LETTER in address:
        return address.replace(LETTER, behind.letters.of_case("CF-0B1C-2D")[0].id)
    manager = behind.officers.get("o-manager")
    return address.replace(CALL, behind.desk.telephone.begin(manager)) if CALL in address and manager else address


def _session(behind: Office, who: str) -> str:
    """The cookie of whoever looks; empty for nobody."""
    sessions = behind.desk.sessions
    if who == "nobody":
        return ""
    if who == "new":
        administrator = behind.officers.get("o-manager")
        assert administrator
        email = "sam@council.test"
        code = behind.desk.sign_in.add(administrator, "Sam Example", email, ("reports_only",))
        return behind.desk.sign_in.redeem(email, code, "green kettle sings at dusk")
    officer = behind.officers.get("o-manager")
    assert officer
    return sessions.begin(officer) if who == "halfway" else sessions.open(officer.id, proved=True)
