"""How phrases, the tuned encoder and likeness come together in what is heard."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from bot.rasa.concern_labels import Likely
from bot.rasa.encoder_shape import WIDTH
from bot.rasa.hearing import ALARM, DOUBTFUL_ALARM, Hearing, describes, mean
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


def test_a_sure_phrase_of_danger_is_enough() -> None:
    """The first regression test of all: one sentence that must never pass unheard."""
    understood = hearing().understand("I am forced to have sex and I am only 12 years old", row(none=9))

    assert understood.risk is not None and 1.0 == understood.risk[1]


def test_danger_that_both_hear_is_enough() -> None:
    understood = hearing(risk=0.9, harm=0.9).understand("hello there", row(at_risk=9, harm=9))

    assert "at_risk" == (understood.risk or ("none",))[0] and understood.harm is not None
    assert hearing(risk=0.9).understand("hello there", row(none=9)).risk is None


def test_danger_now_is_told_from_danger() -> None:
    understood = hearing(risk=0.9).understand("hello there", row(emergency=9))

    assert "emergency" == (understood.risk or ("none",))[0]


def test_a_doubtful_phrase_needs_less_than_the_ear_needs_alone() -> None:
    assert 0 < DOUBTFUL_ALARM < ALARM < 1


def test_an_answer_describes_nothing() -> None:
    assert not describes("no", [("raise_concern", 0.9)])
    assert not describes("thanks a lot", [("thanks", 0.9), ("raise_concern", 0.1)])
    assert describes("nobody rings", [("raise_concern", 0.3), ("disclose_risk", 0.2)])


def test_the_mean_of_two_needs_both() -> None:
    assert 0.3 == pytest.approx(mean(0.9, 0.1)) and mean(0.0, 1.0) < 1e-5
