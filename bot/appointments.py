"""Appointments: who investigates, watches over it or sits on the panel comes from the pool, without a conflict.

Each of them declares that they have no conflict of interest in the case. Who signs in to the console is given the case
with the appointment, until a day; whoever they take the place of no longer has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.case_people import CasePeople
from bot.casework import Casework
from bot.complaints.acts.act import Act
from bot.complaints.case import Case, Event
from bot.complaints.errors import WrongFields
from bot.complaints.plain import day
from bot.complaints.procedures import months_later
from bot.complaints.step import Step
from bot.pool import Pool, PoolPerson
from bot.ports import Officer

# An act that appoints -> its fields, and what the people in them are appointed as.
APPOINTS: Mapping[str, Mapping[str, str]] = {
    "appoint_investigators": {
        "investigating_officer": "investigating_officer",
        "independent_person": "independent_person",
    },
    "appoint_panel": {"members": "panel_member"},
}
OWN_FIELDS = ("no_conflict_declared", "access_until")  # what the form asks for beside the act's own fields
LONGEST_ACCESS = 12  # months
NOT_DECLARED = "Each of them declares that they have no conflict of interest in this case."
WHY_NOT = {
    "not_in_pool": "is not in the pool for this",
    "agreement_over": "has no agreement with the council any more",
    "dbs_old": "needs a new DBS certificate first",
}
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Appointed:
    """One person's appointment."""

    person: PoolPerson
    capacity: str
    field: str  # of the act, in which they are named


@dataclass(frozen=True)
class Appointments:
    """Appoints people of the pool."""

    casework: Casework
    people: CasePeople
    pool: Pool

    def choices(self) -> Mapping[str, Choices]:
        """Who may be appointed today: for each field of such an act the names, with what else is known of them."""
        return {field: self._who(kind) for fields in APPOINTS.values() for field, kind in fields.items()}

    def check(self, case: Case, act: Act, given: Mapping[str, str]) -> tuple[Appointed, ...]:
        """Those whom an act appoints; nobody for any other act. Raises WrongFields, a sentence for a field."""
        appointed = tuple(self._named(act))
        if not appointed:
            return ()
        if given.get("no_conflict_declared", "") != "yes":
            raise WrongFields({"no_conflict_declared": NOT_DECLARED})
        until = self._until(given, appointed)
        for one in appointed:
            account = one.person.account
            points: tuple[int, ...] = ()
            if account and self.people.faults(case, account, one.capacity, points, until):
                says = f"{one.person.name} has a conflict of interest in this case, or another part in it."
                raise WrongFields({one.field: says})
        return appointed

    def give(self, officer: Officer, case: Case, appointed: tuple[Appointed, ...], given: Mapping[str, str]) -> None:
        """Give the case to those who sign in, until the day that was said, and take it back from those before them."""
        if not appointed:
            return
        until = date.fromisoformat(given["access_until"])
        capacities = {one.capacity for one in appointed}
        for before in self.casework.allocations.of_case(case.reference):
            if before.capacity in capacities and before.ended_at is None:
                self.people.take_back(officer, case.reference, before.id)
        for one in appointed:
            if one.person.account:
                self.people.give(officer, case.reference, one.person.account, one.capacity, (), until)

    def event(self, step: Step, appointed: tuple[Appointed, ...], given: Mapping[str, str]) -> Event:
        """The line in the history: who declared that they have no conflict, and until when they see the case."""
        detail = {"people": [one.person.name for one in appointed], "access_until": given["access_until"]}
        return Event(step.at, step.who, "no_conflict_declared", detail)

    def _who(self, kind: str) -> Choices:
        today = self.casework.today()
        may = [person for person in self.pool.all() if person.why_not(kind, today) is None]
        return tuple((each.name, _label(each)) for each in sorted(may, key=lambda each: each.name.casefold()))

    def _named(self, act: Act) -> list[Appointed]:
        found = []
        for field, kind in APPOINTS.get(act.name(), {}).items():
            told = getattr(act, field)
            found += [self._one(name, kind, field) for name in ((told,) if isinstance(told, str) else told)]
        return found

    def _one(self, name: str, kind: str, field: str) -> Appointed:
        mine = [each for each in self.pool.all() if each.name == name]
        why = {each.why_not(kind, self.casework.today()) for each in mine} or {"not_in_pool"}
        if None in why:
            return Appointed(next(e for e in mine if e.why_not(kind, self.casework.today()) is None), kind, field)
        raise WrongFields({field: f"{name} {WHY_NOT[sorted(filter(None, why))[0]]}."})

    def _until(self, given: Mapping[str, str], appointed: tuple[Appointed, ...]) -> date:
        today = self.casework.today()
        latest = min(months_later(today, LONGEST_ACCESS), *(one.person.until for one in appointed))
        try:
            until = date.fromisoformat(given.get("access_until", ""))
        except ValueError:
            raise WrongFields({"access_until": "Say until when they see the case."}) from None
        if not today <= until <= latest:
            raise WrongFields({"access_until": f"They see the case until today or later, and not after {day(latest)}."})
        return until


def _label(person: PoolPerson) -> str:
    return f"{person.name}, other work for the council: {person.other_work or 'none'}, until {day(person.until)}"
