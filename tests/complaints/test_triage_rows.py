"""The decision table, row by row: each with facts that it decides and the clause that it comes from."""

from __future__ import annotations

from datetime import date

import pytest

from bot import councils
from bot.complaints import triage
from bot.complaints.assessment import FLAGS, PATHWAYS, SIGNPOSTS, TASKS
from bot.complaints.facts import Facts, Point
from bot.complaints.rows_also import ALSO
from bot.complaints.rows_elsewhere import ELSEWHERE
from bot.complaints.rows_person import KINDS, PERSON
from bot.complaints.rows_subject import SUBJECTS
from tests.complaints.builders import decided, point

# row, facts of the case, matter, nature, account, pathway, signpost, a word of the source
POINTS = [
    ("1f worry about a child", {"reporter_role": "other"}, "other", "raising_concerns", "She is always alone.",
     "signposted", None, "Working Together"),
    ("2 our own care", {"care_status": "in_care"}, "school_conduct", "communication", "", "statutory", "school", "s22"),
    ("2 our own care", {"care_status": "in_care"}, "health", "delays", "", "statutory", "nhs", "18 016 503"),
    ("2a another council", {"reporter_role": "parent"}, "other_council", "delays", "", "signposted", "other_council",
     "Westminster"),
    ("2b inside a school", {"care_status": "none"}, "school_conduct", "bias", "", "signposted", "school", "s29"),
    ("2c exclusion", {}, "exclusion", "legal_or_policy_decision", "", "signposted", "exclusion_review", "s51A"),
    ("2c admission", {}, "school_admissions", "admissions", "", "signposted", "admission_appeal", "s94"),
    ("2d transport decision", {}, "school_transport", "level_of_support", "", "signposted", "transport_appeal",
     "24 017 248"),
    ("2e plan decision", {}, "send_decision", "legal_or_policy_decision", "", "signposted", "send_tribunal", "s51"),
    ("2f health", {"care_status": "none"}, "health", "delays", "", "signposted", "nhs", "2009/309"),
    ("2f police", {}, "police", "raising_concerns", "", "signposted", "police", "Police Reform Act"),
    ("2f Cafcass", {}, "cafcass", "bias", "", "signposted", "cafcass", "s12"),
    ("2g personal data", {}, "data_request", "delays", "", "signposted", "dpo", "s103"),
    ("2g personal data", {"care_status": "none"}, "records_privacy", "breach_of_information", "", "signposted", "dpo",
     "s103"),
    ("2i own employment", {"reporter_role": "professional"}, "staff_employment", "bias", "", "signposted", "hr",
     "reg 8"),
    ("2j approval", {"reporter_role": "foster_carer"}, "fostering", "legal_or_policy_decision",
     "We were deregistered as foster carers.", "signposted", "irm", "17 018 496"),
    ("2k how LADO acted", {"reporter_role": "parent"}, "social_worker", "bias", "The designated officer was one-sided.",
     "corporate", None, "24 011 635"),
    ("2l redress for long ago", {"reporter_role": "other"}, "adoption", "raising_concerns",
     "It was in the 1970s and I want compensation.", "signposted", "police", "24 009 789"),
    ("3a court decision", {}, "court_order", "disagrees_with_opinion", "", "signposted", "court", "23 018 040"),
    ("3a court decision", {}, "assessment", "bias", "Her section 7 report took his side.", "signposted", "court",
     "23 018 040"),
    ("3a contact set by a court", {"reporter_role": "parent"}, "contact", "legal_or_policy_decision",
     "They do not keep to the contact that the court ordered.", "signposted", "court", "24 011 316"),
    ("4.1 section 47 and conferences", {}, "child_protection", "communication", "", "corporate", None, "reg 3"),
    ("4.1 private fostering", {}, "social_worker", "communication", "He is privately fostered with us.", "corporate",
     None, "s66"),
    ("4.1 help under a protection plan", {}, "child_protection", "level_of_support", "", "statutory", None, "s17"),
    ("4.1 author of a court report", {}, "court_order", "communication", "", "corporate", None, "s37"),
    ("4.1 assessment and help for a child in need", {}, "assessment", "objects_to_assessment", "", "statutory", None,
     "s17"),
    ("4.1 assessment and help for a child in need", {"care_status": "none"}, "involvement", "level_of_support", "",
     "statutory", None, "24 022 184"),
    ("4.1 assessment and help for a child in need", {}, "disability_support", "delays", "", "statutory", None, "s17"),
    ("4.1 assessment and help for a child in need", {}, "financial_support", "delays", "", "statutory", None, "s17"),
    ("4.1 looked after", {}, "placement", "placement_issue", "", "statutory", None, "s22C"),
    ("4.1 looked after", {"reporter_role": "child"}, "contact", "level_of_support", "", "statutory", None, "s34"),
    ("4.1 leaving care", {}, "leaving_care", "delays", "", "statutory", None, "s24D"),
    ("4.1 fostering", {}, "fostering", "level_of_support", "", "statutory", None, "s26(3)(d)"),
    ("4.1 fostering", {"reporter_role": "foster_carer"}, "fostering", "legal_or_policy_decision",
     "They ended our approval and removed the children.", "statutory", None, "s22C"),
    ("4.1 adoption", {}, "adoption", "communication", "", "statutory", None, "reg 4"),
    ("4.1 special guardianship", {}, "special_guardianship", "level_of_support", "", "statutory", None, "reg 5"),
    ("2e social-care part of a plan", {}, "send_decision", "level_of_support", "The plan gives no short breaks.",
     "statutory", None, "s17"),
    ("4.1 special educational needs", {}, "send_service", "delays", "", "corporate", None, "2014"),
    ("4.1 special educational needs", {}, "send_decision", "delays", "", "corporate", None, "2014"),
    ("4.1 education services", {}, "school_transport", "delays", "", "corporate", None, "Staffordshire"),
    ("4.1 education services", {}, "attendance_fine", "legal_or_policy_decision", "", "corporate", None, "Westminster"),
    ("4.1 education services", {}, "home_education", "communication", "", "corporate", None, "Staffordshire"),
    ("4.1 remanded or in secure accommodation", {}, "youth_justice", "placement_issue", "He is on remand.",
     "statutory", None, "s25"),
    ("4.1 youth justice", {}, "youth_justice", "communication", "", "corporate", None, "1998"),
    ("4.1 early help as section 17", {"care_status": "has_social_worker"}, "early_help", "delays", "", "statutory",
     None, "s17"),
    ("4.1 early help", {"care_status": "none"}, "early_help", "delays", "", "corporate", None, "2004"),
    ("4.1 what it belongs to", {"care_status": "in_care"}, "communication", "communication", "", "statutory", None,
     "24 016 531"),
    ("4.1 what it belongs to", {"reporter_role": "foster_carer"}, "communication", "communication", "", "statutory",
     None, "Part 3"),
    ("4.1 their social worker", {"reporter_role": "parent"}, "social_worker", "communication", "", "statutory", None,
     "24 003 845"),
    ("4.1 standing alone", {"care_status": "none", "reporter_role": "parent"}, "communication", "communication", "",
     "corporate", None, "appendix B"),
    ("8 likely Part 3", {"reporter_role": "child"}, (), (), "it isnt fair", "statutory", None, "practitioners"),
    ("8 unclear", {"reporter_role": "parent", "care_status": "none"}, (), (), "It isn't fair.", "officer_decision",
     None, "practitioners"),
    ("2h fitness to practise", {"reporter_role": "parent"}, "social_worker", "bias", "She should be struck off.",
     "statutory", "social_work_england", "25 013 323"),
    ("2i discipline", {"reporter_role": "parent", "care_status": "in_care"}, "staff_employment", "raising_concerns",
     "I want her sacked.", "statutory", "hr", "reg 8"),
    ("2g shared or wrong data", {"reporter_role": "parent"}, "assessment", "breach_of_information", "", "statutory",
     "dpo", "s103"),
    ("2b the school beside us", {"care_status": "in_care"}, "school_conduct", "communication", "", "statutory",
     "school", "s29"),
    ("2f the NHS beside us", {"care_status": "in_care"}, "health", "delays", "", "statutory", "nhs", "2009/309"),
]  # fmt: skip

# row, facts, account, flags that it sets, tasks that it opens, a word of the source
PERSONS = [
    ("0 harm told", {"harm": "yes"}, "", (), ("safeguarding_screening",), "s47"),
    ("0 harm told", {}, "My dad hits me.", (), ("safeguarding_screening",), "s47"),
    ("0 harm told", {"risk": "at_risk"}, "", (), ("safeguarding_screening",), "s47"),
    ("2k allegation against a worker or carer", {"harm_by_professional": "yes"}, "", (),
     ("safeguarding_screening", "lado"), "Working Together"),
    ("2k allegation against a worker or carer", {}, "My foster carer hits me.", (),
     ("safeguarding_screening", "lado"), "Working Together"),
    ("0b a decision about to happen", {"imminent": "yes"}, "", ("imminent",), ("hold_or_not",), "6.5"),
    ("0b a decision about to happen", {}, "They are moving me on Friday.", ("imminent",), ("hold_or_not",), "6.5"),
    ("3b live proceedings", {"court_involved": "yes"}, "", ("court",), ("court_parts",), "reg 8"),
    ("3c answered before", {"already_answered": "stage_1"}, "", ("duplicate",), ("check_duplicate",), "reg"),
    ("4b sufficient interest", {"reporter_role": "relative"}, "", ("standing",), ("decide_standing",), "s26(3)(e)"),
    ("4c speaking for a child", {"reporter_role": "advocate"}, "", (), ("check_consent",), "representatives"),
    ("4d no name and no way to answer", {"reporter_role": "parent", "refused": ("name",)}, "", ("anonymous",), (),
     "anonymous"),
    ("5 more than a year ago", {"when_happened": "2025-11-19"}, "", ("late",), ("weigh_late",), "reg 9"),
    ("advocate wanted", {"wants_advocate": "yes"}, "", (), ("arrange_advocate",), "s26A"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "known", "matter", "nature", "told", "pathway", "signpost", "clause"), POINTS)
def test_the_row_decides_its_point(row, known, matter, nature, told, pathway, signpost, clause):
    assessed = decided(point(matter, nature, told), **known)
    reasons = {reason.row: reason for reason in assessed.reasons}
    assert row in reasons
    assert clause in reasons[row].source
    assert (pathway, signpost) == (assessed.points[0].pathway, assessed.points[0].signposted_to)


@pytest.mark.parametrize(("row", "known", "told", "flags", "tasks", "clause"), PERSONS)
def test_the_row_sets_its_flags_and_tasks_beside_the_pathway(row, known, told, flags, tasks, clause):
    assessed = decided(point("placement", "placement_issue", told), **known)
    assert assessed.pathway == "statutory"
    assert clause in next(reason.source for reason in assessed.reasons if reason.row == row)
    assert set(flags) <= set(assessed.flags)
    assert set(tasks) <= set(assessed.tasks)


@pytest.mark.parametrize("kind", ["compliment", "service_request", "information_request"])
def test_a_kind_that_is_no_complaint_is_its_own_record(kind):
    assert kind == decided(point("social_worker"), kind=kind).pathway


def test_a_members_enquiry_goes_on_as_the_constituents_complaint():
    assessed = decided(point("placement"), reporter_role="councillor")
    assert assessed.pathway == "member_enquiry"
    assert assessed.points[0].pathway == "statutory"
    assert "check_consent" in assessed.tasks


def test_every_row_of_the_table_is_tried_here():
    tried = {row for row, *_ in (*POINTS, *PERSONS)}
    assert {row.name for row in (*ELSEWHERE, *SUBJECTS, *ALSO, *PERSON)} == tried


def test_every_row_answers_in_the_words_of_the_contract():
    for row in (*ELSEWHERE, *SUBJECTS, *ALSO):
        assert row.pathway in PATHWAYS
        assert row.signposted_to is None or row.signposted_to in SIGNPOSTS
        assert set(row.tasks) <= set(TASKS)
    for row in (*KINDS, *PERSON):
        assert row.pathway is None or row.pathway in PATHWAYS
        assert set(row.flags) <= set(FLAGS)
        assert set(row.tasks) <= set(TASKS)
        assert row.source
        assert row.says.endswith(".")


# --- gate 7: several points ---


def test_one_statutory_point_makes_a_mixed_concern_statutory_and_each_point_keeps_its_own_way():
    bus = point("school_transport", "delays", "The bus is late.")
    bullying = point("school_conduct", "raising_concerns", "He is bullied in class.")
    respite = point("disability_support", "level_of_support", "There is no weekend respite.")
    assessed = decided(bus, bullying, respite, reporter_role="parent", care_status="disabled_services")
    assert assessed.pathway == "statutory"
    assert [p.pathway for p in assessed.points] == ["corporate", "signposted", "statutory"]
    assert assessed.points[1].signposted_to == "school"
    assert assessed.signposted_to is None


def test_a_concern_is_signposted_only_when_no_point_is_left():
    teaching, place = point("school_conduct", "bias"), point("school_admissions", "admissions")
    assessed = decided(teaching, place, care_status="none")
    assert (assessed.pathway, assessed.signposted_to) == ("signposted", "school")
    assert [p.signposted_to for p in assessed.points] == ["school", "admission_appeal"]


def test_removal_of_children_stays_statutory_beside_a_deregistration():
    removal = point("fostering", "placement_issue", "The two children were removed.")
    approval = point("fostering", "legal_or_policy_decision", "We may be deregistered.")
    assessed = decided(removal, approval, reporter_role="foster_carer")
    assert assessed.pathway == "statutory"
    assert assessed.points[1].signposted_to == "irm"


# --- what may never happen ---


def test_care_status_none_alone_never_decides_corporate():
    for matter in ("assessment", "involvement", "disability_support", "financial_support", "placement"):
        assert decided(point(matter), care_status="none", reporter_role="parent").pathway == "statutory"


def test_a_grandparents_transport_complaint_needs_no_sufficient_interest():
    assessed = decided(point("school_transport", "delays"), reporter_role="relative")
    assert assessed.pathway == "corporate"
    assert "standing" not in assessed.flags


def test_a_parent_needs_neither_interest_nor_parental_responsibility():
    assessed = decided(point("placement"), reporter_role="parent", has_parental_responsibility="no")
    assert assessed.flags == ()
    assert assessed.pathway == "statutory"


def test_a_child_with_a_receipt_is_not_anonymous():
    assert "anonymous" not in decided(point("placement"), reporter_role="child", refused=("name",)).flags


def test_a_worry_that_says_we_failed_to_act_is_a_complaint():
    told = "I reported it four times and nothing was done."
    assessed = decided(point("involvement", "raising_concerns", told), reporter_role="relative")
    assert assessed.pathway == "statutory"


def test_a_child_with_an_account_and_nothing_else_gets_a_pathway():
    assert decided(point(told="nobody listens to me"), reporter_role="child").pathway == "statutory"


def test_reg_9_what_a_care_leaver_tells_of_years_ago_is_weighed_by_an_officer_and_not_asked_about() -> None:
    grant = Point("In 2015 I never got my setting up grant when I left care", ("leaving_care",), ("level_of_support",))
    people = [Facts({"reporter_role": role}, points=(grant,)) for role in ("care_leaver", "child", "parent")]
    people.append(people[-1].refusing("when_happened"))
    profile = councils.load("national", date(2026, 3, 2))
    flagged = ["late" in triage.assess(facts, profile, date(2026, 3, 2)).flags for facts in people]
    assert flagged == [True, False, False, True]
