"""Words: what the report calls the things that it counts, where the council's profile has no word of its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.complaints.facts import ROLES
from bot.complaints.layout import KINDS
from bot.complaints.profile import Profile
from bot.reporting.entries import NOT_RECORDED

KIND_WORDS: Mapping[str, str] = {
    "representation": "Representations",
    "outside": "For other directorates",
    "stage_1": "Stage 1",
    "stage_2": "Stage 2",
    "stage_3": "Stage 3",
    "ombudsman": "Ombudsman",
    "member_enquiry": "Members' enquiries",
    "duty": "Duty matters",
    "compliment": "Compliments",
}
_ROWS_ARE: Mapping[str, str] = {
    "service": "Service",
    "team": "Team",
    "lead": "Operational lead",
    "group": "Who complained",
    "role": "Who complained",
    "nature": "Nature of the complaint",
    "outcome": "Outcome",
    "timely": "Answered",
    "month": "Month",
    "standing": "How it stands",
    "kind": "Kind",
    "sort": "What it was",
    "form": "What it was",
    "decision": "The Ombudsman's decision",
    "status": "How far it is",
    "remedy": "Remedy",
    "stage": "Stage",
    "member": "Who asked",
    "advocate": "Advocate",
    "gender": "Gender of the child",
    "ethnicity": "Ethnic origin of the child",
    "disability": "Disability of the child",
    "age_band": "Age of the child",
}
_VALUES: Mapping[str, str] = {
    NOT_RECORDED: "Not recorded",
    "first": "Within the first limit",
    "extended": "Within the extended limit",
    "late": "Later than both limits",
    "open": "Not answered yet",
    "ended": "Ended without an answer",
    "late_now": "Late",
    "this_week": "Due this week",
    "later": "Due later",
    "paused": "Standing still",
    "person": "The person may ask for more",
    "no_date": "No date",
    "undecided": "Not decided yet",
    "mp": "MP",
    "has_one": "Had one already",
    "to_arrange": "Wanted, being arranged",
    "0_4": "0 to 4",
    "5_10": "5 to 10",
    "11_15": "11 to 15",
    "16_17": "16 and 17",
    "18_24": "18 to 24",
}


def rows_are(by: str) -> str:
    """What heads a column of such values."""
    return _ROWS_ARE[by]


def known_values(by: str, profile: Profile) -> tuple[str, ...]:
    """The values that always have a row, in the order in which the council shows them."""
    layout = profile.report
    lists: Mapping[str, tuple[str, ...]] = {
        "service": tuple(layout.services) or tuple(team for team in profile.teams if team not in layout.outside),
        "team": profile.teams,
        "lead": tuple(layout.leads) or profile.teams,
        "group": tuple(profile.complainant_groups),
        "role": ROLES,
        "nature": tuple(dict.fromkeys(profile.natures.values())),
        "outcome": tuple(profile.outcomes),
        "timely": ("first", "extended", "late", "open", "ended"),
        "kind": KINDS,
    }
    return lists.get(by, ())


def label(by: str, value: str, profile: Profile) -> str:
    """What a value is called in the report."""
    if by == "outcome" and value in profile.outcomes:
        return profile.outcomes[value]
    if by == "kind" and value in KIND_WORDS:
        return KIND_WORDS[value]
    if by == "month" and value != NOT_RECORDED:
        return f"{date.fromisoformat(f'{value}-01'):%b %Y}"
    return _VALUES.get(value) or value[:1].upper() + value[1:].replace("_", " ")
