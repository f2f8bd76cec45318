"""Use cases of the officer, for what somebody else decides: an officer proposes it, a complaints manager decides.

A proposal changes nothing but the case's books and the diary. The manager does the act itself, with what was proposed
or with something else, or declines it with a reason (checklist of roles: an officer proposes, a manager decides).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.case_acts import CaseActs
from bot.complaints.acts import leads, told
from bot.complaints.case import Case, Event
from bot.complaints.records import Record
from bot.complaints.working_days import add_working_days
from bot.letters.kinds import ONLY_BY_LETTER
from bot.ports import Conflict, Officer
from bot.roles import PROPOSED, NotThere, entered, needed_for

BY_LETTER = (*ONLY_BY_LETTER, "answer_stage_1", "answer_corporate_stage_2")
DECIDED_WITHIN = 1  # working day, and never later than the date that it is about


@dataclass(frozen=True)
class Proposals:
    """What officers propose to their manager."""

    acts: CaseActs

    def allowed(self, officer: Officer, case: Case) -> tuple[str, ...]:
        """The names of what this officer may propose now, because somebody else decides it."""
        casework = self.acts.casework
        view = casework.sight.of(officer)
        names = case.allowed(casework.today(), casework.profile)
        mine = (name for name in names if self.is_proposed(name) and not view.may(needed_for(name), case))
        return tuple(mine) if view.may("propose_decision", case) else ()

    def is_proposed(self, name: str) -> bool:
        """Whether an act is one that an officer proposes and a manager decides; an answer they draft as a letter."""
        return needed_for(name) in PROPOSED and name not in BY_LETTER

    def propose(self, officer: Officer, reference: str, version: int, name: str, given: Mapping[str, str]) -> Case:
        """Keep a proposal of an act with what was typed for it. Raises NotThere, NotAllowed and Conflict."""
        casework = self.acts.casework
        case = casework.seen_at(officer, reference, version, "propose_decision")
        if not self.is_proposed(name):
            raise NotThere(name)
        step = self.acts.step(officer)
        leads.of_act(case, told.act(name, given), step)  # what cannot be done is not proposed
        by = add_working_days(step.today, DECIDED_WITHIN, step.calendar)
        if case.clock:
            by = max(step.today, min(by, case.clock.now_due))
        details = {"act": name, "given": dict(given), "by": officer.id, "decide_by": by.isoformat()}
        changed = case.opening("proposal", "proposed", step.today, details)
        return self._kept(officer, changed, Event(step.at, officer.id, "proposed", {"act": name}))

    def decline(self, officer: Officer, reference: str, version: int, name: str, reason: str) -> Case:
        """Say no to what was proposed, with a reason that whoever proposed it reads.

        Raises NotThere, BadEntry, and Conflict also when it was decided meanwhile.
        """
        casework = self.acts.casework
        case = casework.seen_at(officer, reference, version, "decide_proposal")
        record = of_act(case, name)
        if record is None:
            raise Conflict(f"nobody proposes {name} for case {reference} now")
        reason, step = entered(reason, "reason"), self.acts.step(officer)
        details: dict[str, Any] = {"decided_by": officer.id, "reason": reason}
        changed = case.moving(record, "declined", step.today, details, close=True)
        detail = {"act": _act(record), "reason": reason}
        return self._kept(officer, changed, Event(step.at, officer.id, "proposal_declined", detail))

    def _kept(self, officer: Officer, case: Case, event: Event) -> Case:
        casework = self.acts.casework
        casework.audit.note(officer.id, event.what, case.reference, casework.clock.now())
        casework.cases.save(case.noting(event))
        self.acts.keep_diary(case, officer.id)
        return case


def waiting(case: Case) -> tuple[Record, ...]:
    """The proposals that nobody has decided."""
    return case.open_records("proposal")


def of_act(case: Case, name: str) -> Record | None:
    """The oldest proposal of this act that waits, or None."""
    return next((record for record in waiting(case) if _act(record) == name), None)


def _act(record: Record) -> str:
    return str(record.details["act"])
