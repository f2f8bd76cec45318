"""The console in Chromium: by keyboard alone, at 320 pixels, live, and clean by axe."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyotp
import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import BrowserContext, Page, expect

from bot.complaints.assessment import Reason
from bot.complaints.case import Event
from bot.console.app import create_app
from bot.kept_answers import KeptAnswer
from bot.settings import Settings
from bot.talk_notes import TalkNote
from tests.browser.conftest import session_loop
from tests.builders import AT, a_clock, a_point, a_task
from tests.office import CONVERSATION, PASSPHRASE, Office

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one Chromium serves all of the browser tests

EVERYTHING = ("complaints_manager", "complaints_officer", "safeguarding_lead", "administrator")
TALK = f"/conversations/{CONVERSATION}"
PAGES = (
    "/",
    "/alerts/a1",
    TALK,
    "/cases/CF-0B1C-2D",
    "/tasks/hold",
    "/tasks/arrange",
    "/officers",
    "/glance",
    "/reports",
    "/reports/2025",
    "/nowhere", "/account", "/account/notices", "/answers",
    "/cases/CF-0B1C-2D/people", "/exports", "/audit?about=CF-0B1C-2D", "/duty")  # fmt: skip


@pytest.fixture
def office() -> Office:
    """A morning's work: an alert, somebody waiting, cases early and late, tasks."""
    office = Office()
    office.officer(*EVERYTHING, name="manager")
    office.officer("complaints_officer", name="colleague")
    office.transcripts.say(CONVERSATION, "bot", {"text": "Hello. I am a computer. What would you like to say?"})
    office.person_says("My social worker never comes when she says she will. Nobody tells me why.")
    office.waiting()
    _told(office)
    office.alerted(conversation="c-alerted-one", sign="hurt_now")
    office.alerted(
        id="a2", conversation="c-alerted-two", risk="at_risk", acknowledged_at=AT, acknowledged_by="o-manager"
    )
    _cases(office)
    _tasks(office)
    office.clock.forward(minutes=12)
    return office


def _told(office: Office) -> None:
    """What the assistant did and knows of the conversation, and an answer to begin with."""
    office.transcripts.say(CONVERSATION, "action", {"name": "concern_form", "policy": "policy_1_RulePolicy"})
    point = {"what_happened": "She never comes.", "matter": ["social_worker"], "nature": ["communication"]}
    for name, value in (("points", [point]), ("reporter_role", "child"), ("care_status", "in_care")):
        office.transcripts.say(CONVERSATION, "slot", {"name": name, "value": value})
    office.notes.add(TalkNote(CONVERSATION, AT, "o-manager", "Rings after school."))
    text = "I have read what you wrote. I will ask the team today. I will write to you here by Friday."
    office.kept_answers.put(KeptAnswer("k1", "Read it, will ask", text, True, AT, "o-manager"))


def _cases(office: Office) -> None:
    second = a_point(
        text="The school will not let me in.", matter=("exclusion",), pathway="signposted", signposted_to="school"
    )
    facts = {
        "reporter_role": "child",
        "child_age": 14,
        "name": "Robin",
        "care_status": "in_care",
        "wants_advocate": "yes",
    }
    reasons = (
        Reason("child in care", "A child in care complains about a service to them.", "Children Act 1989 s26(3)", 0),
        Reason("exclusion", "Whether an exclusion stands is for the governors.", "Education Act 2002 s51A", 1),
    )
    sent = (
        Event(AT, "person", "submitted", {"refused": ["email"]}),
        Event(AT, "assistant", "pathway_proposed", {"pathway": "statutory"}),
    )
    office.case(points=(a_point(), second), facts=facts, reasons=reasons, history=sent)
    office.case(
        reference="CF-1111-11", conversation=None, clock=a_clock(due=AT.date().replace(day=1)), flags=("court",)
    )
    office.case(reference="CF-2222-22", conversation=None, clock=None, pathway="compliment", flags=(), confirmed=True)


def _tasks(office: Office) -> None:
    today = AT.date()
    office.work.add_task(
        a_task(id="screen", kind="safeguarding_screening", case=None, conversation="c-alerted-one", due=today)
    )
    office.work.add_task(a_task(id="hold", kind="hold_or_not", due=today, conversation=CONVERSATION))
    office.work.add_task(a_task(id="arrange", kind="arrange_advocate", conversation=CONVERSATION))
    office.work.add_task(a_task(conversation=CONVERSATION))


@session_loop()
async def address(office: Office) -> AsyncIterator[str]:
    async with TestServer(create_app(office.desk, Settings())) as server:
        yield str(server.make_url("/")).rstrip("/")


async def sign_in(page: Page, address: str, office: Office, name: str = "manager") -> None:
    """With the keyboard only, from the top of the page."""
    await page.goto(f"{address}/sign-in")
    for _ in range(3):  # past the skip link and the service's name
        await page.keyboard.press("Tab")
    await page.keyboard.type(f"{name}@council.test")
    await page.keyboard.press("Tab")
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Second step")
    for _ in range(3):
        await page.keyboard.press("Tab")
    officer = office.officers.by_email(f"{name}@council.test")
    assert officer
    await page.keyboard.type(office.app_code(officer))
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Queue")


async def faults_of(page: Page, axe: str) -> list[Any]:
    """What axe finds wrong, by rule and place. It runs apart from the page, whose policy lets no script in."""
    await page.evaluate(f"(() => {{ {axe} }})()")
    found = await page.evaluate("async () => await axe.run(document, {resultTypes: ['violations']})")
    assert len(found["passes"]) > 10
    return [(fault["id"], node["target"]) for fault in found["violations"] for node in fault["nodes"]]


async def test_by_keyboard_alone_to_the_first_alert_and_acknowledge_it(
    page: Page, address: str, office: Office, shots: Path
) -> None:
    await sign_in(page, address, office)
    await page.screenshot(path=shots / "console-queue.png", full_page=True)
    for _ in range(20):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement.id") == "alert-a1":
            break
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Alert: emergency")
    await page.screenshot(path=shots / "console-alert.png", full_page=True)
    await page.get_by_role("button", name="Acknowledge").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Acknowledged Monday 2 March 2026")).to_be_visible()
    alert = office.work.alert("a1")
    assert alert and alert.acknowledged_by == "o-manager"


async def test_an_alert_appears_by_itself_and_the_focus_stays(page: Page, address: str, office: Office) -> None:
    await sign_in(page, address, office)
    await page.locator("#alert-a2").focus()
    office.alerted(id="a3", message_id="m3", conversation="c-new")
    await expect(page.locator("#alert-a3")).to_be_visible(timeout=10_000)
    assert await page.evaluate("document.activeElement.id") == "alert-a2"
    assert (await page.title()).startswith("(2) Queue")
    await expect(page.get_by_role("status")).to_have_text("2 alerts not acknowledged, 1 conversation waiting")


async def test_an_officer_takes_a_conversation_and_both_see_each_other_write(
    page: Page, address: str, office: Office, shots: Path
) -> None:
    await sign_in(page, address, office)
    await page.goto(address + TALK)
    await page.get_by_role("button", name="Take this conversation").press("Enter")
    box = page.get_by_label("Your answer")
    await expect(box).to_be_focused()
    await page.keyboard.type("Hello, I am reading what you wrote.")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Hello, I am reading what you wrote.")).to_be_visible()
    await box.fill("I am still typ")
    office.person_says("Thank you for answering.")
    await expect(page.get_by_text("Thank you for answering.")).to_be_visible(timeout=10_000)
    await expect(box).to_have_value("I am still typ")
    await page.screenshot(path=shots / "console-conversation.png", full_page=True)


async def test_what_is_being_typed_survives_an_assistant_that_is_down_and_a_session_that_ends(
    page: Page, address: str, office: Office, shots: Path
) -> None:
    await sign_in(page, address, office)
    await page.goto(address + TALK)
    await page.get_by_role("button", name="Take this conversation").click()
    office.conversations.down = True
    await page.get_by_label("Your answer").fill("A careful answer")
    await page.get_by_role("button", name="Send").click()
    await expect(page.get_by_role("alert").first).to_contain_text("nothing was sent")
    await expect(page.get_by_label("Your answer")).to_have_value("A careful answer")
    await page.screenshot(path=shots / "console-not-reached.png", full_page=True)
    await page.get_by_label("Your answer").fill("A careful answer, longer")
    office.clock.forward(hours=1)
    await expect(page.get_by_text("Copy what you typed")).to_be_visible(timeout=10_000)
    await expect(page.get_by_label("Your answer")).to_have_value("A careful answer, longer")


async def test_a_pathway_is_confirmed_and_a_missing_reason_is_said_beside_its_field(
    page: Page, address: str, office: Office, shots: Path
) -> None:
    await sign_in(page, address, office)
    await page.goto(f"{address}/cases/CF-0B1C-2D")
    await page.screenshot(path=shots / "console-case.png", full_page=True)
    await page.get_by_role("button", name="Confirm").click()
    await expect(page.locator("#summary")).to_be_focused()
    await page.screenshot(path=shots / "console-case-error.png")
    await page.get_by_role("link", name="Give a reason").click()
    await expect(page.get_by_label("Reason")).to_be_focused()
    await page.keyboard.type("A child in care, about a service to them.")
    await page.get_by_role("button", name="Confirm").click()
    await expect(page.get_by_text("Procedure, confirmed")).to_be_visible()


async def test_without_scripts_everything_is_done_by_reloading(
    context: BrowserContext, address: str, office: Office
) -> None:
    assert context.browser
    plain = await context.browser.new_context(java_script_enabled=False)
    page = await plain.new_page()
    await sign_in(page, address, office)
    await page.goto(address + TALK)
    await page.get_by_role("button", name="Take this conversation").click()
    await page.get_by_label("Your answer").fill("Hello")
    await page.get_by_role("button", name="Send").click()
    await expect(page.locator(".said.officer")).to_contain_text("Hello")
    await plain.close()


@pytest.mark.parametrize("path", ["/sign-in", "/code", *PAGES])
async def test_a_page_is_clean_by_axe_with_headings_in_order_and_fits_320_pixels(
    page: Page, address: str, office: Office, axe: str, shots: Path, path: str
) -> None:
    if path in PAGES:
        await sign_in(page, address, office)
    await page.goto(address + path)
    assert await faults_of(page, axe) == []
    levels = await page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map((h) => Number(h.tagName[1]))")
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    await page.set_viewport_size({"width": 320, "height": 700})
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
    name = re.sub(r"\W+", "-", path).strip("-") or "queue"
    await page.screenshot(path=shots / f"console-320-{name}.png", full_page=True)


async def test_buttons_and_fields_are_large_enough_to_hit(page: Page, address: str, office: Office) -> None:
    await sign_in(page, address, office)
    small = """[...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, .choice')]
      .filter((e) => !e.closest('[hidden]') && !e.closest('.choice input') && !["radio", "checkbox"].includes(e.type))
      .map((e) => [e.tagName, e.getBoundingClientRect().height]).filter(([, height]) => height < 43.9)"""
    for path in PAGES:
        await page.goto(address + path)
        assert await page.evaluate(small) == [], path


async def test_the_second_factor_is_set_up_on_pages_that_are_clean_by_axe(
    page: Page, address: str, office: Office, axe: str, shots: Path
) -> None:
    administrator = office.officers.get("o-manager")
    assert administrator
    code = office.desk.sign_in.add(administrator, "Sam Example", "sam@council.test", ("reports_only",))
    await page.goto(f"{address}/code")
    for label, words in (
        ("E-mail address", "sam@council.test"),
        ("One-time code", code),
        ("New passphrase", PASSPHRASE),
    ):
        await page.get_by_label(label).fill(words)
    await page.get_by_role("button", name="Set the passphrase").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Set up the second step")
    await page.screenshot(path=shots / "console-enrol.png", full_page=True)
    assert await faults_of(page, axe) == []
    key = (await page.locator("#key").inner_text()).replace(" ", "")
    await page.get_by_label("Code").fill(pyotp.TOTP(key).at(office.clock.now()))
    await page.get_by_role("button", name="Set up and go in").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    await page.screenshot(path=shots / "console-recovery.png", full_page=True)
    assert await faults_of(page, axe) == []
    await page.get_by_role("link", name="I have kept them").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Reports")


async def test_a_conversation_that_somebody_has_shows_everything_and_is_clean(
    page: Page, address: str, office: Office, axe: str, shots: Path
) -> None:
    await page.set_viewport_size({"width": 320, "height": 800})
    await sign_in(page, address, office)
    await page.goto(address + TALK)
    await page.get_by_role("button", name="Take this conversation").press("Enter")
    await page.get_by_label("Begin with a kept answer").select_option("k1")
    await page.get_by_role("button", name="Put it into the box").press("Enter")
    await expect(page.get_by_label("Your answer")).to_have_value(re.compile("by Friday"))
    for summary in await page.locator("summary").all():
        await summary.press("Enter")
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
    assert await faults_of(page, axe) == []
    await page.screenshot(path=shots / "console-conversation-open.png", full_page=True)
    await page.goto(f"{address}/answers")
    await page.screenshot(path=shots / "console-answers.png", full_page=True)
    await page.goto(f"{address}/account/notices")
    await page.screenshot(path=shots / "console-notices.png", full_page=True)
