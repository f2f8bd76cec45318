"""Records: what a case consists of for the books. Each kind is opened, moved through its states, and closed.

The kinds are those of the councils' annual reports, so that each of these can be counted from our records.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

# kind -> its states, in the order in which they can be reached; the last ones close it.
STATES: Mapping[str, tuple[str, ...]] = {
    "representation": ("offered", "settled", "not_settled"),
    "resolved_at_first_contact": ("resolved",),
    "stat_s1": ("open", "answered"),
    "stat_s2": ("requested", "appointed", "statement_agreed", "reported", "adjudicated"),
    "stat_s3": ("requested", "panel_appointed", "panel_held", "panel_reported", "responded"),
    "independence": ("to_check", "checked", "no_longer_needed"),
    "corp_s1": ("open", "answered"),
    "corp_s2": ("requested", "accepted", "answered", "declined", "made_statutory"),
    "duty": ("open", "closed"),
    "member_enquiry": ("open", "answered"),
    "compliment": ("open", "passed_on"),
    "service_request": ("open", "decided"),
    "information_request": ("open", "answered"),
    "mediation_adr": ("offered", "agreed", "held", "declined"),
    "joint_nhs": ("consent_asked", "agreed", "answered", "apart"),
    "lgsco": ("premature", "referred_early", "enquiry", "replied", "investigation", "decided", "remedied"),
    "remedy_payment": ("agreed", "paid"),
    "learning_action": ("to_do", "done"),
    "withdrawal": ("asked", "confirmed", "not_meant"),
    "point_withdrawal": ("confirmed",),
    "consent": ("given", "ended"),
    "wishes": ("heard", "against", "weighed"),
    "proposal": ("proposed", "agreed", "declined"),
    "suspension": ("suspended", "resumed"),
    "discretion": ("given", "not_given"),
    "refusal": ("decided",),
    "contact_policy": ("in_force", "reviewed", "appealed", "lifted"),
    "link": ("linked",),
    "access_request": ("asked", "prepared", "checked", "given"),
}
# What a pathway's first record is.
OF_PATHWAY: Mapping[str, str] = {
    "statutory": "stat_s1",
    "corporate": "corp_s1",
    "signposted": "duty",
    "compliment": "compliment",
    "service_request": "service_request",
    "information_request": "information_request",
    "member_enquiry": "member_enquiry",
}


@dataclass(frozen=True)
class Record:
    """One entry in the books; `details` is plain data (texts, numbers, lists), days written 2026-04-01."""

    number: int  # counted from 0 within the case
    kind: str  # a key of STATES
    state: str
    opened_on: date
    closed_on: date | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    is_main: bool = False  # what the case itself is booked as, by its pathway

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.closed_on is None

    def moved(self, state: str, on: date, details: Mapping[str, Any], *, close: bool) -> Record:
        """This record in another state, with what is known since then.

        Raises ValueError for a state that the kind does not have: a mistake of ours, never of a person.
        """
        if state not in STATES[self.kind]:
            raise ValueError(f"a {self.kind} is never {state}")
        return replace(self, state=state, details={**self.details, **details}, closed_on=on if close else None)
