"""What triage answers: a proposed pathway for the case and for each point, flags, tasks, reasons, the next question."""

from __future__ import annotations

from dataclasses import dataclass

PATHWAYS = (
    "statutory", "corporate", "signposted", "officer_decision", "compliment", "service_request",
    "information_request", "member_enquiry",
)  # fmt: skip
FLAGS = ("standing", "late", "court", "duplicate", "anonymous", "imminent")
SIGNPOSTS = (
    "school", "exclusion_review", "admission_appeal", "transport_appeal", "send_tribunal", "court", "ico", "police",
    "nhs", "cafcass", "other_council", "hr", "social_work_england", "irm", "dpo", "lgsco",
)  # fmt: skip
TASKS = (
    "confirm_pathway",  # every proposal is confirmed by an officer
    "safeguarding_screening",  # an account of harm to a child, settled or not
    "lado",  # an allegation against somebody who works with or cares for children: one working day
    "hold_or_not",  # a decision about to happen: today
    "arrange_advocate",
    "decide_standing",  # sufficient interest, reg 4 of the consolidated procedure: three working days
    "weigh_late",  # the discretion of reg 9
    "court_parts",  # which parts would prejudice proceedings, reg 8
    "check_duplicate",
    "clear_matter",  # two questions did not clear up what it is about
    "check_consent",
    "call_back",
    "pass_on_worry",
    "lost_receipt",  # somebody who cannot open their case any more
    "unread_reply",  # what an officer wrote was not read for five working days
)


@dataclass(frozen=True)
class Reason:
    """One row of the table that decided something: its name, what it decided, and where that comes from."""

    row: str
    says: str  # a plain sentence, for officers and for the record
    source: str  # the clause, decision or guidance it rests on
    point: int | None = None  # the point it is about, counted from 0; None: the whole case


@dataclass(frozen=True)
class PointAssessment:
    """Where one point belongs."""

    pathway: str
    signposted_to: str | None = None


@dataclass(frozen=True)
class Assessment:
    """Triage's whole answer. `asks` is the next question, `pathway` what would follow if the rest were skipped."""

    pathway: str
    signposted_to: str | None
    points: tuple[PointAssessment, ...]
    flags: tuple[str, ...]
    tasks: tuple[str, ...]
    reasons: tuple[Reason, ...]
    asks: str | None
