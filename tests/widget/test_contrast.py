"""The colours: every pair that the style sheets use has the contrast of WCAG 2.2, in the light and in the dark."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import ROOT
from bot.widget.contrast import (
    NOT_TEXT,
    STANDS_OUT_FROM,
    TEXT,
    WRITTEN_ON,
    Pairs,
    contrast,
    defaults,
    faults,
    pale,
    with_councils,
)

STATIC = ROOT / "bot" / "widget" / "static"
SHEETS = ("widget.css", "page.css")
# What is written on what, and what has to stand out from what, by the names of the tokens.
TEXT_ON: dict[str, Pairs] = {
    "widget.css": WRITTEN_ON,
    "page.css": [
        ("text", "surface"), ("accent", "surface"), ("alarm", "surface"), ("surface", "alarm"), ("surface", "accent"),
        ("text", "alarm-soft"), ("alarm", "alarm-soft"), ("accent", "alarm-soft"),
    ],
}  # fmt: skip
STANDS_OUT: dict[str, Pairs] = {
    "widget.css": STANDS_OUT_FROM,
    "page.css": [("border", "surface"), ("focus", "surface"), ("alarm", "surface")],
}


def tokens(sheet: str) -> dict[str, dict[str, str]]:
    """The colours of a sheet by name, in the light and in the dark; the dark has what it does not set anew."""
    text = (STATIC / sheet).read_text(encoding="utf-8")
    light, _, dark = text.partition("prefers-color-scheme: dark")
    found = {"light": _colours(light), "dark": _colours(dark[: dark.index("\n}")])}
    return {"light": found["light"], "dark": found["light"] | found["dark"]}


def _colours(text: str) -> dict[str, str]:
    return dict(re.findall(r"--_?([a-z-]+):[^;#]*(#[0-9a-f]{6})", text))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_text_stands_out(sheet: str, scheme: str) -> None:
    assert pale(tokens(sheet)[scheme], TEXT_ON[sheet], TEXT) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_borders_and_the_focus_ring_stand_out(sheet: str, scheme: str) -> None:
    assert pale(tokens(sheet)[scheme], STANDS_OUT[sheet], NOT_TEXT) == {}


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_dark_sets_every_colour_that_the_light_sets(sheet: str) -> None:
    text = (STATIC / sheet).read_text(encoding="utf-8")
    _, _, dark = text.partition("prefers-color-scheme: dark")
    assert set(_colours(dark[: dark.index("\n}")])) == set(tokens(sheet)["light"])


def test_a_pale_pair_would_be_found() -> None:
    assert round(contrast("#000000", "#ffffff")) == 21
    assert pale({"text": "#bbbbbb", "surface": "#ffffff"}, [("text", "surface")], TEXT) == {"text on surface": 1.92}


def test_every_token_is_in_a_pair() -> None:
    paired = {name for pair in (*WRITTEN_ON, *STANDS_OUT_FROM) for name in pair}
    assert set(defaults()["light"]) == set(defaults()["dark"]) == paired


def test_the_demonstration_councils_colours_stand_out() -> None:
    sheet = (STATIC / "council.css").read_text(encoding="utf-8")
    assert with_councils(sheet)["light"]["accent"] == "#5a145a"
    assert faults(sheet) == []


def test_a_councils_pale_colour_is_named_with_where_it_is_too_pale(tmp_path: Path) -> None:
    sheet = tmp_path / "council.css"
    sheet.write_text("have-your-say { --hys-accent: #fc0; --hys-text-dark:#555555 }")
    checked = subprocess.run(
        [sys.executable, "-m", "bot.widget.contrast", sheet], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 1
    assert "light: on-accent on accent is 1.51 to 1, and 4.5 is needed" in checked.stdout
    assert "dark: text on surface is" in checked.stdout
    assert "light: text" not in checked.stdout
