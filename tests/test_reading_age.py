"""The reading-age gate: what children are shown is read at about age nine; what adults read is at least plain."""

from __future__ import annotations

import re
import warnings

import pytest

from tests.reading import LISTS, RESPONSES, TEMPLATES, filled_in, grade, listed, sentences, shown_to_children, unglossed
from tests.reading import for_adults as read_by_adults
from tests.written import text_of

CHILDREN_GRADE, ADULTS_GRADE = 4.0, 8.0
MOST_WORDS = 20  # in a sentence

SHOWN = shown_to_children()
RULE_BY_NAME = {name: rule for rule in ("adults_only", "harder", "said_all_the_same") for name in LISTS[rule]}
# Said while nobody may know yet that it is a child who reads: as simple as a child's own wording.
BEFORE_WE_KNOW = re.compile(r"utter_(?:start|safety|told|screening|not_meant|help_now|question_go_on|ask_privacy)\w*")


def name_of(shown: str) -> str:
    """The response that a shown text belongs to."""
    return shown.split(" [")[0]


def beside(shown: str) -> str:
    """What stands around a shown text: the sentence that a quick reply answers, or the rest of the page."""
    page, _, _ = shown.partition(".html:")
    around = [text for name, text in SHOWN.items() if name.startswith(f"{page}.html:")]
    return " ".join(around) or SHOWN.get(name_of(shown), "")


@pytest.mark.parametrize("shown", SHOWN)
def test_a_child_of_nine_can_read_what_children_are_shown(shown: str) -> None:
    too_hard = grade(SHOWN[shown]) > CHILDREN_GRADE
    assert too_hard == listed(name_of(shown), "harder"), f"{grade(SHOWN[shown])}: {SHOWN[shown]}"


@pytest.mark.parametrize("shown", SHOWN)
def test_no_sentence_that_children_are_shown_is_longer_than_twenty_words(shown: str) -> None:
    long = [sentence for sentence in sentences(filled_in(SHOWN[shown])) if len(sentence.split()) > MOST_WORDS]
    assert long == []


@pytest.mark.parametrize("shown", SHOWN)
def test_no_word_of_the_do_not_say_list_stands_there_without_what_explains_it(shown: str) -> None:
    if listed(name_of(shown), "said_all_the_same"):
        return
    assert unglossed(f"{beside(shown)} {SHOWN[shown]}") == []


@pytest.mark.parametrize("pattern", LISTS["said_all_the_same"])
def test_no_word_is_let_through_that_need_not_be(pattern: str) -> None:
    let_through = [shown for shown in SHOWN if re.fullmatch(pattern, name_of(shown)) and unglossed(SHOWN[shown])]
    assert let_through != []


@pytest.mark.parametrize("name", [name for name in RESPONSES if BEFORE_WE_KNOW.fullmatch(name)])
def test_what_is_said_before_we_know_who_reads_it_is_as_simple(name: str) -> None:
    assert grade(text_of(name)) <= CHILDREN_GRADE


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("The statutory procedure is for children.", ["statutor\\w+"]),
        ("Would you like an advocate?", ["advocates?"]),
        ("An advocate helps you say it.", []),
        ("You live with your brother.", []),
    ],
)
def test_a_word_of_the_list_would_be_found(text: str, faults: list[str]) -> None:
    assert unglossed(text) == faults


def test_a_text_that_is_too_hard_would_be_found() -> None:
    hard = "The independent investigation of the representation is undertaken in accordance with the regulations."
    assert grade(hard) > ADULTS_GRADE
    assert grade("A person will read it. You will get an answer soon. It is free.") < CHILDREN_GRADE


@pytest.mark.parametrize("pattern", RULE_BY_NAME)
def test_every_exception_names_something_that_is_there_and_says_why(pattern: str) -> None:
    assert [name for name in RESPONSES if re.fullmatch(pattern, name)] != []
    assert len(LISTS[RULE_BY_NAME[pattern]][pattern].split()) >= 3


def test_every_page_for_adults_is_there_and_says_what_children_read() -> None:
    assert {name for name in LISTS["adults_pages"] if not (TEMPLATES / name).is_file()} == set()


def test_what_adults_read_is_plain_or_is_warned_of() -> None:
    """No bar for adults: a table of what is harder than it might be, for whoever writes these sentences next."""
    graded = [(grade(text_of(name)), name) for name in RESPONSES if read_by_adults(name)]
    hard = sorted((of, name) for of, name in graded if of > ADULTS_GRADE)
    assert len(graded) > 30
    if hard:
        table = "\n".join(f"{of:5.1f}  {name}" for of, name in reversed(hard))
        warnings.warn(f"harder to read than grade {ADULTS_GRADE:.0f}, for adults:\n{table}", stacklevel=1)
