"""Gates 0, 1, 3b to 5: kind, safety, person and time. They run for the case, and every one that applies counts.

They set flags and tasks beside the pathway. None of them ever stops a complaint or its clock.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.complaints import allegations
from bot.complaints.danger_signs import harm_told
from bot.complaints.facts import SPEAKS_FOR_CHILD
from bot.complaints.rows import CaseRow
from bot.complaints.view import CaseView

_OTHERS = ("relative", "professional", "other")
_COURT_MATTERS = ("court_order", "child_protection", "cafcass")
_STAGES = ("stage_1", "stage_2", "stage_3", "ombudsman")


def _harm(case: CaseView) -> bool:
    return case.disclosed or any(harm_told(point.what_happened) for point in case.facts.points)


def _harm_by_worker(case: CaseView) -> bool:
    accounts = [point.what_happened for point in case.facts.points]
    told = any(harm_told(account) and allegations.of_professional(account) for account in accounts)
    return told or case.known("harm_by_professional") == "yes"


def _kind(*kinds: str) -> Callable[[CaseView], bool]:
    return lambda case: case.known("kind") in kinds


def _representative(case: CaseView) -> bool:
    """Somebody who speaks for a child: whether the child agrees is for an officer to see."""
    if case.role in SPEAKS_FOR_CHILD:
        return case.fact("child_consent") is None or case.known("child_consent") != "yes"
    if case.role in _OTHERS and case.fact("on_behalf_of_child") == "yes":
        case.fact("child_consent")
        return True
    return case.role == "councillor"


def _needs_interest(case: CaseView) -> bool:
    """Not of those whom section 26(3) names, nor speaking with a child's agreement."""
    if case.role not in _OTHERS:
        return False
    speaks = case.fact("on_behalf_of_child") == "yes" and case.fact("child_consent") == "yes"
    if not speaks:
        case.fact("link_to_child")
    return not speaks


def _court(case: CaseView) -> bool:
    if case.known("court_involved") == "yes" or case.account.mentions("court_now"):
        return True
    about = any(matter in _COURT_MATTERS for point in case.facts.points for matter in point.matter[:1])
    return (about or case.account.mentions("court")) and case.fact("court_involved") == "yes"


def _already_answered(case: CaseView) -> bool:
    if case.account.mentions("earlier_answer"):
        case.fact("already_answered")
    return case.known("already_answered") in _STAGES


def _late(case: CaseView) -> bool:
    """More than twelve months since it happened: by the date that was given, or, from somebody who is not asked for one
    or would rather not say, by what the account says. It is a doubt for an officer and turns nobody away (reg 9).
    """
    long_ago = case.account.mentions("long_ago")
    if long_ago:
        case.fact("when_happened")
    happened = _as_date(case.known("when_happened"))
    if happened is None:
        return long_ago and (case.role == "care_leaver" or "when_happened" in case.facts.refused)
    return _year_later(happened) < case.today


def _as_date(told: object) -> date | None:
    """The date that a fact starts with ("2021-03-04", "2021-03", "2021"); a bare year or month counts to its end."""
    if isinstance(told, date):
        return told
    parts = str(told or "").strip()[:10].split("-")
    if not parts[0].isdigit() or len(parts[0]) != 4:
        return None
    whole = [*parts, "12", "28"][:3] if len(parts) < 3 else parts
    try:
        return date(int(whole[0]), int(whole[1]), int(whole[2][:2]))
    except ValueError:
        return None


def _year_later(day: date) -> date:
    return day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else date(day.year + 1, 3, 1)


def _imminent(case: CaseView) -> bool:
    return case.known("imminent") == "yes" or (case.known("imminent") != "no" and case.account.mentions("imminent"))


def _anonymous(case: CaseView) -> bool:
    """An adult who gives neither a name nor a way to answer. Whoever has a receipt and asks for the answer in the
    chat can be answered, and so can a child.
    """
    if case.young or case.known("name") or any(map(case.known, ("email", "phone", "postal_address"))):
        return False
    if case.known("contact_preference") == "chat":
        return False
    return "name" in case.facts.refused or (
        case.known("contact_preference") == "none" and "reporter_role" in case.facts.refused
    )


_MEMBERS = "Harrow's and Staffordshire's reports on members' enquiries"

KINDS: tuple[CaseRow, ...] = (
    CaseRow(
        "1a praise", _kind("compliment"), "It is praise.", "The councils' reports record compliments.", "compliment"
    ),
    CaseRow(
        "1b how something works",
        _kind("information_request"),
        "It asks how something works.",
        "Harrow's report 2020/21 table 7",
        "information_request",
    ),
    CaseRow(
        "1c a service for the first time",
        _kind("service_request"),
        "It asks for a service; the person may complain as well.",
        "Complaint Handling Code, which separates service requests from complaints",
        "service_request",
    ),
    CaseRow(
        "1e a councillor or MP",
        lambda case: case.role == "councillor",
        "It comes from a member: the enquiry is recorded, and the constituent's own complaint goes on.",
        _MEMBERS,
        "member_enquiry",
    ),
)

PERSON: tuple[CaseRow, ...] = (
    CaseRow(
        "0 harm told",
        _harm,
        "It tells of harm or risk: a safeguarding screening comes before any step of a complaint, which goes on.",
        "Children Act 1989 s47; Working Together to Safeguard Children",
        tasks=("safeguarding_screening",),
    ),
    CaseRow(
        "2k allegation against a worker or carer",
        _harm_by_worker,
        "Somebody who works with or cares for children is said to have harmed one: LADO within one working day.",
        "Working Together to Safeguard Children, allegations against people who work with children",
        tasks=("safeguarding_screening", "lado"),
    ),
    CaseRow(
        "0b a decision about to happen",
        _imminent,
        "Something is about to happen: somebody decides today whether it can be held, and the concern goes on.",
        "Getting the Best from Complaints (DfES 2006) 6.5",
        flags=("imminent",),
        tasks=("hold_or_not",),
    ),
    CaseRow(
        "3b live proceedings",
        _court,
        "Proceedings are going on: an officer decides in writing which parts would prejudice them; the rest goes on.",
        "SI 2006/1738 reg 8; LGSCO Ealing 25 001 534",
        flags=("court",),
        tasks=("court_parts",),
    ),
    CaseRow(
        "3c answered before",
        _already_answered,
        "It was answered before, or is with the Ombudsman: an officer joins it to that case and its next stage.",
        "SI 2006/1738 regs 17 and 18; LGSCO Manchester 22 008 976, Norfolk 25 001 573",
        flags=("duplicate",),
        tasks=("check_duplicate",),
    ),
    CaseRow(
        "4b sufficient interest",
        _needs_interest,
        "An officer decides whether this person has sufficient interest in the child's welfare.",
        "Children Act 1989 s26(3)(e); LGSCO Gloucestershire 24 016 963",
        flags=("standing",),
        tasks=("decide_standing",),
    ),
    CaseRow(
        "4c speaking for a child",
        _representative,
        "An officer makes sure that the child, or the constituent, agrees to this person speaking for them.",
        "Getting the Best from Complaints (DfES 2006) on representatives; LGSCO Wirral 22 004 334",
        tasks=("check_consent",),
    ),
    CaseRow(
        "4d no name and no way to answer",
        _anonymous,
        "Nobody can be answered; what it says about a child's welfare is passed on all the same.",
        "Getting the Best from Complaints (DfES 2006) on anonymous complaints",
        flags=("anonymous",),
    ),
    CaseRow(
        "5 more than a year ago",
        _late,
        "It is more than a year ago: an officer weighs whether waiting was reasonable and it can still be looked at.",
        "SI 2006/1738 reg 9; LGSCO Lambeth 23 005 162",
        flags=("late",),
        tasks=("weigh_late",),
    ),
    CaseRow(
        "advocate wanted",
        lambda case: case.known("wants_advocate") == "yes",
        "An advocate is wanted; arranging one holds nothing up.",
        "Children Act 1989 s26A",
        tasks=("arrange_advocate",),
    ),
)
