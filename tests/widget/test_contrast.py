"""The colours: every pair that the style sheets use has the contrast of WCAG 2.2, in the light and in the dark."""

from __future__ import annotations

import re

import pytest

from bot.settings import ROOT

STATIC = ROOT / "bot" / "widget" / "static"
SHEETS = ("widget.css", "page.css")
TEXT, NOT_TEXT = 4.5, 3.0  # 1.4.3 and 1.4.11

# What is written on what, and what has to stand out from what, by the names of the tokens.
TEXT_ON = {
    "widget.css": [
        ("text", "surface"), ("text", "soft"), ("text", "alarm-soft"), ("on-accent", "accent"), ("alarm", "surface"),
        ("surface", "alarm"), ("alarm", "soft"),
    ],
    "page.css": [
        ("text", "surface"), ("accent", "surface"), ("alarm", "surface"), ("surface", "alarm"), ("surface", "accent"),
        ("text", "alarm-soft"), ("alarm", "alarm-soft"), ("accent", "alarm-soft"),
    ],
}  # fmt: skip
STANDS_OUT = {
    "widget.css": [("border", "surface"), ("focus", "surface"), ("focus", "soft"), ("alarm", "alarm-soft")],
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


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, as WCAG defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def pale(pairs: list[tuple[str, str]], colours: dict[str, str], least: float) -> dict[str, float]:
    """The pairs that have too little contrast, with what they have."""
    ratios = {f"{one} on {other}": contrast(colours[one], colours[other]) for one, other in pairs}
    return {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_text_stands_out(sheet: str, scheme: str) -> None:
    assert pale(TEXT_ON[sheet], tokens(sheet)[scheme], TEXT) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_borders_and_the_focus_ring_stand_out(sheet: str, scheme: str) -> None:
    assert pale(STANDS_OUT[sheet], tokens(sheet)[scheme], NOT_TEXT) == {}


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_dark_sets_every_colour_that_the_light_sets(sheet: str) -> None:
    text = (STATIC / sheet).read_text(encoding="utf-8")
    _, _, dark = text.partition("prefers-color-scheme: dark")
    assert set(_colours(dark[: dark.index("\n}")])) == set(tokens(sheet)["light"])


def test_a_pale_pair_would_be_found() -> None:
    assert round(contrast("#000000", "#ffffff")) == 21
    assert pale([("text", "surface")], {"text": "#bbbbbb", "surface": "#ffffff"}, TEXT) == {"text on surface": 1.92}
