"""What several files must agree on: domain.yml, the rules, the examples, the actions, the facts and the profiles."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk.executor import ActionExecutor

from actions.answers import QUESTIONS, SMALL_TALK
from actions.case_form import JOBS
from bot import councils
from bot.after_sending import FLAGS_SAID
from bot.complaints.assessment import PATHWAYS, SIGNPOSTS
from bot.complaints.case import STAGES
from bot.complaints.facts import CHOICES, MATTERS, NATURES
from bot.complaints.fears import SECRECY, TROUBLE
from bot.complaints.questions import ASKED
from bot.own_case import NEXT_STAGES
from bot.settings import ROOT
from bot.told import READ_BACK
from tests.written import AUDIENCES, LANGUAGES, PHRASES_IN, RESPONSES, WHOLE_DOMAIN

OF_BUTTONS = ("hand_back", "change_contact", "case_advocate")  # nobody types these
INTENTS = (
    "raise_concern", "give_compliment", "request_service", "check_status", "add_information", "escalate", "withdraw",
    "ask_advocate", "talk_to_person", "disclose_risk", "ask_process", "ask_eligibility", "ask_privacy",
    "ask_ombudsman", "ask_accessible", "affirm", "deny", "skip", "dont_know", "change_answer", "explain_question",
    "repeat", "restart", "stop", "greet", "goodbye", "thanks", "bot_challenge", "out_of_scope", *OF_BUTTONS,
)  # fmt: skip
ANSWERED_BY_RASA_ITSELF = {"restart"}  # RulePolicy has a rule of its own for it: action_restart

# What the conversation itself asks, apart from facts: those of the concern, then those about an existing case.
OF_THE_CONVERSATION = ("what_happened", "go_on", "change", "confirm", "person")
OF_A_CASE = ("reference", "secret", "words")
SAID_BY_A_NAME_OF_ITS_OWN = {"confirm": "utter_summary", "person": "utter_offer_person"}
ASKABLE = tuple(dict.fromkeys((*ASKED, *READ_BACK, *OF_THE_CONVERSATION, *OF_A_CASE)))

PARTS_OF_A_CASE_PAGE = (
    "reference", "secret", "reference_hint", "secret_hint", "missing_reference", "missing_secret", "wrong_reference",
    "asks_next_stage", "asks_withdrawal",
)  # fmt: skip

# How code puts names of responses together: what a name begins with, and what it may end with.
ENDS = {
    "utter_": (*QUESTIONS, *SMALL_TALK),
    "utter_question_": tuple(name for name in ASKABLE if name not in SAID_BY_A_NAME_OF_ITS_OWN),
    "utter_why_": ASKABLE,
    "utter_matter_": MATTERS,
    "utter_summary_": READ_BACK,
    "utter_submitted_": PATHWAYS,
    "utter_procedure_": PATHWAYS,
    "utter_stage_": STAGES,
    "utter_awaits_": ("officer_confirms", "answer", "person", "proceedings", "nothing"),
    "utter_begun_": NEXT_STAGES,
    "utter_flag_": FLAGS_SAID,
    "utter_case_": tuple(job for job in JOBS.values() if job != "status"),
    "utter_fear_": (SECRECY, TROUBLE),
    "utter_language_": PHRASES_IN,
    "utter_language_name_": LANGUAGES,
    "utter_door_": ("too_long", "empty"),
    "utter_door_widget_as_": ("code", "words"),
    "utter_door_widget_who_": ("bot", "officer", "you"),
    "utter_door_case_": PARTS_OF_A_CASE_PAGE,
    "utter_door_case_from_": ("team", "person", "assistant"),
    "utter_door_case_helper_": ("read", "write"),
    "utter_door_case_helped_": ("submitted", "asks_next_stage", "asks_withdrawal"),
    "utter_door_case_read_by_": ("team", "you"),
    "utter_door_case_do_": ("add", "next_stage", "withdraw"),
    "utter_door_case_words_": ("add", "next_stage", "withdraw"),
}
PUT_TOGETHER = {start + end for start, ends in ENDS.items() for end in ends}

# Quick replies that are neither a fact's value nor a wish.
COMMANDS = {"lost", "go_on", "help_now", "not_meant", "send_now", "yes", "do:skip"}
OPEN_CHOICES = ("matter", "nature")  # only some of these lists are offered as quick replies


def sources() -> Iterator[Path]:
    for top in ("actions", "bot"):
        for kind in ("*.py", "*.html", "*.js"):
            yield from (ROOT / top).rglob(kind)


def strings_of(path: Path) -> Iterator[tuple[str, bool]]:
    """Every name of a response in a file, and whether code goes on putting it together from there."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield from ((found[1], bool(found[2])) for found in re.finditer(r"\b(utter_\w+)(\" ~ )?", text))
        return
    tree = ast.parse(text)
    starts = [node.values[0] for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) and node.values]
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("utter_"):
            yield node.value, any(node is start for start in starts)


FOUND = {(name, goes_on) for path in sources() for name, goes_on in strings_of(path)}
WIDGET_WORDS = "utter_door_widget_"  # the widget's script is given all of these, and names them by their ends
WRITTEN_OUT = {name for name, goes_on in FOUND if not goes_on} - {WIDGET_WORDS}


def base(name: str) -> str:
    """The response that this is a wording of, for one audience or for a demonstration."""
    ends = (*AUDIENCES, "demonstration")
    own = next((name.removesuffix(f"_{end}") for end in ends if name.endswith(f"_{end}")), name)
    return own if own in RESPONSES else name


def rules() -> list[dict[str, Any]]:
    files = sorted((ROOT / "data" / "rules").glob("*.yml"))
    return [rule for file in files for rule in yaml.safe_load(file.read_text(encoding="utf-8"))["rules"]]


def intents_of(step: dict[str, Any]) -> list[str]:
    return [one["intent"] for one in step.get("or", [step]) if "intent" in one]


# --- the domain and what Rasa runs ---


def test_the_intents_are_those_of_the_design_and_those_of_buttons() -> None:
    assert tuple(WHOLE_DOMAIN["intents"]) == INTENTS


def test_every_intent_that_can_be_typed_has_examples() -> None:
    files = (ROOT / "data" / "nlu").glob("*.yml")
    topics = [topic for file in files for topic in yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)["nlu"]]
    assert {topic["intent"] for topic in topics if "intent" in topic} == set(INTENTS) - set(OF_BUTTONS)


def test_every_intent_is_answered_outside_every_form() -> None:
    outside = [rule for rule in rules() if "condition" not in rule]
    answered = {intent for rule in outside for intent in intents_of(rule["steps"][0])}
    assert set(INTENTS) - answered - ANSWERED_BY_RASA_ITSELF == set()


def test_the_domain_names_exactly_the_actions_that_are_there() -> None:
    found = ActionExecutor()
    found.register_package("actions")
    assert set(found.actions) == set(WHOLE_DOMAIN["actions"])


def test_every_fact_and_everything_remembered_is_a_slot() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "actions").glob("*.py"))
    remembered = set(re.findall(r"SlotSet\(\s*\"(\w+)\"", code)) - {"requested_slot"}
    assert (set(CHOICES) | remembered) - set(WHOLE_DOMAIN["slots"]) == set()


def test_no_slot_or_entity_sways_what_the_bot_does_next() -> None:
    told = {
        **WHOLE_DOMAIN["slots"],
        **{name: kind for entity in WHOLE_DOMAIN["entities"] for name, kind in entity.items()},
    }
    assert [name for name, kind in told.items() if kind.get("influence_conversation") is not False] == []


# --- the sentences and those who say them ---


@pytest.mark.parametrize("name", ASKABLE)
def test_whatever_may_be_asked_has_its_question_and_says_why(name: str) -> None:
    question = SAID_BY_A_NAME_OF_ITS_OWN.get(name, f"utter_question_{name}")
    assert {question, f"utter_why_{name}"} - set(RESPONSES) == set()


def test_every_response_that_code_says_is_there() -> None:
    assert (WRITTEN_OUT | PUT_TOGETHER) - set(RESPONSES) == set()


def test_every_way_of_putting_a_name_together_is_known_here() -> None:
    assert {name for name, goes_on in FOUND if goes_on} - set(ENDS) == set()


def test_every_response_is_said_somewhere() -> None:
    said = WRITTEN_OUT | PUT_TOGETHER | {name for name in RESPONSES if name.startswith(WIDGET_WORDS)}
    assert {name for name in RESPONSES if base(name) not in said} == set()


def test_every_word_of_the_widget_is_used_by_its_script_or_the_pages() -> None:
    script = "".join(path.read_text(encoding="utf-8") for path in sources() if path.suffix in (".js", ".html"))
    words = {base(name).removeprefix(WIDGET_WORDS) for name in RESPONSES if name.startswith(WIDGET_WORDS)}
    assert {word for word in words if not re.search(rf"\b(?:{WIDGET_WORDS})?{word}\b", script)} == set()


# --- quick replies ---


def buttons() -> list[tuple[str, str]]:
    return [(name, button["payload"]) for name, told in RESPONSES.items() for button in told[0].get("buttons", [])]


def fact_of(name: str) -> str | None:
    fact = base(name).removeprefix("utter_question_")
    return fact if fact in CHOICES or fact in OPEN_CHOICES else None


def means_something(fact: str | None, value: str) -> bool:
    if value in COMMANDS or value.removeprefix("do:") in INTENTS:
        return True
    if fact is None:
        return False
    allowed = {**CHOICES, "matter": MATTERS, "nature": NATURES}[fact]
    return allowed is None or value in allowed  # None: whatever is said is kept, a quick reply too


def test_every_quick_reply_means_something() -> None:
    assert [(name, value) for name, value in buttons() if not means_something(fact_of(name), value)] == []


@pytest.mark.parametrize("fact", [name for name in ASKED if CHOICES.get(name)])
def test_every_value_of_a_fact_that_is_asked_has_a_quick_reply(fact: str) -> None:
    offered = {value for name, value in buttons() if fact_of(name) == fact}
    assert set(CHOICES[fact] or ()) - offered == set()


# --- the councils ---


@pytest.mark.parametrize("code", councils.codes())
def test_every_council_says_how_to_reach_every_body_that_we_name(code: str) -> None:
    profile = councils.load(code, datetime.now(UTC).date())
    assert set(profile.signposts) == set(SIGNPOSTS)
