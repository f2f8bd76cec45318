"""Links between cases: made in both, only by who may see both, and shown to nobody else."""

from __future__ import annotations

import pytest

from bot.allocations import Allocation, Interest
from bot.complaints.errors import NotAllowed
from bot.given import as_given
from tests.builders import AT
from tests.office import CONVERSATION, Office

CHILDS, PARENTS = "CF-0B1C-2D", "CF-1111-11"
GIVEN = {"reference": CHILDS, "why": "relative"}


@pytest.fixture
def office() -> Office:
    office = Office()
    office.case()
    office.case(reference=PARENTS, conversation=None, facts={"reporter_role": "parent"})
    return office


def links_of(office: Office, reference: str) -> list[str]:
    case = office.cases.get(reference)
    assert case
    return [record.details["reference"] for record in case.records if record.kind == "link"]


def test_a_link_stands_in_both_cases_and_both_changes_are_noted(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.desk.acts.do(officer, PARENTS, 1, "link_case", GIVEN)
    assert ([CHILDS], [PARENTS]) == (links_of(office, PARENTS), links_of(office, CHILDS))
    assert (officer.id, "work_case") in office.acts(CHILDS)


@pytest.mark.parametrize("hides", ["an alert", "a conflict of interest", "nothing: it is not there"])
def test_what_somebody_may_not_see_is_refused_in_the_same_words_as_what_is_not_there(
    office: Office, hides: str
) -> None:
    officer, reference = office.officer("complaints_officer"), CHILDS
    if hides == "an alert":
        office.alerted(CONVERSATION)
    elif hides == "a conflict of interest":
        office.allocations.declare(Interest(CHILDS, officer.id, AT, "o-else"))
    else:
        reference = "CF-9999-99"
    with pytest.raises(NotAllowed, match=r"^There is no case of this reference that you may see\.$"):
        office.desk.acts.do(officer, PARENTS, 1, "link_case", {"reference": reference, "why": "relative"})
    assert [] == links_of(office, PARENTS)


def test_whoever_may_see_one_end_only_learns_of_no_link(office: Office) -> None:
    manager, officer = office.officer("complaints_manager"), office.officer("complaints_officer")
    office.desk.acts.do(manager, PARENTS, 1, "link_case", GIVEN)
    assert "link" in [record.kind for record in office.desk.contact.read(officer, PARENTS).file.case.records]
    office.alerted(CONVERSATION)
    shown = office.desk.contact.read(officer, PARENTS).file.case
    assert ([], []) == (
        [record for record in shown.records if record.kind == "link"],
        [event for event in shown.history if event.what == "link_case"],
    )
    assert CHILDS not in repr(shown)


@pytest.mark.parametrize("capacity", ["investigating_officer", "panel_member", "director", "responding_manager"])
def test_those_to_whom_a_case_is_given_learn_of_no_relatives_case(office: Office, capacity: str) -> None:
    office.desk.acts.do(office.officer("complaints_manager"), PARENTS, 1, "link_case", GIVEN)
    case = office.cases.get(PARENTS)
    assert case and CHILDS not in repr(as_given(case, [Allocation("g", PARENTS, "o", capacity, AT, "o-else")]))
