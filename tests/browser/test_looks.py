"""How it looks: small screens, large text, dark, forced colours, still; and no fault that axe can find."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from bot import receipts
from bot.widget.pages import PAGES
from tests.browser.conftest import House, Open
from tests.browser.navigator import Widget
from tests.builders import AT, a_case
from tests.widget.conftest import Person
from tests.widget.stub_rasa import officer_says, says

pytestmark = pytest.mark.asyncio(loop_scope="session")

REFERENCE, SECRET = receipts.new_reference(), "kettle otter walnut violin pebble"
LEAST_RULES = 85  # fewer means that axe did not really look
SMALLEST_TARGET = 44
CANARY = """<!DOCTYPE html><html><head><title></title></head><body>
<img src="data:,"><input type="text"><p style="color:#bbb;background:#fff">pale</p></body></html>"""
TARGETS = """() => {
  const root = document.querySelector("have-your-say").shadowRoot;
  return [...document.querySelectorAll("a, button"), ...root.querySelectorAll("a, button, textarea")]
    .filter((e) => e.checkVisibility() && !e.closest(".skip") && !e.closest("p:not(.actions)"))
    .map((e) => [e.textContent.trim() || e.id, e.getBoundingClientRect()])
    .filter(([, box]) => box.height < 44 || box.width < 44)
    .map(([name, box]) => `${name}: ${box.width} x ${box.height}`);
}"""


def _faults(result: dict[str, Any]) -> list[str]:
    return [f"{fault['id']}: {node['html']}" for fault in result["violations"] for node in fault["nodes"]]


def _rules(result: dict[str, Any]) -> int:
    return sum(len(result[kind]) for kind in ("passes", "violations", "incomplete", "inapplicable"))


async def _talked(widget: Widget, house: House) -> None:
    """A conversation with everything in it: question, choices, long words, safety words, summary, receipt, error."""
    await widget.opens()
    house.rasa.reply = lambda _told: [
        says("Call 999 or Childline on 0800 1111.", kind="safety"),
        says("Your words:\n" + "Wordswithoutend" * 20, kind="summary"),
        says("We have it.", kind="receipt", reference="CF-0B1C-2D"),
        says("Who are you?", ("A child", "child"), ("A parent or somebody else", "parent"), kind="question", asks="x"),
    ]
    await widget.says("my social worker never comes when she says")
    await widget.hears("Who are you?")
    house.rasa.down = True
    await widget.says("hello?")
    await expect(widget.panel.get_by_role("button", name="Try again")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_no_fault_in_any_state_of_the_widget(
    widget: Widget, house: House, axe: str, shots: Path, scheme: str
) -> None:
    await widget.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    states = {"closed": await widget.axe(axe)}
    await widget.opens()
    states["open"] = await widget.axe(axe)
    await widget.panel.get_by_role("button", name="I need help now").click()
    states["help"] = await widget.axe(axe)
    await widget.page.screenshot(path=shots / f"help-{scheme}.png")
    await widget.panel.get_by_role("button", name="I need help now").click()
    await widget.page.keyboard.press("Escape")
    await _talked(widget, house)
    states["talked"] = await widget.axe(axe)
    await widget.page.screenshot(path=shots / f"talked-{scheme}.png")
    assert {state: faults for state, result in states.items() if (faults := _faults(result))} == {}
    assert min(map(_rules, states.values())) >= LEAST_RULES


async def test_axe_finds_no_fault_after_sending_after_handoff_without_a_line_and_while_words_are_hidden(
    widget: Widget, house: House, axe: str
) -> None:
    states = {}
    await widget.page.clock.install()
    await widget.opens()
    await widget.says("hello")
    await widget.hears("You said: hello")
    house.cases.add(a_case(conversation=house.conversation, received_at=AT), "key", ())
    house.rasa.reply = lambda _told: [says("We have your concern.", kind="receipt", reference="CF-0B1C-2D")]
    await widget.says("yes, send it")
    await expect(widget.page.locator("have-your-say dd.secret")).to_be_visible()
    states["sent"] = await widget.axe(axe)
    house.transcripts.say(house.conversation, "bot", says("A person answers you here.", kind="handoff"))
    house.transcripts.say(house.conversation, "bot", officer_says("Hello. " * 200))
    await widget.hears("Hello. Hello.")
    states["handed over"] = await widget.axe(axe)
    await widget.panel.get_by_role("button", name="Other people use this screen").click()
    states["choosing a word"] = await widget.axe(axe)
    await widget.panel.get_by_label("Your unlock word", exact=True).fill("purple otter")
    await widget.page.keyboard.press("Enter")
    await widget.page.clock.fast_forward("03:01")
    await expect(widget.panel.get_by_role("button", name="I am still here")).to_be_visible()
    states["warned"] = await widget.axe(axe)
    await widget.panel.get_by_role("button", name="Hide my words now").click()
    await expect(widget.panel.get_by_label("Your unlock word or your secret")).to_be_visible()
    states["hidden"] = await widget.axe(axe)
    await widget.page.route("**/api/chat/**", lambda route: route.abort())
    await widget.arrives()
    await widget.launcher.click()
    await expect(widget.panel.get_by_text("We cannot reach our computer right now.")).to_be_visible()
    states["no line"] = await widget.axe(axe)
    assert {state: faults for state, result in states.items() if (faults := _faults(result))} == {}
    assert min(map(_rules, states.values())) >= LEAST_RULES


@pytest.mark.parametrize("path", [*PAGES, "/say", "/status", "/status/lost", "/nothing-here"])
@pytest.mark.parametrize("duty_email", ["", "duty@council.test"])
async def test_axe_finds_no_fault_on_any_page(
    page: Page, open_door: Open, axe: str, shots: Path, path: str, duty_email: str
) -> None:
    person = await open_door(duty_email=duty_email)
    widget = await Widget(page, str(person.http.make_url(path))).arrives()
    result = await widget.axe(axe)
    assert _faults(result) == []
    assert _rules(result) >= LEAST_RULES
    await page.screenshot(path=shots / f"page{path.replace('/', '-')}{'-service' if duty_email else ''}.png")


@pytest.mark.parametrize("path", ["/", "/say", "/status"])
async def test_axe_finds_no_fault_on_a_page_whose_script_never_comes(
    page: Page, person: Person, axe: str, path: str
) -> None:
    await page.route("**/widget/*.js", lambda route: route.abort())
    await page.goto(str(person.http.make_url(path)))
    result = await Widget(page, "").axe(axe)
    assert _faults(result) == []
    assert _rules(result) >= LEAST_RULES


async def test_axe_finds_no_fault_on_the_pages_of_an_open_case_of_an_officer_and_of_stopping(
    page: Page, person: Person, house: House, axe: str
) -> None:
    await page.set_viewport_size({"width": 320, "height": 640})
    own, address = "/status/case", str(person.http.make_url("/")).rstrip("/")
    widget = Widget(page, address)
    house.cases.add(a_case(reference=REFERENCE, received_at=AT), "key", ())
    house.cases.set_secret_hash(REFERENCE, f"kept:{receipts.plain_secret(SECRET)}")
    await page.goto(f"{address}/status")
    await page.get_by_role("button", name="Open my case").click()
    states = {"no reference": await _looked_at(widget, axe)}
    await page.get_by_label("Your reference", exact=True).fill(REFERENCE)
    await page.get_by_label("Your secret", exact=True).fill(SECRET)
    await page.get_by_role("button", name="Open my case").click()
    await expect(page).to_have_url(address + own)
    await page.locator("summary").first.click()
    states["own case"] = await _looked_at(widget, axe)
    await page.locator("details button").first.click()
    states["nothing added"] = await _looked_at(widget, axe)
    await page.goto(f"{address}/say/stopped")
    states["stopped"] = await _looked_at(widget, axe)
    await page.goto(f"{address}/say")
    await page.get_by_label("Your answer").fill("my social worker never comes")
    await page.get_by_role("button", name="Continue").click()
    house.transcripts.say(house.conversation, "slot", {"name": "handoff_state", "value": "with_officer"})
    await page.goto(f"{address}/say")
    states["officer"] = await _looked_at(widget, axe)
    assert {state: faults for state, result in states.items() if (faults := _faults(result))} == {}
    assert min(map(_rules, states.values())) >= LEAST_RULES


async def test_axe_finds_no_fault_on_the_pages_of_a_shared_screen_of_a_helper_and_of_danger_told_to_an_own_case(
    page: Page, person: Person, house: House, axe: str
) -> None:
    await page.set_viewport_size({"width": 320, "height": 640})
    address = str(person.http.make_url("/")).rstrip("/")
    widget, house.rasa.down = Widget(page, address), True
    await page.goto(f"{address}/say")
    await page.get_by_label("Your answer").fill("my social worker never comes")
    await page.get_by_role("button", name="Continue").click()
    await page.get_by_role("link", name="Other people use this screen").click()
    states = {"unlock word": await _looked_at(widget, axe)}
    await page.locator("main").get_by_role("button", name="Use this word").click()
    states["no word"] = await _looked_at(widget, axe)
    await page.locator("main #word").fill("purple otter")
    await page.locator("main").get_by_role("button", name="Use this word").click()
    states["chosen"] = await _looked_at(widget, axe)
    await page.locator("main").get_by_role("button", name="Hide my words now").click()
    states["hidden"] = await _looked_at(widget, axe)
    await page.locator("main").get_by_role("button", name="Show my words").click()
    states["wrong word"] = await _looked_at(widget, axe)
    house.cases.add(a_case(reference=REFERENCE, received_at=AT), "key", ())
    house.cases.set_secret_hash(REFERENCE, f"kept:{receipts.plain_secret(SECRET)}")
    await page.goto(f"{address}/status")
    await page.get_by_label("Your reference", exact=True).fill(REFERENCE)
    await page.get_by_label("Your secret", exact=True).fill(SECRET)
    await page.get_by_role("button", name="Open my case").click()
    await page.get_by_label("Write to the team for you").check()
    await page.get_by_role("button", name="Make words for them").click()
    states["words for a helper"] = await _looked_at(widget, axe)
    helpers = await page.locator("dd.secret").inner_text()
    await page.get_by_role("link", name="Go back to my case").click()
    states["with a helper"] = await _looked_at(widget, axe)
    await page.get_by_text("Add something", exact=True).click()
    await page.get_by_label("What would you like to add?").fill("my stepdad hits me when mum is at work")
    await page.get_by_role("button", name="Send", exact=True).first.click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("I need help now")
    states["danger"] = await _looked_at(widget, axe)
    await page.goto(f"{address}/status")
    await page.get_by_label("Your reference", exact=True).fill(REFERENCE)
    await page.get_by_label("Your secret", exact=True).fill(helpers)
    await page.get_by_role("button", name="Open my case").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("The case that you help with")
    states["helped"] = await _looked_at(widget, axe)
    assert {state: faults for state, result in states.items() if (faults := _faults(result))} == {}
    assert min(map(_rules, states.values())) >= LEAST_RULES


async def _looked_at(widget: Widget, axe: str) -> dict[str, Any]:
    """What axe finds once the widget is there; before, its link stands at the end of the page."""
    await expect(widget.launcher).to_be_visible()
    return await widget.axe(axe)


async def test_axe_looks_into_the_open_shadow_root(widget: Widget, axe: str) -> None:
    await widget.opens()
    result = await widget.axe(axe)
    inside = [
        node["target"] for rule in result["passes"] for node in rule["nodes"] if isinstance(node["target"][0], list)
    ]
    assert [".send"] in [target[0][1:] for target in inside]


async def test_a_page_with_planted_faults_is_not_passed(page: Page, axe: str) -> None:
    await page.set_content(CANARY)
    result = await Widget(page, "about:blank").axe(axe)
    found = {fault["id"] for fault in result["violations"]}
    assert {"image-alt", "label", "color-contrast", "html-has-lang", "document-title"} <= found


@pytest.mark.parametrize("width, height", [(320, 640), (320, 256), (1280, 256)])
async def test_on_a_small_or_zoomed_screen_nothing_scrolls_sideways_and_one_can_write(
    widget: Widget, house: House, shots: Path, width: int, height: int
) -> None:
    await widget.page.set_viewport_size({"width": width, "height": height})
    assert await _sideways(widget) <= 0
    await widget.page.screenshot(path=shots / f"page-{width}x{height}.png")
    await _talked(widget, house)
    assert await _sideways(widget) <= 0
    await widget.page.screenshot(path=shots / f"small-{width}x{height}.png")
    await widget.box.scroll_into_view_if_needed()
    await expect(widget.box).to_be_in_viewport()
    await widget.box.fill("I can still write")


@pytest.mark.parametrize("rasa_is_down", [False, True])
async def test_on_a_small_screen_numbers_to_call_are_in_sight_as_soon_as_they_are_said(
    widget: Widget, house: House, rasa_is_down: bool
) -> None:
    await widget.page.set_viewport_size({"width": 360, "height": 740})
    house.rasa.reply = lambda _told: [
        says("I am a computer. " * 10),
        says("Call 999 or Childline on 0800 1111. " + "You did the right thing. " * 8, kind="safety"),
        says("You may tell me three things. " * 12, ("Go on", "go_on"), ("Stop for now", "do:stop"), kind="safety"),
    ]
    house.rasa.down = rasa_is_down
    await widget.opens()
    await widget.says("my stepdad hits me")
    numbers = widget.page.locator("have-your-say .kind-safety").first.get_by_role("link", name="999")
    await expect(numbers.first).to_be_in_viewport()


async def test_on_a_small_screen_a_receipt_is_in_sight_as_soon_as_it_is_given(widget: Widget, house: House) -> None:
    await widget.page.set_viewport_size({"width": 360, "height": 640})
    await widget.opens()
    await widget.says("hello")
    await widget.hears("You said: hello")
    house.cases.add(a_case(conversation=house.conversation, received_at=AT), "key", ())
    house.rasa.reply = lambda _told: [
        says("A person will read it. " * 20),
        says("With them you can come back. " * 5, kind="receipt", reference="CF-0B1C-2D"),
        says("Is there anything else?", ("Something new", "do:raise_concern"), ("Talk to a person", "person")),
    ]
    await widget.says("yes, send it")
    await expect(widget.page.locator("have-your-say dd.reference")).to_be_in_viewport()
    await expect(widget.page.locator("have-your-say dd.secret")).to_be_in_viewport()


async def test_a_long_answer_is_read_from_its_beginning(widget: Widget, house: House) -> None:
    await widget.page.set_viewport_size({"width": 360, "height": 640})
    house.rasa.reply = lambda _told: [says("The first words of it."), says("And so on. " * 80)]
    await widget.opens()
    await expect(widget.panel.get_by_text("Hello. I am a computer.")).to_be_in_viewport(ratio=1)
    await widget.says("hello")
    await expect(widget.messages.filter(has_text="The first words of it.")).to_be_in_viewport(ratio=1)


async def _sideways(widget: Widget) -> int:
    """By how many pixels anything on the page or in the widget is wider than its place."""
    return int(
        await widget.page.evaluate(
            """() => {
              const root = document.querySelector("have-your-say").shadowRoot;
              const inside = root.querySelectorAll(".panel, .talk, .bar, .composer, .message");
              const boxes = [document.documentElement, ...inside];
              return Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth));
            }"""
        )
    )


async def test_every_target_is_large_enough_for_a_thumb(widget: Widget, house: House) -> None:
    await widget.page.set_viewport_size({"width": 375, "height": 700})
    await _talked(widget, house)
    assert await widget.page.evaluate(TARGETS) == []


async def test_with_wider_text_spacing_nothing_is_cut_off(widget: Widget, house: House, shots: Path) -> None:
    await _talked(widget, house)
    await widget.page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; " +
            "word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
          const root = document.querySelector("have-your-say").shadowRoot;
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        }"""
    )
    assert await _sideways(widget) <= 0
    await widget.page.screenshot(path=shots / "spacing.png")
    cut = """() => [...document.querySelector("have-your-say").shadowRoot.querySelectorAll("button")]
      .filter((b) => b.checkVisibility() && b.scrollHeight > b.clientHeight + 1).map((b) => b.textContent)"""
    assert await widget.page.evaluate(cut) == []


async def test_with_forced_colours_borders_and_focus_stay(widget: Widget, house: House, shots: Path) -> None:
    await widget.page.emulate_media(forced_colors="active")
    await _talked(widget, house)
    await widget.page.keyboard.press("Shift+Tab")
    await widget.page.screenshot(path=shots / "forced-colours.png")
    widths = await widget.page.evaluate(
        """() => [...document.querySelector("have-your-say").shadowRoot.querySelectorAll("button, .message")]
             .filter((e) => e.checkVisibility()).map((e) => getComputedStyle(e).borderTopWidth)"""
    )
    assert "0px" not in widths


async def test_with_reduced_motion_the_dots_stand_still(widget: Widget) -> None:
    await widget.page.emulate_media(reduced_motion="reduce")
    await widget.page.route("**/api/chat/messages", lambda route: None)
    await widget.opens()
    await widget.says("hello")
    dot = widget.page.locator("have-your-say .dots i").first
    await expect(dot).to_be_visible()
    assert await dot.evaluate("(dot) => getComputedStyle(dot).animationName") == "none"


async def test_a_council_can_set_its_colours(widget: Widget) -> None:
    await widget.page.evaluate(
        """() => document.querySelector("have-your-say").style.setProperty("--hys-accent", "rgb(90, 20, 90)")"""
    )
    colour = await widget.launcher.evaluate("(launcher) => getComputedStyle(launcher).backgroundColor")
    assert colour == "rgb(90, 20, 90)"
