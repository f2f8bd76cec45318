"""One machine: what must be so before the service starts on it. One service for each DATA_DIR, and free ports."""

from __future__ import annotations

import errno
import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import BadSetting, Settings


class AlreadyRunning(Exception):
    """Another `run` uses this DATA_DIR; the message says which and what to do."""


@contextmanager
def only_one(data_dir: Path) -> Iterator[None]:
    """Hold DATA_DIR for this process for as long as the block runs; raises AlreadyRunning."""
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(data_dir / "run.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(descriptor, 20).decode() or "unknown"
            raise AlreadyRunning(
                f"Have Your Say runs on {data_dir} already (process {holder}). Stop that one first, or give this one "
                "a DATA_DIR and ports of its own."
            ) from None
        os.truncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(descriptor)


def check_ports(settings: Settings) -> None:
    """Raise BadSetting, with what to do, when two parts share a port or another program uses one."""
    wanted = {
        "WIDGET_PORT": (settings.widget_host, settings.widget_port),
        "CONSOLE_PORT": (settings.console_host, settings.console_port),
        "RASA_PORT": ("127.0.0.1", settings.rasa_port),
        "ACTIONS_PORT": ("127.0.0.1", settings.actions_port),
    }
    taken: dict[int, str] = {}
    for name, (host, port) in wanted.items():
        if port in taken:
            raise BadSetting(f"{name} and {taken[port]} are both {port}; each part needs a port of its own.")
        taken[port] = name
        _check_free(name, host, port)


def _check_free(name: str, host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the servers do: a port just left is free
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                advice = f"Stop that one, or choose another port: {name}={port + 10}."
                raise BadSetting(f"Port {port} is in use by another program. {advice}") from None
            raise BadSetting(f"{name.split('_')[0]}_HOST is {host!r}: {error.strerror}.") from None
