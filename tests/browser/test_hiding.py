"""Words on a screen that others use: hidden after five idle minutes and on closing, and on the server too."""

from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, expect

from tests.browser.conftest import House
from tests.browser.navigator import WEATHER, Widget
from tests.builders import AT, a_case
from tests.widget.stub_rasa import officer_says, says

pytestmark = pytest.mark.asyncio(loop_scope="session")

STORY = "my secret story"
WORD = "purple otter"


async def _tells(widget: Widget) -> Widget:
    await widget.page.clock.install()
    await widget.opens()
    await widget.says(STORY)
    await widget.hears(f"You said: {STORY}")
    return widget


async def _shares(widget: Widget) -> None:
    """Choose an unlock word by keyboard."""
    await widget.panel.get_by_role("button", name="Other people use this screen").press("Enter")
    await expect(widget.panel.get_by_label("Your unlock word", exact=True)).to_be_focused()
    await widget.page.keyboard.type(WORD)
    await widget.page.keyboard.press("Enter")
    await expect(widget.panel.get_by_role("button", name="Hide my words now")).to_be_focused()


async def _in_the_page(widget: Widget, text: str) -> bool:
    """Whether a text is anywhere in the page's elements or fields, shown or not."""
    found = """(text) => {
      const root = document.querySelector("have-your-say").shadowRoot;
      const fields = [...root.querySelectorAll("input, textarea")].map((field) => field.value);
      return [document.documentElement.outerHTML, root.innerHTML, ...fields].join(" ").includes(text);
    }"""
    return bool(await widget.page.evaluate(found, text))


async def test_after_five_idle_minutes_the_words_are_covered_and_anybody_lifts_the_cover(widget: Widget) -> None:
    await _tells(widget)
    await widget.page.clock.fast_forward("05:01")
    await expect(widget.panel.get_by_role("heading", name="Your words are hidden")).to_be_visible()
    await expect(widget.page.get_by_text(f"You said: {STORY}")).to_be_hidden()
    show = widget.panel.get_by_role("button", name="Show my words")
    await expect(show).to_be_focused()
    await widget.page.keyboard.press("Enter")
    await expect(widget.page.get_by_text(f"You said: {STORY}")).to_be_visible()
    await expect(widget.box).to_be_focused()


async def test_a_warning_comes_two_minutes_before_and_any_key_puts_it_off(widget: Widget) -> None:
    await _tells(widget)
    await _shares(widget)
    await widget.box.fill("I am still thinking ab")
    await widget.page.clock.fast_forward("02:59")
    warning = widget.panel.get_by_text("Are you still here? In 2 minutes we hide your words.")
    await expect(warning).to_be_hidden()
    await widget.page.clock.fast_forward("00:02")
    await expect(warning).to_be_visible()
    await expect(widget.box).to_be_focused()
    await widget.page.keyboard.type("o")
    await expect(warning).to_be_hidden()
    await widget.page.clock.fast_forward("04:00")
    await expect(warning).to_be_visible()
    await widget.panel.get_by_role("button", name="I am still here").click()
    await widget.page.clock.fast_forward("04:00")
    await expect(widget.page.get_by_text(f"You said: {STORY}")).to_be_visible()
    await expect(widget.box).to_have_value("I am still thinking abo")


async def test_on_a_shared_screen_the_words_leave_the_page_and_come_back_for_the_word_with_what_was_being_typed(
    widget: Widget, pictures: Path
) -> None:
    await _tells(widget)
    await _shares(widget)
    await widget.box.fill("not finished")
    await widget.page.clock.fast_forward("05:01")
    field = widget.panel.get_by_label("Your unlock word or your secret")
    await expect(field).to_be_focused()
    await widget.panel.screenshot(path=pictures / "hidden.png")
    for text in (STORY, "not finished", WORD):
        assert not await _in_the_page(widget, text)
    await field.fill("purple cat")
    await widget.page.keyboard.press("Enter")
    await expect(widget.panel.get_by_role("alert").filter(has_text="That is not the word.")).to_be_visible()
    await field.fill("PURPLE-OTTER")
    await widget.page.keyboard.press("Enter")
    await widget.hears(f"You said: {STORY}")
    await expect(widget.box).to_have_value("not finished")
    await expect(widget.box).to_be_focused()


@pytest.mark.parametrize("how", ["button", "escape", "reload"])
async def test_closing_hides_the_words_of_a_shared_screen(widget: Widget, house: House, how: str) -> None:
    await _tells(widget)
    await _shares(widget)
    if how == "button":
        await widget.panel.get_by_role("button", name="Close").click()
    elif how == "escape":
        await widget.page.keyboard.press("Escape")
    else:
        await widget.page.reload()
    await widget.launcher.click()
    await expect(widget.panel.get_by_label("Your unlock word or your secret")).to_be_focused()
    assert not await _in_the_page(widget, STORY)
    assert (await widget.page.request.get(widget.address + "api/chat/messages")).status == 423
    house.transcripts.say(house.conversation, "bot", officer_says("Hello."))
    await widget.page.keyboard.type(WORD)
    await widget.page.keyboard.press("Enter")
    await widget.hears("Hello.")


async def test_closing_a_screen_of_ones_own_hides_nothing(widget: Widget) -> None:
    await _tells(widget)
    await widget.page.keyboard.press("Escape")
    await widget.opens()
    await expect(widget.page.get_by_text(f"You said: {STORY}")).to_be_visible()


async def test_hiding_in_one_tab_hides_in_the_other(widget: Widget, context: BrowserContext) -> None:
    await _tells(widget)
    other = await Widget(await context.new_page(), widget.address).arrives()
    await other.opens()
    await other.hears(f"You said: {STORY}")
    await _shares(widget)
    await widget.panel.get_by_role("button", name="Hide my words now").click()
    await expect(other.panel.get_by_label("Your unlock word or your secret")).to_be_visible()
    assert not await _in_the_page(other, STORY)


async def test_a_word_may_be_chosen_before_anything_is_said(widget: Widget) -> None:
    await widget.opens()
    await _shares(widget)
    async with widget.page.expect_response(lambda answer: answer.url.endswith("/screen") and answer.ok):
        await widget.says(STORY)
    await widget.page.keyboard.press("Escape")
    await widget.launcher.click()
    await expect(widget.panel.get_by_label("Your unlock word or your secret")).to_be_visible()
    assert not await _in_the_page(widget, STORY)


async def test_whoever_forgot_the_word_starts_a_new_chat_and_sees_nothing_of_the_old(widget: Widget) -> None:
    await _tells(widget)
    await _shares(widget)
    await widget.box.fill("not finished")
    await widget.page.keyboard.press("Escape")
    await widget.launcher.click()
    await widget.panel.get_by_role("button", name="I do not know the word. Start a new chat").click()
    await expect(widget.box).to_have_value("")
    await widget.says("a new start")
    await widget.hears("You said: a new start")
    assert not await _in_the_page(widget, STORY)
    await expect(widget.panel.get_by_role("button", name="Other people use this screen")).to_be_visible()


async def test_help_and_exit_work_while_the_words_are_hidden(widget: Widget) -> None:
    await _tells(widget)
    await _shares(widget)
    await widget.panel.get_by_role("button", name="Hide my words now").click()
    await widget.panel.get_by_role("button", name="I need help now").click()
    await expect(widget.panel.get_by_role("link", name="0800 1111")).to_be_visible()
    await widget.panel.get_by_role("button", name="Exit this page").click()
    await widget.page.wait_for_url(WEATHER)


async def test_a_receipt_that_was_hidden_is_shown_again_with_its_secret(widget: Widget, house: House) -> None:
    await _tells(widget)
    await _shares(widget)
    house.cases.add(a_case(conversation=house.conversation, received_at=AT), "key", ())
    house.rasa.reply = lambda _told: [says("We have your concern.", kind="receipt", reference="CF-0B1C-2D")]
    await widget.says("yes, send it")
    secret = widget.page.locator("have-your-say dd.secret")
    words = await secret.inner_text()
    await widget.panel.get_by_role("button", name="Hide my words now").click()
    assert not await _in_the_page(widget, words)
    # Pasted, and the case's own secret in place of the unlock word.
    field = widget.panel.get_by_label("Your unlock word or your secret")
    await field.focus()
    await widget.page.keyboard.insert_text(words)
    await widget.page.keyboard.press("Enter")
    await expect(secret).to_have_text(words)


async def test_what_was_not_sent_yet_waits_behind_the_cover(widget: Widget, house: House) -> None:
    await _tells(widget)
    await _shares(widget)
    house.rasa.down = True
    await widget.says("this is stuck")
    await expect(widget.panel.get_by_role("button", name="Try again")).to_be_visible()
    await widget.page.keyboard.press("Escape")
    assert not await _in_the_page(widget, "this is stuck")
    house.rasa.down = False
    await widget.launcher.click()
    await widget.page.keyboard.type(WORD)
    await widget.page.keyboard.press("Enter")
    await widget.hears("You said: this is stuck")


async def test_a_message_that_comes_behind_the_cover_is_told_without_its_words(widget: Widget, house: House) -> None:
    await _tells(widget)
    await widget.page.clock.fast_forward("05:01")
    await expect(widget.panel.get_by_role("button", name="Show my words")).to_be_visible()
    house.transcripts.say(house.conversation, "bot", officer_says("Hello, I am here."))
    await expect(widget.page.locator("have-your-say [role=status].unseen")).to_have_text("You have a new message.")
