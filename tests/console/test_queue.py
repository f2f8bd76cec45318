"""The queue's pages: choosing, paging, taking, searching, hearing of changes; empty, long and strange."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ClientResponse
from markupsafe import escape

from bot.case_queue import ON_A_PAGE
from bot.console.beat import EVERY_SECONDS, MOST_STREAMS
from bot.settings import Settings
from tests.builders import AT, a_clock, a_point, a_task
from tests.console.conftest import Browser, Enter
from tests.office import Office

CASE = "CF-0B1C-2D"
PATIENCE = 30  # seconds; the machine may be busy


async def heard(stream: ClientResponse, name: str) -> None:
    """Wait until an event of this name comes."""
    async with asyncio.timeout(PATIENCE):
        while (await stream.content.readline()).decode().strip() != f"event: {name}":
            assert not stream.content.at_eof()


# --- choosing ---


async def test_what_is_chosen_stands_in_the_address_and_stays_chosen(enter: Enter, office: Office) -> None:
    officer = await enter("complaints_officer")
    office.case(clock=a_clock(due=AT.date() - timedelta(days=1)))
    office.case(reference="CF-1111-11", pathway="compliment", clock=None, conversation=None)
    page = await officer.read("/?due=late&pathway=")
    assert "CF-0B1C-2D" in page and "CF-1111-11" not in page
    assert '<option value="late" selected>' in page
    assert 'data-live="/live/queue?due=late"' in page
    nothing = await officer.read("/?stage=stage_3")
    assert "No open case is like that." in nothing and "CF-0B1C-2D" not in nothing


async def test_pages_keep_what_was_chosen(enter: Enter, office: Office) -> None:
    officer = await enter("complaints_officer")
    for number in range(ON_A_PAGE + 1):
        office.case(reference=f"CF-{number:04}-00", flags=("court",), conversation=None)
    first = await officer.read("/?flag=court")
    assert "Page 1 of 2" in first and 'href="/?flag=court&amp;page=2"' in first
    second = await officer.read("/?flag=court&page=2")
    assert second.count('id="case-') == 1 and 'href="/?flag=court"' in second


async def test_an_officer_takes_a_case_from_the_queue(enter: Enter, office: Office) -> None:
    officer, colleague = await enter("complaints_officer"), await enter("complaints_officer", name="colleague")
    office.case()
    assert f"Take {CASE}" in await officer.read("/")
    assert (await officer.send(f"/cases/{CASE}/take", "/")).headers["Location"] == f"/cases/{CASE}"
    assert '<span class="tag done">Yours</span>' in await officer.read("/")
    assert "Complaints officer works it" in await colleague.read("/")
    assert CASE in await officer.read("/?whose=mine") and CASE not in await colleague.read("/?whose=mine")


async def test_an_administrator_says_for_which_teams_somebody_works(enter: Enter, office: Office) -> None:
    administrator = await enter("administrator")
    officer = office.officer("complaints_officer")
    known = office.desk.profile.teams[0]
    await administrator.post(
        f"/officers/{officer.id}/teams", {"csrf": await administrator.token("/officers"), "teams": known}
    )
    assert (kept := office.officers.get(officer.id)) and kept.teams == (known,)
    await administrator.send(f"/officers/{officer.id}/teams", teams="No such team")
    assert (kept := office.officers.get(officer.id)) and kept.teams == ()


async def test_an_officer_of_some_teams_is_offered_theirs_and_sees_no_other(enter: Enter, office: Office) -> None:
    first, second = office.desk.profile.teams[:2]
    officer = office.officer("complaints_officer")
    office.desk.sign_in.work_for(officer, officer, (first,))
    browser = await enter()
    await browser.sign_in(officer.email)
    office.case(team=second, conversation=None)
    page = await browser.read("/")
    assert "My teams’" in page and CASE not in page
    assert (await browser.get(f"/cases/{CASE}")).status == 404


# --- searching ---


async def test_search_shows_what_was_found_and_never_puts_it_into_an_address(enter: Enter, office: Office) -> None:
    officer = await enter("complaints_officer")
    office.case(facts={"name": "Robin Example"})
    answer = await officer.send("/search", "/", words="robin example")
    page = await answer.text()
    assert answer.status == 200 and f'href="/cases/{CASE}"' in page and "1 case" in page
    assert (await officer.get("/search?words=robin")).status == 405
    missing = await officer.send("/search", "/", words=" ")
    assert missing.status == 422 and "Enter a reference, a name or an e-mail address" in await missing.text()
    nothing = await (await officer.send("/search", "/", words="x@example.test")).text()
    assert "No case that you may see has exactly this e-mail address." in nothing


async def test_what_was_found_says_where_somebody_must_not_be_told_and_not_who(enter: Enter, office: Office) -> None:
    """Whoever rings and asks for a child's case by name must not learn from the search that there is one."""
    officer = await enter("complaints_officer")
    facts: dict[str, dict[str, Any]] = {
        "CF-0000-01": {"reporter_role": "parent", "must_not_tell": "my ex"},
        "CF-0000-02": {"reporter_role": "child"},
        "CF-0000-03": {"reporter_role": "parent"},
    }
    for reference, told in facts.items():
        office.case(reference=reference, conversation=None, facts={**told, "name": "Robin Example"})
    page = await (await officer.send("/search", "/", words="robin example")).text()
    rows = {reference: part for part in page.split("<li") for reference in facts if f"/cases/{reference}" in part}
    marked = {reference for reference, row in rows.items() if "Take care whom you tell" in row}
    warned = {each for each in facts if "Must not be told about this" in await officer.read(f"/cases/{each}")}
    assert marked == warned == {"CF-0000-01", "CF-0000-02"}
    assert "my ex" not in page


# --- hearing of changes ---


async def listening(browser: Browser, since: str = "") -> ClientResponse:
    stream = await browser.get(f"/live/queue/events?since={since}")
    assert (stream.status, stream.content_type) == (200, "text/event-stream")
    return stream


async def test_the_page_hears_of_what_changed_since_it_was_made(enter: Enter, office: Office) -> None:
    lead = await enter("safeguarding_lead")
    page = await lead.read("/")
    since = page.partition("events?since=")[2].partition('"')[0]
    office.alerted()
    stream = await listening(lead, since)
    await heard(stream, "changed")
    office.alerted(id="a2", message_id="m2")
    await heard(stream, "changed")


async def test_nothing_is_said_while_nothing_changes_and_never_what_changed(enter: Enter, office: Office) -> None:
    lead = await enter("safeguarding_lead")
    page = await lead.read("/")
    stream = await listening(lead, page.partition("events?since=")[2].partition('"')[0])
    with pytest.raises(asyncio.TimeoutError):
        async with asyncio.timeout(EVERY_SECONDS * 3):
            await heard(stream, "changed")
    office.alerted()
    said = b""
    async with asyncio.timeout(PATIENCE):
        while b"changed" not in said:
            said += await stream.content.readline()
        said += await stream.content.readline() + await stream.content.readline()
    assert b"a1" not in said and b"hurting" not in said


async def test_the_stream_ends_with_the_session_and_does_not_keep_it_alive(enter: Enter, office: Office) -> None:
    lead = await enter("safeguarding_lead")
    stream = await listening(lead)
    office.clock.forward(minutes=29)
    assert (await lead.get("/live/queue")).status == 200  # a page that looks again is nobody who does something
    office.clock.forward(minutes=1)
    await heard(stream, "ended")
    assert (await lead.get("/live/queue/events")).status == 401


async def test_signing_out_ends_the_streams_of_other_tabs(enter: Enter) -> None:
    lead = await enter("safeguarding_lead")
    stream = await listening(lead)
    await lead.send("/sign-out", "/")
    await heard(stream, "ended")


async def test_one_session_has_so_many_streams_and_no_more(enter: Enter) -> None:
    lead = await enter("safeguarding_lead")
    streams = [await listening(lead) for _ in range(MOST_STREAMS)]
    assert (await lead.get("/live/queue/events")).status == 429
    streams[0].close()
    async with asyncio.timeout(PATIENCE):
        while (await lead.get("/live/queue/events")).status == 429:
            await asyncio.sleep(0.2)


async def test_a_store_that_is_busy_ends_no_stream(enter: Enter, office: Office) -> None:
    lead = await enter("safeguarding_lead")
    stream = await listening(lead, "an old sign")
    await heard(stream, "changed")
    office.work.busy = True
    with pytest.raises(asyncio.TimeoutError):
        async with asyncio.timeout(EVERY_SECONDS * 2):
            await heard(stream, "changed")
    office.work.busy = False
    office.alerted()
    await heard(stream, "changed")


# --- alerts' clock ---


SERVICE = Settings(
    duty_email="duty@council.test",
    smtp_url="smtp://127.0.0.1:25",
    council_phone="020 7946 0000",
    out_of_hours_phone="020 7946 0999",
)


@pytest.mark.parametrize("settings", [SERVICE], ids=["a real service"])
async def test_an_alert_says_how_long_is_left_until_it_goes_to_the_next_person(enter: Enter, office: Office) -> None:
    lead = await enter("safeguarding_lead")
    office.alerted()
    office.clock.forward(minutes=4)
    assert "Goes to the next person in 6 minutes" in await lead.read("/")
    office.clock.forward(minutes=6)
    assert "Goes to the next person now" in await lead.read("/")
    await lead.send("/alerts/a1/acknowledge", "/")
    assert "next person" not in await lead.read("/")


async def test_in_a_demonstration_no_alert_is_said_to_go_to_anybody(enter: Enter, office: Office) -> None:
    lead = await enter("safeguarding_lead")
    office.alerted()
    office.clock.forward(minutes=20)
    queue, page = await lead.read("/"), await lead.read("/alerts/a1")
    assert "Goes to nobody else: this is a demonstration" in queue
    assert "No: this is a demonstration" in page
    assert not any(untrue in queue + page for untrue in ("next person", "Not mailed yet", "Not yet"))


async def test_who_reads_no_conversations_is_not_told_that_nobody_waits(enter: Enter, office: Office) -> None:
    office.waiting()
    manager = await enter("responding_manager")
    assert "Waiting for a person" not in await manager.read("/")


# --- strange data ---


STRANGE = {
    "right to left": "عبد الرحمن",
    "both ways": "Robin \u202eelpmaxE\u202c (רובין)",
    "emoji": "👩‍👧‍👦 Robin 🏳️‍🌈",
    "long word": "w" * 400,
    "markup": "<script>alert(1)</script><b onclick=x>Robin</b>",
    "template": "{{ 7*7 }}{% if %}",
    "control": "Ro\x00bin\x1b[31m",
    "broken emoji": "Robin \ud83d",
}


@pytest.mark.parametrize("name", STRANGE.values(), ids=STRANGE)
async def test_strange_names_are_found_and_shown_as_they_are(enter: Enter, office: Office, name: str) -> None:
    officer = await enter("complaints_officer")
    office.case(facts={"name": name}, points=(a_point(text=name),), team=name, flags=(name,))
    office.work.add_task(a_task(kind=name))
    page = await officer.read("/")
    assert CASE in page and str(escape(name)).replace("\ud83d", "\ufffd") in page
    assert "<script>alert" not in page and "<b onclick" not in page
    assert (await officer.get(f"/cases/{CASE}")).status == 200
    found = office.desk.search.find(officer.office.officer("complaints_manager"), name[:254])
    assert [case.reference for case in found.cases] == ([CASE] if len(name) < 254 else [])
