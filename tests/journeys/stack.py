"""The whole stack, started for real: Rasa, the action server and the doors, each its own process on a free port.

Tests end single parts (`end`), start them again (`begin`) and lock the store; whatever happens, `stop` ends only what
was started here.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from bot.bootstrap import Services, join
from bot.ports import Alert
from bot.settings import ROOT, Settings, read

Found = TypeVar("Found")

MODELS = ROOT / "models"
PARTS = ("actions", "rasa", "doors")
COMMANDS = {
    "actions": ("-m", "actions.server"),
    "rasa": ("-m", "bot.rasa.server", "run", "--model", "models"),
    "doors": ("-m", "bot", "doors"),
}
START_SECONDS = 120.0
BUILD_SECONDS = 900.0
LIBC = ctypes.CDLL(None)
PR_SET_PDEATHSIG = 1  # linux/prctl.h
OF_THE_SETTINGS = tuple(name.upper() for name in Settings.__dataclass_fields__)


class Stack:
    """The running processes, their settings, and what a test asks of them from outside."""

    def __init__(self, folder: Path, **settings: str) -> None:
        """`folder` becomes DATA_DIR and holds the logs; `settings` are further environment variables by name."""
        self.folder = folder
        ports = dict(zip(("RASA_PORT", "ACTIONS_PORT", "WIDGET_PORT", "CONSOLE_PORT"), free_ports(4), strict=True))
        own = {name: value for name, value in os.environ.items() if name not in OF_THE_SETTINGS}
        self.environment: dict[str, str] = {
            **own,
            "PYTHONPATH": str(ROOT),
            "DATA_DIR": str(folder),
            **{name: str(port) for name, port in ports.items()},
            **settings,
        }
        self.settings = read(self.environment)
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    # --- processes ---

    def start(self) -> None:
        """Start what is not running and wait until everything answers. Raises AssertionError with the logs' ends."""
        for part in PARTS:
            if not self.runs(part):
                self._launch(part)
        for part in PARTS:
            self._until_ready(part)

    def begin(self, part: str) -> None:
        """Start one part and wait until it answers."""
        self._launch(part)
        self._until_ready(part)

    def end(self, part: str) -> None:
        """Kill one part by its process id, without a word of warning."""
        process = self.running.pop(part)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def stop(self) -> None:
        """End everything that was started here."""
        self.__dict__.pop("services", None)
        for part in reversed(list(self.running)):
            with suppress(ProcessLookupError):
                self.end(part)

    def runs(self, part: str) -> bool:
        """Whether a part was started and has not ended by itself."""
        return part in self.running and self.running[part].poll() is None

    def _launch(self, part: str) -> None:
        with (self.folder / f"{part}.log").open("ab") as log:
            self.running[part] = subprocess.Popen(
                [sys.executable, *COMMANDS[part]],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=die_with_parent,
            )

    def _until_ready(self, part: str) -> None:
        addresses = {
            "actions": f"{self.settings.actions_address}/health",
            "rasa": f"{self.settings.rasa_address}/webhooks/door/health",
            "doors": f"{self.address}/readyz",
        }
        end = time.monotonic() + START_SECONDS
        while answer_of(addresses[part])[0] != 200:
            assert self.runs(part), f"{part} ended by itself:\n{self.log_of(part)[-3000:]}"
            assert time.monotonic() < end, f"{part} is not ready:\n{self.log_of(part)[-3000:]}"
            time.sleep(0.1)

    # --- from outside ---

    @property
    def address(self) -> str:
        """Where the public door is."""
        return self.settings.widget_address

    def log_of(self, part: str) -> str:
        """Everything that a part has written."""
        path = self.folder / f"{part}.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def command(self, *arguments: str) -> str:
        """What `python -m bot …` prints. Raises AssertionError when it fails."""
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        assert done.returncode == 0, f"{arguments}: {done.stdout[-1000:]}{done.stderr[-2000:]}"
        return done.stdout

    def cases(self) -> dict[str, Mapping[str, Any]]:
        """Every case by its reference, as the administrator's export prints them."""
        lines = self.command("cases", "export", "--format", "jsonl").splitlines()
        return {case["reference"]: case for case in map(json.loads, filter(None, lines))}

    @cached_property
    def services(self) -> Services:
        """The use cases on this stack's own store, for what an officer does and sees."""
        return join(self.settings)

    def alerts(self, words: str, seconds: float = 20.0) -> list[Alert]:
        """The alerts with these words in them, as soon as the watch has brought them to the store."""
        work = self.services.store.work
        return eventually(lambda: [alert for alert in work.alerts() if words in alert.words], seconds)

    @contextmanager
    def locked_store(self) -> Iterator[None]:
        """Somebody else holds the store's write lock for as long as this lasts."""
        connection = sqlite3.connect(self.settings.database.removeprefix("sqlite:///"), isolation_level=None)
        try:
            connection.execute("BEGIN EXCLUSIVE")
            yield
        finally:
            connection.close()


@contextmanager
def running(folder: Path, **settings: str) -> Iterator[Stack]:
    """A started stack, ended in any case."""
    with_model()
    stack = Stack(folder, **settings)
    try:
        stack.start()
        yield stack
    finally:
        stack.stop()


def with_model() -> None:
    """Make the encoder and train the model where models/ has none. It takes minutes, so it says so."""
    if any((MODELS / "encoder").glob("*.onnx")) and any(MODELS.glob("*.tar.gz")):
        return
    print("\n*** models/ has no trained model: making one now. This takes minutes ***", file=sys.__stderr__, flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "bot", "train"], cwd=ROOT, capture_output=True, text=True, timeout=BUILD_SECONDS
    )
    assert done.returncode == 0, f"the model could not be made:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"


def die_with_parent() -> None:
    """Have Linux end this process when the tests that started it are killed and cannot do so themselves."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on; all are held until all are drawn, so that none comes twice."""
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def answer_of(url: str, seconds: float = 5.0) -> tuple[int, Any]:
    """The status and JSON of a GET; status 0 when nobody listens."""
    try:
        with urllib.request.urlopen(url, timeout=seconds) as answer:
            return answer.status, json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as error:
        return error.code, None
    except (OSError, ValueError):
        return 0, None


def eventually(look: Callable[[], Found], seconds: float = 20.0) -> Found:
    """What `look` finds, as soon as it finds something; after `seconds` whatever it finds then."""
    end = time.monotonic() + seconds
    while not (found := look()) and time.monotonic() < end:
        time.sleep(0.1)
    return found
