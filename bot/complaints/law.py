"""The limits of the law, in one table: what no council's profile may be laxer than.

SI 2006/1738 (the Children Act 1989 Representations Procedure (England) Regulations 2006) and, for the corporate
procedure, the Ombudsman's Complaint Handling Code, by which councils are judged from 1 April 2026.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.complaints.profile import MONTHS, WORKING_DAYS


@dataclass(frozen=True)
class Outer:
    """The longest that a limit may be, and the furthest it may be extended (None: not at all)."""

    length: int
    unit: str
    extendable_to: int | None
    source: str


CODE_FROM = "2026-04-01"  # the Ombudsman uses the Complaint Handling Code from this day

# These hold for every case, whenever.
STATUTORY: Mapping[str, Outer] = {
    "statutory_stage_1": Outer(10, WORKING_DAYS, 20, "SI 2006/1738 reg 14"),
    "statutory_stage_2": Outer(25, WORKING_DAYS, 65, "SI 2006/1738 reg 17"),
    "panel_meets": Outer(30, WORKING_DAYS, None, "SI 2006/1738 reg 19(4)"),
    "panel_reports": Outer(5, WORKING_DAYS, None, "SI 2006/1738 reg 20"),
    "authority_responds": Outer(15, WORKING_DAYS, None, "SI 2006/1738 reg 20"),
}

# These are the person's time: a profile may give more and never less.
WINDOWS: Mapping[str, Outer] = {
    "ask_stage_2": Outer(20, WORKING_DAYS, None, "Getting the Best from Complaints (DfES 2006)"),
    "ask_stage_3": Outer(20, WORKING_DAYS, None, "Getting the Best from Complaints (DfES 2006)"),
    "raise_a_concern": Outer(12, MONTHS, None, "SI 2006/1738 reg 9"),
    "ask_the_ombudsman": Outer(12, MONTHS, None, "Local Government Act 1974 s26B"),
}

# The Code's; "comply or explain", so a version that held before CODE_FROM is not measured by them.
CORPORATE: Mapping[str, Outer] = {
    "corporate_acknowledge": Outer(5, WORKING_DAYS, None, "Complaint Handling Code"),
    "corporate_stage_1": Outer(10, WORKING_DAYS, 20, "Complaint Handling Code"),
    "corporate_stage_2": Outer(20, WORKING_DAYS, 40, "Complaint Handling Code"),
}

# What the law says without a number of days; the profile gives one.
OWN: tuple[str, ...] = ("decide_interest", "appoint_stage_2", "agree_statement")

ALL_LIMITS: tuple[str, ...] = (*STATUTORY, *WINDOWS, *CORPORATE, *OWN)

# The events from which a limit may run; a profile that names another has mistyped one of these.
RECEIVED = "the council receives the complaint"
STAGE_2_RECEIVED = "the council receives the request for stage 2"
EVENTS: tuple[str, ...] = (
    RECEIVED,
    STAGE_2_RECEIVED,
    "the council receives the representation",
    "the council acknowledges the complaint",
    "the council acknowledges the request for stage 2",
    "the council accepts the request for stage 2",
    "the council receives the request for a review panel",
    "the council receives the panel's recommendations",
    "the panel meets",
    "the person asks for stage 2",
    "the person receives the stage 1 answer",
    "the person receives the stage 2 adjudication",
    "the person knew of the matter",
    "the grounds arose",
    "the written statement of complaint is agreed",
)
