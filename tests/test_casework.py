"""What an officer sees and does: the queue, cases, tasks and alerts, and who may see what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.ports import Conflict, StoreBusy
from bot.roles import MAY, ROLES, BadEntry, NotThere
from tests.builders import a_clock, a_handoff, a_point, a_task, an_alert
from tests.office import AT, CONVERSATION, Office

HELD_BACK_FROM = ("complaints_officer",)
SEES_ALERTED = ("complaints_manager", "safeguarding_lead", "duty_worker")


@pytest.fixture
def office() -> Office:
    return Office()


# --- the queue ---


def test_emergencies_stand_first_and_then_the_oldest_alert(office: Office) -> None:
    manager = office.officer("complaints_manager")
    office.alerted(id="young", risk="at_risk", raised_at=AT)
    office.alerted(id="emergency", conversation="c-2", risk="emergency", raised_at=AT)
    assert [alert.id for alert in office.desk.queue.of(manager).alerts] == ["emergency", "young"]


def test_cases_are_grouped_by_how_urgent_their_due_date_is(office: Office) -> None:
    officer = office.officer("complaints_officer")
    for number, due in enumerate((date(2026, 2, 27), date(2026, 3, 2), date(2026, 3, 8), date(2026, 3, 9))):
        office.case(reference=f"CF-000{number}-00", clock=a_clock(due=due), conversation=None)
    office.case(reference="CF-0009-00", clock=None, conversation=None)
    groups = office.desk.queue.of(officer).cases_by_due
    assert {name: [case.reference for case in cases] for name, cases in groups.items()} == {
        "late": ["CF-0000-00"],
        "this_week": ["CF-0001-00", "CF-0002-00"],
        "later": ["CF-0003-00"],
        "paused": [],
        "no_date": ["CF-0009-00"],
    }


def test_screening_lado_and_hold_tasks_come_before_the_others(office: Office) -> None:
    manager = office.officer("complaints_manager")
    for kind in ("confirm_pathway", "hold_or_not", "lado", "safeguarding_screening", "arrange_advocate"):
        office.work.add_task(a_task(id=kind, kind=kind, case=None))
    queue = office.desk.queue.of(manager)
    assert {task.kind for task in queue.urgent} == {"hold_or_not", "lado", "safeguarding_screening"}
    assert {task.kind for task in queue.tasks} == {"confirm_pathway", "arrange_advocate"}


def test_a_closed_case_is_not_in_the_queue(office: Office) -> None:
    office.case(stage="closed")
    assert office.desk.queue.of(office.officer("complaints_officer")).cases == ()


# --- who may see an alerted conversation and what came from it ---


def _alerted_work(office: Office) -> None:
    office.waiting()
    office.case()
    office.work.add_task(a_task(conversation=CONVERSATION))
    office.alerted()


@pytest.mark.parametrize("role", HELD_BACK_FROM)
def test_the_complaints_team_finds_nothing_of_an_alerted_conversation(office: Office, role: str) -> None:
    officer = office.officer(role)
    _alerted_work(office)
    queue = office.desk.queue.of(officer)
    assert (queue.alerts, queue.waiting, queue.cases, queue.tasks) == ((), (), (), ())
    for read in (
        lambda: office.desk.casework.case(officer, "CF-0B1C-2D"),
        lambda: office.desk.casework.task(officer, "t1"),
        lambda: office.desk.talks.read(officer, CONVERSATION),
        lambda: office.desk.talks.newer(officer, CONVERSATION, 0),
        lambda: office.desk.alerts.read(officer, "a1"),
    ):
        with pytest.raises(NotThere):
            read()


@pytest.mark.parametrize("role", SEES_ALERTED)
def test_those_who_answer_for_safeguarding_see_all_of_it(office: Office, role: str) -> None:
    officer = office.officer(role)
    _alerted_work(office)
    queue = office.desk.queue.of(officer)
    assert [len(part) for part in (queue.alerts, queue.waiting, queue.cases, queue.tasks)] == [1, 1, 1, 1]
    assert office.desk.casework.case(officer, "CF-0B1C-2D").case.reference == "CF-0B1C-2D"
    assert office.desk.talks.read(officer, CONVERSATION).said


def test_an_alert_that_is_still_in_the_spool_holds_its_conversation_already(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.waiting()
    office.spool.append(an_alert())
    with pytest.raises(NotThere):
        office.desk.talks.read(officer, CONVERSATION)


def test_once_released_the_complaints_team_sees_it_and_a_new_alert_holds_it_again(office: Office) -> None:
    officer, lead = office.officer("complaints_officer"), office.officer("safeguarding_lead")
    _alerted_work(office)
    office.alerted(id="a2", message_id="m2")
    office.desk.alerts.release(lead, "a1")
    assert office.desk.casework.case(officer, "CF-0B1C-2D")
    office.alerted(id="a3", message_id="m3")
    with pytest.raises(NotThere):
        office.desk.casework.case(officer, "CF-0B1C-2D")


def test_closing_an_alert_releases_nothing(office: Office) -> None:
    officer, lead = office.officer("complaints_officer"), office.officer("safeguarding_lead")
    _alerted_work(office)
    office.desk.alerts.close(lead, "a1", "A strategy discussion was held.")
    with pytest.raises(NotThere):
        office.desk.casework.case(officer, "CF-0B1C-2D")


@pytest.mark.parametrize("role", ["safeguarding_lead", "duty_worker"])
def test_safeguarding_does_not_see_cases_that_it_has_nothing_to_do_with(office: Office, role: str) -> None:
    officer = office.officer(role)
    office.waiting()
    office.case()
    queue = office.desk.queue.of(officer)
    assert (queue.waiting, queue.cases) == ((), ())
    with pytest.raises(NotThere):
        office.desk.casework.case(officer, "CF-0B1C-2D")


def test_an_account_of_harm_opens_its_case_to_the_safeguarding_lead(office: Office) -> None:
    lead = office.officer("safeguarding_lead")
    office.case()
    office.work.add_task(a_task(id="s", kind="safeguarding_screening", case=None, conversation=CONVERSATION))
    assert office.desk.casework.case(lead, "CF-0B1C-2D").tasks[0].kind == "safeguarding_screening"


def test_an_administrator_sees_no_case_and_no_queue(office: Office) -> None:
    administrator = office.officer("administrator")
    office.case()
    for read in (
        lambda: office.desk.queue.of(administrator),
        lambda: office.desk.casework.case(administrator, "CF-0B1C-2D"),
    ):
        with pytest.raises(NotThere):
            read()


def test_a_conversation_that_nobody_handed_over_is_nobodys_to_read(office: Office) -> None:
    office.person_says("I am only looking round")
    for role in ROLES:
        with pytest.raises(NotThere):
            office.desk.talks.read(office.officer(role), CONVERSATION)


def test_every_act_is_allowed_to_roles_that_exist() -> None:
    assert {role for roles in MAY.values() for role in roles} == {*ROLES, "duty_code"}


# --- the pathway ---


def test_confirming_keeps_the_due_date_and_finishes_the_task(office: Office) -> None:
    officer = office.officer("complaints_officer")
    reference = office.case()
    office.work.add_task(a_task())
    office.clock.forward(days=4)
    office.desk.casework.confirm_pathway(officer, reference, 1, "statutory", "A child in care.")
    case = office.desk.casework.case(officer, reference).case
    assert (case.confirmed, case.pathway, case.clock) == (True, "statutory", a_clock())
    assert (case.history[-1].who, case.history[-1].what) == (officer.id, "pathway_confirmed")
    task = office.work.task("t1")
    assert task and task.done_by == officer.id


def test_a_change_moves_the_points_that_went_with_the_case_and_never_the_due_date(office: Office) -> None:
    officer = office.officer("complaints_manager")
    elsewhere = a_point(pathway="signposted", signposted_to="school")
    reference = office.case(points=(a_point(), elsewhere))
    office.desk.casework.confirm_pathway(officer, reference, 1, "corporate", "Not about a service to the child.")
    case = office.desk.casework.case(officer, reference).case
    assert [(point.pathway, point.signposted_to) for point in case.points] == [
        ("corporate", None),
        ("signposted", "school"),
    ]
    assert case.clock == a_clock()
    assert case.history[-1].what == "pathway_changed"
    assert case.history[-1].detail == {
        "from": "statutory",
        "pathway": "corporate",
        "signposted_to": None,
        "reason": "Not about a service to the child.",
    }


def test_a_compliment_that_is_a_complaint_after_all_gets_the_clock_of_its_day_of_receipt(office: Office) -> None:
    officer = office.officer("complaints_officer")
    reference = office.case(pathway="compliment", clock=None, stage="awaiting_officer", points=())
    office.clock.forward(days=3)
    office.desk.casework.confirm_pathway(officer, reference, 1, "statutory", "They complain of the visits.")
    case = office.desk.casework.case(officer, reference).case
    assert case.clock and case.clock.started == date(2026, 3, 2)
    assert case.clock.due == date(2026, 3, 16)
    assert case.stage == "stage_1"


@pytest.mark.parametrize(
    ("pathway", "to", "reason", "faults"),
    [
        ("", "", "because", {"pathway": "missing"}),
        ("officer_decision", "", "because", {"pathway": "missing"}),
        ("signposted", "", "because", {"signposted_to": "missing"}),
        ("signposted", "a friend", "because", {"signposted_to": "missing"}),
        ("statutory", "", "  ", {"reason": "missing"}),
        ("statutory", "", "x" * 5001, {"reason": "too_long"}),
    ],
)
def test_what_is_not_chosen_or_not_explained_changes_nothing(
    office: Office, pathway: str, to: str, reason: str, faults: dict[str, str]
) -> None:
    officer = office.officer("complaints_officer")
    office.case()
    with pytest.raises(BadEntry) as bad:
        office.desk.casework.confirm_pathway(officer, "CF-0B1C-2D", 1, pathway, reason, to)
    assert bad.value.faults == faults
    kept = office.cases.get("CF-0B1C-2D")
    assert kept and kept.version == 1


def test_of_two_officers_who_decide_at_once_the_second_has_to_look_again(office: Office) -> None:
    first, second = office.officer("complaints_officer"), office.officer("complaints_manager")
    reference = office.case()
    office.desk.casework.confirm_pathway(first, reference, 1, "statutory", "A child in care.")
    with pytest.raises(Conflict):
        office.desk.casework.confirm_pathway(second, reference, 1, "corporate", "Not a service to the child.")


def test_the_safeguarding_lead_does_not_decide_the_pathway(office: Office) -> None:
    lead = office.officer("safeguarding_lead")
    _alerted_work(office)
    with pytest.raises(NotThere):
        office.desk.casework.confirm_pathway(lead, "CF-0B1C-2D", 1, "corporate", "because")


# --- tasks ---


def test_a_task_that_is_done_stands_in_the_history_of_its_case(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.case()
    office.work.add_task(a_task(kind="call_back", note="added"))
    done = office.desk.casework.finish_task(officer, "t1", "Rang them; they were glad.")
    case = office.cases.get("CF-0B1C-2D")
    assert case and case.history[-1].detail == {"task": "call_back", "note": "Rang them; they were glad."}
    assert (done.done_by, done.note) == (officer.id, "added\nRang them; they were glad.")


@pytest.mark.parametrize("outcome", ["arranged", "declined"])
def test_what_came_of_the_wish_for_an_advocate_is_kept(office: Office, outcome: str) -> None:
    officer = office.officer("complaints_officer")
    office.case()
    office.work.add_task(a_task(kind="arrange_advocate"))
    office.desk.casework.finish_task(officer, "t1", "Spoke to the provider.", outcome)
    case = office.cases.get("CF-0B1C-2D")
    assert case and case.advocacy.status == outcome


def test_an_advocate_task_needs_its_outcome(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.case()
    office.work.add_task(a_task(kind="arrange_advocate"))
    with pytest.raises(BadEntry) as bad:
        office.desk.casework.finish_task(officer, "t1", "Spoke to the provider.")
    assert bad.value.faults == {"outcome": "missing"}


def test_confirming_a_pathway_is_not_done_by_a_note(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.case()
    office.work.add_task(a_task())
    with pytest.raises(BadEntry):
        office.desk.casework.finish_task(officer, "t1", "Looks right.")


@pytest.mark.parametrize("kind", ["safeguarding_screening", "lado"])
def test_screening_is_not_the_complaints_officers_to_finish(office: Office, kind: str) -> None:
    officer, lead = office.officer("complaints_officer"), office.officer("safeguarding_lead")
    office.work.add_task(a_task(kind=kind, case=None, conversation=CONVERSATION))
    with pytest.raises(NotThere):
        office.desk.casework.finish_task(officer, "t1", "Nothing to see.")
    assert office.desk.casework.finish_task(lead, "t1", "Referred.").done_by == lead.id


# --- alerts ---


def test_who_acknowledged_first_stays_named(office: Office) -> None:
    lead, duty = office.officer("safeguarding_lead"), office.officer("duty_worker")
    office.alerted()
    office.desk.alerts.acknowledge(duty, "a1")
    office.desk.alerts.acknowledge(lead, "a1")
    alert = office.work.alert("a1")
    assert alert and (alert.acknowledged_by, alert.acknowledged_at) == (duty.id, AT)


def test_notes_say_when_and_by_whom_and_only_grow(office: Office) -> None:
    lead = office.officer("safeguarding_lead")
    office.alerted()
    office.desk.alerts.note(lead, "a1", "Rang the school.")
    office.desk.alerts.note(lead, "a1", "The school has her.")
    alert = office.work.alert("a1")
    assert alert and alert.notes == (
        "02 March 2026 10:30, Safeguarding lead: Rang the school.",
        "02 March 2026 10:30, Safeguarding lead: The school has her.",
    )


def test_an_alert_is_closed_with_a_reason_or_not_at_all(office: Office) -> None:
    lead = office.officer("safeguarding_lead")
    office.alerted()
    with pytest.raises(BadEntry):
        office.desk.alerts.close(lead, "a1", " ")
    office.desk.alerts.close(lead, "a1", "Referred to the police.")
    alert = office.work.alert("a1")
    assert alert and (alert.closed_by, alert.acknowledged_by) == (lead.id, lead.id)
    assert "Referred to the police." in alert.notes[-1]


@pytest.mark.parametrize("role", ["complaints_officer", "administrator"])
def test_an_alert_is_not_there_for_others(office: Office, role: str) -> None:
    officer = office.officer(role)
    office.alerted()
    office.work.save_alert(replace(an_alert(), released_at=AT, released_by="o1"))
    for act in (
        lambda: office.desk.alerts.read(officer, "a1"),
        lambda: office.desk.alerts.acknowledge(officer, "a1"),
        lambda: office.desk.alerts.note(officer, "a1", "note"),
        lambda: office.desk.alerts.release(officer, "a1"),
        lambda: office.desk.alerts.close(officer, "a1", "reason"),
    ):
        with pytest.raises(NotThere):
            act()


# --- the audit ---


def test_reading_and_changing_are_noted(office: Office) -> None:
    officer = office.officer("complaints_officer")
    reference = office.case()
    office.waiting()
    office.desk.casework.case(officer, reference)
    office.desk.casework.confirm_pathway(officer, reference, 1, "statutory", "A child in care.")
    office.desk.talks.read(officer, CONVERSATION)
    assert office.acts(reference) == [(officer.id, "read_case"), (officer.id, "confirm_pathway")]
    assert office.acts(CONVERSATION) == [(officer.id, "read_conversation")]


def test_what_cannot_be_noted_does_not_happen(office: Office) -> None:
    officer = office.officer("complaints_officer")
    reference = office.case()
    office.audit.busy = True
    with pytest.raises(StoreBusy):
        office.desk.casework.case(officer, reference)
    with pytest.raises(StoreBusy):
        office.desk.casework.confirm_pathway(officer, reference, 1, "corporate", "because")
    kept = office.cases.get(reference)
    assert kept and kept.version == 1


def test_figures_count_everything_whoever_may_see_it(office: Office) -> None:
    _alerted_work(office)
    office.work.ask_handoff(a_handoff(conversation="c-2", claimed_by="o1"))
    office.clock.forward(days=30)
    figures = office.desk.casework.figures()
    assert (figures.alerts_open, figures.alerts_unacknowledged, figures.conversations_waiting) == (1, 1, 1)
    assert (figures.cases_open, figures.cases_late, figures.tasks_open, figures.tasks_late) == (1, 1, 1, 1)
