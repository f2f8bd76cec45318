"""What the tests ask the machine about processes, ports and addresses."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.journeys.stack import free_ports

__all__ = ["body_of", "children_of", "free_ports", "is_alive", "until"]


def body_of(url: str) -> str | None:
    """What is answered at an address; None when nobody answers, or not with 200."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.read().decode()
    except (urllib.error.URLError, OSError):
        return None


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that ended and was not collected yet does not."""
    try:
        return _stat(pid)[0] not in "ZX"
    except OSError:
        return False


def children_of(pid: int) -> Mapping[int, str]:
    """The command line of every child of a process, by its process id."""
    found = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                if int(_stat(int(folder.name))[1]) == pid:
                    found[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
            except OSError:
                continue
    return found


def until(holds: Callable[[], bool], seconds: float = 60.0) -> bool:
    """Whether something holds within that time."""
    end = time.monotonic() + seconds
    while not (held := holds()) and time.monotonic() < end:
        time.sleep(0.05)
    return held


def _stat(pid: int) -> list[str]:
    """The state, the parent, … of a process; the name before them may hold blanks."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
