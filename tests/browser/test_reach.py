"""Everything is reached by Tab, worked by Enter and Space, in sight while it has the focus, and pressed on nobody."""

from __future__ import annotations

import pytest
from playwright.async_api import BrowserContext, Page, expect

from bot.widget.pages import PAGES
from tests.browser.conftest import House, Open
from tests.browser.navigator import WEATHER, Widget
from tests.widget.conftest import Person
from tests.widget.stub_rasa import says

pytestmark = pytest.mark.asyncio(loop_scope="session")

ROLES = (("A child or young person", "child"), ("A parent", "parent"), ("Somebody else", "other"))
# The element that has the focus, inside the widget too.
FOCUSED = """() => {
  let e = document.activeElement;
  while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
  return e;
}"""
# "" where a person sees the middle of what has the focus, as far as it is on the screen; otherwise what is hidden.
IN_SIGHT = f"""() => {{
  const e = ({FOCUSED})();
  if (e === document.body) return "";
  const box = e.getBoundingClientRect();
  const between = (low, high, most) => (Math.max(low, 0) + Math.min(high, most)) / 2;
  const [x, y] = [between(box.left, box.right, innerWidth), between(box.top, box.bottom, innerHeight)];
  const root = e.getRootNode();
  const top = root.elementFromPoint(x, y);
  const name = `${{e.tagName}} ${{e.className}} ${{e.textContent.trim().slice(0, 30)}}`;
  return top && (e === top || e.contains(top) || top.contains(e)) ? "" : `${{name}} at ${{x}}, ${{y}}`;
}}"""


async def _tab_to(widget: Widget, name: str, key: str = "Tab") -> None:
    """Press Tab, or Shift+Tab, until a button with this name has the focus."""
    for _ in range(30):
        await widget.page.keyboard.press(key)
        if await widget.page.evaluate(f"(name) => ({FOCUSED})().textContent.trim() === name", name):
            return
    raise AssertionError(f"{name} is never reached")


@pytest.mark.parametrize("press", ["Enter", "Space"])
async def test_launcher_choices_send_help_and_close_are_reached_by_tab_and_worked_by_enter_and_space(
    widget: Widget, house: House, press: str
) -> None:
    house.rasa.reply = lambda told: [says("Thank you.")] if told.get("choice") else [says("Who are you?", *ROLES)]
    keyboard = widget.page.keyboard
    await _tab_to(widget, "Have your say")
    await keyboard.press(press)
    await expect(widget.box).to_be_focused()
    await keyboard.type("hello")
    await _tab_to(widget, "Send")
    await keyboard.press(press)
    await widget.hears("Who are you?")
    await _tab_to(widget, "A parent", "Shift+Tab")
    await keyboard.press(press)
    await widget.hears("Thank you.")
    await expect(widget.box).to_be_focused()
    await _tab_to(widget, "I need help now", "Shift+Tab")
    await keyboard.press(press)
    await expect(widget.panel.get_by_role("link", name="0800 1111")).to_be_visible()
    await _tab_to(widget, "Close", "Shift+Tab")
    await keyboard.press(press)
    await expect(widget.panel).to_be_hidden()
    assert await widget.focused() == "launcher"


@pytest.mark.parametrize("press", ["Enter", "Space"])
async def test_exit_is_reached_by_tab_and_worked_by_enter_and_space(widget: Widget, press: str) -> None:
    await widget.opens()
    await _tab_to(widget, "Exit this page", "Shift+Tab")
    await widget.page.keyboard.press(press)
    await widget.page.wait_for_url(WEATHER)


@pytest.mark.parametrize("script", [True, False])
async def test_the_skip_link_leaves_from_the_top_of_the_page_with_javascript_and_without(
    context: BrowserContext, person: Person, house: House, script: bool
) -> None:
    assert context.browser
    other = await context.browser.new_context(java_script_enabled=script)
    await other.route(f"{WEATHER}**", lambda route: route.fulfill(body="<title>Weather</title>"))
    page = await other.new_page()
    await page.goto(str(person.http.make_url("/say")))
    await page.get_by_label("Your answer").fill("my secret story")
    async with page.expect_navigation():  # or a reload would race with what the press sets off
        await page.get_by_role("button", name="Continue").click()
    await page.reload()
    for _ in range(2):
        await page.keyboard.press("Tab")
    await expect(page.get_by_role("button", name="Leave this page fast")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page).to_have_title("Weather")
    assert [chat for chat in house.chats._chats.values() if not chat.left_at] == []
    await other.close()


async def test_nothing_has_a_place_of_its_own_in_the_order_of_the_tab_key(widget: Widget, house: House) -> None:
    house.rasa.reply = lambda _told: [says("Who are you?", *ROLES)]
    await widget.opens()
    await widget.says("hello")
    await widget.hears("Who are you?")
    positive = """() => [document, document.querySelector("have-your-say").shadowRoot]
      .flatMap((root) => [...root.querySelectorAll("*")]).filter((e) => e.tabIndex > 0).length"""
    assert await widget.page.evaluate(positive) == 0


@pytest.mark.parametrize("path", [*PAGES, "/say", "/status", "/status/lost"])
@pytest.mark.parametrize("height", [256, 640])
async def test_what_has_the_focus_is_never_under_the_bar_at_the_top_or_the_launcher(
    page: Page, person: Person, path: str, height: int
) -> None:
    await page.set_viewport_size({"width": 320, "height": height})
    await page.goto(str(person.http.make_url(path)))
    hidden, stops = [], 0
    for _ in range(60):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement === document.body"):
            break
        stops += 1
        hidden.append(await page.evaluate(IN_SIGHT))
    assert stops >= 6
    assert [name for name in hidden if name] == []


@pytest.mark.parametrize("height", [256, 640])
async def test_inside_the_widget_what_has_the_focus_is_never_under_the_box(
    widget: Widget, house: House, height: int
) -> None:
    await widget.page.set_viewport_size({"width": 320, "height": height})
    house.rasa.reply = lambda _told: [says("Who are you? " * 40, *ROLES)]
    await widget.opens()
    await widget.says("hello")
    await expect(widget.choices).to_have_count(3)
    hidden = []
    for _ in range(14):
        await widget.page.keyboard.press("Shift+Tab")
        hidden.append(await widget.page.evaluate(IN_SIGHT))
    assert [name for name in hidden if name] == []


async def test_a_secret_can_be_pasted_on_the_page_and_password_managers_are_not_kept_out(
    context: BrowserContext, page: Page, person: Person
) -> None:
    await context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.goto(str(person.http.make_url("/status")))
    field = page.get_by_label("Your secret", exact=True)
    await page.evaluate("navigator.clipboard.writeText('kettle otter walnut violin pebble')")
    await field.focus()
    await page.keyboard.press("Control+V")
    await expect(field).to_have_value("kettle otter walnut violin pebble")
    assert await field.get_attribute("autocomplete") not in ("off", "new-password", "one-time-code")
    assert await page.locator("img, canvas, iframe").count() == 0


async def test_a_secret_can_be_pasted_in_the_chat(widget: Widget, context: BrowserContext, house: House) -> None:
    await context.grant_permissions(["clipboard-read", "clipboard-write"])
    house.rasa.reply = lambda _told: [says("What is your secret?", kind="question", asks="secret")]
    await widget.opens()
    await widget.page.evaluate("navigator.clipboard.writeText('kettle otter walnut violin pebble')")
    await widget.page.keyboard.press("Control+V")
    await expect(widget.box).to_have_value("kettle otter walnut violin pebble")


async def test_i_need_help_now_is_answered_from_the_middle_of_any_question(widget: Widget, house: House) -> None:
    house.rasa.reply = lambda _told: [says("Who are you?", *ROLES, kind="question", asks="reporter_role")]
    await widget.opens()
    await widget.says("my social worker never comes")
    await widget.hears("Who are you?")
    house.rasa.down = True  # and even with Rasa away
    await widget.panel.get_by_role("button", name="I need help now").click()
    await widget.panel.get_by_role("button", name="Tell the council that I need help").click()
    safety = widget.page.locator("have-your-say .kind-safety")
    for number in ("999", "0800 1111"):
        await expect(safety.get_by_role("link", name=number).first).to_be_visible()
    assert [alert.risk for alert in house.spool.waiting() or house.work.alerts()] == ["emergency"]


async def test_choices_look_alike_and_none_is_chosen_beforehand(widget: Widget, house: House) -> None:
    house.rasa.reply = lambda _told: [says("Who are you?", *ROLES, ("Skip this", "do:skip"), ("Stop", "do:stop"))]
    await widget.opens()
    await widget.says("hello")
    await expect(widget.choices).to_have_count(5)
    look = """(buttons) => buttons.map((button) => {
      const { color, backgroundColor, borderTopColor, borderTopWidth, fontSize, fontWeight } = getComputedStyle(button);
      return [color, backgroundColor, borderTopColor, borderTopWidth, fontSize, fontWeight, button.ariaPressed].join();
    })"""
    assert len(set(await widget.choices.evaluate_all(look))) == 1


async def test_leaving_and_closing_ask_nobody_whether_they_are_sure(widget: Widget) -> None:
    asked: list[str] = []
    widget.page.on("dialog", lambda dialog: asked.append(dialog.message))
    await widget.opens()
    await widget.says("hello")
    await widget.hears("You said: hello")
    await widget.box.fill("I have not finished")
    await widget.page.keyboard.press("Escape")
    await widget.page.goto(str(widget.address) + "privacy")
    await widget.launcher.click()
    await widget.panel.get_by_role("button", name="Exit this page").click()
    await widget.page.wait_for_url(WEATHER)
    assert asked == []


async def test_words_in_another_language_are_marked_as_such_and_run_their_own_way(widget: Widget, house: House) -> None:
    house.rasa.reply = lambda _told: [says("هل تريد مترجماً؟", lang="ar")]
    await widget.opens()
    await widget.says("hello")
    said = widget.messages.last.locator(".text")
    await expect(said).to_have_attribute("lang", "ar")
    assert await said.evaluate("(text) => getComputedStyle(text).direction") == "rtl"


@pytest.mark.parametrize("path", ["/", "/say", "/status", "/other-ways", "/help-now", "/accessibility"])
async def test_with_wider_text_spacing_nothing_of_a_page_is_cut_off(page: Page, open_door: Open, path: str) -> None:
    await page.set_viewport_size({"width": 320, "height": 640})
    await page.goto(str((await open_door()).http.make_url(path)))
    cut = """() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; " +
        "word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
      document.adoptedStyleSheets = [sheet];
      const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      const low = [...document.querySelectorAll("button, a, label, input")]
        .filter((e) => e.checkVisibility() && !e.matches(".skip, .aside")
          && getComputedStyle(e).display !== "inline" && e.scrollHeight > e.clientHeight + 1);
      return [wide > 0 ? `too wide by ${wide}` : "", ...low.map((e) => e.textContent.trim() || e.id)].filter(Boolean);
    }"""
    assert await page.evaluate(cut) == []
