"""What the pages about a case show: the form that opens one, and the case as its person may see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from aiohttp import web

from bot.correspondence import Correspondence
from bot.helpers import Helpers
from bot.own_case import OwnCase, Status
from bot.visits import CASE_IDLE, CASE_OPEN, Opened
from bot.widget.off_loop import ask
from bot.widget.own_entry import LONGEST_ENTRY
from bot.widget.pages import Pages
from bot.words import Words

# What may be done on the page, by the end of its address: the sentence that says that it was done.
DONE = {
    "add": "utter_case_added",
    "next-stage": "utter_case_asks_next_stage",
    "withdraw": "utter_case_asks_withdrawal",
    "contact": "utter_case_contact",
}
SAID_AFTER = {**DONE, "helper-out": "utter_case_helper_out"}


@dataclass(frozen=True)
class OwnViews:
    """Makes the pages from what is known of a case."""

    own: OwnCase
    helpers: Helpers
    correspondence: Correspondence
    pages: Pages
    words: Words

    async def case(self, reference: str, *, status: int = 200, **told: Any) -> web.Response:
        """The page of an open case; `told` is what was just done or went wrong on it."""
        found = await ask(self._read, reference)
        return self.pages.response("own_case.html", status, **{**_nothing_done(), **told, **found})

    async def helped(self, opened: Opened, *, status: int = 200, **told: Any) -> web.Response:
        """The page of a case for whoever helps with it: what the person lets them see, and nothing else."""
        found = await ask(self._read_by_helper, opened)
        return self.pages.response("own_helped.html", status, **{**_nothing_done(), **told, **found})

    def form(
        self,
        typed: Mapping[str, str],
        faults: Mapping[str, str] | None = None,
        *,
        safety: str | None = None,
        away: bool = False,
    ) -> web.Response:
        """The page that asks for reference and secret. What waits for them to be sent is in `typed`, and nowhere else.

        `away` where it could not be taken as the store did not answer.
        """
        what = typed.get("what")
        values = {
            "faults": faults or {},
            "reference": typed.get("reference", "")[:LONGEST_ENTRY],
            "what": what if what in DONE else None,
            "words": typed.get("words", ""),
            "safety": safety,
            "away": away,
        }
        return self.pages.response("own_form.html", 503 if away else 422 if faults else 200, **values)

    def _read(self, reference: str) -> Mapping[str, Any]:
        status = self.own.status(reference)
        assert status is not None, "a secret opened it"
        letters = self.correspondence.read(self.own.case(reference))
        return {
            "case": status,
            "letters": letters,
            "ask_way": self.own.ask_way(reference),
            "helper": self.helpers.of(reference),
            "tell": _wording(self.words, status),
        }

    def _read_by_helper(self, opened: Opened) -> Mapping[str, Any]:
        status = self.own.status(opened.reference)
        assert status is not None and opened.scope is not None, "a helper's secret opened it"
        case = self.own.case(opened.reference)
        letters = self.correspondence.of(case) if "read" in opened.scope else ()  # that they read is not the person's
        return {"case": status, "letters": letters, "scope": opened.scope, "tell": _wording(self.words, status)}


def _nothing_done() -> dict[str, Any]:
    told: dict[str, Any] = {"done": None, "fault": None, "again": None, "problem": "missing", "words": ""}
    times = {"minutes": CASE_IDLE // timedelta(minutes=1), "hours": CASE_OPEN // timedelta(hours=1)}
    return {**told, **times, "safety": None}


def _wording(words: Words, status: Status) -> Callable[..., str]:
    """The sentences of domain.yml for whoever the case is of."""
    audience = "child" if status.young else "adult"
    return lambda name, **values: words.say(name, audience, **values)
