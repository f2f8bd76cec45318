"""What a few messages mean by their words alone, whatever the ear takes them for."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.rasa.accounts import Accounts
from bot.rasa.said_plainly import plain_intent


def heard(text: str, intent: str) -> str:
    message = Message({TEXT: text, INTENT: {"name": intent, "confidence": 0.9}})
    Accounts().process([message])
    return str(message.get(INTENT)["name"])


@pytest.mark.parametrize(
    "text", ["promise?", "can i tell you something but you cant tell anyone", "can i get in trouble"]
)
@pytest.mark.parametrize("intent", ["check_status", "add_information", "nlu_fallback", "out_of_scope"])
def test_who_asks_for_secrecy_or_fears_trouble_asks_what_becomes_of_it(text: str, intent: str) -> None:
    assert heard(text, intent) == "ask_privacy"


@pytest.mark.parametrize(
    "text", ["We represent the young person", "I act for a child", "hi, I am representing a family"]
)
def test_who_acts_for_somebody_asks_for_nobody_to_act(text: str) -> None:
    assert heard(text, "ask_advocate") == "raise_concern"


@pytest.mark.parametrize(
    "text", ["can someone represent me", "i want someone to act for me", "I act up when nobody listens"]
)
def test_who_wants_somebody_to_act_for_them_still_does(text: str) -> None:
    assert plain_intent(text, "ask_advocate") is None


@pytest.mark.parametrize(
    "text",
    ["is the person coming", "is anyone there??", "ok so is a real person here yet", "where is the person",
     "how long until someone answers", "when will someone come", "how long do i have to wait for a person"],
)  # fmt: skip
def test_who_asks_where_a_person_is_wants_one(text: str) -> None:
    assert heard(text, "check_status") == "talk_to_person"


@pytest.mark.parametrize(
    "text",
    ["someone is coming", "my social worker is never there", "is my brother coming to contact",
     "when will someone come and fix the lock on my door", "how long", "is anyone there with her at night"],
)  # fmt: skip
def test_who_tells_of_somebody_else_or_asks_how_long_it_takes_calls_nobody(text: str) -> None:
    assert plain_intent(text, "raise_concern") is None
