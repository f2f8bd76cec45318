"""The pages about a case: in with reference and secret, messages with read marks, what may be done, the record."""

from __future__ import annotations

import contextlib
import re
import time
import zlib
from collections.abc import Mapping
from html import unescape

import pytest
from aiohttp import ClientResponse

from bot import receipts
from bot.complaints.case import Event
from bot.ports import StoreBusy
from bot.visits import mark
from bot.words import words
from tests.builders import ACCOUNT, AT, CONVERSATION, a_case, a_clock, a_point
from tests.widget.conftest import House, Open, Person
from tests.widget.stub_rasa import officer_says

REFERENCE, OTHER = receipts.new_reference(), receipts.new_reference()
SECRET = "kettle otter walnut violin pebble"


def keep(house: House, **changes: object) -> None:
    house.cases.add(a_case(reference=REFERENCE, **changes), "key", ())
    house.cases.set_secret_hash(REFERENCE, f"kept:{receipts.plain_secret(SECRET)}")


def officer_writes(house: House, words: str) -> None:
    case = house.cases.get(REFERENCE)
    assert case
    house.cases.save(case.noting(Event(house.clock.now(), "o1", "message", {"words": words})))


async def send(person: Person, path: str, told: Mapping[str, str] | None = None) -> ClientResponse:
    return await person.http.post(path, data=told or {}, allow_redirects=False)


async def enter(person: Person, reference: str = REFERENCE, secret: str = SECRET) -> ClientResponse:
    return await send(person, "/status", {"reference": reference, "secret": secret})


def kept(html: str) -> dict[str, str]:
    """What waits in the page that asks for the secret, as a browser would send it again."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', html)
    return {name: unescape(value) for name, value in found}


async def page(person: Person, path: str = "/status/case") -> str:
    answer = await person.http.get(path, allow_redirects=False)
    assert answer.status == 200, answer.status
    return await answer.text()


# --- in and out ---


async def test_the_words_open_the_case_however_they_are_typed(person: Person, house: House) -> None:
    keep(house)
    answer = await enter(person, REFERENCE.lower().replace("-", " "), SECRET.upper().replace(" ", "-"))
    assert (answer.status, answer.headers["Location"]) == (303, "/status/case")
    html = await page(person)
    assert REFERENCE in html
    assert "Monday 16 March 2026" in html


async def test_a_wrong_secret_and_an_unknown_reference_look_the_same(person: Person, house: House) -> None:
    keep(house)
    told = []
    for reference in (REFERENCE, OTHER):
        answer = await enter(person, reference, "walnut otter kettle violin pebble")
        told.append((answer.status, (await answer.text()).replace(reference, "")))
    assert told[0] == told[1]
    assert told[0][0] == 422
    assert "hys-case" not in {cookie.key for cookie in person.http.session.cookie_jar}


async def test_the_page_of_an_error_says_so_first_and_beside_the_field(person: Person) -> None:
    html = await (await send(person, "/status", {"reference": REFERENCE})).text()
    assert "<title>Error: " in html
    assert 'role="alert"' in html
    assert 'aria-invalid="true"' in html
    assert f'value="{REFERENCE}"' in html


async def test_guessing_gets_slower_and_the_owner_still_gets_in(open_door: Open, house: House) -> None:
    keep(house)
    stranger, owner = await open_door(), await open_door()
    for _ in range(4):
        await enter(stranger, secret="walnut otter kettle violin pebble")
    started = time.monotonic()
    assert (await enter(owner)).status == 303
    assert 1.0 <= time.monotonic() - started < 11


@pytest.mark.parametrize(("minutes", "opens"), [(19, True), (21, False)])
async def test_a_case_that_nobody_uses_is_shut(person: Person, house: House, minutes: int, opens: bool) -> None:
    keep(house)
    await enter(person)
    house.clock.forward(minutes=minutes)
    answer = await person.http.get("/status/case", allow_redirects=False)
    assert (answer.status == 200) is opens


async def test_a_case_is_shut_after_two_hours_even_in_use(person: Person, house: House) -> None:
    keep(house)
    await enter(person)
    for _ in range(8):
        house.clock.forward(minutes=15.1)
        answer = await person.http.get("/status/case", allow_redirects=False)
    assert answer.status == 303


async def test_a_new_secret_shuts_what_the_old_one_opened(person: Person, house: House) -> None:
    keep(house)
    await enter(person)
    house.cases.set_secret_hash(REFERENCE, "kept:another")
    assert (await person.http.get("/status/case", allow_redirects=False)).status == 303
    assert (await enter(person)).status == 422


@pytest.mark.parametrize("way", ["/status/case/close", "/leave"])
async def test_closing_and_leaving_shut_the_case_on_the_server(person: Person, house: House, way: str) -> None:
    keep(house)
    token = (await enter(person)).cookies["hys-case"].value
    await send(person, way)
    answer = await person.http.get("/status/case", cookies={"hys-case": token}, allow_redirects=False)
    assert answer.status == 303


async def test_no_secret_is_in_an_address_or_comes_back_in_a_page(person: Person, house: House) -> None:
    keep(house)
    html = await (await enter(person, OTHER)).text()
    assert "otter" not in html
    assert "otter" not in (await enter(person)).headers["Location"]


@pytest.mark.parametrize("path", ["/status/case/add", "/status/case/withdraw", "/status/case/next-stage"])
async def test_nothing_is_done_to_a_case_that_is_not_open(person: Person, house: House, path: str) -> None:
    keep(house)
    html = await (await send(person, path, {"words": "Hello"})).text()
    assert (REFERENCE in html, len(_events(house))) == (False, 1)


async def test_what_is_sent_after_the_visit_ended_waits_in_the_page_and_is_sent_once_the_case_is_open(
    person: Person, house: House
) -> None:
    keep(house)
    await enter(person)
    assert "stays open for 20 minutes" in await page(person)
    house.clock.forward(minutes=21)
    html = await (await send(person, "/status/case/withdraw", {"words": "It is <better>.\r\nThank you"})).text()
    told = kept(html)
    assert told == {"what": "withdraw", "words": "It is <better>.\nThank you"}
    assert "not in your case yet" in html
    told = kept(await (await send(person, "/status", {"reference": REFERENCE, "secret": "wrong", **told})).text())
    answer = await send(person, "/status", {"reference": REFERENCE, "secret": SECRET, **told})
    html = await answer.text()
    assert re.search(
        r"<details open>(?:(?!</details>).)*/withdraw.*?>It is &lt;better&gt;.\nThank you</text", html, re.DOTALL
    )
    assert "asks_withdrawal" not in dict(_events(house)), "nothing is done before the person sends it again"
    await send(person, "/status/case/withdraw", {"words": told["words"]})
    assert _events(house)[-1] == ("asks_withdrawal", "It is <better>.\nThank you")


async def test_what_waits_for_a_form_that_is_not_offered_waits_as_something_to_add(
    person: Person, house: House
) -> None:
    keep(house, facts={"reporter_role": "child", "email": "me@example.org"})
    told = {"reference": REFERENCE, "secret": SECRET, "what": "next-stage", "words": "Not right"}
    html = await (await send(person, "/status", told)).text()
    assert '<textarea id="add" name="words" rows="5">Not right</textarea>' in html
    assert 'href="#add"' in html


@pytest.mark.parametrize("erased", [False, True])
async def test_danger_in_what_is_sent_after_the_visit_ended_is_an_alert_all_the_same(
    person: Person, house: House, erased: bool
) -> None:
    keep(house)
    token = (await enter(person)).cookies["hys-case"].value
    house.clock.forward(minutes=21)
    if erased:
        house.chats.close_case(mark(token))
    html = await (await send(person, "/status/case/add", {"words": "my dad is hitting me now"})).text()
    assert "999" in html
    assert kept(html)["words"] == "my dad is hitting me now"
    [alert] = house.spool.waiting()
    assert (alert.conversation == CONVERSATION) is not erased
    assert len(_events(house)) == 1


@pytest.mark.parametrize("ended", [False, True])
@pytest.mark.parametrize("broken", ["opened_case", "seen_case"])
async def test_danger_is_heard_and_nothing_is_lost_when_the_store_is_away(
    person: Person, house: House, ended: bool, broken: str
) -> None:
    keep(house)
    await enter(person)
    house.clock.forward(minutes=21 if ended else 1)

    def away(*_: object) -> None:
        raise StoreBusy

    setattr(house.chats, "close_case" if ended and broken == "seen_case" else broken, away)
    answer = await send(person, "/status/case/add", {"words": "my dad is hitting me now"})
    html = await answer.text()
    assert answer.status == 503
    assert "0800 1111" in html
    assert kept(html) == {"what": "add", "words": "my dad is hitting me now"}
    assert words().say("utter_door_case_away") in html
    assert [alert.words for alert in house.spool.waiting()] == ["my dad is hitting me now"]


async def test_what_the_store_did_not_take_waits_in_the_page_with_the_safety_words(
    person: Person, house: House
) -> None:
    keep(house)
    await enter(person)
    house.cases.busy = True
    answer = await send(person, "/status/case/add", {"words": "my dad is hitting me now"})
    html = await answer.text()
    assert answer.status == 503
    assert "0800 1111" in html
    assert kept(html)["words"] == "my dad is hitting me now"
    assert len(house.spool.waiting()) == 1


@pytest.mark.parametrize("ended", [False, True])
async def test_danger_is_heard_in_more_words_than_can_be_taken(person: Person, house: House, ended: bool) -> None:
    keep(house)
    await enter(person)
    house.clock.forward(minutes=21 if ended else 1)
    long = "It went wrong again. " * 300 + "My dad is hitting me now."
    html = await (await send(person, "/status/case/add", {"words": long})).text()
    assert "0800 1111" in html
    assert long in html
    assert len(house.spool.waiting()) == 1
    assert "added" not in dict(_events(house))


async def test_a_page_whose_reader_is_there_stays_open_and_one_that_has_closed_says_so(
    person: Person, house: House
) -> None:
    keep(house)
    await enter(person)
    for _ in range(3):
        house.clock.forward(minutes=19)
        assert (await send(person, "/status/case/stay")).status == 204
    house.clock.forward(minutes=21)
    assert (await send(person, "/status/case/stay")).status == 410


async def test_another_site_can_do_nothing_to_an_open_case(person: Person, house: House) -> None:
    keep(house)
    await enter(person)
    told = {"words": "Hello"}
    answer = await person.http.post("/status/case/add", data=told, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status == 403
    same = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}  # what a browser says of our own forms
    answer = await person.http.post("/status/case/add", data=told, headers=same, allow_redirects=False)
    assert answer.status == 303


# --- what it shows ---


async def test_the_page_shows_neither_the_account_nor_a_name(person: Person, house: House) -> None:
    keep(house, facts={"reporter_role": "child", "name": "Robin", "team_or_worker": "Ms Example"})
    officer_writes(house, "We have asked the team.")
    await enter(person)
    html = re.sub(r'integrity="[^"]+"', "", await page(person))  # letters that say nothing, "o1" perhaps among them
    assert [word for word in (ACCOUNT, "Robin", "Ms Example", "o1") if word in html] == []
    assert "We have asked the team." in html


async def test_a_child_reads_no_word_of_the_procedure(person: Person, house: House) -> None:
    keep(house)
    await enter(person)
    assert "statutory" not in (await page(person)).lower()


async def test_the_person_sees_when_an_officer_read_theirs(person: Person, house: House) -> None:
    keep(house)
    await enter(person)
    await send(person, "/status/case/add", {"words": "She came today."})
    assert (await page(person)).count("The team has not read this yet.") == 2  # what was sent, and what was added
    house.clock.forward(minutes=7)
    house.audit.note("o1", "read_case", REFERENCE, house.clock.now())
    html = await page(person)
    assert "not read this yet" not in html
    assert html.count("The team read this on Monday 2 March 2026, 10:37") == 2


async def test_a_new_message_is_new_once_and_then_it_says_when_it_was_read(person: Person, house: House) -> None:
    keep(house)
    house.clock.forward(minutes=5)
    officer_writes(house, "Please call us.")
    await enter(person)
    assert "<strong>New</strong>" in await page(person)
    html = await page(person)
    assert "<strong>New</strong>" not in html
    assert "You read this on Monday 2 March 2026, 10:35" in html


async def test_what_an_officer_said_in_the_chat_is_there_too(person: Person, house: House) -> None:
    keep(house)
    house.transcripts.say(CONVERSATION, "bot", officer_says("I will look into it."), AT)
    await enter(person)
    assert "I will look into it." in await page(person)


# --- what may be done ---


async def test_what_is_added_is_in_the_case_and_the_page_says_so(person: Person, house: House) -> None:
    keep(house)
    await enter(person)
    answer = await send(person, "/status/case/add", {"words": "One more thing"})
    assert answer.headers["Location"] == "/status/case?done=add"
    assert ("added", "One more thing") == _events(house)[-1]
    assert "A person at the council will read it" in await page(person, answer.headers["Location"])


async def test_nothing_added_is_a_fault_and_what_was_typed_stays(person: Person, house: House) -> None:
    keep(house)
    await enter(person)
    assert (await send(person, "/status/case/add", {"words": " "})).status == 422
    long = "x" * 5001
    html = await (await send(person, "/status/case/add", {"words": long})).text()
    assert long in html
    assert len(_events(house)) == 2  # sent, and asked for a safe way


async def test_the_next_stage_is_offered_when_it_can_be_asked_for_and_begins_at_once(
    person: Person, house: House
) -> None:
    keep(house, confirmed=True, points=(a_point(),), clock=a_clock(due=AT.date(), extended_due=None))
    await enter(person)
    assert "/status/case/next-stage" not in await page(person)
    house.clock.forward(days=60)
    await enter(person)
    assert "/status/case/next-stage" in await page(person)
    await send(person, "/status/case/next-stage", {"words": ""})
    case = house.cases.get(REFERENCE)
    assert case
    assert case.stage == "stage_2"


async def test_a_wish_to_stop_goes_to_an_officer_and_nothing_stops(person: Person, house: House) -> None:
    keep(house)
    await enter(person)
    await send(person, "/status/case/withdraw", {"words": ""})
    case = house.cases.get(REFERENCE)
    assert case
    assert (case.stage, _events(house)[-1][0]) == ("stage_1", "asks_withdrawal")
    assert "call_back" in [task.kind for task in house.work.tasks()]


async def test_danger_in_what_is_added_is_an_alert_before_anything_else(person: Person, house: House) -> None:
    keep(house)
    await enter(person)
    answer = await send(person, "/status/case/add", {"words": "my dad is hitting me now"})
    html = await answer.text()
    assert answer.status == 200
    assert "999" in html
    assert [alert.conversation for alert in house.spool.waiting()] == [CONVERSATION]
    assert ("added", "my dad is hitting me now") == _events(house)[-1]


async def test_a_safe_way_is_asked_for_once_where_there_is_none(person: Person, house: House) -> None:
    keep(house)
    await enter(person)
    assert "a grown-up you trust" in await page(person)
    assert "a grown-up you trust" not in await page(person)
    await send(person, "/status/case/contact", {"words": "my aunt"})
    case = house.cases.get(REFERENCE)
    assert case
    assert case.facts["safe_to_contact"] == "my aunt"


async def test_who_can_be_reached_is_not_asked(person: Person, house: House) -> None:
    keep(house, facts={"reporter_role": "child", "email": "me@example.org"})
    await enter(person)
    assert "a grown-up you trust" not in await page(person)


# --- the record ---


async def test_the_whole_record_comes_as_text_and_holds_no_officers_notes(person: Person, house: House) -> None:
    keep(house)
    officer_writes(house, "We look <today>.")
    for what in ("task_done", "linked"):
        case = house.cases.get(REFERENCE)
        assert case
        house.cases.save(case.noting(Event(AT, "o1", what, {"note": "between us", "reference": OTHER})))
    house.transcripts.say(CONVERSATION, "user", {"text": "I said this", "message_id": "m"}, AT)
    await enter(person)
    answer = await person.http.get("/status/case/record.txt")
    text = await answer.text()
    assert f'filename="{REFERENCE}.txt"' in answer.headers["Content-Disposition"]
    assert [part for part in (ACCOUNT, "We look <today>.", "I said this", "Robin") if part not in text] == []
    assert [part for part in ("between us", OTHER, "o1") if part in text] == []


@pytest.mark.parametrize("what", ["link_case", "note_wishes", "weigh_wishes"])
async def test_the_record_tells_nothing_of_a_linked_case_or_of_what_a_child_wants(
    person: Person, house: House, what: str
) -> None:
    keep(house)
    case = house.cases.get(REFERENCE)
    assert case
    told = {"why": "relative", "reason": "She is afraid of him."}
    house.cases.save(case.noting(Event(AT, "o1", what, told)).noting(Event(AT, "o1", "answer_stage_1", {})))
    await enter(person)
    text = await (await person.http.get("/status/case/record.txt")).text()
    assert "Answer stage 1." in text
    assert [part for part in ("relative", "afraid", "Link", "wishes") if part in text] == []


async def test_the_record_says_that_the_assistant_proposed_and_not_the_team(person: Person, house: House) -> None:
    keep(house)
    case = house.cases.get(REFERENCE)
    assert case
    house.cases.save(case.noting(Event(AT, "assistant", "pathway_proposed", {"pathway": "statutory"})))
    await enter(person)
    text = await (await person.http.get("/status/case/record.txt")).text()
    assert "The assistant, a computer: Pathway proposed." in text
    assert "The complaints team: Pathway proposed." not in text


async def test_the_record_as_pdf_is_tagged_and_says_its_language_and_title(person: Person, house: House) -> None:
    keep(house)
    await enter(person)
    answer = await person.http.get("/status/case/record.pdf")
    pdf = opened(await answer.read())
    assert answer.content_type == "application/pdf"
    assert [mark for mark in (b"/MarkInfo", b"/StructTreeRoot", b"/Lang (en-GB)", b"pdfuaid") if mark not in pdf] == []


def opened(pdf: bytes) -> bytes:
    """A PDF with what is packed in it unpacked behind."""
    found = []
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        with contextlib.suppress(zlib.error):
            found.append(zlib.decompress(packed))
    return b"\n".join([pdf, *found])


async def test_nobody_gets_a_record_without_the_secret(person: Person, house: House) -> None:
    keep(house)
    for end in ("txt", "pdf"):
        answer = await person.http.get(f"/status/case/record.{end}", allow_redirects=False)
        assert (answer.status, answer.headers["Location"]) == (303, "/status")


# --- the lost receipt ---


async def test_who_lost_their_words_begins_a_conversation_and_is_shown_nothing(person: Person, house: House) -> None:
    keep(house)
    answer = await send(person, "/status/lost", {"reference": REFERENCE})
    assert answer.headers["Location"] == "/status/lost?asked"
    assert house.conversation != CONVERSATION
    [task] = house.work.tasks()
    assert (task.kind, task.conversation, task.case, task.note) == ("lost_receipt", house.conversation, None, REFERENCE)
    handoff = house.work.handoff(house.conversation)
    assert handoff
    assert handoff.reason == "lost_receipt"
    assert (await person.http.get("/status/case", allow_redirects=False)).status == 303
    assert _events(house) == [("submitted", "")]


async def test_asking_twice_asks_once(person: Person, house: House) -> None:
    for _ in range(2):
        await send(person, "/status/lost")
    assert len(house.work.tasks()) == len(house.work.handoffs()) == 1


def _events(house: House) -> list[tuple[str, str]]:
    case = house.cases.get(REFERENCE)
    assert case
    return [(event.what, str(event.detail.get("words", ""))) for event in case.history]
