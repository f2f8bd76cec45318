"""A past case to a case: its records, clocks and findings as this service would have kept them.

What the books do not say is not made up: no words, no acknowledgement, no day on which a panel met. Clocks run by the
profile of the day of receipt; a day before the oldest profile that is known counts by that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from bot.complaints.acts.stage_2 import FROM_REQUEST, FROM_STATEMENT
from bot.complaints.case import Advocacy, Case, CasePoint, Event
from bot.complaints.clocks import RunningClock
from bot.complaints.findings import Finding
from bot.complaints.procedures import start
from bot.complaints.profile import Profile
from bot.complaints.records import Record
from bot.complaints.working_days import Calendar
from bot.years.past_case import PastCase

IMPORTED = "imported"  # the channel by which they came, and what their history says
_NOON = time(12)
_PATHWAYS = {"representation": "statutory", "resolved_at_first_contact": "statutory", "duty": "signposted"}
_ADVOCACY = {"yes": "arranged", "no": "declined", "has_one": "has_one"}
_LAST_STATES = {"duty": "closed", "member_enquiry": "answered", "compliment": "passed_on", "representation": "settled"}
_OVER = {"representation": "settled", "resolved_at_first_contact": "settled", "duty": "signposted",
         "member_enquiry": "answered", "compliment": "passed_on"}  # fmt: skip
_DUTY_PATHWAYS = {"service_request": "service_request", "information_request": "information_request"}


@dataclass(frozen=True)
class Council:
    """A council as its books know it: its profiles, oldest first, and the calendar that its clocks run by."""

    profiles: Sequence[Profile]
    calendar: Calendar

    @property
    def code(self) -> str:
        """The council's code."""
        return self.profiles[0].code

    def strange_to(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Column and reason of whatever the council's profile of that day does not know."""
        profile = self.profile(values["received"])
        if (team := values.get("team")) and team not in profile.teams:
            yield "team", f"{team!r} is none of {profile.name}'s teams: {', '.join(profile.teams)}"

    def profile(self, day: date) -> Profile:
        """The profile that held on a day; before the first one, the first."""
        held = [profile for profile in self.profiles if profile.version <= day.isoformat()]
        return held[-1] if held else self.profiles[0]


def case_of(past: PastCase, council: Council) -> Case:
    """The case that a row of the books makes; the same row always makes the same case."""
    profile = council.profile(past.received)
    received_at = datetime.combine(past.received, _NOON, profile.timezone)
    ended, ended_on = _end(past)
    pathway = _pathway(past)
    return Case(
        reference=past.reference,
        council=profile.code,
        profile_version=profile.version,
        received_at=received_at,
        channel=IMPORTED,
        conversation=None,
        pathway=pathway,
        signposted_to=None,
        confirmed=True,
        flags=(),
        reasons=(),
        facts={"reporter_role": past.who} if past.who else {},
        points=(CasePoint("", past.matter, past.nature, pathway),) * past.number_of_points,
        advocacy=Advocacy(past.advocate is not None, past.advocate, _ADVOCACY.get(past.advocate or "", "not_offered")),
        risk="none",
        stage="closed" if ended else _stage(past),
        demonstration=False,
        clocks=tuple(_clocks(past, profile, council.calendar)),
        records=_records(past),
        findings=_findings(past),
        ended=ended,
        ended_on=ended_on,
        team=past.team,
        equalities=past.equalities,
        history=(Event(received_at, IMPORTED, IMPORTED, {"booked_as": past.booked_as, "mark": past.mark}),),
    )


def _pathway(past: PastCase) -> str:
    if past.booked_as == "duty" and past.duty_kind == "refused":
        return "statutory"
    return _DUTY_PATHWAYS.get(past.duty_kind or "", _PATHWAYS.get(past.booked_as, past.booked_as))


# --- where it stands ---


def _stage(past: PastCase) -> str:
    for name in ("stage_3", "stage_2"):
        if getattr(past, f"{name}_asked"):
            return name
    return "stage_1" if past.is_complaint else "awaiting_officer"


def _end(past: PastCase) -> tuple[str | None, date | None]:
    """Why and when it was over; None for a complaint whose last stage was not answered."""
    if past.withdrawn:
        return "withdrawn", past.withdrawn
    if not past.is_complaint:
        refused = past.duty_kind == "refused"
        return ("refused" if refused else _OVER[past.booked_as]), past.received
    if past.stage_3_asked:
        return ("exhausted", past.stage_3_answered) if past.stage_3_answered else (None, None)
    if past.stage_2_asked:
        why = "exhausted" if past.booked_as == "corporate" else "not_escalated"
        return (why, past.stage_2_answered) if past.stage_2_answered else (None, None)
    return ("not_escalated", past.stage_1_answered) if past.stage_1_answered else (None, None)


# --- clocks ---


def _clocks(past: PastCase, profile: Profile, calendar: Calendar) -> list[RunningClock]:
    if not past.is_complaint:
        return []
    first = start(profile, f"{past.booked_as}_stage_1", past.received, calendar)
    clocks = [_met(first, past.stage_1_answered, past.stage_2_asked or past.withdrawn)]
    if past.stage_2_asked:
        counts_from = past.stage_2_started or past.stage_2_asked
        second = start(profile, f"{past.booked_as}_stage_2", counts_from, calendar)
        clocks.append(_met(second, past.stage_2_answered, past.withdrawn))
    if past.stage_2_asked and past.booked_as == "statutory":
        whole = replace(start(profile, FROM_STATEMENT, past.stage_2_asked, calendar), name=FROM_REQUEST)
        clocks.insert(1, _met(whole, past.stage_2_answered, past.withdrawn))
    return clocks


def _met(clock: RunningClock, answered: date | None, otherwise_over: date | None) -> RunningClock:
    if answered:
        return clock.met(answered)
    return clock.stopped(otherwise_over) if otherwise_over else clock


# --- findings ---


def _findings(past: PastCase) -> tuple[Finding, ...]:
    return tuple(
        Finding(point, stage, outcome, on)
        for stage in ("stage_1", "stage_2", "stage_3")
        if (on := getattr(past, f"{stage}_answered"))
        for point, outcome in enumerate(getattr(past, f"{stage}_found"))
    )


# --- records ---


def _records(past: PastCase) -> tuple[Record, ...]:
    found = [_main(past), *_later_stages(past), *_beside(past)]
    return tuple(replace(record, number=number) for number, record in enumerate(found))


def _main(past: PastCase) -> Record:
    if past.is_complaint:
        kind = "stat_s1" if past.booked_as == "statutory" else "corp_s1"
        state = "answered" if past.stage_1_answered else "open"
        return Record(0, kind, state, past.received, past.stage_1_answered or past.withdrawn, is_main=True)
    if past.booked_as == "resolved_at_first_contact":
        return Record(0, past.booked_as, "resolved", past.received, past.received, is_main=True)
    details = {"member": past.member} if past.member else {"kind": past.duty_kind} if past.duty_kind else {}
    state = _LAST_STATES[past.booked_as]
    return Record(0, past.booked_as, state, past.received, past.received, details, is_main=True)


def _later_stages(past: PastCase) -> list[Record]:
    found = []
    if past.stage_2_asked and past.booked_as == "statutory":
        state = "adjudicated" if past.stage_2_answered else "statement_agreed" if past.stage_2_started else "requested"
        found.append(Record(0, "stat_s2", state, past.stage_2_asked, past.stage_2_answered))
    elif past.stage_2_asked:
        state = "answered" if past.stage_2_answered else "accepted"
        found.append(Record(0, "corp_s2", state, past.stage_2_asked, past.stage_2_answered))
    if past.stage_3_asked:
        state = "responded" if past.stage_3_answered else "requested"
        found.append(Record(0, "stat_s3", state, past.stage_3_asked, past.stage_3_answered))
    return found


def _beside(past: PastCase) -> list[Record]:
    """What was booked beside it; the books say the day of the last answer and no other."""
    last = past.stage_3_answered or past.stage_2_answered or past.stage_1_answered or past.received
    found = [Record(0, "learning_action", "done", last, last, details) for details in _learnt(past)]
    if past.paid:
        details = {"pence": past.paid, "stage": _last_stage(past)}
        found.append(Record(0, "remedy_payment", "paid", last, last, _with(details, kind=past.paid_for)))
    if past.mediation:
        found.append(Record(0, "mediation_adr", past.mediation, last, last))
    if past.joint_nhs == "yes":
        found.append(Record(0, "joint_nhs", "answered", last, last))
    if past.withdrawn:
        found.append(Record(0, "withdrawal", "confirmed", past.withdrawn, past.withdrawn))
    if past.duty_kind == "refused":
        found.append(Record(0, "refusal", "decided", past.received, past.received))
    return [*found, *_ombudsman(past)]


def _learnt(past: PastCase) -> list[dict[str, str]]:
    """One for each recommendation; those that say how it was put right come first."""
    count = max(past.recommendations, len(past.remedies))
    remedies = (*past.remedies, *(None,) * (count - len(past.remedies)))
    return [_with({"stage": _last_stage(past)}, remedy=remedy) for remedy in remedies]


def _ombudsman(past: PastCase) -> list[Record]:
    if not past.ombudsman_asked:
        return []
    if past.ombudsman_found == "premature":
        return [Record(0, "lgsco", "premature", past.ombudsman_asked, past.ombudsman_decided)]
    details = {"decision": past.ombudsman_found} if past.ombudsman_found else {}
    state = "decided" if past.ombudsman_decided else "investigation"
    return [Record(0, "lgsco", state, past.ombudsman_asked, past.ombudsman_decided, details)]


def _last_stage(past: PastCase) -> str:
    stages = ("stage_3", "stage_2")
    return next((stage for stage in stages if getattr(past, f"{stage}_asked")), "stage_1")


def _with(details: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    return {**details, **{name: value for name, value in more.items() if value is not None}}
