"""How phrases, the tuned encoder and likeness come together in what is heard."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from bot.rasa.concern_labels import Likely
from bot.rasa.encoder_shape import WIDTH
from bot.rasa.hearing import ABOUT, ALARM, DOUBTFUL_ALARM, EMERGENCY_ALARM, Hearing, describes, mean
from bot.rasa.tuned_labels import Floats, parts

NAMES = {
    "intent": ["raise_concern", "thanks"],
    "matter": ["contact", "police"],
    "nature": ["delays"],
    "risk": ["none", "at_risk", "emergency"],
    "harm": ["harm"],
}
PLACES = parts(NAMES)


@dataclass(frozen=True)
class Alike:
    """Stands where likeness does, and says what the test has it say."""

    said: Likely

    def likely(self, _text: str, _row: Floats) -> Likely:
        return self.said


def hearing(*, risk: float = 0.0, harm: float = 0.0, **matters: float) -> Hearing:
    said = Likely({"raise_concern": 0.9, "thanks": 0.1}, matters or {"contact": 0.5}, {"delays": 0.5}, risk, harm)
    return Hearing(NAMES, PLACES, Alike(said))  # type: ignore[arg-type]


def row(**scores: float) -> Floats:
    """An encoder's row in which these labels score, and no other."""
    whole = np.zeros(WIDTH + PLACES["harm"].stop, np.float32)
    for kind, names in NAMES.items():
        for at, name in enumerate(names):
            whole[WIDTH + PLACES[kind].start + at] = scores.get(name, 0.0)
    return whole


def test_both_must_find_a_matter_likely() -> None:
    understood = hearing(contact=0.9, police=0.1).understand("they came to the house again", row(contact=2, police=2))

    assert "contact" == understood.matter[0][0]


def test_a_matter_that_tuning_did_not_know_is_likenesss_alone() -> None:
    understood = hearing(contact=0.1, cafcass=0.8).understand("they came to the house again", row(contact=9))

    assert "cafcass" == understood.matter[0][0] and 0.8 == pytest.approx(understood.matter[0][1])


def test_probabilities_of_intents_add_up_to_one() -> None:
    assert 1 == pytest.approx(sum(sure for _, sure in hearing().understand("hello there", row(thanks=1)).intents))


def danger(text: str, likely: float, *, now: bool = False) -> tuple[str | None, float | None]:
    """The risk and the harm in a text of which encoder and likeness both say that danger is this likely."""
    shares = {"none": 1 - likely, "at_risk": 0.0, "emergency": 0.0} | {"emergency" if now else "at_risk": likely}
    scores = {name: float(np.log(share + 1e-6)) for name, share in shares.items()}
    understood = hearing(risk=likely).understand(text, row(harm=-20, **scores))
    return understood.risk and understood.risk[0], understood.harm


def test_a_sure_phrase_of_danger_is_enough() -> None:
    """The first regression test of all: one sentence that must never pass unheard."""
    assert danger("I am forced to have sex and I am only 12 years old", 0.0)[0] is not None
    assert ("at_risk", 1.0) == danger("my dad hits me", 0.0)


@pytest.mark.parametrize(("above", "risk"), [(-0.02, None), (0.02, "at_risk")])
def test_a_doubtful_phrase_raises_at_a_low_line(above: float, risk: str | None) -> None:
    assert risk == danger("my dad hits me lol", DOUBTFUL_ALARM + above)[0]


@pytest.mark.parametrize(("now", "line"), [(False, ALARM), (True, EMERGENCY_ALARM)])
def test_without_a_phrase_the_ear_needs_more(now: bool, line: float) -> None:
    assert danger("nobody rings me back", line - 0.02, now=now)[0] is None
    assert ("emergency" if now else "at_risk") == danger("nobody rings me back", line + 0.02, now=now)[0]


def test_an_age_or_a_day_alone_alarms_nobody_and_a_sign_always_does() -> None:
    assert (None, None) == danger("she's 14", 0.9) == danger("yesterday", 0.9, now=True)
    assert danger("999", 0.0)[0] == "emergency"


def test_the_low_line_lies_below_the_others() -> None:
    assert 0 < DOUBTFUL_ALARM < EMERGENCY_ALARM <= ALARM < 1


def test_harm_is_told_where_it_is_stated_or_where_a_doubtful_phrase_raised() -> None:
    assert (None, 1.0) == danger("my dad hits me lol", 0.0)
    assert (None, None) == danger("he sits on my bed till i fall asleep", 0.0)
    assert ("at_risk", 1.0) == danger("he sits on my bed till i fall asleep", 0.4)


def test_an_answer_describes_nothing() -> None:
    assert not describes("no", [("raise_concern", 0.9)], 0.9)
    assert not describes("thanks a lot", [("thanks", 0.9), ("raise_concern", 0.1)], 0.9)
    assert describes("nobody rings", [("raise_concern", 0.3), ("disclose_risk", 0.2)], 0.1)


def test_whoever_asks_or_adds_something_at_length_says_what_it_is_about() -> None:
    asked = "how is it going with what i told you about the taxi that never comes for him"
    assert describes(asked, [("check_status", 0.9)], ABOUT) and not describes(asked, [("check_status", 0.9)], 0.1)
    assert not describes(asked, [("give_compliment", 0.9)], 0.9)


def test_the_mean_of_two_needs_both() -> None:
    assert 0.3 == pytest.approx(mean(0.9, 0.1)) and mean(0.0, 1.0) < 1e-5
