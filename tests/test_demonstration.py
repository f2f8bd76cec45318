"""In a demonstration nobody reads what is written, and no sentence of domain.yml may say there that somebody does."""

from __future__ import annotations

import re

import pytest

from bot.words import WOULD_SAY, promises_a_reader, words
from tests.written import RESPONSES, text_of

SOMEBODY = (
    r"(?:a|the|that|your) (?:real )?person\b(?! you)|\ban officer\b"
    r"|\bsomebody (?:new|else|from|in|at|may|will|can|has)\b|\bpeople (?:in|at|who (?:keep|read|can help))\b"
    r"|\bthe (?:complaints )?team\b|\bthe council tells\b|\bthey\b|\bwe\b"
)
DOES = (
    r"(?:will |should |must |have to |has to |can then |may not |may still |also )?(?:reads?|last read|look|looks"
    r"|answers?|decides?|checks?|check|arrange|tell|tells|confirm|keeps?|find out|see|sees|deals?|work out|ask"
    r"|have what|get in touch|think about|meet|write down|pass that on)\b"
)
READER = re.compile(
    rf"(?:{SOMEBODY})[^.?!:]{{0,45}}?\b{DOES}"
    r"|\bI have (?:sent|told|asked|noted|passed)\b|\b(?:is|are) passed on\b|\b(?:should|will) (?:get|hear)\b"
    r"|\bhas begun today\b|\bhas started today\b|\bstays with the people\b|\bTell the council that\b"
    r"|\bsomeone to come\b|\bin the queue\b",
    re.IGNORECASE,
)
# What only sounds like it, each with its reason.
NO_PROMISE = {
    r"utter_told_(?:passed_on|not_before)": "never said in a demonstration: what is told of an alert there is its own",
    r"utter_(?:question|summary)_(?:contact_preference|safe_to_contact)_child": "what is asked, and said back",
    r"utter_why_(?:must_not_tell|name|which_council)": "why it is asked",
    r"utter_next_stage(?:_by)?_child": "what may be asked for",
    r"utter_no_due_date|utter_procedure_officer_decision": "a part of sentences that are looked at here themselves",
    r"utter_(?:door_say_)?stopped|utter_door_widget_left_unsent": "for how long it is kept",
    r"utter_ask_ombudsman(?:_child)?": "the Ombudsman is there in any case",
    r"utter_(?:door_)?case_read_by_team": "said only where somebody has read it",
    r"utter_door_say_officer(?:_title)?": "said only while somebody has the conversation",
    r"utter_(?:door_)?case_helper_(?:may|out)": "what a helper may do, whom the person knows themselves",
    r"utter_door_case_(?:way_hint|how_long)|utter_door_widget_(?:case_over|line_lost)": "what the page itself does",
}
INSTEAD = "_demonstration"
# Own names of languages, and phrases in them: each is a translation of the English offer, which is looked at here.
LOOKED_AT = [name for name in RESPONSES if not re.fullmatch(r"utter_language_\w+", name)]
SAID = [name for name in LOOKED_AT if not name.endswith(INSTEAD)]


def harmless(name: str) -> bool:
    return any(re.fullmatch(pattern, name) for pattern in NO_PROMISE)


@pytest.mark.parametrize("name", SAID)
def test_nothing_that_is_said_in_a_demonstration_promises_a_reader(name: str) -> None:
    would_say = words(demonstration=True).say(WOULD_SAY)
    for text in words(demonstration=True).wordings(name):
        assert text.startswith(f"{would_say}\n") or not READER.search(text) or harmless(name)


@pytest.mark.parametrize("name", [name for name in LOOKED_AT if name.endswith(INSTEAD)])
def test_what_is_said_instead_promises_no_reader_itself(name: str) -> None:
    assert not READER.search(text_of(name))


@pytest.mark.parametrize("name", SAID)
def test_outside_a_demonstration_every_sentence_is_said_as_it_is_written(name: str) -> None:
    assert words().wordings(name) == [wording["text"].strip() for wording in RESPONSES[name]]


def test_a_wording_for_a_demonstration_keeps_the_quick_replies() -> None:
    for name in SAID:
        assert words(demonstration=True).choices(name) == words().choices(name)


def test_no_exception_is_left_that_nothing_needs() -> None:
    needed = {pattern for pattern in NO_PROMISE for name in SAID if re.fullmatch(pattern, name) and found(name)}
    assert needed == set(NO_PROMISE)


def test_most_of_what_promises_a_reader_would_be_found() -> None:
    promising = [name for name in SAID if promises_a_reader(RESPONSES[name])]
    assert len(promising) > 50
    assert {name for name in promising if not found(name)} <= {
        "utter_flag_late", "utter_awaits_answer", "utter_awaits_proceedings", "utter_officer_gone_for_safety",
    }  # fmt: skip


@pytest.mark.parametrize(
    "promise",
    [
        "A person will read it.", "The complaints team reads what you send.", "I have passed this on.",
        "Somebody from the council may still check.", "You should get an answer soon.", "An officer decides that.",
    ],
)  # fmt: skip
def test_a_promise_of_a_reader_would_be_found(promise: str) -> None:
    assert READER.search(promise)


def found(name: str) -> bool:
    return any(READER.search(wording["text"]) for wording in RESPONSES[name])
