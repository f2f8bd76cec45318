"""A screen that others use too: what was said is not given out again until the unlock word, or a secret, is typed."""

import asyncio

import pytest
from aiohttp import ClientResponse

from bot.shared_screens import is_hidden
from bot.widget import screen as screen_module
from tests.builders import AT, a_case
from tests.widget.browser_without_script import Plain
from tests.widget.conftest import House, Person

WORD = "purple otter"
STORY = "my secret story"


async def _shares(person: Person, word: str = WORD) -> ClientResponse:
    await person.says(STORY)
    return await person.http.post("/api/chat/screen", json={"word": word})


async def _tries(person: Person, word: str) -> int:
    return (await person.http.post("/api/chat/screen/show", json={"word": word})).status


async def _hides(person: Person) -> None:
    assert (await person.http.post("/api/chat/screen/hide")).status == 204


async def test_hidden_words_are_given_out_by_no_address(person: Person) -> None:
    assert (await _shares(person)).status == 204
    await _hides(person)
    for path in ("/api/chat/messages", "/api/chat/events", "/say", "/say/sent", "/say/change/what_happened"):
        answer = await person.http.get(path)
        assert answer.status == 423, path
        assert STORY not in await answer.text(), path
    wish = await person.http.post("/api/chat/receipt", json={"reference": "CF-0B1C-2F", "form": "code"})
    assert wish.status != 200


async def test_the_word_shows_them_again_however_it_is_typed(person: Person) -> None:
    await _shares(person)
    for typed in ("Purple Otter", " PURPLE-OTTER ", "purpleotter"):
        await _hides(person)
        assert await _tries(person, "purple cat") == 403
        assert await _tries(person, typed) == 204
        told = (await (await person.http.get("/api/chat/messages")).json())["messages"]
        assert told[0]["text"] == STORY


async def test_the_secret_of_a_case_of_this_chat_shows_them_too_and_another_does_not(
    person: Person, house: House
) -> None:
    await _shares(person)
    intake = house.door(demonstration=False).intake
    for reference, conversation in (("CF-1111-11", house.conversation), ("CF-2222-22", "c-of-somebody-else")):
        house.cases.add(a_case(reference=reference, conversation=conversation, received_at=AT), reference, ())
    own, other = (
        intake.secret_for(house.conversation, "CF-1111-11"),
        intake.secret_for("c-of-somebody-else", "CF-2222-22"),
    )
    await _hides(person)
    assert await _tries(person, str(other)) == 403
    assert await _tries(person, str(own)) == 204


async def test_nothing_is_hidden_on_a_screen_that_nobody_else_uses(person: Person, house: House) -> None:
    await person.says(STORY)
    await _hides(person)
    house.clock.forward(hours=3)
    assert (await person.http.get("/api/chat/messages")).status == 200


async def test_a_browser_that_vanishes_is_hidden_after_six_minutes_and_one_that_is_used_is_not(
    person: Person, house: House
) -> None:
    await _shares(person)
    for _ in range(4):
        house.clock.forward(minutes=5)
        assert (await person.http.post("/api/chat/screen/here")).status == 204
    house.clock.forward(minutes=5)
    await person.says("still me")
    house.clock.forward(minutes=5)
    assert (await person.http.get("/api/chat/messages")).status == 200
    house.clock.forward(minutes=2)
    assert (await person.http.get("/api/chat/messages")).status == 423
    assert (await person.http.post("/api/chat/screen/here")).status == 423
    [chat] = house.chats._chats.values()
    assert is_hidden(chat.screen, house.clock.now())


async def test_reading_alone_does_not_keep_the_words_in_sight(person: Person, house: House) -> None:
    await _shares(person)
    for _ in range(4):
        house.clock.forward(minutes=2)
        last = await person.http.get("/api/chat/messages")
    assert last.status == 423


async def test_an_open_stream_ends_when_the_words_are_hidden(person: Person) -> None:
    await _shares(person)
    stream = await person.http.get("/api/chat/events", headers={"Last-Event-ID": "2"})
    await _hides(person)
    async with asyncio.timeout(10):
        assert b"event: hidden\n" in await stream.content.read()


async def test_an_open_stream_ends_when_nobody_has_been_there(person: Person, house: House) -> None:
    await _shares(person)
    stream = await person.http.get("/api/chat/events", headers={"Last-Event-ID": "2"})
    house.clock.forward(minutes=7)
    async with asyncio.timeout(10):
        assert b"event: hidden\n" in await stream.content.read()


async def test_nobody_speaks_in_a_hidden_chat_but_a_cry_for_help_is_heard(person: Person, house: House) -> None:
    await _shares(person)
    await _hides(person)
    assert (await person.says("what did I say?")).status == 423
    kinds = [message["kind"] for message in await person.hears("my stepdad hits me and I am hurt now")]
    assert "safety" in kinds
    assert [heard["text"] for heard in house.rasa.heard] == [STORY]
    assert house.spool.waiting()


async def test_leaving_works_without_the_word_and_a_new_chat_begins(person: Person) -> None:
    await _shares(person)
    await _hides(person)
    assert (await person.http.delete("/api/chat")).status == 204
    assert await person.hears("hello")
    told = (await (await person.http.get("/api/chat/messages")).json())["messages"]
    assert STORY not in [message["text"] for message in told]


@pytest.mark.parametrize("word", ["", "cat", "  a - b  "])
async def test_a_word_that_is_too_short_is_refused_and_nothing_is_hidden(person: Person, word: str) -> None:
    answer = await _shares(person, word)
    assert (answer.status, (await answer.json())["error"]) == (422, "short_word")
    await _hides(person)
    assert (await person.http.get("/api/chat/messages")).status == 200


@pytest.mark.parametrize("body", [{}, {"word": 7}, {"word": "x" * 201}, [], "word"])
async def test_what_is_no_word_is_not_understood(person: Person, body: object) -> None:
    await person.says(STORY)
    for path in ("/api/chat/screen", "/api/chat/screen/show"):
        assert (await person.http.post(path, json=body)).status == 400


async def test_guessing_gets_slower_and_many_guesses_at_once_are_no_faster(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    really_wait = asyncio.sleep

    async def waited(seconds: float) -> None:
        waits.append(seconds)
        await really_wait(0)

    await _shares(person)
    await _hides(person)
    monkeypatch.setattr(screen_module.asyncio, "sleep", waited)
    statuses = await asyncio.gather(*(_tries(person, f"guess {number}") for number in range(8)))
    assert set(statuses) == {403}
    assert waits == [0, 0, 0, 1, 2, 4, 8, 10]
    assert await _tries(person, WORD) == 204


async def test_only_a_hash_of_the_word_is_kept_and_rasa_never_hears_it(person: Person, house: House) -> None:
    await _shares(person)
    [chat] = house.chats._chats.values()
    assert chat.screen
    assert chat.screen.word_hash == "kept:PURP1E0TTER"  # the tests' hasher shows what it was given
    assert WORD not in str(house.rasa.heard)


async def test_somebody_who_has_not_spoken_has_nothing_to_hide(person: Person) -> None:
    for path in ("screen/here", "screen/hide"):
        assert (await person.http.post(f"/api/chat/{path}")).status == 401
    for path in ("screen", "screen/show"):
        assert (await person.http.post(f"/api/chat/{path}", json={"word": WORD})).status == 401


async def test_pages_ask_for_the_word_and_then_go_on(person: Person) -> None:
    await _shares(person)
    await _hides(person)
    page = await (await person.http.get("/say")).text()
    assert 'action="/unlock"' in page
    wrong = await person.http.post("/unlock", data={"word": "no idea"})
    assert wrong.status == 423
    assert "That is not the word." in await wrong.text()
    right = await person.http.post("/unlock", data={"word": WORD}, allow_redirects=False)
    assert (right.status, right.headers["Location"]) == (303, "/say")
    assert (await person.http.get("/say")).status == 200


async def test_what_somebody_has_just_typed_into_a_page_is_still_there_when_its_words_were_hidden(
    person: Person, house: House
) -> None:
    await _shares(person)
    house.clock.forward(minutes=7)
    form = {"page": "what_happened", "id": "0b7c1a52-5a44-4e3c-9c1d-0d1f6f1c8a11", "answer": "the rest of it"}
    answer = await person.http.post("/say", data=form)
    page = await answer.text()
    assert answer.status == 423
    assert "the rest of it" in page
    assert STORY not in page


# --- chosen on a page ---


async def test_an_unlock_word_is_chosen_and_the_words_are_hidden_without_a_script(person: Person, house: House) -> None:
    house.rasa.down = True
    plain = Plain(person.http)
    await (await plain.goes()).sends(answer=STORY)
    assert 'href="/say/shared"' in plain.page
    assert "6 minutes" in (await plain.goes("/say/shared")).text
    await plain.posts({"word": WORD}, "/say/shared")
    assert (plain.status, plain.address) == (200, "/say/shared")
    await plain.posts({}, "/say/hide")
    assert (plain.status, plain.address) == (423, "/say")
    for path in ("/say", "/say/shared", "/api/chat/messages"):
        assert (await person.http.get(path)).status == 423
    await plain.posts({"word": "Purple-Otter"}, "/unlock")
    assert (plain.status, plain.address) == (200, "/say")


async def test_a_word_that_is_too_short_is_a_fault_of_its_page_and_hides_nothing(person: Person) -> None:
    plain = Plain(person.http)
    await person.says(STORY)
    await plain.posts({"word": "cat"}, "/say/shared")
    assert plain.status == 422
    assert plain.title.startswith("Error: ")
    assert "four letters or more" in plain.text
    await plain.posts({}, "/say/hide")
    assert plain.status == 200


async def test_where_nothing_was_said_there_is_nothing_to_hide(person: Person) -> None:
    plain = Plain(person.http)
    assert "/say/shared" not in (await plain.goes()).page
    assert (await plain.goes("/say/shared")).address == "/say"
    assert (await plain.posts({"word": WORD}, "/say/shared")).status == 401


async def test_whoever_answers_while_rasa_is_away_is_there(person: Person, house: House) -> None:
    house.rasa.down = True
    plain = Plain(person.http)
    await (await plain.goes()).sends(answer=STORY)
    await plain.posts({"word": WORD}, "/say/shared")
    await plain.goes()
    for _ in range(3):
        house.clock.forward(minutes=5)
        await plain.sends(do="do:skip")
        assert plain.status == 200
    house.clock.forward(minutes=7)
    assert (await plain.goes()).status == 423
