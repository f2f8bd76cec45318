"""Who may speak for somebody, what a child wants, points that are taken back, and what is made statutory late."""

from __future__ import annotations

from datetime import date

import pytest

from bot.complaints.acts.act import points_to_answer
from bot.complaints.acts.voices import child_is_against, in_force
from bot.complaints.diary import diary
from bot.complaints.working_days import add_working_days
from tests.builders import a_point
from tests.complaints.life import Life
from tests.complaints.test_lives import TWO_POINTS, refused

CONSENT = {
    "who_for_them": "Advocate K",
    "relation": "advocate",
    "scope": ("get_letters", "speak_for_them"),
    "how_they_said_so": "On the telephone.",
    "until": date(2026, 9, 1),
}
PARENT = {"reporter_role": "parent"}


def to_do(life: Life) -> list[tuple[str, date]]:
    return [(e.kind, e.due) for e in diary(life.case, lambda day, days: add_working_days(day, days, life.calendar))]


# --- consent ---


def test_a_consent_has_a_scope_and_an_end_and_stands_in_the_diary() -> None:
    life = Life().confirmed().do("note_consent", **CONSENT)
    assert [("renew_consent", date(2026, 9, 1))] == to_do(life)
    assert ["Advocate K"] == [record.details["who_for_them"] for record in in_force(life.case, date(2026, 9, 1))]
    assert () == in_force(life.case, date(2026, 9, 2))


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"until": date(2027, 6, 2)}, "not after Tuesday 1 June 2027"),
        ({"until": date(2026, 6, 1)}, "ends after today"),
        ({"scope": ()}, "what the consent is for"),
        ({"scope": ("everything",)}, "Scope is one of"),
        ({"relation": "neighbour"}, "Relation is one of"),
    ],
)
def test_no_consent_is_for_ever_or_for_everything(told: dict[str, object], says: str) -> None:
    assert says in refused(Life().confirmed(), "note_consent", **{**CONSENT, **told})


def test_a_consent_is_taken_back_by_the_name_of_whoever_has_it() -> None:
    life = Life().confirmed().do("note_consent", **CONSENT)
    assert "already" in refused(life, "note_consent", **{**CONSENT, "who_for_them": "advocate  k"})
    assert "do not have" in refused(life, "end_consent", who_for_them="Somebody")
    life.do("end_consent")
    assert () == in_force(life.case, life.today)
    assert [] == to_do(life)
    assert "end_consent" not in life.allowed


# --- the child's own wishes ---


def test_what_a_child_wants_is_asked_where_somebody_else_complains() -> None:
    assert "note_wishes" not in Life().confirmed().allowed
    assert "note_wishes" in Life(facts=PARENT).confirmed().allowed


def test_a_complaint_that_the_child_does_not_want_is_weighed_soon_and_goes_on_meanwhile() -> None:
    life = Life(facts=PARENT).confirmed()
    clock = life.case.clock
    life.do("note_wishes")
    assert [("weigh_wishes", date(2026, 6, 4))] == to_do(life)
    assert child_is_against(life.case)
    assert "told" in refused(life, "weigh_wishes", child_was_told=False)
    life.do("weigh_wishes")
    assert ([], clock, True) == (to_do(life), life.case.clock, child_is_against(life.case))


def test_a_child_may_change_their_mind() -> None:
    life = Life(facts=PARENT).confirmed().do("note_wishes").do("note_wishes", wishes="wants_it")
    assert ([], False) == (to_do(life), child_is_against(life.case))
    assert "weigh_wishes" not in life.allowed


# --- points that are taken back ---


def test_a_point_that_is_taken_back_gets_no_finding_and_the_others_do() -> None:
    life = Life(points=TWO_POINTS).confirmed().do("withdraw_points", points=(1,))
    assert (0,) == points_to_answer(life.case, "stage_1")
    assert "upheld" == life.do("answer_stage_1", findings=("upheld",)).case.outcome


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"points": (0, 1)}, "all of them is withdrawing the case"),
        ({"points": (2,)}, "each once"),
        ({"points": (0, 0)}, "each once"),
        ({"points": ()}, "each once"),
        ({"asked_in_private": False}, "in private"),
        ({"own_idea": False}, "the point stays"),
    ],
)
def test_a_point_is_taken_back_only_by_the_persons_own_idea(told: dict[str, object], says: str) -> None:
    assert says in refused(Life(points=TWO_POINTS).confirmed(), "withdraw_points", **told)


def test_the_only_point_is_not_taken_back_but_the_case_withdrawn() -> None:
    assert "withdrawing the case" in refused(Life().confirmed(), "withdraw_points")
    life = Life(points=TWO_POINTS).confirmed().do("withdraw_points")
    assert "withdraw_points" not in life.allowed


def test_what_stands_still_and_what_was_taken_back_leave_nothing_that_goes_on() -> None:
    life = Life(points=(*TWO_POINTS, a_point(text="Third."))).confirmed().do("withdraw_points", points=(0,))
    told = {"proceedings": "court", "decided_by": "J", "reason": "Hearing.", "look_again": date(2026, 7, 1)}
    assert "each once" in refused(life, "suspend", points=(0,), **told)
    life.do("suspend", points=(1, 2), **told)
    assert life.case.clock is None


# --- made statutory ---


def test_a_corporate_case_made_statutory_in_stage_1_has_one_date_and_it_is_the_acts() -> None:
    life = Life("corporate").confirmed().after(3).do("acknowledge").confirmed("statutory")
    due = {clock.name: clock.now_due for clock in life.case.clocks if clock.is_running}
    assert {"statutory_stage_1": date(2026, 6, 15)} == due
    life.do("extend_stage_1", until=date(2026, 6, 29), ground="complex", reason="Two teams.")
    assert life.case.clock and date(2026, 6, 29) == life.case.clock.now_due


def test_a_corporate_answer_that_should_have_been_statutory_opens_stage_2_with_a_window_of_its_own() -> None:
    life = Life("corporate").confirmed().do("acknowledge").do("answer_stage_1").after(60).do("make_statutory")
    window = life.case.running("ask_stage_2")
    assert window and add_working_days(life.today, 20, life.calendar) == window.due
    assert ("statutory", "statutory") == (life.case.pathway, life.case.points[0].pathway)
    assert "stage_2" == life.do("request_stage_2").case.stage


def test_who_asked_for_a_corporate_review_has_the_statutory_investigation_from_the_day_that_it_is_made_so() -> None:
    life = Life("corporate").confirmed().do("acknowledge").do("answer_stage_1").do("request_corporate_stage_2")
    life.after(5).do("make_statutory")
    due = {clock.name: clock.now_due for clock in life.case.clocks if clock.is_running}
    assert {
        "appoint_stage_2": add_working_days(life.today, 5, life.calendar),
        "agree_statement": add_working_days(life.today, 10, life.calendar),
        "statutory_stage_2_from_request": add_working_days(life.today, 25, life.calendar),
    } == due
    assert ("corp_s2", "made_statutory", False) in life.kinds()
    assert "appoint_investigators" in life.allowed


def test_what_has_had_both_corporate_answers_is_a_new_case() -> None:
    life = Life("corporate").confirmed().do("acknowledge").do("answer_stage_1").do("request_corporate_stage_2")
    life.do("accept_corporate_stage_2").do("answer_corporate_stage_2")
    assert "open a new case" in refused(life, "make_statutory")
