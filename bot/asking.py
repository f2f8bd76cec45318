"""What a page of the questions shows: its heading, its field or choices, its buttons, and what was said just now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.answers import matters_to_offer
from bot.complaints.facts import CHOICES
from bot.drafts import Draft
from bot.messages import Message
from bot.told import ACCOUNT_AGAIN, READ_BACK, TO_OFFICER
from bot.words import Words

Labelled = list[tuple[str, str]]  # (value, what it reads)

# Fields of one line, with what a browser may fill them in with (WCAG 2.2, 1.3.5); every other takes many lines.
ONE_LINE = {
    "name": "name", "email": "email", "phone": "tel", "child_name": "off", "child_age": "off", "when_happened": "off",
    "team_or_worker": "off", "which_council": "off", "deadline": "off",
}  # fmt: skip
FILLED_IN = {"postal_address": "street-address"}
# Kinds of messages that a page shows above its question; the question and the read-back have places of their own.
SHOWN = ("safety", "status", "handoff", "text")
OF_CONFIRM = ("yes", "do:ask_advocate", "do:stop")
MOST_LINES = 12  # of a conversation with an officer


@dataclass(frozen=True)
class Views:
    """Makes the values for the templates from a draft and the words."""

    words: Words

    def title(self, draft: Draft, page: str) -> str:
        """The question as it is asked of this person."""
        own = {"person": "utter_offer_person", "confirm": "utter_door_say_check_title"}
        return self.words.say(own.get(page, f"utter_question_{_fact(page)}"), draft.audience)

    def question(self, draft: Draft, page: str, *, text: str = "", chosen: str | None = None) -> dict[str, Any]:
        """A page with one question; `text` and `chosen` are what stands in it already."""
        fact, audience = _fact(page), draft.audience
        why = f"utter_why_{fact}"
        return {
            "page": page,
            "title": self.title(draft, page),
            "why": self.words.say(why, audience) if self.words.has(why) and page not in ("go_on", "person") else "",
            "audience": audience,
            "choices": self.choices(draft, page),
            "field": self.field(draft, page),
            "filled_in": ONE_LINE.get(fact) or FILLED_IN.get(fact, "off"),
            "buttons": self.buttons(draft, page),
            "text": text,
            "chosen": chosen,
            "first": page == "what_happened" and not draft.facts.points,
        }

    def choices(self, draft: Draft, page: str) -> Labelled:
        """The radio buttons: every value with what it reads."""
        if page == "matter":
            names = matters_to_offer(draft.guesses)
            return [(name, self.words.say(f"utter_matter_{name}", draft.audience)) for name in names]
        if page in ("go_on", "person", "confirm", ACCOUNT_AGAIN, TO_OFFICER):
            return []
        return [(value, label) for label, value in self.words.choices(f"utter_question_{page}", draft.audience)]

    def field(self, draft: Draft, page: str) -> str:
        """What the words are written into: "line", "lines", or "" where there is nothing but choices."""
        if page == "go_on":  # after a disclosure the person may add something, and need not
            return "lines" if draft.facts.get("risk") else ""
        if page in ("person", "confirm") or CHOICES.get(page) is not None:
            return ""
        return "line" if page in ONE_LINE else "lines"

    def buttons(self, draft: Draft, page: str) -> Labelled:
        """The buttons beside "continue": to leave the question, to send, to have an advocate."""
        if page == "person":
            return [(value, label) for label, value in self.words.choices("utter_offer_person")]
        if page == "go_on":
            after = "utter_safety" if draft.facts.get("risk") else "utter_question_go_on"
            return [(value, label) for label, value in self.words.choices(after, draft.audience)]
        if page == TO_OFFICER:
            return []
        if page == "confirm":
            offered = self.words.choices("utter_summary", draft.audience)
            return [(value, label) for label, value in offered if value in OF_CONFIRM]
        return self._ways_round(draft, page)

    def _ways_round(self, draft: Draft, page: str) -> Labelled:
        buttons = []
        if page not in ("what_happened", ACCOUNT_AGAIN):
            buttons.append(("do:skip", self.words.say("utter_button_skip")))
        if draft.facts.points:
            buttons.append(("send_now", self.words.say("utter_button_send")))
            if not draft.facts.settled("wants_advocate"):
                buttons.append(("do:ask_advocate", self.words.say("utter_button_advocate")))
            buttons.append(("do:stop", self.words.say("utter_button_stop")))
        return buttons

    def stopped(self, draft: Draft) -> str:
        """What becomes of what was told: not the same after a danger sign, and where nothing was told since sending."""
        if draft.facts.get("risk"):
            return "utter_stopped_alert"
        return "utter_door_say_stopped" if draft.facts.points else "utter_stopped_nothing"

    def read_back(self, draft: Draft) -> list[dict[str, str]]:
        """The lines of check-your-answers, the account first; each may be changed on a page of its own."""
        account = [self._line("point", point.what_happened, draft, ACCOUNT_AGAIN) for point in draft.facts.points]
        told = [name for name in READ_BACK if draft.facts.get(name) is not None]
        values = {name: self.words.label(name, str(draft.facts.get(name)), draft.audience) for name in told}
        return [*account, *(self._line(name, values[name], draft, name) for name in told)]

    def _line(self, name: str, value: str, draft: Draft, page: str) -> dict[str, str]:
        label = self.words.say(f"utter_summary_{name}", draft.audience, value="").rstrip(" :“”")
        changeable = page == ACCOUNT_AGAIN or self.words.has(f"utter_question_{page}")
        return {"label": label, "value": value, "page": page if changeable else ""}

    def said_just_now(self, draft: Draft, told: Sequence[Message]) -> list[str]:
        """What Rasa said to the person's last answer, beside the question itself; to a held one it said nothing yet."""
        if draft.held and draft.question != "go_on":
            return []
        hidden = {self.words.say("utter_pardon", draft.audience), self.words.say("utter_demonstration")}
        since = _since(told)
        if any(message.kind == "receipt" for message in since):
            return []  # the confirmation has a page of its own
        texts = [message.text for message in since if message.kind in SHOWN and message.sender != "you"]
        own = self.title(draft, draft.question)
        return [text for text in texts if text not in (*hidden, own)]

    def with_officer(self, told: Sequence[Message]) -> list[tuple[str, str]]:
        """The last lines between the person and an officer: who, and what."""
        lines = [(message.sender, message.text) for message in told if message.sender in ("officer", "you")]
        return lines[-MOST_LINES:]


def _fact(page: str) -> str:
    return "what_happened" if page == ACCOUNT_AGAIN else page


def _since(told: Sequence[Message]) -> Sequence[Message]:
    mine = [place for place, message in enumerate(told) if message.sender == "you"]
    return told[mine[-1] + 1 :] if mine else ()


def account_of(draft: Draft) -> str:
    """The account as it stands, for a page on which it is written anew."""
    return "\n\n".join(point.what_happened for point in draft.facts.points)
