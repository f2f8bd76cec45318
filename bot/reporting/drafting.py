"""Drafting: the manager's use cases: make a period's report, write in its boxes, quote people, issue it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.complaints.case import Case
from bot.complaints.errors import BadProfile
from bot.complaints.profile import Profile
from bot.hidden import details, hide
from bot.ports import Audit, Cases, Clock, Issued, Officer, Reports
from bot.reporting.checks import Fault, changed_since, faults_of
from bot.reporting.definitions import NAMES, differs
from bot.reporting.own_words import naming_lines
from bot.reporting.period import Period
from bot.reporting.publication import for_publication
from bot.reporting.report import Facts, Progress, Report, of_period, quietly
from bot.reporting.table import Name, Table
from bot.reporting.tally import Tally
from bot.roles import BadEntry, entered, require

QUOTATIONS, USERS, MADE_UP = "quotations", "service_users", "made_up"  # boxes that are no section's commentary
COUNTED = "counted"  # what stands in the box MADE_UP where the manager has asked for made-up cases as well
_BETWEEN = "\n\n"  # quotations
OF_MADE_UP = "Made-up cases are counted here. This shows how a report looks and says nothing about the council."
_LONGEST = 20_000  # characters of a commentary


@dataclass(frozen=True)
class Draft:
    """A report that was made: what the manager sees, what may be published, and what does not agree."""

    report: Report
    published: Mapping[str, Table]
    faults: tuple[Fault, ...]
    issued: Issued | None
    made_up: int = 0  # how many made-up cases the store has of this council, of whichever period
    counts_made_up: bool = False

    def tables(self, *, published: bool) -> Mapping[str, Table]:
        """Its tables, with small numbers hidden or shown."""
        return self.published if published else self.report.tables


@dataclass(frozen=True)
class Drafting:
    """What a manager does about reports. `profile_on` gives the council's profile of a day."""

    cases: Cases
    kept: Reports
    audit: Audit
    clock: Clock
    profile_on: Callable[[date], Profile]
    past: Callable[[], Mapping[Period, Tally]] = dict
    made_up: bool = False  # whether the made-up cases of a demonstration year count as well

    def draft(self, officer: Officer, period: Period, progress: Progress = quietly) -> Draft:
        """Make the report from the cases as they are now. Raises NotThere, and BadEntry for a period to come."""
        require(officer, "read_reports")
        self.audit.note(officer.id, "make_report", period.key, self.clock.now())
        return self.made(period, progress)

    def taking(self, officer: Officer, period: Period, *, published: bool) -> None:
        """Note that somebody takes a report out; one with small numbers is the manager's alone. Raises NotThere."""
        require(officer, "read_reports" if published else "make_report")
        copy = "publication" if published else "small_numbers"
        self.audit.note(officer.id, f"take_report_{copy}", period.key, self.clock.now())

    def made(self, period: Period, progress: Progress = quietly) -> Draft:
        """The same for whoever runs the service, from the command line. Raises BadEntry for a period to come."""
        profile = self._profile(period.last)
        today = self.clock.now().astimezone(profile.timezone).date()
        if period.first > today:
            raise BadEntry(period="to_come")
        earlier = self._profile(period.before().last)
        texts = self.texts(period)
        facts = Facts(as_of=today, past=self.past(), earlier=earlier, bases=_numbers(texts), progress=progress)
        counted = self.made_up or texts.get(MADE_UP) == COUNTED
        of_council = [case for case in self.cases.all() if case.council == profile.code]
        made_up = sum(case.made_up for case in of_council)
        own = [case for case in of_council if counted or not case.made_up]
        report = of_period(own, profile, period, facts)
        if counted and made_up:
            report = replace(report, warnings=(OF_MADE_UP,))
        tables = report.tables.values()
        faults = (*faults_of(tables), *self._changed(report, own, earlier))
        published = for_publication(report.tables, (profile.report.services, profile.report.leads))
        seen = {key: naming_lines(table) for key, table in report.tables.items()}
        issued = self.kept.issued(report.council, period.key)
        report = replace(report, tables=seen)
        return Draft(report, published, faults, issued, made_up, counts_made_up=bool(counted and made_up))

    def texts(self, period: Period) -> Mapping[str, str]:
        """What was written for a period, by box; commentary stays from draft to draft."""
        return self.kept.texts(self._profile(period.last).code, period.key)

    def write(self, officer: Officer, period: Period, box: str, text: str) -> None:
        """Keep what the manager wrote. Raises NotThere, and BadEntry for a box that the report has not."""
        require(officer, "make_report")
        if box == USERS and not text.strip().isdecimal():
            raise BadEntry(**{USERS: "no_number"})
        if box == MADE_UP and text not in (COUNTED, ""):
            raise BadEntry(**{MADE_UP: "no_choice"})
        if len(text) > _LONGEST:
            raise BadEntry(text="too_long")
        self._keep(officer, period, box, text.strip())

    def quote(self, officer: Officer, period: Period, text: str, *, checked: bool) -> str:
        """Add a quotation. What tells who somebody is, is hidden in it unless the manager has checked it.

        The quotation as it was kept. Raises NotThere and BadEntry.
        """
        require(officer, "make_report")
        text = " ".join(entered(text, "quotation").split())
        kept = text if checked else hide(text)
        self._keep(officer, period, QUOTATIONS, _BETWEEN.join([*self.quotations(period), kept]))
        return kept

    def unquote(self, officer: Officer, period: Period, place: int) -> None:
        """Take a quotation out, counted from 0. Raises NotThere."""
        require(officer, "make_report")
        left = [said for at, said in enumerate(self.quotations(period)) if at != place]
        self._keep(officer, period, QUOTATIONS, _BETWEEN.join(left))

    def quotations(self, period: Period) -> tuple[str, ...]:
        """The quotations of a period."""
        return tuple(said for said in self.texts(period).get(QUOTATIONS, "").split(_BETWEEN) if said)

    def issue(self, officer: Officer, draft: Draft) -> None:
        """Note that this draft was issued, so that the next report can be compared with it.

        Raises NotThere, and BadEntry for a draft in which made-up cases are counted.
        """
        require(officer, "make_report")
        if draft.counts_made_up:
            raise BadEntry(**{MADE_UP: "not_issued"})
        report = draft.report
        own = {written(name): number for name, number in report.figures().items()}
        now = self.clock.now()
        self.audit.note(officer.id, "issue_report", report.period.key, now)
        self.kept.issue(report.council, report.period.key, own, officer.id, now)

    def _keep(self, officer: Officer, period: Period, box: str, text: str) -> None:
        now = self.clock.now()
        self.audit.note(officer.id, "write_report", period.key, now)
        self.kept.write(self._profile(period.last).code, period.key, box, text, officer.id, now)

    def _changed(self, report: Report, cases: Sequence[Case], earlier: Profile) -> tuple[Fault, ...]:
        """What the report says of the period before, where that was issued otherwise."""
        before = self.kept.issued(report.council, report.period.before().key)
        if before is None:
            return ()
        label = report.period.before().label
        figures = {name: number for text, number in before.figures.items() if ("period", label) in (name := read(text))}
        because = _why(report, before, cases, self._profile(report.period.last), earlier)
        return changed_since(report.tables.values(), figures, because)

    def _profile(self, day: date) -> Profile:
        """The profile of a day; of a day before the council's first version, the first that there is."""
        for years in range(_YEARS_TO_TRY):
            try:
                return self.profile_on(day + timedelta(days=366 * years))
            except BadProfile:
                continue
        return self.profile_on(self.clock.now().date())


_YEARS_TO_TRY = 20


def _why(report: Report, before: Issued, cases: Sequence[Case], profile: Profile, earlier: Profile) -> str:
    """Why a figure of the period before may stand otherwise now: its cases changed, or it is counted otherwise."""
    period = report.period.before()
    own = [case for case in cases if period.holds(case.received_at.astimezone(profile.timezone).date())]
    since = [case for case in own if any(event.at > before.at for event in case.history)]
    new = [case for case in since if all(event.at > before.at for event in case.history)]
    cases_came = "1 case" if len(new) == 1 else f"{len(new)} cases"
    came = f"{cases_came} of that period came in and {len(since) - len(new)} others changed since."
    differ = [str(old) for name in NAMES if (old := differs(name, profile, earlier))]
    counted = f" It was counted otherwise then: {' '.join(differ)}" if differ else ""
    return f"Issued on {before.at.day} {before.at:%B %Y}; {came}{counted}"


def told_in(text: str) -> tuple[str, ...]:
    """The kinds of detail that a quotation has: name, age, school and others."""
    return tuple(dict.fromkeys(span.kind for span in details(text)))


def written(name: Name) -> str:
    """What a figure is of, as text; `read` takes it back."""
    return "|".join(f"{by}={value}" for by, value in sorted(name))


def read(text: str) -> Name:
    """The name that was written so."""
    return frozenset((by, value) for by, _, value in (item.partition("=") for item in text.split("|")))


def _numbers(texts: Mapping[str, str]) -> Mapping[str, int]:
    users = texts.get(USERS, "")
    return {USERS: int(users)} if users.isdecimal() else {}
