"""Kept answers: what the complaints team often writes, kept by the complaints manager, checked for who reads it.

A kept answer is only ever put into the box in which an officer writes. Nothing here sends one: what goes to a person
was looked at by the officer who sends it.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.ports import Audit, Clock, Officer
from bot.reading_age import is_for_children
from bot.roles import BadEntry, NotThere, entered, require

LONGEST_TITLE, LONGEST_TEXT = 80, 2000


@dataclass(frozen=True)
class KeptAnswer:
    """One answer that may be begun with."""

    id: str
    title: str
    text: str
    for_children: bool  # a child of nine can read it, and it may be offered in a child's conversation
    kept_at: datetime
    kept_by: str


class KeptAnswers(Protocol):
    """Keeps them. Every method raises StoreBusy."""

    def put(self, answer: KeptAnswer) -> None:
        """Keep an answer, in place of an older one with its id."""
        ...

    def all(self) -> Sequence[KeptAnswer]:
        """Every answer, by title."""
        ...

    def remove(self, answer_id: str) -> None:
        """Forget one; nothing happens when it is not there."""
        ...


@dataclass(frozen=True)
class AnswerKeeping:
    """What the complaints manager does with them, and what is offered in a conversation."""

    kept: KeptAnswers
    audit: Audit
    clock: Clock

    def all(self, officer: Officer) -> Sequence[KeptAnswer]:
        """Every answer, by title. Raises NotThere."""
        require(officer, "keep_answers")
        return self.kept.all()

    def offered(self, audience: str | None) -> Sequence[KeptAnswer]:
        """What may be offered to somebody: everything to an adult, the easy ones to a child or who may be one."""
        return [answer for answer in self.kept.all() if answer.for_children or audience == "adult"]

    def keep(self, officer: Officer, answer_id: str, title: str, text: str, *, for_children: bool) -> KeptAnswer:
        """Keep a new answer (with an empty id), or change one. Raises BadEntry and NotThere.

        One for children that a child of nine could not read is refused: it would have to be made easier first.
        """
        require(officer, "keep_answers")
        if answer_id and all(answer.id != answer_id for answer in self.kept.all()):
            raise NotThere(answer_id)
        title, text = _entered(title, text, for_children=for_children)
        now = self.clock.now()
        answer = KeptAnswer(answer_id or f"k-{secrets.token_hex(6)}", title, text, for_children, now, officer.id)
        self.audit.note(officer.id, "keep_answers", answer.id, now)
        self.kept.put(answer)
        return answer

    def remove(self, officer: Officer, answer_id: str) -> None:
        """Forget an answer. Raises NotThere."""
        require(officer, "keep_answers")
        self.audit.note(officer.id, "keep_answers", answer_id, self.clock.now())
        self.kept.remove(answer_id)


def _entered(title: str, text: str, *, for_children: bool) -> tuple[str, str]:
    faults: dict[str, str] = {}
    for field, given, most in (("title", title, LONGEST_TITLE), ("text", text, LONGEST_TEXT)):
        try:
            entered(given, field, most)
        except BadEntry as bad:
            faults |= bad.faults
    if "text" not in faults and for_children and not is_for_children(text):
        faults["text"] = "too_hard"
    if faults:
        raise BadEntry(**faults)
    return title.strip(), text.strip()
