"""The pages: served whatever is down, true about what they are, and with a way out that needs no script."""

import json
import re
from html import unescape

import pytest

from bot.settings import Settings
from bot.widget.app import OPENAPI, create_app
from bot.widget.pages import PAGES
from bot.widget.script import WIDGET_WORDS
from bot.words import words
from tests.widget.conftest import House, Open, Person


@pytest.mark.parametrize("path", PAGES)
async def test_every_page_of_a_demonstration_says_that_nobody_reads_it(open_door: Open, path: str) -> None:
    person = await open_door(duty_email="")
    html = await (await person.http.get(path)).text()
    assert "Nobody reads what you write here" in html
    assert "999" in html
    assert "0800 1111" in html


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_of_a_service_says_nothing_of_a_demonstration(person: Person, path: str) -> None:
    assert "demonstration" not in (await (await person.http.get(path)).text()).lower()


@pytest.mark.parametrize("path", PAGES)
async def test_every_page_has_help_and_the_way_out_in_the_same_place(person: Person, path: str) -> None:
    html = await (await person.http.get(path)).text()
    assert len(re.findall(r'<form class="exit" method="post" action="/leave"', html)) == 1
    assert html.count('<a class="help" href="/help-now">') == 1
    assert '<html lang="en-GB">' in html


async def test_help_now_has_the_numbers_with_rasa_and_the_store_down(open_door: Open, house: House) -> None:
    def locked(*_: object) -> None:
        raise OSError("locked")

    house.rasa.down = True
    house.chats.by_mark = locked  # type: ignore[assignment,method-assign]
    person = await open_door()
    html = await (await person.http.get("/help-now")).text()
    for number in ("999", "08001111", "116123", "111", "02079460000", "02079460999"):
        assert f'href="tel:{number}"' in html


async def test_a_number_that_nobody_has_verified_is_not_on_the_help_page(person: Person, house: House) -> None:
    page = unescape(await (await person.http.get("/help-now")).text())
    lines = house.door(demonstration=False).intake.profile.helplines
    assert {line.verified for line in lines} == {True, False}
    assert [line.name for line in lines if (f"<dt>{line.name}:" in page) != line.verified] == []


async def test_what_is_noted_beside_a_number_reads_as_sentences(person: Person) -> None:
    page = await (await person.http.get("/help-now")).text()
    notes = re.findall(r"<dd>(.*?)</dd>", page)
    assert "At any time. Online chat and letters at childline.org.uk; the call does not show on a phone bill." in notes
    assert [note for note in notes if not note[0].isupper() or not note.endswith(".")] == []


async def test_the_questions_do_not_lead_to_themselves(person: Person) -> None:
    link = words().say("utter_door_page_form")
    assert link not in await (await person.http.get("/say")).text()
    assert link in await (await person.http.get("/status")).text()


async def test_before_the_box_it_is_said_who_reads_it_and_when_it_is_passed_on(person: Person) -> None:
    html = await (await person.http.get("/")).text()
    assert words().say("utter_door_widget_who_reads") in html


async def test_before_anybody_leaves_it_is_said_when_what_was_not_sent_is_deleted(person: Person, house: House) -> None:
    hours = house.door(demonstration=False).intake.profile.erase_after_hours
    told = words().say("utter_door_widget_left_unsent", erase_hours=hours)
    assert f"deleted after {hours} hours" in told
    for path in (*PAGES, "/say", "/say/stopped", "/status"):
        footer = (await (await person.http.get(path)).text()).split("<footer>")[1]
        assert told in footer and words().say("utter_door_page_exit_explained") in unescape(footer), path
    for path in ("/", "/say"):  # before the box, too
        assert told in (await (await person.http.get(path)).text()).split("<footer>")[0]
    script = await _script(person)
    assert told in script
    assert words().say("utter_door_widget_hide_soon", erase_hours=hours) in script


async def test_without_javascript_there_are_numbers_to_call(person: Person) -> None:
    html = await (await person.http.get("/")).text()
    [without] = re.findall(r"<noscript>(.*?)</noscript>", html, re.DOTALL)
    assert "0800 1111" in without
    assert "999" in without


async def test_the_way_out_ends_the_conversation_and_leads_away(person: Person, house: House) -> None:
    await person.says("hello")
    left = await person.http.post("/leave", allow_redirects=False, headers={"Origin": "null"})
    assert (left.status, left.headers["Location"]) == (303, "https://www.bbc.co.uk/weather")
    assert "cookies" in left.headers["Clear-Site-Data"]
    assert await (await person.http.get("/api/chat/messages")).json() == {"messages": []}
    assert all(chat.left_at for chat in house.chats._chats.values())


async def test_another_site_that_posts_to_the_way_out_ends_nothing(person: Person, house: House) -> None:
    await person.says("hello")
    left = await person.http.post("/leave", allow_redirects=False, headers={"Sec-Fetch-Site": "cross-site"})
    assert left.status == 303
    assert "Clear-Site-Data" not in left.headers
    assert not any(chat.left_at for chat in house.chats._chats.values())


async def test_leaving_leads_away_even_when_the_store_is_locked(person: Person, house: House) -> None:
    await person.says("hello")

    def locked(*_: object) -> None:
        raise OSError("locked")

    house.chats.by_mark = locked  # type: ignore[assignment,method-assign]
    left = await person.http.post("/leave", allow_redirects=False)
    assert (left.status, left.cookies["hys"].value) == (303, "")


async def test_the_script_holds_every_sentence_that_it_says(person: Person) -> None:
    script = await _script(person)
    used = set(re.findall(r"\bwords\.(\w+)", script)) | set(re.findall(r'"(who_\w+)"', script))
    there = {name.removeprefix(WIDGET_WORDS) for name in words().responses if name.startswith(WIDGET_WORDS)}
    assert used <= there
    assert {"launcher", "send", "try_again", "exit"} <= used


async def test_the_script_is_joined_without_imports(person: Person) -> None:
    assert not re.search(r"^(import|export) ", await _script(person), re.MULTILINE)


async def _script(person: Person) -> str:
    found = re.search(r'src="(/widget/[^"]+\.js)"', await (await person.http.get("/")).text())
    assert found
    return await (await person.http.get(found[1])).text()


async def test_alive_and_ready_say_what_can_be_reached(person: Person, house: House) -> None:
    assert (await person.http.get("/healthz")).status == 200
    ready = await person.http.get("/readyz")
    assert (ready.status, await ready.json()) == (200, {"ready": True, "rasa": True, "store": True, "spool": True})
    house.rasa.down = True
    not_ready = await person.http.get("/readyz")
    assert (not_ready.status, (await not_ready.json())["rasa"]) == (503, False)


def test_the_document_of_the_api_names_every_address_that_there_is(house: House) -> None:
    app = create_app(house.door(demonstration=True), Settings())
    told = json.loads(OPENAPI.read_text(encoding="utf-8"))["paths"]
    documented = {(path, method.upper()) for path, methods in told.items() for method in methods}
    routes = {(route.resource.canonical, route.method) for route in app.router.routes() if route.resource}
    api = {(path, method) for path, method in routes if path.startswith("/api") or path.endswith("z")}
    assert documented == {(path, method) for path, method in api if method != "HEAD"}
