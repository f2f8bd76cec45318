"""GOV.UK Notify: a real server of the test's checks every token as Notify says that it does."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jwt
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.bootstrap import join
from bot.notices.notify import NotifyNotices
from bot.ports import NoticeFailed
from bot.settings import BadSetting, Settings

SERVICE, SECRET = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"
TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a"
KEY = f"my-console-key-{SERVICE}-{SECRET}"
LINK = "https://console.council.test/alerts/a1"
TO = "lead@council.test"
HALF_A_MINUTE = 30


@dataclass
class Notify:
    """What arrived, and how it is answered."""

    address: str = ""
    status: int = 201
    drops: bool = False
    told: list[dict[str, Any]] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)

    async def email(self, request: web.Request) -> web.Response:
        """POST /v2/notifications/email: 403 for a token that is not as it must be."""
        if self.drops:
            assert request.transport
            request.transport.abort()
        scheme, _, token = request.headers["Authorization"].partition(" ")
        if scheme != "Bearer" or not _is_good(token):
            return web.json_response({"status_code": 403, "errors": []}, status=403)
        self.tokens.append(token)
        if self.status == 201:
            self.told.append(await request.json())
        return web.json_response({"id": "740e5834-3a29-46b4-9a6f-16142fde533a"}, status=self.status)


def _is_good(token: str) -> bool:
    if jwt.get_unverified_header(token) != {"typ": "JWT", "alg": "HS256"}:
        return False
    try:
        claims = jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_iat": False})
    except jwt.InvalidTokenError:
        return False
    return (
        set(claims) == {"iss", "iat"} and claims["iss"] == SERVICE and abs(time.time() - claims["iat"]) < HALF_A_MINUTE
    )


@pytest.fixture
async def notify() -> AsyncIterator[Notify]:
    found, app = Notify(), web.Application()
    app.router.add_post("/v2/notifications/email", found.email)
    async with TestServer(app) as server:
        found.address = str(server.make_url(""))
        yield found


def notices(notify: Notify, key: str = KEY) -> NotifyNotices:
    return NotifyNotices(settings(notify.address, key))


def settings(url: str, key: str = KEY, template: str = TEMPLATE) -> Settings:
    return Settings(notify_api_key=key, notify_template=template, notify_url=url)


async def test_a_notice_is_handed_over_with_a_token_that_notify_takes(notify: Notify) -> None:
    await notices(notify).send(TO, "alert_raised", {"link": LINK})
    [told] = notify.told
    assert (told["email_address"], told["template_id"], told["reference"]) == (TO, TEMPLATE, "alert_raised")
    assert told["personalisation"]["subject"] == "A safety alert is open"
    assert LINK in told["personalisation"]["body"]


async def test_the_token_is_of_the_moment_at_which_it_is_used(notify: Notify, monkeypatch: pytest.MonkeyPatch) -> None:
    sender, now = notices(notify), time.time()
    await sender.send(TO, "alert_raised", {"link": LINK})
    monkeypatch.setattr("bot.notices.notify.time.time", lambda: now + 10)
    await sender.send(TO, "alert_raised", {"link": LINK})
    assert notify.tokens[0] != notify.tokens[1]


async def test_a_secret_that_is_not_the_keys_is_refused_and_the_notice_waits(notify: Notify) -> None:
    with pytest.raises(NoticeFailed, match="403"):
        await notices(notify, f"key-{SERVICE}-{TEMPLATE}").send(TO, "alert_raised", {"link": LINK})
    assert notify.told == []


@pytest.mark.parametrize("status", [200, 307, 400, 429, 500])
async def test_every_other_answer_is_a_notice_failed(notify: Notify, status: int) -> None:
    notify.status = status
    with pytest.raises(NoticeFailed, match=str(status)):
        await notices(notify).send(TO, "alert_raised", {"link": LINK})


async def test_a_line_that_breaks_and_a_server_that_is_not_there_are_a_notice_failed(notify: Notify) -> None:
    notify.drops = True
    with pytest.raises(NoticeFailed):
        await notices(notify).send(TO, "alert_raised", {"link": LINK})
    with pytest.raises(NoticeFailed):
        await NotifyNotices(settings("http://127.0.0.1:9")).send(TO, "alert_raised", {"link": LINK})


async def test_words_of_a_case_are_refused_here_too(notify: Notify) -> None:
    with pytest.raises(ValueError, match="link"):
        await notices(notify).send(TO, "alert_raised", {"link": "he is hurting me"})
    assert notify.told == []


@pytest.mark.parametrize("key", ["", "x", SERVICE, f"{SERVICE}-{SECRET}", f"name-{SERVICE}-{SECRET[:-1]}"])
def test_a_key_that_is_none_is_a_bad_setting(key: str) -> None:
    with pytest.raises(BadSetting, match="NOTIFY_API_KEY") as bad:
        NotifyNotices(settings("https://notify.test", key or "x"))
    assert not key or key not in str(bad.value) or len(key) == 1


def test_a_template_that_is_no_id_is_a_bad_setting() -> None:
    with pytest.raises(BadSetting, match="NOTIFY_TEMPLATE"):
        NotifyNotices(settings("https://notify.test", template=""))


@pytest.mark.parametrize("url", ["http://notify.example", "notify.example", "ftp://127.0.0.1"])
def test_a_token_never_leaves_this_machine_in_clear(url: str) -> None:
    with pytest.raises(BadSetting, match="NOTIFY_URL"):
        NotifyNotices(settings(url))


def test_with_a_key_notify_sends_what_the_mail_server_would(tmp_path: Path) -> None:
    route = {"duty_email": TO, "council_phone": "020 7946 0000", "out_of_hours_phone": "020 7946 0999"}
    chosen = Settings(notify_api_key=KEY, notify_template=TEMPLATE, data_dir=tmp_path, rasa_token="t", **route)
    assert not chosen.demonstration
    assert isinstance(join(chosen).notices, NotifyNotices)
