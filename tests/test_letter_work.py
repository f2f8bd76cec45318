"""A letter's way through the office: who may do what, what goes out, and what it does to the case."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from docx import Document

from bot.allocations import Allocation
from bot.complaints.errors import NotAllowed
from bot.letter_work import LetterWork
from bot.letters.letter import Letter
from bot.ports import Conflict, Officer, StoreBusy
from bot.roles import LETTER_TASKS, BadEntry, NotThere
from tests.builders import AT, a_point, an_alert
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
    work(office).write(by, REF, letter.id, now(office, letter).revision, text, given or FOUND)
    return now(office, letter)


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


def test_nobody_vets_signs_or_sends_what_is_not_theirs(office: Office) -> None:
    confirmed(office)
    manager, officer = a_manager(office), office.officer("complaints_officer", name="vetter")
    letter = answer(office, manager)
    with pytest.raises(NotThere):  # a responding manager vets nothing
        step(office, letter, "vet", manager)
    letter = step(office, letter, "vet", officer)
    with pytest.raises(NotThere):  # an officer signs no answer of stage 1
        step(office, letter, "sign", officer)
    letter = step(office, letter, "sign", manager)
    with pytest.raises(NotThere):
        step(office, letter, "send", manager)
    case = office.cases.get(REF)
    assert case and case.stage == "stage_1"


def test_an_officer_who_wrote_a_word_of_it_does_not_vet_it(office: Office) -> None:
    confirmed(office)
    manager, officer = a_manager(office), office.officer("complaints_officer", name="vetter")
    letter = written(office, work(office).begin(manager, REF, "stage_1_answer"), manager)
    letter = step(office, written(office, letter, officer), "hand_in", manager)
    with pytest.raises(NotAllowed, match="Nobody vets"):
        step(office, letter, "vet", officer)


def test_of_two_who_vet_at_once_one_has_to_look_again(office: Office) -> None:
    confirmed(office)
    letter = answer(office, a_manager(office))
    vetters = [office.officer("complaints_officer", name=f"vetter-{at}") for at in range(2)]

    def vet(officer: Officer) -> str:
        try:
            return work(office).move(officer, REF, letter.id, letter.revision, "vet").state
        except Conflict:
            return "look again"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(vet, vetters)) == ["look again", "vetted"]
    assert [mark.what for mark in now(office, letter).marks] == ["hand_in", "vet"]


def test_what_was_changed_after_it_was_read_is_neither_vetted_nor_signed(office: Office) -> None:
    confirmed(office)
    manager, vetter = a_manager(office), office.officer("complaints_officer", name="vetter")
    letter = answer(office, manager)
    step(office, letter, "send_back", vetter, "Say sorry.")
    step(office, written(office, letter, manager), "hand_in", manager)
    with pytest.raises(Conflict):
        work(office).move(vetter, REF, letter.id, letter.revision, "vet")


def test_a_letter_with_something_left_open_is_not_handed_in(office: Office) -> None:
    confirmed(office)
    manager = a_manager(office)
    letter = work(office).begin(manager, REF, "stage_1_answer")
    with pytest.raises(NotAllowed, match="Still to be written"):
        step(office, letter, "hand_in", manager)
    letter = written(office, letter, manager, {"findings": "perhaps"})
    with pytest.raises(NotAllowed, match="not perhaps"):
        step(office, letter, "hand_in", manager)
    text = letter.latest.text + "\n\n{mystery}"
    work(office).write(manager, REF, letter.id, now(office, letter).revision, text, FOUND)
    with pytest.raises(NotAllowed, match="Nothing is known yet of: mystery"):
        step(office, letter, "hand_in", manager)


def signed(office: Office) -> tuple[Letter, Officer]:
    """An answer of stage 1 that is ready to be sent, and the officer who may send it."""
    confirmed(office)
    manager, vetter = a_manager(office), office.officer("complaints_officer", name="vetter")
    letter = answer(office, manager)
    return step(office, step(office, letter, "vet", vetter), "sign", manager), vetter


def test_what_the_case_does_not_allow_any_more_is_not_sent(office: Office) -> None:
    letter, officer = signed(office)
    kept = office.cases.get(REF)
    assert kept
    office.desk.acts.do(
        officer, REF, kept.version, "resolve_at_first_contact", {"how": "Rang.", "person_agreed": "yes"}
    )
    before = office.cases.get(REF)
    with pytest.raises(NotAllowed):
        step(office, letter, "send", officer)
    assert (office.cases.get(REF), now(office, letter).state) == (before, "signed")


def test_a_letter_with_the_rights_of_another_procedure_is_not_sent(office: Office) -> None:
    letter, officer = signed(office)
    kept = office.cases.get(REF)
    assert kept
    office.desk.casework.confirm_pathway(officer, REF, kept.version, "corporate", "It is about a parking fine.")
    with pytest.raises(NotAllowed, match="another procedure"):
        step(office, letter, "send", officer)


def test_a_letter_goes_out_once_however_often_it_is_sent(office: Office) -> None:
    letter, officer = signed(office)

    def send(_: int) -> str:
        try:
            return work(office).move(officer, REF, letter.id, letter.revision, "send").state
        except Conflict:
            return "look again"

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(send, range(4))) == ["look again"] * 3 + ["sent"]
    case = office.cases.get(REF)
    assert case and [event.what for event in case.history].count("answer_stage_1") == 1


def test_a_letter_whose_case_was_saved_before_the_machine_stopped_is_marked_and_not_sent_twice(office: Office) -> None:
    letter, officer = signed(office)
    save = office.letters.save

    def stops(_: Letter) -> None:
        raise StoreBusy("the machine stopped")

    office.letters.save = stops  # type: ignore[method-assign]
    with pytest.raises(StoreBusy):
        step(office, letter, "send", officer)
    office.letters.save = save  # type: ignore[method-assign]
    once = office.cases.get(REF)
    assert step(office, letter, "send", officer).state == "sent"
    assert office.cases.get(REF) == once
    assert "stage 1" in now(office, letter).sent["heading"]


def test_a_manager_answers_for_their_own_points_and_not_for_others(office: Office) -> None:
    confirmed(office, points=(a_point(), a_point(text="And she was rude.")))
    manager, officer = a_manager(office, points=(0,)), office.officer("complaints_officer", name="drafter")
    with pytest.raises(BadEntry):
        work(office).begin(manager, REF, "stage_1_answer")
    letter = work(office).begin(officer, REF, "stage_1_answer")
    with pytest.raises(NotThere):
        work(office).open(manager, REF, letter.id)
    assert work(office).of_case(manager, REF).letters == ()


def test_closing_a_case_takes_a_managers_signature(office: Office) -> None:
    letter, officer = signed(office)
    step(office, letter, "send", officer)
    manager = office.officer("complaints_manager")
    case = office.cases.get(REF)
    assert case
    with pytest.raises(NotAllowed, match="letter that was vetted and signed"):
        office.desk.acts.do(manager, REF, case.version, "close_case", {"note": "Done.", "person_is_content": "yes"})
    closure = written(office, work(office).begin(officer, REF, "closure"), officer,
                      {"note": "They rang.", "person_is_content": "yes"})  # fmt: skip
    closure = step(office, step(office, closure, "hand_in", officer), "vet", manager)
    with pytest.raises(NotThere):
        step(office, closure, "sign", officer)
    step(office, step(office, closure, "sign", manager), "send", officer)
    case = office.cases.get(REF)
    assert case and (case.stage, case.ended) == ("closed", "not_escalated")
    assert next(event.who for event in case.history if event.what == "close_case") == manager.id


def test_a_case_that_may_not_be_closed_yet_gets_no_closing_letter(office: Office) -> None:
    confirmed(office)
    officer = office.officer("complaints_officer", name="drafter")
    assert "closure" not in work(office).of_case(officer, REF).kinds
    with pytest.raises(BadEntry) as bad:
        work(office).begin(officer, REF, "closure")
    assert bad.value.faults == {"kind": "not_now"}


def test_whoever_is_next_has_a_task_and_only_they(office: Office) -> None:
    confirmed(office)
    manager, vetter = a_manager(office), office.officer("complaints_officer", name="vetter")

    def tasks() -> list[str]:
        return [task.kind for task in office.work.tasks() if task.case == REF and task.kind in LETTER_TASKS]

    letter = answer(office, manager)
    seen = [tasks()]
    for move, by in (("send_back", vetter), ("hand_in", manager), ("vet", vetter), ("sign", manager), ("send", vetter)):
        letter = step(office, letter, move, by, "Say sorry." if move == "send_back" else "")
        seen.append(tasks())
    assert seen == [["vet_letter"], ["mend_letter"], ["vet_letter"], ["sign_letter"], ["send_letter"], []]


def test_a_task_of_a_letter_is_not_ticked_off(office: Office) -> None:
    confirmed(office)
    answer(office, a_manager(office))
    officer = office.officer("complaints_officer", name="vetter")
    [task] = [task for task in office.work.tasks() if task.kind == "vet_letter"]
    with pytest.raises(BadEntry) as bad:
        office.desk.casework.finish_task(officer, task.id, "Done.")
    assert bad.value.faults == {"note": "act_instead"}


def test_the_word_document_is_the_letter_and_a_draft_says_that_it_is_one(office: Office) -> None:
    letter, officer = signed(office)
    draft = Document(io.BytesIO(work(office).as_docx(officer, REF, letter.id)))
    assert draft.paragraphs[0].text == "Draft. This letter was not sent."
    letter = step(office, letter, "send", officer)
    sent = Document(io.BytesIO(work(office).as_docx(officer, REF, letter.id)))
    texts = [paragraph.text for paragraph in sent.paragraphs]
    headings = [paragraph.text for paragraph in sent.paragraphs if paragraph.style.name.startswith("Heading")]
    assert texts[0] == f"A council in England · Reference {REF} · Monday 2 March 2026"
    assert headings[0] == letter.sent["heading"] and headings[1:] == [
        "What you told us", "What we found", "What we will do", "If you are not happy",
    ]  # fmt: skip
    assert "Part 1: you were right. This went wrong." in texts and texts[-1] == "Responding manager"
    assert (sent.core_properties.language, sent.core_properties.author) == ("en-GB", "A council in England")


def test_a_held_case_has_no_letters_for_whoever_may_not_see_it(office: Office) -> None:
    office.case()
    office.work.add_alert(an_alert())
    with pytest.raises(NotThere):
        work(office).of_case(office.officer("complaints_officer"), REF)
