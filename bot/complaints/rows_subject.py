"""Gate 6: which of the council's procedures a point belongs to, by its subject. The first row that applies decides.

Statutory is what Part 3 of the Children Act 1989 covers, with the functions of Parts 4 and 5 that regulation 3 of
SI 2006/1738 names, adoption (reg 4) and special guardianship support (reg 5). Section 47 is not among them.
"""

from __future__ import annotations

from bot.complaints.rows import PointRow
from bot.complaints.view import PART_3_STATUS, PointView

_CARER_ROLES = ("foster_carer", "special_guardian", "adopter")
_FOLLOWS = ("social_worker", "communication", "records_privacy", "staff_employment", "other", "court_order", "police")
_CHILDRENS_SERVICES = (
    "assessment", "involvement", "placement", "contact", "leaving_care", "fostering", "adoption",
    "special_guardianship", "disability_support", "financial_support",
)  # fmt: skip


def _protection_decision(point: PointView) -> bool:
    """A section 47 enquiry or a conference, but not the help given under its plan."""
    if point.went_wrong("level_of_support", "service_request"):
        return False
    if point.about("child_protection"):
        return point.mentions("section_47") or not point.mentions("child_in_need")
    return point.about("assessment", "involvement", "social_worker", "communication") and point.mentions("section_47")


def _statutory_underneath(point: PointView) -> bool:
    """Attitude, silence and records follow the function they belong to: the other matters of the point, or the child's
    status, or who is speaking."""
    if not point.about(*_FOLLOWS):
        return False
    if point.also_about(*_CHILDRENS_SERVICES) or point.case.young or point.case.role in _CARER_ROLES:
        return True
    return point.status(*PART_3_STATUS)


def _a_social_worker_of_theirs(point: PointView) -> bool:
    """A social worker works with a child under Part 3 unless we know otherwise."""
    return point.about("social_worker") and point.case.care_status != "none"


def _court_report_author(point: PointView) -> bool:
    return point.about("court_order") or (point.about("assessment", "social_worker") and point.mentions("court_report"))


def _early_help_as_section_17(point: PointView) -> bool:
    return point.about("early_help") and point.status(*PART_3_STATUS)


def _unclear(point: PointView) -> bool:
    return point.matter in (None, "other")


def _likely_part_3(point: PointView) -> bool:
    """Nothing clear about the matter, but about whom it is."""
    return _unclear(point) and (point.case.young or point.case.role in _CARER_ROLES or point.status(*PART_3_STATUS))


_PART_3 = "Children Act 1989 Part 3, s26(3)"

SUBJECTS: tuple[PointRow, ...] = (
    PointRow(
        "4.1 section 47 and conferences",
        _protection_decision,
        "corporate",
        "A child protection enquiry, conference or plan is a Part 5 function that the regulations do not name.",
        "SI 2006/1738 reg 3; LGSCO West Northamptonshire 23 020 509",
    ),
    PointRow(
        "4.1 private fostering",
        lambda point: point.mentions("private_fostering"),
        "corporate",
        "A child whom the parents placed with somebody privately is not looked after by the council.",
        "Children Act 1989 s66-s70 (part 9)",
    ),
    PointRow(
        "4.1 help under a protection plan",
        lambda point: point.about("child_protection"),
        "statutory",
        "Help given under a child protection plan is support of a child in need.",
        "Children Act 1989 s17",
    ),
    PointRow(
        "4.1 author of a court report",
        _court_report_author,
        "corporate",
        "How somebody went about a report for a private court case is the council's conduct, outside Part 3.",
        "Children Act 1989 s7, s37; House of Commons Library on complaints about children's services",
    ),
    PointRow(
        "4.1 assessment and help for a child in need",
        lambda point: point.about("assessment", "involvement", "disability_support", "financial_support"),
        "statutory",
        "Assessing, helping or refusing to help a child in need, a disabled child or a young carer is under Part 3.",
        "Children Act 1989 s17; LGSCO Redbridge 24 010 962, Kent 25 006 109, Dudley 24 022 184",
    ),
    PointRow(
        "4.1 looked after",
        lambda point: point.about("placement", "contact"),
        "statutory",
        "Where a child in care lives and whom they see is decided under Part 3.",
        "Children Act 1989 s20, s22C, s34; LGSCO Cheshire East 24 016 531",
    ),
    PointRow(
        "4.1 leaving care",
        lambda point: point.about("leaving_care"),
        "statutory",
        "Help for care leavers is a Part 3 function with its own right to complain.",
        "Children Act 1989 s23A-s24D; LGSCO Nottingham 23 021 066",
    ),
    PointRow(
        "4.1 fostering",
        lambda point: point.about("fostering"),
        "statutory",
        "Carers' support and allowances, and the removal of a child from them, are Part 3 functions.",
        "Children Act 1989 s22C, s26(3)(d); LGSCO Lancashire 22 013 890, Doncaster 23 018 010",
    ),
    PointRow(
        "4.1 adoption",
        lambda point: point.about("adoption"),
        "statutory",
        "Adoption support, matching and placing are named by the regulations.",
        "SI 2006/1738 reg 4; LGSCO Hillingdon 25 000 129",
    ),
    PointRow(
        "4.1 special guardianship",
        lambda point: point.about("special_guardianship"),
        "statutory",
        "Special guardianship support is named by the regulations.",
        "SI 2006/1738 reg 5; LGSCO Cheshire East 19 003 022",
    ),
    PointRow(
        "2e social-care part of a plan",
        lambda point: point.about("send_decision") and point.mentions("social_care_part"),
        "statutory",
        "Short breaks and other social care in a plan are Part 3 functions unless the tribunal has them.",
        "Children Act 1989 s17; Chronically Sick and Disabled Persons Act 1970 s2",
    ),
    PointRow(
        "4.1 special educational needs",
        lambda point: point.about("send_service", "send_decision"),
        "corporate",
        "Delay and conduct of the special needs team are education functions.",
        "Children and Families Act 2014 part 3; Staffordshire's report 2019/20",
    ),
    PointRow(
        "4.1 education services",
        lambda point: point.about("school_transport", "school_admissions", "attendance_fine", "home_education"),
        "corporate",
        "How the council handled transport, admissions, fines or home education is outside Part 3.",
        "Staffordshire's report 2019/20; Westminster's report 2020/21 appendix B",
    ),
    PointRow(
        "4.1 remanded or in secure accommodation",
        lambda point: (
            point.about("youth_justice") and (point.mentions("remand") or point.case.care_status == "in_care")
        ),
        "statutory",
        "A remanded child is looked after, and secure accommodation is a Part 3 function.",
        "Children Act 1989 s25; Legal Aid, Sentencing and Punishment of Offenders Act 2012 s104",
    ),
    PointRow(
        "4.1 youth justice",
        lambda point: point.about("youth_justice"),
        "corporate",
        "The youth justice service works under other Acts than the Children Act.",
        "Crime and Disorder Act 1998 s39; Staffordshire's report 2019/20",
    ),
    PointRow(
        "4.1 early help as section 17",
        _early_help_as_section_17,
        "statutory",
        "Early help given to a child in need is Part 3 support.",
        "Children Act 1989 s17",
    ),
    PointRow(
        "4.1 early help",
        lambda point: point.about("early_help"),
        "corporate",
        "Early help that is not given under section 17 is outside Part 3.",
        "Children Act 2004 s10",
    ),
    PointRow(
        "4.1 what it belongs to",
        lambda point: not _unclear(point) and _statutory_underneath(point),
        "statutory",
        "Attitude, silence and records follow the work for the child that they belong to, and that is Part 3.",
        _PART_3 + "; LGSCO Cheshire East 24 016 531",
    ),
    PointRow(
        "4.1 their social worker",
        _a_social_worker_of_theirs,
        "statutory",
        "Nothing says that this social worker's work was outside Part 3, so the child's right to it is kept.",
        _PART_3 + "; LGSCO Lancashire 24 003 845",
    ),
    PointRow(
        "4.1 standing alone",
        lambda point: not _unclear(point),
        "corporate",
        "It stands alone: nothing ties it to work for a child under Part 3.",
        "Westminster's report 2020/21 appendix B; Complaint Handling Code",
    ),
    PointRow(
        "8 likely Part 3",
        _likely_part_3,
        "statutory",
        "What it is about is not clear, but the child has a right to the statutory procedure: our best guess.",
        _PART_3 + "; LGSCO guidance for practitioners 2021",
        tasks=("clear_matter",),
    ),
    PointRow(
        "8 unclear",
        lambda _: True,
        "officer_decision",
        "What it is about is not clear enough for a proposal.",
        "LGSCO guidance for practitioners 2021",
        tasks=("clear_matter",),
    ),
)
