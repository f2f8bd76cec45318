"""The pages around the widget: a council's page, help now, privacy, and the way out.

They are made once, when the door opens, from the templates and domain.yml alone: with Rasa and the store down they are
served all the same.
"""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import datetime
from pathlib import Path
from typing import Any

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup, escape

from bot import languages
from bot.complaints.plain import day
from bot.complaints.profile import Profile
from bot.settings import Settings
from bot.widget import statement
from bot.widget.chat import Chat
from bot.widget.guard import Guard, Handler
from bot.widget.refusals import Refused
from bot.widget.script import Asset, help_numbers, joined, page_style, widget_style
from bot.words import Words

TEMPLATES = Path(__file__).parent / "pages"
PAGES = {
    "/": "home.html",
    "/help-now": "help.html",
    "/other-ways": "other_ways.html",
    "/privacy": "privacy.html",
    "/privacy/adults": "privacy_adults.html",
    "/accessibility": "accessibility.html",
}
EXIT_TO = "https://www.bbc.co.uk/weather"  # what somebody looking over a shoulder may see; GOV.UK's own choice
LEAVE = "/leave"
FOR_GOOD = "public, max-age=31536000, immutable"
TELEPHONE = re.compile(r"\b(?:999|111|116 123|0\d{2,4} \d{3,4}(?: \d{3,4})?)\b")


class Pages:
    """The pages, as they are sent."""

    def __init__(self, words: Words, profile: Profile, settings: Settings) -> None:
        self._words, self._profile, self._demonstration = words, profile, settings.demonstration
        self._values = {
            "council": profile.name,
            "council_phone": settings.council_phone,
            "out_of_hours_phone": settings.out_of_hours_phone,
            "erase_hours": str(profile.erase_after_hours),
        }
        self.script = joined(words, self._values, demonstration=self._demonstration, exit_to=EXIT_TO)
        self.style = page_style()
        self.policy = _policy()
        self._templates = self._environment()

    def _environment(self) -> Environment:
        templates = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
        templates.filters |= {"paragraphs": paragraphs, "linked": linked, "sentence": sentence}
        templates.filters |= {"day": day, "moment": self.moment}
        templates.globals |= {
            "say": lambda name, audience=None, **more: self._words.say(name, audience, **{**self._values, **more}),
            "numbers": help_numbers(self._words, self._values),
            # A number that nobody has checked is not shown to anybody who may be in danger.
            "helplines": [line for line in self._profile.helplines if line.verified],
            "script": self.script,
            "style": self.style,
            "demonstration": self._demonstration,
            "council": self._profile.name,
            "contacts": self._profile.contacts,
            "phone": self._values["council_phone"],
            "erase_hours": self._values["erase_hours"],
            "languages": [(code, self._own_name(code)) for code in languages.written(self._words)],
            "statement": statement.read(),
        }
        return templates

    def _own_name(self, code: str) -> str:
        """A language's name in itself; our list gives it after its English name."""
        return self._words.say(f"utter_language_name_{code}").rpartition(", ")[2]

    def moment(self, at: datetime) -> str:
        """A moment where the council is: Monday 2 March 2026, 10:30."""
        here = at.astimezone(self._profile.timezone)
        return f"{day(here.date())}, {here:%H:%M}"

    def routes(self, chat: Chat, guard: Guard) -> list[web.RouteDef]:
        """Every address of the pages."""

        async def leave(request: web.Request) -> web.Response:
            response = web.Response(status=303, headers={"Location": EXIT_TO})
            # Leaving is never refused; only what another site asks for changes nothing here.
            if guard.may_leave(request):
                await chat.end(request, response)
            return response

        return [
            *(web.get(path, self._page(template)) for path, template in PAGES.items()),
            web.get(self.style.path, _asset(self.style)),
            web.post(LEAVE, leave),
        ]

    def refusal(self, refused: Refused) -> web.Response:
        """A refusal as a page, with the telephone numbers; for hidden words with the field that shows them again."""
        if refused.code in ("hidden", "wrong_word"):
            return self.hidden(fault=refused.code == "wrong_word")
        return self.response("refusal.html", refused.status, sentence=self._words.say(refused.sentence))

    def hidden(self, *, fault: bool = False) -> web.Response:
        """What pages show in place of words that are hidden on a screen that others use too."""
        return self.form("hidden.html", 423, fault=fault)

    def form(self, template: str, status: int = 200, **values: object) -> web.Response:
        """One of the pages that ask. Their forms say where they come from, and to this site only."""
        response = self.response(template, status, **values)
        response.headers["Referrer-Policy"] = "same-origin"  # with none, a browser's form has no origin to show
        return response

    def _page(self, template: str) -> Handler:
        self.response(template, 200)  # a template that cannot be made must stop the start, not a visitor

        async def page(_request: web.Request) -> web.Response:
            return self.response(template, 200)

        return page

    def response(self, template: str, status: int = 200, **values: Any) -> web.Response:
        """A page made from its template; raises jinja2's UndefinedError for a value that is missing."""
        return web.Response(
            text=self.text(template, **values),
            content_type="text/html",
            status=status,
            headers={"Content-Security-Policy": self.policy},
        )

    def text(self, template: str, **values: Any) -> str:
        """A template filled in."""
        return self._templates.get_template(template).render(**values)


def _asset(asset: Asset) -> Handler:
    async def send(_request: web.Request) -> web.Response:
        return as_response(asset)

    return send


def as_response(asset: Asset) -> web.Response:
    """A file that never changes under its name."""
    kind = {"js": "text/javascript", "css": "text/css"}[asset.kind]
    return web.Response(body=asset.body, content_type=kind, charset="utf-8", headers={"Cache-Control": FOR_GOOD})


def _policy() -> str:
    """What a page may load. The widget's style is named by its hash, for browsers that need it as an element."""
    style = base64.b64encode(hashlib.sha256(widget_style().encode()).digest()).decode()
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            f"style-src 'self' 'sha256-{style}'",
            "connect-src 'self'",
            "img-src data:",  # the empty icon
            # Browsers hold a form's redirects to this too, and the way out leads elsewhere.
            f"form-action 'self' {EXIT_TO.removesuffix('/weather')}",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
        )
    )


def sentence(text: str) -> str:
    """A note of the profile as a sentence; one that begins with an address keeps its small letter."""
    first = text.split(" ", 1)[0]
    begun = text if "." in first else text[:1].upper() + text[1:]
    return f"{begun}."


@pass_eval_context
def paragraphs(context: EvalContext, text: str) -> Markup:
    """A text as paragraphs, one for each line, with its telephone numbers as links."""
    return Markup("").join(Markup("<p>{}</p>").format(linked(context, line)) for line in text.split("\n") if line)


@pass_eval_context
def linked(_context: EvalContext, text: str) -> Markup:
    """A text whose telephone numbers can be called by a tap."""
    link = r'<a href="tel:\g<0>">\g<0></a>'
    called = TELEPHONE.sub(lambda found: found.expand(link), str(escape(text)))
    return Markup(re.sub(r'(?<=tel:)[\d ]+(?=")', lambda found: found[0].replace(" ", ""), called))  # noqa: S704 escaped above
