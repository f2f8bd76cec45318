"""The accessibility tree of the widget in each of its states: names, roles, states and order."""

import pytest
from playwright.async_api import expect

from tests.browser import tree
from tests.browser.conftest import House
from tests.browser.navigator import Widget
from tests.widget.stub_rasa import becomes, officer_says, says

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_tree_of_the_closed_widget_is_one_button(widget: Widget) -> None:
    await expect(widget.page.locator("have-your-say")).to_match_aria_snapshot(tree.CLOSED)


async def test_the_tree_of_the_open_widget_reads_from_the_heading_to_the_box(widget: Widget) -> None:
    await widget.opens()
    await expect(widget.panel).to_match_aria_snapshot(tree.OPEN)


async def test_the_tree_of_a_question_names_who_speaks_and_groups_its_choices(widget: Widget, house: House) -> None:
    house.rasa.reply = lambda told: (
        []
        if told.get("choice")
        else [
            says(
                "Who are you?",
                ("A child or young person", "child"),
                ("A parent", "parent"),
                ("Somebody else", "other"),
                kind="question",
                asks="reporter_role",
            )
        ]
    )
    await widget.opens()
    await widget.says("hello")
    await widget.hears("Who are you?")
    await expect(widget.panel).to_match_aria_snapshot(tree.ASKED)
    await widget.choices.nth(1).click()
    await becomes(lambda: len(house.rasa.heard) == 2)
    house.transcripts.say(house.conversation, "bot", officer_says("Hello, I am Sam's reader."))
    await widget.hears("Hello, I am Sam's reader.")
    await expect(widget.panel).to_match_aria_snapshot(tree.ANSWERED)


async def test_the_tree_of_help_says_that_it_is_open_and_gives_links_to_call(widget: Widget) -> None:
    await widget.opens()
    await widget.panel.get_by_role("button", name="I need help now").click()
    await expect(widget.panel).to_match_aria_snapshot(tree.HELP)


async def test_the_tree_of_a_hidden_chat_holds_nothing_of_what_was_said(widget: Widget) -> None:
    await widget.opens()
    await widget.says("my secret story")
    await widget.hears("You said: my secret story")
    await widget.panel.get_by_role("button", name="Other people use this screen").click()
    await widget.page.keyboard.type("purple otter")
    await widget.page.keyboard.press("Enter")
    await widget.panel.get_by_role("button", name="Hide my words now").click()
    await expect(widget.panel).to_match_aria_snapshot(tree.HIDDEN)
    assert "my secret story" not in await widget.panel.aria_snapshot()
