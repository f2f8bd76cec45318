"""Use cases of the officer, for links between cases: only to what they may see, in both, and shown to nobody else.

That a relative has complained too is told to nobody who is not working on both (domain: status, what may be shown to
whom); so whoever may not see one of two cases does not learn from the other that there is a link at all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.casework import Casework, changed
from bot.complaints.acts.remedies import LinkCase
from bot.complaints.case import Case
from bot.complaints.errors import WrongFields
from bot.complaints.step import Step
from bot.ports import Officer

NOT_SEEN = "There is no case of this reference that you may see."
EVENTS = ("link_case", "linked")


@dataclass(frozen=True)
class Links:
    """Keeps links whole, and to those who may see both ends."""

    casework: Casework

    def check(self, officer: Officer, reference: str) -> None:
        """Raise WrongFields, alike for a case that is not there and one that is not theirs to see."""
        other = self.casework.cases.get(reference)
        if other is None or not self.casework.sight.of(officer).case(other):
            raise WrongFields({"reference": NOT_SEEN})

    def mirror(self, officer: Officer, case: Case, link: LinkCase, step: Step) -> None:
        """Make the same link in the other case. That it was changed is noted."""
        back = LinkCase(case.reference, link.why)

        def linked(other: Case) -> Case:
            return other if back.wrong(other, step) else other.doing(back, step)

        self.casework.audit.note(officer.id, "work_case", link.reference, step.at)
        changed(self.casework.cases, link.reference, linked)

    def shown(self, officer: Officer, case: Case) -> Case:
        """The case with those links alone whose other end this officer may see too."""
        view, cases = self.casework.sight.of(officer), self.casework.cases
        named = {str(record.details["reference"]) for record in case.records if record.kind == "link"}
        named |= {str(event.detail.get("reference")) for event in case.history if event.what in EVENTS}
        hidden = {name for name in named if (other := cases.get(name)) is None or not view.case(other)}
        return replace(
            case,
            records=tuple(r for r in case.records if r.kind != "link" or r.details["reference"] not in hidden),
            history=tuple(e for e in case.history if e.what not in EVENTS or e.detail.get("reference") not in hidden),
        )
