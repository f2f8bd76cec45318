"""The widget in Chromium: by keyboard alone, without moving the focus, and without keeping or losing a word."""

import asyncio
import re
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, Page, expect

from bot import receipts
from tests.browser.conftest import House, Open
from tests.browser.navigator import WEATHER, Widget
from tests.builders import AT, a_case
from tests.widget.stub_rasa import officer_says, says

pytestmark = pytest.mark.asyncio(loop_scope="session")

ROLES = (("A child or young person", "child"), ("A parent", "parent"), ("Somebody else", "other"))

# Before the widget's script runs: whenever something is added to a log, remember whether it was announced.
RECORD_LIVE = """
  window.live = [];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (how) {
    const root = attach.call(this, how);
    new MutationObserver((changes) => changes.forEach(({ target, addedNodes }) => {
      if (addedNodes.length && target.getAttribute?.("role") === "log") {
        window.live.push(target.getAttribute("aria-live"));
      }
    })).observe(root, { childList: true, subtree: true });
    return root;
  };
"""


def _asks_who(house: House) -> None:
    house.rasa.reply = lambda told: (
        [says("Thank you.")] if told.get("choice") else [says("Who are you?", *ROLES, kind="question", asks="role")]
    )


async def test_a_conversation_by_keyboard_alone(widget: Widget, house: House, pictures: Path) -> None:
    _asks_who(house)
    keyboard, seen = widget.page.keyboard, []
    while await widget.focused() != "launcher":
        await keyboard.press("Tab")
        seen.append(await widget.focused())
        assert "BODY" not in seen, seen
    await keyboard.press("Enter")
    await expect(widget.launcher).to_have_attribute("aria-expanded", "true")
    await expect(widget.box).to_be_focused()
    await keyboard.type("my social worker never comes")
    await keyboard.press("Enter")
    await widget.hears("Who are you?")
    await expect(widget.choices).to_have_count(3)
    await widget.panel.screenshot(path=pictures / "question.png")
    for _ in range(3):
        await keyboard.press("Shift+Tab")
    assert await widget.focused() == "choice"
    await keyboard.press("Space")
    await widget.hears("Thank you.")
    await expect(widget.messages.filter(has_text="A child or young person")).to_have_count(1)
    await expect(widget.box).to_be_focused()
    assert house.rasa.heard[-1]["choice"] == "child"


async def test_every_stop_of_the_tab_key_shows_where_it_is(widget: Widget) -> None:
    await widget.opens()
    stops = set()
    for _ in range(20):
        await widget.page.keyboard.press("Tab")
        stops.add(await widget.focused())
        outline = await widget.page.evaluate(
            """() => {
              let e = document.activeElement;
              while (e.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
              return getComputedStyle(e).outlineStyle;
            }"""
        )
        assert outline != "none" or await widget.focused() == "BODY"
    assert {"close", "help", "exit", "talk", "box", "send"} <= stops


async def test_while_an_answer_is_on_its_way_the_other_choices_are_out_of_use(widget: Widget, house: House) -> None:
    _asks_who(house)
    await widget.opens()
    await widget.says("hello")
    await expect(widget.choices).to_have_count(3)
    await widget.page.route("**/api/chat/messages", lambda route: None)  # never answered
    await widget.choices.nth(1).click()
    await expect(widget.box).to_be_focused()
    for number in range(3):
        await expect(widget.choices.nth(number)).to_have_attribute("aria-disabled", "true")
    await widget.hears("A parent")


async def test_an_arriving_message_does_not_move_the_focus(widget: Widget, house: House) -> None:
    await widget.opens()
    await widget.says("can I talk to a person")
    await widget.hears("You said: can I talk to a person")
    await widget.panel.get_by_role("button", name="Send").focus()
    house.transcripts.say(house.conversation, "bot", officer_says("Hello, I am from the complaints team."))
    await widget.hears("Hello, I am from the complaints team.")
    assert await widget.focused() == "send"


async def test_one_message_makes_exactly_one_announcement(widget: Widget, house: House) -> None:
    await widget.opens()
    await widget.count_announcements()
    await widget.says("hello")
    await widget.hears("You said: hello")
    [announced] = await widget.announced()
    assert "You said: hello" in announced


async def test_a_message_with_choices_says_how_many_there_are(widget: Widget, house: House) -> None:
    _asks_who(house)
    await widget.opens()
    await widget.count_announcements()
    await widget.says("hello")
    await widget.hears("Who are you?")
    async with asyncio.timeout(20):  # the page's content policy forbids what wait_for_function does after a first no
        while not any("choices below" in told for told in await widget.announced()):
            await asyncio.sleep(0.02)
    assert re.findall(r"3 choices below\.", " ".join(await widget.announced())) == ["3 choices below."]


async def test_after_a_reload_everything_is_there_and_nothing_is_announced(widget: Widget, house: House) -> None:
    _asks_who(house)
    await widget.opens()
    for number in range(10):
        await widget.says(f"message {number}")
        await expect(widget.messages).to_have_count(2 * number + 2)
    await widget.page.add_init_script(RECORD_LIVE)
    await widget.arrives()
    await widget.opens()
    await expect(widget.messages).to_have_count(20)
    await expect(widget.choices).to_have_count(3)
    assert {"off"} == set(await widget.page.evaluate("window.live"))


async def test_two_tabs_show_the_same_once_and_in_order(widget: Widget, context: BrowserContext, house: House) -> None:
    await widget.opens()
    await widget.says("one")
    await widget.hears("You said: one")
    other = await Widget(await context.new_page(), widget.address).arrives()
    await other.opens()
    await other.says("two")
    await other.hears("You said: two")
    await widget.hears("You said: two")
    house.transcripts.say(house.conversation, "bot", officer_says("Hello."))
    told = ["one", "You said: one", "two", "You said: two", "Hello."]
    for tab in (widget, other):
        await tab.hears("Hello.")
        assert told == await tab.messages.locator(".text").all_inner_texts()


async def test_escape_closes_to_the_launcher_and_keeps_what_was_typed(widget: Widget) -> None:
    await widget.opens()
    await widget.box.fill("I have not finished")
    await widget.page.keyboard.press("Escape")
    await expect(widget.panel).to_be_hidden()
    assert await widget.focused() == "launcher"
    await widget.opens()
    await expect(widget.box).to_have_value("I have not finished")


async def test_a_message_that_comes_while_it_is_closed_is_told_once(widget: Widget, house: House) -> None:
    await widget.opens()
    await widget.says("can I talk to a person")
    await widget.hears("You said: can I talk to a person")
    await widget.page.keyboard.press("Escape")
    house.transcripts.say(house.conversation, "bot", officer_says("Hello."))
    await expect(widget.launcher).to_have_text("Have your say: 1 new")
    await expect(widget.page.locator("have-your-say [role=status].unseen")).to_have_text("You have a new message.")
    await widget.opens()
    await expect(widget.launcher).to_have_text("Have your say")


async def test_a_message_that_does_not_get_through_can_be_tried_again_with_the_same_id(
    widget: Widget, house: House, shots: Path
) -> None:
    ids: list[str] = []
    widget.page.on("request", lambda request: ids.append(request.post_data_json["id"]) if request.post_data else None)
    await widget.opens()
    house.rasa.down = True
    await widget.says("she never rings back")
    again = widget.panel.get_by_role("button", name="Try again")
    await expect(again).to_be_visible()
    await widget.page.screenshot(path=shots / "not-sent.png")
    house.rasa.down = False
    await again.click()
    await widget.hears("You said: she never rings back")
    await expect(again).to_have_count(0)
    assert len(ids) == 2
    assert len(set(ids)) == 1
    assert ids[:1] == [heard["id"] for heard in house.rasa.heard]
    await expect(widget.messages).to_have_count(2)


async def test_nothing_overtakes_a_message_that_did_not_get_through(widget: Widget, house: House) -> None:
    await widget.opens()
    house.rasa.down = True
    await widget.says("first")
    await expect(widget.panel.get_by_role("button", name="Try again")).to_be_visible()
    house.rasa.down = False
    await widget.says("second")
    await widget.hears("You said: second")
    assert [heard["text"] for heard in house.rasa.heard] == ["first", "second"]
    assert sorted(
        await widget.messages.locator(".text").all_inner_texts(),
        key=["first", "You said: first", "second", "You said: second"].index,
    ) == ["first", "You said: first", "second", "You said: second"]


async def test_a_cut_line_comes_back_and_nothing_is_lost(widget: Widget, context: BrowserContext, house: House) -> None:
    await widget.opens()
    await widget.says("can I talk to a person")
    await widget.hears("You said: can I talk to a person")
    await context.set_offline(True)
    await widget.says("are you there?")
    await expect(widget.panel.get_by_text("This has not been sent.")).to_be_visible()
    house.transcripts.say(house.conversation, "bot", officer_says("Hello, I am here."))
    await context.set_offline(False)
    await widget.panel.get_by_role("button", name="Try again").click()
    await widget.hears("You said: are you there?")
    await widget.hears("Hello, I am here.")


async def test_with_rasa_down_danger_is_answered_with_numbers_to_call(
    widget: Widget, house: House, shots: Path
) -> None:
    house.rasa.down = True
    await widget.opens()
    await widget.says("I am forced to have sex and I am only 12 years old")
    safety = widget.page.locator("have-your-say .kind-safety")
    await expect(safety.get_by_role("link", name="0800 1111")).to_have_attribute("href", "tel:08001111")
    await expect(widget.panel.get_by_role("button", name="Try again")).to_be_visible()
    await widget.page.screenshot(path=shots / "safety.png")
    assert len(house.spool.waiting()) == 1


async def test_help_is_always_there_and_needs_no_server(widget: Widget, context: BrowserContext) -> None:
    await widget.opens()
    await context.set_offline(True)
    await widget.panel.get_by_role("button", name="I need help now").click()
    await expect(widget.panel.get_by_role("link", name="0800 1111")).to_be_visible()
    await expect(widget.panel.get_by_text("Looking at these numbers does not tell anybody.")).to_be_visible()


async def test_one_press_more_tells_somebody(widget: Widget, house: House) -> None:
    await widget.opens()
    await widget.panel.get_by_role("button", name="I need help now").click()
    await widget.panel.get_by_role("button", name="Tell the council that I need help").click()
    await widget.hears("You said: I need help now")
    await expect(widget.box).to_be_focused()
    assert [alert.risk for alert in house.spool.waiting() or house.work.alerts()] == ["emergency"]


async def test_what_was_said_goes_from_every_tab_when_the_chat_is_left_in_one(
    widget: Widget, context: BrowserContext
) -> None:
    await widget.opens()
    await widget.says("my secret story")
    await widget.hears("You said: my secret story")
    other = await Widget(await context.new_page(), widget.address).arrives()
    await other.opens()
    await other.hears("You said: my secret story")
    await widget.panel.get_by_role("button", name="Exit this page").click()
    await widget.page.wait_for_url(WEATHER)
    await expect(other.messages).to_have_count(0)
    await other.says("a new start")
    await other.hears("You said: a new start")


async def test_a_receipt_is_shown_once_with_copy_and_print(
    widget: Widget, context: BrowserContext, house: House, pictures: Path
) -> None:
    await context.grant_permissions(["clipboard-read", "clipboard-write"])
    await widget.opens()
    await widget.says("hello")
    await widget.hears("You said: hello")
    house.cases.add(a_case(conversation=house.conversation, received_at=AT), "key", ())
    house.rasa.reply = lambda _told: [says("We have your concern.", kind="receipt", reference="CF-0B1C-2D")]
    await widget.says("yes, send it")
    await widget.hears("We have your concern.")
    secret = await widget.page.locator("have-your-say dd.secret").inner_text()
    assert re.fullmatch(r"[a-z]+(?: [a-z]+){4}", secret)
    await widget.panel.get_by_role("button", name="Copy").click()
    await expect(widget.panel.get_by_text("Copied.")).to_be_visible()
    assert f"Reference: CF-0B1C-2D\nSecret: {secret}" == await widget.page.evaluate("navigator.clipboard.readText()")
    await widget.panel.screenshot(path=pictures / "receipt.png")
    await widget.page.evaluate("window.print = () => { window.printed = document.body.lastElementChild.textContent }")
    await widget.panel.get_by_role("button", name="Print").click()
    assert secret in await widget.page.evaluate("window.printed")
    await widget.page.reload()
    await widget.opens()
    await expect(widget.page.locator("have-your-say dd.hidden")).to_have_text("It was shown once, when you sent this.")
    await expect(widget.panel.get_by_role("button", name="Copy")).to_have_count(0)


async def test_a_code_may_be_had_in_place_of_words_and_the_words_are_dead(widget: Widget, house: House) -> None:
    await widget.opens()
    await widget.says("hello")
    await widget.hears("You said: hello")
    reference = receipts.new_reference()
    house.cases.add(a_case(reference=reference, conversation=house.conversation, received_at=AT), "key", ())
    house.rasa.reply = lambda _told: [says("We have your concern.", kind="receipt", reference=reference)]
    await widget.says("yes, send it")
    await widget.hears("We have your concern.")
    shown = widget.page.locator("have-your-say dd.secret")
    words = await shown.inner_text()
    await widget.panel.get_by_role("button", name="Give me a code instead").click()
    await expect(widget.panel.get_by_text("This is your new secret.")).to_be_visible()
    await expect(shown).to_have_text(re.compile(r"^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$"))
    intake = house.door(demonstration=False).intake
    assert intake.opens(reference, await shown.inner_text())
    assert not intake.opens(reference, words)


async def test_a_secret_that_is_typed_is_not_shown_in_the_log(widget: Widget, house: House) -> None:
    house.rasa.reply = lambda _told: [says("What is your secret?", kind="question", asks="secret", reference="CF-0-0")]
    await widget.opens()
    await widget.says("how is it going?")
    await widget.hears("What is your secret?")
    await widget.says("K7M2-9XPQ-44TB")
    await expect(widget.messages).to_have_count(4)
    assert "K7M2" not in await widget.page.locator("have-your-say .log").inner_text()


async def test_markup_that_somebody_types_is_only_text(widget: Widget) -> None:
    await widget.opens()
    await widget.says("<img src=x onerror=document.title='broken'><b>bold</b>")
    await widget.hears("You said: <img")
    assert await widget.page.locator("have-your-say .message img, have-your-say .message b").count() == 0
    assert await widget.page.title() != "broken"


@pytest.mark.parametrize("keys", [("ShiftLeft",) * 3, ("ShiftRight",) * 3, ("ShiftLeft", "ShiftRight", "ShiftLeft")])
async def test_shift_three_times_leaves(widget: Widget, house: House, keys: tuple[str, ...]) -> None:
    await widget.opens()
    await widget.says("hello")
    await widget.hears("You said: hello")
    for key in keys:
        await widget.page.keyboard.press(key)
    await widget.page.wait_for_url(WEATHER)
    assert all(chat.left_at for chat in house.chats._chats.values())


async def test_typing_capitals_does_not_leave(widget: Widget) -> None:
    await widget.opens()
    for letter in "SHE":
        await widget.page.keyboard.press(f"Shift+{letter}")
    await expect(widget.box).to_have_value("SHE")
    assert widget.address == widget.page.url


async def test_the_second_press_of_shift_is_announced(widget: Widget) -> None:
    await widget.page.keyboard.press("Shift")
    await widget.page.keyboard.press("Shift")
    await expect(widget.page.locator("have-your-say [role=status].unseen")).to_have_text(
        "Shift: press 1 more time to leave this page."
    )


@pytest.mark.parametrize("where", ["page", "widget"])
async def test_the_exit_button_ends_the_chat_and_back_shows_nothing_of_it(
    widget: Widget, context: BrowserContext, house: House, where: str
) -> None:
    await widget.opens()
    await widget.says("my secret story")
    await widget.hears("You said: my secret story")
    if where == "page":
        await widget.page.keyboard.press("Escape")
        await widget.page.locator("form.exit button").click()
    else:
        await widget.panel.get_by_role("button", name="Exit this page").click()
    await widget.page.wait_for_url(WEATHER)
    assert all(chat.left_at for chat in house.chats._chats.values())
    assert await context.cookies(widget.address) == []
    await widget.page.go_back()
    assert "my secret story" not in await widget.page.content()
    assert widget.address != widget.page.url


async def test_without_javascript_exit_and_numbers_are_there(
    open_door: Open, house: House, context: BrowserContext
) -> None:
    assert context.browser
    plain = await context.browser.new_context(java_script_enabled=False)
    await plain.route(f"{WEATHER}**", lambda route: route.fulfill(body="Weather"))
    page = await plain.new_page()
    await page.goto(str((await open_door()).http.make_url("/")))
    await expect(page.get_by_role("link", name="0800 1111")).to_be_visible()
    await expect(page.get_by_role("link", name="I need help now")).to_be_visible()
    await page.get_by_role("button", name="Exit this page").click()
    await page.wait_for_url(WEATHER)
    await plain.close()


async def test_the_browser_keeps_no_words_and_no_cookie_before_the_first_message(
    widget: Widget, context: BrowserContext
) -> None:
    assert await context.cookies() == []
    await widget.opens()
    await widget.says("my secret story")
    await widget.hears("You said: my secret story")
    [cookie] = await context.cookies()
    assert (cookie["name"], cookie["httpOnly"], cookie["sameSite"], cookie["expires"]) == ("hys", True, "Strict", -1)
    kept = await widget.page.evaluate(
        """async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie,
             await indexedDB.databases(), await caches.keys(), location.href, history.state, window.name,
             (await navigator.serviceWorker.getRegistrations()).length, (await navigator.storage.estimate()).usage,
             await Array.fromAsync((await navigator.storage.getDirectory()).keys()),
             (await cookieStore.getAll()).map((cookie) => cookie.name)])"""
    )
    kept_by_browser = await context.storage_state(indexed_db=True)
    assert [len(origin["localStorage"]) for origin in kept_by_browser["origins"]] == []
    assert "story" not in kept
    assert "hys" not in kept


async def test_no_request_goes_to_any_other_host(page: Page, open_door: Open) -> None:
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(re.sub(r"^(\w+:(//[^/]+)?).*", r"\1", request.url)))
    person = await open_door()
    widget = await Widget(page, str(person.http.make_url("/"))).arrives()
    await widget.opens()
    await widget.says("hello")
    await widget.hears("You said: hello")
    for path in ("/help-now", "/privacy"):
        await page.goto(str(person.http.make_url(path)))
    assert {widget.address.rstrip("/")} == hosts - {"data:"}


async def test_a_slow_answer_is_said_to_be_on_its_way(widget: Widget) -> None:
    await widget.page.route("**/api/chat/messages", lambda route: None)
    await widget.opens()
    await widget.says("hello")
    await expect(widget.page.locator("have-your-say .typing[role=status]")).to_have_text("An answer is on its way.")
