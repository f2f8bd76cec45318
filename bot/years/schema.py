"""The schema of past years: which columns a file has, and what stands in each.

The checks (reading.py) and the tables of docs/import.md are both made from this one declaration.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.complaints.acts.booking import AGE_BANDS, DISABILITY, ETHNICITIES, GENDERS
from bot.complaints.acts.matters import DUTY, MEMBERS
from bot.complaints.acts.ombudsman import DECISIONS
from bot.complaints.acts.remedies import PAYMENTS, REMEDIES
from bot.complaints.facts import MATTERS, NATURES, ROLES
from bot.complaints.findings import FOUND
from bot.complaints.layout import KINDS

TEXT, DAY, WHOLE, POUNDS, YEAR, REFERENCE = "text", "day", "whole number", "pounds", "year", "reference"
BOOKED_AS = (
    "statutory", "corporate", "representation", "resolved_at_first_contact", "duty", "member_enquiry", "compliment",
)  # fmt: skip
ADVOCATE = ("yes", "no", "has_one")
MEDIATION = ("held", "declined")
YES = ("yes", "no")


@dataclass(frozen=True)
class Column:
    """One column: its name, what stands in it, and what is allowed there."""

    name: str
    says: str
    kind: str = TEXT
    choices: tuple[str, ...] = ()
    several: bool = False  # several values, with semicolons between them
    needed: bool = False


@dataclass(frozen=True)
class Sheet:
    """One kind of file, or one sheet of a workbook."""

    name: str
    says: str
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column | None:
        """The column of this name, or None."""
        return next((column for column in self.columns if column.name == name), None)

    @property
    def needed(self) -> tuple[str, ...]:
        """The names of the columns that every file of this kind has."""
        return tuple(column.name for column in self.columns if column.needed)


CASES = Sheet(
    "cases",
    "One row a concern: whatever the council's books hold of it, without names and without anybody's words.",
    (
        Column("reference", "the council's own number of it; a row is recognised by it", REFERENCE, needed=True),
        Column("received", "the day on which it came", DAY, needed=True),
        Column("booked_as", "what it was booked as", choices=BOOKED_AS, needed=True),
        Column("team", "the team that it was about, in the words of the council's profile"),
        Column("who", "who raised it", choices=ROLES),
        Column("matter", "what it was about, the main thing first", choices=MATTERS, several=True),
        Column("nature", "how it went wrong, the main thing first", choices=NATURES, several=True),
        Column("advocate", "whether an advocate was wanted", choices=ADVOCATE),
        Column("duty_kind", "for a duty matter: what was done with it", choices=DUTY),
        Column("member", "for a member's enquiry: whose it was", choices=MEMBERS),
        Column("withdrawn", "the day on which the person withdrew it", DAY),
        Column("stage_1_answered", "the day of the answer of stage 1", DAY),
        Column("stage_1_found", "what was found at stage 1, one for each point", choices=FOUND, several=True),
        Column("stage_2_asked", "the day on which stage 2 was asked for", DAY),
        Column("stage_2_started", "the day from which stage 2 counts, where that is another day", DAY),
        Column("stage_2_answered", "the day of the answer of stage 2", DAY),
        Column("stage_2_found", "what was found at stage 2, one for each point", choices=FOUND, several=True),
        Column("stage_3_asked", "the day on which a panel was asked for", DAY),
        Column("stage_3_answered", "the day of the council's answer to the panel", DAY),
        Column("stage_3_found", "what the panel found, one for each point", choices=FOUND, several=True),
        Column("ombudsman_asked", "the day on which the Ombudsman took it up or sent it back", DAY),
        Column("ombudsman_decided", "the day of the Ombudsman's decision", DAY),
        Column("ombudsman_found", "the Ombudsman's decision", choices=("premature", *DECISIONS)),
        Column("recommendations", "how many recommendations came of it", WHOLE),
        Column("remedies", "what was done to put it right", choices=REMEDIES, several=True),
        Column("paid", "what was paid as a remedy, in pounds", POUNDS),
        Column("paid_for", "what the payment was for", choices=PAYMENTS),
        Column("mediation", "whether a mediation or a meeting was held", choices=MEDIATION),
        Column("joint_nhs", "whether it was answered together with the NHS", choices=YES),
        Column("gender", "the child's, as booked", choices=GENDERS),
        Column("ethnicity", "the child's, as booked", choices=ETHNICITIES),
        Column("disability", "the child's, as booked", choices=DISABILITY),
        Column("age_band", "the child's, as booked", choices=AGE_BANDS),
    ),
)

# What a report counts (bot/reporting/entries.py).
COUNTED = (*KINDS, "case", "finding", "recommendation", "payment", "mediation", "joint_nhs")
# What totals may be counted by; a row states only those that its figure is counted by.
COUNTED_BY = (
    "procedure", "form", "service", "lead", "team", "role", "group", "nature", "stage", "outcome", "timely",
    "decision", "status", "sort", "remedy", "member", "month", "advocate", "gender", "ethnicity", "disability",
    "age_band",
)  # fmt: skip

TOTALS = Sheet(
    "totals",
    "One row a figure of a year of which only the totals are left: last year and the year before then stand beside "
    "this one.",
    (
        Column("year", "the year, from April to March", YEAR, needed=True),
        Column("counted", "what was counted", choices=COUNTED, needed=True),
        *(Column(name, f"where it was counted by {name.replace('_', ' ')}: its value") for name in COUNTED_BY),
        Column("number", "how many", WHOLE),
        Column("pounds", "or, for sums of money, how much", POUNDS),
        Column("source", "where the figure stands", needed=True),
    ),
)
SHEETS = (CASES, TOTALS)
