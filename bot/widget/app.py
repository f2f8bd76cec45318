"""The public door's application: `create_app(door, settings)`."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.correspondence import Correspondence
from bot.drafts import Drafts
from bot.helpers import Helpers
from bot.housekeeping import Housekeeping
from bot.intake import Intake
from bot.safeguarding import Watch
from bot.settings import Settings
from bot.unread import UnreadReplies
from bot.visits import Visits
from bot.widget.assistant import Assistant
from bot.widget.background import Round, beside, reminding, tidying, watching
from bot.widget.catching_up import catching_up
from bot.widget.chat import Chat, refusal
from bot.widget.events import Events, Streams
from bot.widget.guard import Guard, Handler
from bot.widget.health import Health
from bot.widget.incoming import LARGEST_BODY
from bot.widget.other_hosts import OtherHosts
from bot.widget.own_acts import OwnActs
from bot.widget.own_danger import OwnDanger
from bot.widget.own_helper import OwnHelper
from bot.widget.own_lost import LostReceipt
from bot.widget.own_pages import OwnPages
from bot.widget.own_views import OwnViews
from bot.widget.pages import LEAVE, Pages
from bot.widget.read_marks import ReadMarks
from bot.widget.record import Record
from bot.widget.refusals import Refused, refusal_of
from bot.widget.safety import Safety
from bot.widget.say import Say
from bot.widget.screen import SharedScreen
from bot.widget.shared_page import SharedPage
from bot.widget.snippet import Snippet
from bot.widget.turns import Turns
from bot.words import Words

log = logging.getLogger(__name__)

OPENAPI = Path(__file__).parent / "openapi.json"


@dataclass(frozen=True)
class Door:
    """What the public door needs of the rest: the person's use cases, the rounds, and the sentences."""

    intake: Intake
    visits: Visits
    watch: Watch
    housekeeping: Housekeeping
    correspondence: Correspondence
    unread: UnreadReplies
    words: Words
    rounds: tuple[Round, ...] = ()  # what else runs for as long as the door is open


def create_app(door: Door, settings: Settings) -> web.Application:
    """The public door, ready to be served. It starts and ends its own connection to Rasa and its own watch."""
    guard, streams = Guard(settings.widget_address, OtherHosts(settings.origins)), Streams()
    pages = Pages(door.words, door.intake.profile, settings)
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=[_refusals(guard, pages, door.words)])
    assistant = Assistant(settings.rasa_address, settings.channel_secret)
    safety = Safety(door.intake, door.words, settings)
    turns = Turns(door.intake, door.visits, assistant, safety)
    chat = Chat(turns, guard, streams, door.words)
    app.add_routes(SharedScreen(door.visits, guard, streams, turns.lines).routes())
    app.add_routes(pages.routes(chat, guard))
    snippet = Snippet(pages, settings)
    app.add_routes(snippet.routes())
    app.on_startup.append(snippet.keep)
    read_marks = ReadMarks(door.visits, door.correspondence, guard)
    app.add_routes([web.post("/api/chat/read", read_marks.read)])
    app.add_routes(Say(turns, Drafts(door.intake), safety, guard, pages, door.words, read_marks).routes())
    app.add_routes(SharedPage(door.visits, guard, pages, streams).routes())
    app.add_routes(_own_case(door, safety, guard, pages))
    app.add_routes(_api(chat, Events(door.intake, door.visits, guard, streams)))
    health = Health(door.intake, door.visits, assistant)
    app.add_routes([web.get("/healthz", health.alive), web.get("/readyz", health.ready)])
    app.on_response_prepare.append(guard.headers)
    app.on_shutdown.append(streams.end_all)
    app.cleanup_ctx.extend([assistant.connected, watching(door.watch), tidying(door.housekeeping), catching_up(turns)])
    app.cleanup_ctx.extend([reminding(door.unread), *map(beside, door.rounds)])
    return app


def _own_case(door: Door, safety: Safety, guard: Guard, pages: Pages) -> list[web.RouteDef]:
    """Every address of the pages about a case."""
    own = door.intake.own
    record = Record(own, door.correspondence, door.intake.transcripts, pages, door.words)
    helpers = Helpers(door.intake.cases, door.visits.chats, door.intake.clock, door.intake.hasher)
    views = OwnViews(own, helpers, door.correspondence, pages, door.words)
    acts = OwnActs(own, door.visits, OwnDanger(own, door.visits, safety), guard, views)
    lost = LostReceipt(door.visits, guard, pages)
    helper = OwnHelper(helpers, door.visits, guard, pages)
    return [*OwnPages(door.visits, guard, views, record).routes(), *acts.routes(), *helper.routes(), *lost.routes()]


def _api(chat: Chat, events: Events) -> list[web.RouteDef]:
    document = json.loads(OPENAPI.read_text(encoding="utf-8"))

    async def openapi(_request: web.Request) -> web.Response:
        return web.json_response(document)

    return [
        web.post("/api/chat/messages", chat.say),
        web.get("/api/chat/messages", chat.so_far),
        web.post("/api/chat/receipt", chat.another_secret),
        web.get("/api/chat/events", events.stream, allow_head=False),
        web.delete("/api/chat", chat.leave),
        web.get("/api/openapi.json", openapi),
    ]


def _refusals(guard: Guard, pages: Pages, words: Words) -> Middleware:
    """Every answer that is no success: JSON for the API, a page for people, and never a word about our insides."""

    @web.middleware
    async def refusals(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            if request.path != LEAVE:
                guard.check(request)
            return guard.other_hosts.asked_first(request) or await handler(request)
        except Refused as refused:
            said = refused
        except web.HTTPException as error:
            said = refusal_of(error.status)
        except Exception as error:
            log.error("%s %s failed: %s", request.method, request.path, type(error).__name__)
            said = Refused("unavailable")
        return refusal(said, words) if request.path.startswith("/api/") else pages.refusal(said)

    return refusals
