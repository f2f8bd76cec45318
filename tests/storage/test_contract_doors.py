"""What ports.Chats, Transcripts, Officers and Audit promise, on the fakes, SQLite and PostgreSQL."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from bot.ports import Conflict, Held, Helper, Noted, OpenedCase, Row, Screen
from tests.builders import AT, CONVERSATION, a_chat, a_session, an_officer
from tests.storage.conftest import Kept

LATER = AT + timedelta(minutes=5)

# --- conversations ---


def test_a_browser_is_known_by_its_mark(kept: Kept) -> None:
    kept.chats.open(a_chat())
    assert kept.chats.by_mark("mark-of-the-browser") == a_chat()
    assert kept.chats.by_mark("made-up") is None


def test_a_conversation_remembers_when_somebody_was_there(kept: Kept) -> None:
    kept.chats.open(a_chat())
    kept.chats.seen(CONVERSATION, LATER)
    assert kept.chats.by_mark("mark-of-the-browser") == a_chat(seen_at=LATER)


def test_after_leaving_the_mark_opens_nothing(kept: Kept) -> None:
    kept.chats.open(a_chat())
    kept.chats.leave(CONVERSATION, LATER)
    assert kept.chats.by_mark("mark-of-the-browser") is None


def test_conversations_in_which_nobody_has_been_are_found_and_forgotten(kept: Kept) -> None:
    kept.chats.open(a_chat())
    assert kept.chats.idle_since(AT) == []
    assert kept.chats.idle_since(LATER) == [CONVERSATION]
    kept.chats.forget(CONVERSATION)
    assert kept.chats.idle_since(LATER) == []
    assert kept.chats.by_mark("mark-of-the-browser") is None


def test_a_moment_comes_back_in_utc_whatever_zone_it_was_given_in(kept: Kept) -> None:
    summer_time = datetime(2026, 7, 1, 10, 0, 0, 123456, tzinfo=timezone(timedelta(hours=1)))
    kept.chats.open(a_chat(started_at=summer_time))
    found = kept.chats.by_mark("mark-of-the-browser")
    assert found and found.started_at == summer_time


def test_a_shared_screen_stands_with_its_conversation_and_is_forgotten_with_it(kept: Kept) -> None:
    kept.chats.open(a_chat())
    screen = Screen(CONVERSATION, "a hash", AT)
    kept.chats.share_screen(screen)
    for found in (kept.chats.by_mark("mark-of-the-browser"), kept.chats.of(CONVERSATION)):
        assert found == a_chat(screen=screen)
    kept.chats.share_screen(replace(screen, word_hash="another"))
    kept.chats.forget(CONVERSATION)
    kept.chats.open(a_chat())
    assert kept.chats.of(CONVERSATION) == a_chat()


def test_a_sign_of_life_does_not_show_a_hidden_screen_again(kept: Kept) -> None:
    kept.chats.open(a_chat())
    kept.chats.share_screen(Screen(CONVERSATION, "a hash", AT))
    kept.chats.hide_screen(CONVERSATION, hidden=True)
    kept.chats.attended(CONVERSATION, LATER)
    assert kept.chats.of(CONVERSATION) == a_chat(screen=Screen(CONVERSATION, "a hash", LATER, hidden=True))
    kept.chats.hide_screen(CONVERSATION, hidden=False)
    assert kept.chats.of(CONVERSATION) == a_chat(screen=Screen(CONVERSATION, "a hash", LATER))


def test_a_screen_that_nobody_shares_cannot_be_hidden(kept: Kept) -> None:
    kept.chats.open(a_chat())
    kept.chats.hide_screen(CONVERSATION, hidden=True)
    kept.chats.attended(CONVERSATION, LATER)
    assert kept.chats.of(CONVERSATION) == a_chat()


def test_a_conversation_is_found_by_its_name_left_or_not(kept: Kept) -> None:
    kept.chats.open(a_chat())
    kept.chats.leave(CONVERSATION, LATER)
    assert kept.chats.of(CONVERSATION) == a_chat(left_at=LATER)
    assert kept.chats.of("c-another") is None


def test_a_case_has_one_helper_until_they_are_let_out(kept: Kept) -> None:
    first = Helper("CF-0B1C-2D", "hash", ("read",), AT)
    second = Helper("CF-0B1C-2D", "another", (), LATER)
    assert kept.chats.helper("CF-0B1C-2D") is None
    for helper in (first, second):
        kept.chats.let_in(helper)
        assert kept.chats.helper("CF-0B1C-2D") == helper
    kept.chats.let_out("CF-9999-99")
    assert kept.chats.helper("CF-0B1C-2D") == second
    kept.chats.let_out("CF-0B1C-2D")
    assert kept.chats.helper("CF-0B1C-2D") is None


def test_an_opened_case_is_known_until_it_is_closed_or_forgotten(kept: Kept) -> None:
    opened = OpenedCase("mark", "CF-0B1C-2D", "lock", AT, AT)
    kept.chats.open_case(opened)
    kept.chats.seen_case("mark", LATER)
    assert kept.chats.opened_case("mark") == replace(opened, seen_at=LATER)
    kept.chats.open_case(replace(opened, token_mark="next day", opened_at=LATER + timedelta(days=1, seconds=1)))
    assert kept.chats.opened_case("mark") is None
    kept.chats.close_case("next day")
    assert kept.chats.opened_case("next day") is None


def test_a_token_opens_its_case_once(kept: Kept) -> None:
    kept.chats.put_token("token", "CF-0B1C-2D", AT)
    assert kept.chats.take_token("token", LATER) == "CF-0B1C-2D"
    assert kept.chats.take_token("token", LATER) is None


def test_a_token_of_a_wrong_secret_opens_nothing(kept: Kept) -> None:
    kept.chats.put_token("token", None, AT)
    assert kept.chats.take_token("token", AT) is None


@pytest.mark.parametrize(("minutes", "opens"), [(10, "CF-0B1C-2D"), (10.01, None)])
def test_a_token_lives_for_ten_minutes(kept: Kept, minutes: float, opens: str | None) -> None:
    kept.chats.put_token("token", "CF-0B1C-2D", AT)
    assert kept.chats.take_token("token", AT + timedelta(minutes=minutes)) == opens


def test_of_twenty_who_use_a_token_at_once_one_succeeds(kept: Kept) -> None:
    kept.chats.put_token("token", "CF-0B1C-2D", AT)
    with ThreadPoolExecutor(20) as threads:
        taken = list(threads.map(lambda _: kept.chats.take_token("token", AT), range(20)))
    assert [reference for reference in taken if reference] == ["CF-0B1C-2D"]


def test_wrong_tries_are_counted_by_key_and_time(kept: Kept) -> None:
    for minute in (0, 1, 2):
        kept.chats.tried("reference:CF-0B1C-2D", AT + timedelta(minutes=minute))
    kept.chats.tried("reference:other", AT)
    assert kept.chats.tries("reference:CF-0B1C-2D", AT) == 3
    assert kept.chats.tries("reference:CF-0B1C-2D", AT + timedelta(minutes=1)) == 2
    assert kept.chats.tries("reference:none", AT) == 0


# --- transcripts ---


def test_before_anything_was_said_there_is_nothing_to_read_or_erase(kept: Kept) -> None:
    assert list(kept.transcripts.rows(CONVERSATION)) == []
    kept.transcripts.erase(CONVERSATION)


def test_a_transcript_has_what_person_and_bot_said_in_order(kept: Kept) -> None:
    asked = kept.say(CONVERSATION, "user", {"text": "hello 👋", "message_id": "m1"})
    kept.say(CONVERSATION, "action", {"name": "action_listen"})
    kept.say("c-other", "user", {"text": "not yours"})
    answered = kept.say(CONVERSATION, "bot", {"text": "Hi"}, LATER)
    assert list(kept.transcripts.rows(CONVERSATION)) == [
        Row(asked, "user", AT, {"text": "hello 👋", "message_id": "m1"}),
        Row(answered, "bot", LATER, {"text": "Hi"}),
    ]


def test_only_what_is_new_is_read_again(kept: Kept) -> None:
    numbers = [kept.say(CONVERSATION, "user", {"text": str(each)}) for each in range(3)]
    assert [row.data["text"] for row in kept.transcripts.rows(CONVERSATION, after=numbers[1])] == ["2"]
    assert list(kept.transcripts.rows(CONVERSATION, after=numbers[2])) == []


def test_erasing_a_conversation_leaves_the_others(kept: Kept) -> None:
    for conversation in (CONVERSATION, "c-other"):
        kept.say(conversation, "user", {"text": conversation})
    kept.transcripts.erase(CONVERSATION)
    assert list(kept.transcripts.rows(CONVERSATION)) == []
    assert [row.data["text"] for row in kept.transcripts.rows("c-other")] == ["c-other"]


def test_what_rasa_remembers_is_the_latest_value_of_each_slot(kept: Kept) -> None:
    for name, value in (("reporter_role", "parent"), ("care_status", "none"), ("reporter_role", None)):
        kept.say(CONVERSATION, "slot", {"name": name, "value": value})
    kept.say("c-other", "slot", {"name": "care_status", "value": "in_care"})
    assert kept.transcripts.slots(CONVERSATION) == {"reporter_role": None, "care_status": "none"}
    assert kept.transcripts.slots("c-nobody") == {}


def test_held_answers_come_back_whole_and_in_order_until_rasa_has_heard_them(kept: Kept) -> None:
    account = Held(CONVERSATION, "m1", AT, "what_happened", "he hit me 👋", None, "at_risk", True, False)
    role = Held(CONVERSATION, "m2", AT, "reporter_role", "A parent", "parent")
    for answer in (account, role, replace(role, conversation="c-other", message_id="m3")):
        assert kept.transcripts.hold(answer)
    assert kept.transcripts.held(CONVERSATION) == [account, role]
    kept.transcripts.heard("m1")
    assert kept.transcripts.held(CONVERSATION) == [role]


def test_the_same_answer_is_held_once(kept: Kept) -> None:
    answer = Held(CONVERSATION, "m1", AT, "name", "Sam")
    assert kept.transcripts.hold(answer)
    assert not kept.transcripts.hold(replace(answer, text="sent again"))
    assert kept.transcripts.held(CONVERSATION) == [answer]


def test_conversations_that_wait_for_rasa_are_named_longest_waiting_first(kept: Kept) -> None:
    for number, conversation in enumerate(("c-one", "c-two", "c-one")):
        kept.transcripts.hold(Held(conversation, f"m{number}", AT, "name", "Sam"))
    assert kept.transcripts.waiting() == ["c-one", "c-two"]


def test_erasing_a_conversation_erases_the_answers_held_for_it(kept: Kept) -> None:
    for conversation in (CONVERSATION, "c-other"):
        kept.transcripts.hold(Held(conversation, f"m-{conversation}", AT, "name", "Sam"))
    kept.transcripts.erase(CONVERSATION)
    assert kept.transcripts.waiting() == ["c-other"]


# --- officers ---


def test_an_officer_comes_back_as_they_were(kept: Kept) -> None:
    officer = an_officer(roles=("complaints_manager", "safeguarding_lead"), disabled_at=LATER)
    kept.officers.add(officer)
    assert kept.officers.get("o1") == officer
    assert kept.officers.get("o2") is None


@pytest.mark.parametrize("typed", ["officer@council.example", "Officer@COUNCIL.example", " officer@council.example "])
def test_an_officer_is_found_however_their_address_is_typed(kept: Kept, typed: str) -> None:
    kept.officers.add(an_officer())
    assert kept.officers.by_email(typed) == an_officer()


@pytest.mark.parametrize("typed", ["", "else@council.example", "a\0b", "\ud83d"])
def test_nobody_is_found_by_another_address(kept: Kept, typed: str) -> None:
    kept.officers.add(an_officer())
    assert kept.officers.by_email(typed) is None


def test_two_officers_share_neither_id_nor_address(kept: Kept) -> None:
    kept.officers.add(an_officer())
    kept.officers.add(an_officer(id="o2", email="second@council.example"))
    for namesake in (an_officer(email="third@council.example"), an_officer(id="o3", email="OFFICER@council.example")):
        with pytest.raises(Conflict):
            kept.officers.add(namesake)
    with pytest.raises(Conflict):
        kept.officers.save(an_officer(id="o2"))
    assert {officer.id: officer.email for officer in kept.officers.all()} == {
        "o1": "officer@council.example",
        "o2": "second@council.example",
    }


def test_officers_are_listed_by_name(kept: Kept) -> None:
    for number, name in enumerate(("b", "C", "a")):
        kept.officers.add(an_officer(id=f"o{number}", email=f"{number}@council.example", name=name))
    assert [officer.name for officer in kept.officers.all()] == ["a", "b", "C"]


def test_a_changed_officer_is_kept(kept: Kept) -> None:
    kept.officers.add(an_officer())
    changed = replace(an_officer(), email="new@council.example", roles=("administrator",), disabled_at=LATER)
    kept.officers.save(changed)
    assert kept.officers.get("o1") == changed
    assert kept.officers.by_email("officer@council.example") is None
    with pytest.raises(LookupError):
        kept.officers.save(an_officer(id="o9", email="nine@council.example"))


def test_a_session_lasts_until_it_is_ended(kept: Kept) -> None:
    kept.officers.open_session(a_session())
    kept.officers.touch_session("mark-of-the-cookie", LATER)
    assert kept.officers.session("mark-of-the-cookie") == a_session(seen_at=LATER)
    kept.officers.end_sessions(token_mark="mark-of-the-cookie")
    assert kept.officers.session("mark-of-the-cookie") is None


def test_all_sessions_of_one_officer_end_together(kept: Kept) -> None:
    for mark, officer in (("here", "o1"), ("there", "o1"), ("other", "o2")):
        kept.officers.open_session(a_session(token_mark=mark, officer=officer))
    kept.officers.end_sessions(officer="o1")
    assert [mark for mark in ("here", "there", "other") if kept.officers.session(mark)] == ["other"]


def test_sessions_are_never_all_ended_by_mistake(kept: Kept) -> None:
    kept.officers.open_session(a_session())
    with pytest.raises(ValueError, match="either"):
        kept.officers.end_sessions()
    assert kept.officers.session("mark-of-the-cookie")


def test_a_one_time_code_is_used_once_and_the_newest_counts(kept: Kept) -> None:
    kept.officers.put_code("old", AT)
    kept.officers.put_code("new", AT)
    assert [kept.officers.take_code(code) for code in ("old", "new", "new")] == [None, "", None]


def test_codes_of_different_officers_stand_beside_each_other(kept: Kept) -> None:
    kept.officers.put_code("for o1", AT, "o1")
    kept.officers.put_code("for o2", AT, "o2")
    assert [kept.officers.take_code(code) for code in ("for o1", "for o2")] == ["o1", "o2"]


def test_a_code_made_too_long_ago_is_used_up_and_opens_nothing(kept: Kept) -> None:
    kept.officers.put_code("code", AT)
    assert kept.officers.take_code("code", since=LATER) is None
    assert kept.officers.take_code("code") is None


def test_a_code_of_an_app_is_used_up_for_one_officer_by_one_of_many(kept: Kept) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(lambda _: kept.officers.use_step("o1", 58000000), range(8))) == [False] * 7 + [True]
    assert kept.officers.use_step("o2", 58000000)
    assert kept.officers.use_step("o1", 58000001)
    assert not kept.officers.use_step("o1", 58000000)


def test_a_recovery_code_is_used_up_by_one_of_many(kept: Kept) -> None:
    kept.officers.put_recovery_codes("o1", ["a", "b"])
    kept.officers.put_recovery_codes("o2", ["c"])
    with ThreadPoolExecutor(8) as pool:
        taken = sorted(pool.map(lambda _: kept.officers.take_recovery_code("o1", "a"), range(8)))
    assert taken == [False] * 7 + [True]
    assert not kept.officers.take_recovery_code("o1", "c")
    assert [list(kept.officers.recovery_codes(officer)) for officer in ("o1", "o2")] == [["b"], ["c"]]


def test_new_recovery_codes_take_the_place_of_older_ones(kept: Kept) -> None:
    kept.officers.put_recovery_codes("o1", ["a", "b"])
    kept.officers.put_recovery_codes("o1", ["c"])
    assert list(kept.officers.recovery_codes("o1")) == ["c"]


# --- the audit ---


def test_the_audit_gives_what_was_done_to_one_thing_oldest_first(kept: Kept) -> None:
    kept.audit.note("o1", "read_case", "CF-0B1C-2D", AT)
    kept.audit.note("o1", "read_case", "CF-OTHER", AT)
    kept.audit.note("o2", "confirm_pathway", "CF-0B1C-2D", LATER)
    assert list(kept.audit.about("CF-0B1C-2D")) == [
        Noted(AT, "o1", "read_case", "CF-0B1C-2D"),
        Noted(LATER, "o2", "confirm_pathway", "CF-0B1C-2D"),
    ]
