"""The questions as pages, at the door with everything behind it in memory; for most of these Rasa is away."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from uuid import uuid4

import pytest
from aiohttp import web

from bot.ports import StoreBusy
from bot.settings import Settings
from bot.widget.assistant import Assistant
from bot.widget.catching_up import QUIET, catch_up_quiet
from bot.widget.safety import Safety
from bot.widget.turns import Turns
from bot.words import WOULD_SAY, words
from tests.widget.browser_without_script import SAY, Plain
from tests.widget.conftest import House, Open, Person
from tests.widget.stub_rasa import SECRET, officer_says, says

ACCOUNT = "My social worker never calls back and has cancelled four visits since Easter."
DANGER = "my stepdad hits me when mum is at work"
ADDRESSES = (SAY, f"{SAY}/stopped")


@pytest.fixture
async def plain(open_door: Open, house: House) -> Plain:
    """A browser without JavaScript at a door behind which Rasa is away."""
    house.rasa.down = True
    return Plain((await open_door()).http)


async def told(plain: Plain, account: str = ACCOUNT) -> Plain:
    """The account is given, and the next question is open."""
    return await (await plain.goes()).sends(answer=account)


async def at_check(plain: Plain) -> Plain:
    """Everything is skipped up to check-your-answers."""
    await told(plain)
    while plain.asks != "confirm":
        await plain.sends(do="do:skip")
    return plain


def alerted(house: House) -> set[str]:
    """The words of every alert, wherever the watch has brought it."""
    return {alert.words for alert in (*house.spool.waiting(), *house.work.alerts())}


# --- what every page of them is ---


async def test_the_account_comes_first_and_who_reads_it_is_said_above_it_without_a_cookie(plain: Plain) -> None:
    await plain.goes()
    assert plain.asks == "what_happened"
    assert words().say("utter_door_widget_who_reads") in plain.text
    assert plain.text.index("tell people who can help") < plain.text.index("Your answer")
    async with plain.http.get(SAY) as answer:
        assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("address", ADDRESSES)
async def test_every_page_has_the_way_out_and_help_in_the_same_place(plain: Plain, address: str) -> None:
    await plain.goes(address)
    assert plain.page.count('<form class="exit" method="post" action="/leave"') == 1
    assert plain.page.count('<a class="help" href="/help-now">') == 1


async def test_a_page_is_never_kept_and_names_its_origin_to_this_site_only(plain: Plain) -> None:
    async with plain.http.get(SAY) as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "same-origin"


async def test_an_answer_leads_to_the_next_question_by_a_redirect(plain: Plain) -> None:
    await plain.goes()
    async with plain.http.post(SAY, data={**plain.hidden, "answer": ACCOUNT}, allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, SAY)


async def test_what_another_site_sends_is_refused(plain: Plain, house: House) -> None:
    await plain.goes()
    told = {**plain.hidden, "answer": ACCOUNT}
    async with plain.http.post(SAY, data=told, headers={"Origin": "https://elsewhere.test"}) as answer:
        assert answer.status == 403
    assert house.transcripts.waiting() == []


@pytest.mark.parametrize(
    "form",
    [
        {}, {"id": "1", "page": "name"}, {"id": str(uuid4())}, {"id": str(uuid4()), "page": "secret"},
        {"id": str(uuid4()), "page": "../name", "answer": "x"},
    ],
)  # fmt: skip
async def test_a_form_that_no_page_sent_is_refused(plain: Plain, house: House, form: dict[str, str]) -> None:
    await plain.posts(form)
    assert plain.status in (400, 422)
    assert house.transcripts.waiting() == []


# --- one question after the other ---


async def test_a_child_is_asked_in_the_laws_order_and_in_a_childs_words(plain: Plain) -> None:
    await told(plain)
    assert plain.asks == "reporter_role"
    await plain.sends(choice="child")
    assert plain.asks == "care_status"
    assert plain.heading == words().say("utter_question_care_status", "child")
    await plain.sends(choice="in_care")
    assert plain.asks == "matter"
    assert "social_worker" in plain.choices


async def test_everything_but_the_account_can_be_skipped(plain: Plain) -> None:
    await plain.goes()
    assert "do:skip" not in plain.buttons
    await at_check(plain)
    assert ACCOUNT in plain.text


async def test_an_advocate_is_offered_by_a_button_after_the_account_and_arranged_at_once(
    plain: Plain, house: House
) -> None:
    await told(plain)
    asked = plain.asks
    await plain.sends(do="do:ask_advocate")
    assert [task.kind for task in house.work.tasks()] == ["arrange_advocate"]
    assert plain.asks == asked
    assert "do:ask_advocate" not in plain.buttons


async def test_words_written_beside_a_button_are_not_lost(plain: Plain, house: House) -> None:
    await told(plain)
    while plain.asks != "wanted_outcome":
        await plain.sends(do="do:skip")
    await plain.sends(answer="Somebody who calls back", do="send_now")
    [case] = house.cases.all()
    assert case.points[0].wanted_outcome == "Somebody who calls back"


async def test_own_words_beside_a_choice_are_kept_with_it(plain: Plain, house: House) -> None:
    await told(plain)
    await plain.sends(choice="child")
    while plain.asks != "safe_to_contact":
        await plain.sends(do="do:skip")
    await plain.sends(choice="trusted_adult", answer="my nan")
    await plain.sends(do="yes")
    [case] = house.cases.all()
    assert case.facts["safe_to_contact"] == "Through a grown-up I trust: my nan"


async def test_a_matter_that_was_chosen_is_the_points(plain: Plain, house: House) -> None:
    await told(plain)
    while plain.asks != "matter":
        await plain.sends(do="do:skip")
    await plain.sends(choice="communication")
    await plain.sends(do="send_now")
    [case] = house.cases.all()
    assert case.points[0].matter == ("communication",)


# --- faults ---


@pytest.mark.parametrize("sent", [{"answer": ""}, {"answer": " \r\n "}, {}])
async def test_an_empty_answer_is_said_beside_the_field_and_in_a_summary_that_takes_focus(
    plain: Plain, sent: dict[str, str]
) -> None:
    await (await plain.goes()).sends(**sent)
    fault = words().say("utter_door_say_error_empty")
    assert plain.status == 422
    assert plain.title.startswith("Error: ")
    assert re.search(r'<div class="faults" role="alert" tabindex="-1" autofocus', plain.page)
    assert f'<a href="#answer">{fault}</a>' in plain.page
    assert re.search(r'<textarea id="answer" [^>]*aria-invalid="true" aria-describedby="fault"', plain.page)
    assert plain.text.count(fault) == 2


async def test_a_choice_that_is_not_on_offer_is_a_fault(plain: Plain) -> None:
    await (await told(plain)).sends(choice="administrator")
    assert plain.status == 422
    assert words().say("utter_door_say_error_choose") in plain.text


async def test_an_address_without_its_sign_is_asked_for_again_with_what_was_written(plain: Plain) -> None:
    await told(plain)
    while plain.asks != "contact_preference":
        await plain.sends(do="do:skip")
    await plain.sends(choice="email")
    await plain.sends(answer="sam at home")
    assert plain.status == 422
    assert 'value="sam at home"' in plain.page
    await plain.sends(answer="sam@example.com")
    assert plain.asks not in ("email", "")


async def test_an_account_that_is_too_long_comes_back_whole_and_is_not_said_to_be_saved(
    plain: Plain, house: House
) -> None:
    long = "It went wrong again. " * 300
    await (await plain.goes()).sends(answer=long)
    assert plain.status == 422
    assert long.strip() in plain.page
    assert house.transcripts.waiting() == []


async def test_what_was_not_understood_in_rasa_is_a_fault_of_its_page(person: Person, house: House) -> None:
    plain = Plain(person.http)
    await told(plain)
    for name, value in (("points", [_point()]), ("requested_slot", "when_happened"), ("misunderstood", 1)):
        house.transcripts.say(house.conversation, "slot", {"name": name, "value": value})
    await plain.goes()
    assert plain.title.startswith("Error: ")
    assert words().say("utter_pardon") in plain.text


# --- danger ---


@pytest.mark.parametrize("asked", ["what_happened", "wanted_outcome", "email"])
async def test_the_safety_words_come_before_any_further_question_in_whatever_field_danger_is_told(
    plain: Plain, house: House, asked: str
) -> None:
    await plain.goes()
    if asked != "what_happened":
        await plain.sends(answer=ACCOUNT)
    await plain.posts({"id": str(uuid4()), "page": asked, "answer": DANGER})
    assert plain.asks == "go_on"
    assert "0800 1111" in plain.text and "999" in plain.text
    assert alerted(house) == {DANGER}
    assert {"safeguarding_screening"} <= {task.kind for task in house.work.tasks()}
    assert house.work.handoff(house.conversation) is not None


async def test_what_is_added_after_a_disclosure_is_passed_on_and_then_the_person_goes_on(
    plain: Plain, house: House
) -> None:
    await told(plain, DANGER)
    assert "safe right now" in plain.text
    await plain.sends(answer="I am at my nan's")
    assert alerted(house) == {DANGER, "I am at my nan's"}
    assert plain.asks == "go_on"
    assert "safe right now" not in plain.text
    await plain.sends(do="go_on")
    assert plain.asks == "reporter_role"


async def test_after_a_disclosure_nothing_is_asked_about_what_happened(plain: Plain) -> None:
    await told(plain, DANGER)
    await plain.sends(do="go_on")
    while plain.asks != "confirm":
        await plain.sends(do="do:skip")
    assert not {"matter", "nature", "when_happened"} & set(plain.visited)


async def test_that_nobody_could_be_told_is_said(plain: Plain, house: House) -> None:
    house.spool.full = True
    await told(plain, DANGER)
    assert words().say("utter_told_not_passed_on", phone="020 7946 0000") in plain.text


async def test_help_is_shown_with_rasa_and_the_store_away_and_nothing_is_said_to_be_saved(
    plain: Plain, house: House
) -> None:
    await plain.goes()

    def away(*_: object) -> None:
        raise StoreBusy

    house.chats.by_mark = house.chats.open = away  # type: ignore[assignment,method-assign]
    await plain.sends(answer=DANGER)
    assert plain.status == 503
    assert "0800 1111" in plain.text
    assert words().say("utter_door_say_error_not_saved") in plain.text
    assert DANGER in plain.page
    assert alerted(house) == {DANGER}


# --- checking and sending ---


async def test_a_changed_line_comes_straight_back_to_the_check(plain: Plain) -> None:
    await told(plain)
    await plain.sends(choice="parent")
    while plain.asks != "confirm":
        await plain.sends(do="do:skip")
    assert 'href="/say/change/reporter_role"' in plain.page
    await plain.goes(f"{SAY}/change/reporter_role")
    assert re.search(r'value="parent"[^>]*\schecked', plain.page)
    await plain.sends(choice="relative")
    while plain.asks != "confirm":  # a relative is asked how they know the child
        await plain.sends(do="do:skip")
    assert words().label("reporter_role", "relative") in plain.text


async def test_the_account_can_be_written_anew_from_what_stands_there(plain: Plain, house: House) -> None:
    await (await at_check(plain)).goes(f"{SAY}/change/account_again")
    assert ACCOUNT in plain.page
    await plain.sends(answer="It was three visits.")
    assert plain.asks == "confirm"
    await plain.sends(do="yes")
    [case] = house.cases.all()
    assert case.points[0].text == "It was three visits."


async def test_words_sent_from_an_old_first_page_are_added_and_replace_nothing(plain: Plain, house: House) -> None:
    await (await plain.goes()).sends(answer=ACCOUNT)
    await plain.posts({"id": str(uuid4()), "page": "what_happened", "answer": "And my review was moved."})
    await plain.sends(do="send_now")
    [case] = house.cases.all()
    assert case.points[0].text == f"{ACCOUNT}\nAnd my review was moved."


async def test_nothing_is_sent_before_the_button_is_pressed(plain: Plain, house: House) -> None:
    await at_check(plain)
    assert house.cases.all() == []


async def test_the_secret_is_shown_once_and_a_bookmarked_return_shows_the_reference_only(
    plain: Plain, house: House
) -> None:
    await (await at_check(plain)).sends(do="yes")
    [case] = house.cases.all()
    once = plain.address
    secret = re.findall(r'<dd class="secret">([a-z]+(?: [a-z]+){4})</dd>', plain.page)
    assert once.startswith(f"{SAY}/sent?once=") and case.reference in plain.page
    assert len(secret) == 1
    for address in (once, f"{SAY}/sent"):
        await plain.goes(address)
        assert case.reference in plain.page
        assert secret[0] not in plain.page
    assert house.door(demonstration=False).intake.opens(case.reference, secret[0])


async def test_the_same_form_sent_twice_makes_one_case(plain: Plain, house: House) -> None:
    await at_check(plain)
    form = {**plain.hidden, "do": "yes"}
    await plain.posts(form)
    await plain.posts(form)
    assert len(house.cases.all()) == 1


async def test_sending_that_failed_shows_the_answers_again_and_then_makes_one_case(plain: Plain, house: House) -> None:
    await at_check(plain)
    house.cases.busy = True
    await plain.sends(do="yes")
    assert (plain.status, plain.asks) == (503, "confirm")
    assert ACCOUNT in plain.text and plain.title.startswith("Error: ")
    house.cases.busy = False
    await plain.sends(do="yes")
    assert plain.address.startswith(f"{SAY}/sent?once=")
    assert len(house.cases.all()) == 1


async def test_a_case_from_the_pages_says_so(plain: Plain, house: House) -> None:
    await (await told(plain)).sends(do="send_now")
    assert [case.channel for case in house.cases.all()] == ["pages"]


async def test_without_a_case_there_is_no_confirmation(plain: Plain) -> None:
    await (await told(plain)).goes(f"{SAY}/sent")
    assert plain.status == 404


async def test_stopping_says_how_long_it_is_kept_and_can_be_gone_on_from(plain: Plain) -> None:
    await (await told(plain)).sends(do="do:stop")
    assert plain.address == f"{SAY}/stopped"
    assert "hours" in plain.text
    assert (await plain.goes()).asks == "reporter_role"


async def test_after_a_disclosure_stopping_does_not_say_that_it_is_deleted(plain: Plain) -> None:
    await (await told(plain, DANGER)).sends(do="do:stop")
    assert plain.address == f"{SAY}/stopped"
    assert words().say("utter_stopped_alert") in plain.text
    assert "deleted" not in plain.text
    assert (await plain.goes()).asks == "reporter_role"


async def test_in_a_demonstration_no_page_of_them_says_that_somebody_reads_it(open_door: Open, house: House) -> None:
    house.rasa.down = True
    nobody = dict.fromkeys(("duty_email", "smtp_url", "council_phone", "out_of_hours_phone"), "")
    plain = Plain((await open_door(**nobody)).http)
    seen = [(await plain.goes()).text, (await told(plain, DANGER)).text, (await plain.sends(do="do:stop")).text]
    assert words(demonstration=True).say("utter_stopped_alert") in plain.text
    await plain.goes()
    seen += [(await plain.sends(do="go_on")).text, (await plain.sends(do="send_now")).text]
    said = words(demonstration=True).say(WOULD_SAY)
    assert said in plain.text and plain.text.index(said) < plain.text.index("I have sent it")
    promises = re.compile(
        r"(?:complaints team|people who keep children safe) (?:reads?|have|has)|passed (?:this|it) on"
    )
    assert [text for text in seen if promises.search(text)] == []


async def test_where_nothing_waits_to_be_sent_stopping_does_not_say_that_nothing_was_sent(plain: Plain) -> None:
    await (await told(plain)).sends(do="send_now")
    await plain.goes(f"{SAY}/stopped")
    assert "Nothing was sent" not in plain.text


async def test_stopping_is_a_button_of_every_question_once_something_was_told(plain: Plain) -> None:
    assert "do:stop" not in (await plain.goes()).buttons
    await told(plain)
    while plain.asks != "confirm":
        assert "do:stop" in plain.buttons, plain.asks
        await plain.sends(do="do:skip")
    assert "do:stop" in plain.buttons


async def test_after_leaving_the_pages_know_nothing(plain: Plain) -> None:
    await told(plain)
    async with plain.http.post("/leave", allow_redirects=False) as answer:
        assert "Clear-Site-Data" in answer.headers
    await plain.goes()
    assert plain.asks == "what_happened"
    assert ACCOUNT not in plain.page


# --- Rasa away and back ---


async def test_what_is_held_is_told_to_rasa_in_order_before_anything_new(plain: Plain, house: House) -> None:
    await told(plain)
    await plain.sends(choice="parent")
    house.rasa.down = False
    await plain.sends(do="do:skip")
    assert [(each.get("page"), each.get("choice")) for each in house.rasa.heard] == [
        ("what_happened", None), ("reporter_role", "parent"), ("care_status", "do:skip"),
    ]  # fmt: skip
    assert house.transcripts.waiting() == []


async def test_an_answer_that_rasa_took_although_its_reply_was_lost_is_not_told_twice(
    person: Person, house: House
) -> None:
    plain = Plain(person.http)
    house.rasa.saves_then_breaks = True
    await told(plain)
    house.rasa.saves_then_breaks = False
    await plain.sends(choice="parent")
    assert [each["text"] for each in house.rasa.heard].count(ACCOUNT) == 1


async def test_a_danger_that_only_rasa_sees_is_shown_before_the_answers_behind_it_are_told(
    plain: Plain, house: House
) -> None:
    await told(plain)
    await plain.sends(choice="parent")
    house.rasa.down = False
    house.rasa.reply = lambda heard: _safety_words(house, heard)
    await plain.sends(do="do:skip")
    assert plain.asks == "go_on"
    assert "You are heard. Call 999." in plain.text
    assert [each.get("page") for each in house.rasa.heard] == ["what_happened"]
    await plain.sends(do="go_on")
    assert [each.get("page") for each in house.rasa.heard][1:] == ["reporter_role", "care_status", "go_on"]


async def test_what_was_sent_meanwhile_reaches_the_record_without_anybody_coming_back(
    plain: Plain, house: House, open_door: Open
) -> None:
    await (await told(plain)).sends(do="send_now")
    assert house.rasa.heard == []
    house.rasa.down = False
    await open_door()  # a door begins its rounds when it opens
    await _until_nothing_waits(house)
    assert [each.get("choice") for each in house.rasa.heard] == [None, "send_now"]


async def test_whoever_is_still_answering_is_left_to_bring_it_themselves(plain: Plain, house: House) -> None:
    await told(plain)
    house.rasa.down = False
    async with turns_of(house) as turns:
        await catch_up_quiet(turns)
        assert house.rasa.heard == []
        house.clock.forward(minutes=QUIET / timedelta(minutes=1))
        await catch_up_quiet(turns)
    assert [each["text"] for each in house.rasa.heard] == [ACCOUNT]


async def test_a_secret_that_was_typed_is_not_held(plain: Plain, house: House) -> None:
    await told(plain, "my reference is CF-W6GS-4N and the secret is R84T-H829-M789")
    [answer] = house.transcripts.held(house.conversation)
    assert "R84T" not in answer.text and "•••" in answer.text


# --- an officer ---


async def test_while_an_officer_has_the_conversation_the_pages_say_so_and_pass_words_on(
    person: Person, house: House
) -> None:
    plain = Plain(person.http)
    await told(plain)
    house.transcripts.say(house.conversation, "slot", {"name": "handoff_state", "value": "with_officer"})
    house.transcripts.say(house.conversation, "bot", officer_says("I am reading it now."))
    house.rasa.reply = lambda heard: []
    await plain.goes()
    assert plain.heading == words().say("utter_door_say_officer_title")
    assert "I am reading it now." in plain.text
    await plain.sends(answer="Thank you")
    assert "Thank you" in plain.text
    assert "page" not in house.rasa.heard[-1]


async def test_words_for_an_officer_are_held_too_while_rasa_is_away(person: Person, house: House) -> None:
    plain = Plain(person.http)
    await told(plain)
    house.transcripts.say(house.conversation, "slot", {"name": "handoff_state", "value": "with_officer"})
    await plain.goes()
    house.rasa.down = True
    await plain.sends(answer="Are you there?")
    assert words().say("utter_door_say_away") in plain.text
    house.rasa.down = False
    await plain.sends(answer="Hello?")
    assert [each["text"] for each in house.rasa.heard][-2:] == ["Are you there?", "Hello?"]


@asynccontextmanager
async def turns_of(house: House) -> AsyncIterator[Turns]:
    """The turns of a door that takes no part otherwise."""
    door = house.door(demonstration=False)
    async with house.rasa.server() as server:
        assistant = Assistant(str(server.make_url("")).rstrip("/"), SECRET)
        async with asynccontextmanager(assistant.connected)(web.Application()):
            yield Turns(door.intake, door.visits, assistant, Safety(door.intake, door.words, Settings()))


def _point() -> dict[str, object]:
    return {"what_happened": ACCOUNT, "matter": [], "nature": [], "wanted_outcome": None}


def _safety_words(house: House, heard: dict[str, object]) -> list[dict[str, object]]:
    first = heard["page"] == "what_happened"
    requested = "go_on" if first else "confirm"
    for name, value in (("points", [_point()]), ("requested_slot", requested), ("risk", "at_risk")):
        house.transcripts.say(house.conversation, "slot", {"name": name, "value": value})
    return [says("You are heard. Call 999.", kind="safety")] if first else []


async def _until_nothing_waits(house: House) -> None:
    async def empty() -> None:
        while house.transcripts.waiting():
            await asyncio.sleep(0.02)

    await asyncio.wait_for(empty(), 10)
