"""Use cases of the officer, for who has a case: giving it, taking it back, and conflicts of interest.

Who belongs to no team sees a case only when it was given to them. Nobody gets a case in two capacities: who
investigates did not answer before, who adjudicates wrote neither report, and nobody on the panel had any part in it
(SI 2006/1738 regs 17 and 19).
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.allocations import Allocation, Interest
from bot.casework import Casework
from bot.complaints.case import Case
from bot.ports import Officer
from bot.roles import ALLOCATED, HANDLING, TIME_BOXED, BadEntry, NotThere, may
from bot.sight import names

GIVEN_AS = ALLOCATED | {HANDLING}


@dataclass(frozen=True)
class PeopleOfCase:
    """Who has a case, who had it, and who must not see it."""

    case: Case
    given: tuple[Allocation, ...]
    interests: tuple[Interest, ...]
    others: tuple[Officer, ...]  # to whom it may be given
    today: date


@dataclass(frozen=True)
class CasePeople:
    """Gives cases to those who belong to no team, and keeps them from those who have a conflict of interest."""

    casework: Casework

    def of(self, officer: Officer, reference: str) -> PeopleOfCase:
        """Who has the case. That it was read is noted; raises NotThere."""
        case = self.casework.seen(officer, reference, "give_case")
        self.casework.audit.note(officer.id, "read_people", reference, self.casework.clock.now())
        others = [each for each in self.casework.officers.all() if not each.disabled_at and self._may_have(each, case)]
        return PeopleOfCase(
            case=case,
            given=tuple(self.casework.allocations.of_case(reference)),
            interests=tuple(self.casework.allocations.interests_in(reference)),
            others=tuple(others),
            today=self.casework.today(),
        )

    def take(self, by: Officer, reference: str) -> None:
        """From now on this officer works the case. Raises NotThere, and BadEntry for who cannot be given it."""
        self.give(by, reference, by.id, HANDLING, (), None)

    def give(
        self, by: Officer, reference: str, to: str, capacity: str, points: Sequence[int], until: date | None
    ) -> Allocation:
        """Give a case to an officer, in a capacity, until a day. Raises BadEntry and NotThere.

        `points` are those that a responding manager answers, counted from 0; everybody else gets them all. One
        officer works a case: giving it to the next takes it from the one before.
        """
        case = self.casework.seen(by, reference, "give_case")
        faults = self.faults(case, to, capacity, points, until)
        if faults:
            raise BadEntry(**faults)
        now = self.casework.clock.now()
        kept = tuple(sorted(set(points))) if capacity == "responding_manager" else ()
        given = Allocation(f"g-{secrets.token_hex(8)}", reference, to, capacity, now, by.id, kept, until)
        self.casework.audit.note(by.id, "give_case", reference, now)
        self.casework.audit.note(by.id, "give_case", to, now)
        self.casework.allocations.give(given)
        before = [each for each in self._all(case) if capacity == HANDLING == each.capacity and each.id != given.id]
        for earlier in before:
            self.casework.allocations.end(earlier.id, now)
        return given

    def take_back(self, by: Officer, reference: str, allocation_id: str) -> None:
        """From now on they no longer see it. Raises NotThere."""
        self.casework.seen(by, reference, "give_case")
        if allocation_id not in {each.id for each in self.casework.allocations.of_case(reference)}:
            raise NotThere(allocation_id)
        now = self.casework.clock.now()
        self.casework.audit.note(by.id, "take_case_back", reference, now)
        self.casework.allocations.end(allocation_id, now)

    def declare(self, by: Officer, reference: str, about: str) -> None:
        """Note a conflict of interest: that officer no longer sees the case. Raises BadEntry and NotThere.

        Everybody declares their own; the complaints team declares anybody's.
        """
        self.casework.seen(by, reference, "declare_conflict")
        if about != by.id and not may(by, "give_case"):
            raise NotThere(reference)
        if self.casework.officers.get(about) is None:
            raise BadEntry(officer="missing")
        now = self.casework.clock.now()
        self.casework.audit.note(by.id, "declare_conflict", reference, now)
        self.casework.allocations.declare(Interest(reference, about, now, by.id))

    def _may_have(self, officer: Officer, case: Case) -> bool:
        conflicts = self.casework.allocations.interests_of(officer.id)
        return bool(GIVEN_AS & set(officer.roles)) and case.reference not in conflicts and not names(case, officer.name)

    def faults(self, case: Case, to: str, capacity: str, points: Sequence[int], until: date | None) -> dict[str, str]:
        """Why a case may not be given to somebody like this: for each field a word for what is wrong."""
        officer, faults = self.casework.officers.get(to), {}
        if officer is None or officer.disabled_at:
            return {"to": "missing"}
        if not self._may_have(officer, case):
            faults["to"] = "conflict"
        elif any(each.officer == to and each.capacity != capacity for each in self._all(case)):
            faults["to"] = "had_part"
        if capacity not in GIVEN_AS & set(officer.roles):
            faults["capacity"] = "not_theirs"
        if capacity == "responding_manager" and not (points and set(points) <= set(range(len(case.points)))):
            faults["points"] = "missing"
        if (until is None and capacity in TIME_BOXED) or (until is not None and until < self.casework.today()):
            faults["until"] = "missing" if until is None else "past"
        return faults

    def _all(self, case: Case) -> Sequence[Allocation]:
        return self.casework.allocations.of_case(case.reference)
