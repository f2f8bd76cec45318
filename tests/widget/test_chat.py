"""The chat API: a conversation from the first message to leaving."""

import asyncio
from uuid import uuid4

from tests.widget.conftest import House, Open, Person
from tests.widget.stub_rasa import officer_says, says

ROLES = (("A child or young person", "child"), ("A parent", "parent"))


async def test_there_is_no_cookie_before_the_first_message(person: Person) -> None:
    for path in ("/", "/privacy", "/help-now", "/api/chat/messages", "/api/chat/events"):
        answer = await person.http.get(path)
        assert "Set-Cookie" not in answer.headers


async def test_the_first_message_begins_a_conversation_and_is_answered(person: Person, house: House) -> None:
    answer = await person.says("my social worker never comes")
    assert answer.status == 200
    told = await answer.json()
    assert [message["text"] for message in told["messages"]] == ["You said: my social worker never comes"]
    assert told["you"]["text"] == "my social worker never comes"
    assert [house.conversation] == [heard["conversation"] for heard in house.rasa.heard]


async def test_an_answer_has_exactly_the_promised_keys(person: Person, house: House) -> None:
    house.rasa.reply = lambda _told: [says("Who are you?", *ROLES, kind="question", asks="reporter_role")]
    [message] = await person.hears("hello")
    assert message == {
        "seq": 2,
        "from": "bot",
        "kind": "question",
        "text": "Who are you?",
        "asks": "reporter_role",
        "choices": [
            {"label": "A child or young person", "value": "child"},
            {"label": "A parent", "value": "parent"},
        ],
    }


async def test_the_second_message_is_in_the_same_conversation(person: Person, house: House) -> None:
    await person.says("one")
    await person.says("two")
    assert len({heard["conversation"] for heard in house.rasa.heard}) == 1


async def test_the_browser_never_sees_the_conversations_id(person: Person, house: House) -> None:
    answer = await person.says("hello")
    assert house.conversation not in await answer.text()
    assert house.conversation not in str(answer.headers)


async def test_the_same_id_twice_answers_the_same_and_acts_once(person: Person, house: House) -> None:
    message_id = str(uuid4())
    first, second = [await (await person.says("hello", message_id)).json() for _ in range(2)]
    assert first == second
    assert len(house.rasa.heard) == 1


async def test_the_same_id_at_another_process_of_the_door_acts_once(open_door: Open, house: House) -> None:
    here, there = await open_door(), await open_door()
    message_id = str(uuid4())
    first = await here.says("hello", message_id)
    cookie = {"Cookie": f"hys={first.cookies['hys'].value}"}
    second = await there.says("hello", message_id, headers=cookie)
    assert (await first.json())["messages"] == (await second.json())["messages"]
    assert len(house.rasa.heard) == 1


async def test_a_turn_that_was_saved_but_not_answered_is_answered_when_sent_again(person: Person, house: House) -> None:
    message_id = str(uuid4())
    house.rasa.saves_then_breaks = True
    assert (await person.says("hello", message_id)).status == 503
    answer = await person.says("hello", message_id)
    assert [message["text"] for message in (await answer.json())["messages"]] == ["You said: hello"]
    assert len(house.rasa.heard) == 1


async def test_with_rasa_down_it_says_so_and_the_same_message_goes_on_later(person: Person, house: House) -> None:
    message_id = str(uuid4())
    house.rasa.down = True
    refused = await person.says("my worker changed again", message_id)
    assert refused.status == 503
    assert (await refused.json())["error"] == "unavailable"
    house.rasa.down = False
    assert (await person.says("my worker changed again", message_id)).status == 200
    assert [message_id] == [heard["id"] for heard in house.rasa.heard]
    assert len(house.chats._chats) == 1


async def test_a_quick_reply_goes_to_rasa_as_its_label_with_the_choice_beside_it(person: Person, house: House) -> None:
    house.rasa.reply = lambda _told: [says("Who are you?", *ROLES, kind="question", asks="reporter_role")]
    await person.says("hello")
    assert (await person.picks("child")).status == 200
    assert (house.rasa.heard[-1]["text"], house.rasa.heard[-1]["choice"]) == ("A child or young person", "child")


async def test_a_choice_that_is_not_on_offer_is_refused(person: Person, house: House) -> None:
    await person.says("hello")
    answer = await person.picks("child")
    assert answer.status == 422
    assert (await answer.json())["error"] == "not_on_offer"
    assert len(house.rasa.heard) == 1


async def test_messages_of_one_conversation_go_to_rasa_one_at_a_time_in_order(person: Person, house: House) -> None:
    await person.says("first")
    texts = [f"message {number}" for number in range(20)]
    answers = await asyncio.gather(*(person.says(text) for text in texts))
    assert [answer.status for answer in answers] == [200] * 20
    assert house.rasa.most_at_once == 1
    assert sorted(texts) == sorted(heard["text"] for heard in house.rasa.heard[1:])
    for text, answer in zip(texts, answers, strict=True):
        assert [f"You said: {text}"] == [message["text"] for message in (await answer.json())["messages"]]


async def test_more_than_twenty_waiting_messages_are_asked_to_wait(person: Person, house: House) -> None:
    await person.says("first")
    answers = await asyncio.gather(*(person.says(f"message {number}") for number in range(40)))
    statuses = {answer.status for answer in answers}
    assert {200, 429} == statuses
    refused = next(answer for answer in answers if answer.status == 429)
    assert (await refused.json())["error"] == "too_many"


async def test_the_conversation_so_far_is_told_again(person: Person, house: House) -> None:
    await person.says("hello")
    house.transcripts.say(house.conversation, "bot", officer_says("I am reading this now."))
    messages = (await (await person.http.get("/api/chat/messages")).json())["messages"]
    assert [(message["from"], message["text"]) for message in messages] == [
        ("you", "hello"),
        ("bot", "You said: hello"),
        ("officer", "I am reading this now."),
    ]


async def test_a_browser_that_said_nothing_has_no_messages(person: Person) -> None:
    answer = await person.http.get("/api/chat/messages")
    assert await answer.json() == {"messages": []}


async def test_a_made_up_cookie_reads_nothing_and_begins_afresh(person: Person, house: House) -> None:
    made_up = {"Cookie": "hys=made-up"}
    assert await (await person.http.get("/api/chat/messages", headers=made_up)).json() == {"messages": []}
    assert (await person.http.get("/api/chat/events", headers=made_up)).status == 401
    answer = await person.says("hello", headers=made_up)
    assert answer.status == 200
    assert answer.cookies["hys"].value not in ("", "made-up")


async def test_a_first_message_whose_answer_never_came_goes_on_in_the_conversation_that_it_began(
    person: Person, house: House
) -> None:
    message_id = str(uuid4())
    first = await person.says("hello", message_id)
    person.http.session.cookie_jar.clear()  # the answer and its cookie were lost on the way
    again = await person.says("hello", message_id)
    assert await first.json() == await again.json()
    assert len(house.rasa.heard) == 1
    assert await person.hears("and then")
    assert len({heard["conversation"] for heard in house.rasa.heard}) == 1


async def test_a_message_that_began_a_conversation_opens_it_no_more_when_it_was_left(
    person: Person, house: House
) -> None:
    message_id = str(uuid4())
    await person.says("hello", message_id)
    await person.http.delete("/api/chat")
    await person.says("hello", message_id)
    assert len({heard["conversation"] for heard in house.rasa.heard}) == 2


async def test_leaving_ends_the_conversation_on_the_server(person: Person, house: House) -> None:
    begun = await person.says("hello")
    cookie = {"Cookie": f"hys={begun.cookies['hys'].value}"}
    left = await person.http.delete("/api/chat")
    assert left.status == 204
    assert left.cookies["hys"].value == ""
    assert left.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert await (await person.http.get("/api/chat/messages", headers=cookie)).json() == {"messages": []}


async def test_leaving_without_a_conversation_is_fine(person: Person) -> None:
    assert (await person.http.delete("/api/chat")).status == 204
