"""The sentences of domain.yml and of the pages: what nobody may promise, ask or claim in them."""

from __future__ import annotations

import re

import pytest

from tests.reading import TEMPLATES, in_another_language, sentences, written_in
from tests.written import RESPONSES, text_of

# What nobody may promise: whoever reads it may have to pass it on.
SECRECY = re.compile(
    r"confidential|between (?:you and me|us two|ourselves)|\b(?:our|in) secret\b"
    r"|(?:stays?|is|keep\w* \w+) (?:private|anonymous)"
    r"|keep (?:it|this|that|what you \w+) (?:a )?secret"
    r"|\b(?:I|we|they) (?:never|(?:will|would|do|can)(?:n't| ?not)|won't|can't) (?:tell|share|pass on)"
    r"|(?:nobody|no one|no-one) (?:else )?(?:will |can )?(?:ever )?(?:knows?|hears?|reads?|sees?)\b",
    re.IGNORECASE,
)
# The limit that has to stand beside it: in the same answer it is said when it is passed on.
LIMIT = re.compile(r"unless|(?:may be|is) in danger|must (?:pass|tell)|have to (?:pass|tell|keep)", re.IGNORECASE)
# What a person says of others is no promise of ours; and that nobody reads a demonstration is a warning.
NO_PROMISE = {
    "utter_would_say": "a warning that nobody reads it",
    "utter_why_safe_to_contact": "why we ask, not what we promise",
    "utter_why_must_not_tell": "why we ask, not what we promise",
}

# Whatever may be said after a disclosure, until somebody says "go on".
AFTER_A_DISCLOSURE = re.compile(r"utter_(?:safety|told|screening|not_meant|help_now|question_go_on)(?:_\w+)?")
THE_THREE_PROMPTS = "utter_safety_prompts"
ABOUT_WHAT_HAPPENED = re.compile(
    r"\b(?:what happened|how did|how long|when did|who (?:did|is|was|hurt)|why|tell me more|describe)\b", re.IGNORECASE
)

# A computer has no feelings and is nobody's friend; a child alone may believe one that says so.
FEELING = re.compile(
    r"\bI(?:'m| am)? (?:also |really |so |very |do |truly )*(?:feel|care|love|like you|worry|worried|hope|sad|happy|"
    r"glad|proud|upset|(?:know|understand) how (?:you|it|that))\b"
    r"|\b(?:your|a|our) friend\b|\bfriends with you\b|\bI(?:'m| am) (?:always )?here for you\b|\btrust me\b",
    re.IGNORECASE,
)
# What somebody writes is never refused or lectured about for its words.
LECTURE = re.compile(r"swear|rude|bad language|offensive|inappropriate|profan|calm down|polite", re.IGNORECASE)

ENGLISH = {name: text_of(name) for name in RESPONSES if not in_another_language(name)}
ON_PAGES = {f"{page.name}:{at}": said for page in TEMPLATES.glob("*.html") for at, said in enumerate(written_in(page))}
SAID = ENGLISH | ON_PAGES


def promises(text: str) -> bool:
    """Whether a text promises secrecy without saying when it ends."""
    return bool(SECRECY.search(text)) and not LIMIT.search(text)


def test_secrecy_is_never_promised_without_its_limit() -> None:
    promising = {name for name, text in SAID.items() if promises(text) and not name.endswith("_demonstration")}
    assert promising == set(NO_PROMISE)


@pytest.mark.parametrize(
    "promise",
    [
        "This is confidential.",
        "Nobody will know.",
        "Nobody else reads it.",
        "I will not tell anyone.",
        "We won't tell anybody.",
        "We never share it.",
        "It stays private.",
        "It is our secret.",
    ],
)
def test_a_promise_of_secrecy_would_be_found(promise: str) -> None:
    assert promises(promise)
    assert not promises(f"{promise} If somebody may be in danger, we must pass that on.")


def test_after_a_disclosure_nothing_is_asked_but_the_three_prompts() -> None:
    asking = {name for name in RESPONSES if AFTER_A_DISCLOSURE.fullmatch(name) and "?" in text_of(name)}
    assert asking == {THE_THREE_PROMPTS}
    asked = [sentence for sentence in sentences(text_of(THE_THREE_PROMPTS)) if sentence.endswith("?")]
    assert len(asked) == 3


def test_nothing_that_is_said_after_a_disclosure_wants_to_know_what_happened() -> None:
    said = {name: text_of(name) for name in RESPONSES if AFTER_A_DISCLOSURE.fullmatch(name)}
    labels = {name: button["title"] for name in said for button in RESPONSES[name][0].get("buttons", [])}
    assert len(said) >= 12
    assert {name for name, text in said.items() if ABOUT_WHAT_HAPPENED.search(text)} == set()
    assert {name for name, label in labels.items() if "?" in label or ABOUT_WHAT_HAPPENED.search(label)} == set()


def test_every_safety_answer_names_999_and_childline_in_each_wording() -> None:
    safety = [name for name in RESPONSES if re.fullmatch(r"utter_safety(_again|_child|_adult)?", name)]
    wordings = [wording["text"] for name in safety for wording in RESPONSES[name]]
    assert len(safety) == 4 and len(wordings) > 4
    assert [text for text in wordings if "999" not in text or "0800 1111" not in text] == []


def test_a_second_wording_has_no_quick_replies_of_its_own() -> None:
    assert [name for name in RESPONSES for other in RESPONSES[name][1:] if "buttons" in other] == []


@pytest.mark.parametrize("question", ["Who hurt you?", "Why did they?", "Can you tell me more?", "When did it start?"])
def test_a_question_about_what_happened_would_be_found(question: str) -> None:
    assert ABOUT_WHAT_HAPPENED.search(question)


def test_the_bot_never_says_that_it_feels_or_cares_or_is_a_friend() -> None:
    assert {name for name, text in SAID.items() if FEELING.search(text)} == set()


@pytest.mark.parametrize(
    "said",
    ["I feel for you.", "I really care about you.", "I am your friend.", "I am here for you.", "I am so sad about it."],
)
def test_a_feeling_would_be_found(said: str) -> None:
    assert FEELING.search(said)


def test_that_it_is_a_computer_is_said_at_the_start_and_when_asked() -> None:
    for name in ("utter_start", "utter_greet", "utter_bot_challenge", "utter_door_widget_hello"):
        assert "I am a computer" in text_of(name)


def test_nobody_is_told_off_for_their_words() -> None:
    assert {name for name, text in SAID.items() if LECTURE.search(text)} == set()
