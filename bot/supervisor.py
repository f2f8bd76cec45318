"""The supervisor: every process of the service under one command. They start together and stop together.

A part that dies is started again, for as long as the supervisor lives; a part never outlives the supervisor.
"""

from __future__ import annotations

import asyncio
import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from bot.settings import ROOT

SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 60.0  # seconds before a dead part is started again
STEADY_SECONDS = 60.0  # a part that lived as long as this starts with the shortest pause again
READY_WITHIN = 900.0  # seconds for all parts to come up, as long as they make progress
STILL_FOR = 120.0  # seconds without progress after which a part is not waited for any longer
SAYS_EVERY = 15.0  # seconds between two lines on what is waited for
GRACE_SECONDS = 10.0  # between asking a part to end and ending it
LARGEST_LOG = 10_000_000  # bytes; a longer one is put aside when its part starts
PR_SET_PDEATHSIG = 1  # linux/prctl.h

Say = Callable[[str], None]


class NotReady(Exception):
    """A part did not come up; the message names it and its log."""


@dataclass(frozen=True)
class Part:
    """One process of the service: how it is started, and the addresses that answer 200 when it is ready."""

    name: str
    command: Sequence[str]
    ready: Sequence[str]


def parts(model: Path, rasa: str, actions: str, widget: str, console: str) -> tuple[Part, ...]:
    """The three processes of the service; the addresses are on this machine and end without a slash."""
    python = sys.executable
    return (
        Part("actions", (python, "-m", "actions.server"), (f"{actions}/health",)),
        Part(
            "rasa", (python, "-m", "bot.rasa.server", "run", "--model", str(model)), (f"{rasa}/webhooks/door/health",)
        ),
        Part("doors", (python, "-m", "bot", "doors"), (f"{widget}/healthz", f"{console}/healthz")),
    )


@dataclass
class Supervisor:
    """Runs the parts until it is told to stop."""

    parts: Sequence[Part]
    logs: Path
    say: Say
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    pause: float = SHORTEST_PAUSE
    ready_within: float = READY_WITHIN
    still_for: float = STILL_FOR
    says_every: float = SAYS_EVERY

    def __post_init__(self) -> None:
        self._stopping = asyncio.Event()
        self._running: dict[str, asyncio.subprocess.Process] = {}

    async def run(self, when_ready: Callable[[], None]) -> None:
        """Start every part, call `when_ready` once all of them answer, and keep them until SIGINT or SIGTERM.

        A part is waited for as long as it makes progress, on a busy machine too, and for `ready_within` at most.
        Raises NotReady when a part does not come up; nothing is left running then either.
        """
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(sign, self._stopping.set)
        self.logs.mkdir(parents=True, exist_ok=True, mode=0o700)
        keepers = [asyncio.create_task(self._keep(part)) for part in self.parts]
        opening = asyncio.create_task(self._open(when_ready))
        try:
            await self._until_stopped(opening, keepers)
        finally:
            for task in (opening, *keepers):
                task.cancel()
            await asyncio.gather(opening, *keepers, return_exceptions=True)
            await self._end_all()

    async def _until_stopped(self, opening: asyncio.Task[None], keepers: list[asyncio.Task[None]]) -> None:
        """Wait for a signal; whatever goes wrong in a task before that comes out here."""
        stopped = asyncio.create_task(self._stopping.wait())
        waiting: set[asyncio.Task[object]] = {stopped, opening, *keepers}
        try:
            while not stopped.done():
                done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    task.result()
        finally:
            stopped.cancel()

    # --- coming up ---

    async def _open(self, when_ready: Callable[[], None]) -> None:
        end = time.monotonic() + self.ready_within
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2)) as http:
            for part in self.parts:
                await self._until_it_answers(http, part, end)
        when_ready()

    async def _until_it_answers(self, http: aiohttp.ClientSession, part: Part, end: float) -> None:
        """Wait for a part, and say so. Raises NotReady at the `end`, or when nothing has moved in it for long."""
        began = told = moved = time.monotonic()
        seen = self._progress(part)
        while not await _answers(http, part):
            now, seen_now = time.monotonic(), self._progress(part)
            if seen_now != seen:
                seen, moved = seen_now, now
            if now > end or now - moved > self.still_for:
                why = f"after {now - began:.0f} s" if now > end else f"and did nothing for {self.still_for:g} s"
                raise NotReady(f"{part.name} does not answer {why}. What it said is in {self._log(part)}.")
            if now - told >= self.says_every:
                told = now
                self.say(f"Waiting for {part.name}: {now - began:.0f} s so far, at most {self.ready_within:g} s.")
            await asyncio.sleep(0.2)

    def _progress(self, part: Part) -> tuple[int, int, str]:
        """What changes while a part works: which process it is, how much it wrote, and its processor time."""
        process, log = self._running.get(part.name), self._log(part)
        if process is None:
            return 0, 0, ""
        return process.pid, log.stat().st_size if log.exists() else 0, _processor_time(process.pid)

    # --- keeping ---

    async def _keep(self, part: Part) -> None:
        """Start a part, and start it again whenever it dies, with a pause that doubles while it dies young."""
        pause = self.pause
        while True:
            started = time.monotonic()
            process = await self._start(part)
            code = await process.wait()
            _signal_group(process.pid, signal.SIGKILL)  # what it may have left behind holds its port
            pause = self.pause if time.monotonic() - started > STEADY_SECONDS else pause
            self.say(f"{part.name} ended ({_how(code)}) and is started again in {pause:g} s; see {self._log(part)}.")
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, 2 * pause)

    async def _start(self, part: Part) -> asyncio.subprocess.Process:
        log = self._log(part)
        if log.exists() and log.stat().st_size > LARGEST_LOG:
            log.replace(log.with_suffix(".log.1"))
        with open(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "wb") as kept:  # noqa: PTH123
            process = await asyncio.create_subprocess_exec(
                *part.command,
                cwd=ROOT,
                env=dict(self.environment),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=kept,
                stderr=asyncio.subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C reaches the supervisor alone, which then ends each part in its turn
                preexec_fn=_die_with(os.getpid()),
            )
        self._running[part.name] = process
        return process

    def _log(self, part: Part) -> Path:
        return self.logs / f"{part.name}.log"

    # --- stopping ---

    async def _end_all(self) -> None:
        """End the doors first, so that nobody's message finds half a service; then everything behind them."""
        for part in reversed(self.parts):
            process = self._running.get(part.name)
            if process is not None and process.returncode is None:
                await _end(process)


async def _answers(http: aiohttp.ClientSession, part: Part) -> bool:
    try:
        for address in part.ready:
            async with http.get(address) as answer:
                if answer.status != 200:
                    return False
    except (aiohttp.ClientError, TimeoutError, OSError):
        return False
    return True


def _processor_time(pid: int) -> str:
    """How long a process has computed, as the kernel counts it; empty where only the log can tell, or it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return ""
    return "+".join(fields[11:13])  # utime and stime: proc(5)


async def _end(process: asyncio.subprocess.Process) -> None:
    """Ask a part and all that it started to end, and end them when they do not."""
    _signal_group(process.pid, signal.SIGTERM)
    with suppress(TimeoutError):
        async with asyncio.timeout(GRACE_SECONDS):
            await process.wait()
    _signal_group(process.pid, signal.SIGKILL)
    await process.wait()


def _signal_group(group: int, sign: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(group, sign)


def _die_with(parent: int) -> Callable[[], None] | None:
    """What a part does before it starts: ask the kernel to end it when the supervisor dies. Only Linux can."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl  # looked up here: after the fork little may be done

    def ask() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it died between the fork and the line above
            os._exit(1)

    return ask


def _how(code: int) -> str:
    return f"by {signal.Signals(-code).name}" if code < 0 else f"with code {code}"
