"""A child and two officers at once, each with a browser, on the whole running stack."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from bot.words import words
from tests.browser.conftest import session_loop
from tests.browser.navigator import Widget
from tests.journeys.conftest import demonstration, stack
from tests.journeys.officer import session_of
from tests.journeys.stack import Stack

__all__ = ["demonstration", "stack"]

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.stack]

ACCOUNT = "i am in care and my social worker keeps cancelling on me"
PATIENCE = 60_000  # milliseconds: turns of the real stack on a machine that does much else


async def at_console(browser: Browser, stack: Stack, *roles: str, name: str) -> Page:
    """An officer's page, signed in, in a browser of their own."""
    context = await browser.new_context(viewport={"width": 1100, "height": 900})
    context.set_default_timeout(PATIENCE)
    token = session_of(stack, *roles, name=name)
    await context.add_cookies([{"name": "desk", "value": token, "url": stack.settings.console_address}])
    return await context.new_page()


@session_loop()
async def officer(browser: Browser, stack: Stack) -> AsyncIterator[Page]:
    page = await at_console(browser, stack, "complaints_officer", name="Ash Officer")
    yield page
    await page.context.close()


@session_loop()
async def manager(browser: Browser, stack: Stack) -> AsyncIterator[Page]:
    page = await at_console(browser, stack, "complaints_manager", name="Bay Manager")
    yield page
    await page.context.close()


async def _asked_for_a_person(page: Page, stack: Stack) -> tuple[Widget, str]:
    """A child tells and asks for a person; the widget, and the address of the conversation in the console."""
    before = {handoff.conversation for handoff in stack.services.store.work.handoffs()}
    widget = await (await Widget(page, f"{stack.address}/").arrives()).opens()
    for text in (ACCOUNT, "can I talk to a person please"):
        async with page.expect_response("**/api/chat/messages", timeout=PATIENCE):
            await widget.says(text)
        await expect(page.locator("have-your-say .sending")).to_have_count(0)
    [new] = {handoff.conversation for handoff in stack.services.store.work.handoffs()} - before
    return widget, f"{stack.settings.console_address}/conversations/{new}"


async def test_a_child_and_two_officers_at_once(
    page: Page, officer: Page, manager: Page, stack: Stack, shots: Path
) -> None:
    child, address = await _asked_for_a_person(page, stack)
    for console in (officer, manager):
        await console.goto(address)
        await expect(console.get_by_role("button", name="Take this conversation")).to_be_visible()

    await officer.get_by_role("button", name="Take this conversation").click()
    await expect(officer.get_by_text("You have it; the assistant is silent")).to_be_visible()
    await manager.get_by_role("button", name="Take this conversation").click()
    await expect(manager.get_by_text("This conversation is not yours")).to_be_visible()

    await officer.get_by_label("Your answer").fill("Hello. I am Ash. I have read what you wrote.")
    await officer.get_by_role("button", name="Send").click()
    await child.hears("Hello. I am Ash.")
    await expect(officer.get_by_text(re.compile("The last answer was read"))).to_be_visible(timeout=PATIENCE)

    spoken = await page.locator("have-your-say .message").count()
    async with page.expect_response("**/api/chat/messages", timeout=PATIENCE):
        await child.says("thank you. who will ring me?")
    await expect(officer.get_by_text("who will ring me?")).to_be_visible(timeout=PATIENCE)
    await expect(page.locator("have-your-say .message")).to_have_count(spoken + 1)  # theirs, and none of the bot's
    await officer.screenshot(path=shots / "console-talk.png", full_page=True)

    async with page.expect_response("**/api/chat/messages", timeout=PATIENCE):
        await child.says("my stepdad hits me every night and i am scared")
    await expect(page.locator("have-your-say .message", has_text="999").first).to_be_visible(timeout=PATIENCE)
    gone = words().say("utter_officer_gone_for_safety", "child")
    await expect(child.messages.filter(has_text=gone)).to_have_count(1, timeout=PATIENCE)
    await expect(officer.get_by_role("heading", level=1)).not_to_have_text(re.compile("Conversation"), timeout=PATIENCE)

    await manager.goto(address)
    await manager.get_by_role("button", name="Take this conversation").click()
    await manager.get_by_label("Your answer").fill("Hello. I am Bay. You did right to tell us.")
    await manager.get_by_role("button", name="Send").click()
    await child.hears("You did right to tell us.")
    await manager.screenshot(path=shots / "console-talk-alerted.png", full_page=True)
