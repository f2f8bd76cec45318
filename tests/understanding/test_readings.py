"""What most readers say counts, and what one alone says is fair."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.understanding.examples import readings
from tests.understanding.figures import Written
from tests.understanding.readings import Reading, agreement, read, settled

WRITTEN = Written("words", "stop", (), ("contact",), (), ("delays",), (), "none", False, True, "a1: Girl", "exam_a:7")
AUTHOR = Reading.of(WRITTEN)


def test_two_readers_overrule_the_author_whose_reading_stays_a_fair_one() -> None:
    other = replace(AUTHOR, intent="withdraw", matter=("placement", "contact"), risk="at_risk")
    counted = settled(WRITTEN, (AUTHOR, other, other))
    assert (counted.intent, counted.also, counted.risk) == ("withdraw", ("stop",), "at_risk")
    assert (counted.matter, counted.matter_fair) == (("placement", "contact"), ())


def test_where_all_differ_the_author_is_right_and_the_others_are_fair() -> None:
    counted = settled(
        WRITTEN,
        (AUTHOR, replace(AUTHOR, intent="skip", matter=("adoption",)), replace(AUTHOR, intent="deny", matter=())),
    )
    assert (counted.intent, counted.also) == ("stop", ("deny", "skip"))
    assert (counted.matter, counted.matter_fair) == (("contact",), ("adoption",))


def test_agreement_counts_matters_only_where_both_find_one() -> None:
    without = replace(AUTHOR, intent="skip", matter=())
    agreed = agreement([(AUTHOR, AUTHOR), (AUTHOR, without)], 0, 1)
    assert (agreed["intent"], agreed["first matter"]) == (0.5, 1.0)


def test_every_message_of_the_exam_has_three_readings() -> None:
    assert {len(one) for one in readings()} == {3}


def test_a_file_that_is_a_line_short_is_refused(tmp_path: Path) -> None:
    (tmp_path / "reader.jsonl").touch()
    with pytest.raises(ValueError, match="must have 1 lines"):
        read([WRITTEN], [tmp_path / "reader.jsonl"])
