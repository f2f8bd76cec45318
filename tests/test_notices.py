"""Notices: a real mail server receives them, and they say nothing but where to look."""

from __future__ import annotations

import asyncio
import datetime
import ipaddress
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bot.notices import TEMPLATES, MailNotices, NoNotices, written
from bot.ports import NoticeFailed
from bot.settings import BadSetting, Settings

WITH_CODE = {"code": "8B2C-0DDF-9G7H", "door": "http://127.0.0.1:8081/duty"}
FACTS = {"alert": "a1b2c3", "risk": "at_risk", "link": "http://127.0.0.1:8081/alerts/a1b2c3"}
TO = "duty@council.example"


class Post:
    """What arrived at the mail server, and what it answers."""

    def __init__(self) -> None:
        self.envelopes: list[Envelope] = []
        self.answer = "250 OK"
        self.logins: list[Any] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Envelope) -> str:
        if self.answer.startswith("250"):
            self.envelopes.append(envelope)
        return self.answer

    def authenticate(self, _server: Any, _session: Any, _envelope: Any, _mechanism: Any, told: Any) -> AuthResult:
        self.logins.append(told)
        return AuthResult(success=True)

    def mail(self) -> EmailMessage:
        """The one message that arrived."""
        (envelope,) = self.envelopes
        message = message_from_bytes(bytes(envelope.content or b""), policy=policy.default)
        assert isinstance(message, EmailMessage)
        return message


@asynccontextmanager
async def serving(post: Post, host: str = "127.0.0.1", **options: Any) -> AsyncIterator[str]:
    """A real mail server on a port of its own; gives its host and port."""
    loop = asyncio.get_running_loop()
    options = {"auth_require_tls": False, "authenticator": post.authenticate} | options
    server = await loop.create_server(lambda: SMTP(post, hostname="localhost", loop=loop, **options), host, 0)
    try:
        yield f"{host}:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
async def smtp(post: Post) -> AsyncIterator[str]:
    """A plain mail server on this machine."""
    async with serving(post) as server:
        yield server


def notices(server: str) -> MailNotices:
    return MailNotices(Settings(smtp_url=server, mail_from="have-your-say@council.example"))


async def test_the_duty_route_gets_the_link(post: Post, smtp: str) -> None:
    await notices(f"smtp://{smtp}").send(TO, "alert", FACTS)
    assert post.envelopes[0].rcpt_tos == [TO]
    assert post.mail()["To"] == TO
    assert post.mail()["From"] == "have-your-say@council.example"
    assert post.mail()["Subject"] == "Safety alert a1b2c3: at_risk"
    assert FACTS["link"] in post.mail().get_content()
    assert post.mail()["Auto-Submitted"] == "auto-generated"
    assert post.mail()["Message-ID"].endswith("@council.example>")


async def test_name_and_password_are_given_where_they_are_set(post: Post, smtp: str) -> None:
    await notices(f"smtp://duty%40council:p%3Ass@{smtp}").send(TO, "alert", FACTS)
    assert [(told.login, told.password) for told in post.logins] == [(b"duty@council", b"p:ss")]


@pytest.mark.parametrize("kind", sorted(TEMPLATES))
async def test_every_kind_of_notice_is_a_whole_letter(post: Post, smtp: str, kind: str) -> None:
    await notices(f"smtp://{smtp}").send(TO, kind, FACTS | WITH_CODE)
    assert post.mail()["Subject"] and "$" not in post.mail()["Subject"]
    assert "$" not in post.mail().get_content()


@pytest.mark.parametrize("answer", ["451 try later", "550 no such person"])
async def test_a_refusal_is_a_notice_failed(post: Post, smtp: str, answer: str) -> None:
    post.answer = answer
    with pytest.raises(NoticeFailed):
        await notices(f"smtp://{smtp}").send(TO, "alert", FACTS)


async def test_no_mail_server_is_a_notice_failed(post: Post) -> None:
    async with serving(post) as gone:
        pass
    with pytest.raises(NoticeFailed):
        await notices(f"smtp://{gone}").send(TO, "alert", FACTS)


@pytest.mark.parametrize(
    "to",
    ["a@x.example\r\nBcc: b@x.example", "a@x.example, b@x.example", "a@x.example b@x.example", "nobody", "",
     "<a@x.example>"],
)  # fmt: skip
async def test_an_address_that_is_not_one_address_gets_nothing(post: Post, smtp: str, to: str) -> None:
    with pytest.raises(NoticeFailed):
        await notices(f"smtp://{smtp}").send(to, "alert", FACTS)
    assert post.envelopes == []


@pytest.mark.parametrize("value", ["x\r\nBcc: b@x.example", "x\ny", "he is hurting me", "", "a" * 301, "ü", "x\0"])
@pytest.mark.parametrize("name", ["alert", "risk", "link"])
def test_a_fact_that_could_be_words_or_a_header_is_refused(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=name) as caught:
        written("alert", FACTS | {name: value})
    assert not value.strip() or value not in str(caught.value)


@pytest.mark.parametrize("kind", ["", "nothing", "../notices/alert", "alert.txt"])
def test_a_kind_without_a_template_is_refused(kind: str) -> None:
    with pytest.raises(ValueError, match="kind"):
        written(kind, FACTS)


def test_a_missing_fact_is_named() -> None:
    with pytest.raises(ValueError, match="link"):
        written("alert", {"alert": "a1", "risk": "emergency"})


@pytest.mark.parametrize("url", ["", "http://x", "smtp://", "mail.council.example", "smtp://x:port"])
def test_an_address_of_no_mail_server_is_a_bad_setting(url: str) -> None:
    with pytest.raises(BadSetting, match="SMTP_URL"):
        notices(url)


@pytest.mark.parametrize("sender", ["", "nobody", "a@x.example\nBcc: b@x.example", "a@x.example, b@x.example"])
def test_a_sender_that_is_not_one_address_is_a_bad_setting(sender: str) -> None:
    with pytest.raises(BadSetting, match="MAIL_FROM"):
        MailNotices(Settings(smtp_url="smtp://127.0.0.1", mail_from=sender))


async def test_a_password_does_not_leave_the_machine_in_clear(post: Post) -> None:
    async with serving(post, host="127.0.0.2") as server:  # not one of the names of this machine
        with pytest.raises(NoticeFailed):
            await notices(f"smtp://duty:password@{server}").send(TO, "alert", FACTS)
    assert (post.logins, post.envelopes) == ([], [])


async def test_a_mail_server_that_nobody_vouches_for_gets_nothing(post: Post, tmp_path: Path) -> None:
    async with serving(post, tls_context=_self_signed(tmp_path)) as server:
        with pytest.raises(NoticeFailed):
            await notices(f"smtp://duty:password@{server}").send(TO, "alert", FACTS)
    assert (post.logins, post.envelopes) == ([], [])


async def test_tls_is_used_where_it_is_offered(post: Post, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(post, tls_context=_self_signed(tmp_path), require_starttls=True) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))  # now somebody vouches for it
        await notices(f"smtp://duty:password@{server}").send(TO, "alert", FACTS)
    assert (len(post.logins), len(post.envelopes)) == (1, 1)


async def test_a_demonstration_sends_nothing_and_still_refuses_words() -> None:
    await NoNotices().send(TO, "alert", FACTS)
    with pytest.raises(ValueError, match="risk"):
        await NoNotices().send(TO, "alert", FACTS | {"risk": "he is hurting me"})


def _self_signed(folder: Path) -> ssl.SSLContext:
    """A server's TLS with a certificate that it signed itself, made for this test."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(private)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    return context
