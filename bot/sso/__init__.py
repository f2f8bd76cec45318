"""The council's provider of single sign-on: OpenID Connect Core 1.0 with the authorization code flow and PKCE.

What it says is believed only when it is signed with a key of its own, meant for us, still valid, and the answer to
what this browser asked.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus, urlencode

import aiohttp
import jwt

from bot.settings import Settings
from bot.single_sign_on import Errand, Identity, NotProved

SECONDS = aiohttp.ClientTimeout(total=10)
LARGEST_ANSWER = 256 * 1024
SIGNED_WITH = ("RS256", "PS256", "ES256", "EdDSA")  # never "none", and never a secret that both sides know
NEEDED = ["iss", "sub", "aud", "exp", "iat", "nonce"]
LEEWAY = 60  # seconds that two clocks may differ
# What a provider calls it when more than a password was given (RFC 8176).
SECOND_FACTORS = frozenset({"mfa", "otp", "hwk", "sc"})


@dataclass(frozen=True)
class OpenIdProvider:
    """Speaks to the provider that SSO_ISSUER names; single_sign_on.Provider says what is promised."""

    issuer: str
    client_id: str
    client_secret: str  # empty for a client that is public
    returns_to: str

    async def address(self, errand: Errand) -> str:
        """Where to send the browser."""
        challenge = base64.urlsafe_b64encode(hashlib.sha256(errand.verifier.encode()).digest()).rstrip(b"=").decode()
        asked = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": self.returns_to,
            "scope": "openid",
            "state": errand.state,
            "nonce": errand.nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        async with self._http() as http:
            about = await self._about(http)
        return f"{about['authorization_endpoint']}?{urlencode(asked)}"

    async def identity(self, code: str, errand: Errand) -> Identity:
        """Who came back with this code, by an ID token that was checked."""
        async with self._http() as http:
            about = await self._about(http)
            tokens = await self._tokens(http, str(about["token_endpoint"]), code, errand)
            keys = await _json(http.get(str(about["jwks_uri"])))
        return self._checked(str(tokens.get("id_token", "")), keys, errand)

    def _checked(self, token: str, keys: Mapping[str, Any], errand: Errand) -> Identity:
        try:
            key = jwt.PyJWKSet.from_dict(dict(keys))[jwt.get_unverified_header(token)["kid"]]
            claims = jwt.decode(
                token, key, algorithms=SIGNED_WITH, audience=self.client_id, issuer=self.issuer, leeway=LEEWAY,
                options={"require": NEEDED},
            )  # fmt: skip
        except (jwt.PyJWTError, KeyError, TypeError, ValueError) as error:
            raise NotProved(f"the ID token is not to be believed: {type(error).__name__}") from error
        if not hmac.compare_digest(str(claims["nonce"]).encode(), errand.nonce.encode()):
            raise NotProved("the ID token answers another errand")
        if claims.get("azp", self.client_id) != self.client_id:
            raise NotProved("the ID token was made for another client")
        ways = claims.get("amr") or []
        return Identity(
            str(claims["sub"]), isinstance(ways, list) and bool(SECOND_FACTORS.intersection(map(str, ways)))
        )

    async def _about(self, http: aiohttp.ClientSession) -> Mapping[str, Any]:
        """What the provider says of itself; it must be who we asked."""
        about = await _json(http.get(f"{self.issuer.rstrip('/')}/.well-known/openid-configuration"))
        if about.get("issuer") != self.issuer:
            raise NotProved("the provider calls itself something else")
        if not all(
            isinstance(about.get(name), str) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")
        ):
            raise NotProved("the provider does not say where its endpoints are")
        return about

    async def _tokens(self, http: aiohttp.ClientSession, endpoint: str, code: str, errand: Errand) -> Mapping[str, Any]:
        told = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.returns_to,
            "client_id": self.client_id,
            "code_verifier": errand.verifier,
        }
        return await _json(http.post(endpoint, data=told, headers=self._proof(), allow_redirects=False))

    def _proof(self) -> Mapping[str, str]:
        """What proves that we are this client: both parts are written as in a form first (RFC 6749, section 2.3.1)."""
        if not self.client_secret:
            return {}
        both = f"{quote_plus(self.client_id)}:{quote_plus(self.client_secret)}"
        return {"Authorization": f"Basic {base64.b64encode(both.encode()).decode()}"}

    def _http(self) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(timeout=SECONDS)


def provider_of(settings: Settings) -> OpenIdProvider | None:
    """The provider that the settings name; None where they name none."""
    if not settings.sso_issuer:
        return None
    returns_to = f"{settings.console_address}/sso/return"
    return OpenIdProvider(settings.sso_issuer, settings.sso_client_id, settings.sso_client_secret, returns_to)


async def _json(asking: Any) -> Mapping[str, Any]:
    """The JSON object of an answer. Raises NotProved for every other answer, and for none."""
    try:
        async with asking as answer:
            if answer.status != 200 or (answer.content_length or 0) > LARGEST_ANSWER:
                raise NotProved(f"the provider answered {answer.status}")
            told = await answer.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        raise NotProved(f"the provider cannot be reached or understood: {type(error).__name__}") from error
    if not isinstance(told, dict):
        raise NotProved("the provider's answer is no object")
    return told
