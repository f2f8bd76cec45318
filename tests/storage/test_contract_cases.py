"""What ports.Cases promises, on the fakes, SQLite and PostgreSQL."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.complaints.case import Advocacy, Event
from bot.ports import Conflict, ReferenceTaken
from tests.builders import AT, a_case, a_clock, a_point, a_task
from tests.complaints.life import Life
from tests.storage.conftest import Kept

# What people, and those who mean harm, type: each comes back as it was, and breaks nothing.
NASTY = {
    "nothing": "",
    "a zero character": "before\0after",
    "half of a broken emoji": "hi \ud83d there",
    "emoji": "👩‍👧‍👦 🤷🏽‍♀️",
    "right to left": "\u202eأريد المساعدة",
    "markup": "<script>alert('x')</script> & \"quotes\"",
    "sql": "'); DROP TABLE cases; --",
    "line ends": "one\r\ntwo\rthree\u2028four",
    "very long": "x" * 105_134,
}


def test_a_case_comes_back_as_it_was(kept: Kept) -> None:
    case = a_case(
        facts={"reporter_role": "parent", "child_age": 9, "name": "N", "child_name": "C", "email": "e@x.example",
               "phone": "0", "postal_address": "1 Road", "must_not_tell": "his dad", "safe_to_contact": "text only",
               "accessible_needs": None},
        points=(a_point(), a_point(text="And the school.", pathway="signposted", signposted_to="school", matter=())),
        history=(Event(AT, "person", "submitted", {"refused": ["phone"]}), Event(AT, "assistant", "pathway_proposed")),
    )  # fmt: skip
    assert kept.cases.add(case, "key", ()) == case
    assert kept.cases.get(case.reference) == case


def test_a_case_without_anything_optional_comes_back_as_it_was(kept: Kept) -> None:
    case = a_case(
        conversation=None, flags=(), reasons=(), facts={}, points=(), clock=None, history=(),
        advocacy=Advocacy(False, None, "not_offered"), signposted_to="police", pathway="signposted",
    )  # fmt: skip
    kept.cases.add(case, "key", ())
    assert kept.cases.get(case.reference) == case


@pytest.mark.parametrize("words", NASTY.values(), ids=NASTY.keys())
def test_any_words_come_back_as_they_were(kept: Kept, words: str) -> None:
    case = a_case(
        facts={"name": words, "team_or_worker": words},
        points=(a_point(text=words, wanted_outcome=words),),
        history=(Event(AT, "person", words, {"words": words}),),
    )
    kept.cases.add(case, "key", [a_task(note=words)])
    assert kept.cases.get(case.reference) == case
    assert [task.note for task in kept.work.tasks()] == [words]


def test_a_case_that_is_not_there_is_none(kept: Kept) -> None:
    assert kept.cases.get("CF-NONE-00") is None
    assert kept.cases.secret_hash("CF-NONE-00") is None


def test_the_same_key_again_gives_the_first_case_and_opens_nothing(kept: Kept) -> None:
    first = kept.cases.add(a_case(), "key", [a_task()])
    again = kept.cases.add(a_case(reference="CF-OTHER", stage="closed"), "key", [a_task(id="t2")])
    assert again == first
    assert kept.cases.get("CF-OTHER") is None
    assert [task.id for task in kept.work.tasks()] == ["t1"]


def test_fifty_threads_with_one_key_open_one_case(kept: Kept) -> None:
    def submit(number: int) -> str:
        reference = f"CF-{number:04}-00"
        return kept.cases.add(a_case(reference=reference), "key", [a_task(id=f"confirm-{reference}")]).reference

    with ThreadPoolExecutor(50) as threads:
        references = set(threads.map(submit, range(50)))
    assert len(references) == 1
    assert [case.reference for case in kept.cases.all()] == list(references)
    assert len(kept.work.tasks()) == 1


def test_a_reference_that_is_taken_is_refused_and_keeps_nothing(kept: Kept) -> None:
    first = kept.cases.add(a_case(), "key", ())
    with pytest.raises(ReferenceTaken):
        kept.cases.add(a_case(stage="closed"), "another key", [a_task()])
    assert kept.cases.get(first.reference) == first
    assert list(kept.work.tasks()) == []


def test_a_change_is_kept_with_the_next_version(kept: Kept) -> None:
    case = kept.cases.add(a_case(), "key", ())
    changed = replace(
        case.confirming("corporate", Event(AT, "o1", "pathway_changed", {"why": "not under the Act"}), AT.date()),
        facts={"name": "Another name"},
        points=(),
        clocks=(),
        flags=(),
    )
    kept.cases.save(changed)
    assert kept.cases.get(case.reference) == replace(changed, version=2)


def test_of_two_who_change_the_same_case_the_second_is_told(kept: Kept) -> None:
    kept.cases.add(a_case(), "key", ())
    mine, theirs = kept.cases.get("CF-0B1C-2D"), kept.cases.get("CF-0B1C-2D")
    assert mine and theirs
    kept.cases.save(mine.noting(Event(AT, "o1", "replied")))
    with pytest.raises(Conflict):
        kept.cases.save(theirs.noting(Event(AT, "o2", "replied")))
    found = kept.cases.get("CF-0B1C-2D")
    assert found and [event.who for event in found.history] == ["person", "o1"]


def test_of_twenty_who_change_a_case_at_once_one_succeeds(kept: Kept) -> None:
    case = kept.cases.add(a_case(), "key", ())

    def note(number: int) -> bool:
        try:
            kept.cases.save(case.noting(Event(AT, f"o{number}", "replied")))
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(20) as threads:
        assert sum(threads.map(note, range(20))) == 1


def test_a_case_that_was_never_added_cannot_be_saved(kept: Kept) -> None:
    with pytest.raises(Conflict):
        kept.cases.save(a_case())


def test_a_line_of_history_cannot_be_taken_away(kept: Kept) -> None:
    case = kept.cases.add(a_case(), "key", ())
    with pytest.raises(ValueError, match="history"):
        kept.cases.save(replace(case, stage="closed", history=()))
    assert kept.cases.get(case.reference) == case


def test_a_line_of_history_cannot_be_rewritten(kept: Kept) -> None:
    case = kept.cases.add(a_case(), "key", ())
    kept.cases.save(replace(case, history=(Event(AT, "o1", "nothing happened"), Event(AT, "o1", "replied"))))
    found = kept.cases.get(case.reference)
    assert found and [event.what for event in found.history] == ["submitted", "replied"]


def test_cases_of_a_conversation_are_oldest_first(kept: Kept) -> None:
    for reference, hours in (("CF-2", 2), ("CF-1", 1)):
        kept.cases.add(a_case(reference=reference, received_at=AT + timedelta(hours=hours)), reference, ())
    kept.cases.add(a_case(reference="CF-3", conversation="c-other"), "CF-3", ())
    assert [case.reference for case in kept.cases.of_conversation("c-0123456789abcdef")] == ["CF-1", "CF-2"]


def test_all_cases_are_by_due_date_and_those_without_one_last(kept: Kept) -> None:
    kept.cases.add(a_case(reference="none", clock=None), "1", ())
    kept.cases.add(a_case(reference="later", clock=a_clock(due=date(2026, 3, 20))), "2", ())
    kept.cases.add(a_case(reference="sooner", clock=a_clock(due=date(2026, 3, 10))), "3", ())
    assert [case.reference for case in kept.cases.all()] == ["sooner", "later", "none"]


def test_a_secret_is_replaced_by_the_next(kept: Kept) -> None:
    kept.cases.add(a_case(), "key", ())
    assert kept.cases.secret_hash("CF-0B1C-2D") is None
    for secret_hash in ("first", "second"):
        kept.cases.set_secret_hash("CF-0B1C-2D", secret_hash)
    assert kept.cases.secret_hash("CF-0B1C-2D") == "second"


def test_a_secret_of_no_case_is_refused(kept: Kept) -> None:
    with pytest.raises(LookupError):
        kept.cases.set_secret_hash("CF-NONE-00", "hash")


def test_a_secret_outlives_a_change_of_the_case(kept: Kept) -> None:
    case = kept.cases.add(a_case(), "key", ())
    kept.cases.set_secret_hash(case.reference, "hash")
    kept.cases.save(replace(case, stage="closed"))
    assert kept.cases.secret_hash(case.reference) == "hash"


def test_a_case_with_a_whole_life_behind_it_comes_back_as_it_was(kept: Kept) -> None:
    case = kept.cases.add(a_case(), "key", ())
    life = Life(received_at=case.received_at).confirmed()
    told = {"proceedings": "court", "points": (0,), "decided_by": "J", "reason": "r", "look_again": date(2026, 7, 1)}
    life.do("extend_stage_1", until=date(2026, 6, 22), ground="complex", reason="Two teams.").do("suspend", **told)
    life.after(3).do("resume").do("answer_stage_1").do("agree_payment").do("request_stage_2").do(
        "appoint_investigators"
    )
    life.do("agree_statement").do("ask_withdrawal").do("confirm_withdrawal")
    kept.cases.save(replace(life.case, reference=case.reference, history=(*case.history, *life.case.history)))
    back = kept.cases.get(case.reference)
    assert back
    assert (life.case.clocks, life.case.records, life.case.findings) == (back.clocks, back.records, back.findings)
    assert (life.case.ended, life.case.ended_on, life.case.stage) == (back.ended, back.ended_on, back.stage)
    assert (life.case.outcome, "withdrawn") == (back.outcome, back.outcome)


def test_the_queue_goes_by_the_clock_as_it_stands(kept: Kept) -> None:
    kept.cases.add(a_case(reference="extended", clock=a_clock(extended_to=date(2026, 3, 25))), "1", ())
    kept.cases.add(a_case(reference="sooner", clock=a_clock(due=date(2026, 3, 20))), "2", ())
    kept.cases.add(a_case(reference="answered", clock=a_clock(met_on=date(2026, 3, 4))), "3", ())
    assert ["sooner", "extended", "answered"] == [case.reference for case in kept.cases.all()]
