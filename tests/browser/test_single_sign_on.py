"""Single sign-on against a real OpenID Connect provider, which runs in Node beside the test; through Chromium."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from aiohttp.test_utils import TestServer, unused_port
from playwright.async_api import Page, expect

from bot.console.app import create_app
from bot.settings import Settings
from bot.single_sign_on import Errand, NotProved
from bot.sso import OpenIdProvider, provider_of
from tests.browser.conftest import session_loop
from tests.office import Office

pytestmark = pytest.mark.asyncio(loop_scope="session")

HERE = Path(__file__).parent
START_SECONDS = 60


@dataclass(frozen=True)
class Council:
    """A console and its council's provider, on two sites: 127.0.0.1 and localhost."""

    office: Office
    address: str
    provider: OpenIdProvider


@session_loop()
async def council() -> AsyncIterator[Council]:
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules" / "oidc-provider").is_dir():
        pytest.skip("NO NODE OR NO OIDC-PROVIDER: single sign-on was not tried. Run: npm ci --prefix tests/browser")
    console, port = unused_port(), unused_port()
    settings = Settings(
        console_port=console,
        sso_issuer=f"http://localhost:{port}",
        sso_client_id="have your say",
        sso_client_secret="a secret: of the test",
    )
    provider = provider_of(settings)
    assert provider
    told = {"ISSUER": provider.issuer, "PORT": str(port), "RETURNS_TO": provider.returns_to}
    process = await asyncio.create_subprocess_exec(
        node, "provider.mjs", cwd=HERE, env={**os.environ, **told}, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    try:
        assert b"listening" in await asyncio.wait_for(process.stdout.readline(), START_SECONDS)
        office = Office(provider)
        async with TestServer(create_app(office.desk, settings), host="127.0.0.1", port=console):
            yield Council(office, settings.console_address, provider)
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


async def through_the_provider(page: Page, council: Council, name: str, to: str = "/") -> None:
    """From a page of the console to the provider, where one says one's name, and back."""
    await page.goto(f"{council.address}{to}")
    await page.get_by_role("link", name="Sign in with your council account").click()
    await page.get_by_label("Name").fill(name)
    await page.get_by_role("button", name="Go").click()


async def test_who_gave_a_second_factor_there_is_in_and_where_they_wanted(page: Page, council: Council) -> None:
    officer = council.office.officer("complaints_manager")
    council.office.officers.save(replace(officer, sso_subject="manager-mfa"))
    council.office.alerted()
    await through_the_provider(page, council, "manager-mfa", "/alerts/a1")
    await expect(page).to_have_url(f"{council.address}/alerts/a1")
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Alert")
    assert council.office.acts(officer.id)[-1] == (officer.id, "signed_in")
    cookies = {cookie["name"]: cookie for cookie in await page.context.cookies(council.address)}
    assert cookies["desk"]["sameSite"] == "Strict" and "desk-errand" not in cookies


async def test_who_gave_only_a_password_there_gives_our_second_factor(page: Page, council: Council) -> None:
    officer = council.office.officer("complaints_manager")
    council.office.officers.save(replace(officer, sso_subject="manager"))
    await through_the_provider(page, council, "manager")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Second step")
    await page.get_by_label("Code").fill(council.office.app_code(officer))
    await page.get_by_role("button", name="Go in").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Queue")


@pytest.mark.parametrize("shut", [False, True])
async def test_who_has_no_account_here_or_a_shut_one_stays_out(page: Page, council: Council, shut: bool) -> None:
    officer = council.office.officer("complaints_manager")
    if shut:
        kept = replace(officer, sso_subject="manager-mfa", disabled_at=council.office.clock.now())
        council.office.officers.save(kept)
    await through_the_provider(page, council, "manager-mfa")
    await expect(page.get_by_role("heading", level=1)).to_have_text("The council’s sign-on did not let you in")
    assert not council.office.officers._sessions


async def errand_and_code(council: Council, name: str = "manager-mfa") -> tuple[Errand, str]:
    """What a browser would carry home, taken without one."""
    address, kept = await council.office.desk.single_sign_on.begin("/")
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
        where = address
        for _ in range(10):
            async with http.get(where, allow_redirects=False) as answer:
                to = answer.headers.get("Location", "")
            if to.startswith(council.provider.returns_to):
                return Errand(**kept), parse_qs(urlsplit(to).query)["code"][0]
            if not to:
                to = f"{where}?name={name}"
            where = to if to.startswith("http") else f"{council.provider.issuer}{to}"
    raise AssertionError(f"the provider never came back: {where}")


async def test_the_provider_says_who_it_is_once_for_each_code(council: Council) -> None:
    errand, code = await errand_and_code(council)
    identity = await council.provider.identity(code, errand)
    assert (identity.subject, identity.second_factor) == ("manager-mfa", True)
    with pytest.raises(NotProved):
        await council.provider.identity(code, errand)


@pytest.mark.parametrize("wrong", ["verifier", "nonce"])
async def test_a_code_without_its_own_errand_proves_nothing(council: Council, wrong: str) -> None:
    errand, code = await errand_and_code(council)
    with pytest.raises(NotProved):
        await council.provider.identity(code, replace(errand, **{wrong: "x" * 43}))


async def test_another_browsers_answer_is_not_taken(council: Council) -> None:
    council.office.officers.save(replace(council.office.officer("complaints_manager"), sso_subject="manager-mfa"))
    errand, code = await errand_and_code(council)
    for brought, state in (({}, errand.state), (vars(errand), "another"), (vars(errand), "")):
        with pytest.raises(NotProved):
            await council.office.desk.single_sign_on.finish(brought, state, code)
    token, _ = await council.office.desk.single_sign_on.finish(vars(errand), errand.state, code)
    assert council.office.desk.sessions.who(token)
