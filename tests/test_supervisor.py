"""The supervisor over real processes: together up, together down, and up again after a death."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import ROOT
from bot.supervisor import NotReady, Part, Supervisor
from tests.running.processes import body_of, children_of, free_ports, is_alive, until
from tests.running.tiny_service import PAUSE


class Service:
    """A tiny service as a process, and what is seen of it from outside."""

    def __init__(self, folder: Path, *beside: str) -> None:
        ports = free_ports(2)
        self.addresses = [f"http://127.0.0.1:{port}/" for port in ports]
        command = [sys.executable, "-m", "tests.running.tiny_service", str(folder), *map(str, ports), *beside]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def says(self) -> str:
        """Its next line."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def pids(self) -> list[int]:
        """The process ids of its parts, as they answer; 0 for one that does not."""
        return [int(body_of(address) or 0) for address in self.addresses]

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(timeout=30)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    started = Service(tmp_path)
    assert started.says() == "ready"
    yield started
    started.end()


def test_when_it_says_ready_every_part_answers(service: Service) -> None:
    assert all(service.pids())


def test_a_part_that_is_killed_comes_back(service: Service) -> None:
    first, second = service.pids()
    os.kill(first, signal.SIGKILL)
    assert re.match(rf"part-\d+ ended \(by SIGKILL\) and is started again in {PAUSE} s", service.says())
    assert until(lambda: service.pids()[0] not in (0, first))
    assert service.pids()[1] == second


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_one_signal_ends_everything(service: Service, sign: signal.Signals) -> None:
    pids = service.pids()
    service.process.send_signal(sign)
    assert service.process.wait(timeout=30) == 0
    assert [pid for pid in pids if is_alive(pid)] == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends children with their parent")
def test_no_part_outlives_a_supervisor_that_is_killed(service: Service) -> None:
    pids = service.pids()
    service.process.kill()
    service.process.wait(timeout=30)
    assert until(lambda: not any(map(is_alive, pids)))


def test_a_part_that_keeps_dying_is_started_again_after_longer_and_longer_pauses(tmp_path: Path) -> None:
    service = Service(tmp_path, "dies")
    told = [service.says() for _ in range(3)]
    service.end()
    pauses = [re.match(r"dying ended \(with code 3\) and is started again in ([\d.]+) s", line) for line in told]
    assert [float(pause[1]) for pause in pauses if pause] == [PAUSE, 2 * PAUSE, 4 * PAUSE]


def test_a_part_that_never_answers_ends_everything_with_its_name_and_log(tmp_path: Path) -> None:
    mute = Part("mute", (sys.executable, "-c", "import time; time.sleep(600)"), ("http://127.0.0.1:9/",))
    said: list[str] = []
    with pytest.raises(NotReady, match=rf"mute does not answer.*{tmp_path}/mute\.log"):
        asyncio.run(Supervisor([mute], tmp_path, said.append, still_for=1.0).run(lambda: said.append("ready")))
    assert said == []
    assert not any("time.sleep(600)" in line for line in children_of(os.getpid()).values())


BUSY = "import time\nwhile time.process_time() < {}: pass\n"
ANSWERS = "import runpy, sys\nsys.argv = ['', '{}']\nrunpy.run_module('tests.running.tiny_part', run_name='__main__')"


def test_a_part_that_works_is_waited_for_longer_than_one_that_does_nothing_and_it_is_said(tmp_path: Path) -> None:
    [port] = free_ports(1)
    slow = Part("slow", (sys.executable, "-c", BUSY.format(4) + ANSWERS.format(port)), (f"http://127.0.0.1:{port}/",))
    said: list[str] = []
    keeping = Supervisor([slow], tmp_path, said.append, still_for=2.0, says_every=1.0)
    asyncio.run(keeping.run(lambda: (said.append("ready"), os.kill(os.getpid(), signal.SIGTERM))[0]))
    assert said[-1] == "ready" and re.fullmatch(r"Waiting for slow: \d s so far, at most 900 s\.", said[0])


def test_a_part_that_works_for_ever_is_waited_for_until_the_end(tmp_path: Path) -> None:
    busy = Part("busy", (sys.executable, "-c", BUSY.format(600)), ("http://127.0.0.1:9/",))
    with pytest.raises(NotReady, match=r"busy does not answer after \d s"):
        asyncio.run(Supervisor([busy], tmp_path, lambda _: None, ready_within=2.0).run(lambda: None))
    assert not any("process_time() < 600" in line for line in children_of(os.getpid()).values())


def test_what_a_part_writes_is_in_its_log_which_only_its_owner_reads(service: Service, tmp_path: Path) -> None:
    service.pids()
    logs = sorted(tmp_path.glob("part-*.log"))
    assert len(logs) == 2
    assert all("GET / HTTP/1.1" in log.read_text() for log in logs)
    assert {log.stat().st_mode & 0o777 for log in logs} == {0o600}
