"""The line between browser and door: it breaks; nothing is lost, repeated or reordered, and nobody is left guessing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from itertools import pairwise

import pytest
from playwright.async_api import BrowserContext, Page, expect

from tests.browser.conftest import House, Open, session_loop
from tests.browser.cutting_proxy import CuttingProxy, cutting_proxy
from tests.browser.navigator import Widget
from tests.widget.conftest import Person
from tests.widget.stub_rasa import officer_says

pytestmark = pytest.mark.asyncio(loop_scope="session")

# Remembers when the widget asked for the stream of messages, and after which message.
WATCH_STREAMS = """
  window.asked = [];
  const real = window.fetch;
  window.fetch = (address, options) => {
    if (String(address).endsWith("/events")) window.asked.push([performance.now(), options.headers["Last-Event-ID"]]);
    return real(address, options);
  };
"""


@session_loop()
async def proxy(person: Person) -> AsyncIterator[CuttingProxy]:
    async with cutting_proxy(int(person.http.port or 0), idle_seconds=1.0) as running:
        yield running


@session_loop()
async def through(page: Page, proxy: CuttingProxy) -> Widget:
    """The widget, reached through the proxy."""
    await page.add_init_script(WATCH_STREAMS)
    return await Widget(page, f"http://127.0.0.1:{proxy.port}/").arrives()


async def _texts(widget: Widget) -> list[str]:
    return await widget.messages.locator(".text").all_inner_texts()


async def _asked(page: Page, times: int) -> list[tuple[float, str]]:
    """When the stream was asked for, and after which message, as soon as that was so many times."""
    async with asyncio.timeout(40):
        while len(asked := await page.evaluate("window.asked")) < times:
            await asyncio.sleep(0.1)
    return [(at, seen) for at, seen in asked]


async def test_a_proxy_that_closes_idle_connections_costs_no_message(
    through: Widget, proxy: CuttingProxy, house: House
) -> None:
    await through.opens()
    await through.says("hello")
    await through.hears("You said: hello")
    expected = ["hello", "You said: hello"]
    for number in range(3):
        cut = proxy.cut
        async with asyncio.timeout(20):
            while proxy.cut == cut:  # the stream lies idle until the proxy has had enough of it
                await asyncio.sleep(0.05)
        house.transcripts.say(house.conversation, "bot", officer_says(f"message {number}"))
        expected.append(f"message {number}")
        await through.hears(f"message {number}")
    assert await _texts(through) == expected


async def test_connections_that_are_cut_at_any_moment_lose_repeat_and_reorder_nothing(
    through: Widget, proxy: CuttingProxy, house: House
) -> None:
    proxy.idle_seconds = 60
    await through.opens()
    await through.says("hello")
    await through.hears("You said: hello")
    for number in range(12):
        house.transcripts.say(house.conversation, "bot", officer_says(f"message {number}"))
        if number % 3 == 0:
            proxy.cut_all()
        await asyncio.sleep(0.15 * (number % 4))
    await expect(through.messages).to_have_count(14, timeout=30_000)
    assert await _texts(through) == ["hello", "You said: hello", *(f"message {number}" for number in range(12))]


async def test_a_message_whose_answer_was_cut_off_is_sent_again_and_acts_once(
    through: Widget, proxy: CuttingProxy, house: House
) -> None:
    proxy.idle_seconds = 60
    await through.opens()
    house.rasa.until = asyncio.Event()
    await through.says("did you get this?")
    await expect(through.messages).to_have_count(1)
    again = through.panel.get_by_role("button", name="Try again")
    async with asyncio.timeout(20):
        while not await again.is_visible():  # what was cut on a line used before, the browser itself asks once more
            proxy.cut_all()
            await asyncio.sleep(0.2)
    house.rasa.until.set()
    house.rasa.until = None
    await again.click()
    await through.hears("You said: did you get this?")
    assert [heard["text"] for heard in house.rasa.heard] == ["did you get this?"]
    await expect(through.messages).to_have_count(2)


async def test_while_there_is_no_line_it_says_so_with_other_ways_and_pauses_that_grow_and_then_goes_on(
    through: Widget, proxy: CuttingProxy, house: House
) -> None:
    await through.opens()
    await through.says("hello")
    await through.hears("You said: hello")
    proxy.refuses = True
    proxy.cut_all()
    lost = through.panel.get_by_text("We cannot reach our computer right now. What you sent is kept. We keep trying.")
    await expect(lost).to_be_visible(timeout=20_000)
    line = through.page.locator("have-your-say .line")
    await expect(line.get_by_role("link", name="Use plain pages instead")).to_have_attribute(
        "href", f"{through.address}say"
    )
    await expect(line.get_by_role("link", name="020 7946 0000")).to_be_visible()
    await expect(through.page.get_by_text("You said: hello")).to_be_visible()
    asked = await _asked(through.page, 5)
    pauses = [later - sooner for (sooner, _), (later, _) in pairwise(asked[1:])]
    assert pauses == sorted(pauses)
    assert pauses[-1] > 1.5 * pauses[0]
    assert {seen for _, seen in asked[1:]} == {"2"}
    house.transcripts.say(house.conversation, "bot", officer_says("I am back."))
    proxy.refuses = False
    await expect(through.messages.filter(has_text="I am back.")).to_have_count(1, timeout=30_000)
    await expect(lost).to_be_hidden()


async def test_pauses_between_tries_are_not_the_same_for_everybody(
    context: BrowserContext, through: Widget, proxy: CuttingProxy
) -> None:
    pauses = set()
    for _ in range(3):
        page = await context.new_page()
        await page.add_init_script(WATCH_STREAMS)
        widget = await Widget(page, through.address).arrives()
        await widget.opens()
        await widget.says("hello")
        await _asked(page, 1)
        proxy.cut_all()
        times = [time for time, _ in await _asked(page, 2)]
        pauses.add(round(times[1] - times[0]))
        await page.close()
    assert len(pauses) > 1  # two of three may fall on the same millisecond


async def test_a_page_that_opens_while_the_door_is_away_is_not_simply_empty(
    page: Page, open_door: Open, house: House
) -> None:
    person = await open_door()
    widget = await Widget(page, str(person.http.make_url("/"))).arrives()
    await widget.opens()
    await widget.says("hello")
    await widget.hears("You said: hello")
    await page.route("**/api/chat/**", lambda route: route.abort())
    await widget.arrives()
    await widget.launcher.click()
    await expect(widget.panel.get_by_text("We cannot reach our computer right now.")).to_be_visible()
    await expect(widget.panel.get_by_role("link", name="Use plain pages instead")).to_be_visible()
    await page.unroute("**/api/chat/**")
    await widget.hears("You said: hello")
    assert len(house.rasa.heard) == 1


async def test_what_cannot_be_sent_stays_with_the_other_ways_beside_it(widget: Widget, house: House) -> None:
    await widget.opens()
    house.rasa.down = True
    await widget.says("she never rings back")
    problem = widget.page.locator("have-your-say .message .problem")
    await expect(problem).to_contain_text("What you sent before is kept.")
    await expect(problem.get_by_role("link", name="Use plain pages instead")).to_be_visible()
    await expect(problem.get_by_role("link", name="020 7946 0000")).to_be_visible()
