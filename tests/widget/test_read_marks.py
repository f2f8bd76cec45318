"""Read marks: what an officer wrote counts as read once it stood before the person, in the widget or on a page."""

from __future__ import annotations

from bot.correspondence import Correspondence
from tests.widget.conftest import House, Person
from tests.widget.stub_rasa import officer_says


async def officer_answers(house: House) -> None:
    house.clock.forward(minutes=1)
    house.transcripts.say(house.conversation, "bot", officer_says("Hello, I am here."), house.clock.now())
    house.clock.forward(minutes=1)


def unread(house: House) -> int:
    correspondence = Correspondence(house.transcripts, house.chats, house.audit, house.clock)
    return len(correspondence.unread_in_chat(house.conversation))


async def test_what_the_widget_shows_is_read_and_that_is_noted_once(person: Person, house: House) -> None:
    await person.says("hello")
    await officer_answers(house)
    assert unread(house) == 1
    for _ in range(2):
        assert (await person.http.post("/api/chat/read")).status == 204
    assert unread(house) == 0
    assert [(line.who, line.what) for line in house.audit.about(house.conversation)] == [
        ("person", "read_own_messages")
    ]


async def test_nothing_is_marked_where_no_officer_spoke(person: Person, house: House) -> None:
    await person.says("hello")
    assert (await person.http.post("/api/chat/read")).status == 204
    assert list(house.audit.about(house.conversation)) == []


async def test_a_browser_without_a_conversation_reads_nothing(person: Person) -> None:
    assert (await person.http.post("/api/chat/read")).status == 401


async def test_another_site_marks_nothing(person: Person, house: House) -> None:
    await person.says("hello")
    await officer_answers(house)
    answer = await person.http.post("/api/chat/read", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status == 403
    assert unread(house) == 1


async def test_a_page_without_javascript_marks_it_too(person: Person, house: House) -> None:
    await person.says("hello")
    house.transcripts.say(house.conversation, "slot", {"name": "handoff_state", "value": "with_officer"})
    await officer_answers(house)
    page = await (await person.http.get("/say")).text()
    assert "Hello, I am here." in page
    assert unread(house) == 0


async def test_a_page_is_shown_when_the_mark_cannot_be_kept(person: Person, house: House) -> None:
    await person.says("hello")
    house.transcripts.say(house.conversation, "slot", {"name": "handoff_state", "value": "with_officer"})
    await officer_answers(house)
    house.audit.busy = True
    assert (await person.http.get("/say")).status == 200
