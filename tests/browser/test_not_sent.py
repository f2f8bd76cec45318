"""What did not get through is in sight and loses nothing, below a question with many choices and however long it is."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.navigator import Widget
from tests.widget.conftest import House
from tests.widget.stub_rasa import says

pytestmark = pytest.mark.asyncio(loop_scope="session")
MANY = [(f"Choice {number}", f"choice_{number}") for number in range(16)]
TOO_LONG = "She said that she would come and then she did not. " * 400  # some 20,000 characters


async def test_that_it_did_not_get_through_is_in_sight_though_many_choices_stand_below(
    widget: Widget, house: House
) -> None:
    await widget.page.set_viewport_size({"width": 320, "height": 640})
    house.rasa.reply = lambda _told: [says("Who are you?", *MANY, kind="question", asks="reporter_role")]
    await widget.opens()
    await widget.says("she never rings back")
    await expect(widget.choices).to_have_count(len(MANY))
    house.rasa.down = True
    await widget.says("I am 12")
    await expect(widget.panel.get_by_text("this did not get through")).to_be_in_viewport()
    await expect(widget.panel.get_by_role("button", name="Try again")).to_be_in_viewport()


async def test_words_that_are_too_long_are_not_cut_and_come_back_into_the_box(widget: Widget, house: House) -> None:
    await widget.opens()
    await widget.box.evaluate(
        "(box, text) => { box.focus(); document.execCommand('insertText', false, text) }", TOO_LONG
    )
    assert await widget.box.input_value() == TOO_LONG
    await widget.page.keyboard.press("Enter")
    await expect(widget.panel.get_by_text("more than I can take in one go")).to_be_in_viewport()
    await expect(widget.box).to_have_value(TOO_LONG.strip())
    assert house.rasa.heard == []
