"""Access requests: what is left out and why, the month of the law, and the second look."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.access_items import items
from bot.complaints.case import Event
from bot.complaints.facts import CHOICES
from bot.complaints.records import Record
from bot.ports import Conflict, Officer
from bot.roles import BadEntry, NotThere
from bot.talk_notes import TalkNote
from bot.words import words
from tests.builders import AT, a_case
from tests.office import CONVERSATION, Office

CASE = "CF-0B1C-2D"
TODAY = AT.date()


@pytest.fixture
def manager(office: Office) -> Officer:
    return office.officer("complaints_manager")


@pytest.fixture
def other(office: Office) -> Officer:
    return office.officer("complaints_officer")


@pytest.fixture
def office() -> Office:
    """A parent's case in which much is not the parent's, and another case that it is linked to."""
    made = Office()
    made.case(reference="CF-OTHER-1", conversation=None)
    made.person_says("Ring me on 07700 900123, or my neighbour on 01632 960001.")
    made.notes.add(TalkNote(CONVERSATION, AT, "o-else", "He sounded unwell."))
    made.case(
        facts={"reporter_role": "parent", "phone": "07700 900123", "must_not_tell": "his father", "name": "Robin"},
        records=(
            Record(0, "link", "linked", TODAY, TODAY, {"reference": "CF-OTHER-1", "why": "Brothers."}),
            Record(1, "wishes", "heard", TODAY, details={"words": "I want to stay."}),
        ),
        history=(
            Event(AT, "person", "added", {"words": "She came late again."}),
            Event(AT, "person", "added_by_helper", {"words": "I was there and saw it."}),
            Event(AT, "o-else", "task_done", {"task": "call_back", "note": "Rang the father."}),
            Event(AT, "o-else", "link_case", {"reference": "CF-OTHER-1"}),
            Event(AT, "o-else", "message", {"words": "We look into it."}),
        ),
    )
    return made


def version(office: Office) -> int:
    case = office.cases.get(CASE)
    assert case
    return case.version


def asked(office: Office, manager: Officer, on: date = TODAY) -> None:
    office.desk.access.ask(manager, CASE, version(office), on, "Their secret.")


def prepared(office: Office, manager: Officer, *also: str) -> None:
    asked(office, manager)
    office.desk.access.prepare(manager, CASE, version(office), also, "They agreed.")


def checked(office: Office, other: Officer) -> None:
    office.desk.access.show_contact(other, CASE, "person_asked")
    office.desk.access.check(other, CASE, version(office))


def test_what_is_somebody_elses_is_left_out_with_its_reason(office: Office, manager: Officer) -> None:
    asked(office, manager)
    office.desk.access.show_contact(manager, CASE, "person_asked")
    found = {item.text.splitlines()[0]: item.left_out for item in office.desk.access.of(manager, CASE).items}
    left_out = {text: why for text, why in found.items() if why}
    assert left_out == {
        "his father": "must_not_tell",
        "I was there and saw it.": "somebody_else",
        "Rang the father.": "officers_note",
        "CF-OTHER-1": "linked",
        "Linked, Monday 2 March 2026": "linked",
        "Heard, Monday 2 March 2026": "somebody_else",
        "Ring me on 07700 900123, or my neighbour on 01632 960001.": "third_contact",
        "He sounded unwell.": "officers_note",
    }
    assert {"Robin", "07700 900123", "She came late again.", "We look into it."} <= found.keys() - left_out.keys()


def test_who_must_not_be_told_stays_out_where_they_said_it_in_the_conversation_too(
    office: Office, manager: Officer
) -> None:
    office.person_says("Please keep it from His Father.")
    asked(office, manager)
    said = {item.text: item.left_out for item in office.desk.access.of(manager, CASE).items if item.kind == "said"}
    assert said["Please keep it from His Father."] == "must_not_tell"


def test_ways_to_reach_anybody_are_hidden_until_an_officer_says_why(office: Office, manager: Officer) -> None:
    asked(office, manager)
    said = [item.id for item in office.desk.access.of(manager, CASE).items if item.kind == "said"]
    office.desk.access.prepare(manager, CASE, version(office), said, "They agreed.")
    file = office.desk.access.of(manager, CASE)
    texts = [item.text for item in file.items] + [piece["text"] for piece in file.pieces]
    assert file.contact_hidden and "Robin" in texts and "[hidden]" in texts
    assert "Ring me on [phone], or my neighbour on [phone]." in texts
    assert not [text for text in texts if "07700" in text or "01632" in text]
    with pytest.raises(BadEntry):
        office.desk.access.show_contact(manager, CASE, "because")
    office.desk.access.show_contact(manager, CASE, "to_find_records")
    file = office.desk.access.of(manager, CASE)
    assert "07700 900123" in {item.text for item in file.items} & {piece["text"] for piece in file.pieces}
    assert (manager.id, "show_contact_to_find_records") in office.acts(CASE)


def test_a_street_that_was_told_is_hidden_too(office: Office, manager: Officer) -> None:
    office.person_says("Come to 14 Mill Lane, the blue door.")
    asked(office, manager)
    texts = [item.text for item in office.desk.access.of(manager, CASE).items]
    assert "Come to [address], the blue door." in texts
    office.desk.access.show_contact(manager, CASE, "person_asked")
    assert "Come to 14 Mill Lane, the blue door." in [item.text for item in office.desk.access.of(manager, CASE).items]


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in CHOICES.items() for value in values or ()]
)
def test_what_was_chosen_reads_as_words_and_no_day_as_a_machine_writes_it(name: str, value: str) -> None:
    case = a_case(facts={name: value, "when_happened": "2023-05-01"})
    facts = {item.name: item.text for item in items(case, (), (), words()) if item.kind == "fact"}
    assert facts[name] and "_" not in facts[name]
    assert facts["when_happened"] == "Monday 1 May 2023"


def test_a_record_reads_as_words_too() -> None:
    told = {"findings": ["partially_upheld", "no_finding"], "person_agreed": True, "responded_by": "", "pence": 12550}
    case = a_case(records=(Record(1, "stat_s2", "statement_agreed", TODAY, details=told),))
    [text] = [item.text for item in items(case, (), (), words()) if item.kind == "record"]
    assert text.splitlines() == [
        "Statement agreed, Monday 2 March 2026",
        "Findings: partially upheld, no finding",
        "Person agreed: yes",
        "Pence: £125.50",
    ]


@pytest.mark.parametrize(("role", "left_out"), [("parent", "somebody_else"), ("child", None)])
def test_how_it_was_weighed_that_a_child_does_not_want_it_is_the_childs(role: str, left_out: str | None) -> None:
    weighed = Event(AT, "o-else", "weigh_wishes", {"reason": "She is afraid of him."})
    found = items(a_case(facts={"reporter_role": role}, history=(weighed,)), (), (), words())
    assert [(item.text, item.left_out) for item in found if item.kind == "entry"] == [
        ("She is afraid of him.", left_out)
    ]


def test_where_the_assistant_proposed_that_it_belongs_is_theirs_to_read() -> None:
    case = a_case(history=(Event(AT, "assistant", "pathway_proposed", {"pathway": "member_enquiry"}),))
    [entry] = [item for item in items(case, (), (), words()) if item.kind == "entry"]
    assert (entry.text, entry.left_out) == ("member enquiry", None)


def test_what_goes_out_whole_is_never_the_hidden_text(office: Office, manager: Officer, other: Officer) -> None:
    prepared(office, manager)
    checked(office, other)
    assert "07700 900123" in [piece["text"] for piece in office.desk.access.take(manager, CASE)]


def test_nobody_lets_out_what_they_have_not_seen_whole(office: Office, manager: Officer, other: Officer) -> None:
    prepared(office, manager)
    with pytest.raises(BadEntry, match="hidden"):
        office.desk.access.check(other, CASE, version(office))
    office.desk.access.show_contact(other, CASE, "person_asked")
    office.clock.forward(minutes=61)
    with pytest.raises(BadEntry, match="hidden"):
        office.desk.access.check(other, CASE, version(office))


def test_a_childs_own_wishes_are_theirs(office: Office, manager: Officer) -> None:
    case = office.cases.get(CASE)
    assert case
    office.cases.save(replace(case, facts={"reporter_role": "child"}))
    asked(office, manager)
    wishes = [item for item in office.desk.access.of(manager, CASE).items if item.name == "wishes"]
    assert [None] == [item.left_out for item in wishes]


def test_a_kind_of_record_that_nobody_sorted_stays_out(office: Office, manager: Officer) -> None:
    case = office.cases.get(CASE)
    assert case
    office.cases.save(case.opening("joint_nhs", "agreed", TODAY, {"words": "x"}))
    asked(office, manager)
    assert ["unsorted"] == [i.left_out for i in office.desk.access.of(manager, CASE).items if i.name == "joint_nhs"]


@pytest.mark.parametrize(("on", "due"), [(date(2026, 3, 2), date(2026, 4, 2)), (date(2026, 1, 31), date(2026, 2, 28))])
def test_it_is_answered_within_one_month_of_the_request(office: Office, manager: Officer, on: date, due: date) -> None:
    case = office.cases.get(CASE)
    assert case
    office.cases.save(replace(case, received_at=AT - timedelta(days=90)))
    asked(office, manager, on)
    assert [due] == [task.due for task in office.work.tasks() if task.kind == "answer_access_request"]


def test_it_is_made_two_months_longer_once_and_the_task_goes_with_it(office: Office, manager: Officer) -> None:
    asked(office, manager)
    office.desk.access.extend(manager, CASE, version(office), "Three years of letters.")
    assert [date(2026, 6, 2)] == [task.due for task in office.work.tasks() if task.kind == "answer_access_request"]
    with pytest.raises(BadEntry):
        office.desk.access.extend(manager, CASE, version(office), "Again.")


def test_after_the_first_month_it_is_not_made_longer(office: Office, manager: Officer) -> None:
    asked(office, manager)
    office.clock.forward(days=32)
    with pytest.raises(BadEntry):
        office.desk.access.extend(manager, CASE, version(office), "Late.")


def test_nobody_takes_it_before_another_officer_has_looked(office: Office, manager: Officer, other: Officer) -> None:
    prepared(office, manager)
    with pytest.raises(BadEntry):
        office.desk.access.take(manager, CASE)
    with pytest.raises(BadEntry):
        office.desk.access.check(manager, CASE, version(office))
    checked(office, other)
    with pytest.raises(NotThere):
        office.desk.access.take(other, CASE)
    texts = [piece["text"] for piece in office.desk.access.take(manager, CASE)]
    assert "She came late again." in texts and "his father" not in texts
    assert not [task for task in office.work.tasks() if task.kind == "answer_access_request"]
    assert {"take_access", "check_access"} <= {what for _, what in office.acts(CASE)}


def test_what_is_put_in_after_all_has_a_reason_and_is_noted(office: Office, manager: Officer) -> None:
    asked(office, manager)
    with pytest.raises(BadEntry):
        office.desk.access.prepare(manager, CASE, version(office), ["entry-1"], " ")
    office.desk.access.prepare(manager, CASE, version(office), ["entry-1"], "They agreed.")
    case = office.cases.get(CASE)
    assert case and "I was there and saw it." in [p["text"] for p in case.records[-1].details["pieces"]]
    assert (manager.id, "put_into_access") in office.acts(CASE)


def test_another_case_is_never_put_in(office: Office, manager: Officer) -> None:
    asked(office, manager)
    with pytest.raises(BadEntry):
        office.desk.access.prepare(manager, CASE, version(office), ["record-0"], "They know.")


def test_what_comes_after_the_second_look_does_not_go_out(office: Office, manager: Officer, other: Officer) -> None:
    prepared(office, manager)
    checked(office, other)
    office.person_says("One thing more.")
    assert "One thing more." not in [piece["text"] for piece in office.desk.access.take(manager, CASE)]


def test_putting_it_together_again_undoes_the_second_look(office: Office, manager: Officer, other: Officer) -> None:
    prepared(office, manager)
    checked(office, other)
    office.desk.access.prepare(manager, CASE, version(office), [], "")
    with pytest.raises(BadEntry):
        office.desk.access.take(manager, CASE)


def test_two_requests_are_not_open_at_once_and_an_old_page_changes_nothing(office: Office, manager: Officer) -> None:
    asked(office, manager)
    with pytest.raises(Conflict):
        asked(office, manager)
    with pytest.raises(Conflict):
        office.desk.access.prepare(manager, CASE, 1, [], "")


def test_a_link_to_a_case_that_is_not_theirs_to_see_is_not_listed(office: Office, manager: Officer) -> None:
    office.desk.people.declare(manager, "CF-OTHER-1", manager.id)
    asked(office, manager)
    assert not [item for item in office.desk.access.of(manager, CASE).items if item.left_out == "linked"]


def test_the_case_of_the_builders_leaves_nothing_out() -> None:
    assert not [item for item in items(a_case(), (), (), words()) if item.left_out]
