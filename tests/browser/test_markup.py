"""The markup of every page, and of the widget when it is open: checked by the Nu HTML checker, which needs Java."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.widget.council_page import CouncilPage
from bot.widget.pages import PAGES
from tests.browser.conftest import House
from tests.browser.navigator import Widget
from tests.widget.conftest import Person
from tests.widget.stub_rasa import says

pytestmark = pytest.mark.asyncio(loop_scope="session")

JAR = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
ACCOUNT = "My social worker never calls back."
CANARY = """<!DOCTYPE html><html lang="en"><head><title>Planted</title></head>
<body><p id="a"><p id="a"><form><form></form></form><ul><p>no item</p></ul></body></html>"""


def faults(folder: Path, pages: dict[str, str]) -> list[str]:
    """What the checker says of these pages, a line each, with the name of the page."""
    java = shutil.which("java")
    if java is None or not JAR.exists():
        pytest.skip("NO JAVA OR NO CHECKER: markup was not checked. apt-get install default-jre-headless; npm ci")
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    command = [
        java,
        "-jar",
        str(JAR),
        "--format",
        "json",
        "--exit-zero-always",
        "--stdout",
        *map(str, folder.iterdir()),
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=180).stdout
    messages: list[dict[str, Any]] = json.loads(told)["messages"]
    return [f"{Path(found['url']).stem}: {found['message']}" for found in messages if _counts(found)]


def _counts(found: dict[str, Any]) -> bool:
    """Errors and warnings count; what the checker only remarks does not."""
    return found["type"] == "error" or found.get("subType") == "warning"


async def _posted(person: Person, path: str, **form: str) -> str:
    answer = await person.http.post(path, data=form)
    return await answer.text()


async def _pages(person: Person, house: House) -> dict[str, str]:
    """Every page of the door, in the states that have a markup of their own."""
    house.rasa.down = True
    paths = [*PAGES, "/say", "/status", "/status/lost", "/nothing-here", "/say/stopped"]
    pages = {path.strip("/").replace("/", "-") or "home": await _got(person, path) for path in paths}
    pages["say-fault"] = await _posted(person, "/say", id=str(uuid4()), page="what_happened")
    pages["say-danger"] = await _posted(
        person, "/say", id=str(uuid4()), page="what_happened", answer="my stepdad hits me"
    )
    pages["say-asked"] = await _posted(person, "/say", id=str(uuid4()), page="go_on", do="go_on")
    pages["say-change"] = await _got(person, "/say/change/what_happened")
    pages["say-sent"] = await _posted(person, "/say", id=str(uuid4()), page="reporter_role", do="send_now")
    pages["status-fault"] = await _posted(person, "/status", reference="", secret="")
    house.rasa.down = False
    await person.http.post("/api/chat/screen", json={"word": "purple otter"})
    await person.http.post("/api/chat/screen/hide")
    pages["hidden"] = await _posted(person, "/unlock", word="wrong")
    return pages


async def _got(person: Person, path: str) -> str:
    return await (await person.http.get(path)).text()


async def test_the_checker_finds_no_fault_on_any_page(person: Person, house: House, tmp_path: Path) -> None:
    pages = await _pages(person, house)
    titles = {re.findall(r"<title>(.*?)</title>", text)[0] for text in pages.values()}
    assert len(titles) >= 12, "the states are not those that they should be"
    council = CouncilPage(str(person.http.make_url("")).rstrip("/"))
    async with TestClient(TestServer(council.app())) as website:
        pages["council"] = await (await website.get("/")).text()
    assert faults(tmp_path, pages) == []


async def test_the_checker_finds_no_fault_in_the_widget(widget: Widget, house: House, tmp_path: Path) -> None:
    house.rasa.reply = lambda _told: [
        says("Call 999.", kind="safety"),
        says("We have it.", kind="receipt", reference="CF-0B1C-2D"),
        says("Who are you?", ("A child", "child"), ("A parent", "parent"), kind="question", asks="reporter_role"),
    ]
    await widget.opens()
    await widget.says(ACCOUNT)
    await widget.hears("Who are you?")
    inside = await widget.page.evaluate("document.querySelector('have-your-say').shadowRoot.innerHTML")
    page = (
        f'<!DOCTYPE html><html lang="en-GB"><head><title>Widget</title></head><body><h1>Page</h1>{inside}</body></html>'
    )
    assert faults(tmp_path, {"widget": page}) == []


async def test_a_page_with_planted_faults_is_not_passed(tmp_path: Path) -> None:
    told = " ".join(faults(tmp_path, {"canary": CANARY}))
    assert "Duplicate ID" in told
    assert "form" in told
