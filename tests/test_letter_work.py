"""A letter's way through the office: who may do what, what goes out, and what it does to the case."""

from __future__ import annotations

import pytest

from bot.allocations import Allocation
from bot.letter_work import LetterWork
from bot.letters.letter import Letter
from bot.ports import Officer
from tests.builders import AT
from tests.office import Office

REF = "CF-0B1C-2D"
FOUND = {"findings": "upheld"}


@pytest.fixture
def office() -> Office:
    return Office()


def work(office: Office) -> LetterWork:
    return office.desk.letters


def confirmed(office: Office, **changes: object) -> str:
    reference = office.case(**{"conversation": None, "flags": (), **changes})
    office.desk.casework.confirm_pathway(office.officer("complaints_officer"), reference, 1, "statutory", "In care.")
    return reference


def a_manager(office: Office, capacity: str = "responding_manager", points: tuple[int, ...] = (0,)) -> Officer:
    manager = office.officer(capacity)
    office.allocations.give(Allocation(f"g-{capacity}", REF, manager.id, capacity, AT, "o-else", points))
    return manager


def now(office: Office, letter: Letter) -> Letter:
    found = office.letters.get(letter.id)
    assert found
    return found


def written(office: Office, letter: Letter, by: Officer, given: dict[str, str] | None = None) -> Letter:
    """With everything written that the wording leaves open."""
    text = letter.latest.text.replace("[", "").replace("]", "")
    return work(office).write(by, REF, letter.id, now(office, letter).revision, text, given or FOUND)


def step(office: Office, letter: Letter, move: str, by: Officer, reason: str = "") -> Letter:
    work(office).move(by, REF, letter.id, now(office, letter).revision, move, reason)
    return now(office, letter)


def answer(office: Office, manager: Officer) -> Letter:
    """An answer of stage 1, written and handed in by its manager."""
    letter = written(office, work(office).begin(manager, REF, "stage_1_answer"), manager)
    return step(office, letter, "hand_in", manager)


def test_a_manager_drafts_an_officer_vets_the_manager_signs_and_the_person_is_written_to(office: Office) -> None:
    confirmed(office)
    manager, vetter = a_manager(office), office.officer("complaints_officer", name="vetter")
    letter = answer(office, manager)
    for move, by in (("vet", vetter), ("sign", manager), ("send", vetter)):
        letter = step(office, letter, move, by)
    case = office.cases.get(REF)
    assert case and (case.stage, case.outcome, letter.state) == ("stage_1_answered", "upheld", "sent")
    [told] = [each for each in office.desk.coming_back.letters(case) if each.what == "message"]
    assert "stage 1" in told.words and "you were right" in told.words and "Monday 30 March 2026" in told.words
    assert "{" not in told.words and "Responding manager" in told.words
    record = case.last("stat_s1")
    assert record and record.details["answered_by"] == "Responding manager"
    assert [line for line in office.acts(REF) if line[0] == vetter.id][-1] == (vetter.id, "send_letter")
