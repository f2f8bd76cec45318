"""What ports.Work promises, on the fakes, SQLite and PostgreSQL."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier

import pytest

from bot.storage.store import Store
from tests.builders import AT, CONVERSATION, a_handoff, a_task, an_alert
from tests.storage.conftest import Kept
from tests.storage.test_contract_cases import NASTY

OFFICERS = tuple(f"o{number}" for number in range(8))
LATER = AT + timedelta(minutes=5)
LATER_STILL = AT + timedelta(minutes=9)


def test_an_alert_comes_back_as_it_was(kept: Kept) -> None:
    alert = an_alert(
        told="nobody_before:2026-03-03T09:00",
        mailed_at=AT,
        escalated_at=AT,
        acknowledged_at=AT,
        acknowledged_by="o1",
        closed_at=AT,
        closed_by="o1",
        released_at=AT,
        released_by="o2",
        notes=("called", "called again"),
    )
    kept.work.add_alert(alert)
    assert kept.work.alert(alert.id) == alert


@pytest.mark.parametrize("words", NASTY.values(), ids=NASTY.keys())
def test_whatever_was_written_an_alert_is_kept(kept: Kept, words: str) -> None:
    alert = an_alert(words=words, message_id=words, notes=(words,))
    assert kept.work.add_alert(alert)
    assert kept.work.alert("a1") == alert


def test_the_same_message_alerts_once(kept: Kept) -> None:
    assert kept.work.add_alert(an_alert())
    assert not kept.work.add_alert(an_alert(words="sent again"))
    assert [alert.words for alert in kept.work.alerts()] == ["he is hurting me"]


def test_an_alert_added_twice_by_the_same_hand_is_there_once(kept: Kept) -> None:
    alert = an_alert()
    assert [kept.work.add_alert(alert), kept.work.add_alert(alert)] == [True, False]


def test_emergencies_come_first_and_then_the_oldest(kept: Kept) -> None:
    kept.work.add_alert(an_alert(id="old", risk="at_risk", raised_at=AT - timedelta(hours=1)))
    kept.work.add_alert(an_alert(id="new", raised_at=LATER))
    kept.work.add_alert(an_alert(id="mid"))
    assert [alert.id for alert in kept.work.alerts()] == ["mid", "new", "old"]


def test_a_closed_alert_leaves_the_queue_and_stays_with_its_conversation(kept: Kept) -> None:
    kept.work.add_alert(an_alert())
    kept.work.save_alert(an_alert(closed_at=LATER, closed_by="o1"))
    kept.work.add_alert(an_alert(id="a2", conversation="c-other"))
    assert [alert.id for alert in kept.work.alerts()] == ["a2"]
    assert {alert.id for alert in kept.work.alerts(open_only=False)} == {"a1", "a2"}
    assert [alert.closed_by for alert in kept.work.alerts_of(CONVERSATION)] == ["o1"]


def test_a_late_save_undoes_no_mark_of_somebody_elses(kept: Kept) -> None:
    read = an_alert()
    kept.work.add_alert(read)
    kept.work.save_alert(replace(read, acknowledged_at=LATER, acknowledged_by="o1", notes=("calling",)))
    kept.work.save_alert(replace(read, mailed_at=LATER_STILL, notes=("mail was slow",)))
    found = kept.work.alert("a1")
    assert found == replace(
        read, acknowledged_at=LATER, acknowledged_by="o1", mailed_at=LATER_STILL, notes=("calling", "mail was slow")
    )


def test_who_acknowledged_first_stays_named(kept: Kept) -> None:
    kept.work.add_alert(an_alert())
    kept.work.save_alert(an_alert(acknowledged_at=LATER, acknowledged_by="o1"))
    kept.work.save_alert(an_alert(acknowledged_at=LATER_STILL, acknowledged_by="o2"))
    found = kept.work.alert("a1")
    assert found and (found.acknowledged_at, found.acknowledged_by) == (LATER, "o1")


def test_what_is_not_there_cannot_be_changed(kept: Kept) -> None:
    assert kept.work.alert("a1") is None
    assert kept.work.task("t1") is None
    with pytest.raises(LookupError):
        kept.work.save_alert(an_alert())
    with pytest.raises(LookupError):
        kept.work.save_task(a_task())


def test_a_task_comes_back_as_it_was(kept: Kept) -> None:
    task = a_task(conversation=CONVERSATION, note="asks_withdrawal", done_at=LATER, done_by="o1")
    assert kept.work.add_task(task)
    assert kept.work.task("t1") == task


def test_a_task_with_the_same_id_is_opened_once(kept: Kept) -> None:
    assert kept.work.add_task(a_task())
    assert not kept.work.add_task(a_task(due=date(2030, 1, 1)))
    assert kept.work.task("t1") == a_task()


def test_tasks_are_by_due_date_and_done_ones_leave(kept: Kept) -> None:
    for name, day in (("later", 9), ("sooner", 3), ("done", 1)):
        kept.work.add_task(a_task(id=name, due=date(2026, 3, day)))
    kept.work.save_task(a_task(id="done", due=date(2026, 3, 1), done_at=LATER, done_by="o1"))
    assert [task.id for task in kept.work.tasks()] == ["sooner", "later"]
    assert [task.id for task in kept.work.tasks(open_only=False)] == ["done", "sooner", "later"]


def test_who_did_a_task_first_stays_named(kept: Kept) -> None:
    kept.work.add_task(a_task())
    kept.work.save_task(a_task(done_at=LATER, done_by="o1"))
    kept.work.save_task(a_task(done_at=LATER_STILL, done_by="o2", note="me too"))
    assert kept.work.task("t1") == a_task(done_at=LATER, done_by="o1", note="me too")


def test_a_conversation_waits_once(kept: Kept) -> None:
    assert kept.work.ask_handoff(a_handoff())
    assert not kept.work.ask_handoff(a_handoff(reason="offered", asked_at=LATER))
    assert list(kept.work.handoffs()) == [a_handoff()]
    assert kept.work.handoff("c-other") is None


def test_those_who_wait_are_oldest_first(kept: Kept) -> None:
    kept.work.ask_handoff(a_handoff(conversation="c-2", asked_at=LATER))
    kept.work.ask_handoff(a_handoff(conversation="c-1"))
    assert [handoff.conversation for handoff in kept.work.handoffs()] == ["c-1", "c-2"]


def test_of_two_officers_one_gets_the_conversation(kept: Kept) -> None:
    kept.work.ask_handoff(a_handoff())
    assert kept.work.claim(CONVERSATION, "o1", LATER)
    assert not kept.work.claim(CONVERSATION, "o2", LATER_STILL)
    assert kept.work.claim(CONVERSATION, "o1", LATER_STILL)
    assert kept.work.handoff(CONVERSATION) == a_handoff(claimed_by="o1", claimed_at=LATER)


def test_a_conversation_goes_from_one_officer_to_another_while_the_first_has_it(kept: Kept) -> None:
    kept.work.ask_handoff(a_handoff())
    assert not kept.work.take_over(CONVERSATION, "o1", "o2", LATER)
    kept.work.claim(CONVERSATION, "o1", LATER)
    assert kept.work.take_over(CONVERSATION, "o1", "o2", LATER_STILL)
    assert not kept.work.take_over(CONVERSATION, "o1", "o3", LATER_STILL)
    assert kept.work.handoff(CONVERSATION) == a_handoff(claimed_by="o2", claimed_at=LATER_STILL)


def test_a_conversation_goes_back_into_the_queue_from_who_has_it_and_from_nobody_else(kept: Kept) -> None:
    kept.work.ask_handoff(a_handoff())
    kept.work.claim(CONVERSATION, "o1", LATER)
    assert not kept.work.unclaim(CONVERSATION, "o2", "left")
    assert kept.work.unclaim(CONVERSATION, "o1", "left")
    assert not kept.work.unclaim(CONVERSATION, "o1", "left")
    assert list(kept.work.handoffs()) == [a_handoff(reason="left")]


def test_of_many_who_claim_at_the_same_moment_one_has_it(store: Store) -> None:
    for turn in range(10):
        conversation, together = f"c-race-{turn}", Barrier(8)
        store.work.ask_handoff(a_handoff(conversation=conversation))

        def claim(officer: str, conversation: str = conversation, together: Barrier = together) -> bool:
            together.wait()
            return store.work.claim(conversation, officer, LATER)

        with ThreadPoolExecutor(8) as pool:
            got = dict(zip(OFFICERS, pool.map(claim, OFFICERS), strict=True))
        found = store.work.handoff(conversation)
        assert found and [officer for officer in OFFICERS if got[officer]] == [found.claimed_by]


def test_of_a_manager_who_takes_over_and_a_round_that_gives_back_one_does_it(store: Store) -> None:
    for turn in range(10):
        conversation, together = f"c-race-{turn}", Barrier(2)
        store.work.ask_handoff(a_handoff(conversation=conversation))
        store.work.claim(conversation, "o1", LATER)

        def take_over(conversation: str = conversation, together: Barrier = together) -> bool:
            together.wait()
            return store.work.take_over(conversation, "o1", "o2", LATER_STILL)

        def give_back(conversation: str = conversation, together: Barrier = together) -> bool:
            together.wait()
            return store.work.unclaim(conversation, "o1", "left")

        with ThreadPoolExecutor(2) as pool:
            taken, given_back = pool.submit(take_over), pool.submit(give_back)
        found = store.work.handoff(conversation)
        assert taken.result() is not given_back.result()
        assert found and found.claimed_by == ("o2" if taken.result() else None)


def test_a_conversation_that_nobody_asked_for_cannot_be_claimed(kept: Kept) -> None:
    assert not kept.work.claim(CONVERSATION, "o1", AT)


def test_a_conversation_handed_back_may_wait_again(kept: Kept) -> None:
    kept.work.ask_handoff(a_handoff())
    kept.work.claim(CONVERSATION, "o1", LATER)
    kept.work.close_handoff(CONVERSATION, LATER)
    assert kept.work.handoff(CONVERSATION) is None
    assert not kept.work.claim(CONVERSATION, "o2", LATER)
    assert kept.work.ask_handoff(a_handoff(asked_at=LATER_STILL))
    assert list(kept.work.handoffs()) == [a_handoff(asked_at=LATER_STILL)]
