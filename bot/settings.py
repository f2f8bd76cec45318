"""Settings: the environment, read once into one frozen object.

Every field is one environment variable of the same name in capitals; the README lists them all and a test holds it
to that. Defaults are safe for one machine: everything listens on loopback and nothing is sent anywhere.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent

DUTY_HOURS = re.compile(r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d")
ORIGIN = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?")
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class BadSetting(ValueError):
    """A setting has a value that cannot be used; the message names it and says what to do."""


@dataclass(frozen=True)
class Settings:
    """What the environment says, with a default for everything."""

    council: str = "national"
    database_url: str = ""  # empty: SQLite in DATA_DIR
    redis_url: str = ""  # empty: locks inside the one Rasa process
    data_dir: Path = ROOT / "var"
    widget_host: str = "127.0.0.1"
    widget_port: int = 8080
    console_host: str = "127.0.0.1"
    console_port: int = 8081
    rasa_port: int = 5005
    actions_port: int = 5055
    start_seconds: int = 900  # how long `bot run` waits for its parts at most, while they make progress
    rasa_token: str = ""  # these three are made on first run and kept in DATA_DIR
    channel_secret: str = ""
    actions_secret: str = ""
    public_url: str = ""  # empty: http://WIDGET_HOST:WIDGET_PORT
    widget_origins: str = ""  # the council's other hosts whose pages may carry the widget, with commas between them
    console_url: str = ""
    duty_email: str = ""  # the duty route; without it and the numbers this is a demonstration
    duty_hours: str = "always"  # when the duty route is read: "always", or "09:00-17:00" on working days
    out_of_hours_email: str = ""  # who is told of an alert outside these hours; empty: nobody reads it then
    duty_code: str = "telephone"  # how somebody on duty without an account gets in: telephone, or also by mail
    escalation_email: str = ""
    council_phone: str = ""
    out_of_hours_phone: str = ""
    sso_issuer: str = ""  # the council's OpenID Connect provider; empty: no single sign-on
    sso_client_id: str = ""
    sso_client_secret: str = ""
    smtp_url: str = ""  # smtp://user:password@host:port
    mail_from: str = "have-your-say@localhost"
    notify_api_key: str = ""  # of GOV.UK Notify, which then sends the mail instead
    notify_template: str = ""  # the id of a template there, whose fields are ((subject)) and ((body))
    notify_url: str = "https://api.notifications.service.gov.uk"

    @property
    def demonstration(self) -> bool:
        """True until somebody would really read an alert: a duty route, mail to reach it, and the council's numbers."""
        return not (self.duty_email and self.sends_mail and self.council_phone and self.out_of_hours_phone)

    @property
    def sends_mail(self) -> bool:
        """True when there is a way to send mail: the council's own server, or GOV.UK Notify."""
        return bool(self.smtp_url or self.notify_api_key)

    @property
    def alert_hours(self) -> str:
        """When somebody reads alerts: always, where somebody else is told out of hours."""
        return "always" if self.out_of_hours_email else self.duty_hours

    @property
    def database(self) -> str:
        """The database's address, SQLite in DATA_DIR unless one is given."""
        return self.database_url or f"sqlite:///{self.data_dir / 'have-your-say.db'}"

    @property
    def widget_address(self) -> str:
        """Where people reach the public door."""
        return self.public_url or f"http://{self.widget_host}:{self.widget_port}"

    @property
    def origins(self) -> tuple[str, ...]:
        """The origins, besides the door's own, whose pages may carry the widget."""
        return tuple(origin.strip() for origin in self.widget_origins.split(",") if origin.strip())

    @property
    def console_address(self) -> str:
        """Where officers reach theirs."""
        return self.console_url or f"http://{self.console_host}:{self.console_port}"

    @property
    def rasa_address(self) -> str:
        """Rasa's own address, loopback always."""
        return f"http://127.0.0.1:{self.rasa_port}"

    @property
    def actions_address(self) -> str:
        """The action server's address, loopback always."""
        return f"http://127.0.0.1:{self.actions_port}"


def read(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings, make the secrets that are missing, and check that they agree.

    Raises BadSetting with a plain sentence for a port that is no number, or a demonstration that would listen
    beyond this machine.
    """
    environment = os.environ if environment is None else environment
    values: dict[str, object] = {}
    for field in fields(Settings):
        given = environment.get(field.name.upper(), "").strip()
        if given:
            values[field.name] = _converted(field.name, given)
    data_dir = values.get("data_dir", Settings.data_dir)
    assert isinstance(data_dir, Path)
    for name in ("rasa_token", "channel_secret", "actions_secret"):
        values.setdefault(name, _kept_secret(data_dir, name))
    settings = Settings(**values)  # type: ignore[arg-type]
    _check(settings)
    return settings


def _converted(name: str, given: str) -> object:
    if name.endswith("_port"):
        if not given.isdigit() or not 0 < int(given) < 65536:
            raise BadSetting(f"{name.upper()} is {given!r}; it must be a port number between 1 and 65535.")
        return int(given)
    if name.endswith("_seconds"):
        if not given.isdigit() or not 0 < int(given) < 100_000:
            raise BadSetting(f"{name.upper()} is {given!r}; it must be a number of seconds.")
        return int(given)
    if name == "data_dir":
        return Path(given).resolve()
    return given


def _kept_secret(data_dir: Path, name: str) -> str:
    """The secret kept in DATA_DIR, made on first use; two processes that start together agree on one."""
    path = data_dir / "secrets" / name
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not path.exists():
        draft = path.with_suffix(f".{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_hex(32))
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)  # atomic, and refuses when another process was first
        draft.unlink()
    return path.read_text()


def _check(settings: Settings) -> None:
    _check_origins(settings)
    if settings.duty_hours != "always" and not DUTY_HOURS.fullmatch(settings.duty_hours):
        raise BadSetting(f"DUTY_HOURS is {settings.duty_hours!r}; write always, or hours such as 09:00-17:00.")
    if settings.sso_issuer:
        _check_sso(settings)
    if settings.duty_code not in ("telephone", "mail"):
        raise BadSetting(f"DUTY_CODE is {settings.duty_code!r}; write telephone, or mail.")
    if not settings.demonstration:
        return
    for name in ("widget_host", "console_host"):
        host = getattr(settings, name)
        if host not in LOOPBACK:
            raise BadSetting(
                f"{name.upper()} is {host!r}, but this is still a demonstration: nobody would read an alert. "
                "Set DUTY_EMAIL, SMTP_URL (or NOTIFY_API_KEY), COUNCIL_PHONE and OUT_OF_HOURS_PHONE first, "
                "or listen on 127.0.0.1."
            )


def _check_origins(settings: Settings) -> None:
    scheme = settings.widget_address.partition(":")[0]
    for origin in settings.origins:
        if not ORIGIN.fullmatch(origin):
            raise BadSetting(f"WIDGET_ORIGINS has {origin!r}; write whole origins such as https://www.example.gov.uk.")
        if origin.partition(":")[0] != scheme:
            raise BadSetting(
                f"WIDGET_ORIGINS has {origin!r}, but people reach the door over {scheme}: "
                "no browser would send its cookie."
            )


def _check_sso(settings: Settings) -> None:
    """Who somebody is must not be asked over a line that others can write to."""
    issuer = urlsplit(settings.sso_issuer)
    if issuer.scheme != "https" and not (issuer.scheme == "http" and issuer.hostname in LOOPBACK):
        raise BadSetting(f"SSO_ISSUER is {settings.sso_issuer!r}; it must begin with https://.")
    if not settings.sso_client_id:
        raise BadSetting("SSO_ISSUER is set but SSO_CLIENT_ID is not; the provider gives it to you.")
