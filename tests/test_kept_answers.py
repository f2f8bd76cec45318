"""Kept answers: the manager keeps them, a child is offered what a child can read, and nothing sends itself."""

from __future__ import annotations

import pytest

from bot.roles import BadEntry, NotThere
from tests.office import Office

EASY = "I have read what you wrote. I will ask the team today. I will write to you here by Friday."
HARD = "Your representation is undergoing investigation in accordance with the applicable statutory regulations."


@pytest.fixture
def office() -> Office:
    return Office()


def keep(office: Office, text: str, *, for_children: bool, title: str = "Hello", answer: str = "") -> str:
    manager = office.officers.get("o-complaints-manager") or office.officer("complaints_manager")
    return office.desk.answers.keep(manager, answer, title, text, for_children=for_children).id


def test_what_a_child_could_not_read_is_not_kept_for_children(office: Office) -> None:
    with pytest.raises(BadEntry) as bad:
        keep(office, HARD, for_children=True)
    assert bad.value.faults == {"text": "too_hard"}
    assert keep(office, HARD, for_children=False)


@pytest.mark.parametrize(("audience", "titles"), [("adult", ["Easy", "Hard"]), ("child", ["Easy"]), (None, ["Easy"])])
def test_a_child_and_who_may_be_one_is_offered_the_easy_ones(
    office: Office, audience: str | None, titles: list[str]
) -> None:
    keep(office, HARD, for_children=False, title="Hard")
    keep(office, EASY, for_children=True, title="Easy")
    assert [answer.title for answer in office.desk.answers.offered(audience)] == titles


def test_a_changed_answer_takes_the_place_of_the_old_one(office: Office) -> None:
    answer = keep(office, EASY, for_children=True)
    assert keep(office, "Hello again.", for_children=True, answer=answer) == answer
    assert [kept.text for kept in office.desk.answers.offered("adult")] == ["Hello again."]


@pytest.mark.parametrize(
    ("title", "text", "fields"),
    [("", "Hello.", {"title"}), ("Hi", " ", {"text"}), ("", "", {"title", "text"}), ("x" * 81, "Hello.", {"title"})],
)
def test_what_is_wrong_is_said_for_each_field(office: Office, title: str, text: str, fields: set[str]) -> None:
    with pytest.raises(BadEntry) as bad:
        keep(office, text, for_children=False, title=title)
    assert set(bad.value.faults) == fields


def test_only_the_manager_keeps_them_and_that_is_noted(office: Office) -> None:
    officer = office.officer("complaints_officer")
    with pytest.raises(NotThere):
        office.desk.answers.keep(officer, "", "Hello", EASY, for_children=True)
    answer = keep(office, EASY, for_children=True)
    with pytest.raises(NotThere):
        keep(office, EASY, for_children=True, answer="k-unknown")
    manager = office.officers.get("o-complaints-manager")
    assert manager
    office.desk.answers.remove(manager, answer)
    assert office.desk.answers.offered("adult") == []
    assert office.acts(answer) == [(manager.id, "keep_answers")] * 2
