"""The tuned ear's alarm: a sure phrase, the classifier, or a doubtful phrase and a little of the classifier."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from bot.rasa.concern_labels import DOUBTFUL_ALARM
from bot.rasa.tuned_ear import ALARM, EMERGENCY_ALARM, Hearing
from bot.rasa.tuned_lines import Floats, parts

LABELS = {
    "intent": ("a",),
    "matter": ("b",),
    "nature": ("c",),
    "risk": ("none", "at_risk", "emergency"),
    "harm": ("h",),
}
SURE, DOUBTFUL, ORDINARY = "my dad hits me", "my dad hits me lol", "nobody rings me back"


def alarm(text: str, likely: float, *, now: bool = False) -> tuple[str | None, float | None]:
    """The risk and the harm in a text of which network and likeness both say that danger is this likely."""
    places = parts(LABELS)
    scores: Floats = np.full(places["harm"].stop, -20.0, dtype=np.float32)
    scores[places["risk"]] = np.log([1 - likely + 1e-6, *((1e-6, likely) if now else (likely, 1e-6))])
    hearing = Hearing(cast(Any, SimpleNamespace(places=places)), cast(Any, None))
    risk, harm = hearing._danger(text, scores, np.array([likely, 0.0, 0.0], dtype=np.float32))
    return risk and risk[0], harm


def test_a_sure_phrase_needs_no_classifier() -> None:
    assert alarm(SURE, 0.0) == ("at_risk", 1.0)


@pytest.mark.parametrize(("above", "risk"), [(-0.02, None), (0.02, "at_risk")])
def test_a_doubtful_phrase_raises_at_a_low_line(above: float, risk: str | None) -> None:
    assert alarm(DOUBTFUL, DOUBTFUL_ALARM + above)[0] == risk


@pytest.mark.parametrize(("text", "now", "line"), [(ORDINARY, False, ALARM), (ORDINARY, True, EMERGENCY_ALARM)])
def test_without_a_phrase_the_classifier_needs_more(text: str, now: bool, line: float) -> None:
    assert alarm(text, line - 0.02, now=now)[0] is None
    assert alarm(text, line + 0.02, now=now)[0] == ("emergency" if now else "at_risk")


def test_the_low_line_is_far_below_the_others() -> None:
    assert DOUBTFUL_ALARM <= EMERGENCY_ALARM and DOUBTFUL_ALARM <= ALARM / 2


def test_harm_that_is_stated_is_told_though_no_alarm_is_raised() -> None:
    assert alarm("they wrote that he hit me", 0.0) == (None, 1.0)
    assert alarm("he sits on my bed till i fall asleep", 0.0) == (None, None)
    assert alarm("he sits on my bed till i fall asleep", 0.4) == ("at_risk", 1.0)
