"""The data check finds what it is there for, and finds nothing in our data."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

import pytest

from tests.understanding.alike import pairs, pieces, plain, share
from tests.understanding.data_check import SAME_FRAME, TOO_ALIKE, faults, shared_short
from tests.understanding.examples import NLU, SETS, TUNING, Example, measured, training

LEFT_ALONE = "the lady from the office left us standing by the gate with two bags and no key"


def example(text: str, line: int = 1, intent: str = "raise_concern", **told: Any) -> Example:
    return Example(Path("here.yml"), line, text, intent, told)


def found(*examples: Example, measured_on: tuple[Example, ...] = ()) -> list[str]:
    return [str(fault) for fault in faults(examples, {"exam": measured_on})]


@pytest.fixture(scope="module")
def ours() -> list[Example]:
    """Our training data, read once: that takes longer than anything asked about it here but the check itself."""
    return training(NLU, TUNING)


def test_our_training_data_and_the_sets_beside_it_have_no_fault(ours: list[Example]) -> None:
    assert [] == [str(fault) for fault in faults(ours, {name: measured(name) for name in SETS})]


def test_the_same_text_dressed_otherwise_is_refused_with_both_places() -> None:
    assert ["here.yml:2: the same as here.yml:1"] == found(example("It's him, OK?"), example("its him ok 🙄", 2))


def test_two_emoji_are_two_texts() -> None:
    assert [] == found(example("👍", intent="affirm"), example("👎", 2, intent="deny"))


def test_nearly_the_same_text_is_refused() -> None:
    nearly = LEFT_ALONE.replace("two bags", "three bags")
    assert found(example(LEFT_ALONE), example(nearly, 2))[0].endswith("% the same as here.yml:1")


def test_nearly_the_same_text_that_means_something_else_is_welcome() -> None:
    nearly = LEFT_ALONE.replace("two bags", "three bags")
    assert [] == found(example(LEFT_ALONE), example(nearly, 2, risk="at_risk"))


def test_short_texts_may_be_nearly_the_same() -> None:
    assert [] == found(example("thanks bye", intent="goodbye"), example("thanks bye now", 2, intent="goodbye"))


@pytest.mark.parametrize(
    ("frame", "verb"), [("i want to moan about {0} {0}s", "begin"), ("{0} {0}s i am that fed up", "end")]
)
def test_a_frame_may_come_a_handful_of_times_and_no_more(frame: str, verb: str) -> None:
    thing = ["bins", "taxis", "meals", "letters", "shoes", "heating", "phones", "dogs"]
    texts = [example(frame.format(thing[n]), n) for n in range(SAME_FRAME + 1)]
    assert [] == found(*texts[:-1])
    assert any(f"{SAME_FRAME + 1} examples {verb} with" in fault for fault in found(*texts))


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ({"intent": "raise_concerns"}, "no intent is called raise_concerns"),
        ({"matter": "contacts"}, "no matter is called contacts"),
        ({"nature": ["delays", "late"]}, "no nature is called late"),
        ({"risk": "high"}, "no risk is called high"),
        ({"persona": "mum"}, "no persona is called mum"),
        ({"harm": "yes"}, "harm is yes or no, not yes"),
        ({"mater": "contact"}, "an example has no mater"),
    ],
)
def test_a_label_that_is_not_on_the_lists_is_refused(wrong: dict[str, Any], what: str) -> None:
    assert [f"here.yml:1: {what}"] == found(example("they never rang", **wrong))


def test_the_labels_of_what_is_measured_on_are_checked_too() -> None:
    told = {"also": ["stop", "go"], "matter_fair": ["contacts"], "persona": "a1: Girl, 9"}
    there = Example(Path("exam_a.jsonl"), 7, LEFT_ALONE, "raise_concern", told)
    faults = ["exam_a.jsonl:7: no also is called go", "exam_a.jsonl:7: no matter_fair is called contacts"]
    assert faults == found(measured_on=(there,))


@pytest.mark.parametrize(
    ("text", "read"),
    [("he is [14](child_age) now", True), ('[my nan]{"entity": "name"}', True), ("he [my son] left", False)],
)
def test_only_brackets_that_rasa_reads_as_annotation_are_refused(text: str, read: bool) -> None:
    assert read == bool(found(example(text)))


def test_what_is_measured_on_may_not_stand_in_the_training_data() -> None:
    there = Example(Path("exam_a.jsonl"), 7, LEFT_ALONE.upper() + "!!", "raise_concern")
    assert ["here.yml:1: stands in what is measured on: exam_a.jsonl:7"] == found(
        example(LEFT_ALONE), measured_on=(there,)
    )


def test_nor_may_something_nearly_the_same() -> None:
    there = Example(Path("exam_a.jsonl"), 7, LEFT_ALONE.replace("office", "council"), "raise_concern")
    (fault,) = found(example(LEFT_ALONE), measured_on=(there,))
    assert fault.startswith("here.yml:1: ") and fault.endswith("is measured on: exam_a.jsonl:7")


def test_what_everybody_says_is_counted_and_not_refused() -> None:
    there = (Example(Path("exam_a.jsonl"), 1, "Good morning", "greet"),)
    known = [example("good morning!", intent="greet")]
    assert [] == found(*known, measured_on=there)
    assert {"good morning"} == shared_short(known, there)


def test_no_pair_is_overlooked() -> None:
    chance = random.Random(3)
    texts = [" ".join(chance.choices(["a", "b", "c", "d", "e", "f"], k=chance.randint(3, 7))) for _ in range(150)]
    cut = [pieces(text) for text in texts]
    every = {(one, other) for other in range(150) for one in range(other) if share(cut[one], cut[other]) >= TOO_ALIKE}
    assert every == {(earlier, later) for earlier, later, _ in pairs(texts, TOO_ALIKE)}
    assert {pair for pair in every if pair[0] < 70 <= pair[1]} == {
        pair[:2] for pair in pairs(texts, TOO_ALIKE, left=70)
    }


def test_places_are_lines_of_the_files(ours: list[Example]) -> None:
    for one in (ours[0], ours[-1]):
        line = one.file.read_text(encoding="utf-8").splitlines()[one.line - 1]
        assert plain(one.text).split()[0] in plain(line)


def test_twenty_thousand_texts_are_compared_in_seconds() -> None:
    chance = random.Random(1)
    words = [f"w{n}" for n in range(4_000)]
    texts = [" ".join(chance.choices(words, k=20)) for _ in range(20_000)]
    started = time.process_time()
    assert [] == list(pairs(texts, TOO_ALIKE))
    assert time.process_time() - started < 30
