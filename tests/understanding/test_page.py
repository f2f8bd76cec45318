"""The page says what it must, loudly where something is missing, and shows no word of the exam."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.understanding.comparison import NoComparison, Plain, plain
from tests.understanding.cross_validation import CrossValidated, cross_validate
from tests.understanding.examples import Example
from tests.understanding.figures import Heard, Written
from tests.understanding.measure import warnings
from tests.understanding.page import NO_EXAM, Measured, Told, page, summary

WORDS = "nobody may read these words"
WRITTEN = Written(
    WORDS, "disclose_risk", (), ("other",), (), ("delays",), (), "emergency", True, False, "a1: Girl", "exam_a.jsonl:7"
)
UNHEARD = Heard("raise_concern", ("other",), ("delays",), "none", False)


def told(*, name: str = "exam", plain_too: bool = True) -> Told:
    pairs = [(WRITTEN, UNHEARD)]
    theirs = Plain((UNHEARD,), 12, 50.0, 0.9, 20.0)
    measured = Measured(name, pairs, pairs if plain_too else None, 3)
    nothing = CrossValidated(5, 10, {}, {})
    return Told(
        [measured],
        15.0,
        theirs if plain_too else "it was not there",
        nothing,
        "details",
        "approaches",
        {"intent": [0.9, 0.8, 1]},
    )


def test_a_missed_danger_of_the_exam_is_told_by_its_place_alone() -> None:
    written = page(told())
    assert "(emergency, heard as raise_concern) `exam_a.jsonl:7`" in written and WORDS not in written


def test_a_missed_danger_that_may_be_read_is_told_in_its_words() -> None:
    assert f"(emergency, heard as raise_concern) {WORDS}" in page(told(name="development"))


def test_what_is_out_of_the_plain_projects_reach_has_no_figure() -> None:
    rows = {row.split(" | ")[0].strip("| "): row for row in summary(told())}
    assert rows["first matter is fair"].endswith("| 1.000 of 1 | — |")
    assert rows["emergencies that raise an alarm"].endswith("| **0.000 of 1** | 0.000 of 1 |")


def test_what_is_missing_is_said_loudly() -> None:
    without = told(name="development", plain_too=False)
    written = page(without)
    assert NO_EXAM in written and "COMPARISON WITH A PLAIN RASA PROJECT IS MISSING**: it was not there." in written
    assert len(warnings(without)) == 2
    assert NO_EXAM not in page(told()) and warnings(told()) == []


def test_without_its_environment_there_is_no_comparison(tmp_path: Any) -> None:
    with pytest.raises(NoComparison, match="could not be made"):
        plain(["hello"], 1, environment=tmp_path)


def test_a_plain_project_that_fails_says_why(tmp_path: Any) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / ".made").touch()
    python = tmp_path / "bin" / "python"
    python.write_text("#!/bin/sh\necho no memory left >&2\nexit 1\n")
    python.chmod(0o700)
    with pytest.raises(NoComparison, match="no memory left"):
        plain(["hello"], 1, environment=tmp_path)


def test_what_is_cross_validated_never_learned_from_the_example_that_it_hears(monkeypatch: pytest.MonkeyPatch) -> None:
    """Labels drawn by lot can be learned by heart, but not heard from other examples."""
    import numpy as np

    from tests.understanding import cross_validation

    class NoEncoder:
        def rows(self, texts: list[str]) -> Any:
            return np.zeros((len(texts), cross_validation.WIDTH), dtype=np.float32)

    monkeypatch.setattr(cross_validation, "shared", NoEncoder)
    chance = np.random.default_rng(1)
    words = [f"w{n}" for n in range(300)]
    examples = [
        Example(
            Path("here.yml"),
            n,
            " ".join(chance.choice(words, 6)),
            str(chance.choice(["affirm", "deny"])),
            {"matter": "contact", "nature": ["delays"], "risk": str(chance.choice(["none", "at_risk"]))},
        )
        for n in range(400)
    ]
    found = cross_validate(examples)
    whole = found.by_spelling["intent"][0]
    assert (whole.name, whole.of) == ("all", 400) and 0.35 < whole.share < 0.65
    assert found.by_spelling["matter"][0].share == 1.0
