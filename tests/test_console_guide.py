"""docs/console.md shows every page of the console, with pictures that are there, small, and described."""

from __future__ import annotations

import re

from bot.console.routes import ROUTES
from bot.settings import ROOT
from tests.browser.guide_pictures import FOLDER, LARGEST, NOT_PICTURED, PICTURED

GUIDE = (ROOT / "docs" / "console.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"!\[([^\]]*)\]\(pictures/console/([\w-]+)\.png\)", GUIDE)


def test_every_page_is_pictured_or_listed_with_its_reason() -> None:
    pages = {route.path for route in ROUTES if route.method == "GET"}
    assert pages == PICTURED.keys() | NOT_PICTURED.keys()
    assert not PICTURED.keys() & NOT_PICTURED.keys()
    assert all(len(reason.split()) > 2 for reason in NOT_PICTURED.values())


def test_the_guide_shows_each_picture_once_and_says_what_is_in_it() -> None:
    assert sorted(name for _, name in SHOWN) == sorted(picture.name for picture in PICTURED.values())
    assert all(len(words.split()) > 3 for words, _ in SHOWN)


def test_the_pictures_are_there_and_small_and_none_is_left_over() -> None:
    kept = {path.stem: path.stat().st_size for path in FOLDER.iterdir()}
    assert kept.keys() == {picture.name for picture in PICTURED.values()}
    assert max(kept.values()) < LARGEST


def test_every_link_within_the_guide_leads_to_a_heading() -> None:
    headings = {
        re.sub(r"[^\w -]", "", line[3:].lower()).replace(" ", "-")
        for line in GUIDE.splitlines()
        if line.startswith("## ")
    }
    linked = set(re.findall(r"\]\(#([\w-]+)\)", GUIDE))
    assert linked == headings
