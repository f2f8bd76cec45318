"""The confirmation: where the case went, its reference, and its secret for the one time that it is shown."""

from __future__ import annotations

from functools import partial

from aiohttp import web

from bot.after_sending import where_it_went
from bot.complaints.facts import CHILD_ROLES
from bot.widget.off_loop import ask
from bot.widget.pages import Pages
from bot.widget.refusals import Refused
from bot.widget.turns import Turns
from bot.words import Words


class Sent:
    """The page after sending."""

    def __init__(self, turns: Turns, pages: Pages, words: Words) -> None:
        self._turns, self._pages, self._words = turns, pages, words

    async def show(self, conversation: str | None, ticket: str | None) -> web.Response:
        """The latest case of a conversation. Only a ticket that was not used yet brings its secret.

        Raises Refused where nothing was sent.
        """
        intake = self._turns.intake
        cases = await ask(intake.cases.of_conversation, conversation) if conversation else ()
        if not cases or conversation is None:
            raise Refused("not_found")
        case = cases[-1]
        secret = None
        if ticket and await ask(self._turns.visits.redeem, ticket) == case.reference:
            secret = await ask(intake.secret_for, conversation, case.reference)
        audience = "child" if case.reporter_role in CHILD_ROLES else "adult"
        say = partial(self._words.say, audience=audience)
        return self._pages.form(
            "say_sent.html",
            audience=audience,
            where=list(where_it_went(case, intake.profile, say)),
            reference=case.reference,
            secret=secret,
        )
