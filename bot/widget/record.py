"""The record: everything of one case that is the person's, as text and as a tagged PDF made from the same facts.

What was said, the answers, the messages and the decisions. Officers' names, their notes for each other, other cases
that were linked, and what a child told whom somebody else complains for, are not in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.complaints.acts import ACTS
from bot.complaints.acts.voices import OF_WISHES
from bot.complaints.case import Case, Event
from bot.correspondence import Correspondence
from bot.messages import Message, from_rows
from bot.own_case import OwnCase
from bot.ports import Transcripts
from bot.widget.pages import Pages
from bot.widget.refusals import Refused
from bot.words import Words

DECISIONS = (
    "pathway_proposed",
    "pathway_confirmed",
    "pathway_changed",
    "wants_advocate",
    "changes_contact",
    "new_secret",
)
OF_OTHERS = ("link_case", *OF_WISHES)  # acts that somebody else would be harmed by, if the person knew of them
REASONS = ("reason", "outcome", "why", "parts")  # what of an act's own words is for the person


@dataclass(frozen=True)
class Record:
    """Makes the record of a case that its secret has opened."""

    own: OwnCase
    correspondence: Correspondence
    transcripts: Transcripts
    pages: Pages
    words: Words

    def as_text(self, reference: str) -> bytes:
        """The record as plain text in UTF-8."""
        return self.pages.text("record.txt", **self._told(reference)).encode()

    def as_pdf(self, reference: str) -> bytes:
        """The record as PDF/UA: tagged, with its language and title. Raises Refused where none can be made."""
        html = self.pages.text("record.html", **self._told(reference))
        try:
            from weasyprint import HTML  # needs the system's Pango, which not every machine has
        except (ImportError, OSError):
            raise Refused("no_pdf") from None
        made: bytes = HTML(string=html, url_fetcher=_nothing_from_outside).write_pdf(pdf_variant="pdf/ua-1")
        return made

    def _told(self, reference: str) -> Mapping[str, Any]:
        case = self.own.case(reference)
        audience = "child" if case.reporter_role in ("child", "care_leaver") else "adult"
        return {
            "case": case,
            "status": self.own.status(reference),
            "answers": self._answers(case, audience),
            "said": self._said(case),
            "letters": self.correspondence.of(case),
            "decisions": [_decision(event) for event in case.history if _is_for_the_person(event)],
            "made_at": self.own.clock.now(),
            "tell": lambda name, **values: self.words.say(name, audience, **values),
        }

    def _answers(self, case: Case, audience: str) -> Sequence[str]:
        """What the person told us, in the sentences in which it was read back to them."""
        points = [self.words.say("utter_summary_point", audience, value=point.text) for point in case.points]
        facts = [
            self.words.say(f"utter_summary_{name}", audience, value=self.words.label(name, str(value), audience))
            for name, value in case.facts.items()
            if value is not None and self.words.has(f"utter_summary_{name}")
        ]
        return [*points, *facts]

    def _said(self, case: Case) -> Sequence[Message]:
        return from_rows(self.transcripts.rows(case.conversation)) if case.conversation else ()


def _is_for_the_person(event: Event) -> bool:
    return event.what in DECISIONS or (event.what in ACTS and event.what not in OF_OTHERS)


def _decision(event: Event) -> Mapping[str, Any]:
    reasons = [str(event.detail[name]) for name in REASONS if event.detail.get(name)]
    by = event.who if event.who in ("person", "assistant") else "team"
    return {"at": event.at, "by": by, "what": event.what, "reasons": reasons}


def _nothing_from_outside(address: str, *_: Any, **__: Any) -> Mapping[str, Any]:
    raise ValueError(f"a record fetches nothing: {address[:40]}")
