"""Use cases of the officer, for the page of a case: how somebody is reached is hidden until an officer says why.

A reason is one of those for personal details in a transcript, so that the audit, which holds no words, can hold it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.casework import CaseFile, Casework
from bot.given import CONTACT
from bot.links import Links
from bot.ports import Officer
from bot.roles import BadEntry
from bot.talks import SHOWN_FOR, WHY_SHOWN

SHOWN = "show_contact_"
HIDDEN = tuple(name for name in CONTACT if name != "contact_preference")  # "by telephone" reaches nobody yet


@dataclass(frozen=True)
class Reached:
    """A case as its page shows it, and which ways to reach the person are hidden in it."""

    file: CaseFile
    hidden: tuple[str, ...]


@dataclass(frozen=True)
class ContactDetails:
    """Hides and shows the ways in which a person is reached."""

    casework: Casework

    def read(self, officer: Officer, reference: str) -> Reached:
        """One case; that it was read is noted. Raises NotThere."""
        file = self.casework.case(officer, reference)
        file = replace(file, case=Links(self.casework).shown(officer, file.case))
        there = tuple(name for name in HIDDEN if file.case.facts.get(name))
        if not there or self.is_shown(officer, reference):
            return Reached(file, ())
        facts = {name: value for name, value in file.case.facts.items() if name not in there}
        return Reached(replace(file, case=replace(file.case, facts=facts)), there)

    def show(self, officer: Officer, reference: str, reason: str) -> None:
        """Show this officer the ways to reach the person for an hour. Raises BadEntry and NotThere."""
        self.casework.seen(officer, reference, "show_contact")
        if reason not in WHY_SHOWN:
            raise BadEntry(why="missing")
        self.casework.audit.note(officer.id, f"{SHOWN}{reason}", reference, self.casework.clock.now())

    def is_shown(self, officer: Officer, reference: str) -> bool:
        """Whether this officer said within the hour why they need to reach the person of this case."""
        since = self.casework.clock.now() - SHOWN_FOR
        lines = self.casework.audit.about(reference)
        return any(line.who == officer.id and line.what.startswith(SHOWN) and line.at > since for line in lines)
