"""What tuning learns from, and how lines are chosen. The network itself needs PyTorch, which `make tune` brings."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bot.rasa.tune_examples import Example, Labels, disturbed, fingerprint, joined, read, round_of
from bot.rasa.tuned_labels import parts

LABELS = {
    "intent": ("raise_concern", "stop"),
    "matter": ("contact",),
    "nature": ("n",),
    "risk": ("none", "at_risk", "emergency"),
    "harm": ("harm",),
}
YAML = """
version: "3.1"
nlu:
- intent: raise_concern
  examples:
  - text: "he never comes"
    metadata: {matter: [social_worker, communication], nature: delays, risk: at_risk, harm: true}
"""


def example(text: str = "she never comes", **told: object) -> Example:
    usual = {"file": "x.yml", "intent": "raise_concern", "matter": {"contact": 1.0}, "nature": {}}
    return Example(text=text, **(usual | told))  # type: ignore[arg-type]


def test_the_first_matter_weighs_half_as_much_again(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(YAML)
    found = read(tmp_path)[0]
    assert {"social_worker": 0.6, "communication": 0.4} == pytest.approx(found.matter)
    assert ("at_risk", True) == (found.risk, found.harm)


def test_an_example_more_changes_the_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(YAML)
    before = fingerprint(tmp_path)
    (tmp_path / "b.yml").write_text(YAML)
    assert before != fingerprint(tmp_path)


def test_of_two_accounts_told_as_one_the_worse_risk_counts() -> None:
    worse = example(intent="disclose_risk", risk="emergency", harm=True)
    together = joined(example(), worse, random.Random(1))
    assert ("raise_concern", "emergency", True) == (together.intent, together.risk, together.harm)


def test_about_a_third_of_texts_stay_as_they_are() -> None:
    text, chance = "I don't know why she never rings my mum back, do you?", random.Random(3)
    same = sum(disturbed(text, chance) == text for _ in range(1000))
    assert 300 < same < 600


def test_a_round_has_every_example_and_some_joined() -> None:
    told = [example(f"text {number}") for number in range(20)]
    assert 23 == len(round_of(told, random.Random(1)))


def test_outputs_are_laid_end_to_end() -> None:
    assert {"intent": slice(0, 2), "matter": slice(2, 3), "nature": slice(3, 4), "risk": slice(4, 7)} == {
        kind: place for kind, place in parts(LABELS).items() if kind != "harm"
    }


def test_labels_are_in_the_same_order_every_time() -> None:
    told = [example(intent="stop", matter={}), example(matter={"police": 0.5, "health": 0.5})]
    assert (("raise_concern", "stop"), ("health", "police")) == (Labels.of(told).intent, Labels.of(told).matter)
