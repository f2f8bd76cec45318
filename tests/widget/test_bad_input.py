"""Bad input: each gets a kind sentence and the right status, and nothing that was said before is lost."""

from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.widget.incoming import clean
from tests.widget.conftest import House, Person

ID = "7f1d9c5e-5a7e-4c55-9a43-2f9c6d1f0b11"


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\u200b\u200b", "\u0000\u0007", "\u3000"])
async def test_a_message_in_which_nothing_shows_is_refused(person: Person, house: House, text: str) -> None:
    answer = await person.says(text)
    assert (answer.status, (await answer.json())["error"]) == (422, "empty")
    assert house.rasa.heard == []


@pytest.mark.parametrize("length", [5_001, 20_000])
async def test_a_message_that_is_too_long_is_refused_with_a_kind_sentence(person: Person, length: int) -> None:
    answer = await person.says("a" * length)
    told = await answer.json()
    assert (answer.status, told["error"]) == (422, "too_long")
    assert "two or three parts" in told["message"]


async def test_five_thousand_characters_are_taken(person: Person) -> None:
    assert (await person.says("é" * 5_000)).status == 200


async def test_a_body_over_64_kilobytes_is_refused(person: Person) -> None:
    answer = await person.says("a" * 70_000)
    assert (answer.status, (await answer.json())["error"]) == (413, "too_large")


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"null", b"[]", b'"text"', b"\xff\xfe", b'{"id": 1}', b"[" * 50_000]
    + [f'{{"id": "{ID}"{rest}}}'.encode() for rest in ("", ', "text": 5', ', "text": "a", "choice": "b"')],
)
async def test_rubbish_is_refused(person: Person, body: bytes) -> None:
    answer = await person.http.post("/api/chat/messages", data=body)
    assert (answer.status, (await answer.json())["error"]) == (400, "not_understood")


@pytest.mark.parametrize("message_id", ["", "1", "x" * 36, f"{{{ID}}}", ID.replace("-", ""), "../../etc/passwd", None])
async def test_an_id_that_is_no_uuid_is_refused(person: Person, message_id: str | None) -> None:
    answer = await person.http.post("/api/chat/messages", json={"id": message_id, "text": "hello"})
    assert (answer.status, (await answer.json())["error"]) == (422, "bad_id")


@pytest.mark.parametrize("command", ["/restart", '/raise_concern{"risk": "none"}', "  /restart", "/"])
async def test_a_typed_command_is_only_words(person: Person, house: House, command: str) -> None:
    answer = await person.says(command)
    assert "\\" + command.strip() == house.rasa.heard[0]["text"]
    assert command.strip() == (await answer.json())["you"]["text"]


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "😭😭😭", "واحد اثنان", "'; DROP TABLE cases; --", "a\ud800b"]
)
async def test_strange_text_is_kept_as_it_is_and_comes_back_as_json(person: Person, house: House, text: str) -> None:
    answer = await person.says(text)
    assert answer.status == 200
    assert answer.content_type == "application/json"
    assert text.encode("utf-8", "replace").decode() == house.rasa.heard[0]["text"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text())
def test_cleaning_ends_and_leaves_nothing_that_cannot_be_stored(text: str) -> None:
    kept = clean(text)
    kept.encode()
    assert "\x00" not in kept
    assert kept == clean(kept)


async def test_what_was_said_before_is_there_after_a_refusal(person: Person) -> None:
    await person.says("my social worker never comes")
    await person.says("a" * 6_000)
    messages = (await (await person.http.get("/api/chat/messages")).json())["messages"]
    assert messages[0]["text"] == "my social worker never comes"


async def test_an_unknown_address_is_refused_as_json_in_the_api_and_as_a_page_outside(person: Person) -> None:
    api, page = await person.http.get("/api/chat/nothing"), await person.http.get(f"/{uuid4()}")
    assert (api.status, api.content_type) == (404, "application/json")
    assert (page.status, page.content_type) == (404, "text/html")
    assert "0800 1111" in await page.text()
