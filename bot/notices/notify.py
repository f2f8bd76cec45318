"""Notices through GOV.UK Notify, for a council that sends its mail that way.

Its documentation (docs.notifications.service.gov.uk) says: POST /v2/notifications/email with a JSON Web Token of the
service's own making. The key that it gives is a name, the service's id and the secret, both of these UUIDs; the token
is signed with the secret by HS256, names the service as `iss` and the present second as `iat`, and is good for half a
minute. The template needs two fields, ((subject)) as its subject and ((body)) as all of its text.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Mapping
from urllib.parse import urlsplit

import aiohttp
import jwt

from bot.notices.written import written
from bot.ports import NoticeFailed
from bot.settings import LOOPBACK, BadSetting, Settings

log = logging.getLogger(__name__)

UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
KEY = re.compile(rf".+-({UUID})-({UUID})", re.IGNORECASE)
PATIENCE = aiohttp.ClientTimeout(total=15)
CREATED = 201


class NotifyNotices:
    """Sends notices through GOV.UK Notify; ports.Notices says what is promised."""

    def __init__(self, settings: Settings) -> None:
        """Read NOTIFY_API_KEY, NOTIFY_TEMPLATE and NOTIFY_URL; raises BadSetting when one cannot be used."""
        key = KEY.fullmatch(settings.notify_api_key)
        if key is None:
            raise BadSetting("NOTIFY_API_KEY must be a key as GOV.UK Notify shows it: a name and two long ids.")
        self._service, self._secret = key[1], key[2]
        if not re.fullmatch(UUID, settings.notify_template, re.IGNORECASE):
            raise BadSetting("NOTIFY_TEMPLATE must be the id of a template whose fields are ((subject)) and ((body)).")
        self._template = settings.notify_template
        self._address = f"{_checked(settings.notify_url)}/v2/notifications/email"

    async def send(self, to: str, kind: str, facts: Mapping[str, str]) -> None:
        """Send one notice to one address; raises as `MailNotices.send` does."""
        subject, body = written(kind, facts)
        told = {
            "email_address": to,
            "template_id": self._template,
            "personalisation": {"subject": subject, "body": body},
            "reference": kind,
        }
        try:
            status = await self._post(told)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise NoticeFailed(f"GOV.UK Notify could not be reached for a notice of kind {kind}") from error
        if status != CREATED:
            raise NoticeFailed(f"GOV.UK Notify answered {status} to a notice of kind {kind}")
        log.info("notice of kind %s handed to GOV.UK Notify", kind)

    async def _post(self, told: Mapping[str, object]) -> int:
        headers = {"Authorization": f"Bearer {self._token()}"}
        async with (
            aiohttp.ClientSession(timeout=PATIENCE) as session,
            # Followed elsewhere, the token would go to whoever answers there.
            session.post(self._address, json=told, headers=headers, allow_redirects=False) as answer,
        ):
            return answer.status

    def _token(self) -> str:
        """Made anew for every request: the other side takes none that is older than half a minute."""
        return jwt.encode({"iss": self._service, "iat": int(time.time())}, self._secret, algorithm="HS256")


def _checked(url: str) -> str:
    """The address without a slash at its end. The token leaves this machine only over TLS."""
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise BadSetting(f"NOTIFY_URL is {url!r}; it must begin with https://.")
    return url.rstrip("/")
