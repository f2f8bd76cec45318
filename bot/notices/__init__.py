"""Notices: mail that tells an officer where to look. It carries ids and a link, never the words of a case."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import localtime, make_msgid
from typing import Any
from urllib.parse import unquote, urlsplit

import aiosmtplib

from bot.notices.written import TEMPLATES, written
from bot.ports import NoticeFailed
from bot.settings import LOOPBACK, BadSetting, Settings

log = logging.getLogger(__name__)

__all__ = ["TEMPLATES", "MailNotices", "NoNotices", "written"]

SECONDS = 15
PORTS = {"smtp": 25, "smtps": 465}


class MailNotices:
    """Sends notices through the mail server of SMTP_URL; ports.Notices says what is promised."""

    def __init__(self, settings: Settings) -> None:
        """Read SMTP_URL and MAIL_FROM; raises BadSetting when either cannot be used."""
        self._server = _server(settings.smtp_url)
        try:
            self._sender = Address(addr_spec=settings.mail_from)
        except (ValueError, IndexError, MessageError) as error:
            raise BadSetting("MAIL_FROM must be one mail address, like complaints@council.gov.uk.") from error

    async def send(self, to: str, kind: str, facts: Mapping[str, str]) -> None:
        """Send one notice to one address.

        Raises NoticeFailed when the mail server did not take it or the address is none; ValueError for a kind without
        a template, a fact that is missing, or one that is more than an id or a link.
        """
        message = self._message(to, *written(kind, facts))
        try:
            await aiosmtplib.send(message, timeout=SECONDS, **self._server)
        except (aiosmtplib.SMTPException, OSError) as error:
            raise NoticeFailed(f"the mail server did not take a notice of kind {kind}") from error
        log.info("notice of kind %s sent", kind)

    def _message(self, to: str, subject: str, body: str) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        try:
            message["To"] = Address(addr_spec=to)
        except (ValueError, IndexError, MessageError) as error:
            raise NoticeFailed("the address of the person to be told is not one mail address") from error
        message["From"] = self._sender
        message["Subject"] = subject
        message["Date"] = localtime()
        message["Message-ID"] = make_msgid(domain=self._sender.domain)  # or it would name this machine
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence note comes back
        message.set_content(body)
        return message


class NoNotices:
    """Sends nothing: in a demonstration there is nobody to tell."""

    async def send(self, to: str, kind: str, facts: Mapping[str, str]) -> None:  # noqa: ARG002
        """Log that there was something to tell."""
        written(kind, facts)
        log.info("demonstration: a notice of kind %s goes to nobody", kind)


def _server(url: str) -> dict[str, Any]:
    """How to reach the mail server. A password leaves this machine only over TLS."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise BadSetting("SMTP_URL holds a port that is no number.") from error
    if parts.scheme not in PORTS or not host:
        raise BadSetting("SMTP_URL must look like smtp://user:password@host:port, or smtps://… for TLS from the start.")
    must_be_tls = bool(parts.password) and host not in LOOPBACK
    return {
        "hostname": host,
        "port": port or PORTS[parts.scheme],
        "username": unquote(parts.username) if parts.username else None,
        "password": unquote(parts.password) if parts.password else None,
        "use_tls": parts.scheme == "smtps",
        "start_tls": False if parts.scheme == "smtps" else True if must_be_tls else None,  # None: when it is offered
    }
