"""What a page's form brings: one answer, a choice or the press of a button, held to what its page had on offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from bot.answers import free_answer
from bot.complaints.facts import ALL_FACTS
from bot.told import ACCOUNT_AGAIN, TO_OFFICER
from bot.widget.incoming import Said, clean
from bot.widget.refusals import Refused

OWN_QUESTIONS = ("go_on", "person", "confirm", ACCOUNT_AGAIN, TO_OFFICER)
PAGES = (*ALL_FACTS, *OWN_QUESTIONS)
# What is wrong with words that do not hold what was asked for.
FAULTS = {"email": "utter_door_say_error_email", "phone": "utter_door_say_error_phone"}


@dataclass(frozen=True)
class Filled:
    """A form as it was sent."""

    id: str
    page: str
    text: str
    choice: str | None  # of the radio buttons
    pressed: str | None  # of the buttons that stand for an answer themselves

    def messages(self, offered: Mapping[str, str]) -> Sequence[Said]:
        """The form as messages. Words are never lost to a button or a choice beside them, unless they were skipped."""
        told = []
        if self.text and self.pressed != "do:skip":
            words_id = self.id if self.pressed is None else str(uuid5(UUID(self.id), "words"))
            text = f"{offered[self.choice]}: {self.text}" if self.choice else self.text
            told.append(Said(words_id, text=text, page=self.page))
        elif self.choice is not None and self.pressed != "do:skip":
            choice_id = self.id if self.pressed is None else str(uuid5(UUID(self.id), "choice"))
            told.append(Said(choice_id, text=offered.get(self.choice, ""), choice=self.choice, page=self.page))
        if self.pressed is not None:
            told.append(Said(self.id, text=offered.get(self.pressed, ""), choice=self.pressed, page=self.page))
        return told

    def fault(self, offered: Mapping[str, str], *, takes_words: bool, today: date) -> str | None:
        """The sentence for what is wrong with the answer, or None. `offered` is every value with its label.

        Words that are too long are not looked at here: danger in them is looked for first.
        """
        given = [value for value in (self.pressed, self.choice) if value is not None]
        if given or not takes_words:
            return None if given and all(value in offered for value in given) else "utter_door_say_error_choose"
        if not self.text:
            return "utter_door_say_error_empty"
        return None if free_answer(self.page, self.text, today) else FAULTS[self.page]


def filled(form: Mapping[str, Any]) -> Filled:
    """The form in a request's body. Raises Refused for one that no page of ours sent."""
    given = {name: form.get(name) for name in ("id", "page", "answer", "choice", "do")}
    if any(value is not None and not isinstance(value, str) for value in given.values()):
        raise Refused("not_understood")
    if given["page"] not in PAGES:
        raise Refused("not_understood")
    try:
        message_id = str(UUID(given["id"]))
    except (TypeError, ValueError):
        raise Refused("bad_id") from None
    # Browsers send the ends of lines as two characters, the chat as one.
    text = clean((given["answer"] or "").replace("\r\n", "\n"))
    return Filled(message_id, str(given["page"]), text, given["choice"] or None, given["do"] or None)
