"""The contrast of a council's colours: every pair that the widget uses, in the light and in the dark.

`python -m bot.widget.contrast council.css` names the pairs that fall short of WCAG 2.2, 1.4.3 and 1.4.11.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.widget.script import STATIC, STYLE

TEXT, NOT_TEXT = 4.5, 3.0  # the least ratios: 1.4.3 for text, 1.4.11 for borders and the focus ring

Pairs = Sequence[tuple[str, str]]

# What is written on what, and what has to stand out from what, by the names of the tokens.
WRITTEN_ON: Pairs = (
    ("text", "surface"), ("text", "soft"), ("text", "alarm-soft"), ("on-accent", "accent"), ("alarm", "surface"),
    ("surface", "alarm"), ("alarm", "soft"), ("alarm", "alarm-soft"),
)  # fmt: skip
STANDS_OUT_FROM: Pairs = (
    ("border", "surface"), ("border", "soft"), ("border", "alarm-soft"), ("accent", "surface"), ("focus", "surface"),
    ("focus", "soft"), ("focus", "alarm-soft"), ("alarm", "alarm-soft"),
)  # fmt: skip
OWN = re.compile(r"--_([a-z-]+):[^;#]*(#[0-9a-f]{6})")
SET = re.compile(r"--hys-([a-z-]+?)(-dark)?:\s*(#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3})\s*[;}]")


def defaults() -> dict[str, dict[str, str]]:
    """The widget's own colours by name, in the light and in the dark."""
    text = (STATIC / STYLE).read_text(encoding="utf-8")
    light, _, dark = text.partition("prefers-color-scheme: dark")
    return {"light": dict(OWN.findall(light)), "dark": dict(OWN.findall(dark[: dark.index("\n}")]))}


def with_councils(sheet: str) -> dict[str, dict[str, str]]:
    """The widget's colours with those that a council's style sheet sets in their place."""
    schemes = defaults()
    for name, dark, colour in SET.findall(sheet):
        schemes["dark" if dark else "light"][name] = _long(colour.lower())
    return schemes


def pale(colours: Mapping[str, str], pairs: Pairs, least: float) -> dict[str, float]:
    """The pairs that have too little contrast, with what they have."""
    ratios = {f"{one} on {other}": contrast(colours[one], colours[other]) for one, other in pairs}
    return {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least}


def faults(sheet: str) -> list[str]:
    """What is too pale with a council's style sheet, a line each."""
    return [
        f"{scheme}: {pair} is {ratio} to 1, and {least} is needed"
        for scheme, colours in with_councils(sheet).items()
        for pairs, least in ((WRITTEN_ON, TEXT), (STANDS_OUT_FROM, NOT_TEXT))
        for pair, ratio in pale(colours, pairs, least).items()
    ]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours such as #0b4f6c, as WCAG defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _long(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(figure * 2 for figure in colour[1:])


if __name__ == "__main__":
    found = faults(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print("\n".join(found) or "Every pair has enough contrast.")
    sys.exit(bool(found))
