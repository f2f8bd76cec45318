"""Single sign-on: an officer comes in with the council's own account (OpenID Connect), where a council has set it.

Nobody gets an account by it: an administrator opens accounts, and says who they are to the provider. Where the
provider does not say that a second factor was given there, ours is asked.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Protocol

from bot.ports import Audit, Clock, Officer, Officers
from bot.sessions import Sessions


class NotProved(Exception):
    """The provider did not say who it is, or said it of somebody who has no account here."""


@dataclass(frozen=True)
class Identity:
    """Who somebody is, as the provider says."""

    subject: str
    second_factor: bool  # whether they gave one there


@dataclass(frozen=True)
class Errand:
    """What the browser carries to the provider and back, so that nobody else's answer is taken for its own."""

    state: str
    nonce: str
    verifier: str  # of PKCE (RFC 7636)
    to: str  # the page that was asked for


class Provider(Protocol):
    """The council's provider. Both methods raise NotProved when it cannot be reached or believed."""

    async def address(self, errand: Errand) -> str:
        """Where to send the browser."""
        ...

    async def identity(self, code: str, errand: Errand) -> Identity:
        """Who came back with this code."""
        ...


@dataclass(frozen=True)
class SingleSignOn:
    """Sends officers to the provider and lets in who comes back. Without a provider it is off."""

    provider: Provider | None
    officers: Officers
    sessions: Sessions
    audit: Audit
    clock: Clock

    @property
    def is_on(self) -> bool:
        """Whether a council has set it."""
        return self.provider is not None

    async def begin(self, to: str) -> tuple[str, Mapping[str, str]]:
        """Where to send the browser, and what it has to bring back. Raises NotProved."""
        if self.provider is None:
            raise NotProved("single sign-on is off")
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        errand = Errand(state, nonce, verifier, to)
        return await self.provider.address(errand), asdict(errand)

    async def finish(self, brought: Mapping[str, str], state: str, code: str) -> tuple[str, str]:
        """The token of the new session, and where they wanted to go. Raises NotProved."""
        if self.provider is None or set(brought) != set(Errand.__dataclass_fields__):
            raise NotProved("nobody was sent to the provider from this browser")
        errand = Errand(**brought)
        if not code or not hmac.compare_digest(errand.state.encode(), state.encode()):
            raise NotProved("this answer belongs to another errand")
        identity = await self.provider.identity(code, errand)
        return await asyncio.to_thread(self._let_in, identity), errand.to

    def _let_in(self, identity: Identity) -> str:
        officer, now = self._known(identity.subject), self.clock.now()
        if officer is None:
            self.audit.note("nobody", "sign_in_failed", "single sign-on", now)
            raise NotProved("nobody here is that to the provider")
        if not identity.second_factor:
            return self.sessions.begin(officer)
        self.audit.note(officer.id, "signed_in", officer.id, now)
        return self.sessions.open(officer.id, proved=True)

    def _known(self, subject: str) -> Officer | None:
        every = self.officers.all()
        return next((each for each in every if each.sso_subject == subject and not each.disabled_at), None)
