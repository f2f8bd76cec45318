"""What is no answer to a question for free words, and the short answers that are."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest

from actions.beside import (
    beside,
    goes_on_telling,
    has_no_beginning,
    has_none,
    may_be_account_too,
    only_swears,
    says_nothing,
)  # fmt: skip
from actions.hearing import Heard
from actions.questions import agrees, answer
from actions.short_answers import SAID, short_answer
from bot.complaints.facts import CHOICES

ACCOUNT = "my foster carer reads my letters before i get them and my social worker only laughed about it"
TODAY = date(2026, 3, 2)


def said(text: str, intent: str = "raise_concern", sure: float = 0.9, **told: Any) -> Heard:
    entities = [{"entity": kind, "value": value, "confidence_entity": 0.9} for kind, value in told.items()]
    return Heard(text, "m1", intent, sure, None, entities)


@pytest.mark.parametrize(
    "text", ["asdf", "lkjlkj", "qwrt zxplm", "poiu", "qwer zxcv", "zzz", "🙃🙃", "…", ".", "12345"]
)
def test_signs_and_keys_in_a_row_say_nothing(text: str) -> None:
    assert says_nothing(text, "wanted_outcome")


@pytest.mark.parametrize(
    "text",
    [
        "jo",
        "ok",
        "kent",
        "rhys lynn",
        "nhs gp",
        "were",
        "grew",
        "property",
        "poverty",
        "NSPCC",
        "tv pls thx",
        "مرحبا",
        "你好",
    ],
)
def test_words_short_or_foreign_say_something(text: str) -> None:
    assert not says_nothing(text, "wanted_outcome")


def test_a_number_answers_what_asks_for_one() -> None:
    assert not says_nothing("14", "child_age") and not says_nothing("07700 900123", "phone")


@pytest.mark.parametrize("text", ["fuck off", "this is bollocks", "oh ffs", "wtf", "ur so useless", "this is stupid"])
def test_letting_off_steam_is_no_answer(text: str) -> None:
    assert only_swears(said(text, "out_of_scope")) and beside("wanted_outcome", said(text, "out_of_scope"))


@pytest.mark.parametrize("text", ["i want them to fuck off and leave my family alone for good", ACCOUNT])
def test_swearing_that_says_more_is_heard(text: str) -> None:
    assert not only_swears(said(text))


def test_another_fact_alone_is_no_answer_and_with_more_it_is() -> None:
    assert beside("wanted_outcome", said("im her mum", reporter_role="parent"))
    assert not beside("wanted_outcome", said("i want my son who is 5 to stay with his nan", child_age="5"))
    assert not beside("name", said("Robin", "goodbye", 0.5))


def test_a_bare_yes_answers_nothing_that_asks_for_words() -> None:
    assert beside("wanted_outcome", said("yes", "affirm"))
    assert not beside("must_not_tell", said("no", "deny"))


def test_more_of_the_account_is_told_from_what_would_put_it_right() -> None:
    assert goes_on_telling(said(ACCOUNT, matter="fostering"), "contact_preference")
    assert goes_on_telling(said(ACCOUNT, matter="fostering"), "wanted_outcome")
    wish = "i want my letters to come to me first and somebody to say sorry for laughing about it"
    assert not goes_on_telling(said(wish, matter="fostering"), "wanted_outcome")


def test_a_concern_written_where_a_safe_way_was_asked_for_is_kept_as_both() -> None:
    assert may_be_account_too(said(ACCOUNT, matter="fostering"), "safe_to_contact")
    way = "only tell my form tutor at school because my foster carer reads everything that comes to the house"
    assert not may_be_account_too(said(way, matter="fostering"), "safe_to_contact")
    assert not may_be_account_too(said(ACCOUNT, matter="fostering"), "must_not_tell")


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("reporter_role", "Dad", "parent"),
        ("reporter_role", "I am mother", "parent"),
        ("reporter_role", "his foster mum", "foster_carer"),
        ("reporter_role", "a young person", "child"),
        ("reporter_role", "her godmother", "other"),
        ("reporter_role", "my mum told me to write", None),
        ("care_status", "they in foster", "in_care"),
        ("care_status", "she has a soshal werker", "has_social_worker"),
        ("care_status", "she doesnt have a social worker", "none"),
        ("contact_preference", "please dont reply", "none"),
        ("child_consent", "shes too young", "too_young"),
        ("wants_advocate", "she has one already", "has_one"),
        ("care_status", "no, not really", "none"),
        ("care_status", "nothing yet, on the waiting list", "asked_for_help"),
        ("care_status", "what is a short break", None),
        ("reporter_role", "im her older brother", "relative"),
        ("on_behalf_of_child", "no, for me", "no"),
        ("on_behalf_of_child", "for him and his sister", "yes"),
        ("child_consent", "i havent asked", "not_known"),
        ("already_answered", "they replied in march", "stage_1"),
        ("already_answered", "still waiting", "no"),
        ("court_involved", "we have a hearing in january", "yes"),
        ("court_involved", "the final hearing was last year", "no"),
        ("has_parental_responsibility", "shared with the council", "yes"),
        ("care_status", ACCOUNT, None),
    ],
)
def test_short_answers_are_read_against_their_question(fact: str, text: str, value: str | None) -> None:
    assert short_answer(fact, text) == value


@pytest.mark.parametrize("fact", SAID)
def test_every_short_answer_is_a_value_of_its_fact(fact: str) -> None:
    assert set(SAID[fact]) <= set(CHOICES[fact] or ())


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("contact_preference", "email or phone", "email"),
        ("contact_preference", "not by phone, by post", None),
        ("contact_preference", "07700 900123", "phone"),
        ("contact_preference", "whatsapp me", "phone"),
        ("has_parental_responsibility", "perhaps my aunt", None),
    ],
)
def test_the_way_to_reply_and_a_plain_yes_are_read(fact: str, text: str, value: str | None) -> None:
    assert answer(fact, said(text, "affirm", 0.3), TODAY) == value


@pytest.mark.parametrize(
    ("question", "text", "intent", "none"),
    [
        ("name", "no", "deny", True),
        ("name", "anonymous", "ask_privacy", True),
        ("phone", "i dont have a phone", "nlu_fallback", True),
        ("email", "haven't got one", "deny", True),
        ("postal_address", "you already have it", "affirm", True),
        ("team_or_worker", "no idea", "dont_know", True),
        ("wanted_outcome", "dont know really", "dont_know", True),
        ("contact_preference", "i don't mind", "skip", True),
        ("name", "Noor", "nlu_fallback", False),
        ("team_or_worker", "no name but the duty team in town", "deny", False),
        ("must_not_tell", "no", "deny", False),
        ("court_involved", "no", "deny", False),
    ],
)
def test_who_has_or_gives_none_is_not_taken_by_that_name(question: str, text: str, intent: str, none: bool) -> None:
    assert has_none(question, said(text, intent)) is none


@pytest.mark.parametrize(
    ("text", "lost"),
    [("where do i start", True), ("its a long story", True), ("they start it again every week", False)],
)
def test_who_does_not_know_how_to_begin_is_heard(text: str, lost: bool) -> None:
    assert has_no_beginning(said(text)) is lost


@pytest.mark.parametrize(
    ("message", "value", "yes"),
    [
        (said("yes send it", "affirm"), None, True),
        (said("yes", "affirm"), None, True),
        (said("ok then", "affirm", 0.4), None, True),
        (said("yes but my age is wrong", "affirm"), None, False),
        (said("no", "deny"), None, False),
        (said("hmm", "affirm", 0.3), None, False),
        (said("yeah its in court", "affirm"), None, False),
        (said("go on", "affirm"), None, False),
        (said("that's right", "affirm"), None, True),
        (said("all good", "thanks", 0.4), None, True),
        (said("maybe", "affirm"), None, False),
        (said("not sure", "affirm"), None, False),
        (said("yes please, send it", "raise_concern", 0.4), None, True),
        (said("Yes, send it"), "yes", True),
        (said("Change something"), "do:change_answer", False),
    ],
)
def test_only_a_plain_yes_sends(message: Heard, value: str | None, yes: bool) -> None:
    assert agrees(message, value) is yes


def test_a_name_is_taken_without_what_leads_in() -> None:
    assert answer("name", said("you can call me Jay"), TODAY) == "Jay"
    assert answer("child_name", said("she is called Jo Brook"), TODAY) == "Jo Brook"
    assert answer("name", said("I am not happy with the answer and want to go on"), TODAY) is None


@pytest.mark.parametrize(
    "text", ["yes " * 1_000, "😡" * 4_000, "a" * 4_000, "not " * 1_000, "a not b " * 500, "please " * 500]
)
def test_the_longest_message_is_read_at_once(text: str) -> None:
    started = time.process_time()
    for fact in CHOICES:
        beside(fact, said(text, "stop", 0.6))
        answer(fact, said(text, "stop", 0.6), TODAY)
        agrees(said(text, "stop", 0.6), None)
    assert time.process_time() - started < 2
