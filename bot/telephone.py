"""Use cases of the officer, for a concern taken by telephone: the same questions, answers and case as at the doors.

The answers of a call are kept as those that the pages take while Rasa is away, so the next question, the danger look,
the tasks and the case come from the same lines. A call belongs to the officer who took it; one that is not sent is
erased after the council's number of hours, as any conversation is. What is said is written down in the caller's words
and read back to them, because a representation may be made by word of mouth.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.casework import changed
from bot.complaints import danger_signs
from bot.complaints.case import Case, Event
from bot.complaints.danger_signs import AFTER_A_DISCLOSURE, HELP_NOW, Danger
from bot.drafts import Draft, Drafts
from bot.intake import Intake, Secret
from bot.ports import TELEPHONE, Audit, Chat, Chats, Clock, Held, Officer
from bot.roles import NotThere, require

BEGUN = "take_by_telephone"


@dataclass(frozen=True)
class Telephone:
    """Takes concerns by telephone."""

    intake: Intake
    chats: Chats
    audit: Audit
    clock: Clock

    @property
    def drafts(self) -> Drafts:
        """What was told so far, by the same rules as at the doors."""
        return Drafts(self.intake, "telephone")

    def begin(self, officer: Officer) -> str:
        """Somebody is on the telephone; the name of the call. That it was taken, and by whom, is noted."""
        require(officer, BEGUN)
        call, now = f"{TELEPHONE}{secrets.token_hex(16)}", self.clock.now()
        self.audit.note(officer.id, BEGUN, call, now)
        self.chats.open(Chat(call, secrets.token_hex(32), now, now))
        return call

    def draft(self, officer: Officer, call: str) -> Draft:
        """What was told so far and what is asked next. Raises NotThere for a call that somebody else took."""
        self._own(officer, call)
        return self.drafts.of(call)

    def answer(self, officer: Officer, call: str, told: Held) -> Case | None:
        """Keep one answer, and look for danger in it; the case, when the answer sends it. Raises NotThere.

        `told` is the answer as it was typed. The same answer again does nothing new.
        """
        self._own(officer, call)
        self.audit.note(officer.id, BEGUN, call, self.clock.now())
        self.chats.seen(call, self.clock.now())
        reference = self.drafts.hold(self._looked_at(told))
        if reference is None:
            return None
        changed(self.intake.cases, reference, lambda case: self._taken(case, officer))
        return self.intake.cases.get(reference)

    def secret(self, officer: Officer, call: str, reference: str) -> Secret | None:
        """A secret to read out to the caller, for a case that this call opened just now. Raises NotThere."""
        self._own(officer, call)
        return self.intake.secret_for(call, reference)

    def sent(self, officer: Officer, call: str) -> Sequence[Case]:
        """The cases that this call opened. Raises NotThere."""
        self._own(officer, call)
        return self.intake.cases.of_conversation(call)

    def stop(self, officer: Officer, call: str) -> None:
        """The caller wants nothing kept: what was not sent is erased, and an alert stays. Raises NotThere."""
        self._own(officer, call)
        self.audit.note(officer.id, "stop_call", call, self.clock.now())
        self.intake.transcripts.erase(call)

    def _own(self, officer: Officer, call: str) -> None:
        """That somebody reads their own call is noted. Raises NotThere for a call that somebody else took."""
        require(officer, BEGUN)
        lines = self.audit.about(call)
        if not lines or (lines[0].who, lines[0].what) != (officer.id, BEGUN):
            raise NotThere(call)
        self.audit.note(officer.id, "read_call", call, self.clock.now())

    def _looked_at(self, told: Held) -> Held:
        """The answer with the danger that is in it. Nobody else hears it, so a doubtful sign counts as a sure one."""
        danger = _danger_in(told)
        if danger is None:
            return told
        spooled = True
        try:
            self.intake.raise_alert(told.conversation, told.message_id, told.text, replace(danger, sure=True))
        except OSError:
            spooled = False
        risk = None if danger is AFTER_A_DISCLOSURE else danger.risk
        return replace(told, risk=risk, harm=danger.harm, spooled=spooled)

    def _taken(self, case: Case, officer: Officer) -> Case:
        """The case with who took it, once."""
        if any(event.what == "taken_by_telephone" for event in case.history):
            return case
        detail: dict[str, Any] = {}
        return case.noting(Event(self.clock.now(), officer.id, "taken_by_telephone", detail))


def _danger_in(told: Held) -> Danger | None:
    if told.choice == "help_now":
        return HELP_NOW
    found = danger_signs.look(told.text) if told.choice is None else None
    after = told.page == "go_on" and told.choice is None and bool(told.text)
    return found or (AFTER_A_DISCLOSURE if after else None)
