"""Use cases of the officer, for the person who comes back: write to them, and give a new secret for a lost one.

A new secret opens somebody's whole record, so it goes to the person or to their own advocate and to nobody else: never
through a parent, a carer or the team that the complaint is about. That an advocate was arranged is no leave to open it:
they need the person's consent, in force today, for everything that the secret opens (Children Act 1989 s26A: an
advocate acts as the child wishes). For less than that the person can let somebody in themselves (bot/helpers.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot import receipts
from bot.casework import Casework, changed
from bot.complaints.acts.voices import SCOPES, in_force
from bot.complaints.case import Case, Event
from bot.complaints.facts import CHILD_ROLES
from bot.correspondence import MESSAGE, Correspondence, Letter
from bot.intake import Hasher, Secret
from bot.ports import Officer, Task
from bot.roles import BadEntry, entered

THROUGH = ("person", "advocate")
NEVER_THROUGH = ("parent", "carer", "team")
PARENTS_AND_CARERS = ("parent", "relative", "foster_carer", "special_guardian", "adopter")


@dataclass(frozen=True)
class ComingBack:
    """What officers do for somebody who has a case already."""

    casework: Casework
    correspondence: Correspondence
    hasher: Hasher

    def letters(self, case: Case) -> Sequence[Letter]:
        """What the person and the team wrote to each other about a case, with when it was read."""
        return self.correspondence.of(case)

    def write(self, officer: Officer, reference: str, text: str) -> None:
        """Write to the person, who reads it when they next open their case. Raises BadEntry and NotThere."""
        self.casework.seen(officer, reference, "reply")
        text, now = entered(text, "text"), self.casework.clock.now()
        self.casework.audit.note(officer.id, "reply", reference, now)
        event = Event(now, officer.id, MESSAGE, {"words": text})
        changed(self.casework.cases, reference, lambda case: case.noting(event))

    def lost(self, officer: Officer, reference: str) -> tuple[Case, Sequence[Task]]:
        """A case, and the tasks of those who say that they lost their receipt. That it was read is noted.

        Raises NotThere.
        """
        case = self.casework.seen(officer, reference, "give_new_secret")
        self.casework.audit.note(officer.id, "read_case", reference, self.casework.clock.now())
        view = self.casework.sight.of(officer)
        asked = [task for task in self.casework.work.tasks() if task.kind == "lost_receipt" and view.task(task)]
        return case, asked

    def new_secret(self, officer: Officer, reference: str, through: str, checks: str, task_id: str = "") -> Secret:
        """A new secret for a case, to be told once; the old one, and whatever it has open, dies at once.

        `through` says who is told it, `checks` what the officer asked that only this person would know, and `task_id`
        which request of a lost receipt is answered: its own case is linked to this one, for officers' eyes only.
        Raises NotThere and BadEntry.
        """
        case, asked = self.lost(officer, reference)
        task = next((one for one in asked if one.id == task_id), None)
        checks = self._allowed(case, through, checks, task_id, task)
        now = self.casework.clock.now()
        self.casework.audit.note(officer.id, "give_new_secret", reference, now)
        event = Event(now, officer.id, "new_secret", {"through": through, "note": checks})
        changed(self.casework.cases, reference, lambda kept: kept.noting(event))
        secret = receipts.new_secret("words")
        self.casework.cases.set_secret_hash(reference, self.hasher.hash(receipts.plain_secret(secret)))
        if task:
            self._link(officer, reference, task)
            self.casework.work.save_task(replace(task, done_at=now, done_by=officer.id))
        return Secret(secret)

    def _allowed(self, case: Case, through: str, checks: str, task_id: str, task: Task | None) -> str:
        """What was checked, when a secret may be given like this. Raises BadEntry."""
        faults = {}
        if through not in THROUGH:
            faults["through"] = "never" if through in NEVER_THROUGH else "missing"
        elif through == "advocate" and not _has_leave(case, self.casework.today()):
            faults["through"] = "no_consent"
        if task_id and task is None:
            faults["task"] = "missing"
        elif task and _is_childs(case) and self._asked_by_parent_or_carer(task):
            faults["task"] = "not_theirs"
        try:
            checks = entered(checks, "note")
        except BadEntry as bad:
            faults |= bad.faults
        if faults:
            raise BadEntry(**faults)
        return checks

    def _asked_by_parent_or_carer(self, task: Task) -> bool:
        told = self.casework.cases.of_conversation(task.conversation or "")
        return any(case.reporter_role in PARENTS_AND_CARERS for case in told)

    def _link(self, officer: Officer, reference: str, task: Task) -> None:
        """Note in both cases that they are one person's; neither secret shows the other case."""
        now = self.casework.clock.now()
        for other in self.casework.cases.of_conversation(task.conversation or ""):
            for one, to in ((reference, other.reference), (other.reference, reference)):
                event = Event(now, officer.id, "linked", {"reference": to})
                changed(self.casework.cases, one, lambda kept, event=event: kept.noting(event))  # type: ignore[misc]


def _has_leave(case: Case, today: date) -> bool:
    """Whether an advocate has the person's consent, in force, for all that a secret opens."""
    given = [record.details for record in in_force(case, today) if record.details["relation"] == "advocate"]
    return any(set(SCOPES) <= set(details["scope"]) for details in given)


def _is_childs(case: Case) -> bool:
    return case.reporter_role in CHILD_ROLES
