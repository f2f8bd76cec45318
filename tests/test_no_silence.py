"""Nobody is left with a silent bot: what an officer cannot see or does not answer goes back, and the person is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.messages import from_rows
from bot.no_silence import UNANSWERED, UNANSWERED_AFTER_HOURS, NoSilence
from bot.ports import Handoff, Officer
from bot.words import words
from tests.builders import an_alert
from tests.office import CONVERSATION, Office, national

HOURS = "09:00-17:00"  # the office's clock begins on Monday 2 March 2026 at half past ten


@pytest.fixture
def office() -> Office:
    return Office()


def keeper(office: Office, hours: str | None = HOURS) -> NoSilence:
    profile, calendar = national()
    profile = replace(profile, contacts=replace(profile.contacts, office_hours=hours))
    return NoSilence(
        office.work, office.desk.casework.sight, office.officers, office.transcripts, office.conversations,
        office.audit, office.clock, profile, calendar, words(),
    )  # fmt: skip


async def claimed(office: Office, *roles: str) -> Officer:
    """An officer who has the only conversation."""
    officer = office.officer(*(roles or ("complaints_officer",)))
    office.waiting()
    await office.desk.talks.claim(officer, CONVERSATION)
    return officer


def handoff(office: Office) -> Handoff:
    found = office.work.handoff(CONVERSATION)
    assert found
    return found


def said(office: Office) -> list[str]:
    """What the bot said, after the one thing that the person had said before."""
    return [each.text for each in from_rows(office.transcripts.rows(CONVERSATION)) if each.sender == "bot"]


def is_silent(office: Office) -> bool:
    return office.transcripts.slots(CONVERSATION).get("handoff_state") == "with_officer"


async def test_an_alert_takes_the_conversation_from_who_may_not_see_it_and_the_bot_speaks(office: Office) -> None:
    await claimed(office)
    office.alerted()
    await keeper(office).round()
    assert (handoff(office).claimed_by, handoff(office).reason) == (None, "disclosure")
    assert said(office) == [words().say("utter_officer_gone_for_safety")]
    assert not is_silent(office)
    assert office.conversations.handed_back == []  # no question follows a disclosure by itself


async def test_an_alert_that_is_only_in_the_spool_counts_already(office: Office) -> None:
    await claimed(office)
    office.spool.append(an_alert(conversation=CONVERSATION))
    await keeper(office).round()
    assert (handoff(office).claimed_by, handoff(office).reason) == (None, "disclosure")


async def test_a_manager_who_sees_alerts_keeps_the_conversation(office: Office) -> None:
    manager = await claimed(office, "complaints_manager")
    office.alerted()
    await keeper(office).round()
    assert handoff(office).claimed_by == manager.id
    assert is_silent(office)


async def test_a_manager_may_take_up_at_once_what_the_officer_lost(office: Office) -> None:
    await claimed(office)
    office.alerted()
    await keeper(office).round()
    manager = office.officer("complaints_manager")
    await office.desk.talks.claim(manager, CONVERSATION)
    await keeper(office).round()
    assert handoff(office).claimed_by == manager.id
    assert is_silent(office)


async def test_a_child_is_told_in_a_childs_words(office: Office) -> None:
    office.transcripts.say(CONVERSATION, "slot", {"name": "audience", "value": "child"})
    await claimed(office)
    office.alerted()
    await keeper(office).round()
    assert said(office) == [words().say("utter_officer_gone_for_safety", "child")]


async def test_an_officer_whose_account_is_shut_has_it_no_more(office: Office) -> None:
    officer = await claimed(office)
    office.officers.save(replace(officer, disabled_at=office.clock.now()))
    await keeper(office).round()
    assert (handoff(office).claimed_by, handoff(office).reason) == (None, "left")
    assert office.conversations.handed_back == [CONVERSATION]


async def test_what_nobody_answers_goes_back_after_half_an_hour(office: Office) -> None:
    officer = await claimed(office)
    office.person_says("Are you there?")
    office.clock.forward(minutes=UNANSWERED.total_seconds() / 60 - 1)
    await keeper(office).round()
    assert handoff(office).claimed_by == officer.id
    office.clock.forward(minutes=1)
    await keeper(office).round()
    assert handoff(office).claimed_by is None
    assert "until 17:00 today" in said(office)[-1]


async def test_an_officer_who_answers_keeps_it_for_as_long_as_the_person_says_nothing(office: Office) -> None:
    officer = await claimed(office)
    office.person_says("Are you there?")
    await office.desk.talks.reply(officer, CONVERSATION, "Yes, I am.")
    office.clock.forward(hours=3)
    await keeper(office).round()
    assert handoff(office).claimed_by == officer.id


async def test_after_hours_the_person_is_soon_told_when_somebody_is_there_again(office: Office) -> None:
    await claimed(office)
    to_friday_night = datetime(2026, 3, 6, 19, 0, tzinfo=UTC) - office.clock.now()
    office.clock.forward(seconds=to_friday_night.total_seconds())
    office.person_says("Are you there?")
    office.clock.forward(seconds=UNANSWERED_AFTER_HOURS.total_seconds())
    await keeper(office).round()
    assert handoff(office).claimed_by is None
    assert "They are back on Monday 09:00." in said(office)[-1]


async def test_a_council_that_gave_no_hours_promises_none(office: Office) -> None:
    await claimed(office)
    office.person_says("Are you there?")
    office.clock.forward(hours=12)
    await keeper(office, hours=None).round()
    assert words().say("utter_hours_open", day="Tuesday") in said(office)[-1]


async def test_while_rasa_is_away_it_is_tried_again_and_said_once(office: Office) -> None:
    await claimed(office)
    office.alerted()
    office.conversations.down = True
    await keeper(office).round()
    assert (said(office), is_silent(office)) == ([], True)
    office.conversations.down = False
    await keeper(office).round()
    await keeper(office).round()
    assert len(said(office)) == 1


async def test_a_bot_that_was_left_silent_between_two_steps_is_woken(office: Office) -> None:
    office.waiting()
    await office.conversations.officer_takes(CONVERSATION)
    await keeper(office).round()
    assert not is_silent(office)


async def test_giving_back_is_in_the_audit(office: Office) -> None:
    await claimed(office)
    office.alerted()
    await keeper(office).round()
    assert office.acts(CONVERSATION)[-1] == ("machine", "give_back_conversation")


async def test_who_takes_it_while_the_bot_is_being_woken_has_a_silent_bot(office: Office) -> None:
    await claimed(office)
    office.alerted()
    manager, wake = office.officer("complaints_manager"), office.conversations.wake

    async def wake_late(conversation: str, text: str, *, waits: bool = True) -> None:
        await wake(conversation, text, waits=waits)
        office.work.claim(conversation, manager.id, office.clock.now() + timedelta(seconds=1))

    office.conversations.wake = wake_late  # type: ignore[method-assign]
    await keeper(office).round()
    assert is_silent(office)
