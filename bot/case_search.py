"""Search: a case by its reference, or by the name or e-mail address of somebody in it.

It finds only what the searcher may see, and says nothing of what it left out. That somebody searched, and each case
that it led to, is in the audit; what they typed is not, for the audit holds no words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot import receipts
from bot.case_list import BY_EMAIL, BY_NAME, Listed, address, typed_words
from bot.ports import Audit, Cases, Clock, Officer
from bot.roles import entered, require
from bot.sight import Sight

LONGEST = 254  # of an e-mail address; a name is shorter
MOST = 50  # that are shown of what was found


@dataclass(frozen=True)
class Found:
    """What a search led to, the newest case first."""

    way: str  # reference | name | email
    cases: tuple[Listed, ...]
    more: int  # how many besides, for which more has to be typed


@dataclass(frozen=True)
class CaseSearch:
    """Finds cases, closed ones too."""

    cases: Cases
    sight: Sight
    audit: Audit
    clock: Clock

    def find(self, officer: Officer, typed: str) -> Found:
        """The cases that what was typed leads to. Raises BadEntry and NotThere."""
        require(officer, "search_cases")
        typed = entered(typed, "words", LONGEST)
        way, references = self._led_to(typed)
        self.audit.note(officer.id, "search_cases", f"search by {way}", self.clock.now())
        found = self.cases.listed_among(references=references)
        view = self.sight.of(officer)
        seen = sorted((case for case in found if view.case(case)), key=lambda case: case.received_at, reverse=True)
        for case in seen[:MOST]:
            self.audit.note(officer.id, "search_cases", case.reference, self.clock.now())
        return Found(way, tuple(seen[:MOST]), max(0, len(seen) - MOST))

    def _led_to(self, typed: str) -> tuple[str, Sequence[str]]:
        if receipts.REFERENCE.search(typed):
            return "reference", [receipts.read_reference(typed) or typed.upper()]
        if "@" in typed:
            return BY_EMAIL, self.cases.found(BY_EMAIL, [address(typed)])
        return BY_NAME, self.cases.found(BY_NAME, typed_words(typed))
