"""Secrets: the door takes them and gives them, and nothing behind it ever holds one."""

import time

from bot import receipts
from bot.visits import mark
from tests.builders import AT, a_case
from tests.widget.conftest import House, Person
from tests.widget.stub_rasa import says

SECRET = "K7M2-9XPQ-44TB"
REFERENCE = receipts.new_reference()


def _case_of(house: House, **changes: object) -> None:
    house.cases.add(a_case(reference=REFERENCE, received_at=AT, **changes), "key", ())
    house.cases.set_secret_hash(REFERENCE, f"kept:{receipts.plain_secret(SECRET)}")


def _asks_for_secret(house: House) -> None:
    house.rasa.reply = lambda _told: [says("What is your secret?", kind="question", asks="secret", reference=REFERENCE)]


async def test_a_receipt_shows_its_secret_once(person: Person, house: House) -> None:
    house.rasa.reply = lambda _told: [says("We have it.", kind="receipt", reference=REFERENCE)]
    await person.says("hello")  # the first receipt is not this conversation's, so it stays hidden
    _case_of(house, conversation=house.conversation)
    [receipt] = await person.hears("send it")
    assert receipt["reference"] == REFERENCE
    assert house.cases.secret_hash(REFERENCE) == f"kept:{receipts.plain_secret(receipt['secret'])}"
    messages = (await (await person.http.get("/api/chat/messages")).json())["messages"]
    assert {"•••"} == {message["secret"] for message in messages if message["kind"] == "receipt"}
    assert receipt["secret"] not in str(house.transcripts._rows)


async def test_a_receipt_of_another_conversation_stays_hidden(person: Person, house: House) -> None:
    _case_of(house, conversation="c-somebody-else")
    house.rasa.reply = lambda _told: [says("We have it.", kind="receipt", reference=REFERENCE)]
    [receipt] = await person.hears("send it")
    assert receipt["secret"] == "•••"


async def test_a_receipt_whose_answer_was_lost_is_given_again(person: Person, house: House) -> None:
    await person.says("hello")
    _case_of(house, conversation=house.conversation)
    house.rasa.reply = lambda _told: [says("We have it.", kind="receipt", reference=REFERENCE)]
    house.rasa.saves_then_breaks = True
    message_id = "7f1d9c5e-0000-4000-8000-000000000001"
    assert (await person.says("yes", message_id)).status == 503
    [receipt] = (await (await person.says("yes", message_id)).json())["messages"]
    assert receipts.words_in(receipt["secret"]) == (0, len(receipt["secret"]))


async def test_a_secret_never_reaches_rasa_and_its_token_opens_the_case(person: Person, house: House) -> None:
    _case_of(house)
    _asks_for_secret(house)
    await person.says("how is it going?")
    answer = await person.says(SECRET.lower().replace("-", " "))
    assert (await answer.json())["you"]["text"] == "•••"
    heard = house.rasa.heard[-1]
    assert heard["text"] == "•••"
    assert house.chats.take_token(mark(heard["token"]), house.clock.now()) == REFERENCE


async def test_a_wrong_secret_looks_the_same_and_its_token_opens_nothing(person: Person, house: House) -> None:
    _case_of(house)
    _asks_for_secret(house)
    await person.says("how is it going?")
    await person.says("0000-1111-2222")
    heard = house.rasa.heard[-1]
    assert heard["text"] == "•••"
    assert house.chats.take_token(mark(heard["token"]), house.clock.now()) is None


async def test_words_in_place_of_a_secret_are_words(person: Person, house: House) -> None:
    _asks_for_secret(house)
    await person.says("how is it going?")
    for words in ("I lost my words", "what does that mean", "stop", "why do you need that?", REFERENCE):
        await person.says(words)
        assert words == house.rasa.heard[-1]["text"]
        assert "token" not in house.rasa.heard[-1]


async def test_danger_is_heard_even_when_a_secret_is_asked_for(person: Person, house: House) -> None:
    _asks_for_secret(house)
    await person.says("how is it going?")
    await person.says("my dad is hitting me now, I am 11")
    assert house.rasa.heard[-1]["text"] == "my dad is hitting me now, I am 11"
    assert len(house.spool.waiting()) == 1


async def test_a_reference_and_secret_in_one_message_are_taken_apart(person: Person, house: House) -> None:
    _case_of(house)
    await person.says(f"my reference is {REFERENCE} and the secret is {SECRET}, how is it going")
    heard = house.rasa.heard[-1]
    assert f"my reference is {REFERENCE} and the secret is •••, how is it going" == heard["text"]
    assert house.chats.take_token(mark(heard["token"]), house.clock.now()) == REFERENCE
    assert SECRET not in str(house.transcripts._rows)


async def test_an_alert_holds_no_secret(person: Person, house: House) -> None:
    await person.says(f"{REFERENCE} {SECRET} I want to kill myself tonight")
    [alert] = house.spool.waiting()
    assert SECRET not in alert.words


async def test_guessing_gets_slower(person: Person, house: House) -> None:
    _case_of(house)
    _asks_for_secret(house)
    await person.says("how is it going?")
    for number in range(3):
        await person.says(f"0000-1111-222{number}")
    started = time.monotonic()
    await person.says("0000-1111-2229")
    assert time.monotonic() - started >= 1.0


async def test_five_words_are_taken_out_wherever_they_stand(person: Person, house: House) -> None:
    _case_of(house)
    await person.says("my words are kettle otter walnut violin pebble and I wait")
    assert house.rasa.heard[-1]["text"] == "my words are ••• and I wait"


async def test_misspelt_words_are_kept_from_everybody_too(person: Person, house: House) -> None:
    _case_of(house)
    _asks_for_secret(house)
    await person.says("how is it going?")
    await person.says("ketle otter walnut violin peble")
    assert house.rasa.heard[-1]["text"] == "•••"


async def test_the_person_may_have_a_code_in_place_of_words_and_the_words_die(person: Person, house: House) -> None:
    house.rasa.reply = lambda _told: [says("We have it.", kind="receipt", reference=REFERENCE)]
    await person.says("hello")
    _case_of(house, conversation=house.conversation)
    [receipt] = await person.hears("send it")
    wish = {"reference": REFERENCE, "form": "code"}
    told = await (await person.http.post("/api/chat/receipt", json=wish)).json()
    assert receipts.SECRET.fullmatch(told["secret"])
    assert house.cases.secret_hash(REFERENCE) == f"kept:{receipts.plain_secret(told['secret'])}"
    assert receipt["secret"] != told["secret"]


async def test_a_receipt_of_another_conversation_or_of_yesterday_is_not_given_again(
    person: Person, house: House
) -> None:
    wish = {"reference": REFERENCE, "form": "code"}
    assert (await person.http.post("/api/chat/receipt", json=wish)).status == 401
    await person.says("hello")
    _case_of(house, conversation="c-somebody-else")
    before = house.cases.secret_hash(REFERENCE)
    assert (await person.http.post("/api/chat/receipt", json=wish)).status == 422
    assert (await person.http.post("/api/chat/receipt", json={**wish, "form": "song"})).status == 400
    assert house.cases.secret_hash(REFERENCE) == before
