"""Chromium at the door. The door is real, with everything behind it in memory and a small server in Rasa's place."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from bot.settings import ROOT
from tests.browser.navigator import WEATHER, Widget
from tests.widget.conftest import House, Open, Person, doors, house

__all__ = ["House", "Open", "house"]

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP *.council.test 127.0.0.1, MAP *.evil.test 127.0.0.1",
]  # fmt: skip
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"

PATIENCE = 20_000  # milliseconds: a machine that does much else is slow, and that is no fault
expect.set_options(timeout=PATIENCE)

# One Chromium serves all of these tests, so they share one event loop too.
session_loop = partial(pytest_asyncio.fixture, loop_scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@session_loop(scope="session")
async def browser() -> AsyncIterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("NO CHROMIUM: the browser tests did not run. On Debian: apt-get install chromium")
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        await opened.close()


@pytest.fixture
def axe() -> str:
    if not AXE.exists():
        pytest.skip("NO AXE-CORE: accessibility was not checked. Run: npm ci --prefix tests/browser")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture
def shots(tmp_path: Path) -> Path:
    """Where screenshots go; SCREENSHOTS keeps them, for the docs."""
    folder = Path(os.environ.get("SCREENSHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where the few pictures of the docs go: with PICTURES=1 they are taken anew."""
    return ROOT / "docs" / "pictures" if os.environ.get("PICTURES") else tmp_path


@session_loop()
async def open_door(house: House) -> AsyncIterator[Open]:
    async with doors(house) as opened:
        yield opened


@session_loop()
async def person(open_door: Open) -> Person:
    return await open_door()


@session_loop()
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    """One person's browser. The page that leaving leads to is played by us; any other host is a mistake."""
    made = await browser.new_context(viewport={"width": 1100, "height": 800})
    made.set_default_timeout(PATIENCE)
    await made.route(f"{WEATHER}**", lambda route: route.fulfill(body="<title>Weather</title>Weather"))
    yield made
    await made.close()


@session_loop()
async def page(context: BrowserContext) -> AsyncIterator[Page]:
    """A page whose console stays clean: a broken policy or script shows there."""
    opened = await context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda line: faults.append(line.text) if _is_fault(line) else None)
    yield opened
    assert faults == []


def _is_fault(line: Any) -> bool:
    """Failed requests are told by the widget and tested there; everything else in red is a fault.

    Clearing a site's data needs HTTPS or this machine, and hosts with a name are played here without either.
    """
    tested = ("Failed to load resource", "net::ERR", "Clear-Site-Data header on 'http://say.council.test")
    return line.type == "error" and not any(part in line.text for part in tested)


@session_loop()
async def widget(page: Page, person: Person) -> Widget:
    """The demonstration council's page with the widget, not opened yet."""
    return await Widget(page, str(person.http.make_url("/"))).arrives()
