"""The README and the docs name only what is there, and all of it that they promise to name."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from bot.settings import ROOT, Settings

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]

A_PATH = re.compile(r"`((?:bot|actions|data|tests|docs|models)/[\w./-]*|[\w-]+\.(?:yml|toml|lock|md))`")
A_LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
MADE_LATER = {"models/", "keys.json"}  # by `make run`


def section(title: str) -> str:
    """What stands under a heading, up to the next of its rank."""
    found = re.search(rf"^(#+) {re.escape(title)}\n(.*?)(?=^\1 |\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, f"the README has no section {title!r}"
    return found[2]


def names(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    named = set(A_PATH.findall(page.read_text(encoding="utf-8"))) - MADE_LATER
    assert {path for path in named if not (ROOT / path).exists()} == set()


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    links = A_LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_way_of_one_message_names_a_file_at_every_step() -> None:
    steps = re.split(r"^\d+\. ", section("The way of one message"), flags=re.MULTILINE)[1:]
    assert len(steps) >= 9
    assert [step for step in steps if not A_PATH.search(step)] == []


def test_every_setting_is_in_the_table_with_its_default_and_no_other_is() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \| (.+?) \|", section("If you run it for a council"), re.MULTILINE)
    assert [name for name, _ in rows] == [field.name.upper() for field in fields(Settings)]
    written = {name: re.findall(r"`([^`]+)`", default) for name, default in rows}
    plain = [field for field in fields(Settings) if field.default and field.name != "data_dir"]
    assert {field.name: written[field.name.upper()] for field in plain} == {
        field.name: [str(field.default)] for field in plain
    }


@pytest.mark.parametrize("target", ["run", "test", "bench", "lint", "train", "evaluate", "examples", "help"])
def test_every_command_of_make_is_there_and_says_what_it_does(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:.* ## \w", makefile, re.MULTILINE)


def test_the_two_commands_are_what_somebody_who_tries_it_reads() -> None:
    tried = section("If you want to try it")
    assert "```\nmake run\nmake test\n```" in tried


def test_every_decision_is_in_the_index() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    assert set(A_LINK.findall(index)) == {path.name for path in folder.glob("[0-9]*.md")}
