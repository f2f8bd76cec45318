"""Use cases of the person: tell, be assessed, submit, ask how it is going, ask for somebody.

The conversation, the pages without JavaScript and the officer who takes a concern by telephone all call these. Each
method is one step and one transaction; what day it is and what the council's profile says come from the ports.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NewType, Protocol

from bot import receipts
from bot.complaints import triage
from bot.complaints.assessment import Assessment, Reason
from bot.complaints.case import Advocacy, Case, CasePoint, Event
from bot.complaints.danger_signs import Danger
from bot.complaints.facts import PARENTS_AND_CARERS, Facts
from bot.complaints.procedures import first_clocks
from bot.complaints.profile import Profile
from bot.complaints.to_answer import next_question
from bot.complaints.working_days import Calendar, add_working_days
from bot.own_case import OwnCase
from bot.ports import Alert, Cases, Clock, Handoff, ReferenceTaken, Spool, Task, Transcripts, Work
from bot.safeguarding import Truth, alert_id, screening_tasks, truth

Secret = NewType("Secret", str)

# Days within which an officer must have done each task; 0 is today. LADO: Working Together, one working day.
TASK_WORKING_DAYS = {
    "confirm_pathway": 2,
    "safeguarding_screening": 0,
    "lado": 1,
    "hold_or_not": 0,
    "arrange_advocate": 1,
    "decide_standing": 3,
    "weigh_late": 5,
    "court_parts": 5,
    "check_duplicate": 2,
    "clear_matter": 2,
    "check_consent": 3,
    "call_back": 1,
    "pass_on_worry": 0,
    "lost_receipt": 1,
}
BEFORE_SUBMITTING = ("safeguarding_screening", "lado", "hold_or_not", "arrange_advocate")
RECEIPT_OPEN_FOR = timedelta(minutes=15)  # within this a receipt whose answer was lost can be given again


class Hasher(Protocol):
    """Keeps secrets as hashes; the same work for a case that is not there."""

    def hash(self, secret: str) -> str:
        """The hash to keep."""
        ...

    def matches(self, secret: str, kept: str | None) -> bool:
        """Whether the secret is the one that was hashed; takes as long when `kept` is None."""
        ...


@dataclass(frozen=True)
class Submitted:
    """What the person is told after sending."""

    case: Case
    first_time: bool


@dataclass(frozen=True)
class Intake:
    """The person's side of the service."""

    cases: Cases
    work: Work
    transcripts: Transcripts
    spool: Spool
    clock: Clock
    hasher: Hasher
    profile: Profile
    calendar: Calendar
    demonstration: bool
    duty_hours: str = "always"  # when somebody reads an alert: "always" or "09:00-17:00"

    # --- telling and being assessed ---

    def today(self) -> date:
        """The day it is where the council is."""
        return self.clock.now().astimezone(self.profile.timezone).date()

    def assess(self, facts: Facts) -> Assessment:
        """Where these facts lead, and why."""
        return triage.assess(facts, self.profile, self.today())

    def next_question(self, facts: Facts) -> str | None:
        """The fact to ask for next, or None when there is enough to read back."""
        return next_question(facts, self.profile, self.today())

    # --- safety ---

    def raise_alert(self, conversation: str, message_id: str, words: str, danger: Danger) -> Alert:
        """Write an alert to the spool, before anybody is answered; the same message alerts once.

        Raises OSError when it cannot be written: then the person must be told that it was not passed on.
        """
        alert = self._alert(conversation, message_id, words, danger)
        self.spool.append(alert)
        return alert

    def hold_alert(self, conversation: str, message_id: str, words: str, danger: Danger) -> Alert:
        """Write an alert whose sign is doubtful, while Rasa is asked; the watch raises one that is not let go.

        Raises OSError when it cannot be written.
        """
        alert = self._alert(conversation, message_id, words, danger)
        self.spool.hold(alert)
        return alert

    def let_go(self, conversation: str, message_id: str) -> None:
        """Hold this message's alert no longer: it is raised by now, or Rasa did not share the doubt."""
        self.spool.let_go(alert_id(conversation, message_id))

    def true_of_alert(self, *, spooled: bool) -> Truth:
        """What to tell somebody, now, whose words raised an alert that could be written down or could not."""
        now = self.clock.now().astimezone(self.profile.timezone)
        return truth(now, self.duty_hours, self.calendar, demonstration=self.demonstration, spooled=spooled)

    def _alert(self, conversation: str, message_id: str, words: str, danger: Danger) -> Alert:
        return Alert(
            id=alert_id(conversation, message_id),
            conversation=conversation,
            message_id=message_id,
            risk=danger.risk,
            sign=danger.sign,
            words=words,
            raised_at=self.clock.now(),
            told=self.true_of_alert(spooled=True).kept,  # one that is not spooled is kept nowhere
        )

    def screen(self, conversation: str, message_id: str, *, by_professional: bool) -> None:
        """Open the safeguarding screening (and, for somebody who works with children, LADO) before anything else."""
        for task in screening_tasks(conversation, message_id, self.clock.now(), self.today(), self.calendar):
            if task.kind != "lado" or by_professional:
                self.work.add_task(task)

    def hold_or_not(self, conversation: str) -> None:
        """A decision is about to happen: somebody looks at it today, once, while the concern goes on."""
        self.work.add_task(
            Task(
                id=f"hold_or_not-{conversation}",
                kind="hold_or_not",
                opened_at=self.clock.now(),
                due=self.today(),
                conversation=conversation,
            )
        )

    # --- submitting ---

    def submit(self, conversation: str, key: str, facts: Facts, channel: str = "chat") -> Submitted:
        """Open a case from what was told and confirmed. The same key again gives the case that is there.

        One transaction: the case, its history and its tasks are kept together or not at all.
        """
        while True:
            case = self._case(conversation, facts, channel)
            with contextlib.suppress(ReferenceTaken):  # one in many millions; the next draw is another
                kept = self.cases.add(case, key, self._tasks(case, conversation, self.assess(facts)))
                return Submitted(kept, first_time=kept.reference == case.reference)

    def _case(self, conversation: str, facts: Facts, channel: str) -> Case:
        now, assessed = self.clock.now(), self.assess(facts)
        return Case(
            reference=receipts.new_reference(),
            council=self.profile.code,
            profile_version=self.profile.version,
            received_at=now,
            channel=channel,
            conversation=conversation,
            pathway=assessed.pathway,
            signposted_to=assessed.signposted_to,
            confirmed=False,
            flags=assessed.flags,
            reasons=assessed.reasons,
            facts=_with_defaults(facts),
            points=_points(facts, assessed),
            advocacy=_advocacy(facts),
            risk=self._risk(conversation, facts),
            stage="stage_1" if assessed.pathway in ("statutory", "corporate") else "awaiting_officer",
            clocks=first_clocks(assessed.pathway, self.today(), self.profile, self.calendar),
            demonstration=self.demonstration,
            history=(Event(now, "person", "submitted", {"refused": sorted(facts.refused)}), _proposal(now, assessed)),
        )

    def _risk(self, conversation: str, facts: Facts) -> str:
        raised = {alert.risk for alert in self.work.alerts_of(conversation)} | {facts.get("risk") or "none"}
        return next(risk for risk in ("emergency", "at_risk", "none") if risk in raised or risk == "none")

    def _tasks(self, case: Case, conversation: str, assessed: Assessment) -> tuple[Task, ...]:
        """The case's tasks, less those that its conversation opened already, before anything was submitted."""
        there = {task.kind for task in self.work.tasks_of(conversation)} & set(BEFORE_SUBMITTING)
        return tuple(
            Task(
                id=f"{kind}-{case.reference}",
                kind=kind,
                opened_at=case.received_at,
                due=add_working_days(self.today(), TASK_WORKING_DAYS[kind], self.calendar),
                case=case.reference,
                conversation=case.conversation,
            )
            for kind in assessed.tasks
            if kind not in there
        )

    # --- the receipt and what it opens ---

    def secret_for(self, conversation: str, reference: str, form: str = "words") -> Secret | None:
        """A new secret for a case that this conversation opened just now, as words or a code; the one before it dies.

        None when the case is not this conversation's or its receipt was given longer ago than fifteen minutes.
        """
        case = self.cases.get(reference)
        if case is None or case.conversation != conversation or not self.receipt_is_open(case):
            return None
        secret = receipts.new_secret(form)
        self.cases.set_secret_hash(reference, self.hasher.hash(receipts.plain_secret(secret)))
        return Secret(secret)

    def receipt_is_open(self, case: Case) -> bool:
        """Whether the receipt of a case can still be given again."""
        return self.clock.now() - case.received_at <= RECEIPT_OPEN_FOR

    def opens(self, reference: str | None, secret: str) -> bool:
        """Whether this secret opens this case; as much work for a reference that is not there."""
        kept = self.cases.secret_hash(reference) if reference else None
        return self.hasher.matches(receipts.plain_secret(secret), kept)

    @property
    def own(self) -> OwnCase:
        """What the person may do with a case that their secret opened."""
        return OwnCase(self.cases, self.work, self.clock, self.profile, self.calendar)

    # --- somebody who helps ---

    def want_advocate(self, conversation: str, reference: str | None = None) -> None:
        """Somebody wants an advocate now: an officer arranges it; nothing waits for that."""
        self.work.add_task(
            Task(
                id=f"arrange_advocate-{reference or conversation}",
                kind="arrange_advocate",
                opened_at=self.clock.now(),
                due=add_working_days(self.today(), TASK_WORKING_DAYS["arrange_advocate"], self.calendar),
                case=reference,
                conversation=conversation,
            )
        )

    def lost_receipt(self, conversation: str, reference: str | None) -> None:
        """Somebody lost their receipt: an officer checks who they are. Nothing of the case is opened or shown by it."""
        due = add_working_days(self.today(), TASK_WORKING_DAYS["lost_receipt"], self.calendar)
        task_id = f"lost_receipt-{conversation}"
        self.work.add_task(
            Task(task_id, "lost_receipt", self.clock.now(), due, conversation=conversation, note=reference or "")
        )
        self.ask_for_person(conversation, "lost_receipt")

    def ask_for_person(self, conversation: str, reason: str = "asked") -> bool:
        """Put a conversation into the complaints team's queue; False when it is there already."""
        return self.work.ask_handoff(Handoff(conversation, self.clock.now(), reason))


def _points(facts: Facts, assessed: Assessment) -> tuple[CasePoint, ...]:
    return tuple(
        CasePoint(
            text=point.what_happened,
            matter=point.matter,
            nature=point.nature,
            pathway=judged.pathway,
            signposted_to=judged.signposted_to,
            wanted_outcome=point.wanted_outcome or facts.get("wanted_outcome"),
        )
        for point, judged in zip(facts.points, assessed.points, strict=True)
    )


def _with_defaults(facts: Facts) -> dict[str, Any]:
    """What is kept: a child's parents and carers must not be told, unless the child said otherwise."""
    kept = dict(facts.known)
    if facts.is_young:
        kept.setdefault("must_not_tell", PARENTS_AND_CARERS)
    return kept


def _advocacy(facts: Facts) -> Advocacy:
    wanted = facts.get("wants_advocate")
    offered = facts.is_young or wanted is not None
    status = {"yes": "to_arrange", "no": "declined", "has_one": "has_one"}.get(wanted or "")
    return Advocacy(offered, wanted, status or ("offered" if offered else "not_offered"))


def _proposal(now: datetime, assessed: Assessment) -> Event:
    detail: Mapping[str, Any] = {"pathway": assessed.pathway, "reasons": [_as_dict(r) for r in assessed.reasons]}
    return Event(now, "assistant", "pathway_proposed", detail)


def _as_dict(reason: Reason) -> dict[str, Any]:
    return {"row": reason.row, "says": reason.says, "source": reason.source, "point": reason.point}
