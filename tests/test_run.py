"""`python -m bot run`, for real: everything comes up, says where it is, comes back, and goes away together."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import ROOT, Settings
from bot.training import model_file
from tests.running.processes import body_of, children_of, free_ports, is_alive, until

pytestmark = pytest.mark.stack

OF_THE_SETTINGS = tuple(name.upper() for name in Settings.__dataclass_fields__)
RUN = [sys.executable, "-m", "bot", "run"]


class Running:
    """A service that somebody started, and what they see of it."""

    def __init__(self, folder: Path) -> None:
        names = ("WIDGET_PORT", "CONSOLE_PORT", "RASA_PORT", "ACTIONS_PORT")
        self.ports = dict(zip(names, map(str, free_ports(4)), strict=True))
        own = {name: value for name, value in os.environ.items() if name not in OF_THE_SETTINGS}
        self.environment = {**own, "DATA_DIR": str(folder), **self.ports}
        self.process = subprocess.Popen(
            RUN, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.said = "".join(self._until_it_is_up())

    def _until_it_is_up(self) -> Iterator[str]:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            yield line
            if "Ctrl-C" in line:
                return

    def is_ready(self) -> bool:
        """Whether the public door reaches everything behind it."""
        answer = body_of(f"http://127.0.0.1:{self.ports['WIDGET_PORT']}/readyz")
        return answer is not None and json.loads(answer)["ready"] is True

    def part(self, module: str) -> int:
        """The process id of the part that runs a module; 0 when there is none."""
        return next((pid for pid, line in children_of(self.process.pid).items() if f"-m {module} " in f"{line} "), 0)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    assert model_file().is_file(), "there is no trained model: make train"
    started = Running(tmp_path_factory.mktemp("run"))
    yield started
    started.process.terminate()
    started.process.wait(timeout=60)


def test_it_says_where_everything_is_and_that_it_is_a_demonstration(service: Running) -> None:
    widget, console = (f"http://127.0.0.1:{service.ports[f'{door}_PORT']}" for door in ("WIDGET", "CONSOLE"))
    assert "DEMONSTRATION: nobody reads" in service.said
    assert f"everybody:  {widget}\n" in service.said
    assert re.search(
        rf"{console}/first with the one-time code [0-9A-Z]{{4}}-[0-9A-Z]{{4}}-[0-9A-Z]{{4}}\n", service.said
    )


def test_what_it_says_is_there_answers(service: Running) -> None:
    assert service.is_ready()
    assert body_of(f"http://127.0.0.1:{service.ports['CONSOLE_PORT']}/first")


def test_a_second_one_on_the_same_data_is_refused(service: Running) -> None:
    second = subprocess.run(RUN, cwd=ROOT, env=service.environment, capture_output=True, text=True, timeout=60)
    assert second.returncode == 2
    assert f"already (process {service.process.pid})" in second.stderr


def test_rasa_comes_back_when_it_is_killed(service: Running) -> None:
    killed = service.part("bot.rasa.server")
    os.kill(killed, signal.SIGKILL)
    assert until(lambda: service.part("bot.rasa.server") not in (0, killed))
    assert until(service.is_ready, seconds=120)


def test_ctrl_c_ends_everything(service: Running) -> None:
    parts = list(children_of(service.process.pid))
    assert len(parts) == 3
    service.process.send_signal(signal.SIGINT)
    assert service.process.wait(timeout=60) == 0
    assert [pid for pid in parts if is_alive(pid)] == []
