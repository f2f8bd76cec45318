"""Officers and conversations: read, claim, reply, hand back; two officers never have the same one."""

from __future__ import annotations

import asyncio

import pytest

from bot.messages import from_rows
from bot.ports import Officer, RasaUnavailable
from bot.roles import BadEntry, NotThere
from bot.talks import Taken
from bot.transcript import Understood
from tests.builders import a_chat, a_handoff
from tests.office import AT, CONVERSATION, Office


@pytest.fixture
def office() -> Office:
    return Office()


def test_a_transcript_says_what_the_assistant_understood(office: Office) -> None:
    office.waiting()
    [said] = office.desk.talks.read(office.officer("complaints_officer"), CONVERSATION).said
    assert said.message.text == "Can I talk to somebody?"
    assert said.understood == Understood("talk_to_person", 0.93, (("matter", "social_worker", 0.81),))


def test_a_damaged_row_keeps_its_place_in_the_transcript(office: Office) -> None:
    office.waiting()
    office.transcripts.say(CONVERSATION, "user", {"text": None, "unreadable": True})
    office.transcripts.say(CONVERSATION, "bot", {"text": "Yes."})
    said = office.desk.talks.read(office.officer("complaints_officer"), CONVERSATION).said
    assert [(each.message.text, each.unreadable) for each in said] == [
        ("Can I talk to somebody?", False),
        ("", True),
        ("Yes.", False),
    ]


def test_details_are_shown_to_who_said_why_and_for_an_hour(office: Office) -> None:
    first, second = office.officer("complaints_officer"), office.officer("complaints_manager")
    office.waiting()
    office.person_says("im kai")
    talks = office.desk.talks
    talks.show_details(first, CONVERSATION, "to_open_case")
    office.clock.forward(minutes=59)
    assert [talks.read(officer, CONVERSATION).said[-1].shown for officer in (first, second)] == ["im kai", "im [name]"]
    office.clock.forward(minutes=1)
    assert talks.read(first, CONVERSATION).said[-1].shown == "im [name]"


def test_what_was_told_earlier_is_hidden_in_what_comes_later(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.transcripts.say(CONVERSATION, "bot", {"text": "What is your name?", "data": {"custom": {"asks": "name"}}})
    asked = office.person_says("brook")
    office.work.ask_handoff(a_handoff())
    office.person_says("i told them brook is not here")
    office.transcripts.say(CONVERSATION, "bot", {"text": "Thank you, Brook."})
    shown = [said.shown for said in office.desk.talks.newer(officer, CONVERSATION, asked)]
    assert shown == ["i told them [name] is not here", "Thank you, [name]."]


def test_what_was_understood_of_a_message_hides_what_the_message_hides(office: Office) -> None:
    office.waiting()
    parsed = {
        "intent": {"name": "raise_concern", "confidence": 0.9},
        "entities": [{"entity": "name", "value": "kai"}, {"entity": "matter", "value": "contact"}],
    }
    office.transcripts.say(CONVERSATION, "user", {"text": "im kai", "message_id": "n", "parse_data": parsed})
    said = office.desk.talks.read(office.officer("complaints_officer"), CONVERSATION).said[-1]
    assert said.understood is not None
    assert [(name, value) for name, value, _ in said.understood.entities] == [("name", ""), ("matter", "contact")]


async def test_whoever_claims_has_it_and_the_bot_is_silent(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.waiting()
    await office.desk.talks.claim(officer, CONVERSATION)
    handoff = office.work.handoff(CONVERSATION)
    assert handoff and (handoff.claimed_by, handoff.claimed_at) == (officer.id, AT)
    assert office.conversations.taken == [CONVERSATION]


async def test_of_ten_officers_who_claim_at_once_one_gets_it(office: Office) -> None:
    office.waiting()
    ten = [office.officer("complaints_officer", name=f"officer{n}") for n in range(10)]
    claims = (office.desk.talks.claim(officer, CONVERSATION) for officer in ten)
    answers = await asyncio.gather(*claims, return_exceptions=True)
    assert sorted(type(answer).__name__ for answer in answers) == ["NoneType"] + ["Taken"] * 9


async def test_only_who_has_it_answers_and_hands_back(office: Office) -> None:
    first, second = office.officer("complaints_officer"), office.officer("complaints_manager")
    office.waiting()
    await office.desk.talks.claim(first, CONVERSATION)
    for act in (
        office.desk.talks.reply(second, CONVERSATION, "Hello"),
        office.desk.talks.hand_back(second, CONVERSATION),
    ):
        with pytest.raises(Taken):
            await act
    assert office.conversations.handed_back == []


async def test_a_manager_takes_over_what_somebody_left(office: Office) -> None:
    first, manager = office.officer("complaints_officer"), office.officer("complaints_manager")
    office.waiting()
    await office.desk.talks.claim(first, CONVERSATION)
    await office.desk.talks.take_over(manager, CONVERSATION)
    handoff = office.work.handoff(CONVERSATION)
    assert handoff and handoff.claimed_by == manager.id
    with pytest.raises(NotThere):
        await office.desk.talks.take_over(first, CONVERSATION)


@pytest.mark.parametrize("role", ["safeguarding_lead", "duty_worker", "administrator"])
async def test_only_the_complaints_team_claims(office: Office, role: str) -> None:
    office.waiting()
    office.alerted()
    with pytest.raises(NotThere):
        await office.desk.talks.claim(office.officer(role), CONVERSATION)


async def test_when_an_alert_is_raised_meanwhile_the_officer_who_has_it_sees_it_no_more(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.waiting()
    await office.desk.talks.claim(officer, CONVERSATION)
    office.alerted()
    with pytest.raises(NotThere):
        await office.desk.talks.reply(officer, CONVERSATION, "Hello")


async def test_an_answer_goes_into_the_one_record_under_the_officers_name(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.waiting()
    await office.desk.talks.claim(officer, CONVERSATION)
    await office.desk.talks.reply(officer, CONVERSATION, " Hello. ")
    said = office.desk.talks.read(officer, CONVERSATION).said[-1]
    assert (said.message.sender, said.message.text, said.officer) == ("officer", "Hello.", officer.name)


@pytest.mark.parametrize("text", ["", " \n ", "x" * 5001])
async def test_an_empty_or_endless_answer_is_not_sent(office: Office, text: str) -> None:
    officer = office.officer("complaints_officer")
    office.waiting()
    await office.desk.talks.claim(officer, CONVERSATION)
    with pytest.raises(BadEntry):
        await office.desk.talks.reply(officer, CONVERSATION, text)


async def test_handing_back_ends_the_wait_once_the_bot_has_it(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.waiting()
    await office.desk.talks.claim(officer, CONVERSATION)
    office.conversations.down = True
    with pytest.raises(RasaUnavailable):
        await office.desk.talks.hand_back(officer, CONVERSATION)
    assert office.work.handoff(CONVERSATION)
    office.conversations.down = False
    await office.desk.talks.hand_back(officer, CONVERSATION)
    assert office.work.handoff(CONVERSATION) is None
    assert office.conversations.handed_back == [CONVERSATION]


async def test_a_claim_that_the_bot_did_not_hear_of_is_told_it_by_claiming_again(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.waiting()
    office.conversations.down = True
    with pytest.raises(RasaUnavailable):
        await office.desk.talks.claim(officer, CONVERSATION)
    office.conversations.down = False
    await office.desk.talks.claim(officer, CONVERSATION)
    assert office.conversations.taken == [CONVERSATION]


def test_only_what_is_new_is_given_and_noted(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.waiting()
    seq = office.person_says("Are you there?")
    assert office.desk.talks.newer(officer, CONVERSATION, seq) == []
    assert office.acts(CONVERSATION) == []
    [said] = office.desk.talks.newer(officer, CONVERSATION, seq - 1)
    assert said.message.text == "Are you there?"
    assert office.acts(CONVERSATION) == [(officer.id, "read_conversation")]


# --- what the assistant did, and why ---


def test_a_transcript_says_what_the_assistant_did_and_by_which_policy(office: Office) -> None:
    office.person_says("My social worker never comes. I am in care.")
    _did(office, "concern_form", "policy_1_RulePolicy")
    office.transcripts.say(CONVERSATION, "slot", {"name": "care_status", "value": "in_care"})
    office.transcripts.say(CONVERSATION, "slot", {"name": "name", "value": "Robin"})
    office.transcripts.say(CONVERSATION, "slot", {"name": "last_heard", "value": "m"})
    _did(office, "action_listen", "policy_1_RulePolicy")
    office.waiting()
    officer = office.officer("complaints_officer")
    first = office.desk.talks.read(officer, CONVERSATION).said[0].decided
    assert first
    assert first.steps == (("concern_form", "RulePolicy"),)
    assert first.kept == (("care_status", "in_care"), ("name", ""))
    office.desk.talks.show_details(officer, CONVERSATION, "to_answer")
    shown = office.desk.talks.read(officer, CONVERSATION).said[0].decided
    assert shown and shown.kept == (("care_status", "in_care"), ("name", "Robin"))


def test_a_silent_turn_says_which_policy_kept_silent(office: Office) -> None:
    office.waiting()
    _did(office, "action_listen", "policy_0_SafetyPolicy")
    decided = office.desk.talks.read(office.officer("complaints_officer"), CONVERSATION).said[0].decided
    assert decided and decided.steps == (("action_listen", "SafetyPolicy"),)


def test_every_row_of_the_triage_that_led_there_is_shown_without_details(office: Office) -> None:
    office.waiting()
    point = {"what_happened": "She never comes.", "matter": ["social_worker"], "nature": ["communication"]}
    slots = {"points": [point], "reporter_role": "child", "care_status": "in_care", "when_happened": "2026-02-01"}
    for name, value in slots.items():
        office.transcripts.say(CONVERSATION, "slot", {"name": name, "value": value})
    officer = office.officer("complaints_officer")
    leads = office.desk.talks.read(officer, CONVERSATION).leads
    looked = {name: value for row in leads for name, value in row.saw.items()}
    assert any(row.applies and row.source for row in leads)
    assert (looked["matter"], looked["when_happened"]) == ("social_worker", "hidden")
    office.desk.talks.show_details(officer, CONVERSATION, "to_answer")
    leads = office.desk.talks.read(officer, CONVERSATION).leads
    assert "2026-02-01" in [value for row in leads for value in row.saw.values()]


def _did(office: Office, action: str, policy: str) -> None:
    office.transcripts.say(CONVERSATION, "action", {"name": action, "policy": policy, "confidence": 1.0})


# --- notes, closing, what was read ---


async def test_notes_are_the_officers_and_never_the_persons(office: Office) -> None:
    officer, lead = office.officer("complaints_officer"), office.officer("safeguarding_lead")
    office.waiting()
    office.desk.talks.note(officer, CONVERSATION, " Rings after school. ")
    [note] = office.desk.talks.read(officer, CONVERSATION).notes
    assert (note.who, note.text) == (officer.id, "Rings after school.")
    assert all("Rings" not in str(row.data) for row in office.transcripts.rows(CONVERSATION))
    with pytest.raises(NotThere):
        office.desk.talks.note(lead, CONVERSATION, "Not theirs to see yet.")


def test_whoever_came_with_a_code_sees_no_notes(office: Office) -> None:
    office.waiting()
    alert = office.alerted()
    office.desk.talks.note(office.officer("complaints_manager"), CONVERSATION, "Rings after school.")
    worker = Officer("d-1", "Duty", "", ("duty_code",), only_alert=alert)
    assert office.desk.talks.read(worker, CONVERSATION).notes == ()


async def test_closing_ends_the_talk_tells_the_person_and_keeps_how(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.waiting()
    office.transcripts.say(CONVERSATION, "slot", {"name": "audience", "value": "child"})
    await office.desk.talks.claim(officer, CONVERSATION)
    await office.desk.talks.close(officer, CONVERSATION, "They rang back.")
    assert office.work.handoff(CONVERSATION) is None
    assert office.transcripts.slots(CONVERSATION)["handoff_state"] is None
    assert [note.text for note in office.notes.of(CONVERSATION)] == ["They rang back."]
    last = from_rows(office.transcripts.rows(CONVERSATION))[-1]
    assert (last.kind, last.text) == ("handoff", office.desk.words.say("utter_talk_closed", "child"))


@pytest.mark.parametrize("how", ["", " ", "x" * 5001])
async def test_nothing_is_closed_without_saying_how_it_ended(office: Office, how: str) -> None:
    officer = office.officer("complaints_officer")
    office.waiting()
    await office.desk.talks.claim(officer, CONVERSATION)
    with pytest.raises(BadEntry):
        await office.desk.talks.close(officer, CONVERSATION, how)
    assert office.work.handoff(CONVERSATION)


async def test_only_who_has_it_closes(office: Office) -> None:
    first, second = office.officer("complaints_officer"), office.officer("complaints_manager")
    office.waiting()
    await office.desk.talks.claim(first, CONVERSATION)
    with pytest.raises(Taken):
        await office.desk.talks.close(second, CONVERSATION, "Over.")


async def test_an_answer_is_marked_as_read_once_the_person_has_it_before_them(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.waiting()
    office.tries.open(a_chat())
    await office.desk.talks.claim(officer, CONVERSATION)
    await office.desk.talks.reply(officer, CONVERSATION, "Hello.")
    assert office.desk.talks.read(officer, CONVERSATION).said[-1].read_at is None
    read_at = office.clock.forward(minutes=3)
    correspondence = office.desk.talks.correspondence
    correspondence.read_in_chat(CONVERSATION)
    office.clock.forward(minutes=3)
    correspondence.read_in_chat(CONVERSATION)
    assert office.desk.talks.read(officer, CONVERSATION).said[-1].read_at == read_at
    assert office.acts(CONVERSATION).count(("person", "read_own_messages")) == 1


async def test_reading_before_an_answer_does_not_mark_it(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.waiting()
    office.tries.open(a_chat())
    office.desk.talks.correspondence.read_in_chat(CONVERSATION)
    office.clock.forward(minutes=3)
    await office.desk.talks.claim(officer, CONVERSATION)
    await office.desk.talks.reply(officer, CONVERSATION, "Hello.")
    assert office.desk.talks.read(officer, CONVERSATION).said[-1].read_at is None


async def test_how_it_stands_tells_no_word_and_is_no_reading(office: Office) -> None:
    officer = office.officer("complaints_officer")
    office.waiting()
    await office.desk.talks.claim(officer, CONVERSATION)
    before = office.acts(CONVERSATION)
    state = office.desk.talks.state(officer, CONVERSATION)
    assert state.handoff and state.handoff.claimed_by == officer.id
    assert state.said == ()
    assert office.acts(CONVERSATION) == before
