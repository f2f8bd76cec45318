"""What a person can do: submit once, keep a secret, ask how it is going, add, call somebody."""

from __future__ import annotations

from datetime import timedelta

from bot.complaints.danger_signs import Danger
from tests.builders import some_facts
from tests.people import Service


def test_submitting_opens_a_statutory_case_with_its_due_date_and_reasons() -> None:
    service = Service()
    case = service.intake.submit("c1", "k1", some_facts()).case
    assert (case.pathway, case.confirmed, case.stage) == ("statutory", False, "stage_1")
    assert case.clock is not None
    assert (case.clock.due.isoformat(), str(case.clock.extended_due)) == ("2026-03-16", "2026-03-30")
    assert case.reasons
    assert [event.what for event in case.history] == ["submitted", "pathway_proposed"]


def test_the_same_key_again_gives_the_same_case() -> None:
    service = Service()
    first = service.intake.submit("c1", "k1", some_facts())
    again = service.intake.submit("c1", "k1", some_facts())
    assert (first.first_time, again.first_time) == (True, False)
    assert again.case.reference == first.case.reference
    assert len(service.cases.all()) == 1


def test_every_case_waits_for_an_officer_to_confirm_it() -> None:
    service = Service()
    case = service.intake.submit("c1", "k1", some_facts()).case
    assert ("confirm_pathway", case.reference) in [(task.kind, task.case) for task in service.work.tasks()]


def test_what_was_opened_in_the_conversation_is_not_opened_again_on_submitting() -> None:
    service = Service()
    service.intake.screen("c1", "m1", by_professional=False)
    service.intake.submit("c1", "k1", some_facts(harm="yes", risk="at_risk"))
    kinds = [task.kind for task in service.work.tasks()]
    assert kinds.count("safeguarding_screening") == 1


async def test_an_alert_of_the_conversation_marks_the_case() -> None:
    service = Service()
    service.intake.raise_alert("c1", "m1", "words", Danger("emergency", "weapon", harm=True))
    await service.watch.round()
    assert service.intake.submit("c1", "k1", some_facts()).case.risk == "emergency"


def test_a_childs_parents_and_carers_must_not_be_told_unless_the_child_says_otherwise() -> None:
    service = Service()
    unsaid = service.intake.submit("c1", "k1", some_facts()).case
    said = service.intake.submit("c1", "k2", some_facts(must_not_tell="only my stepdad")).case
    parent = service.intake.submit("c1", "k3", some_facts(reporter_role="parent")).case
    told = [case.facts.get("must_not_tell") for case in (unsaid, said, parent)]
    assert told == ["parents_and_carers", "only my stepdad", None]


def test_advocacy_is_stored_as_offered_wanted_and_to_arrange() -> None:
    service = Service()
    offered = service.intake.submit("c1", "k1", some_facts()).case.advocacy
    wanted = service.intake.submit("c1", "k2", some_facts(wants_advocate="yes")).case.advocacy
    assert (offered.offered, offered.wanted, offered.status) == (True, None, "offered")
    assert (wanted.offered, wanted.wanted, wanted.status) == (True, "yes", "to_arrange")
    assert "arrange_advocate" in [task.kind for task in service.work.tasks()]


def test_the_secret_opens_the_case_and_only_its_hash_is_kept() -> None:
    service = Service()
    case = service.intake.submit("c1", "k1", some_facts()).case
    secret = service.intake.secret_for("c1", case.reference)
    assert secret is not None
    assert service.intake.opens(case.reference, secret.lower().replace("-", " "))
    assert not service.intake.opens(case.reference, "0000-0000-0000")
    assert not service.intake.opens("CF-0000-00", secret)
    assert secret not in str(service.cases.secret_hash(case.reference))


def test_only_the_conversation_that_opened_a_case_gets_its_secret_and_only_at_first() -> None:
    service = Service()
    case = service.intake.submit("c1", "k1", some_facts()).case
    assert service.intake.secret_for("c2", case.reference) is None
    service.clock.forward(minutes=16)
    assert service.intake.secret_for("c1", case.reference) is None


def test_status_says_what_is_awaited() -> None:
    service = Service()
    case = service.intake.submit("c1", "k1", some_facts()).case
    status = service.intake.own.status(case.reference)
    assert status is not None
    assert (status.awaits, status.young, str(status.due)) == ("officer_confirms", True, "2026-03-16")
    assert service.intake.own.status("CF-0000-00") is None


def test_what_is_added_to_a_case_is_kept_and_given_to_an_officer() -> None:
    service = Service()
    case = service.intake.submit("c1", "k1", some_facts()).case
    service.intake.own.add(case.reference, "one more thing")
    kept = service.cases.get(case.reference)
    assert kept is not None
    assert (kept.history[-1].what, kept.history[-1].detail) == ("added", {"words": "one more thing"})
    assert "added" in [task.note for task in service.work.tasks()]


def test_a_person_is_queued_once() -> None:
    service = Service()
    assert service.intake.ask_for_person("c1")
    assert not service.intake.ask_for_person("c1")


# --- the public door ---


def test_a_made_up_token_opens_nothing_and_leaving_ends_it() -> None:
    service = Service()
    token, chat = service.visits.begin()
    assert service.visits.of("made-up") is None
    assert service.visits.of(token) == chat
    service.visits.leave(chat)
    assert service.visits.of(token) is None


def test_a_proof_is_good_for_one_use_and_a_wrong_one_for_none() -> None:
    service = Service()
    _, chat = service.visits.begin()
    case = service.intake.submit(chat.conversation, "k1", some_facts()).case
    secret = service.intake.secret_for(chat.conversation, case.reference)
    right = service.visits.prove(chat, case.reference, str(secret))
    wrong = service.visits.prove(chat, case.reference, "0000-0000-0000")
    assert service.visits.redeem(right.token) == case.reference
    assert service.visits.redeem(right.token) is None
    assert service.visits.redeem(wrong.token) is None


def test_guessing_gets_slower_and_the_owner_still_gets_in() -> None:
    service = Service()
    _, chat = service.visits.begin()
    case = service.intake.submit(chat.conversation, "k1", some_facts()).case
    secret = service.intake.secret_for(chat.conversation, case.reference)
    waits = [service.visits.prove(chat, case.reference, "0000-0000-0000").wait_seconds for _ in range(8)]
    assert waits[:3] == [0, 0, 0]
    assert waits == sorted(waits)
    assert waits[-1] == 10
    owner = service.visits.prove(chat, case.reference, str(secret))
    assert service.visits.redeem(owner.token) == case.reference


# --- what is left behind ---


def left(service: Service) -> str:
    _, chat = service.visits.begin()
    service.transcripts.say(chat.conversation, "user", {"text": "hello"})
    return chat.conversation


def test_a_conversation_left_without_a_receipt_is_erased_after_a_day() -> None:
    service = Service()
    conversation = left(service)
    assert service.housekeeping.round() == 0
    service.clock.forward(hours=24, minutes=1)
    assert service.housekeeping.round() == 1
    assert service.transcripts.rows(conversation) == []
    assert service.housekeeping.round() == 0


async def test_what_somebody_may_still_need_is_not_erased() -> None:
    service = Service()
    with_case, with_alert, waiting, answered = (left(service) for _ in range(4))
    service.intake.submit(with_case, "k1", some_facts())
    service.intake.raise_alert(with_alert, "m1", "words", Danger("at_risk", "x", harm=True))
    await service.watch.round()
    service.intake.ask_for_person(waiting)
    service.transcripts.say(answered, "bot", {"text": "hello, I am here", "metadata": {"from": "officer"}})
    service.clock.forward(hours=48)
    assert service.housekeeping.round() == 0
    assert timedelta(hours=service.housekeeping.erase_after_hours) == timedelta(hours=24)
