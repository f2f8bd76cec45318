"""Each kind of record from its beginning to its end, and what is not allowed on the way."""

from __future__ import annotations

from datetime import date

import pytest

from bot.complaints.acts import ACTS
from bot.complaints.errors import NotAllowed
from bot.complaints.plain import plainly
from tests.builders import a_point
from tests.complaints.life import Life

TWO_POINTS = (a_point(), a_point(text="And nobody rang back."))


def to_stage_2(**changes: object) -> Life:
    """A statutory case whose stage 1 was answered, and stage 2 asked for."""
    return Life(**changes).confirmed().do("answer_stage_1").do("request_stage_2")


def to_adjudication(**findings: tuple[str, ...]) -> Life:
    life = to_stage_2(points=TWO_POINTS)
    return life.do("appoint_investigators").do("agree_statement").do("receive_reports").do("adjudicate", **findings)


def refused(life: Life, act: str, **told: object) -> str:
    with pytest.raises(NotAllowed) as no:
        life.do(act, **told)
    return str(no.value)


# --- stage 1 ---


def test_a_statutory_complaint_goes_through_all_three_stages() -> None:
    life = to_adjudication().do("request_stage_3").do("appoint_panel").do("hold_panel")
    life.do("receive_panel_report").do("respond_to_panel").do("close_case")
    assert [("stat_s1", "answered", False), ("stat_s2", "adjudicated", False), ("stat_s3", "responded", False)] == (
        life.kinds()
    )
    assert ("closed", "exhausted", "upheld") == (life.case.stage, life.case.ended, life.case.outcome)
    assert all(clock.met_on for clock in life.case.clocks)


def test_an_answer_says_procedure_stage_and_what_may_be_asked_next_until_when() -> None:
    record = Life().confirmed().do("answer_stage_1").case.records[0]
    letter = record.details["letter"]
    assert ("statutory", "stage_1", "stage_2", "2026-06-29") == tuple(
        letter[name] for name in ("procedure", "stage", "next", "ask_by")
    )
    assert "lgo.org.uk" in letter["ombudsman"]["how"]


def test_nothing_is_answered_before_an_officer_confirmed_where_it_belongs() -> None:
    assert "An officer must confirm where it belongs first." == refused(Life(), "answer_stage_1")


def test_every_point_gets_a_finding_of_its_own() -> None:
    life = Life(points=TWO_POINTS).confirmed()
    assert "needed 2, given 1" in refused(life, "answer_stage_1", findings=("upheld",))
    assert "not maybe" in refused(life, "answer_stage_1", findings=("upheld", "maybe"))
    assert "partially_upheld" == life.do("answer_stage_1", findings=("upheld", "not_upheld")).case.outcome


def test_a_point_that_is_somebody_elses_gets_no_finding() -> None:
    life = Life(points=(a_point(), a_point(pathway="signposted", signposted_to="school"))).confirmed()
    assert 1 == len(life.do("answer_stage_1", findings=("no_finding",)).case.findings)


def test_an_extension_has_a_ground_and_stays_within_twenty_days() -> None:
    life = Life().confirmed()
    assert "complex, advocate" in refused(life, "extend_stage_1", until=date(2026, 6, 20), ground="busy", reason="r")
    late = refused(life, "extend_stage_1", until=date(2026, 6, 30), ground="complex", reason="r")
    assert "The new day lies after Monday 15 June 2026 and not after Monday 29 June 2026." == late
    clock = life.do("extend_stage_1", until=date(2026, 6, 22), ground="advocate", reason="Being found.").case.clock
    assert clock and (date(2026, 6, 15), date(2026, 6, 22), date(2026, 6, 29)) == (
        clock.first_limit, clock.now_due, clock.outer_limit,
    )  # fmt: skip


def test_a_date_that_has_passed_is_not_extended() -> None:
    life = Life().confirmed().after(11)
    assert "before the date" in refused(life, "extend_stage_1", until=date(2026, 6, 29), ground="complex", reason="r")


def test_stage_1_is_settled_informally_with_the_persons_yes_and_keeps_its_date_of_receipt() -> None:
    life = Life().confirmed().after(3).do("offer_settlement")
    assert "own yes" in refused(life, "agree_settlement", person_agreed=False)
    case = life.after(2).do("agree_settlement").case
    record = case.last("representation")
    assert record and ("settled", date(2026, 6, 1), date(2026, 6, 8)) == (
        record.state, record.opened_on, record.closed_on,
    )  # fmt: skip
    assert "A visit every week." == record.details["terms"]
    assert ("closed", "settled") == (case.stage, case.ended)


def test_an_offer_that_is_declined_leaves_the_clock_as_it_was() -> None:
    life = Life().confirmed()
    clock = life.case.clock
    assert clock == life.do("offer_settlement").do("decline_settlement").case.clock


def test_what_was_settled_and_fails_is_taken_up_with_its_old_dates() -> None:
    life = Life().confirmed().do("offer_settlement").do("agree_settlement").after(15).do("reopen_case")
    assert "stage_1" == life.case.stage
    assert life.case.clock and date(2026, 6, 15) == life.case.clock.now_due
    assert "request_stage_2" in life.allowed


def test_it_is_resolved_at_first_contact_only_with_the_persons_yes() -> None:
    life = Life("corporate").confirmed()
    refused(life, "resolve_at_first_contact", person_agreed=False)
    assert ("resolved_at_first_contact", "resolved", False) in life.do("resolve_at_first_contact").kinds()


# --- stage 2 ---


@pytest.mark.parametrize(("days", "may"), [(10, False), (11, True)])
def test_the_person_goes_straight_to_stage_2_when_stage_1_is_late(days: int, may: bool) -> None:
    assert may == ("request_stage_2" in Life().after(days).allowed)


def test_stage_1_is_left_out_where_both_agree() -> None:
    life = Life()
    assert "both agree" in refused(life, "skip_stage_1", council_agreed=False)
    assert "stage_2" == life.do("skip_stage_1").case.stage


def test_a_request_after_its_window_is_noted_as_late_and_taken_all_the_same() -> None:
    life = Life().confirmed().do("answer_stage_1").after(60).do("request_stage_2")
    record = life.case.last("stat_s2")
    assert record and record.details["asked_after_window"] is True
    assert "stage_2" == life.case.stage


def test_a_closed_case_can_still_go_to_stage_2() -> None:
    life = Life().confirmed().do("answer_stage_1").after(21).do("close_case", person_is_content=False)
    assert "stage_2" == life.do("request_stage_2").case.stage


def test_stage_2_keeps_both_dates_and_both_clocks() -> None:
    life = to_stage_2().after(4).do("appoint_investigators").after(4).do("agree_statement")
    clocks = {
        clock.name: (clock.started, clock.due, clock.extended_due) for clock in life.case.clocks if clock.is_running
    }
    assert {
        "statutory_stage_2_from_request": (date(2026, 6, 1), date(2026, 7, 6), date(2026, 9, 1)),
        "statutory_stage_2": (date(2026, 6, 11), date(2026, 7, 16), date(2026, 9, 11)),
    } == clocks
    record = life.case.last("stat_s2")
    assert record and ("2026-06-01", "2026-06-11") == (
        record.details["requested_on"], record.details["statement_agreed_on"],
    )  # fmt: skip


def test_an_extended_stage_2_is_still_late_sixty_five_days_after_the_request() -> None:
    life = to_stage_2().after(5).do("appoint_investigators").after(5).do("agree_statement")
    life.do("extend_stage_2", until=date(2026, 9, 15), reason="Two people to hear.")
    assert life.case.clock and ("statutory_stage_2_from_request", date(2026, 9, 1)) == (
        life.case.clock.name, life.case.clock.now_due,
    )  # fmt: skip
    assert life.on(date(2026, 9, 2)).case.clock.is_late(life.today)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"person_is_independent": False}, "reg 2"),
        ({"officer_had_no_part_in_it": False}, "no part"),
        ({"investigating_officer": "manager  b"}, "no part"),
        ({"independent_person": "Investigator C"}, "two people"),
        ({"independent_person": " "}, "Please say: independent person."),
    ],
)
@pytest.mark.parametrize("role", ["child", "parent", "foster_carer"])
def test_stage_2_always_has_an_independent_person_and_an_officer_who_had_no_part(
    role: str, told: dict[str, object], says: str
) -> None:
    life = to_stage_2(facts={"reporter_role": role})
    assert says in refused(life, "appoint_investigators", **told)


def test_who_wrote_a_report_does_not_adjudicate() -> None:
    life = to_stage_2().do("appoint_investigators").do("agree_statement").do("receive_reports")
    assert "neither report" in refused(life, "adjudicate", adjudicated_by="Independent D")
    assert "both reports" in refused(life, "adjudicate", both_reports_sent=False)


def test_once_stage_2_has_begun_it_stays_statutory() -> None:
    life = to_stage_2()
    for pathway in ("corporate", "signposted"):
        with pytest.raises(NotAllowed, match="stays statutory"):
            life.confirmed(pathway)


# --- stage 3 ---


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"members": ("Panel F", "Panel G")}, "three people"),
        ({"members": ("Panel F", "Panel G", "panel f")}, "three different"),
        ({"members": ("Panel F", "Panel G", "Independent D")}, "does not sit"),
        ({"members": ("Investigator C", "Panel G", "Panel H")}, "does not sit"),
        ({"all_are_independent": False}, "All three"),
    ],
)
def test_a_panel_is_three_independent_people_none_of_them_of_stage_2(told: dict[str, object], says: str) -> None:
    assert says in refused(to_adjudication().do("request_stage_3"), "appoint_panel", **told)


def test_a_panel_meets_in_thirty_days_reports_in_five_and_is_answered_in_fifteen() -> None:
    life = to_adjudication().after(20).do("request_stage_3")
    due = [life.case.clock.now_due] if life.case.clock else []
    for act in ("appoint_panel", "hold_panel", "receive_panel_report"):
        life.do(act)
        due += [life.case.clock.now_due] if life.case.clock else []
    assert [date(2026, 8, 10), date(2026, 8, 10), date(2026, 7, 6), date(2026, 7, 20)] == due


def test_the_authority_answers_with_the_independent_person() -> None:
    life = to_adjudication().do("request_stage_3").do("appoint_panel").do("hold_panel").do("receive_panel_report")
    assert "reg 20" in refused(life, "respond_to_panel", independent_person_heard=False)


def test_a_panel_that_could_change_nothing_is_asked_for_all_the_same() -> None:
    life = to_adjudication(findings=("upheld", "upheld")).after(200)
    assert "request_stage_3" in life.allowed


# --- the corporate procedure ---


def test_a_corporate_complaint_goes_through_both_stages() -> None:
    life = Life("corporate").confirmed().after(3).do("acknowledge")
    assert life.case.clock and date(2026, 6, 18) == life.case.clock.now_due
    life.do("answer_stage_1").do("request_corporate_stage_2")
    assert "Somebody else" in refused(life, "accept_corporate_stage_2", reviewed_by="Manager B")
    life.do("accept_corporate_stage_2").do("answer_corporate_stage_2").do("close_case")
    assert [("corp_s1", "answered", False), ("corp_s2", "answered", False)] == life.kinds()
    assert "exhausted" == life.case.ended


def test_a_corporate_complaint_that_nobody_acknowledges_can_go_on_to_stage_2() -> None:
    assert "request_corporate_stage_2" in Life("corporate").after(6).allowed


def test_stage_2_is_declined_only_where_the_council_has_it_so_and_the_letter_names_the_ombudsman() -> None:
    life = Life("corporate", "staffordshire", date(2019, 6, 3)).confirmed().do("answer_stage_1")
    record = life.do("request_corporate_stage_2").do("decline_corporate_stage_2").case.last("corp_s2")
    assert record
    letter = record.details["letter"]
    assert {"decision", "reason", "instead", "decided_by", "contact", "ombudsman"} == set(letter)
    assert "lgo.org.uk" in letter["ombudsman"]["how"]


@pytest.mark.parametrize("council", ["national", "harrow", "staffordshire", "council_d", "westminster"])
def test_under_the_code_nobodys_stage_2_is_declined(council: str) -> None:
    life = Life("corporate", council).confirmed().do("answer_stage_1").do("request_corporate_stage_2")
    assert "decline_corporate_stage_2" not in life.allowed


# --- no complaints ---


@pytest.mark.parametrize(
    ("pathway", "act", "state"),
    [
        ("compliment", "pass_on_compliment", "passed_on"),
        ("service_request", "decide_service_request", "decided"),
        ("information_request", "answer_information_request", "answered"),
        ("member_enquiry", "answer_member", "answered"),
        ("signposted", "close_duty", "closed"),
    ],
)
def test_what_is_no_complaint_is_closed_by_what_was_done(pathway: str, act: str, state: str) -> None:
    life = Life(pathway)
    assert act not in life.allowed
    life.confirmed().do(act)
    kind = "duty" if pathway == "signposted" else pathway
    assert ([(kind, state, False)], "closed") == (life.kinds(), life.case.stage)
    assert life.case.clock is None


def test_what_was_closed_as_no_complaint_can_be_taken_up_again_and_become_one() -> None:
    life = Life("compliment").confirmed().do("pass_on_compliment").do("reopen_case")
    assert "pass_on_compliment" in life.allowed
    life.confirmed("statutory")
    assert ([("stat_s1", "open", True)], "stage_1") == (life.kinds(), life.case.stage)
    assert life.case.clock and date(2026, 6, 15) == life.case.clock.due


def test_a_members_enquiry_leaves_the_constituents_complaint_open() -> None:
    life = Life("member_enquiry", points=(a_point(pathway="statutory"),)).confirmed()
    assert "consent" in refused(life, "answer_member", constituent_consents=False)
    life.do("answer_member")
    assert life.case.stage != "closed"
    assert "answer_stage_1" in life.confirmed("statutory").allowed


@pytest.mark.parametrize("kind", ["refused", "query", "safeguarding_passed_on", "other_authority"])
def test_a_duty_matter_runs_beside_a_case_and_is_closed_by_telling_the_person(kind: str) -> None:
    life = Life().confirmed().do("open_duty", kind=kind)
    refused(life, "close_duty", person_told=False)
    record = life.do("close_duty").case.last("duty")
    assert record and not record.is_open
    assert ("letter" in record.details) == (kind == "refused")
    assert "stage_1" == life.case.stage


# --- beside the stages ---


def test_mediation_is_offered_agreed_and_held_and_stops_no_clock() -> None:
    life = Life().confirmed()
    clock = life.case.clock
    life.do("offer_mediation").do("answer_mediation_offer").do("hold_mediation")
    assert (("mediation_adr", "held", False), clock) == (life.kinds()[-1], life.case.clock)


def test_with_the_nhs_nothing_is_shared_without_consent() -> None:
    life = Life().confirmed().do("propose_joint_nhs")
    assert "close_joint_nhs" not in life.allowed
    assert ("joint_nhs", "apart", False) == life.do("answer_joint_nhs", person_consents=False, leads="nobody").kinds()[
        -1
    ]


def test_a_joint_answer_is_agreed_and_sent() -> None:
    life = Life().confirmed().do("propose_joint_nhs").do("answer_joint_nhs").do("close_joint_nhs")
    assert ("joint_nhs", "answered", False) == life.kinds()[-1]


def test_a_payment_and_a_recommendation_are_open_until_they_are_done() -> None:
    life = Life().confirmed().do("agree_payment").do("recommend", due=date(2026, 9, 1))
    life.do("recommend", text="Sooner", due=date(2026, 7, 1))
    assert [True, True, True] == [is_open for _, _, is_open in life.kinds()[1:]]
    assert "one of those that still wait" in refused(life, "finish_action", action=1)  # that is the payment
    life.do("pay_remedy").do("finish_action", action=3)
    assert ["paid", "to_do", "done"] == [state for _, state, _ in life.kinds()[1:]]
    assert "more than nothing" in refused(life, "agree_payment", pence=0)


def test_cases_of_a_group_are_linked_once() -> None:
    life = Life().do("link_case")
    assert "linked already" in refused(life, "link_case")
    assert "itself" in refused(life, "link_case", reference=life.case.reference)


def test_a_point_is_added_before_the_answer_and_is_a_new_case_afterwards() -> None:
    life = Life().confirmed().do("add_point")
    assert 2 == len(life.case.points)
    assert "new case" in refused(life.do("answer_stage_1"), "add_point")


# --- the Ombudsman ---


def test_the_ombudsman_sends_back_what_was_not_answered_and_nothing_moves() -> None:
    life = Life().confirmed()
    before = life.case.clocks, life.case.stage
    life.do("ombudsman_sends_back")
    assert (("lgsco", "premature", False), before) == (life.kinds()[-1], (life.case.clocks, life.case.stage))


def test_an_enquiry_is_answered_investigated_decided_and_remedied_with_evidence() -> None:
    life = Life().confirmed().do("answer_stage_1").do("ombudsman_enquires")
    assert "Name what was sent" in refused(life, "reply_to_ombudsman", bundle=("",))
    life.do("reply_to_ombudsman").do("ombudsman_investigates").do("ombudsman_decides")
    assert "needs its evidence" in refused(life, "show_remedies", evidence=("one.pdf",))
    assert ("lgsco", "remedied", False) == life.do("show_remedies").kinds()[-1]


def test_an_early_referral_needs_most_points_upheld_and_both_to_agree_and_keeps_the_panel() -> None:
    assert "Most points" in refused(to_adjudication(findings=("upheld", "not_upheld")), "refer_early")
    life = to_adjudication(findings=("upheld", "partially_upheld"))
    assert "both must agree" in refused(life, "refer_early", person_agrees=False)
    assert "request_stage_3" in life.do("refer_early").allowed
    assert ("lgsco", "decided", False) == life.do("ombudsman_decides", decision="no_fault", remedies=()).kinds()[-1]


# --- ending, standing still ---


def test_a_withdrawal_is_asked_confirmed_in_private_and_can_be_taken_back() -> None:
    life = Life().do("ask_withdrawal")
    clock = life.case.clock
    assert clock is not None
    assert "in private" in refused(life, "confirm_withdrawal", asked_in_private=False)
    assert "goes on" in refused(life, "confirm_withdrawal", own_idea=False)
    life.do("confirm_withdrawal")
    assert ("withdrawn", "withdrawn", None) == (life.case.outcome, life.case.ended, life.case.clock)
    assert clock == life.do("reopen_case").case.clock


def test_a_withdrawal_that_was_not_meant_changes_nothing() -> None:
    life = Life()
    clock = life.case.clock
    life.do("ask_withdrawal").do("keep_going")
    assert ("stage_1", clock) == (life.case.stage, life.case.clock)


def test_proceedings_stop_only_the_parts_that_they_would_prejudice() -> None:
    life = Life(points=TWO_POINTS).confirmed()
    clock = life.case.clock
    told = {"proceedings": "court", "decided_by": "Manager J", "reason": "Contact is before the court."}
    life.do("suspend", points=(1,), look_again=date(2026, 7, 1), **told)
    assert clock == life.case.clock
    life.do("answer_stage_1", findings=("upheld",)).on(date(2026, 7, 1)).do("resume")
    assert life.case.clock and date(2026, 7, 15) == life.case.clock.now_due
    assert "answered" == life.do("answer_stage_1", findings=("not_upheld",)).case.records[0].state
    assert "partially_upheld" == life.case.outcome


def test_a_clock_that_stands_still_says_why_and_until_when_and_moves_both_limits_by_that_time() -> None:
    life = Life().confirmed().after(2)
    told = {"proceedings": "criminal", "points": (0,), "decided_by": "Manager J", "reason": "The police asked."}
    assert "not after Thursday 3 September 2026" in refused(life, "suspend", look_again=date(2026, 12, 1), **told)
    life.do("suspend", look_again=date(2026, 7, 1), **told)
    (clock,) = life.case.clocks
    assert clock.pause and ("criminal: The police asked.", date(2026, 7, 1)) == (clock.pause.why, clock.pause.until)
    assert life.case.clock is None
    assert "answer_stage_1" not in life.allowed
    life.on(date(2026, 7, 1)).do("look_again", reason="It goes on.", look_again=date(2026, 7, 13))
    (clock,) = life.on(date(2026, 7, 13)).do("resume").case.clocks
    assert (date(2026, 6, 15), date(2026, 7, 23), date(2026, 8, 6)) == (clock.due, clock.now_due, clock.outer_limit)


def test_lateness_turns_on_two_questions_and_either_no_is_a_decision_against_but_no_end() -> None:
    life = Life(flags=("late",))
    assert "refuse_to_consider" not in life.allowed
    life.do("weigh_lateness", waiting_was_reasonable=False)
    assert (("late",), "stage_1", True) == (life.case.flags, life.case.stage, life.case.clock is not None)
    assert "refuse_to_consider" in life.allowed
    assert () == Life(flags=("late",)).do("weigh_lateness").case.flags


def test_sufficient_interest_is_decided_once_with_the_childs_view() -> None:
    life = Life(flags=("standing",))
    assert "child was asked" in refused(life, "decide_interest", child_was_asked_or_why_not=" ")
    assert () == life.do("decide_interest").case.flags
    assert "nothing of that kind" in refused(life, "decide_interest")


def test_a_complaint_is_refused_only_on_a_ground_that_was_decided_and_before_stage_2() -> None:
    assert "no ground" in refused(Life(), "refuse_to_consider")
    life = Life(flags=("late", "standing")).do("weigh_lateness", can_be_considered_fairly=False)
    assert "one of: too late." in refused(life, "refuse_to_consider", ground="no_sufficient_interest")
    assert "refuse_to_consider" not in Life(flags=("court",)).confirmed().do("answer_stage_1").allowed
    record = life.do("refuse_to_consider").case.last("refusal")
    assert record and record.details["letter"]["ombudsman"]["how"]
    assert "refused" == life.case.ended


def test_a_policy_for_contact_is_a_senior_decision_and_takes_nothing_away() -> None:
    life = Life().confirmed()
    before = set(life.allowed) - {"limit_contact"}
    told = {"decided_by": "Director E", "reason": "Forty calls a day.", "arrangement": "One letter a week."}
    later = {"review_on": date(2026, 12, 1), "appeal_to": "Chief Executive"}
    assert "senior" in refused(life, "limit_contact", is_senior=False, **told, **later)
    assert "somebody else" in refused(
        life, "limit_contact", is_senior=True, **{**told, **later, "appeal_to": "director e"}
    )
    life.do("limit_contact", is_senior=True, **told, **later)
    assert before <= set(life.allowed)
    life.do("appeal_contact").do("review_contact", reviewed_by="K", reason="Better.", review_on=date(2027, 5, 1))
    assert ("contact_policy", "lifted", False) == life.do("lift_contact").kinds()[-1]


def test_within_the_window_only_the_persons_own_word_closes_a_case() -> None:
    life = Life().confirmed().do("answer_stage_1")
    assert "Until 2026-06-29" in refused(life, "close_case", person_is_content=False)
    assert "not_escalated" == life.after(21).do("close_case", person_is_content=False).case.ended


# --- all of them ---


def test_every_refusal_is_a_plain_sentence_and_every_act_says_what_it_is() -> None:
    life = Life()
    for act in ACTS.values():
        assert act.says().endswith(".") or act.says().endswith(":"), act
        why = act.refusal(life.case, life.today, life.profile)
        assert why is None or why.endswith("."), act


def test_what_became_a_compliment_was_closed_and_is_a_complaint_after_all_is_measured_again_from_receipt() -> None:
    life = Life().confirmed("compliment").do("pass_on_compliment").after(3).do("reopen_case").confirmed("statutory")
    assert life.case.clock and (date(2026, 6, 1), date(2026, 6, 15)) == (life.case.clock.started, life.case.clock.due)


@pytest.mark.parametrize(
    ("act", "field"),
    [("open_duty", "kind"), ("agree_payment", "kind"), ("recommend", "remedy"), ("link_case", "why"),
     ("open_member_enquiry", "member")],
)  # fmt: skip
def test_what_is_chosen_is_of_its_closed_list(act: str, field: str) -> None:
    says = refused(Life().confirmed(), act, **{field: "something else"})
    assert ", ".join(map(plainly, ACTS[act].choices[field])) in says
