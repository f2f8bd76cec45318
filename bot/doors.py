"""The doors: both in one process on two ports, or either alone, served until the process is told to stop."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Sequence
from contextlib import AsyncExitStack

from aiohttp import web

from bot.bootstrap import Services
from bot.console import app as console
from bot.console.desk import Desk, desk_of
from bot.settings import Settings
from bot.sso import provider_of
from bot.widget import app as widget
from bot.widget.background import TIDY_SECONDS, WATCH_SECONDS, Round
from bot.words import words

NAMES = ("widget", "console")
NOTICE_SECONDS = 15.0
LAST_WORDS_SECONDS = 5.0  # how long an answer under way may take when the door shuts


def public_door(services: Services) -> web.Application:
    """The widget's door on these services."""
    door = widget.Door(
        intake=services.intake,
        visits=services.visits,
        watch=services.watch,
        housekeeping=services.housekeeping,
        correspondence=services.correspondence,
        unread=services.unread,
        words=words(demonstration=services.settings.demonstration),
        rounds=rounds(services),
    )
    return widget.create_app(door, services.settings)


def rounds(services: Services) -> tuple[Round, ...]:
    """What runs beside the public door for the officers."""
    notifying = services.notifying
    return (
        ("the round over conversations", lambda: asyncio.run(services.no_silence.round()), WATCH_SECONDS),
        ("the round over notices", lambda: asyncio.run(notifying.round()), NOTICE_SECONDS),
        ("the round over dates", lambda: asyncio.run(notifying.slow_round()), TIDY_SECONDS),
    )


def officers_door(services: Services, *, with_watch: bool = False) -> web.Application:
    """The console's door on these services; `with_watch` when the watch over alerts runs in this process too."""
    return console.create_app(desk(services, with_watch=with_watch), services.settings)


def desk(services: Services, *, with_watch: bool = False) -> Desk:
    """What the console's pages ask of these services."""
    intake, settings, store = services.intake, services.settings, services.store
    return desk_of(
        cases=store.cases,
        work=store.work,
        spool=intake.spool,
        transcripts=store.transcripts,
        conversations=services.conversations,
        notes=store.talk_notes,
        kept_answers=store.kept_answers,
        notice_choices=store.notice_choices,
        officers=store.officers,
        audit=store.audit,
        allocations=store.allocations,
        exports=store.exports,
        pool=store.pool,
        papers=store.papers,
        letters=store.letters,
        correspondence=services.correspondence,
        tries=store.chats,
        hasher=intake.hasher,
        drafting=services.drafting(),
        clock=intake.clock,
        profile=intake.profile,
        calendar=intake.calendar,
        words=words(),
        provider=provider_of(settings),
        demonstration=settings.demonstration,
        watched_at=(lambda: services.watch.pulse.at) if with_watch else None,
    )


async def serve(services: Services, names: Sequence[str]) -> None:
    """Open the doors of these names, and shut them on SIGINT or SIGTERM. Raises OSError for a port in use."""
    stopping = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stopping.set)
    async with AsyncExitStack() as open_doors:
        for name in names:
            # No access log: it would hold people's addresses.
            app = public_door(services) if name == "widget" else officers_door(services, with_watch="widget" in names)
            runner = web.AppRunner(app, access_log=None, shutdown_timeout=LAST_WORDS_SECONDS)
            await runner.setup()
            open_doors.push_async_callback(runner.cleanup)
            await web.TCPSite(runner, *where(services.settings, name)).start()
        await stopping.wait()


def where(settings: Settings, name: str) -> tuple[str, int]:
    """The host and port on which a door listens."""
    widget_at = (settings.widget_host, settings.widget_port)
    return widget_at if name == "widget" else (settings.console_host, settings.console_port)
