"""Hardening: cookies, origins, headers, and what cannot be done from somewhere else."""

import base64
import hashlib
import re
from uuid import uuid4

import pytest

from bot.widget.guard import Addresses
from bot.widget.refusals import Refused
from tests.widget.conftest import House, Open, Person

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
PATHS = (
    "/", "/help-now", "/privacy", "/leave", "/healthz", "/readyz", "/nothing-here",
    "/api/chat/messages", "/api/chat", "/api/openapi.json",
)  # fmt: skip


async def test_over_http_the_cookie_is_hidden_from_scripts_and_other_sites(person: Person) -> None:
    cookie = (await person.says("hello")).cookies["hys"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/")
    assert (cookie["domain"], cookie["max-age"]) == ("", "")
    assert len(base64.urlsafe_b64decode(cookie.value + "=")) >= 16


async def test_over_https_the_cookie_is_held_to_this_host(open_door: Open) -> None:
    person = await open_door(public_url="https://say.council.test")
    answer = await person.says("hello")
    cookie = answer.cookies["__Host-hys"]
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, True, "Strict", "/")
    assert "max-age=" in answer.headers["Strict-Transport-Security"]


async def test_a_made_up_token_is_never_taken_over(person: Person) -> None:
    planted = "A" * 43
    answer = await person.says("hello", headers={"Cookie": f"hys={planted}"})
    assert planted != answer.cookies["hys"].value


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.test"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
async def test_another_site_can_neither_write_nor_end_a_conversation(
    person: Person, house: House, headers: dict[str, str]
) -> None:
    await person.says("hello")
    written = await person.says("from elsewhere", headers=headers)
    ended = await person.http.delete("/api/chat", headers=headers)
    assert [(a.status, (await a.json())["error"]) for a in (written, ended)] == [(403, "from_elsewhere")] * 2
    assert [heard["text"] for heard in house.rasa.heard] == ["hello"]
    assert len((await (await person.http.get("/api/chat/messages")).json())["messages"]) == 2


async def test_our_own_pages_may_write(person: Person) -> None:
    own = f"http://{person.http.host}:{person.http.port}"
    assert (await person.says("hello", headers={"Origin": own, "Sec-Fetch-Site": "same-origin"})).status == 200


async def test_behind_a_proxy_the_public_address_is_our_own(open_door: Open) -> None:
    person = await open_door(public_url="https://say.council.test")
    assert (await person.says("hello", headers={"Origin": "https://say.council.test"})).status == 200


@pytest.mark.parametrize("path", PATHS)
async def test_every_answer_carries_the_security_headers(person: Person, path: str) -> None:
    for method in METHODS:
        answer = await person.http.request(method, path, allow_redirects=False)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, method
        assert answer.headers["Cache-Control"] == "no-store", method
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'"), method
        assert "frame-ancestors 'none'" in policy, method
        assert "unsafe" not in policy, method
        for forbidden in ("geolocation=()", "camera=()", "microphone=()"):
            assert forbidden in answer.headers["Permissions-Policy"], (method, forbidden)
        assert answer.status < 500, method


async def test_no_answer_allows_another_origin_to_read_it(person: Person) -> None:
    for path in PATHS:
        answer = await person.http.get(path, headers={"Origin": "https://evil.test"})
        assert "Access-Control-Allow-Origin" not in answer.headers


async def test_the_script_and_style_are_what_the_page_says_they_are(person: Person) -> None:
    page = await (await person.http.get("/")).text()
    for address, integrity in re.findall(r'(?:src|href)="(/widget/[^"]+)" integrity="([^"]+)"', page):
        answer = await person.http.get(address)
        body = await answer.read()
        assert "sha384-" + base64.b64encode(hashlib.sha384(body).digest()).decode() == integrity
        assert "immutable" in answer.headers["Cache-Control"]
        assert hashlib.sha256(body).hexdigest()[:24] in address
    assert len(re.findall(r"integrity=", page)) == 2


async def test_no_page_loads_or_names_another_host_but_the_way_out(person: Person) -> None:
    script = re.search(r"/widget/[0-9a-f]+\.js", await (await person.http.get("/")).text())
    assert script
    for path in ("/", "/help-now", "/privacy", script[0]):
        text = await (await person.http.get(path)).text()
        assert {"https://www.bbc.co.uk/weather"} >= set(re.findall(r"https?://[^\s\"'`)]+", text))


async def test_no_page_has_inline_script_or_style(person: Person) -> None:
    for path in ("/", "/help-now", "/privacy"):
        html = await (await person.http.get(path)).text()
        assert not re.search(r"<script(?![^>]*src=)|<style| on\w+=| style=", html)


async def test_a_get_changes_nothing(person: Person, house: House) -> None:
    for path in (*PATHS, "/api/chat/events"):
        await person.http.get(path, allow_redirects=False)
    assert house.chats._chats == {}


async def test_a_flood_from_one_address_is_stopped_and_a_new_minute_forgives_it() -> None:
    addresses = Addresses(most=3)
    for _ in range(3):
        addresses.count("203.0.113.9")
    with pytest.raises(Refused, match="too_many"):
        addresses.count("203.0.113.9")
    addresses.count("203.0.113.10")


async def test_an_error_tells_nothing_of_our_insides(person: Person, house: House) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a sentence about our insides")

    await person.says("hello")
    house.chats.by_mark = broken  # type: ignore[assignment,method-assign]
    answer = await person.says("hello", str(uuid4()))
    assert answer.status == 503
    assert "insides" not in await answer.text()
