"""A council's report: how it groups and counts, and which tables it shows in which order. Part of the profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# How a concern can come to be counted, and what it is counted as unless the profile says otherwise. A concern that was
# settled to the person's content without an answer of stage 1 is a representation (Harrow's reports).
COUNTED: Mapping[str, str] = {
    "settled": "representation",
    "first_contact": "representation",
    "service_request": "duty",
    "information_request": "duty",
    "signposted": "duty",
    "refused": "duty",
    "duty": "duty",
}
COUNTED_AS = ("representation", "duty", "stage_1")
KINDS = (
    "representation", "outside", "stage_1", "stage_2", "stage_3", "ombudsman", "member_enquiry", "duty", "compliment",
)  # fmt: skip
ANSWERED, RECEIVED = "answered", "received"  # what a share in time may be of


@dataclass(frozen=True)
class Section:
    """One part of the report: its tables in order, and whether the manager writes a commentary on it."""

    title: str
    tables: tuple[str, ...]
    commentary: bool = True


@dataclass(frozen=True)
class Layout:
    """How one council's annual report is made. A change of what is counted is a new version of the profile."""

    services: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the report's services to the teams
    leads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the operational leads to the teams
    outside: tuple[str, ...] = ()  # teams of other directorates: whatever comes for them is counted as outside
    counted_as: Mapping[str, str] = field(default_factory=dict)  # changes to COUNTED
    transactions: tuple[str, ...] = ("representation", "stage_1", "stage_2", "stage_3", "ombudsman")
    in_time_of: str = ANSWERED  # the denominator of shares in time
    sections: tuple[Section, ...] = ()
