"""The smallest real stack: Rasa by our launcher, the real SDK's action server, a trained model of a tiny bot."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa

from bot.rasa.rows import EVENTS, open_row
from bot.settings import ROOT
from bot.storage.sealing import open_keyring

SMALL = Path(__file__).parent / "small"
SECRETS = {"CHANNEL_SECRET": "for-the-doors", "ACTIONS_SECRET": "for-the-actions", "RASA_TOKEN": "for-the-api"}


def pytest_configure(config: pytest.Config) -> None:
    """Import Rasa as the launcher does, before any test module imports a part of it."""
    from bot.rasa.server import import_rasa

    import_rasa()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def call(url: str, told: Any = None, headers: dict[str, str] | None = None, method: str | None = None):
    """The status and JSON of one request; status 0 when nobody listens."""
    body = None if told is None else json.dumps(told).encode()
    request = urllib.request.Request(url, body, {"Content-Type": "application/json", **(headers or {})}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as error:
        return error.code, None
    except OSError:
        return 0, None


class Stack:
    """The running processes, and what a door would do with them."""

    def __init__(self, folder: Path, model: Path, database: str = "", redis: str = "", workers: int = 1) -> None:
        self.folder, self.model = folder, model
        self.rasa_port, self.actions_port = free_port(), free_port()
        self.database = database or f"sqlite:///{folder / 'small.db'}"
        self.environment = {
            **os.environ,
            **SECRETS,
            "PYTHONPATH": str(ROOT),
            "DATA_DIR": str(folder),
            "DATABASE_URL": self.database,
            "REDIS_URL": redis,
            "RASA_PORT": str(self.rasa_port),
            "ACTIONS_PORT": str(self.actions_port),
            "SANIC_WORKERS": str(workers),
        }
        self.rasa: subprocess.Popen[bytes] | None = None
        self.actions: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.start_actions()
        config = ("--endpoints", str(ROOT / "endpoints.yml"), "--credentials", str(ROOT / "credentials.yml"))
        self.rasa = self._process("-m", "bot.rasa.server", "run", "--model", str(self.model), *config)
        self._until(self.url("/webhooks/door/health"), self.rasa)

    def start_actions(self) -> None:
        self.actions = self._process(str(SMALL / "actions.py"), str(self.actions_port))
        self._until(f"http://127.0.0.1:{self.actions_port}/health", self.actions)

    def stop_actions(self) -> None:
        self._stop(self.actions)

    def stop(self) -> None:
        self._stop(self.rasa)
        self._stop(self.actions)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.rasa_port}{path}"

    def say(self, conversation: str, text: str, secret: str = "for-the-doors", **beside: Any) -> int:
        """Send one message as a door does; the status."""
        told = {"conversation": conversation, "id": beside.pop("id", uuid4().hex), "text": text, **beside}
        return call(self.url("/webhooks/door/messages"), told, {"X-Channel-Secret": secret})[0]

    def events(self, conversation: str) -> list[dict[str, Any]]:
        """The stored events of a conversation, opened."""
        keyring = open_keyring(self.folder / "secrets" / "keys.json")
        query = sa.select(EVENTS).where(EVENTS.c.sender_id == conversation).order_by(EVENTS.c.id)
        engine = sa.create_engine(self.database)
        with engine.connect() as connection:
            rows = connection.execute(query).all()
        engine.dispose()
        return [json.loads(open_row(keyring, r.sender_id, r.type_name, r.timestamp, r.data)) for r in rows]

    def told(self, conversation: str) -> list[str]:
        """What the bot said, in order."""
        return [event["text"] for event in self.events(conversation) if event["event"] == "bot"]

    def log(self) -> str:
        return "".join(path.read_text() for path in self.folder.glob("*.log"))

    def _process(self, *arguments: str) -> subprocess.Popen[bytes]:
        log = (self.folder / f"{uuid4().hex}.log").open("wb")
        return subprocess.Popen(
            [sys.executable, *arguments], cwd=self.folder, env=self.environment, stdout=log, stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip

    def _until(self, url: str, process: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + 60
        while call(url)[0] != 200:
            assert process.poll() is None and time.monotonic() < end, self.log()[-3000:]
            time.sleep(0.1)

    @staticmethod
    def _stop(process: subprocess.Popen[bytes] | None) -> None:
        if process is not None and process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture(scope="session")
def small_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small-model")
    arguments = ["--config", "config.yml", "--domain", "domain.yml", "--data", "nlu.yml", "rules.yml"]
    given = [str(SMALL / argument) if argument.endswith(".yml") else argument for argument in arguments]
    command = [sys.executable, "-m", "bot.rasa.server", "train", *given, "--out", str(folder)]
    environment = {**os.environ, **SECRETS, "PYTHONPATH": str(ROOT), "DATA_DIR": str(folder)}
    done = subprocess.run(
        [*command, "--fixed-model-name", "small"], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return folder / "small.tar.gz"


@contextmanager
def running(folder: Path, model: Path, **settings: Any) -> Iterator[Stack]:
    stack = Stack(folder, model, **settings)
    try:
        stack.start()
        yield stack
    finally:
        stack.stop()


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory, small_model: Path) -> Iterator[Stack]:
    with running(tmp_path_factory.mktemp("small-stack"), small_model) as started:
        yield started
