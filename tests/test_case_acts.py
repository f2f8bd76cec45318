"""What officers do to a case: what is allowed, what it needs, and the diary that follows."""

from __future__ import annotations

from datetime import date

import pytest

from bot.case_acts import CaseActs
from bot.complaints.errors import NotAllowed
from bot.ports import Conflict
from bot.roles import BadEntry, NotThere
from tests.builders import a_pool_person, a_task, an_alert
from tests.office import Office

ANSWER = {"answered_by": "Manager B", "findings": "upheld\n", "answer": "We agree."}


@pytest.fixture
def office() -> Office:
    return Office()


def acts_of(office: Office) -> CaseActs:
    return office.desk.acts


def version(office: Office, reference: str) -> int:
    case = office.cases.get(reference)
    assert case
    return case.version


def confirmed(office: Office) -> str:
    reference = office.case(conversation=None)
    office.desk.casework.confirm_pathway(office.officer("complaints_officer"), reference, 1, "statutory", "In care.")
    return reference


def open_tasks(office: Office) -> list[tuple[str, date]]:
    return [(task.kind, task.due) for task in office.work.tasks()]


def test_an_act_is_done_noted_and_kept(office: Office) -> None:
    reference, officer = confirmed(office), office.officer("complaints_manager")
    acts_of(office).do(officer, reference, version(office, reference), "answer_stage_1", ANSWER)
    case = office.cases.get(reference)
    assert case and ("stage_1_answered", "upheld") == (case.stage, case.outcome)
    assert (officer.id, "answer_stage_1") == (case.history[-1].who, case.history[-1].what)
    assert (officer.id, "decide_for_the_council") in office.acts(reference)


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("answer_stage_1", {}, "Please say: answered by. Please say: answer."),
        ("extend_stage_1", {"until": "next week"}, "Until must be a day."),
        ("request_stage_3", {}, "Stage 2 was not adjudicated yet."),
        ("hold_panel", {}, "It is not at stage 3."),
        ("make_tea", {}, "There is no such act."),
    ],
)
def test_what_is_not_allowed_or_not_told_is_said_plainly_and_changes_nothing(
    office: Office, name: str, given: dict[str, str], says: str
) -> None:
    reference, officer = confirmed(office), office.officer("complaints_manager")
    before = office.cases.get(reference)
    with pytest.raises(NotAllowed, match=says):
        acts_of(office).do(officer, reference, version(office, reference), name, given)
    assert before == office.cases.get(reference)


def test_what_takes_something_from_the_person_is_a_managers_decision(office: Office) -> None:
    reference = office.case(conversation=None, flags=("court",))
    officer, manager = office.officer("complaints_officer", name="a"), office.officer("complaints_manager")
    case = office.cases.get(reference)
    assert case
    assert "refuse_to_consider" not in acts_of(office).allowed(officer, case)
    assert "refuse_to_consider" in acts_of(office).allowed(manager, case)
    with pytest.raises(NotThere):
        acts_of(office).do(officer, reference, 1, "refuse_to_consider", {})


def test_of_two_officers_who_act_at_once_the_second_has_to_look_again(office: Office) -> None:
    reference, officer = confirmed(office), office.officer("complaints_manager")
    seen = version(office, reference)
    acts_of(office).do(officer, reference, seen, "answer_stage_1", ANSWER)
    with pytest.raises(Conflict):
        acts_of(office).do(officer, reference, seen, "answer_stage_1", ANSWER)


def test_a_case_that_an_alert_holds_is_not_worked_on_by_whoever_may_not_see_it(office: Office) -> None:
    reference, officer = office.case(), office.officer("complaints_officer")
    office.work.add_alert(an_alert())
    with pytest.raises(NotThere):
        acts_of(office).do(officer, reference, 1, "ask_withdrawal", {})


def test_the_diary_opens_tasks_with_their_days_and_finishes_them_with_the_act(office: Office) -> None:
    reference, officer = confirmed(office), office.officer("complaints_manager")
    acts = acts_of(office)

    def do(name: str, **given: str) -> None:
        acts.do(officer, reference, version(office, reference), name, given)

    for name in ("C", "D"):
        office.pool.keep(a_pool_person(id=f"p-{name}", name=name))
    do("answer_stage_1", **ANSWER)
    do("request_stage_2", words="Look again.")
    assert [("appoint_stage_2", date(2026, 3, 9)), ("agree_statement", date(2026, 3, 16))] == open_tasks(office)
    do("appoint_investigators", investigating_officer="C", officer_had_no_part_in_it="yes", independent_person="D",
       person_is_independent="yes", declared_on="2026-03-02", no_conflict_declared="yes",
       access_until="2026-05-01")  # fmt: skip
    assert [("agree_statement", date(2026, 3, 16))] == open_tasks(office)
    do("recommend", text="Ring back.", owner="Team", due="2026-05-01", stage="stage_1", remedy="training")
    do("ombudsman_enquires", their_reference="1", asks="The file.", reply_by="2026-03-20")
    assert [("agree_statement", date(2026, 3, 16)), ("reply_to_ombudsman", date(2026, 3, 20)),
            ("carry_out_action", date(2026, 5, 1))] == open_tasks(office)  # fmt: skip
    do("reply_to_ombudsman", replied_by="J", bundle="file.pdf\nletters.pdf")
    case = office.cases.get(reference)
    assert case
    [action] = case.open_records("learning_action")
    do("finish_action", action=str(action.number), how="Done.", shared_how="Meeting.")
    assert [("agree_statement", date(2026, 3, 16))] == open_tasks(office)


def test_the_diary_leaves_tasks_that_are_not_its_own_alone(office: Office) -> None:
    reference, officer = confirmed(office), office.officer("complaints_manager")
    office.work.add_task(a_task(id="mine", kind="safeguarding_screening"))
    acts_of(office).do(officer, reference, version(office, reference), "answer_stage_1", ANSWER)
    assert "safeguarding_screening" in [kind for kind, _ in open_tasks(office)]


def test_a_suspension_puts_a_day_into_the_diary(office: Office) -> None:
    reference, officer = confirmed(office), office.officer("complaints_manager")
    given = {"proceedings": "court", "points": "1", "decided_by": "J", "reason": "Hearing.", "look_again": "2026-04-10"}
    acts_of(office).do(officer, reference, version(office, reference), "suspend", given)
    assert [("look_again", date(2026, 4, 10))] == open_tasks(office)


@pytest.mark.parametrize(
    ("flag", "kind", "act", "given"),
    [
        ("late", "weigh_late", "weigh_lateness",
         {"waiting_was_reasonable": "yes", "can_be_considered_fairly": "yes", "decided_by": "J", "reason": "Ill."}),
        ("standing", "decide_standing", "decide_interest",
         {"has_sufficient_interest": "", "child_was_asked_or_why_not": "Too young.", "decided_by": "J", "reason": "N"}),
    ],
)  # fmt: skip
def test_deciding_what_triage_left_to_an_officer_finishes_its_task(
    office: Office, flag: str, kind: str, act: str, given: dict[str, str]
) -> None:
    reference, officer = office.case(conversation=None, flags=(flag,)), office.officer("complaints_manager")
    office.work.add_task(a_task(kind=kind))
    acts_of(office).do(officer, reference, 1, act, given)
    assert [] == open_tasks(office)


def test_what_stands_in_the_diary_is_done_by_its_act_and_not_by_a_tick(office: Office) -> None:
    reference, officer = confirmed(office), office.officer("complaints_manager")
    given = {"their_reference": "1", "asks": "The file.", "reply_by": "2026-03-20"}
    acts_of(office).do(officer, reference, version(office, reference), "ombudsman_enquires", given)
    (task,) = office.work.tasks()
    with pytest.raises(BadEntry) as bad:
        office.desk.casework.finish_task(officer, task.id, "Done.")
    assert {"note": "act_instead"} == bad.value.faults
