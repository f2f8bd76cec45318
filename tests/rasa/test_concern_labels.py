"""What is learned of messages: labels with honest probabilities, and danger by phrase or by likeness."""

from __future__ import annotations

import numpy as np
import pytest

from bot.rasa.concern_labels import ConcernLabels, Told, describes
from bot.rasa.encoder import SentenceEncoder
from bot.rasa.encoder_build import build

BUSES = ["the school bus never came", "no taxi to school again", "school transport stopped", "bus pass for school gone"]
CALLS = ["nobody rings me back", "she never answers my calls", "no reply to my letter", "they do not return my calls"]
HARM = ["he hits me every night", "dad beats my brother", "she burns him with cigarettes", "he kicks my little sister"]
THANKS = ["thank you so much", "cheers", "thanks for that", "ta very much"]


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    build()
    return SentenceEncoder()


@pytest.fixture(scope="module")
def labels(encoder: SentenceEncoder) -> ConcernLabels:
    bus = Told("raise_concern", ("school_transport",), ("level_of_support",))
    call = Told("raise_concern", ("communication",), ("communication",))
    harm = Told("disclose_risk", (), (), "at_risk", harm=True)
    told = [*[bus] * 4, *[call] * 4, *[harm] * 4, *[Told("thanks")] * 4]
    texts = [*BUSES, *CALLS, *HARM, *THANKS]
    return ConcernLabels.learn(texts, encoder.depths(texts), told)


def test_an_example_tells_one_name_or_several() -> None:
    assert Told("raise_concern", ("contact",), ("delays", "bias"), None, True) == Told.of(
        "raise_concern", {"matter": "contact", "nature": ["delays", "bias"], "harm": True, "persona": "child"}
    )


def test_what_was_never_seen_gets_the_labels_of_what_it_is_like(
    labels: ConcernLabels, encoder: SentenceEncoder
) -> None:
    text = "the taxi that takes her to school did not come"

    understood = labels.understand(text, encoder.depths([text])[0])

    assert ("raise_concern", "school_transport") == (understood.intents[0][0], understood.matter[0][0])


def test_probabilities_of_intents_add_up_to_one(labels: ConcernLabels, encoder: SentenceEncoder) -> None:
    understood = labels.understand("hello", encoder.depths(["hello"])[0])

    assert 1 == pytest.approx(sum(sure for _, sure in understood.intents), abs=1e-4)


def test_a_phrase_of_danger_is_enough(labels: ConcernLabels, encoder: SentenceEncoder) -> None:
    """The first regression test of all: one sentence that must never pass unheard."""
    text = "I am forced to have sex and I am only 12 years old"

    assert labels.understand(text, encoder.depths([text])[0]).risk is not None


def test_likeness_to_danger_is_enough(labels: ConcernLabels) -> None:
    """ "hello" is no phrase of danger; put where an account of harm lies, it is heard as one."""
    certain = np.array([1.0, 0.0, 1.0], dtype=np.float32)

    assert (("at_risk", 1.0), 1.0) == labels._danger("hello", certain)
    assert (None, None) == labels._danger("hello", np.zeros(3, dtype=np.float32))


def test_a_doubtful_phrase_needs_a_little_likeness(labels: ConcernLabels) -> None:
    """The same words are said of danger and of a game, so that somebody else must agree."""
    text = "my dad hits me lol"

    assert labels._danger(text, np.array([0.1, 0.0, 0.0], dtype=np.float32))[0] is None
    assert labels._danger(text, np.array([0.3, 0.0, 0.0], dtype=np.float32))[0] is not None


def test_left_out_scores_are_not_kept_in_the_model(labels: ConcernLabels) -> None:
    assert labels.likeness.left_out is None


def test_an_answer_describes_nothing() -> None:
    assert not describes("no", [("raise_concern", 0.9)])
    assert not describes("thanks a lot", [("thanks", 0.9), ("raise_concern", 0.1)])
    assert describes("nobody rings", [("raise_concern", 0.3), ("disclose_risk", 0.2)])
