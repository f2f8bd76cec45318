"""Entries: what the year's books hold, one for each thing that a report counts, with everything it is counted by.

An entry is counted in the period in which it came: a complaint by its receipt, a later stage by its request, a
compliment by its receipt, a record beside a case by the day on which it was opened. Values that nobody booked are
NOT_RECORDED, so that a table never loses a case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.complaints.case import Case
from bot.complaints.clocks import RunningClock
from bot.complaints.findings import overall
from bot.complaints.layout import COUNTED
from bot.complaints.profile import Profile
from bot.complaints.records import Record

NOT_RECORDED = "not_recorded"
# In time is said twice, within the first limit and within the outer one, so an answer is one of these.
FIRST, EXTENDED, LATE, OPEN, ENDED = "first", "extended", "late", "open", "ended"
_STAGE_CLOCKS = {
    "stage_1": ("statutory_stage_1", "corporate_stage_1"),
    "stage_2": ("statutory_stage_2", "corporate_stage_2"),
    "stage_3": ("authority_responds",),
}
_STAGE_RECORDS = {"stat_s2": "stage_2", "corp_s2": "stage_2", "stat_s3": "stage_3"}
_BESIDE = {  # records that are counted as they are, by the kind of entry that they make
    "lgsco": "ombudsman",
    "member_enquiry": "member_enquiry",
    "learning_action": "recommendation",
    "remedy_payment": "payment",
    "mediation_adr": "mediation",
    "joint_nhs": "joint_nhs",
}
EQUALITIES = ("gender", "ethnicity", "disability", "age_band")
_OF_RECORD = {  # what of a record's details is counted by, and what it is as long as nobody has told it
    "stage": NOT_RECORDED,
    "remedy": NOT_RECORDED,
    "member": NOT_RECORDED,
    "decision": "undecided",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is counted; `by` always has its `kind`."""

    on: date
    by: Mapping[str, str]
    case: Case
    record: Record | None = None
    pence: int = 0


def entries_of(cases: Iterable[Case], profile: Profile, as_of: date) -> tuple[Entry, ...]:
    """Everything that these cases put into the books, oldest first, as things stood on a day."""
    maker = _Maker(profile, as_of)
    found = [entry for case in cases for entry in maker.of(case)]
    return tuple(sorted(found, key=lambda entry: (entry.on, entry.case.reference)))


@dataclass(frozen=True)
class _Maker:
    """Makes the entries of a case under a council's way of counting."""

    profile: Profile
    as_of: date

    def of(self, case: Case) -> Iterator[Entry]:
        received = case.received_at.astimezone(self.profile.timezone).date()
        common = self._common(case)
        form = _form(case)
        counted = {**COUNTED, **self.profile.report.counted_as}
        kind = "outside" if case.team in self.profile.report.outside else counted.get(form, form)
        if kind == "stage_1":
            yield Entry(received, {**common, **self._stage(case, "stage_1"), "kind": kind, "form": form}, case)
        elif kind != "member_enquiry":  # that is a record of its own
            yield Entry(received, {**common, "kind": kind, "form": form, "sort": form}, case)
        yield Entry(received, {**common, "kind": "case", "form": form}, case)
        for record in case.records:
            yield from self._of_record(case, record, common)
        for finding in case.findings:
            if finding.point < len(case.points):
                by = {"kind": "finding", "stage": finding.stage, "outcome": finding.outcome}
                yield Entry(finding.on, {**common, **by}, case)

    def _of_record(self, case: Case, record: Record, common: Mapping[str, str]) -> Iterator[Entry]:
        told = record.details
        common = {**common, "month": f"{record.opened_on:%Y-%m}"}  # it came later than its case
        if stage := _STAGE_RECORDS.get(record.kind):
            yield Entry(record.opened_on, {**common, **self._stage(case, stage), "kind": stage}, case, record)
        elif kind := _BESIDE.get(record.kind):
            by = {name: str(told.get(name) or absent) for name, absent in _OF_RECORD.items()}
            pence = int(told.get("pence", 0))
            yield Entry(record.opened_on, {**common, **by, "kind": kind, "status": record.state}, case, record, pence)
        elif record.kind == "duty" and not record.is_main:
            by = {"kind": "duty", "form": "duty", "sort": str(told.get("kind", NOT_RECORDED))}
            yield Entry(record.opened_on, {**common, **by}, case, record)

    def _common(self, case: Case) -> dict[str, str]:
        role = case.reporter_role or NOT_RECORDED
        team = case.team or NOT_RECORDED
        point = case.points[0] if case.points else None
        nature = next(iter(point.nature), None) if point else None
        layout = self.profile.report
        return {
            "procedure": "corporate" if case.pathway == "corporate" else "statutory",
            "team": team,
            "service": _group(layout.services, team),
            "lead": _group(layout.leads, team),
            "role": role,
            "group": next((name for name, of in self.profile.complainant_groups.items() if role in of), NOT_RECORDED),
            "nature": self.profile.natures.get(nature, nature) if nature else NOT_RECORDED,
            "month": f"{case.received_at.astimezone(self.profile.timezone):%Y-%m}",
            "advocate": case.advocacy.status,
            **{name: case.equalities.get(name, NOT_RECORDED) for name in EQUALITIES},
        }

    def _stage(self, case: Case, stage: str) -> dict[str, str]:
        found = {finding.point: finding.outcome for finding in case.findings if finding.stage == stage}
        outcome = overall(tuple(found.values()))
        if outcome == "open" and case.ended == "withdrawn":
            outcome = "withdrawn"
        return {"stage": stage, "outcome": outcome, "timely": _timely(case, stage, self.as_of)}


def _form(case: Case) -> str:
    """How a concern came to be counted: as itself, or as what became of it before anything was answered."""
    if any(record.kind == "resolved_at_first_contact" for record in case.records) and case.ended == "settled":
        return "first_contact"
    if case.ended in ("settled", "refused"):
        return str(case.ended)
    return "stage_1" if case.pathway in ("statutory", "corporate", "officer_decision") else case.pathway


def _group(groups: Mapping[str, tuple[str, ...]], team: str) -> str:
    """The report's name for a team; a team of none of its groups, as of an earlier year, is called by its own name."""
    return next((name for name, teams in groups.items() if team in teams), team)


def _timely(case: Case, stage: str, as_of: date) -> str:
    """When it was answered: within the first limit, within the outer one, after both; or why it was not."""
    clock: RunningClock | None = next((c for c in reversed(case.clocks) if c.name in _STAGE_CLOCKS[stage]), None)
    if clock is None:
        return ENDED if case.ended else OPEN
    if clock.met_on is None or clock.met_on > as_of:
        return ENDED if clock.stopped_on and clock.stopped_on <= as_of else OPEN
    return FIRST if clock.met_on <= clock.first_limit else EXTENDED if clock.met_on <= clock.outer_limit else LATE
