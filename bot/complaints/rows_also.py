"""Another body that may help with a part of a point that stays with us: named beside the pathway, never instead."""

from __future__ import annotations

from bot.complaints.rows import PointRow
from bot.complaints.view import OF_OUR_CARE, PointView


def _conduct(point: PointView) -> bool:
    return point.also_about("social_worker") or point.also_about("communication", "court_order", "assessment")


ALSO: tuple[PointRow, ...] = (
    PointRow(
        "2h fitness to practise",
        lambda point: _conduct(point) and point.mentions("fitness"),
        "statutory",
        "Whether somebody may go on being a social worker is for Social Work England; the service is ours.",
        "LGSCO Norfolk 25 013 323",
        "social_work_england",
    ),
    PointRow(
        "2i discipline",
        lambda point: point.also_about("staff_employment") and point.mentions("discipline"),
        "statutory",
        "Whether a worker is disciplined is for the employer; what it did to the child is ours.",
        "SI 2006/1738 reg 8",
        "hr",
    ),
    PointRow(
        "2g shared or wrong data",
        lambda point: point.went_wrong("breach_of_information") or point.also_about("records_privacy"),
        "statutory",
        "The data itself goes to the data protection officer; how the child's case was handled is ours.",
        "Data (Use and Access) Act 2025 s103",
        "dpo",
    ),
    PointRow(
        "2b the school beside us",
        lambda point: point.about("school_conduct") and point.case.care_status in OF_OUR_CARE,
        "statutory",
        "The school answers for its staff; how the council oversees the child's education is ours.",
        "Education Act 2002 s29",
        "school",
    ),
    PointRow(
        "2f the NHS beside us",
        lambda point: point.about("health") and point.case.care_status in OF_OUR_CARE,
        "statutory",
        "The NHS answers for its service; how the council looks after the child's health is ours.",
        "SI 2009/309",
        "nhs",
    ),
)
