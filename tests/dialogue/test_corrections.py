"""What a correction changes, and what it leaves alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from actions.corrections import corrected, corrects, only_wants_to
from actions.hearing import Heard
from bot.complaints.facts import Facts

TODAY = date(2026, 3, 2)
KNOWN = {
    "child_age": "13",
    "which_council": "Leeds",
    "reporter_role": "parent",
    "name": "Sam",
    "contact_preference": "phone",
}


def said(text: str, intent: str = "change_answer", sure: float = 0.9, **told: Any) -> Heard:
    entities = [{"entity": kind, "value": value, "confidence_entity": 1.0} for kind, value in told.items()]
    return Heard(text, "m1", intent, sure, None, entities)


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("14 not 13", {"child_age": "14"}),
        ("not 13 but 14", {"child_age": "14"}),
        ("not 13, 14", {"child_age": "14"}),
        ("i meant 14", {"child_age": "14"}),
        ("it's Bradford not Leeds", {"which_council": "Bradford"}),
        ("my name is Sue not Sam", {"name": "Sue"}),
        ("by e-mail not by telephone", {"contact_preference": "email"}),
        ("a foster carer not a parent", {"reporter_role": "foster_carer"}),
    ],
)
def test_the_new_takes_the_place_of_the_old_that_is_named(text: str, changed: dict[str, str]) -> None:
    done = corrected(said(text), Facts(KNOWN), TODAY)

    assert done is not None
    assert {**KNOWN, **changed} == done.facts.known


@pytest.mark.parametrize(
    "text", ["15 not 12", "the Tuesday not the Monday", "no that is wrong", "sorry it was my nan not me"]
)
def test_what_names_nothing_that_was_told_changes_nothing(text: str) -> None:
    assert corrected(said(text), Facts(KNOWN), TODAY) is None


def test_what_the_ear_heard_in_the_correction_is_taken() -> None:
    done = corrected(said("no wait, she's 14 not 13", child_age="14"), Facts(KNOWN), TODAY)

    assert done is not None and done.facts.get("child_age") == "14"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("actually its my brother not me", "brother"),
        ("sorry not me, my little sister", "little sister"),
        ("its not me its my mate", "mate"),
    ],
)
def test_a_child_who_meant_another_child_stays_the_one_who_speaks(text: str, about: str) -> None:
    done = corrected(said(text), Facts({"reporter_role": "child", "child_age": "12"}), TODAY)

    assert done is not None and done.about == about
    assert {"reporter_role": "child", "child_age": "12", "on_behalf_of_child": "yes"} == done.facts.known


def test_whoever_meant_their_son_is_his_parent_and_who_meant_a_sister_is_asked_again() -> None:
    son = corrected(said("it was my son not me"), Facts(), TODAY)
    sister = corrected(said("it was my sister not me"), Facts({"reporter_role": "parent"}), TODAY)

    assert son is not None and son.facts.get("reporter_role") == "parent"
    assert sister is not None and sister.facts.get("reporter_role") is None


def test_a_correction_is_what_the_ear_is_sure_of_and_never_a_quick_reply() -> None:
    assert corrects(said("no wait, she's 14"), Facts(KNOWN))
    assert not corrects(said("im his mum", sure=0.3), Facts(KNOWN))
    assert not corrects(Heard("Change something", "m1", "change_answer", 1.0, "do:change_answer", ()), Facts(KNOWN))


def test_who_takes_back_a_fact_corrects_it_whatever_the_ear_takes_it_for() -> None:
    message = said("no sorry im 14", "deny", child_age="14")

    assert corrects(message, Facts(KNOWN))
    assert not corrects(message, Facts())  # then it is told for the first time
    assert not corrects(said("she is 14", "affirm", child_age="14"), Facts(KNOWN))


@pytest.mark.parametrize(
    ("text", "only"),
    [("can i change something i said", True), ("i want to correct that", True), ("it was tuesday they came", False)],
)
def test_wanting_to_change_something_is_told_from_changing_it(text: str, only: bool) -> None:
    assert only_wants_to(said(text)) is only
