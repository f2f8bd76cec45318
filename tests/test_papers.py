"""The papers in docs/: no empty cell, every standard there, and every test that they name really is one."""

from __future__ import annotations

import re

import pytest

from bot.settings import ROOT
from bot.storage.tables import metadata
from tests.written import RESPONSES

DOCS = ROOT / "docs"
# WCAG 2.2, levels A and AA; 4.1.1 was taken out of it.
CRITERIA = [
    "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5", "1.4.1",
    "1.4.2", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.1.1", "2.1.2", "2.1.4", "2.2.1",
    "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.4.5", "2.4.6", "2.4.7", "2.4.11", "2.5.1", "2.5.2",
    "2.5.3", "2.5.4", "2.5.7", "2.5.8", "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.3", "3.2.4", "3.2.6", "3.3.1",
    "3.3.2", "3.3.3", "3.3.4", "3.3.7", "3.3.8", "4.1.2", "4.1.3",
]  # fmt: skip
STANDARDS = (
    "Best interests of the child", "Data protection impact assessments", "Age-appropriate application", "Transparency",
    "Detrimental use of data", "Policies and community standards", "Default settings", "Data minimisation",
    "Data sharing", "Geolocation", "Parental controls", "Profiling", "Nudge techniques", "Connected toys and devices",
    "Online tools",
)  # fmt: skip
A_TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
# The parts of an assessment: UK GDPR article 35(2), (7) and (9).
OF_AN_ASSESSMENT = ("The processing", "Purposes and legal basis", "Necessity and proportionality", "Consulting people",
                    "Risks and what is done about them", "Measures still to be decided", "Sign-off")  # fmt: skip


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def rows(name: str) -> list[list[str]]:
    """The rows of every table of a page, without those that name the columns."""
    lines = [line for line in page(name).splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    heads = {at - 1 for at, row in enumerate(cells) if set("".join(row)) <= {"-", ":", " "}}
    return [row for at, row in enumerate(cells) if at not in heads and at - 1 not in heads]


def is_a_test(file: str, name: str) -> bool:
    path = ROOT / file
    return path.is_file() and bool(
        re.search(rf"^(?:async )?def {name}\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    )


def test_every_criterion_of_wcag_is_in_the_table_in_order() -> None:
    assert [row[0].split()[0] for row in rows("wcag.md")] == CRITERIA
    assert len(CRITERIA) == 55


def test_every_standard_of_the_childrens_code_is_in_the_table_in_order() -> None:
    assert [row[0].split(" ", 1)[1] for row in rows("children_code.md")] == list(STANDARDS)


def test_every_line_of_accessibility_and_of_child_safety_is_in_the_table_in_order() -> None:
    lines = [f"A{number}" for number in range(1, 27)] + [f"B{number}" for number in range(1, 26)]
    lines.insert(lines.index("A7"), "A6b")  # how a message with choices is told
    assert [row[0] for row in rows("public-door.md")] == lines


@pytest.mark.parametrize("name", ["wcag.md", "children_code.md", "public-door.md", "dpia.md", "young-people.md"])
def test_no_cell_is_empty(name: str) -> None:
    told = rows(name)
    assert len(told) > 3
    assert [row for row in told if not all(re.search(r"\w", cell) for cell in row)] == []
    assert [row for row in told if re.fullmatch(r"(?i)tbd|todo|n/?a|none|\?+", row[-1])] == []


@pytest.mark.parametrize("name", ["wcag.md", "children_code.md", "public-door.md"])
def test_every_row_names_tests_and_each_of_them_is_there(name: str) -> None:
    named = {row[0]: A_TEST.findall(row[-1]) for row in rows(name)}
    assert [of for of, tests in named.items() if not tests] == []
    assert {f"{file}::{test}" for tests in named.values() for file, test in tests if not is_a_test(file, test)} == set()


def test_a_test_that_is_not_there_would_be_found() -> None:
    assert is_a_test("tests/test_papers.py", "test_no_cell_is_empty")
    assert not is_a_test("tests/test_papers.py", "test_no_cell")
    assert not is_a_test("tests/test_nothing.py", "test_no_cell_is_empty")


def test_the_assessment_has_every_part_that_article_35_asks_for() -> None:
    assert re.findall(r"^## (.+)$", page("dpia.md"), re.MULTILINE) == list(OF_AN_ASSESSMENT)
    for part in re.split(r"^## ", page("dpia.md"), flags=re.MULTILINE)[1:]:
        assert len(part.split()) > 15


def test_no_score_of_a_person_is_kept() -> None:
    columns = {f"{table.name}.{column.name}" for table in metadata.sorted_tables for column in table.columns}
    assert len(columns) > 50
    assert {
        name for name in columns if re.search(r"score|rating|rank|likelihood|confidence|profil(?!e_version)", name)
    } == set()


def test_nobody_is_pressed_to_stay_or_to_go_on() -> None:
    pressing = (
        r"are you sure|don't (?:go|leave|miss)|before you (?:go|leave)[,.?]"
        r"|only \d+ (?:left|more)|streak|well done|most people"
    )
    texts = [wording["text"] for told in RESPONSES.values() for wording in told]
    assert [text for text in texts if re.search(pressing, text, re.IGNORECASE)] == []
    stops = [name for name, told in RESPONSES.items() if name.startswith("utter_summary") and told[0].get("buttons")]
    for name in stops:
        assert "do:stop" in [button["payload"] for button in RESPONSES[name][0]["buttons"]]
    assert len(stops) == 3
