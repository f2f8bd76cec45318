"""The officers' door's application: `create_app(desk, settings)`."""

from __future__ import annotations

from aiohttp import web

from bot.console.answering import answering, refusals
from bot.console.beat import Beat
from bot.console.call import House
from bot.console.desk import Desk, desk_of
from bot.console.guard import Guard
from bot.console.patience import Patience
from bot.console.render import Renderer
from bot.console.routes import ROUTES
from bot.settings import Settings

__all__ = ["Desk", "create_app", "desk_of"]

LARGEST_BODY = 64 * 1024


def create_app(desk: Desk, settings: Settings, patience: Patience | None = None) -> web.Application:
    """The console, ready to be served. `patience` is given by whoever does not want to wait: the tests."""
    guard = Guard(settings.console_address)
    renderer = Renderer(desk.words, desk.profile, demonstration=settings.demonstration)
    beat = Beat(lambda: desk.queue.pulse())
    house = House(desk, guard, renderer, patience or Patience(), beat, settings.out_of_hours_phone)
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=[refusals(house)])
    for route in ROUTES:
        add = app.router.add_get if route.method == "GET" else app.router.add_post
        add(route.path, answering(house, route))
    app.on_response_prepare.append(guard.headers)
    app.on_shutdown.append(beat.close)
    return app
