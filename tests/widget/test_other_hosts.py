"""The widget on another host of the council's: the snippet, who may read and write from there, and older scripts."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from bot import settings
from bot.settings import BadSetting, Settings
from bot.widget.script import Asset
from bot.widget.versions import Versions
from tests.widget.conftest import Open, Person

COUNCIL = "https://www.council.test"
DOOR = "https://say.council.test"
FROM_COUNCIL = {"Origin": COUNCIL, "Sec-Fetch-Site": "same-site"}
STRANGERS = (
    "https://evil.test", "https://www.council.test.evil.test", "https://evilwww.council.test",
    "https://other.council.test", "http://www.council.test", "https://www.council.test:8443", "null",
)  # fmt: skip


async def _open(open_door: Open) -> Person:
    return await open_door(public_url=DOOR, widget_origins=f"{COUNCIL}, https://families.council.test")


async def test_the_snippet_names_the_script_with_the_hash_of_what_is_served(open_door: Open) -> None:
    person = await _open(open_door)
    answer = await person.http.get("/widget/snippet")
    assert answer.content_type == "text/plain"
    snippet = await answer.text()
    script = re.search(rf'src="{DOOR}(/widget/[0-9a-f]+\.js)" integrity="(.+?)" crossorigin="anonymous"', snippet)
    assert script
    body = await (await person.http.get(script[1])).read()
    assert "sha384-" + base64.b64encode(hashlib.sha384(body).digest()).decode() == script[2]
    assert f'action="{DOOR}/leave"' in snippet
    assert re.search(rf'<have-your-say><a href="{DOOR}/say">[^<]+</a></have-your-say>', snippet)


async def test_a_page_on_a_named_host_may_read_and_write(open_door: Open) -> None:
    person = await _open(open_door)
    written = await person.says("hello", headers=FROM_COUNCIL)
    read = await person.http.get("/api/chat/messages", headers=FROM_COUNCIL)
    for answer in (written, read):
        assert answer.status == 200
        assert answer.headers["Access-Control-Allow-Origin"] == COUNCIL
        assert answer.headers["Access-Control-Allow-Credentials"] == "true"
        assert answer.headers["Vary"] == "Origin"


async def test_a_browser_that_asks_first_is_told_what_is_allowed(open_door: Open) -> None:
    person = await _open(open_door)
    asks = {"Access-Control-Request-Method": "DELETE", "Access-Control-Request-Headers": "content-type"}
    answer = await person.http.options("/api/chat", headers=FROM_COUNCIL | asks)
    assert answer.status == 204
    assert "DELETE" in answer.headers["Access-Control-Allow-Methods"]
    assert "Last-Event-ID" in answer.headers["Access-Control-Allow-Headers"]
    assert answer.headers["Access-Control-Allow-Origin"] == COUNCIL
    stranger = await person.http.options("/api/chat", headers=asks | {"Origin": "https://evil.test"})
    assert stranger.status == 405
    assert "Access-Control-Allow-Origin" not in stranger.headers


@pytest.mark.parametrize("origin", STRANGERS)
@pytest.mark.parametrize("site", ["same-site", "cross-site"])
async def test_no_other_host_may_read_write_or_end_a_chat(open_door: Open, origin: str, site: str) -> None:
    person = await _open(open_door)
    await person.says("hello")
    stranger = {"Origin": origin, "Sec-Fetch-Site": site}
    assert (await person.says("from elsewhere", headers=stranger)).status == 403
    assert (await person.http.delete("/api/chat", headers=stranger)).status == 403
    left = await person.http.post("/leave", headers=stranger, allow_redirects=False)
    assert "Clear-Site-Data" not in left.headers
    read = await person.http.get("/api/chat/messages", headers=stranger)
    assert "Access-Control-Allow-Origin" not in read.headers


async def test_a_named_origin_on_another_site_may_not_write(open_door: Open) -> None:
    person = await _open(open_door)
    answer = await person.says("hello", headers={"Origin": COUNCIL, "Sec-Fetch-Site": "cross-site"})
    assert answer.status == 403


async def test_pages_are_never_opened_to_another_host(open_door: Open) -> None:
    person = await _open(open_door)
    for path in ("/", "/say", "/status", "/healthz", "/unlock"):
        answer = await person.http.get(path, headers=FROM_COUNCIL)
        assert "Access-Control-Allow-Origin" not in answer.headers


async def test_no_answer_allows_any_origin_with_a_star(open_door: Open) -> None:
    for person in (await _open(open_door), await open_door()):
        for path in ("/api/chat/messages", "/widget/snippet", "/api/chat/events"):
            answer = await person.http.get(path, headers=FROM_COUNCIL)
            assert answer.headers.get("Access-Control-Allow-Origin") != "*"


async def test_the_button_around_the_widget_ends_the_chat_from_a_named_host(open_door: Open) -> None:
    person = await _open(open_door)
    await person.says("hello")
    left = await person.http.post("/leave", headers=FROM_COUNCIL, allow_redirects=False)
    assert "cookies" in left.headers["Clear-Site-Data"]


async def test_a_script_of_an_earlier_release_is_still_served_and_one_that_was_changed_is_not(
    open_door: Open, tmp_path: Path
) -> None:
    older = Asset(b"console.log('older')", "js")
    Versions(tmp_path / "widget", older).keep()
    person = await open_door(data_dir=tmp_path)
    answer = await person.http.get(older.path)
    assert (answer.status, await answer.read()) == (200, older.body)
    kept = [path.name for path in (tmp_path / "widget").iterdir()]
    assert len(kept) == 2
    (tmp_path / older.path.lstrip("/")).write_bytes(b"steal()")
    assert (await person.http.get(older.path)).status == 404


@pytest.mark.parametrize("name", ["../secrets/rasa_token", "..%2f..%2fkeys", "0" * 24, "x" * 24, "0" * 23])
async def test_no_other_file_is_served_as_a_script(open_door: Open, tmp_path: Path, name: str) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "rasa_token.js").write_text("secret")
    person = await open_door(data_dir=tmp_path)
    assert (await person.http.get(f"/widget/{name}.js")).status == 404


def test_a_disk_that_cannot_be_written_to_does_not_stop_the_door(tmp_path: Path) -> None:
    (tmp_path / "widget").write_text("a file in the way")
    versions = Versions(tmp_path / "widget", Asset(b"script", "js"))
    versions.keep()
    assert versions.of(Path(versions.current.path).stem) == versions.current


@pytest.mark.parametrize(
    "origins",
    ["*", "www.council.test", "https://www.council.test/", "https://*.council.test", "null", "http://www.council.test"],
)
def test_an_origin_that_is_not_whole_stops_the_start(origins: str, tmp_path: Path) -> None:
    environment = {"DATA_DIR": str(tmp_path), "PUBLIC_URL": DOOR, "WIDGET_ORIGINS": origins}
    with pytest.raises(BadSetting, match="WIDGET_ORIGINS"):
        settings.read(environment)


def test_several_origins_are_read() -> None:
    assert Settings(widget_origins=f"{COUNCIL}, {DOOR},").origins == (COUNCIL, DOOR)
