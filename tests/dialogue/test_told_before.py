"""An account that was taken for a question about a case is not asked for again; what was asked of a case is none."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker

from actions.told_before import told_before

LONG = "I complained in spring about the respite carers not turning up and the answer left out half of it"
HERE: dict[str, Any] = {"event": "active_loop", "name": "case_form"}
GONE: dict[str, Any] = {"event": "active_loop", "name": None}
NOW: dict[str, Any] = {"event": "active_loop", "name": "concern_form"}
DONE: dict[str, Any] = {"event": "action", "name": "action_case_job"}


def said(text: str, choice: str | None = None) -> dict[str, Any]:
    parsed = {"intent": {"name": "escalate", "confidence": 0.9}, "entities": []}
    return {"event": "user", "text": text, "metadata": {"choice": choice}, "parse_data": parsed}


PRESSED = said("Tell you something new", "do:raise_concern")


def found(*events: dict[str, Any]) -> str | None:
    message = told_before(Tracker("c1", {}, {}, list(events), False, None, {}, "action_listen"))
    return message.text if message else None


def test_the_account_that_led_to_the_questions_about_a_case_is_found() -> None:
    assert found(said(LONG), HERE, PRESSED, GONE) == LONG
    assert found(said(LONG), HERE, PRESSED, GONE, NOW) == LONG


def test_a_few_words_are_no_account() -> None:
    assert found(said("how is my case going?"), HERE, PRESSED) is None
    assert found(HERE, PRESSED) is None


def test_what_was_answered_is_not_told_anew() -> None:
    assert found(said(LONG), HERE, said("CF-1234-56"), DONE, GONE, PRESSED) is None


def test_only_the_questions_that_somebody_has_just_left_count() -> None:
    assert found(said(LONG), HERE, GONE, NOW, GONE, PRESSED) is None
    assert found(said(LONG), HERE, GONE, NOW, GONE, PRESSED, NOW) is None
