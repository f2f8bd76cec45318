"""Gates 2 and 3a: points that are somebody else's business. They run for each point, in this order.

A signpost closes nobody's case: an officer confirms it, and the other points go on.
"""

from __future__ import annotations

from bot.complaints.rows import PointRow
from bot.complaints.view import OF_OUR_CARE, PointView

_OF_A_WORRY = ("other", "involvement", "child_protection", "early_help", "assessment")
_ABOUT_OTHERS = ("relative", "professional", "other")


def _a_worry(point: PointView) -> bool:
    """A worry about somebody's child, told for the first time, that is about nothing the council did."""
    if point.matter not in (None, *_OF_A_WORRY) or not point.went_wrong("raising_concerns"):
        return False
    if point.mentions("council_failed"):
        return False
    return point.case.role in _ABOUT_OTHERS or (point.case.role is None and "reporter_role" in point.case.facts.refused)


def _another_council(point: PointView) -> bool:
    if not point.about("other_council"):
        return False
    point.case.fact("which_council")
    return True


def _transport_decision(point: PointView) -> bool:
    """The decision about transport itself, not how somebody handled it or drove the bus.

    Where we cannot tell, it is taken for the decision: the appeal has a time limit that must not pass unsaid.
    """
    if not point.about("school_transport") or point.went_wrong("delays", "communication", "raising_concerns"):
        return False
    if point.went_wrong("legal_or_policy_decision", "level_of_support", "service_request", "disagrees_with_opinion"):
        return True
    if point.mentions("entitlement"):
        return True
    return point.nature_unknown() and not point.mentions("handling")


def _admission_decision(point: PointView) -> bool:
    return point.about("school_admissions") and not point.went_wrong("delays", "communication", "breach_of_information")


def _plan_decision(point: PointView) -> bool:
    """What a plan says, or a refusal to assess. Delay, what is not delivered, and the plan's social-care
    part are ours.
    """
    if not point.about("send_decision") or point.went_wrong("delays", "communication"):
        return False
    return not point.mentions("social_care_part") and not point.mentions("plan_not_carried_out")


def _own_data(point: PointView) -> bool:
    """The data itself: who saw it, whether it is right. What an assessment concluded is not that."""
    if point.about("data_request"):
        return True
    if not point.about("records_privacy") or point.case.young:
        return False
    stays = point.went_wrong("objects_to_assessment", "disagrees_with_opinion", "bias")
    return not stays and not point.status(*OF_OUR_CARE)


def _own_job(point: PointView) -> bool:
    return point.about("staff_employment") and point.case.role in ("professional", "other", None)


def _approval(point: PointView) -> bool:
    return point.about("fostering", "adoption") and point.mentions("approval") and not point.mentions("removal")


def _redress_for_long_ago(point: PointView) -> bool:
    return point.mentions("compensation") and point.mentions("long_ago") and not point.case.young


def _court_decision(point: PointView) -> bool:
    """What a court decided, or what a report to it says. How its author behaved stays with us."""
    judged = point.went_wrong("bias", "objects_to_assessment", "disagrees_with_opinion", "legal_or_policy_decision")
    if point.about("assessment", "social_worker"):
        return judged and point.mentions("court_report")
    if not point.about("court_order"):
        return False
    if point.went_wrong("communication", "delays", "raising_concerns", "breach_of_information"):
        return False
    return judged or not (point.mentions("court_report") and point.mentions("worker_conduct"))


def _contact_of_a_court(point: PointView) -> bool:
    """Contact that a court set, asked about by an adult. A child in care asks us, who arrange it."""
    if not point.about("contact") or point.case.young or point.case.care_status in OF_OUR_CARE:
        return False
    return point.also_about("court_order") or point.mentions("court_contact")


_SCHOOL_ACT = "Education Act 2002 s29; LGSCO 24 017 614"

ELSEWHERE: tuple[PointRow, ...] = (
    PointRow(
        "1f worry about a child",
        _a_worry,
        "signposted",
        "It tells of a worry about a child; we pass it on to children's social care ourselves. It is no complaint yet.",
        "Harrow's report 2020/21, raising concerns; Working Together to Safeguard Children",
        tasks=("pass_on_worry",),
    ),
    PointRow(
        "2 our own care",
        lambda point: point.about("other_council", "school_conduct", "health") and point.status(*OF_OUR_CARE),
        "statutory",
        "The council looks after the child, or did, so how it placed, oversaw or educated them is its own business.",
        "Children Act 1989 s22, s22C; LGSCO Waltham Forest 18 016 503, Wiltshire 23 000 003",
    ),
    PointRow(
        "2a another council",
        _another_council,
        "signposted",
        "It is about a different council, which has to answer for itself.",
        "Westminster's report 2020/21 para 1.5",
        "other_council",
    ),
    PointRow(
        "2b inside a school",
        lambda point: point.about("school_conduct"),
        "signposted",
        "What a school or its staff did goes through the school's own complaints procedure.",
        _SCHOOL_ACT,
        "school",
    ),
    PointRow(
        "2c exclusion",
        lambda point: point.about("exclusion"),
        "signposted",
        "An exclusion is looked at by the governors and an independent review panel.",
        "Education Act 2002 s51A",
        "exclusion_review",
    ),
    PointRow(
        "2c admission",
        _admission_decision,
        "signposted",
        "A refused school place goes to an independent appeal panel.",
        "School Standards and Framework Act 1998 s94; LGSCO Wandsworth 24 005 085",
        "admission_appeal",
    ),
    PointRow(
        "2d transport decision",
        _transport_decision,
        "signposted",
        "Whether a child gets transport, and whether it is suitable, goes to the council's transport appeal.",
        "LGSCO Hillingdon 24 017 248",
        "transport_appeal",
    ),
    PointRow(
        "2e plan decision",
        _plan_decision,
        "signposted",
        "A refusal to assess, or what a plan says, is for the SEND Tribunal.",
        "Children and Families Act 2014 s51; LGSCO Suffolk 24 005 412",
        "send_tribunal",
    ),
    PointRow(
        "2f health",
        lambda point: point.about("health"),
        "signposted",
        "It is about an NHS service, which has its own procedure.",
        "SI 2009/309 (the NHS complaints regulations)",
        "nhs",
    ),
    PointRow(
        "2f police",
        lambda point: point.about("police"),
        "signposted",
        "It is about the police, who have their own procedure.",
        "Police Reform Act 2002 part 2",
        "police",
    ),
    PointRow(
        "2f Cafcass",
        lambda point: point.about("cafcass"),
        "signposted",
        "It is about Cafcass, which has its own procedure.",
        "Criminal Justice and Court Services Act 2000 s12",
        "cafcass",
    ),
    PointRow(
        "2g personal data",
        _own_data,
        "signposted",
        "Records, their accuracy and who saw them go to the data protection officer first, then to the Commissioner.",
        "Data (Use and Access) Act 2025 s103; LGSCO Cambridgeshire 22 013 419",
        "dpo",
    ),
    PointRow(
        "2i own employment",
        _own_job,
        "signposted",
        "A worker's own employment goes through the staff procedures.",
        "SI 2006/1738 reg 8",
        "hr",
    ),
    PointRow(
        "2j approval",
        _approval,
        "signposted",
        "Whether somebody is approved to foster or adopt is for the Independent Review Mechanism.",
        "LGSCO Kent 17 018 496, Islington 23 011 864",
        "irm",
    ),
    PointRow(
        "2k how LADO acted",
        lambda point: point.mentions("lado"),
        "corporate",
        "How the designated officer handled an allegation is no Part 3 function.",
        "Working Together to Safeguard Children; LGSCO West Sussex 24 011 635",
    ),
    PointRow(
        "2l redress for long ago",
        _redress_for_long_ago,
        "signposted",
        "Compensation or prosecution for what happened long ago is for the police and the civil courts; an officer "
        "still weighs taking a late complaint.",
        "LGSCO Wiltshire 24 009 789; SI 2006/1738 reg 9",
        "police",
        ("weigh_late",),
    ),
    PointRow(
        "3a court decision",
        _court_decision,
        "signposted",
        "Only a court can look again at what it decided or at a report made to it.",
        "Local Government Act 1974 sch 5 para 1; LGSCO Bournemouth, Christchurch and Poole 23 018 040",
        "court",
    ),
    PointRow(
        "3a contact set by a court",
        _contact_of_a_court,
        "signposted",
        "Only a court can change contact that it set, or decide that its order was broken.",
        "LGSCO Suffolk 24 011 316",
        "court",
    ),
)
