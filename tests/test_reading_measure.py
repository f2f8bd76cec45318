"""Our measure of reading age is near that of a counter with a word list, on every sentence of this service."""

from __future__ import annotations

from statistics import fmean

from bot.reading_age import CHILD_GRADE, grade, is_for_children
from tests import reading

SHOWN = [reading.filled_in(text) for text in reading.shown_to_children().values()]
FOR_ADULTS = [reading.filled_in(reading.text_of(name)) for name in reading.RESPONSES if reading.for_adults(name)]


def test_on_average_it_is_within_half_a_grade_of_a_counter_with_a_word_list() -> None:
    both = [(grade(text), reading.grade(text)) for text in [*SHOWN, *FOR_ADULTS]]
    measured = [(ours, theirs) for ours, theirs in both if ours and theirs]
    assert len(measured) > 200
    assert fmean(abs(ours - theirs) for ours, theirs in measured) < 0.5


def test_it_lets_nothing_through_to_children_that_the_other_finds_two_grades_too_hard() -> None:
    let_through = [text for text in FOR_ADULTS if grade(text) <= CHILD_GRADE and reading.grade(text) > CHILD_GRADE + 2]
    assert let_through == []


def test_a_long_sentence_of_easy_words_is_too_long() -> None:
    assert not is_for_children("We went to see the man " + "and then we went to see the man " * 3 + ".")


def test_what_is_too_short_to_be_measured_is_easy() -> None:
    assert is_for_children("Investigation undertaken.")
