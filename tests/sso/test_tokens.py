"""ID tokens that are not to be believed, from a provider that signs whatever a test wants."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from typing import Any

import jwt
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bot.settings import BadSetting, read
from bot.single_sign_on import Errand, NotProved
from bot.sso import OpenIdProvider

ERRAND = Errand("state", "nonce", "verifier", "/")
OURS, THEIRS = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
PUBLIC = OURS.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


class Signer:
    """A provider with one key, which hands out `token`; `about` is what it says of itself beside its endpoints."""

    def __init__(self) -> None:
        self.token = ""
        self.about: dict[str, Any] = {}
        self.status = 200
        self.base = ""

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/.well-known/openid-configuration", self.discovery)
        app.router.add_get("/keys", self.keys)
        app.router.add_post("/token", self.tokens)
        return app

    async def discovery(self, _: web.Request) -> web.Response:
        names = {"authorization_endpoint": "/auth", "token_endpoint": "/token", "jwks_uri": "/keys"}
        told = {"issuer": self.base, **{name: self.base + path for name, path in names.items()}}
        return web.json_response(told | self.about)

    async def keys(self, _: web.Request) -> web.Response:
        key = jwt.algorithms.ECAlgorithm.to_jwk(OURS.public_key(), as_dict=True)
        return web.json_response({"keys": [{**key, "kid": "k1", "use": "sig", "alg": "ES256"}]})

    async def tokens(self, _: web.Request) -> web.Response:
        return web.json_response({"id_token": self.token}, status=self.status)

    def claims(self, **changes: Any) -> dict[str, Any]:
        now = int(time.time())
        told = {"iss": self.base, "sub": "s1", "aud": "us", "exp": now + 300, "iat": now, "nonce": "nonce", **changes}
        return {name: value for name, value in told.items() if value is not None}

    def signs(self, key: Any = OURS, algorithm: str = "ES256", kid: str = "k1", **changes: Any) -> None:
        self.token = jwt.encode(self.claims(**changes), key, algorithm, headers={"kid": kid})

    @property
    def provider(self) -> OpenIdProvider:
        return OpenIdProvider(self.base, "us", "", "https://desk.test/sso/return")


@pytest.fixture
async def signer() -> AsyncIterator[Signer]:
    signer = Signer()
    async with TestServer(signer.app()) as server:
        signer.base = str(server.make_url("")).rstrip("/")
        yield signer


@pytest.mark.parametrize(("amr", "second"), [(None, False), (["pwd"], False), (["pwd", "otp"], True), ("mfa", False)])
async def test_a_token_that_is_right_says_who_it_is(signer: Signer, amr: Any, second: bool) -> None:
    signer.signs(amr=amr)
    identity = await signer.provider.identity("code", ERRAND)
    assert (identity.subject, identity.second_factor) == ("s1", second)


@pytest.mark.parametrize(
    "changes",
    [
        {"nonce": "another"}, {"nonce": None}, {"aud": "somebody else"}, {"aud": None}, {"iss": "https://evil.test"},
        {"exp": 1}, {"exp": None}, {"iat": None}, {"sub": None}, {"aud": ["us", "them"], "azp": "them"},
        {"key": THEIRS}, {"kid": "unknown"},
    ],
    ids=lambda changes: ",".join(changes),
)  # fmt: skip
async def test_a_token_that_is_wrong_in_anything_is_not_believed(signer: Signer, changes: dict[str, Any]) -> None:
    signer.signs(**changes)
    with pytest.raises(NotProved):
        await signer.provider.identity("code", ERRAND)


@pytest.mark.parametrize("token", ["", "x", "x.y.z", "eyJhbGciOiJub25lIn0.e30."])
async def test_what_is_no_token_is_not_believed(signer: Signer, token: str) -> None:
    signer.token = token
    with pytest.raises(NotProved):
        await signer.provider.identity("code", ERRAND)


async def test_an_unsigned_token_is_not_believed(signer: Signer) -> None:
    signer.token = jwt.encode(signer.claims(), None, "none", headers={"kid": "k1"})  # type: ignore[arg-type]
    with pytest.raises(NotProved):
        await signer.provider.identity("code", ERRAND)


async def test_a_token_signed_with_the_public_key_as_a_shared_secret_is_not_believed(signer: Signer) -> None:
    monkey = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256)
    parts = jwt.encode(signer.claims(), OURS, "ES256", headers={"kid": "k1"}).split(".")
    header = jwt.utils.base64url_encode(b'{"alg":"HS256","typ":"JWT","kid":"k1"}').decode()
    signed = f"{header}.{parts[1]}".encode()
    signer.token = f"{signed.decode()}.{jwt.utils.base64url_encode(monkey.sign(signed, PUBLIC)).decode()}"
    with pytest.raises(NotProved):
        await signer.provider.identity("code", ERRAND)


async def test_a_provider_that_calls_itself_something_else_is_not_believed(signer: Signer) -> None:
    signer.signs()
    signer.about = {"issuer": "https://evil.test"}
    with pytest.raises(NotProved):
        await signer.provider.identity("code", ERRAND)


@pytest.mark.parametrize("status", [302, 400, 500])
async def test_a_provider_that_refuses_proves_nothing(signer: Signer, status: int) -> None:
    signer.signs()
    signer.status = status
    with pytest.raises(NotProved):
        await signer.provider.identity("code", ERRAND)


async def test_a_provider_that_is_away_proves_nothing() -> None:
    away = OpenIdProvider("http://127.0.0.1:9", "us", "", "https://desk.test/sso/return")
    with pytest.raises(NotProved):
        await away.address(ERRAND)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"SSO_ISSUER": "http://login.council.test"}, "must begin with https://"),
        ({"SSO_ISSUER": "login.council.test"}, "must begin with https://"),
        ({"SSO_ISSUER": "https://login.council.test"}, "SSO_CLIENT_ID is not"),
    ],
)
def test_settings_that_cannot_be_trusted_are_refused(settings: dict[str, str], says: str, tmp_path: Any) -> None:
    with pytest.raises(BadSetting, match=says):
        read({"DATA_DIR": str(tmp_path), **settings})
