"""A whole complaint in the chat, by keyboard alone, with the real Rasa behind the door: from Tab to the receipt."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.navigator import Widget
from tests.journeys.conftest import demonstration, stack
from tests.journeys.stack import Stack

__all__ = ["demonstration", "stack"]

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.stack]

ACCOUNT = "my social worker keeps cancelling and never tells me why"
MOST_TURNS = 15
PATIENCE = 60_000  # milliseconds for one turn


async def _answered(widget: Widget, *keys: str) -> None:
    """Press these keys and wait for the answer to what they send. The focus is where a person can go on."""
    async with widget.page.expect_response("**/api/chat/messages", timeout=PATIENCE) as answer:
        for key in keys:
            await widget.page.keyboard.press(key)
    assert (await answer.value).ok
    await expect(widget.box).to_be_focused()
    await expect(widget.page.locator("have-your-say .sending")).to_have_count(0)


async def _to_a_choice(widget: Widget) -> str:
    """Go back from the box to the quick replies; the label of the one that a person would take."""
    labels = await widget.page.locator("have-your-say .choice:not([aria-disabled])").all_inner_texts()
    wanted = next((label for label in labels if label.startswith("Yes")), labels[0])
    for _ in range(len(labels) + 2):
        await widget.page.keyboard.press("Shift+Tab")
        assert await widget.focused() != "BODY"
        if await widget.page.locator("have-your-say .choice:focus", has_text=wanted).count():
            return wanted
    raise AssertionError(f"{wanted} is never reached")


async def test_a_whole_complaint_by_keyboard_alone_comes_to_a_receipt(page: Page, stack: Stack) -> None:
    widget = await Widget(page, f"{stack.address}/").arrives()
    while await widget.focused() != "launcher":
        await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(widget.box).to_be_focused()
    await page.keyboard.type(ACCOUNT)
    await _answered(widget, "Enter")
    taken = []
    secret = page.locator("have-your-say dd.secret")
    while not await secret.count():
        assert len(taken) < MOST_TURNS, taken
        if await page.locator("have-your-say .choice:not([aria-disabled])").count():
            taken.append(await _to_a_choice(widget))
            await _answered(widget, "Space")
        else:
            taken.append("skip")
            await page.keyboard.type("skip")
            await _answered(widget, "Enter")
    assert len(taken) >= 4
    reference = await page.locator("have-your-say dd.reference").inner_text()
    assert stack.cases()[reference]["points"][0]["text"] == ACCOUNT
