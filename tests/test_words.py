"""The sentences of domain.yml: can they be read, do they promise what nobody can keep, are the numbers ours?"""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
import textstat

from bot import councils
from tests.written import AUDIENCES, RESPONSES, text_of

# Flesch-Kincaid grades: 4 is read at about age nine. It says nothing about a label of a few words, so those are left
# out; whatever is too short to be measured is short.
CHILD_GRADE, SHARED_GRADE, LEAST_WORDS, MOST_WORDS = 4.0, 8.0, 7, 20
CHILD_EXCEPTIONS: dict[str, str] = {}
SHARED_EXCEPTIONS = {
    "utter_why_already_answered": "asked of adults only",
    "utter_question_has_parental_responsibility": "asked of adults only; the law has no other word for it",
}
IN_THE_BRACES = "Monday"  # an average word, wherever a date, a name or a number is filled in

# What nobody may promise: whoever reads it may have to pass it on.
SECRECY = re.compile(
    r"confidential|between (?:you and me|us two|ourselves)|\b(?:our|in) secret\b|(?:stays|is) (?:private|anonymous)"
    r"|keep (?:it|this|that|what you \w+) (?:a )?secret"
    r"|\b(?:I|we|they) (?:\w+ )?(?:never|not|\w+n't) tell (?:anyone|anybody)"
    r"|(?:nobody|no one|no-one) (?:else )?will (?:ever )?(?:know|hear|read|see)",
    re.IGNORECASE,
)

# Whatever may be said after a disclosure, until somebody says "go on".
AFTER_A_DISCLOSURE = re.compile(r"utter_(?:safety|told|screening|not_meant|help_now|question_go_on)(?:_\w+)?")
THE_THREE_PROMPTS = "utter_safety_prompts"
ABOUT_WHAT_HAPPENED = re.compile(
    r"\b(?:what happened|how did|how long|when did|who (?:did|is|was|hurt)|why)\b", re.IGNORECASE
)

EMERGENCY = {"999", "55"}  # 55 is pressed when a mobile's call to 999 cannot be spoken in
NOT_A_NUMBER = re.compile(r"CF-[\w-]+|under \d+")  # a reference as an example, an age
NUMBER = re.compile(r"\b\d[\d ]*\d\b")


def sentences(text: str) -> list[str]:
    return [found for found in re.split(r"(?<=[.!?:])\s+|\n+", text) if found.strip()]


def filled_in(name: str) -> str:
    return re.sub(r"\{\w+\}", IN_THE_BRACES, text_of(name))


def too_hard(name: str, grade: float) -> bool:
    text = filled_in(name)
    return len(text.split()) >= LEAST_WORDS and textstat.flesch_kincaid_grade(text) > grade


CHILDS = [name for name in RESPONSES if name.endswith("_child")]
SHARED = [
    name
    for name in RESPONSES
    if not name.endswith(tuple(f"_{audience}" for audience in AUDIENCES)) and f"{name}_child" not in RESPONSES
]


@pytest.mark.parametrize("name", CHILDS)
def test_a_child_of_nine_can_read_what_is_written_for_children(name: str) -> None:
    assert too_hard(name, CHILD_GRADE) == (name in CHILD_EXCEPTIONS)


@pytest.mark.parametrize("name", SHARED)
def test_what_children_and_adults_both_read_is_plain(name: str) -> None:
    assert too_hard(name, SHARED_GRADE) == (name in SHARED_EXCEPTIONS)


@pytest.mark.parametrize("name", CHILDS)
def test_no_sentence_for_a_child_is_longer_than_twenty_words(name: str) -> None:
    assert [sentence for sentence in sentences(filled_in(name)) if len(sentence.split()) > MOST_WORDS] == []


def test_secrecy_is_never_promised() -> None:
    assert {name for name in RESPONSES if SECRECY.search(text_of(name))} == set()


@pytest.mark.parametrize(
    "promise",
    [
        "This is confidential.",
        "Nobody will know.",
        "I will not tell anyone.",
        "We won't tell anybody.",
        "It stays private.",
        "It is our secret.",
    ],
)
def test_a_promise_of_secrecy_would_be_found(promise: str) -> None:
    assert SECRECY.search(promise)


def test_after_a_disclosure_nothing_is_asked_but_the_three_prompts() -> None:
    asking = {name for name in RESPONSES if AFTER_A_DISCLOSURE.fullmatch(name) and "?" in text_of(name)}
    assert asking == {THE_THREE_PROMPTS}
    asked = [sentence for sentence in sentences(text_of(THE_THREE_PROMPTS)) if sentence.endswith("?")]
    assert len(asked) == 3
    assert [sentence for sentence in asked if ABOUT_WHAT_HAPPENED.search(sentence)] == []


def test_every_safety_answer_names_999_and_childline() -> None:
    safety = [name for name in RESPONSES if re.fullmatch(r"utter_safety(_again|_child|_adult)?", name)]
    assert len(safety) == 4
    assert [name for name in safety if not {"999", "0800 1111"} <= set(NUMBER.findall(text_of(name)))] == []


def test_every_number_is_an_emergency_number_or_one_of_the_profiles() -> None:
    profile = councils.load("national", datetime.now(UTC).date())
    known = {number for line in profile.helplines for number in NUMBER.findall(line.number)} | EMERGENCY
    used = {number for name in RESPONSES for number in NUMBER.findall(NOT_A_NUMBER.sub("", text_of(name)))}
    assert used - known == set()
